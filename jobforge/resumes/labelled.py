"""Jobs given as labelled fields ("Company: ...", "Dates: ..."), and jobs in the rows of a table with column heads."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import FIELDS
from jobforge.resumes.cells import commas, first_period, trim
from jobforge.resumes.places import could_be_place, trailing_place
from jobforge.text.dates import Period, find_months
from jobforge.text.markdown import Line, LineKind

_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:|]{1,30}?)\s{0,12}:\s*(?P<value>\S.*)$")
_NAMED = ("title", "employer", "period", "place")


@dataclass(frozen=True, slots=True)
class FieldHead:
    """A head read by its labels; `lines` are the numbers of its lines."""

    title: str
    employer: str | None
    place: str | None
    period: Period | None
    lines: tuple[int, ...]


def field_of(line: Line) -> tuple[str, str] | None:
    """Return which field of a job a line holds and its value."""
    if line.kind in (LineKind.BLANK, LineKind.CONTINUATION, LineKind.TABLE):
        return None
    result = _LABELLED.match(
        line.text.replace(" | :", ":").replace(" | ", " ", 1) if " | :" in line.text else line.text
    )
    name = result and column_of(result["label"])
    return (name, trim(result["value"])) if result and name in _NAMED else None


def column_of(label: str) -> str | None:
    """Return which field of a job a label or the head of a column names."""
    plain = label.strip(" *_:").casefold()
    return next((name for name, pattern in FIELDS.items() if pattern.of().fullmatch(plain)), None)


def labelled_heads(items: Sequence[Line]) -> list[FieldHead]:
    """Return the heads that consist of labelled fields; none where fewer than two fields name each job."""
    groups: list[dict[str, tuple[int, str]]] = []
    previous = -2
    for index, item in enumerate(items):
        field = field_of(item)
        if field is None:
            continue
        name, value = field
        if previous != index - 1 or not groups or name in groups[-1]:
            groups.append({})
        groups[-1][name] = (item.number, value)
        previous = index
    complete = [group for group in groups if len(group) >= 2 and ("title" in group or "employer" in group)]
    return [
        _head({name: value for name, (_, value) in group.items()}, sorted(n for n, _ in group.values()))
        for group in complete
    ]


def _head(values: Mapping[str, str], lines: Sequence[int]) -> FieldHead:
    parts = commas(values.get("employer", ""))
    count = trailing_place(parts) or int(len(parts) == 2 and "place" not in values and could_be_place(parts[-1]))
    position = values.get("place") or ", ".join(parts[len(parts) - count :])
    employer = ", ".join(parts[: len(parts) - count])
    return FieldHead(
        values.get("title", ""), employer or None, position or None, _period(values.get("period", "")), tuple(lines)
    )


def _period(text: str) -> Period | None:
    if period := first_period(text):
        return period
    months = find_months(text)
    return Period(months[0].month, months[0].month, False, months[0].span) if len(months) == 1 else None


@dataclass(frozen=True, slots=True)
class RowHead:
    """A row of a table with column heads: its head and the text of what was done."""

    head: FieldHead
    work: str


def table_jobs(items: Sequence[Line]) -> list[RowHead]:
    """Return the jobs in rows under a row that names the columns."""
    columns: list[str | None] = []
    jobs: list[RowHead] = []
    for item in items:
        if item.kind is not LineKind.TABLE:
            columns = []
            continue
        cells = [trim(cell) for cell in re.split(r"(?<!\\)\|", item.raw.strip().strip("|"))]
        if item.level:
            columns = [column_of(cell) for cell in cells]
            continue
        values = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell}
        if len({"title", "employer", "period"} & set(values)) >= 2:
            jobs.append(RowHead(_head(values, [item.number]), values.get("work", "")))
    return jobs
