"""The pipeline of a search: stages, timeline, reminders, tags, the bin, CSV, statistics, the calendar."""

import asyncio
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from icalendar import Calendar
from services import AD, PASSWORD, RESUME, Service, User
from tortoise.models import Model

from jobforge.enums import ApplicationOrder, DeletedKind, EntryKind, Stage, TokenScope
from jobforge.errors import InvalidState, NotFound, ValidationError
from jobforge.operations import (
    access_tokens,
    account_data,
    account_export,
    accounts,
    applications,
    bin,
    calendar,
    csv_applications,
    documents,
    phase_runs,
    resumes,
    run_executor,
    sessions,
    stages,
    statistics,
    tags,
    timeline,
)
from jobforge.settings import Settings
from jobforge.storage import database, models
from jobforge.storage.models import (
    Application,
    BinEntry,
    Caller,
    DocumentVersion,
    TimelineEntry,
    now,
)

GIVEN = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
async def owner(inside: Settings) -> Caller:
    user = (await accounts.register({"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"})).user
    await resumes.create(user, {"name": "Resume", "content": RESUME})
    return user


@pytest.fixture
async def stranger(inside: Settings) -> Caller:
    return (await accounts.register({"email": "al@example.com", "password": PASSWORD, "full_name": "Al"})).user


async def made(owner: Caller, **more: object) -> Any:
    return (await applications.create(owner, GIVEN | more, pipeline=more))["id"]


async def entries(key: object, kind: EntryKind) -> list[TimelineEntry]:
    return await TimelineEntry.filter(application_id=key, kind=kind).order_by("created_at", "id")


async def test_a_move_is_dated_by_the_user_and_undone_by_a_move_back(owner: Caller) -> None:
    key = await made(owner)
    row = await stages.move(owner, key, Stage.APPLIED, DAY)
    assert (row["stage"], row["applied_at"], row["closed_at"]) == (Stage.APPLIED, DAY, None)
    row = await stages.move(owner, key, Stage.REJECTED, DAY + timedelta(days=3))
    assert row["closed_at"] == DAY + timedelta(days=3)
    row = await stages.move(owner, key, Stage.APPLIED)
    assert (row["applied_at"], row["closed_at"]) == (DAY, None)
    row = await stages.move(owner, key, Stage.SAVED)
    assert (row["stage"], row["applied_at"]) == (Stage.SAVED, None)
    moves = await entries(key, EntryKind.STAGE_MOVE)
    assert [(each.from_stage, each.to_stage) for each in moves] == [
        (Stage.SAVED, Stage.APPLIED),
        (Stage.APPLIED, Stage.REJECTED),
        (Stage.REJECTED, Stage.APPLIED),
        (Stage.APPLIED, Stage.SAVED),
    ]
    assert await entries(key, EntryKind.REMINDER) == []
    with pytest.raises(ValidationError):
        await stages.move(owner, key, Stage.OFFER, datetime(1200, 1, 1, tzinfo=UTC))


async def test_twenty_moves_at_once_are_one_chain(owner: Caller) -> None:
    key = await made(owner)
    wanted = [list(Stage)[number % 9] for number in range(20)]
    await asyncio.gather(*(stages.move(owner, key, stage) for stage in wanted))
    moves = await TimelineEntry.filter(application_id=key, kind=EntryKind.STAGE_MOVE)
    arrivals = [each.to_stage for each in moves]
    departures = [each.from_stage for each in moves]
    stage = (await Application.get(id=key)).stage
    # Whoever leaves a stage has come to it: the sums differ by where the chain begins and where it ends.
    for each in Stage:
        assert arrivals.count(each) - departures.count(each) == (each is stage) - (each is Stage.SAVED)


