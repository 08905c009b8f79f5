"""A resume in Markdown as JSON Resume 1.x (jsonresume.org). What has no field there goes into `meta.jobforge`.

No word is lost: a section that cannot be told apart into fields is kept as text in `meta.jobforge.sections`, where
the import finds it again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson

from jobforge.enums import ExportFormat
from jobforge.interchange.export_options import MEDIA_TYPES
from jobforge.interchange.json_dates import iso_period, split_date, split_period
from jobforge.interchange.results import RenderedFile
from jobforge.resumes.parser import Line, LineKind, Resume, Role, Section, SectionKind, read_resume
from jobforge.resumes.roles import read_roles
from jobforge.text.dates import Period

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
Json = dict[str, Any]

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\(?\d[\d ().\-/]{6,}\d")
_WEB = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
_PART = re.compile(r"\s+[|•·]\s+|\s*\|\s*")
_COMMA = re.compile(r",\s+(?![^()]*\))")
_LABELLED = re.compile(r"(?P<label>[^:|]{1,80}):\s+(?P<values>\S.*)", re.DOTALL)
_BRACKETED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<level>[^()]+)\)")
_EDGES = " \t,;|()[]–—-·:"


def to_json_resume(markdown: str) -> RenderedFile:
    """Return the resume as JSON that is valid by the schema of JSON Resume."""
    resume = read_resume(markdown)
    document: Json = {"$schema": SCHEMA, "basics": _basics(resume)}
    remaining: list[Json] = []
    for section in resume.sections:
        if section.kind is SectionKind.HEADER and section.heading_line is None:
            continue
        lines = _body(resume, section)
        writer = _WRITERS.get(section.kind)
        key, entries = writer(resume, section, lines) if writer else ("", None)
        if entries is None or key in document or (key == "summary" and "summary" in document["basics"]):
            remaining.append({"title": section.title, "text": _raw(lines)})
        elif key == "summary":
            document["basics"]["summary"] = entries
        else:
            document[key] = entries
    others = _other_contact(resume)
    if others:
        remaining.insert(0, {"title": "Contact", "text": " | ".join(others)})
    document["meta"] = {"version": "v1.0.0"} | ({"jobforge": {"sections": remaining}} if remaining else {})
    data = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return RenderedFile(data, MEDIA_TYPES[ExportFormat.JSON_RESUME])


# --- the head


def _head_lines(resume: Resume) -> list[Line]:
    header = next((s for s in resume.sections if s.kind is SectionKind.HEADER), None)
    lines = resume.lines[header.first_line - 1 : header.last_line] if header else ()
    return [line for line in lines if line.text and line.kind is not LineKind.CONTINUATION]


def _contact_parts(resume: Resume) -> tuple[str | None, list[str]]:
    """Return a line that says what the person is, and the parts of all other lines under the name."""
    lines = _head_lines(resume)
    name_line = next((line for line in lines if resume.name and resume.name in line.text), None)
    label: str | None = None
    parts: list[str] = []
    if name_line is not None:
        rest = name_line.text.replace(resume.name or "", "", 1).strip(_EDGES)
        parts += [rest] if rest else []
    for line in lines:
        if line is name_line:
            continue
        split = [part.strip() for part in _PART.split(line.text) if part.strip()]
        alone = len(split) == 1 and not any(p.search(split[0]) for p in (_MAIL, _PHONE, _WEB))
        if alone and label is None and not parts and len(lines) > 2:
            label = split[0]
        else:
            parts += split
    return label, parts


def _basics(resume: Resume) -> Json:
    label, parts = _contact_parts(resume)
    basics: Json = {"name": resume.name or ""}
    if label:
        basics["label"] = label
    profiles: list[Json] = []
    for part in parts:
        if _MAIL.fullmatch(part) and "email" not in basics:
            basics["email"] = part
        elif _PHONE.fullmatch(part) and "phone" not in basics:
            basics["phone"] = part
        elif _WEB.fullmatch(part):
            url = part if "://" in part else f"https://{part}"
            host = url.split("/")[2].removeprefix("www.")
            if "url" in basics or host.endswith(("linkedin.com", "github.com")):
                profiles.append({"network": host, "url": url})
            else:
                basics["url"] = url
        elif "location" not in basics and not re.search(r"@|://", part):
            basics["location"] = {"address" if re.search(r"\d", part) else "city": part}
    if profiles:
        basics["profiles"] = profiles
    return basics


def _other_contact(resume: Resume) -> list[str]:
    """Return the parts of the head that no field of `basics` holds."""
    written = orjson.dumps(_basics(resume)).decode()
    _, parts = _contact_parts(resume)
    return [part for part in parts if orjson.dumps(part).decode()[1:-1] not in written]


# --- sections


def _body(resume: Resume, section: Section) -> list[Line]:
    first = section.first_line if section.heading_line else section.first_line - 1
    return list(resume.lines[first : section.last_line])


def _raw(lines: Sequence[Line]) -> str:
    # Headings in it stay below the section's own.
    return "\n".join(re.sub(r"^#{1,2}(?=\s)", "###", line.raw.rstrip()) for line in lines).strip("\n")


def _texts(lines: Sequence[Line]) -> list[str]:
    """Return one text for each item or paragraph; the rows of a table have their cells joined."""
    return [line.text for line in lines if line.text and line.kind is not LineKind.CONTINUATION]


def _is_flat(lines: Sequence[Line]) -> bool:
    return not any(line.kind is LineKind.HEADING or (line.kind is LineKind.BULLET and line.level > 0) for line in lines)


def _summary(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    if not _is_flat(lines):
        return "summary", None
    return "summary", "\n".join(f"- {x.text}" if x.kind is LineKind.BULLET else x.text for x in _shown(lines))


def _shown(lines: Sequence[Line]) -> Iterator[Line]:
    return (line for line in lines if line.text and line.kind is not LineKind.CONTINUATION)


def _work(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    roles = [role for role in resume.roles if section.first_line <= role.first_line <= section.last_line]
    return "work", _jobs(resume, lines, roles, "name")


def _volunteer(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    level = resume.lines[section.heading_line - 1].level if section.heading_line else 0
    return "volunteer", _jobs(resume, lines, list(read_roles(lines, level).roles), "organization")


def _jobs(resume: Resume, lines: list[Line], roles: list[Role], employer: str) -> list[Json] | None:
    """Return the jobs; None where lines of the section belong to none of them."""
    inside = {number for role in roles for number in range(role.first_line, role.last_line + 1)}
    if not roles or any(line.number not in inside for line in _shown(lines)):
        return None
    return [_job(resume, role, employer) for role in roles]


def _job(resume: Resume, role: Role, employer: str) -> Json:
    lines = list(_shown(resume.lines[role.first_line - 1 : role.last_line]))
    work = set(role.bullets)
    entry: Json = {"position": role.title}
    if role.employer:
        entry[employer] = role.employer
    summary = [line.text for line in lines if line.number in work and line.kind is not LineKind.BULLET]
    heads = [line.text for line in lines if line.number not in work]
    head = " | ".join(heads)
    if role.period is not None:
        dates, head = _dates(role.period, heads)
        entry |= dates
    if role.place and employer == "name":
        entry["location"] = role.place
    rest = _without(head, [role.title, role.employer, role.place if employer == "name" else None])
    if rest:
        summary.insert(0, rest)
    if summary:
        entry["summary"] = "\n".join(summary)
    highlights = [line.text for line in lines if line.number in work and line.kind is LineKind.BULLET]
    if highlights:
        entry["highlights"] = highlights
    return entry


def _dates(period: Period, heads: Sequence[str]) -> tuple[Json, str]:
    """Return a job's dates as its head writes them, and the head without them."""
    source = next((text for text in heads if split_period(text)), "")
    written = split_period(source)
    start, end = (written.start, written.end) if written and written.start else iso_period(period, "")
    head = " | ".join(heads)
    dates: Json = {"startDate": start} | ({} if end is None else {"endDate": end})
    return dates, head.replace(source, written.rest) if written else head


