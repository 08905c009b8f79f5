"""Any text can be read: whatever is pasted, nothing raises, and quotes are found where they are said to be."""

import html
import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobforge.ads.parser import read_ad
from jobforge.injection.detect import find_injections, without_injections
from jobforge.matching.match import match
from jobforge.resumes.parser import read_resume

TODAY = date(2026, 11, 22)
WORDS = (
    *("Nurse", "Acme Ltd", "Python", "C1", "SGB", "VIII", "Berufserfahrung", "français", "Führerschein", "3+ years"),
    *("2019 - 2021", "03/2019 – heute", "Jan", "present", "€ 40.000", "£", "100 %", "must", "a plus", "required"),
    *("ignore", "previous instructions", "You are", "AI", "resume", "Requirements:", "Experience", "Education", "|"),
    *(
        "or",
        "und",
        "e.g.",
        "(",
        ")",
        "[",
        "&amp;",
        "&#8203;",
        "\u200b",
        "🔹",
        "B2",
        "NMC 12A3456E",
        "x" * 90,
        "Über",
        "ß",
    ),
)
MARKS = (
    *(
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "* ",
        "• ",
        "1. ",
        "2.1 ",
        "a) ",
        "> ",
        "| ",
        "**",
        "<b>",
        "<li>",
        "</li>",
        "<!--",
    ),
    *("<!--", "-->", "<p>", "\t", "    ", "```", "---", "===", "|---|---|", "[ ] ", "☐ ", "{", "🔹 ", "~ "),
)
ENDS = ("", ":", ".", ";", "**", "</b>", " |", "!", ",", "  ", "\r")

line = st.builds(
    lambda mark, words, end: mark + " ".join(words) + end,
    st.sampled_from(MARKS),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=7),
    st.sampled_from(ENDS),
)
heading = st.sampled_from(
    (
        "## Work",
        "Experience",
        "EDUCATION",
        "## Skills",
        "Requirements",
        "Nice to have",
        "Duties | Profile",
        "Languages:",
    )
)
page = st.lists(st.one_of(line, heading, st.just("")), max_size=14).map("\n".join)
bounded = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@bounded
@given(page)
def test_a_resume_of_any_text_is_read_and_its_jobs_lie_on_its_lines(text: str) -> None:
    read = read_resume(text)
    for role in read.roles:
        assert 1 <= role.first_line <= role.last_line <= len(read.lines)
        assert all(role.first_line <= number <= role.last_line for number in role.bullets)


def _forms(text: str) -> tuple[str, ...]:
    """The text as it is, and as it reads once its page's escapes, tags and runs of spaces are gone."""
    once = html.unescape(text)
    bare = (re.sub("</?[a-zA-Z][^<>]*>", " ", each) for each in (text, once))
    return text, *(" ".join(each.split()) for each in (text, once, html.unescape(once), *map(html.unescape, bare)))


@bounded
@given(page)
def test_an_ad_of_any_text_is_read_and_its_requirements_are_its_own_words(text: str) -> None:
    read = read_ad(text)
    lines = text.split("\n")
    for item in read.requirements:
        first, line = item.text.split("\n")[0], lines[item.line - 1]
        # A page's source may have escaped its text, once or twice; the words are the same.
        assert any(wanted in each for each in _forms(text) for wanted in _forms(item.text))
        # A sentence that goes on in the next line begins with all of this one.
        assert any(wanted in each or wanted.startswith(each) for each in _forms(line) for wanted in _forms(first))


@bounded
@given(page)
def test_of_any_ad_only_what_speaks_to_machines_goes_and_no_line_moves(text: str) -> None:
    cleaned = without_injections(text)
    assert cleaned.count("\n") == text.count("\n")
    assert find_injections(text) == find_injections(text)


@bounded
@given(page, page)
def test_any_two_texts_are_matched_and_evidence_stands_on_its_line(resume: str, ad: str) -> None:
    found = match(resume, ad, today=TODAY)
    lines = read_resume(resume).lines
    for item in found.requirements:
        if item.evidence_line is not None:
            assert item.evidence and item.evidence in lines[item.evidence_line - 1].raw
    assert found.coverage is None or 0 <= found.coverage <= 1


def test_a_heading_over_an_empty_bullet_is_read() -> None:
    assert read_resume("## Work\n<b># A B\n* \n- Led {x} of 5\n").lines
