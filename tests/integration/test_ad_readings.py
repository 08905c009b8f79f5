"""A model's reading of an ad: kept with the application, used by its match, and given up when a text changes."""

from typing import Any

from services import AD, RESUME, User, until

NEEDED = "a calm voice with worried house owners"
WITH_NEED = AD + f"- You have {NEEDED}\n"
LINE, LEVEL, SKILLS = (
    next(number for number, line in enumerate(RESUME.splitlines(), 1) if words in line)
    for words in ("Trained two apprentices", "Level 3", "BS 7671")
)
STATEMENTS: list[dict[str, object]] = [
    {"quote": NEEDED, "kind": "must", "status": "proved", "ids": [f"L{LINE}"]},
    {"quote": "Level 3 in Electrical Installation", "kind": "must", "status": "proved", "ids": [f"L{LEVEL}"]},
    {"quote": "Experience with BS 7671", "kind": "must", "status": "listed", "ids": [f"L{SKILLS}"]},
    {"quote": "Driving licence", "kind": "nice", "status": "missing", "ids": []},
]
MATCH = """query($id: ID!) { application(id: $id) {
    coverage { proved listed missing }
    match { reader coverage requirements { text status evidenceLine position { start end } } } } }"""
EDIT = "mutation($id: ID!, $ad: String!) { updateApplication(id: $id, input: {jobDescription: $ad}) { id } }"

RESUME_EDIT = """mutation($id: ID!, $content: String!) {
    updateResume(id: $id, input: {name: "Resume", content: $content}) { id } }"""


def found(user: User, application: str) -> dict[str, Any]:
    answer: dict[str, Any] = user.data(MATCH, id=application)["application"]
    return answer


def asked_for_readings(user: User, company: str) -> int:
    return sum(company in str(asked.turns) for asked in user.service.providers.readings)


def test_a_reading_is_kept_until_the_ad_or_the_resume_changes(user: User) -> None:
    resume = user.resume(is_primary=True)
    company = user.service.providers.reads(STATEMENTS)
    application = user.application(company, job_description=WITH_NEED)
    assert found(user, application)["match"]["reader"] == "RULES"

    user.finish(application, "research")
    match = found(user, application)["match"]
    assert match["reader"] == "MODEL"
    need = next(row for row in match["requirements"] if NEEDED in row["text"])
    assert (need["status"], need["evidenceLine"]) == ("PROVED", LINE)
    assert need["position"] is not None
    statuses = [row["status"] for row in match["requirements"]]
    counts = {name: statuses.count(name.upper()) for name in ("proved", "listed", "missing")}
    until(lambda: found(user, application)["coverage"], lambda coverage: coverage == counts)

    user.finish(application, "resume", "cover-letter")
    assert asked_for_readings(user, company) == 1, "the later phases have it already"

    user.data(EDIT, id=application, ad=WITH_NEED + "- A bicycle\n")
    assert found(user, application)["match"]["reader"] == "RULES"
    user.data(EDIT, id=application, ad=WITH_NEED)
    assert found(user, application)["match"]["reader"] == "MODEL", "it is the ad that was read again"
    user.data(RESUME_EDIT, id=resume, content=RESUME + "\nOne more line.\n")
    assert found(user, application)["match"]["reader"] == "RULES"


def test_a_reading_comes_back_from_the_bin_and_is_in_the_account_export(user: User) -> None:
    user.resume(is_primary=True)
    application = user.application(user.service.providers.reads(STATEMENTS), job_description=WITH_NEED)
    user.finish(application, "research")
    (kept,) = user.rest("GET", "/account/export").json()["ad_readings"]
    assert kept["content"]["claims"][0]["quote"] == NEEDED
    user.data("mutation($id: ID!) { deleteApplication(id: $id) }", id=application)
    user.data("mutation($id: ID!) { restoreApplication(id: $id) { id } }", id=application)
    assert found(user, application)["match"]["reader"] == "MODEL"
