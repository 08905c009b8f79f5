"""LinkedIn's data export (a ZIP of CSV files) made into Markdown. Only the files of the profile are opened."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from jobforge.interchange.archive import Archive
from jobforge.interchange.limits import damaged, no_text
from jobforge.interchange.outline import Outline, entry, item, line, lines_of, since_until

_WHAT = "LinkedIn export"
_FILES = frozenset(
    {
        *("Profile", "Positions", "Education", "Certifications", "Skills", "Languages", "Projects", "Volunteering"),
        *("Honors", "Publications", "Courses", "Email Addresses", "PhoneNumbers"),
    }
)
_NAME = re.compile(r"(?:^|/)([\w ]+)\.csv$", re.IGNORECASE)
_MAX_ROWS = 500
_MAX_FIELD = 200_000
_WEBSITE = re.compile(r"https?://[^\s,\]]+|www\.[^\s,\]]+")

Record = dict[str, str]


def is_linkedin(archive: Archive) -> bool:
    """Whether a ZIP holds the files of a LinkedIn profile."""
    return any(_file_of(name) in ("Profile", "Positions") for name in archive.names)


def read_linkedin(archive: Archive) -> str:
    """Return the profile as Markdown. Raises: Refusal when it is damaged, too large or empty."""
    files = {file: name for name in sorted(archive.names) if (file := _file_of(name)) in _FILES}
    records = {file: list(_records(archive.read(name))) for file, name in files.items()}

    def rows(file: str) -> list[Record]:
        return records.get(file, [])

    profile = next(iter(rows("Profile")), {})
    name = " ".join(filter(None, (profile.get("first name", ""), profile.get("last name", ""))))
    contact = _contact(profile, rows("Email Addresses"), rows("PhoneNumbers"))
    summary = profile.get("summary", "")
    headline = profile.get("headline", "")
    outline = Outline(name, headline if headline != summary else "", contact)
    outline.section("Profile", lines_of(summary))
    outline.section("Experience", _jobs(rows("Positions"), "title", "company name"))
    outline.section("Projects", _jobs(rows("Projects"), "title", "url", ongoing=False))
    outline.section("Volunteering", _jobs(rows("Volunteering"), "role", "company name"))
    outline.section("Education", [text for row in rows("Education") for text in _education(row)])
    outline.section("Certificates", [text for row in rows("Certifications") for text in _certificate(row)])
    outline.section("Courses", _listed(rows("Courses"), "name", "number"))
    outline.section("Skills", [", ".join(filter(None, (line(row.get("name")) for row in rows("Skills"))))])
    outline.section("Languages", [text for row in rows("Languages") for text in _language(row)])
    outline.section("Awards", _listed(rows("Honors"), "title", "issued on", "description"))
    outline.section("Publications", _listed(rows("Publications"), "name", "publisher", "published on", "url"))
    if not outline.markdown.strip():
        raise no_text(_WHAT)
    return outline.markdown


def _contact(profile: Record, addresses: Sequence[Record], phones: Sequence[Record]) -> list[str]:
    primary_first = sorted(addresses, key=lambda row: row.get("primary", "").casefold() != "yes")
    return [
        profile.get("geo location", "") or profile.get("address", ""),
        *(row.get("email address", "") for row in primary_first[:1]),
        *(row.get("number", "") for row in phones[:1]),
        *_WEBSITE.findall(profile.get("websites", "")),
    ]


def _listed(rows: Sequence[Record], *fields: str) -> list[str]:
    """Return one item a row, with what these fields hold."""
    return [text for row in rows for text in item([row.get(field) for field in fields])]


def _file_of(name: str) -> str | None:
    match = _NAME.search(name)
    if match is None or ".." in name:
        return None
    return next((file for file in _FILES if file.casefold() == match[1].casefold()), None)


def _records(data: bytes) -> Iterator[Record]:
    """Yield the rows below the header, which may stand under a preamble of notes."""
    csv.field_size_limit(_MAX_FIELD)
    text = data.decode("utf-8-sig", "replace").replace("\x00", "")
    header: list[str] | None = None
    count = 0
    try:
        for row in csv.reader(io.StringIO(_without_notes(text), newline="")):
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header = [cell.strip().casefold() for cell in row]
                continue
            yield {key: cell.strip() for key, cell in zip(header, row, strict=False)}
            count += 1
            if count >= _MAX_ROWS:
                return
    except csv.Error:
        raise damaged(_WHAT) from None


def _without_notes(text: str) -> str:
    if not text.lstrip().startswith(("Notes:", '"Notes:')):
        return text
    parts = re.split(r"\r?\n[ \t]*\r?\n", text.lstrip(), maxsplit=1)
    return parts[1] if len(parts) > 1 else text


def _jobs(rows: list[Record], title: str, employer: str, ongoing: bool = True) -> list[str]:
    lines: list[str] = []
    for row in rows:
        period = since_until(row.get("started on"), row.get("finished on"), ongoing)
        lines += entry(
            [row.get(title), row.get(employer), row.get("location")], period, lines_of(row.get("description"))
        )
    return lines


def _education(row: Record) -> list[str]:
    period = since_until(row.get("start date"), row.get("end date"), ongoing=False)
    return item([row.get("degree name"), row.get("school name"), row.get("notes"), row.get("activities"), period])


def _certificate(row: Record) -> list[str]:
    return item([row.get("name"), row.get("authority"), row.get("license number"), row.get("started on")])


def _language(row: Record) -> list[str]:
    level = row.get("proficiency")
    return item([f"{row.get('name', '')} ({level})" if level else row.get("name")])
