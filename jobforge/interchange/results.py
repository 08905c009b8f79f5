"""What conversions give back, and how they refuse. These values cross a process boundary: plain fields only."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from jobforge.resumes.reading_warning import ReadingWarning


class RefusalCode(StrEnum):
    """Why a file is refused. The HTTP status is 413 for TOO_LARGE and 422 for all others."""

    UNSUPPORTED_FORMAT = "UNSUPPORTED_FORMAT"
    ENCRYPTED = "ENCRYPTED"
    NO_TEXT = "NO_TEXT"
    TOO_LARGE = "TOO_LARGE"
    TOO_MANY_PAGES = "TOO_MANY_PAGES"
    DAMAGED = "DAMAGED"
    TOO_COMPLEX = "TOO_COMPLEX"


class Refusal(Exception):
    """A file that is not converted; `message` is one sentence for the person who sent it."""

    def __init__(self, code: RefusalCode, message: str) -> None:
        super().__init__(message)
        self.code = RefusalCode(code)
        self.message = message


@dataclass(frozen=True, slots=True)
class ImportFindings:
    """What was recognised in a resume: the name, the numbers of roles and bullets, the titles of sections."""

    name: str | None = None
    roles: int = 0
    bullets: int = 0
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedResume:
    """A resume as Markdown.

    Attributes:
        format: A word of `sniff.Format`.
        warnings: Sentences to be looked at, those on the file first.
        reading_warnings: What of the text was not read or not for sure, in its order.
    """

    format: str
    content: str
    found: ImportFindings = field(default_factory=ImportFindings)
    warnings: tuple[str, ...] = ()
    reading_warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedAd:
    """An ad as Markdown, and what its JobPosting states, None where it states nothing."""

    job_description: str
    company_name: str | None = None
    role_title: str | None = None
    location: str | None = None
    job_url: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file that was made of a text; `warnings` are what only rendering could tell."""

    data: bytes
    media_type: str
    warnings: tuple[str, ...] = ()


def to_plain(result: ImportedResume | ImportedAd) -> dict[str, Any]:
    """Return the result as what JSON can hold."""
    return asdict(result)


def resume_from_plain(plain: dict[str, Any]) -> ImportedResume:
    """Return the resume that `to_plain` wrote."""
    findings = ImportFindings(**plain["found"] | {"sections": tuple(plain["found"]["sections"])})
    warnings = tuple(
        ReadingWarning(**one | {"values": tuple(map(tuple, one["values"]))}) for one in plain["reading_warnings"]
    )
    return ImportedResume(plain["format"], plain["content"], findings, tuple(plain["warnings"]), warnings)


def ad_from_plain(plain: dict[str, Any]) -> ImportedAd:
    """Return the ad that `to_plain` wrote."""
    return ImportedAd(**plain | {"warnings": tuple(plain["warnings"])})
