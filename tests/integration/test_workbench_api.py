"""What the page needs beside the core: figures kept with rows, amended saves, conflicts, plans, changes, fields."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import sockets
from services import AD, PASSWORD, RESUME, User, until

from jobforge import settings as settings_module
from jobforge.enums import Author, DocumentType, Phase, RunStatus, Writer
from jobforge.errors import InvalidState, VersionConflict
from jobforge.operations import (
    account_data,
    accounts,
    applications,
    change_stream,
    changes,
    csv_applications,
    documents,
    phase_runs,
    renewal,
    requirement_match,
    resumes,
    run_executor,
)
from jobforge.settings import Settings
from jobforge.storage.models import (
    Application,
    Caller,
    DeletedApplication,
    Document,
    DocumentVersion,
    PhaseRun,
    ResumeText,
    now,
)
from jobforge.storage.models import User as UserRow

REPORT = "research_report"
FIRST = "# My own report\n\nThe first words."
SECOND = "# My own report\n\nThe second words."
GIVEN = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
CHANGES = """subscription ($after: ID) { applicationChanged(after: $after) {
    id kind applicationId application { id companyName status processing { status progress } } } }"""


@pytest.fixture
async def owner(inside: Settings) -> Caller:
    given = {"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"}
    user = (await accounts.register(given)).user
    await resumes.create(user, {"name": "Resume", "content": RESUME})
    return user


async def work() -> None:
    while await run_executor.perform({}):
        pass


async def prepared(owner: Caller) -> Any:
    """An application with all three documents."""
    made = await applications.create(owner, GIVEN)
    await phase_runs.prepare(owner, made["id"])
    await work()
    return made["id"]


async def test_one_call_runs_all_phases_one_after_the_other(owner: Caller) -> None:
    made = await applications.create(owner, GIVEN)
    run = await phase_runs.prepare(owner, made["id"], {"additional_context": "I may start in May."}, mention_gaps=True)
    runs = [(await phase_runs.runs_of_applications([(run.application_id, 1, None)]))[0]]
    assert phase_runs.planned_of(runs[0]) == ["resume", "cover_letter"]
    while await run_executor.perform({}):
        runs.append((await phase_runs.runs_of_applications([(run.application_id, 1, None)]))[0])
    assert [phase_runs.planned_of(each) for each in runs] == [["resume", "cover_letter"], ["cover_letter"], [], []]
    done = await PhaseRun.filter(application_id=run.application_id).order_by("fence")
    assert [(each.phase, each.status) for each in done] == [
        ("research", "completed"),
        ("resume", "completed"),
        ("cover_letter", "completed"),
    ]
    assert {each.additional_context for each in done} == {"I may start in May."}
    assert {each.mention_gaps for each in done} == {True}
    assert {each.resume_id for each in done} == {done[0].resume_id}
    with pytest.raises(InvalidState):
        await phase_runs.prepare(owner, made["id"])
    again = await phase_runs.prepare(owner, made["id"], again=True)
    assert (again.phase, phase_runs.planned(again)) == ("research", ["resume", "cover_letter"])


async def test_an_offline_run_heeds_no_budget_and_a_key_stands_for_it_alone(
    owner: Caller, inside: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = {"ai": (Writer.ANTHROPIC,), "monthly_budget": 0.0}
    monkeypatch.setattr(settings_module, "_in_force", inside.model_copy(update=budget))
    made = await applications.create(owner, GIVEN)
    await phase_runs.start(owner, made["id"], Phase.RESEARCH)
    await work()
    offline = await phase_runs.start(owner, made["id"], Phase.RESEARCH, offline=True, key="one")
    await work()
    runs = await PhaseRun.filter(application_id=offline.application_id).order_by("fence")
    assert [(run.offline, run.status, run.provider) for run in runs] == [
        (False, RunStatus.FAILED, None),
        (True, RunStatus.COMPLETED, Writer.OFFLINE),
    ]
    assert "used up" in (runs[0].error_message or "")
    with pytest.raises(InvalidState):
        await phase_runs.start(owner, made["id"], Phase.RESEARCH, key="one")


async def test_a_cancellation_ends_the_list_and_what_is_left_can_be_asked_for_again(owner: Caller) -> None:
    made = await applications.create(owner, GIVEN)
    await phase_runs.prepare(owner, made["id"])
    await run_executor.perform({})
    cancelled = await phase_runs.cancel(owner, made["id"])
    assert cancelled.phase == "resume"
    await work()
    assert await PhaseRun.filter(status__in=("queued", "processing")).count() == 0
    assert (await phase_runs.prepare(owner, made["id"])).phase == "resume"


async def test_without_a_resume_nothing_is_prepared(inside: Settings) -> None:
    user = (await accounts.register({"email": "a@example.com", "password": PASSWORD, "full_name": "A"})).user
    made = await applications.create(user, GIVEN)
    with pytest.raises(InvalidState) as refused:
        await phase_runs.prepare(user, made["id"])
    assert refused.value.status == 422


async def versions_of(application_id: object) -> list[tuple[int, str]]:
    rows = await DocumentVersion.filter(document__application_id=application_id, document__document_type=REPORT)
    return sorted((row.version, row.content) for row in rows)


async def test_amended_saves_leave_one_version_and_a_growing_number(owner: Caller) -> None:
    key = await prepared(owner)
    generated = (await versions_of(key))[0]
    for number, text in enumerate((FIRST, SECOND, FIRST), 2):
        saved = await documents.edit(owner, key, REPORT, {"content": text}, number - 1, amend=True)
        assert saved.version == number
    assert await versions_of(key) == [generated, (4, FIRST)]
    with pytest.raises(VersionConflict) as conflict:
        await documents.edit(owner, key, REPORT, {"content": SECOND}, 3, amend=True)
    assert conflict.value.current_version == 4
    same = await documents.edit(owner, key, REPORT, {"content": FIRST}, 4, amend=True)
    assert (same.version, await versions_of(key)) == (4, [generated, (4, FIRST)])


async def test_what_is_old_restored_sent_or_generated_is_never_amended(owner: Caller) -> None:
    key = await prepared(owner)
    await documents.edit(owner, key, REPORT, {"content": FIRST})
    long_ago = now() - documents.AMEND_WINDOW - timedelta(seconds=1)
    await DocumentVersion.filter(version=2).update(begun_at=long_ago)  # the chain began then, the save is new
    await documents.edit(owner, key, REPORT, {"content": SECOND}, amend=True)
    await documents.restore(owner, key, REPORT, 2)
    await documents.edit(owner, key, REPORT, {"content": SECOND}, amend=True)
    document = await documents.get(owner, key, REPORT)
    await documents.pin(document.id, document.version)
    await documents.edit(owner, key, REPORT, {"content": FIRST}, amend=True)
    assert [number for number, _ in await versions_of(key)] == [1, 2, 3, 4, 5, 6]
    assert (await documents.version(owner, str(document.id), 3)).content == SECOND


async def test_a_version_names_its_writer_and_a_document_the_resume_it_was_made_from(owner: Caller) -> None:
    key = await prepared(owner)
    await documents.edit(owner, key, REPORT, {"content": FIRST})
    rows = await DocumentVersion.filter(document__application_id=key, document__document_type=REPORT).order_by(
        "version"
    )
    assert [(row.author, row.writer) for row in rows] == [(Author.AI, "offline"), (Author.USER, None)]
    (resume,) = await resumes.library(owner)
    document = await Document.get(application_id=key, document_type=DocumentType.OPTIMIZED_RESUME)
    assert await documents.stale_reasons([document.id]) == [["research_report"]]
    await resumes.replace(owner, str(resume.id), {"name": "Resume", "content": RESUME + "\n- Fire alarms\n"})
    assert await documents.stale_reasons([document.id]) == [["resume", "research_report"]]
    assert await documents.resume_contents([document.id]) == [RESUME]
    assert await ResumeText.all().count() == 1
    await applications.change(owner, key, {"job_description": AD + "Bring your own ladder.\n"})
    assert (await documents.stale_reasons([document.id]))[0][0] == "ad"


async def test_coverage_and_verdicts_are_kept_and_only_the_job_computes_them(owner: Caller) -> None:
    key = await prepared(owner)
    row = await Application.get(id=key)
    assert (row.coverage_proved, row.coverage_outdated_since is None) == (None, False)
    assert await renewal.renew() == 4
    assert await renewal.renew() == 0
    row = await Application.get(id=key)
    report = (await applications_report(key)).match
    assert row.coverage_share == report.coverage
    assert row.coverage_proved is not None
    assert row.coverage_proved + (row.coverage_listed or 0) + (row.coverage_missing or 0) == len(report.requirements)
    assert row.coverage_outdated_since is None
    assert {each.verdict for each in await Document.all()} == {each.verdict for each in await DocumentVersion.all()}
    await applications.change(owner, key, {"location": "Bristol"})
    assert await renewal.renew() == 0
    await documents.edit(owner, key, REPORT, {"content": FIRST})
    assert await renewal.renew() == 1
    await accounts.update(owner, {"full_name": "Joan"})
    assert await renewal.renew() == 3
    (resume,) = await resumes.library(owner)
    await resumes.set_primary(owner, str(resume.id))
    assert await renewal.renew() == 4
    before = (await Application.get(id=key)).coverage_share
    await applications.change(owner, key, {"job_description": AD.replace("Driving licence", "A pilot's licence")})
    kept = await Application.get(id=key)
    assert (kept.coverage_share, kept.coverage_outdated_since is None) == (before, False)
    assert await renewal.renew() == 4


async def applications_report(key: object) -> Any:
    row = await Application.get(id=key)
    (report,) = await requirement_match.of_applications([row.id])
    assert report.resume is not None
    assert report.resume.content == RESUME
    return report


async def test_figures_of_other_rules_or_of_another_month_are_computed_again(owner: Caller) -> None:
    await prepared(owner)
    await renewal.renew()
    await renewal.mark_expired()
    assert await renewal.renew() == 0
    await Application.all().update(coverage_key="0.0.0/2020-01")
    await Document.filter(document_type=REPORT).update(verdict_key=None)
    await renewal.mark_expired()
    assert await renewal.renew() == 2


async def test_a_resume_that_was_changed_elsewhere_is_not_written_over(owner: Caller) -> None:
    (resume,) = await resumes.library(owner)
    given = {"name": "Other name", "content": RESUME}
    assert (await resumes.replace(owner, str(resume.id), given, 1)).version == 2
    with pytest.raises(VersionConflict) as conflict:
        await resumes.replace(owner, str(resume.id), given, 1)
    assert conflict.value.current_version == 2
    other = await resumes.create(owner, given)
    assert (await resumes.set_primary(owner, str(other.id))).is_primary
    assert [each.id for each in await resumes.library(owner) if each.is_primary] == [other.id]


async def told(owner: Caller, after: str | None, number: int) -> list[change_stream.Change]:
    stream = change_stream.follow(owner, after, None)
    found = [await anext(stream) for _ in range(number)]
    await stream.aclose()
    return found


async def test_what_changed_is_told_once_and_as_it_is_now(owner: Caller) -> None:
    first, second, third = [(await applications.create(owner, GIVEN))["id"] for _ in range(3)]
    everything = await told(owner, "0", 3)
    assert [str(each.application_id) for each in everything] == [first, second, third]
    assert {each.kind for each in everything} == {"created"}
    ids = [each.id for each in everything]
    assert ids == sorted(ids)
    await applications.change(owner, first, {"company_name": "One"})
    await applications.change(owner, first, {"company_name": "Two"})
    await applications.delete(owner, second)
    changed, deleted = await told(owner, ids[-1], 2)
    assert (changed.kind, str(changed.application_id)) == ("updated", first)
    assert changed.application is not None
    assert changed.application["company_name"] == "Two"
    assert (deleted.kind, str(deleted.application_id), deleted.application) == ("deleted", second, None)
    (created,) = await told(owner, ids[1], 1)
    assert (created.kind, str(created.application_id)) == ("created", third)


@pytest.mark.parametrize("after", ["", "x", "-1", "9999999999999999", "1" * 40, "²"])
async def test_an_unknown_id_is_answered_by_one_reset(owner: Caller, after: str) -> None:
    await applications.create(owner, GIVEN)
    (reset,) = await told(owner, after, 1)
    assert (reset.kind, reset.application) == ("reset", None)
    assert reset.number == (await UserRow.get(id=owner.id)).change_number


async def test_an_id_from_before_what_is_forgotten_is_answered_by_one_reset(owner: Caller) -> None:
    made = await applications.create(owner, GIVEN)
    (seen,) = await told(owner, "0", 1)
    await applications.delete(owner, made["id"])
    await DeletedApplication.all().update(deleted_at=now() - account_data.DELETIONS_TTL - timedelta(seconds=1))
    assert await account_data.purge() == 1
    (reset,) = await told(owner, seen.id, 1)
    assert reset.kind == "reset"
    assert (await told(owner, reset.id, 0)) == []


async def test_rows_of_before_there_were_numbers_are_told_too(owner: Caller) -> None:
    made = [(await applications.create(owner, GIVEN))["id"] for _ in range(3)]
    await Application.filter(id__in=made[:2]).update(change_number=0, creation_number=0)
    assert {str(each.application_id) for each in await told(owner, "0", 3)} == set(made)


async def test_more_than_a_batch_is_told_whole_and_in_order(owner: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_stream, "BATCH", 2)
    made = [(await applications.create(owner, GIVEN))["id"] for _ in range(5)]
    await applications.delete(owner, made[2])
    found = await told(owner, "0", 4)
    assert [str(each.application_id) for each in found] == [*made[:2], *made[3:]]
    behind = await told(owner, found[0].id, 4)
    assert [str(each.application_id) for each in behind] == [made[1], made[3], made[4], made[2]]


async def test_numbers_are_raised_one_by_one_by_many_at_once(owner: Caller) -> None:
    async def one() -> int:
        async with changes.changing(owner.id) as number:
            return number

    before = (await UserRow.get(id=owner.id)).change_number
    numbers = await asyncio.gather(*(one() for _ in range(20)))
    assert sorted(numbers) == list(range(before + 1, before + 21))


async def test_all_applications_are_followed_live_over_one_socket(user: User) -> None:
    user.resume()
    async with sockets.connected(user.service, user.token) as socket:
        await socket.subscribe("1", CHANGES, {"after": "0"})
        key = user.application()
        seen = [(await socket.receive())["payload"]["data"]["applicationChanged"]]
        assert (seen[0]["kind"], seen[0]["applicationId"]) == ("CREATED", key)
        user.start(key, "research")
        while seen[-1]["application"]["status"] != "RESEARCH_COMPLETE":
            seen.append((await socket.receive())["payload"]["data"]["applicationChanged"])
        assert {each["kind"] for each in seen[1:]} == {"UPDATED"}
        assert user.rest("DELETE", f"/applications/{key}").status_code == 204
        while seen[-1]["kind"] != "DELETED":
            seen.append((await socket.receive())["payload"]["data"]["applicationChanged"])
    ids = [each["id"] for each in seen]
    assert ids == sorted(ids)


def test_a_list_shows_kept_coverage_soon_after_and_says_nothing_before(user: User) -> None:
    user.resume()
    key = user.application()
    asked = "query ($id: ID!) { application(id: $id) { coverage { proved listed missing outdated share } } }"
    coverage = until(lambda: user.data(asked, id=key)["application"]["coverage"], lambda found: found is not None)
    assert coverage["outdated"] is False
    assert coverage["proved"] + coverage["listed"] + coverage["missing"] > 0


async def test_many_changes_of_one_user_do_not_hold_up_another(inside: Settings) -> None:
    people = [
        (await accounts.register({"email": f"{name}@example.com", "password": PASSWORD, "full_name": name})).user
        for name in ("jo", "al")
    ]
    rows = "\n".join(f"C{number},Fitter" for number in range(3 * renewal.BATCH))
    await csv_applications.import_all(people[0], f"company_name,role_title\n{rows}\n")
    await renewal.mark_user(people[0].id)
    own = await applications.create(people[1], GIVEN)
    await renewal.renew()
    row = await Application.get(id=own["id"])
    assert row.coverage_outdated_since is None
    for _ in range(3):
        await renewal.renew()
    assert not await Application.filter(coverage_outdated_since__isnull=False).exists()


def test_fields_that_are_wrong_have_codes_under_their_own_names(user: User) -> None:
    given = {"companyName": "", "roleTitle": "x" * 300, "jobDescription": "short", "jobUrl": "no"}
    asked = "mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { id } }"
    refused = user.refusal(asked, input=given)
    assert {(each["path"], each["code"]) for each in refused["fields"]} == {
        ("companyName", "REQUIRED"),
        ("roleTitle", "TOO_LONG"),
        ("jobDescription", "TOO_SHORT"),
        ("jobUrl", "INVALID"),
    }
    assert refused["details"].keys() == {"company_name", "role_title", "job_description", "job_url"}


def test_the_page_asks_what_this_server_can_do_without_a_user(user: User) -> None:
    asked = "{ service { version registrationOpen writers { name model receiver } exportFormats languages } }"
    service = user.service.anonymous().data(asked)["service"]
    assert service["registrationOpen"] is True
    assert [each["name"] for each in service["writers"]] == ["anthropic", "offline"]
    assert service["writers"][1] == {"name": "offline", "model": None, "receiver": None}
    assert {"en", "de", "fr", "es"} <= set(service["languages"])


async def test_progress_is_told_in_hundredths(owner: Caller) -> None:
    made = await applications.create(owner, GIVEN)
    run = await phase_runs.start(owner, made["id"], "research")  # type: ignore[arg-type]
    await PhaseRun.filter(id=run.id).update(progress=1 / 3, status=RunStatus.PROCESSING)
    assert (await phase_runs.status(owner, made["id"])).progress == 0.33


def test_documents_of_a_changed_application_have_all_their_fields(user: User) -> None:
    """Read by a loader rather than with their application: no column may be missing."""
    application = user.application()
    user.finish(application, "research")
    fields = "id documentType content version author verdict createdAt updatedAt stale staleReasons"
    selection = "{ documents { " + fields + " } }"
    change = 'mutation($id: ID!) { updateApplication(id: $id, input: {location: "Bath"}) ' + selection + " }"
    for _ in range(2):  # by graphql-core, then compiled
        (document,) = user.data(change, id=application)["updateApplication"]["documents"]
        assert document["documentType"] == "RESEARCH_REPORT"
