"""How a language writes dates, marks, employers and greetings, and its patterns for the lines of a resume.

All of it is data: `languages/xx/documents.toml`.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, cast

from jobforge.documents.offline.casing import lowered, settled
from jobforge.languages import languages, table
from jobforge.resumes.parser import Role
from jobforge.text.dates import Month, Period
from jobforge.text.language import Language

_TOPIC = "documents"


class Style:
    """The conventions of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.data: dict[str, Any] = dict(table(language.value, _TOPIC))

    @cached_property
    def months(self) -> Sequence[str]:
        return cast(Sequence[str], self.data["months"])

    @property
    def colon(self) -> str:
        """A colon with the space that the language writes before it."""
        return cast(str, self.data["colon"])

    @property
    def semicolon(self) -> str:
        """A semicolon with the space that the language writes before it."""
        return cast(str, self.data["semicolon"])

    def quote(self, text: str) -> str:
        """Return `text` in the language's quotation marks."""
        opening, closing = self.data["quotes"]
        return f"{opening}{text}{closing}"

    def join(self, items: Sequence[str]) -> str:
        """Return the items as "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.data['conjunction']} {items[-1]}"

    def listing(self, items: Sequence[str]) -> str:
        """Return the items of an enumeration whose parts may have commas of their own."""
        separator = f"{self.semicolon} " if any("," in item for item in items) else ", "
        return separator.join(items)

    def day(self, day: date, *, american: bool = False) -> str:
        """Return a date as a letter writes it; English has two ways."""
        frame = self.data.get("day_american") if american else None
        return cast(str, frame or self.data["day"]).format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def month(self, month: Month) -> str:
        """Return "March 2021", or the year alone where the month is not known."""
        if month.month is None:
            return str(month.year)
        return cast(str, self.data["month_year"]).format(month=self.months[month.month - 1], year=month.year)

    def since(self, month: Month) -> str:
        return cast(str, self.data["since"]).format(start=self.month(month))

    def years(self, period: Period | None) -> str:
        """Return a period in years: "since 2019", "2017–2020", "2018"; empty without one."""
        if period is None:
            return ""
        if period.ongoing or period.end is None:
            return cast(str, self.data["since"]).format(start=period.start.year)
        if period.start.year == period.end.year:
            return str(period.end.year)
        return f"{period.start.year}–{period.end.year}"

    def at(self, employer: str | None) -> str:
        """Return the employer's name with its preposition; empty without a name."""
        name = settled(" ".join((employer or "").split()))
        if not name:
            return ""
        entry = next(item for item in self.data["at"] if re.match(item["begins"], name, re.IGNORECASE))
        return cast(str, entry["form"]).format(name=name, lowered=lowered(name, always=True))

    def title(self, title: str, same_language: bool) -> str:
        """Return a job title for the middle of a sentence. French and Spanish write it in small letters."""
        text = self.without_genders(settled(" ".join(title.split()))).split(", ")[0]
        small = same_language and self.language in (Language.FR, Language.ES)
        return lowered(text) if small else text

    def without_genders(self, title: str) -> str:
        """Return a title without "(m/w/d)" and the like."""
        for pattern in self.data["gender_marks"]:
            title = re.sub(pattern, "", title, flags=re.IGNORECASE)
        title = "".join(letter for letter in title if unicodedata.category(letter) not in ("So", "Cs", "Sk"))
        return " ".join(re.sub(r"\(\s*\)", "", title).split()).strip(" -–—|,")

    def greeting(self, name: str | None) -> str:
        """Return the line that addresses the person whom the ad names, or the team."""
        frames = self.data["greeting"]
        if not name:
            return cast(str, frames["team"])
        for entry in frames["titled"]:
            if match := re.match(entry["begins"], name):
                return cast(str, entry["form"]).format(**{"title": "", **match.groupdict()})
        return cast(str, frames["named"]).format(name=name)

    def role_source(self, role: Role, *, with_years: bool = True) -> str:
        """Return where a line of work belongs: employer (else title) and years."""
        name = settled(" ".join((role.employer or role.title or "").split()))
        parts = (name, self.years(role.period) if with_years else "")
        return ", ".join(part for part in parts if part)


@cache
def style_of(language: Language) -> Style:
    """Return the conventions of a language."""
    return Style(language)


@cache
def pattern(section: str, key: str, language: Language | None = None) -> re.Pattern[str]:
    """Return the alternatives of a table in `documents.toml` as one pattern; of all languages where none is named."""
    codes = [language.value] if language is not None else list(languages())
    parts = [part for code in codes for part in table(code, _TOPIC)[section][key]]
    return re.compile("|".join(f"(?:{part})" for part in parts) or r"(?!)", re.IGNORECASE)
