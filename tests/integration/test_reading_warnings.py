"""`Resume.readingWarnings` tells what of a resume was read badly, and where."""

from services import Service

QUERY = "query ($id: ID!) { resume(id: $id) { readingWarnings { line code message values { name value } } } }"


def test_warnings_name_the_line(embedded: Service) -> None:
    user = embedded.user()
    bad = user.resume(
        content="# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2021 - 2019\n" + "- Filed invoices\n" * 9
    )
    mistyped = user.resume(
        content="# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n20219 - 2021\n" + "- Filed papers\n" * 9
    )
    good = user.resume(
        content="# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2019 - 2021\n" + "- Filed files\n" * 9
    )
    (warning,) = user.data(QUERY, id=bad)["resume"]["readingWarnings"]
    assert (warning["line"], warning["code"], warning["values"]) == (6, "resume.reversed_period", [])
    warning, *_ = user.data(QUERY, id=mistyped)["resume"]["readingWarnings"]
    assert (warning["code"], warning["values"]) == ("resume.doubtful_date", [{"name": "date", "value": "20219 - 2021"}])
    assert warning["message"].endswith("can be right: 20219 - 2021.")
    assert user.data(QUERY, id=good)["resume"]["readingWarnings"] == []
