"""Applications as CSV, in and out. The columns are those of `COLUMNS`, in any order; unknown ones are ignored.

Written with commas, read with commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from jobforge import inputs
from jobforge.enums import Stage
from jobforge.errors import JobForgeError, ValidationError
from jobforge.inputs import read
from jobforge.operations import applications, changes, renewal, tags
from jobforge.operations.repeats import repeatable
from jobforge.storage.models import Application, Caller

COLUMNS = (
    "company_name",
    "role_title",
    "location",
    "job_url",
    "job_description",
    "priority_level",
    "additional_context",
    "stage",
    "applied_at",
    "deadline",
    "salary",
    "found_via",
    "tags",
    "archived",
    "created_at",
)
"""Moments are ISO 8601, tags have semicolons between; `created_at` is written and not read."""
DELIMITERS = (",", ";", "\t")
MAX_ROWS = 1000
MAX_CHARACTERS = 1_500_000
WITHOUT_AD = "No job ad was given for {role} at {company}. Put its text here to have it read."
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def export(user: Caller) -> str:
    """Return all applications as CSV, the oldest first."""
    rows = await Application.filter(user_id=user.id).order_by("created_at", "id")
    words = await tags.tags_of([row.id for row in rows])
    return written(
        {name: getattr(row, name, None) for name in COLUMNS} | {"tags": ";".join(result)}
        for row, result in zip(rows, words, strict=True)
    )


def written(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(row.get(name)) for name in COLUMNS})
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


@repeatable
async def import_all(user: Caller, text: str) -> int:
    """Create applications, all or none, and return their number. Raises ValidationError that names the rows."""
    rows = _read(text)
    problems: dict[str, list[str]] = {}
    parsed = []
    for number, row in enumerate(rows, 2):  # the first line holds the names
        try:
            parsed.append(_parse(row))
        except JobForgeError as error:
            for name, messages in error.details.items():
                problems.setdefault("csv", []).extend(f"Row {number}, {name}: {message}" for message in messages)
    if problems:
        raise ValidationError(details={"csv": problems["csv"][:100]})
    async with changes.changing(user.id):
        for data, extra, words, stage, applied_at, archived in parsed:
            await applications.insert_imported(user, data, extra, words, stage, applied_at, archived)
    renewal.request()
    return len(parsed)


def _read(text: str) -> list[dict[str, str]]:
    if len(text) > MAX_CHARACTERS:
        raise ValidationError(details={"csv": [f"Must be at most {MAX_CHARACTERS} characters"]})
    try:
        text = text.removeprefix("\ufeff")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
        names = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = names
        rows = [{name: _plain(value) for name, value in row.items() if isinstance(value, str)} for row in reader]
    except csv.Error as error:
        raise ValidationError(details={"csv": [f"This is no CSV: {error}"]}) from None
    if missing := [name for name in ("company_name", "role_title") if name not in names]:
        raise ValidationError(details={"csv": [f"The first line lacks {', '.join(missing)}"]})
    if len(rows) > MAX_ROWS:
        raise ValidationError(details={"csv": [f"Must be at most {MAX_ROWS} rows"]})
    return rows


def _delimiter(text: str) -> str:
    """Return what stands between the names of the first line: spreadsheets of many countries write semicolons."""
    first, _, _ = text.partition("\n")
    return max(DELIMITERS, key=first.count)


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


_Parsed = tuple[inputs.ApplicationCreate, inputs.PipelineFields, list[str], Stage, datetime | None, bool]


def _parse(row: Mapping[str, str]) -> _Parsed:
    delivered = {name: value.strip() for name, value in row.items() if name in COLUMNS and value.strip()}
    company, role = delivered.get("company_name", ""), delivered.get("role_title", "")
    ad = row.get("job_description", "")
    delivered["job_description"] = ad if ad.strip() else WITHOUT_AD.format(role=role[:255], company=company[:255])
    delivered |= {name: delivered[name].lower() for name in ("priority_level", "stage") if name in delivered}
    data = read(inputs.ApplicationCreate, delivered)
    extra = read(inputs.ImportedFields, delivered)
    words = tags.read_tags([token for token in delivered.get("tags", "").split(";") if token.strip()], "tags")
    if len(words) > tags.MAX_TAGS:
        raise ValidationError(details={"tags": [f"Must be at most {tags.MAX_TAGS}"]})
    archived = delivered.get("archived", "").lower() in ("true", "1", "yes")
    stage = extra.stage or (Stage.APPLIED if extra.applied_at else Stage.SAVED)
    fields = inputs.PipelineFields(deadline=extra.deadline, salary=extra.salary, found_via=extra.found_via)
    return data, fields, words, stage, extra.applied_at, archived
