"""Markdown of a resume written from data: name, contact line, sections, entries with periods and bullets."""

import re
from collections.abc import Iterable

from jobforge.interchange.compose import escape
from jobforge.interchange.html_in import fragment_text
from jobforge.languages.tables import Table
from jobforge.text.language import detect

PRESENT = "present"
_TITLES = Table[str]("files", "sections")
_ONGOING = re.compile(rf"(?<= – ){PRESENT}$")
_BULLET = re.compile(r"^\s*(?:[•◦▪●‣·*–—]|-(?=\s))\s*")
_ITEM = re.compile(r"^\s*[-*+]\s+")


class Outline:
    """Collect the parts of a resume in their order; what is empty leaves no trace.

    Standard titles ("Experience") and the end of a job that is still held become those of the texts' language."""

    def __init__(self, name: str, headline: str = "", contact: Iterable[str] = ()) -> None:
        self._head: list[str] = [f"# {line(name)}"] if line(name) else []
        if line(headline):
            self._head += ["", line(headline)]
        parts = list(dict.fromkeys(part for part in map(line, contact) if part))
        if parts:
            self._head += ["", " | ".join(parts)]
        self._sections: list[tuple[str, list[str]]] = []

    def section(self, title: str, body: list[str]) -> None:
        """Add a section, unless it holds nothing."""
        if any(text.strip() for text in body):
            self._sections.append((line(title), body))

    @property
    def markdown(self) -> str:
        language = detect("\n".join(text for _, body in self._sections for text in body))
        titles = _TITLES.of(language)
        lines = list(self._head)
        for title, body in self._sections:
            lines += ["", f"## {titles.get(title, title)}", "", *(_ONGOING.sub(titles[PRESENT], row) for row in body)]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def line(text: object) -> str:
    """Return a value as text on one line; what is no text or number is empty."""
    return escape(" ".join(str(text).split())) if isinstance(text, (str, int, float)) and text != "" else ""


def entry(parts: Iterable[object], period: str = "", body: Iterable[str] = ()) -> list[str]:
    """Return the lines of a job or project: its head, then its text."""
    head = " | ".join(part for part in map(line, parts) if part)
    if period:
        head = f"{head} | {line(period)}" if head else line(period)
    lines = list(body)
    if not head:
        return [*lines, ""] if lines else []
    return [f"### {head}", "", *lines, ""]


def item(parts: Iterable[object], *, separator: str = ", ") -> list[str]:
    """Return one item of a list, none where all parts are empty."""
    text = separator.join(part for part in map(line, parts) if part)
    return [f"- {text}"] if text else []


def labelled(label: object, values: Iterable[object]) -> list[str]:
    """Return `- label: a, b`, or what there is of it."""
    listed = ", ".join(value for value in map(line, values) if value)
    name = line(label)
    if name and listed:
        return [f"- {name}: {listed}"]
    return [f"- {name or listed}"] if name or listed else []


def bullets(texts: Iterable[object]) -> list[str]:
    """Return the texts as items."""
    return [f"- {text}" for text in map(line, texts) if text]


def lines_of(text: object) -> list[str]:
    """Return a text of several lines; those with a bullet are items."""
    if not isinstance(text, str):
        return []
    result: list[str] = []
    for raw in text.splitlines():
        plain = " ".join(raw.split())
        if not plain:
            continue
        if match := _BULLET.match(raw):
            result.append(f"- {escape(' '.join(raw[match.end() :].split()))}")
        else:
            result += ["", escape(plain), ""] if result and not result[-1] else [escape(plain), ""]
    return result


def rich(html: object) -> list[str]:
    """Return a value that holds HTML as Markdown lines."""
    if not isinstance(html, str) or not html.strip():
        return []
    if "<" not in html:
        return lines_of(fragment_text(html))
    text = fragment_text(html)
    return [f"- {_ITEM.sub('', row)}" if _ITEM.match(row) else row for row in text.splitlines()]


def since_until(start: object, end: object, ongoing: bool = True) -> str:
    """Return a period as `start – end`; without an end it goes on, where `ongoing` says so."""
    first, last = line(start), line(end)
    if first and last:
        return f"{first} – {last}" if first != last else first
    if first:
        return f"{first} – {PRESENT}" if ongoing else first
    return last
