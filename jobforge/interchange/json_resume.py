"""JSON Resume 1.x (jsonresume.org) made into Markdown."""

from typing import Any

from jobforge.interchange.outline import Outline, bullets, entry, item, labelled, line, lines_of, since_until

Json = dict[str, Any]


def is_json_resume(value: object) -> bool:
    """Whether a value has the shape of JSON Resume."""
    if not isinstance(value, dict) or "sections" in value:
        return False
    return isinstance(value.get("basics"), dict) or isinstance(value.get("work"), list)


def read_json_resume(value: Json) -> str:
    """Return the resume as Markdown."""
    basics = _object(value.get("basics"))
    outline = Outline(str(basics.get("name") or ""), str(basics.get("label") or ""), _contact(basics))
    outline.section("Profile", lines_of(basics.get("summary")))
    outline.section("Experience", _jobs(value.get("work"), "position", ("name", "company")))
    outline.section("Projects", _projects(value.get("projects")))
    outline.section("Volunteering", _jobs(value.get("volunteer"), "position", ("organization",)))
    outline.section("Education", _education(value.get("education")))
    dated = (
        ("Certificates", "certificates", ("name", "issuer", "date"), None),
        ("Awards", "awards", ("title", "awarder", "date"), "summary"),
        ("Publications", "publications", ("name", "publisher", "releaseDate", "url"), "summary"),
    )
    for title, key, fields, text in dated:
        rows = _objects(value.get(key))
        outline.section(title, [x for row in rows for x in item([*(row.get(f) for f in fields), row.get(text or "")])])
    outline.section("Skills", [x for row in _objects(value.get("skills")) for x in _skill(row)])
    outline.section("Languages", [x for row in _objects(value.get("languages")) for x in _language(row)])
    outline.section("Interests", [x for row in _objects(value.get("interests")) for x in _interest(row)])
    outline.section("References", [x for row in _objects(value.get("references")) for x in _reference(row)])
    for section in _objects(_object(_object(value.get("meta")).get("jobforge")).get("sections")):
        text = section.get("text")
        outline.section(str(section.get("title") or ""), text.splitlines() if isinstance(text, str) else [])
    return outline.markdown


def _contact(basics: Json) -> list[str]:
    position = _object(basics.get("location"))
    where = [line(position.get(key)) for key in ("address", "postalCode", "city", "region", "countryCode")]
    profiles = [profile.get("url") or profile.get("username") for profile in _objects(basics.get("profiles"))]
    website = basics.get("url") or basics.get("website")
    parts = [", ".join(filter(None, where)), basics.get("email"), basics.get("phone"), website, *profiles]
    return [str(part or "") for part in parts]


def _interest(row: Json) -> list[str]:
    return labelled(row.get("name"), _values(row.get("keywords")))


def _reference(row: Json) -> list[str]:
    return labelled(row.get("name"), [row.get("reference")])


def _jobs(rows: object, title: str, employers: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for row in _objects(rows):
        employer = next((row[key] for key in employers if row.get(key)), None)
        period = since_until(row.get("startDate"), row.get("endDate"))
        body = [*lines_of(row.get("summary")), *bullets(_values(row.get("highlights")))]
        lines += entry([row.get(title), employer, row.get("location")], period, body)
    return lines


def _projects(rows: object) -> list[str]:
    lines: list[str] = []
    for row in _objects(rows):
        period = since_until(row.get("startDate"), row.get("endDate"))
        body = [*lines_of(row.get("description")), *bullets(_values(row.get("highlights")))]
        keywords = labelled("", _values(row.get("keywords")))
        lines += entry(
            [row.get("name"), *_values(row.get("roles")), row.get("entity"), row.get("url")], period, body + keywords
        )
    return lines


def _education(rows: object) -> list[str]:
    lines: list[str] = []
    for row in _objects(rows):
        degree = " ".join(filter(None, (line(row.get("studyType")), line(row.get("area")))))
        period = since_until(row.get("startDate"), row.get("endDate"))
        lines += item([degree, row.get("institution"), row.get("score"), period])
        lines += [f"  {text}" for text in bullets(_values(row.get("courses")))]
    return lines


def _skill(row: Json) -> list[str]:
    keywords = _values(row.get("keywords"))
    if keywords:
        return labelled(_with_level(row.get("name"), row.get("level")), keywords)
    return labelled(_with_level(row.get("name"), row.get("level")), [])


def _language(row: Json) -> list[str]:
    return item([_with_level(row.get("language"), row.get("fluency"))])


def _with_level(name: object, level: object) -> str:
    return f"{name} ({level})" if name and level else str(name or "")


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[Json]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _values(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