async def test_applying_pins_what_was_sent_and_suggests_a_follow_up(owner: Caller) -> None:
    key = await made(owner)
    await phase_runs.prepare(owner, key)
    while await run_executor.perform({}):
        pass
    await documents.edit(owner, key, "cover_letter", {"content": "My own letter, for you."})
    await stages.move(owner, key, Stage.APPLIED, DAY)
    (sent,) = await entries(key, EntryKind.DOCUMENTS_SENT)
    (versions,) = await timeline.sent_versions([tuple(sent.version_ids or ())])
    assert sorted(each.version for each in versions) == [1, 1, 2]
    await documents.edit(owner, key, "cover_letter", {"content": "My own letter, again."}, amend=True)
    assert await DocumentVersion.filter(document__document_type="cover_letter").count() == 3
    (reminder,) = await timeline.due(owner, DAY + timedelta(days=8))
    assert (reminder.due_at, "Harbour" in (reminder.text or "")) == (DAY + timedelta(days=7), True)
    assert await timeline.due(owner, DAY + timedelta(days=6)) == []
    results = await entries(key, EntryKind.PHASE_RESULT)
    assert [run and run.phase for run in await timeline.runs_by_id([each.run_id for each in results])] == [  # type: ignore[misc]
        "research",
        "resume",
        "cover_letter",
    ]


async def test_entries_are_added_changed_and_deleted(owner: Caller, stranger: Caller) -> None:
    key = await made(owner)
    given: dict[EntryKind, dict[str, Any]] = {
        EntryKind.NOTE: {"text": "They called."},
        EntryKind.INTERVIEW: {"at": DAY, "time_zone": "Europe/London", "kind": "phone", "note": "Ask for Kim"},
        EntryKind.CONTACT: {"name": "Kim", "email": "kim@example.com"},
        EntryKind.REMINDER: {"due_at": DAY, "text": "Ask again"},
    }
    changes: dict[EntryKind, dict[str, Any]] = {
        EntryKind.NOTE: {"text": "They called twice."},
        EntryKind.INTERVIEW: {"place": "Dock 4"},
        EntryKind.CONTACT: {"email": None, "phone": "0117"},
        EntryKind.REMINDER: {"done": True},
    }
    for kind, fields in given.items():
        entry = await timeline.add(owner, key, kind, fields)
        changed = await timeline.change(owner, str(entry.id), kind, changes[kind])
        assert changed.id == entry.id
        assert changed.created_at == entry.created_at
        for other in set(given) - {kind}:
            with pytest.raises(NotFound):
                await timeline.change(owner, str(entry.id), other, changes[other])
        with pytest.raises(NotFound):
            await timeline.delete(stranger, str(entry.id))
    interview = (await entries(key, EntryKind.INTERVIEW))[0]
    assert (interview.at, interview.name, interview.place, interview.text) == (DAY, "phone", "Dock 4", "Ask for Kim")
    assert await timeline.due(owner) == []
    with pytest.raises(ValidationError) as wrong:
        await timeline.add(owner, key, EntryKind.INTERVIEW, given[EntryKind.INTERVIEW] | {"time_zone": "Mars/North"})
    assert wrong.value.details.keys() == {"time_zone"}
    for kind in given:
        await timeline.delete(owner, str((await entries(key, kind))[0].id))
    await stages.move(owner, key, Stage.APPLIED)
    with pytest.raises(InvalidState):
        await timeline.delete(owner, str((await entries(key, EntryKind.STAGE_MOVE))[0].id))


