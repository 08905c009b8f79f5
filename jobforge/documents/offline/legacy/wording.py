"""The words the offline writer has in each language. The grammar of resume lines is in `telling`.

Where a field is a tuple of sentences, they say the same; a text picks one by its own content, so that two applications
do not sound alike and one application always sounds the same. Names in braces are filled in by the writers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jobforge.ads.parser import Remote, Seniority
from jobforge.documents.offline.legacy.telling import Form, Telling
from jobforge.documents.offline.requirement_phrases import in_sentence, speaks_to_someone
from jobforge.text.language import Language

Variants = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterWording:
    subject: str
    dear_team: str
    opening: Variants  # {role} {at}: the company with its preposition
    opening_bare: Variants  # {role}
    needs: Variants  # {needs}: the ad's points that the letter goes on to show
    need: Variants  # {needs}: the same for one point
    works: Variants  # {start} {as_title} {where}: held today
    worked: Variants  # {start} {end} {as_title} {where}: not held any more
    worked_before: Variants  # the same, after a later post
    worked_undated: Variants  # {as_title} {where}
    worked_undated_too: Variants
    told: Mapping[Form, tuple[Variants, Variants]]  # {text}: held today, not any more
    further: Mapping[Form, tuple[Variants, Variants]]  # the same for the second and later lines of one post
    foreign: Variants  # {text}: a line of a resume in another language
    papers: Variants  # {items}
    listed: Variants
    gaps_must: Variants
    gaps_nice: Variants  # straight after gaps_must
    gaps_nice_alone: Variants
    besides: Variants  # {text}: the user's own note, where it is no sentence
    practical: Variants  # {items}
    thin: Variants  # where the resume tells little
    offer: Variants
    closing: Variants
    farewell: str
    small_openings: tuple[Variants, ...] = ()  # German goes on in small letters after the comma of the greeting


@dataclass(frozen=True, slots=True)
class ResumeWording:
    summary: str  # heading
    skills: str  # heading
    since: str  # {title} {where} {start} {years}
    until: str  # {title} {where}
    years: tuple[str, str]  # {years}: to the month, and more than that
    shown: str  # {terms}


@dataclass(frozen=True, slots=True)
class ReportWording:
    title: str  # {role} {company}
    brief: str
    brief_post: str  # {role} {at} {place}
    brief_asks: str  # {needs}
    brief_asks_nothing: str
    brief_gaps: str  # {needs}
    brief_more_gaps: str  # {needs}
    brief_fit: str
    brief_low: str
    post: str
    pay: str
    place: str
    mode: str
    seniority: str
    years: str
    contact: str
    modes: Mapping[Remote, str]
    seniorities: Mapping[Seniority, str]
    duties: str
    offers: str
    company: str
    requirements: str
    columns: tuple[str, str, str, str, str]
    must: str
    nice: str
    status: Mapping[str, str]
    advice_proved: Variants
    advice_listed: Variants
    advice_missing_must: Variants
    advice_missing_nice: Variants
    advice_paper: str
    advice_language: str
    advice_years: str
    advice_condition: str
    nearest: str  # {quote}
    no_evidence: str
    none_found: str
    eligibility: str
    eligibility_intro: str
    licence: str
    permit: str
    language: str
    in_resume: str  # {quote}
    not_in_resume: str
    condition: str
    own_conditions: str
    keywords: str
    keywords_in: str
    keywords_out: str
    warnings: str
    warnings_none: str
    warning_texts: Mapping[str, str]  # by code; English is what the analysis says itself
    questions: str
    question_proved: Variants  # {need}
    question_listed: Variants
    question_missing: Variants
    question_result: str
    question_motive: str
    story: str  # {quote} {where}
    story_listed: str  # {quote}
    story_missing: str
    story_motive: str
    injections: str
    injections_intro: str
    injection_kinds: Mapping[str, str]
    injection: str  # {kind} {line}
    applying: str
    unchecked: str
    unchecked_items: Variants


@dataclass(frozen=True, slots=True)
class Wording:
    language: Language
    quotes: tuple[str, str]
    names_needs_bare: bool  # whether a point of the ad stands in a sentence without quotation marks
    colon: str
    semicolon: str
    conjunction: str
    months: tuple[str, ...]
    month_year: str  # {month} {year}
    day: str  # {day} {month} {year}
    languages: Mapping[Language, str]
    tell: Callable[[str, bool, str], Telling]
    as_title: Callable[[str, bool], str]  # a title, and whether it is in this language
    greet: Callable[[str], str]  # the name of the person whom the ad names
    where: Callable[[str, str], str]
    letter: LetterWording
    resume: ResumeWording
    report: ReportWording

    def quote(self, text: str) -> str:
        """`text` in the quotation marks of the language; marks inside it stay."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def mention(self, need: str, texts: str) -> str:
        """A point of the ad, as it can stand in a sentence; `texts` show which of its words are written small."""
        bare = self.names_needs_bare and not speaks_to_someone(need) and "," not in need
        return in_sentence(need, texts) if bare else self.quote(need)

    def join(self, items: list[str]) -> str:
        """`a, b and c`; English adds a comma before the last where an item has an "and" of its own."""
        if len(items) < 2:
            return "".join(items)
        nested = self.names_needs_bare and any(f" {self.conjunction} " in item for item in items)
        return f"{', '.join(items[:-1])}{',' if nested else ''} {self.conjunction} {items[-1]}"
