"""`Resume.readingWarnings` tells what of a resume was read badly, and where."""

from services import Service

QUERY = "query ($id: ID!) { resume(id: $id) { readingWarnings { line message } } }"


def test_warnings_name_the_line(embedded: Service) -> None:
    user = embedded.user()
    bad = user.resume(
        content="# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2021 - 2019\n" + "- Filed invoices\n" * 9
    )
    good = user.resume(
        content="# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2019 - 2021\n" + "- Filed files\n" * 9
    )
    assert [warning["line"] for warning in user.data(QUERY, id=bad)["resume"]["readingWarnings"]] == [6]
    assert user.data(QUERY, id=good)["resume"]["readingWarnings"] == []