def _without(text: str, parts: Sequence[str | None]) -> str:
    """Return what is left of a head when its parts are taken out."""
    for part in sorted((part for part in parts if part), key=len, reverse=True):
        text = text.replace(part, " ", 1)
    text = re.sub(r"[\s,;|()–—·:-]+", " ", text).strip()
    return text if re.search(r"\w", re.sub(r"\b(?:at|bei|chez|en|à|in|im)\b", "", text)) else ""


def _education(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    entries: list[Json] = []
    for line in _shown(lines):
        if line.kind is LineKind.BULLET and line.level > 0 and entries:
            entries[-1].setdefault("courses", []).append(line.text)
        elif line.kind in (LineKind.HEADING, LineKind.TABLE):
            return "education", None
        else:
            entries.append(_degree(line.text))
    return "education", entries or None


def _degree(text: str) -> Json:
    dates = split_period(text) or split_date(text)
    rest = dates.rest if dates else text
    parts = [part for part in _COMMA.split(rest) if part]
    entry: Json = {"studyType": parts[0]} if len(parts) > 1 else {}
    entry["institution"] = ", ".join(parts[1:]) or rest
    if dates:
        entry |= {name: date for name, date in (("startDate", dates.start), ("endDate", dates.end)) if date}
    return entry


def _dated(key: str, name: str, issuer: str, date: str) -> Callable[[Resume, Section, list[Line]], tuple[str, Any]]:
    def write(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
        if not _is_flat(lines):
            return key, None
        entries: list[Json] = []
        for text in _texts(lines):
            dates = None if split_period(text) else split_date(text)
            parts = [part for part in _COMMA.split(dates.rest if dates else text) if part]
            entry: Json = {name: ", ".join(parts[:-1]) or parts[0]} if parts else {name: text}
            if len(parts) > 1:
                entry[issuer] = parts[-1]
            if dates and dates.end:
                entry[date] = dates.end
            entries.append(entry)
        return key, entries or None

    return write


def _skills(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    return "skills", _keywords(lines)


def _interests(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    return "interests", _keywords(lines)


def _keywords(lines: list[Line]) -> list[Json] | None:
    if not _is_flat(lines):
        return None
    entries: list[Json] = []
    for text in _texts(lines):
        labelled = _LABELLED.fullmatch(text)
        if labelled:
            entries.append({"name": labelled["label"], "keywords": _COMMA.split(labelled["values"])})
        else:
            values = _COMMA.split(text)
            entries.append({"keywords": values} if len(values) > 1 else {"name": text})
    return entries or None


def _languages(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    if not _is_flat(lines):
        return "languages", None
    entries: list[Json] = []
    for text in _texts(lines):
        for part in re.split(r"[,;]\s+(?![^()]*\))", text):
            result = _BRACKETED.fullmatch(part) or re.fullmatch(r"(?P<name>[^:]+):\s+(?P<level>.+)", part)
            entries.append({"language": result["name"], "fluency": result["level"]} if result else {"language": part})
    return "languages", entries or None


def _references(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    if not _is_flat(lines):
        return "references", None
    entries = []
    for text in _texts(lines):
        labelled = _LABELLED.fullmatch(text)
        entries.append(
            {"name": labelled["label"], "reference": labelled["values"]} if labelled else {"reference": text}
        )
    return "references", entries or None


def _projects(resume: Resume, section: Section, lines: list[Line]) -> tuple[str, Any]:
    entries: list[Json] = []
    for line in _shown(lines):
        if line.kind is LineKind.HEADING:
            dates = split_period(line.text)
            entry: Json = {"name": dates.rest if dates else line.text}
            if dates:
                entry |= {name: date for name, date in (("startDate", dates.start), ("endDate", dates.end)) if date}
            entries.append(entry)
        elif not entries:
            return "projects", None
        elif line.kind is LineKind.BULLET:
            entries[-1].setdefault("highlights", []).append(line.text)
        else:
            previous = entries[-1].get("description")
            entries[-1]["description"] = f"{previous}\n{line.text}" if previous else line.text
    return "projects", entries or None


_WRITERS: dict[SectionKind, Callable[[Resume, Section, list[Line]], tuple[str, Any]]] = {
    SectionKind.SUMMARY: _summary,
    SectionKind.EXPERIENCE: _work,
    SectionKind.VOLUNTEERING: _volunteer,
    SectionKind.EDUCATION: _education,
    SectionKind.CERTIFICATES: _dated("certificates", "name", "issuer", "date"),
    SectionKind.AWARDS: _dated("awards", "title", "awarder", "date"),
    SectionKind.PUBLICATIONS: _dated("publications", "name", "publisher", "releaseDate"),
    SectionKind.SKILLS: _skills,
    SectionKind.LANGUAGES: _languages,
    SectionKind.INTERESTS: _interests,
    SectionKind.REFERENCES: _references,
    SectionKind.PROJECTS: _projects,
}
