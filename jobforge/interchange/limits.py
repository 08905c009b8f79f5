"""Caps on files and the sentences that tell which one a file exceeds. Each stops work before it is done."""

from jobforge.interchange.results import Refusal, RefusalCode

MAX_PAGES = 30
MAX_CHARACTERS = 60_000
MAX_PAGE_CHARACTERS = 20_000
MAX_PAGE_OBJECTS = 3_000
MAX_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_ENTRY_BYTES = 20 * 1024 * 1024
MAX_JSON_BYTES = 2 * 1024 * 1024
MAX_HTML_BYTES = 2 * 1024 * 1024
MAX_OPEN_TAGS = 1_000
MIN_RESULT, MAX_RESULT = 100, 50_000

READABLE = (
    "PDF, DOCX, Markdown, plain text, HTML, JSON Resume, Reactive Resume, Europass XML and LinkedIn's data export"
)


def unsupported(what: str = "This format") -> Refusal:
    return Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"{what} cannot be read. JobForge reads {READABLE}.")


def damaged(what: str) -> Refusal:
    return Refusal(RefusalCode.DAMAGED, f"The {what} is damaged and cannot be opened.")


def too_complex(what: str) -> Refusal:
    return Refusal(RefusalCode.TOO_COMPLEX, f"The {what} is too complex to be read.")


def too_large(what: str, limit: str) -> Refusal:
    return Refusal(RefusalCode.TOO_LARGE, f"The {what} holds more than {limit}.")


def no_text(what: str = "file") -> Refusal:
    return Refusal(RefusalCode.NO_TEXT, f"There is no text in this {what}.")
