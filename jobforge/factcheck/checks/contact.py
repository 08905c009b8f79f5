"""The lines by which the applicant is reached are those of the resume."""

import re
from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import LETTER, RESUME, Check, Example
from jobforge.factcheck.statements import Statement

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]*\w|(?:https?://|www\.|linkedin\.com/|github\.com/|xing\.com/)[^\s|,;)]+"
)
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|\(?0)\d[\d\s()/.-]{6,18}\d(?![\d%€$£])")
MIN_DIGITS = 8  # of a phone number; the last ones are compared, so that +44 20 and 020 are one


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def check_contact(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield e-mail addresses, links and phone numbers that neither the sources nor the ad give."""
    addresses, numbers = list(_ADDRESS.finditer(statement.text)), list(_PHONE.finditer(statement.text))
    if not addresses and not numbers:
        return
    sources = "\n".join(passage.whole for passage in (*evidence.passages, *evidence.ad)).casefold()
    for match in addresses:
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", match[0].casefold()).rstrip("/.")
        if bare not in sources:
            yield _finding(statement, match[0])
    existing = _digits(sources)
    for match in numbers:
        number = _digits(match[0])
        if len(number) >= MIN_DIGITS and number[-MIN_DIGITS:] not in existing:
            yield _finding(statement, match[0])


def _finding(statement: Statement, quote: str) -> Finding:
    return Finding(
        "fact.contact",
        Severity.BLOCK,
        statement.line,
        quote,
        f"“{quote}” is not among the contact details of your resume.",
        values=(("words", quote),),
    )


CHECK = Check(
    code="fact.contact",
    severity=Severity.BLOCK,
    applies_to=(RESUME, LETTER),
    why="E-mail address, phone number and links are the applicant's own: one wrong sign, and nobody is reached.",
    wrong=(
        Example("mira.aldous@exampel.com | +44 20 7946 0018", section="contact"),
        Example("mira.aldous@example.com | +44 20 7946 0099", section="contact"),
    ),
    right=(Example("Phone: 020 7946 0018, mira.aldous@example.com", section="contact"),),
    run=check_contact,
)
