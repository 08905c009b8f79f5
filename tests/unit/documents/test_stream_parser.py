"""How a model's answer is read while it comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobforge.documents.llm.stream_parser import Draft, Line, document

RESUME = """```markdown
# Jo Ray

- Wired 28 houses a year [[L12]]
- Two apprentices [[L13, L15-L17]] [[N1]]
| a | [[L2]] | b |
[[L3]]
```
"""
LETTER = """Dear Ms Ngọc,

I wire houses. About 28 a year. [[L12]] Two apprentices ride with me. [[L13]]
This line goes on.

Kind regards,
Jo
"""


def read(text: str, flowing: bool, size: int) -> tuple[Draft, str]:
    draft = Draft(flowing)
    seen = "".join(draft.feed(text[start : start + size]) for start in range(0, len(text), size))
    return draft, seen + draft.end()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11, 1000])
def test_marks_and_fences_are_gone_wherever_the_pieces_are_cut(size: int) -> None:
    draft, seen = read(RESUME, False, size)
    assert seen == "# Jo Ray\n\n- Wired 28 houses a year\n- Two apprentices\n| a | | b |"
    assert document(draft.lines) == seen + "\n"
    assert draft.lines[3].evidence == ("L13", "L15", "L16", "L17", "N1")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11, 1000])
def test_a_letter_is_read_by_sentences_and_shown_by_paragraphs(size: int) -> None:
    draft, seen = read(LETTER, True, size)
    assert seen == (
        "Dear Ms Ngọc,\n\nI wire houses. About 28 a year. Two apprentices ride with me.\n"
        "This line goes on.\n\nKind regards,\nJo"
    )
    assert document(draft.lines) == seen + "\n"
    assert Line("About 28 a year.", ("L12",), joined=True) in draft.lines
    assert Line("Two apprentices ride with me.", ("L13",), joined=True) in draft.lines


def test_a_line_is_seen_as_soon_as_it_is_complete() -> None:
    draft = Draft(False)
    assert draft.feed("# Jo\n- Wired ho") == "# Jo"
    assert draft.feed("uses [[L1") == ""
    assert draft.feed("2]]\n") == "\n- Wired houses"


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_thinking_aloud_is_not_shown(size: int) -> None:
    _, seen = read("<think>\nThe ad wants [[L9]] lies.\n</think>\n\n# Jo", False, size)
    assert seen == "# Jo"


@pytest.mark.parametrize("mark", ["[[L1", "[[L1]", "[[]]", "[[none]]", "[L1, L2]", "[[L1;L2]]", "[[ L1 – L3 ]]"])
def test_a_mark_that_is_not_quite_right_is_gone_too(mark: str) -> None:
    _, seen = read(f"- Wired houses {mark}\n- Next", False, 4)
    assert seen == "- Wired houses\n- Next"


@pytest.mark.parametrize("text", ["- See [docs](https://example.org)", "- French [B2]", "- a [x] b", "- L2 English"])
def test_other_brackets_stay(text: str) -> None:
    assert read(text, False, 5)[1] == text


@pytest.mark.parametrize(
    ("flowing", "text", "seen"),
    [
        (False, "Here is the optimized resume:\n\n# Jo", "# Jo"),
        (False, "Lebenslauf:\n# Jo", "Lebenslauf:\n# Jo"),
        (True, "Here is your cover letter:\n\nDear Ms Ray:\nHi.", "Dear Ms Ray:\nHi."),
        (True, "Dear Hiring Team of Acme:\n\nHi.", "Dear Hiring Team of Acme:\n\nHi."),
    ],
)
def test_a_preface_is_not_part_of_the_document(flowing: bool, text: str, seen: str) -> None:
    assert read(text, flowing, 6)[1] == seen


@given(st.text(alphabet="ab.[]LN12, -\n`<>#", max_size=80), st.booleans(), st.integers(1, 9))
def test_what_was_shown_is_always_the_document_so_far(text: str, flowing: bool, size: int) -> None:
    draft, seen = read(text, flowing, size)
    assert seen == document(draft.lines).rstrip("\n")
    assert read(text, flowing, 1000)[1] == seen
    assert "[[" not in seen