async def test_twenty_reminders_at_once_are_all_kept_and_the_timeline_is_bounded(
    owner: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await made(owner)
    monkeypatch.setattr(timeline, "MAX_ENTRIES", 15)
    given = [{"due_at": DAY + timedelta(minutes=number), "text": "Ask"} for number in range(20)]
    waiting = (timeline.add(owner, key, EntryKind.REMINDER, each) for each in given)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert sum(isinstance(each, InvalidState) for each in results) == 5
    due = await timeline.due(owner)
    assert len(due) == 15
    assert [each.due_at for each in due] == sorted(each.due_at for each in due if each.due_at)


async def test_a_timeline_is_read_page_by_page_without_gaps(owner: Caller) -> None:
    key = await made(owner)
    row = await Application.get(id=key)
    for number in range(25):
        await TimelineEntry.create(
            application_id=key, user_id=owner.id, kind=EntryKind.NOTE, at=DAY + timedelta(days=number // 3), text="x"
        )
    seen: list[TimelineEntry] = []
    after = None
    while True:
        page = await timeline.page(row.id, 10, after)
        seen += page.entries
        if not page.has_next:
            break
        after = timeline.cursor(page.entries[-1])
    assert len({each.id for each in seen}) == 25
    assert [each.at for each in seen] == sorted((each.at for each in seen), reverse=True)
    with pytest.raises(ValidationError):
        await timeline.page(row.id, 10, "no cursor")


async def test_tags_are_set_on_all_or_on_none(owner: Caller, stranger: Caller) -> None:
    keys = [await made(owner), await made(owner, company_name="Dock")]
    foreign = await made(stranger)
    await stages.set_tags(owner, keys, ["sea", "  far   away "], [])
    await stages.set_tags(owner, keys[:1], ["sea", "home"], ["far away"])
    rows = [row.id for row in await Application.filter(id__in=keys).order_by("created_at")]
    assert await tags.tags_of(rows) == [["home", "sea"], ["far away", "sea"]]
    with pytest.raises(NotFound):
        await stages.set_tags(owner, [*keys, foreign], ["new"])
    with pytest.raises(ValidationError):
        await stages.set_tags(owner, keys, [f"tag {number}" for number in range(tags.MAX_TAGS)])
    for bad in ("", " ", "x" * 51, "a\nb\0"):
        with pytest.raises(ValidationError):
            await stages.set_tags(owner, keys, [bad])
    assert await tags.tags_of(rows) == [["home", "sea"], ["far away", "sea"]]


async def listed(user: Caller, **given: object) -> list[str]:
    """The companies of a list, page by page in twos."""
    bearer = (await accounts.authenticate((await accounts.login(LOGIN)).access_token)).access
    found: list[str] = []
    after = None
    while True:
        page = await applications.list_by_cursor(bearer, given | {"first": 2} | ({"after": after} if after else {}))
        found += [row["company_name"] for row in page.applications]
        assert await page.total() >= len(page.applications)
        if not page.has_next:
            return found
        after = applications.cursor(page.applications[len(page.applications) - 1], page.order)


LOGIN = {"email": "jo@example.com", "password": PASSWORD}


async def test_lists_are_filtered_and_sorted_without_gaps(owner: Caller) -> None:
    for number, (company, deadline) in enumerate(
        (("delta", 2), ("Äcme", None), ("bravo", 1), ("Zulu", None), ("echo", 2))
    ):
        at = None if deadline is None else DAY + timedelta(days=deadline)
        key = await made(owner, company_name=company, deadline=at, tags=["odd"] if number % 2 else [])
        if number > 2:
            await stages.archive(owner, key, True)
        if number == 1:
            await stages.move(owner, key, Stage.APPLIED)
    assert await listed(owner, order_by=ApplicationOrder.COMPANY_ASC) == ["Äcme", "bravo", "delta", "echo", "Zulu"]
    by_deadline = await listed(owner, order_by=ApplicationOrder.DEADLINE_ASC)
    assert by_deadline[0] == "bravo"
    assert set(by_deadline[1:3]) == {"delta", "echo"}
    assert set(by_deadline[3:]) == {"Äcme", "Zulu"}
    assert await listed(owner, order_by=ApplicationOrder.UPDATED_DESC) == ["echo", "Zulu", "bravo", "Äcme", "delta"]
    assert await listed(owner) == ["echo", "Zulu", "bravo", "Äcme", "delta"]
    assert await listed(owner, archived=True) == ["echo", "Zulu"]
    assert await listed(owner, archived=False, order_by=ApplicationOrder.COMPANY_ASC) == ["Äcme", "bravo", "delta"]
    assert await listed(owner, tag="odd") == ["Zulu", "Äcme"]
    assert await listed(owner, tag="odd", search="zulu") == ["Zulu"]
    assert await listed(owner, stage=Stage.APPLIED) == ["Äcme"]
    for order in (None, *ApplicationOrder):
        with pytest.raises(ValidationError):
            await listed(owner, order_by=order, after="bm8gY3Vyc29y")


async def test_an_application_comes_back_from_the_bin_whole(owner: Caller, stranger: Caller) -> None:
    key = await made(owner, tags=["sea"], salary="30k")
    await phase_runs.prepare(owner, key)
    while await run_executor.perform({}):
        pass
    await documents.edit(owner, key, "cover_letter", {"content": "My own letter, for you."})
    await timeline.add(owner, key, EntryKind.NOTE, {"text": "They called."})
    await stages.move(owner, key, Stage.APPLIED, DAY)
    before = await whole(key)
    await applications.delete(owner, key)
    assert await Application.filter(id=key).count() == 0
    with pytest.raises(NotFound):
        await applications.restore(stranger, key)
    restored = await applications.restore(owner, key)
    assert restored["research_completed"] is True
    assert await whole(key) == before
    with pytest.raises(NotFound):
        await applications.restore(owner, key)
    await applications.delete(owner, key)
    await BinEntry.all().update(deleted_at=now() - bin.TTL - timedelta(seconds=1))
    with pytest.raises(NotFound):
        await applications.restore(owner, key)
    assert await bin.purge() == 1


async def test_the_bin_lists_what_its_user_can_bring_back(owner: Caller, stranger: Caller) -> None:
    (first,) = await resumes.library(owner)
    await resumes.create(owner, {"name": "Second", "content": RESUME})
    key = await made(owner, company_name="Harbour", role_title="Fitter")
    await resumes.delete(owner, str(first.id))
    await applications.delete(owner, key)
    listed_items = await bin.contents(owner)
    assert [(str(item.id), item.kind, item.name, item.company_name) for item in listed_items] == [
        (key, DeletedKind.APPLICATION, "Fitter", "Harbour"),
        (str(first.id), DeletedKind.RESUME, first.name, None),
    ]
    assert all(item.expires_at - item.deleted_at == bin.TTL for item in listed_items)
    assert await bin.contents(stranger) == []
    await applications.restore(owner, key)
    assert [item.kind for item in await bin.contents(owner)] == [DeletedKind.RESUME]
    await BinEntry.all().update(deleted_at=now() - bin.TTL - timedelta(seconds=1))
    assert await bin.contents(owner) == []


async def whole(key: object) -> dict[str, list[dict[str, Any]]]:
    """All rows of an application, without what grows with every change."""
    of = {
        "document": "application_id",
        "application_tag": "application_id",
        "timeline_entry": "application_id",
        "phase_run": "application_id",
    }
    found = {}
    for table, column in of.items():
        statement = f"SELECT * FROM {table} WHERE {column} = '{key}'"
        found[table] = [dict(row) for row in await database.connection().execute_query_dict(statement)]
    versions = (
        f"SELECT v.* FROM document_version v JOIN document d ON d.id = v.document_id WHERE d.application_id = '{key}'"
    )
    found["document_version"] = [dict(row) for row in await database.connection().execute_query_dict(versions)]
    own = dict((await database.connection().execute_query_dict(f"SELECT * FROM application WHERE id = '{key}'"))[0])
    for name in ("change_number", "creation_number", "coverage_outdated_since"):
        del own[name]
    found["application"] = [own]
    return {table: sorted(rows, key=lambda row: str(row["id"])) for table, rows in found.items()}


async def test_a_restored_resume_is_not_the_primary_one(owner: Caller) -> None:
    (first,) = await resumes.library(owner)
    second = await resumes.create(owner, {"name": "Second", "content": RESUME})
    await resumes.delete(owner, str(first.id))
    restored = await resumes.restore(owner, str(first.id))
    assert (restored.is_primary, restored.content) == (False, RESUME)
    assert [each.id for each in await resumes.library(owner) if each.is_primary] == [second.id]


async def test_possible_duplicates_are_of_the_same_user_only(owner: Caller, stranger: Caller) -> None:
    first = await made(owner)
    second = await made(owner, company_name=" HARBOUR ", role_title="electrician")
    third = await made(owner, company_name="Other", job_url="https://example.com/job/")
    fourth = await made(owner, company_name="Another", job_url="https://example.com/job")
    await made(stranger)
    ids = [(await Application.get(id=key)).id for key in (first, second, third, fourth)]
    found = [[str(row["id"]) for row in rows] for rows in await stages.duplicates_of(ids)]
    assert found == [[second], [first], [fourth], [third]]


CSV = """company_name,role_title,location,stage,applied_at,tags,salary,found_via,job_description,unknown
Harbour,Electrician,Bristol,applied,2026-02-01T09:00:00Z,sea;home,30k,A friend,,x
"Dock, Street",Fitter,,,,,'=1+1,Board,,
"""


async def test_applications_come_from_csv_and_go_back_to_it(owner: Caller) -> None:
    assert await csv_applications.import_all(owner, CSV) == 2
    rows = {row.company_name: row for row in await Application.all()}
    assert rows["Harbour"].stage is Stage.APPLIED
    assert rows["Harbour"].applied_at == datetime(2026, 2, 1, 9, tzinfo=UTC)
    assert rows["Dock, Street"].salary == "=1+1"
    text = await csv_applications.export(owner)
    assert "'=1+1" in text
    assert "home;sea" in text
    await Application.all().delete()
    assert await csv_applications.import_all(owner, "\ufeff" + text) == 2
    again = await csv_applications.export(owner)
    assert [line.split(",")[:8] for line in again.splitlines()] == [line.split(",")[:8] for line in text.splitlines()]


@pytest.mark.parametrize("delimiter", csv_applications.DELIMITERS)
async def test_csv_is_read_with_the_delimiter_of_its_first_line(owner: Caller, delimiter: str) -> None:
    lines = (("company_name", "role_title", "tags"), ('"Dock, Pier; Co"', "Fitter", '"near;sea"'))
    await csv_applications.import_all(owner, "\r\n".join(delimiter.join(line) for line in lines))
    row = await Application.get(user_id=owner.id)
    assert row.company_name == "Dock, Pier; Co"
    assert await tags.tags_of([row.id]) == [["near", "sea"]]


async def test_csv_is_taken_whole_or_not_at_all_and_the_error_names_the_rows(owner: Caller) -> None:
    bad = "company_name,role_title,stage,applied_at\nA,B,applied,\n,B,nowhere,soon\nC,,,\n"
    with pytest.raises(ValidationError) as wrong:
        await csv_applications.import_all(owner, bad)
    text = "\n".join(wrong.value.details["csv"])
    assert "Row 3, company_name" in text
    assert "Row 4, role_title" in text
    assert "Row 2" not in text
    for refused in ("", "a,b\n1,2\n", 'company_name,role_title\n"A', "company_name,role_title\n" + "A,B\n" * 1001):
        with pytest.raises(ValidationError):
            await csv_applications.import_all(owner, refused)
    assert await Application.all().count() == 0


async def test_statistics_count_what_was_sent_in_the_period(owner: Caller, stranger: Caller) -> None:
    answered_after = [2, 4, 9, None, None]
    for number, days in enumerate(answered_after):
        key = await made(owner, company_name=f"C{number}", found_via="Board" if number < 3 else "A friend")
        await stages.move(owner, key, Stage.APPLIED, DAY)
        if days is not None:
            await stages.move(owner, key, Stage.SCREENING, DAY + timedelta(days=days))
        if number == 0:
            await stages.move(owner, key, Stage.INTERVIEW, DAY + timedelta(days=5))
            await stages.move(owner, key, Stage.OFFER, DAY + timedelta(days=6))
        if number == 4:
            await stages.move(owner, key, Stage.GHOSTED, DAY + timedelta(days=40))
    await Application.filter(company_name="C0").update(coverage_share=0.8)
    await Application.filter(company_name="C1").update(coverage_share=0.1)
    await stages.move(stranger, await made(stranger), Stage.APPLIED, DAY)
    await made(owner, company_name="Saved")
    found = await statistics.of_user(owner)
    assert (found.applied, found.responses, found.interviews, found.offers) == (5, 3, 1, 1)
    assert found.median_days_to_response == median([2, 4, 9])
    assert [(each.name, each.applied, each.responses) for each in found.by_found_via] == [
        ("Board", 3, 3),
        ("A friend", 2, 0),
    ]
    assert {each.name: each.applied for each in found.by_fit} == {"unknown": 3, "75-100": 1, "0-25": 1}
    counts = {each.stage: each.count for each in found.stages}
    assert (counts[Stage.SAVED], counts[Stage.APPLIED], counts[Stage.SCREENING], counts[Stage.OFFER]) == (1, 1, 2, 1)
    days_at = {each.stage: each.median_days for each in found.stages}
    assert days_at[Stage.APPLIED] == median([2, 4, 9, 40])
    assert days_at[Stage.SCREENING] == 3
    assert await stages.counts(owner) == counts
    key = await made(owner)
    await stages.move(owner, key, Stage.APPLIED, DAY)
    assert (await statistics.of_user(owner)).applied == 6, "a change shows at once"
    await applications.delete(owner, key)
    assert await statistics.of_user(owner) == found
    none = await statistics.of_user(owner, DAY + timedelta(days=1))
    assert (none.applied, none.median_days_to_response, none.by_fit) == (0, None, [])


async def test_the_calendar_holds_interviews_deadlines_and_reminders(owner: Caller) -> None:
    soon = now().replace(microsecond=0) + timedelta(days=2)
    key = await made(owner, deadline=soon)
    fields = {"at": soon, "time_zone": "America/New_York", "kind": "on site", "place": "Dock 4"}
    await timeline.add(owner, key, EntryKind.INTERVIEW, fields)
    await timeline.add(owner, key, EntryKind.REMINDER, {"due_at": soon, "text": "Bring a pen;\nand paper"})
    done = await timeline.add(owner, key, EntryKind.REMINDER, {"due_at": soon, "text": "Done"})
    await timeline.change(owner, str(done.id), EntryKind.REMINDER, {"done": True})
    address = await calendar.address(owner)
    assert await calendar.address(owner) == address
    secret = address.removeprefix(calendar.PATH).removesuffix(".ics")
    read = Calendar.from_ical(await calendar.feed(secret))
    events: dict[str, Any] = {str(event["summary"]): event for event in read.walk("VEVENT")}
    assert events.keys() == {
        "on site: Electrician, Harbour",
        "Bring a pen;\nand paper",
        "Deadline: Electrician, Harbour",
    }
    assert all(event["dtstart"].dt == soon for event in events.values())
    assert events["on site: Electrician, Harbour"]["dtstart"].params["TZID"] == "America/New_York"
    assert await calendar.reset(owner) != address
    for wrong in (secret, "", "x", secret[:-4] + "AAAA", "é", "A" * 5000):
        with pytest.raises(NotFound):
            await calendar.feed(wrong)


async def test_an_export_of_the_account_holds_everything_that_has_a_table_and_erasing_leaves_nothing(
    owner: Caller,
) -> None:
    key = await made(owner, tags=["a tag of mine"])
    await phase_runs.prepare(owner, key)
    while await run_executor.perform({}):
        pass
    await timeline.add(owner, key, EntryKind.NOTE, {"text": "a note of mine"})
    await applications.delete(owner, await made(owner, company_name="a company in the bin"))

    await sessions.sign_in(LOGIN, "a browser of mine")
    await access_tokens.create(owner, {"name": "a script of mine"}, [TokenScope.READ])
    text = await exported(owner)
    for wanted in ("a tag of mine", "a note of mine", "a company in the bin", "a browser of mine", "a script of mine"):
        assert wanted in text, wanted
    assert "secret_digest" not in text
    await account_data.delete_account(owner, PASSWORD)
    for table in await tables():
        rows = await database.connection().execute_query_dict(f"SELECT count(*) AS number FROM {table}")
        assert rows[0]["number"] == 0, table


async def exported(user: Caller) -> str:
    return await account_export.text(user)


async def tables() -> list[str]:
    """All tables but that of the migrations."""
    return [
        kind._meta.db_table
        for kind in vars(models).values()
        if isinstance(kind, type) and issubclass(kind, Model) and kind is not Model
    ]


def test_the_calendar_is_served_at_its_secret_address_only(service: Service) -> None:
    user = service.user()
    url = user.data("{ calendarUrl }")["calendarUrl"]
    answer = service.client.get(service.urls[0] + url)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert Calendar.from_ical(answer.text)
    for wrong in (url[:-8] + ".ics", "/calendar/x.ics", "/calendar/", url.removesuffix(".ics")):
        refused = service.client.get(service.urls[0] + wrong)
        assert (refused.status_code, refused.json()["error"]["code"]) == (404, "NOT_FOUND")
    assert service.client.post(service.urls[0] + url).status_code == 405
    fresh = user.data("mutation { resetCalendarUrl }")["resetCalendarUrl"]
    assert service.client.get(service.urls[0] + url).status_code == 404
    assert service.client.get(service.urls[0] + fresh).status_code == 200
    assert url.removeprefix("/calendar/") not in service.logs()


TIMELINE = """query ($id: ID!, $after: String) { application(id: $id) { stage tags possibleDuplicates { id }
  timeline(first: 3, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { __typename id at
    ... on StageMove { from to } ... on PhaseResult { run { phase status } }
    ... on DocumentsSent { versions { version } } ... on Note { text updatedAt }
    ... on Interview { kind timeZone place note } ... on Contact { name role email phone }
    ... on Reminder { dueAt text done application { id } } } } } } }"""


def test_a_timeline_shows_each_kind_of_entry(user: User) -> None:
    user.resume()
    key = user.application()
    user.finish(key, "research")
    asked = """mutation ($id: ID!) {
      a: addNote(applicationId: $id, text: "Called") { id }
      b: addInterview(applicationId: $id, at: "2026-12-01T10:00:00Z", timeZone: "UTC", kind: "phone") { id }
      c: addContact(applicationId: $id, name: "Kim") { id }
      d: moveApplication(id: $id, stage: APPLIED, at: "2026-11-01T10:00:00Z") { stage appliedAt } }"""
    user.data(asked, id=key)
    seen, after = [], None
    while True:
        page = user.data(TIMELINE, id=key, after=after)["application"]["timeline"]
        seen += [edge["node"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert {each["__typename"] for each in seen} == {
        "StageMove",
        "PhaseResult",
        "DocumentsSent",
        "Note",
        "Interview",
        "Contact",
        "Reminder",
    }
    kinds = {each["__typename"]: each for each in seen}
    assert kinds["StageMove"]["from"] == "SAVED"
    assert kinds["PhaseResult"]["run"] == {"phase": "RESEARCH", "status": "COMPLETED"}
    assert kinds["DocumentsSent"]["versions"] == [{"version": 1}]
    assert kinds["Reminder"]["application"] == {"id": key}


BOARD = (
    "query {"
    + " ".join(
        f"s{number}: applications(stage: {stage.name}, first: 100) {{ edges {{ node {{ id companyName roleTitle stage "
        "coverage { share proved } } } }"
        for number, stage in enumerate(Stage)
    )
    + " applicationCounts { stage count } }"
)


def test_a_board_of_a_thousand_opens_in_one_request(user: User) -> None:
    rows = "\n".join(f"C{number},Fitter,{list(Stage)[number % 9].value}" for number in range(1000))
    asked = "mutation ($csv: String!) { importApplications(csv: $csv) }"
    assert user.data(asked, csv=f"company_name,role_title,stage\n{rows}\n")["importApplications"] == 1000
    board = user.graphql(BOARD)
    assert "errors" not in board
    assert [len(board["data"][f"s{number}"]["edges"]) for number in range(9)] == [100] * 9
    assert sum(each["count"] for each in board["data"]["applicationCounts"]) == 1000
    url = user.data("{ exportApplications { url filename mediaType } }")["exportApplications"]
    file = user.service.client.get(user.service.urls[0] + url["url"])
    assert (file.status_code, file.text.count("\r\n")) == (200, 1001)
    assert "attachment" in file.headers["content-disposition"]
