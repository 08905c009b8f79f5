"""What the checks changed is told line by line."""

from jobforge.documents.llm.changes import RESTORED, UNVERIFIED, Change, changes_between
from jobforge.documents.llm.stream_parser import Line

BEFORE = [Line("# Jo"), Line(""), Line("- Wired 28 houses"), Line("- Led 40 people"), Line("- Cut costs by 9 %")]


def test_what_stayed_is_no_change() -> None:
    assert changes_between(BEFORE, BEFORE, {}) == []


def test_a_line_put_back_names_both_texts_the_place_and_the_reason() -> None:
    after = [*BEFORE[:3], Line("- Helped four people"), BEFORE[4]]
    reasons = {"led 40 people": ("fact.scope", "40 is not a figure of the resume.")}
    assert changes_between(BEFORE, after, reasons) == [
        Change(4, "- Led 40 people", "- Helped four people", "40 is not a figure of the resume.", "fact.scope")
    ]


def test_a_line_left_out_stands_at_the_place_where_it_was() -> None:
    code, reason = UNVERIFIED
    assert changes_between(BEFORE, [*BEFORE[:3], BEFORE[4]], {}) == [Change(4, "- Led 40 people", None, reason, code)]


def test_a_line_that_came_back_has_no_text_before() -> None:
    code, reason = RESTORED
    (change,) = changes_between(BEFORE, [*BEFORE, Line("- BSc, 2010")], {})
    assert change == Change(6, "", "- BSc, 2010", reason, code)


def test_sentences_of_one_line_share_its_number() -> None:
    before = [Line("I wire houses."), Line("I lead 40.", joined=True), Line("I file.", joined=True)]
    after = [before[0], before[2]]
    assert [change.line for change in changes_between(before, after, {})] == [1]
