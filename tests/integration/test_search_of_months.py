"""A search of sixty applications over three months, by the API: entered, moved, noted, counted, exported, erased."""

import csv
import io
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from icalendar import Calendar
from services import AD, PASSWORD, User

from jobforge.enums import Stage

BEGINNING = datetime(2026, 8, 31, 8, tzinfo=UTC)
COURSES = (
    (Stage.APPLIED,),
    (Stage.APPLIED, Stage.REJECTED),
    (Stage.APPLIED, Stage.SCREENING, Stage.REJECTED),
    (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.WITHDRAWN),
    (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER),
    (),
)
BOARDS = ("Harbour Board", "A friend", "Fair")
ANSWERS = {Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER, Stage.REJECTED}
Move = tuple[int, Stage, datetime]


@pytest.fixture(scope="module")
def plan() -> list[Move]:
    """What happens when, in the order of the days: the number of an application, where it moves."""
    chance = random.Random(16)
    moves = []
    for number in range(60):
        moment = BEGINNING + timedelta(days=1.5 * number % 60)
        for stage in COURSES[number % len(COURSES)]:
            moves.append((number, stage, moment))
            moment += timedelta(days=chance.randint(2, 12))
    return sorted(moves, key=lambda move: move[2])


def entered() -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("company_name", "role_title", "found_via", "tags", "job_description"))
    for number in range(60):
        tags = "near;sea" if number % 4 == 0 else ""
        writer.writerow((f"Harbour {number}", "Electrician", BOARDS[number % 3], tags, AD))
    return out.getvalue()


ALL = "{ applications(first: 100) { totalCount edges { node { id companyName stage appliedAt tags } } } }"
MOVE = """mutation ($id: ID!, $stage: Stage!, $at: DateTime!) {
  moveApplication(id: $id, stage: $stage, at: $at) { stage } }"""
STATISTICS = """{ statistics { applied responses interviews offers medianDaysToResponse
  stages { stage count } byFoundVia { name applied responses } } }"""


def applications(user: User) -> dict[str, dict[str, Any]]:
    return {edge["node"]["companyName"]: edge["node"] for edge in user.data(ALL)["applications"]["edges"]}


def expected_statistics(plan: list[Move]) -> dict[str, Any]:
    """Count anew, from the plan alone."""
    applied = {number: at for number, stage, at in plan if stage is Stage.APPLIED}
    answered: dict[int, datetime] = {}
    for number, stage, at in plan:
        if stage in ANSWERS:
            answered.setdefault(number, at)
    days = [(at - applied[number]).total_seconds() / 86400 for number, at in answered.items()]
    boards = Counter(BOARDS[number % 3] for number in applied)
    responses = Counter(BOARDS[number % 3] for number in answered)
    return {
        "applied": len(applied),
        "responses": len(answered),
        "interviews": len({number for number, stage, _ in plan if stage is Stage.INTERVIEW}),
        "offers": len({number for number, stage, _ in plan if stage is Stage.OFFER}),
        "medianDaysToResponse": pytest.approx(median(days), abs=0.01),
        "byFoundVia": [
            {"name": name, "applied": count, "responses": responses[name]}
            for name, count in sorted(boards.items(), key=lambda group: (-group[1], group[0]))
        ],
    }


def test_a_search_of_sixty_applications_from_its_list_to_its_erasure(user: User, plan: list[Move]) -> None:
    user.resume()
    assert user.data("mutation ($csv: String!) { importApplications(csv: $csv) }", csv=entered()) == {
        "importApplications": 60
    }
    rows = applications(user)
    assert {row["stage"] for row in rows.values()} == {"SAVED"}

    for number, stage, at in plan:
        values = {"id": rows[f"Harbour {number}"]["id"], "stage": stage.name, "at": at.isoformat()}
        user.data(MOVE, **values)
    last = {number: stage.name for number, stage, _ in plan}
    rows = applications(user)
    assert {name: row["stage"] for name, row in rows.items()} == {
        f"Harbour {number}": last.get(number, "SAVED") for number in range(60)
    }

    note_and_remind(user, rows["Harbour 3"]["id"])
    counted = user.data(STATISTICS)["statistics"]
    stages = {each["stage"]: each["count"] for each in counted.pop("stages")}
    assert counted == expected_statistics(plan)
    assert {stage: count for stage, count in stages.items() if count} == Counter(row["stage"] for row in rows.values())
    near = user.data('{ applications(tag: "near", first: 1) { totalCount } }')["applications"]["totalCount"]
    assert near == 15

    take_along(user, rows)
    erase(user)


def note_and_remind(user: User, key: str) -> None:
    due = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    soon = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    user.data(
        """mutation ($id: ID!, $due: DateTime!, $soon: DateTime!) {
          addNote(applicationId: $id, text: "The foreman is called **Kim**.") { id }
          addContact(applicationId: $id, name: "Kim", email: "kim@example.org") { id }
          addReminder(applicationId: $id, dueAt: $due, text: "Thank Kim") { id }
          addInterview(applicationId: $id, at: $soon, timeZone: "Europe/London", kind: "on site") { id } }""",
        id=key,
        due=due,
        soon=soon,
    )
    reminders = user.data("{ dueReminders { id text application { id } } }")["dueReminders"]
    (ours,) = [each for each in reminders if each["application"]["id"] == key and each["text"] == "Thank Kim"]
    user.data("mutation ($id: ID!) { updateReminder(id: $id, done: true) { done } }", id=ours["id"])
    left = user.data("{ dueReminders { id } }")["dueReminders"]
    assert ours["id"] not in [each["id"] for each in left]
    feed = user.service.client.get(user.service.url + user.data("{ calendarUrl }")["calendarUrl"]).text
    assert "on site: Electrician, Harbour 3" in [
        str(event["summary"]) for event in Calendar.from_ical(feed).walk("VEVENT")
    ]


def take_along(user: User, rows: dict[str, dict[str, Any]]) -> None:
    """The list comes back as CSV that another account can begin with; the account's export names everything."""
    ticket = user.data("{ exportApplications { url } }")["exportApplications"]["url"]
    text = user.service.client.get(user.service.url + ticket).content.decode()
    written = {row["company_name"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {name: row["stage"].upper() for name, row in written.items()} == {
        name: row["stage"] for name, row in rows.items()
    }
    other = user.service.user()
    other.data("mutation ($csv: String!) { importApplications(csv: $csv) }", csv=text)
    again = applications(other)
    compared = ("stage", "appliedAt", "tags")
    assert {name: [row[each] for each in compared] for name, row in again.items()} == {
        name: [row[each] for each in compared] for name, row in rows.items()
    }
    export = user.data("{ exportAccount }")["exportAccount"]
    for wanted in ("Harbour 0", "Harbour 59", "The foreman is called", "kim@example.org", "Thank Kim"):
        assert wanted in export


def erase(user: User) -> None:
    feed = user.data("{ calendarUrl }")["calendarUrl"]
    user.data("mutation ($password: String!) { deleteAccount(password: $password) }", password=PASSWORD)
    assert user.rest("GET", "/auth/me").status_code == 401
    assert user.service.client.get(user.service.url + feed).status_code == 404
