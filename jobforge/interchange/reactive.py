"""Reactive Resume's JSON (version 5, and 4 as far as it is alike) made into Markdown."""

from typing import Any

from jobforge.interchange.outline import Outline, entry, item, labelled, rich

Json = dict[str, Any]

_TITLES = {
    "experience": "Experience",
    "education": "Education",
    "certifications": "Certificates",
    "skills": "Skills",
    "languages": "Languages",
    "projects": "Projects",
    "volunteer": "Volunteering",
    "awards": "Awards",
    "publications": "Publications",
    "interests": "Interests",
    "references": "References",
}


def is_reactive(value: object) -> bool:
    """Whether a value has the shape of Reactive Resume."""
    return isinstance(value, dict) and isinstance(value.get("sections"), dict) and isinstance(value.get("basics"), dict)


def read_reactive(value: Json) -> str:
    """Return the resume as Markdown; what is hidden there stays out."""
    basics = _object(value.get("basics"))
    sections = _object(value.get("sections"))
    contact = _contact(basics, _object(sections.get("profiles")))
    outline = Outline(str(basics.get("name") or ""), str(basics.get("headline") or ""), contact)
    summary = _object(value.get("summary") or sections.get("summary"))
    if not _is_hidden(summary):
        outline.section(str(summary.get("title") or "Profile"), rich(summary.get("content")))
    for key, title in _TITLES.items():
        section = _object(sections.get(key))
        lines = [text for row in _items(section) for text in _ITEMS[key](row)]
        outline.section(str(section.get("title") or title), lines)
    for section in _custom(value, sections):
        kind = str(section.get("type") or "")
        make = _ITEMS.get(kind, _custom_item)
        lines = [text for row in _items(section) for text in make(row)]
        outline.section(str(section.get("title") or section.get("name") or _TITLES.get(kind, "Other")), lines)
    return outline.markdown


def _contact(basics: Json, profiles: Json) -> list[str]:
    fields = [_first(field, "text", "value") for field in _objects(basics.get("customFields"))]
    addresses = [_link(profile) or profile.get("username") for profile in _items(profiles)]
    website = _object(basics.get("website")).get("url") or _address(basics.get("url"))
    parts = [basics.get("location"), basics.get("email"), basics.get("phone"), website, *fields, *addresses]
    return [str(part or "") for part in parts]


def _custom(value: Json, sections: Json) -> list[Json]:
    custom = value.get("customSections")
    if isinstance(custom, list):
        return _objects(custom)
    older = sections.get("custom")
    return _objects(list(older.values())) if isinstance(older, dict) else []


def _experience(row: Json) -> list[str]:
    position, period = row.get("location"), _first(row, "period", "date")
    roles = _objects(row.get("roles"))
    if roles:
        lines: list[str] = []
        for role in roles:
            head = [_first(role, "position", "title"), row.get("company"), position]
            lines += entry(head, _first(role, "period", "date"), rich(role.get("description")))
        return lines
    return entry([row.get("position"), row.get("company"), position], period, _text(row))


def _volunteer(row: Json) -> list[str]:
    head = [row.get("position"), _first(row, "organization", "company"), row.get("location")]
    return entry(head, _first(row, "period", "date"), _text(row))


def _project(row: Json) -> list[str]:
    return entry([row.get("name"), _link(row)], _first(row, "period", "date"), _text(row) + _keywords(row))


def _education(row: Json) -> list[str]:
    degree = " ".join(str(row[key]) for key in ("degree", "studyType", "area") if row.get(key))
    school = _first(row, "school", "institution")
    return _with_text(
        item([degree, school, row.get("location"), _first(row, "grade", "score"), _first(row, "period", "date")]), row
    )


def _certificate(row: Json) -> list[str]:
    return _with_text(item([_first(row, "title", "name"), row.get("issuer"), row.get("date")]), row)


def _award(row: Json) -> list[str]:
    return _with_text(item([row.get("title"), row.get("awarder"), row.get("date")]), row)


def _publication(row: Json) -> list[str]:
    return _with_text(item([_first(row, "title", "name"), row.get("publisher"), row.get("date")]), row)


def _skill(row: Json) -> list[str]:
    words = row.get("keywords") if isinstance(row.get("keywords"), list) else []
    if words:
        return labelled(row.get("name"), words)
    level = _first(row, "proficiency", "description")
    return labelled(f"{row.get('name') or ''} ({level})" if level else row.get("name"), [])


def _language(row: Json) -> list[str]:
    name, level = _first(row, "language", "name"), _first(row, "fluency", "description")
    return item([f"{name} ({level})" if level else name])


def _interest(row: Json) -> list[str]:
    return labelled(row.get("name"), row["keywords"] if isinstance(row.get("keywords"), list) else [])


def _reference(row: Json) -> list[str]:
    return _with_text(item([row.get("name"), row.get("position"), row.get("phone")]), row)


def _custom_item(row: Json) -> list[str]:
    head = [
        _first(row, "title", "name", "position"),
        _first(row, "company", "organization", "description"),
        row.get("location"),
    ]
    content = rich(row.get("content"))
    if content and not any(head):
        return [*content, ""]
    return _with_text(item([*head, _first(row, "period", "date")]), row) + content


_ITEMS = {
    "experience": _experience,
    "education": _education,
    "certifications": _certificate,
    "skills": _skill,
    "languages": _language,
    "projects": _project,
    "volunteer": _volunteer,
    "awards": _award,
    "publications": _publication,
    "interests": _interest,
    "references": _reference,
}


def _with_text(lines: list[str], row: Json) -> list[str]:
    return lines + [f"  {text}" if text else "" for text in _text(row)]


def _text(row: Json) -> list[str]:
    return rich(_first(row, "summary", "description"))


def _keywords(row: Json) -> list[str]:
    return labelled("", row["keywords"]) if isinstance(row.get("keywords"), list) else []


def _link(row: Json) -> str:
    return _address(row.get("website")) or _address(row.get("url"))


def _address(value: object) -> str:
    """Return an address: version 5 has `{url}`, version 4 `{href}`."""
    if isinstance(value, dict):
        return str(value.get("url") or value.get("href") or "")
    return value if isinstance(value, str) else ""


def _first(row: Json, *keys: str) -> str:
    return next((str(row[key]) for key in keys if row.get(key) and not isinstance(row[key], (dict, list))), "")


def _is_hidden(row: Json) -> bool:
    return row.get("hidden") is True or row.get("visible") is False


def _items(section: Json) -> list[Json]:
    return [] if _is_hidden(section) else [row for row in _objects(section.get("items")) if not _is_hidden(row)]


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[Json]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
