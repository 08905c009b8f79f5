"""What a reader would object to in offline documents, measured over all pairs of all sets.

Each measure has a rule of its own: none asks the writer's code what it thinks of its own work.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jobforge.ads.parser import read_ad
from jobforge.documents.offline.letter import write_letter
from jobforge.documents.offline.report import write_report
from jobforge.documents.offline.resume import write_resume
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, RequirementStatus, Severity
from jobforge.factcheck.review import review
from jobforge.languages import languages, table
from jobforge.matching.match import Match, match
from jobforge.resumes.parser import read_resume
from jobforge.text.language import Language, detect
from jobforge.text.terms import tokens

SETS = (".", "extra", "extra_cases", "extra_cases2", "extra_cases3", "extra_cases4")
COMPANIES = ("Examplewood", "Area 17", "Century 21", "7-Eleven")
FITTING = 0.6  # coverage from which on a pair counts as fitting
_CONFESSION = {
    Language.EN: r"\b(?:do(?:es)? not|not|no experience|lacks?|missing|unfortunately|although I)\b",
    Language.DE: r"\b(?:nicht|keine?\w*|fehl(?:en|t)|leider|obwohl ich)\b",
    Language.FR: r"\b(?:ne|pas|manque|malheureusement|bien que)\b",
    Language.ES: r"\b(?:no|falta|carezco|lamentablemente|aunque)\b",
}
_BROKEN = re.compile(
    r"\{|\}|\|(?! )|\(\)|,,|\.\.(?!\.)| [,.](?!\w)|\b(\w{2,})(?: \1\b)+|\b\w+(?:eded|ateded|ixeded)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\ba (?=[aeio]\w+(?:eer|or|ist)\b)|\ban (?=[bcdfgjkpqtvwz]\w)")
_RESULT = re.compile(
    r"\d[\d.,]*\s?%|\b(?:from|von|de|del)\b[^.;]{1,40}\d[^.;]{0,30}\b(?:to|auf|à|a)\b[^.;]{0,12}\d|"
    r"\b(?:halved|doubled|award|won|promoted|saved|ausgezeichnet|gesenkt|réduit|reduj\w+|aument\w+)\b",
    re.IGNORECASE,
)


def all_pairs(root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, resume and ad of every pair of every set below `root`."""
    for name in SETS:
        folder = root / name
        for pair in json.loads((folder / "gold.json").read_text("utf-8"))["pairs"]:
            resume, ad = (
                next((folder / kind).glob(f"{Path(pair[key]).stem}.*")).read_text("utf-8")
                for kind, key in (("resumes", "resume"), ("ads", "ad"))
            )
            yield f"{name}/{Path(pair['ad']).stem}", resume, ad


def material_of(resume: str, ad: str, company: str, today: date) -> Material:
    """Return what a user would type for a pair: the ad's own title, a company of any name."""
    title = re.sub(r"\s+", " ", read_ad(ad).title or ad.strip().splitlines()[0])[:60]
    return Material(resume, ad, company, title, today, user_name=read_resume(resume).name or "")


def measure_documents(pairs: Sequence[tuple[str, str, str]], today: date) -> dict[str, float]:
    """Return every figure over `pairs`, each with one of the company names in turn."""
    denials = broken = foreign = findings = wrong_facts = lower = 0
    signed: list[bool] = []
    long_enough: list[bool] = []
    results: list[bool] = []
    higher: list[bool] = []
    for index, (_, resume, ad) in enumerate(pairs):
        material = material_of(resume, ad, COMPANIES[index % len(COMPANIES)], today)
        letter, report, tailored = (write(material).text for write in (write_letter, write_report, write_resume))
        matched = match(resume, ad, today=material.today)
        denials += confessions(letter)
        broken += sum(broken_phrases(_prose(text, resume, ad)) for text in (letter, report))
        foreign += len(foreign_words(letter, material))
        if _name(material):
            signed.append(_signature(letter) == _name(material))
        long_enough.append(len(letter.split()) <= 250)
        results += best_results(resume, tailored)
        wrong_facts += len(doubtful_facts(report, ad))
        before, after = (named_terms(text, matched) for text in (resume, tailored))
        lower += after < before
        if (matched.coverage or 0) >= FITTING and before < len(_terms(matched)):
            higher.append(after > before)
        for kind, text in zip(DocumentType, (report, tailored, letter), strict=True):
            findings += _own_findings(text, kind, material)
    return {
        "denials in letters": denials,
        "broken phrases in documents": broken,
        "words of no source in letters": foreign,
        "letters signed with the name": _share(signed),
        "letters within 250 words": _share(long_enough),
        "best result in the first two lines": _share(results),
        "more of the ad's words after tailoring": _share(higher),
        "pairs with fewer of the ad's words": lower,
        "doubtful facts in reports": wrong_facts,
        "own findings in documents": findings,
    }


def confessions(letter: str) -> int:
    """Count sentences of a letter that speak of what is not there."""
    body = letter.split("\n\n", 3)[-1]
    return len(re.findall(_CONFESSION[detect(body)], body, re.IGNORECASE))


def broken_phrases(prose: str) -> int:
    """Count doubled words and marks, loose ends and, in English, wrong articles."""
    articles = _ARTICLE.findall(prose) if detect(prose) is Language.EN else []
    return len(_BROKEN.findall(prose)) + len(articles)


def foreign_words(letter: str, material: Material) -> set[str]:
    """Return words of a letter that are in no source and no frame: a grammar that made them up."""
    sources = (material.resume, material.ad, material.company_name, material.role_title, material.user_name)
    known = {token.folded for text in sources for token in tokens(text)} | _frame_words()
    return {token.text for token in tokens(letter) if token.folded not in known and not token.text.isdigit()}


def best_results(resume: str, tailored: str) -> list[bool]:
    """Whether a result of the latest dated job stands in its first two lines; nothing where it has none."""
    source, made = read_resume(resume), read_resume(tailored)
    dated = [role for role in source.roles if role.period is not None and role.bullets and not role.career_break]
    if not dated:
        return []
    latest = max(dated, key=lambda role: (role.period.ongoing, role.period.start.index) if role.period else (False, 0))
    if not any(_RESULT.search(source.lines[number - 1].text) for number in latest.bullets):
        return []
    for role in made.roles:
        if (role.title, role.employer, role.period) == (latest.title, latest.employer, latest.period):
            return [any(_RESULT.search(made.lines[number - 1].text) for number in role.bullets[:2])]
    return [False]


def named_terms(text: str, matched: Match) -> int:
    """Count the answered terms of the ad that a text has letter by letter."""
    flat = " ".join(text.casefold().split())
    return sum(term in flat for term in _terms(matched))


def doubtful_facts(report: str, ad: str) -> list[str]:
    """Return facts of a report that are not in the ad, that are no amounts, or no place names."""
    section = next((part for part in report.split("\n## ") if part.startswith(_fact_headings())), "")
    flat = " ".join(re.sub(r"[*_#]|<[^<>]*>", "", html.unescape(html.unescape(ad))).split())
    doubtful = []
    for line in section.splitlines()[1:]:
        label, _, value = line.removeprefix("- ").partition(": ")
        value = re.sub(r"^[«“„]\s?|\s?[»”“]$", "", value.strip())
        if label.strip() in _labels("pay") and not re.search(r"\d{2}", value):
            doubtful.append(line)
        if label.strip() in _labels("place") and (re.search(r"\d|[.!?]", value) or len(value.split()) > 5):
            doubtful.append(line)
        if label.strip() in _labels("pay") | _labels("place") | _labels("apply") and value not in flat:
            doubtful.append(line)
    return doubtful


def _own_findings(text: str, kind: DocumentType, material: Material) -> int:
    found = review(
        text,
        kind,
        resume=material.resume,
        ad=material.ad,
        today=material.today,
        company=material.company_name,
        role=material.role_title,
        user_name=material.user_name,
    ).findings
    return sum(item.severity is not Severity.INFO for item in found)


def _prose(document: str, resume: str, ad: str) -> str:
    """A document without what it quotes: the sources may be broken as they like."""
    quoted = {line.strip(" -*#•\t").casefold() for text in (resume, ad) for line in text.splitlines()}
    text = re.sub(r"[„“«][^„“”«»]*[“”»]", "Q", document.replace("  \n", "\n"))
    return "\n".join(
        line
        for line in text.splitlines()
        if not line.startswith(("- ", "#", "**", "|"))
        and not any(len(part) > 8 and part in line.casefold() for part in quoted)
    )


def _terms(matched: Match) -> set[str]:
    return {
        " ".join(term.casefold().split())
        for need in matched.requirements
        if need.status is not RequirementStatus.MISSING
        for term in need.terms
    }


def _signature(letter: str) -> str:
    return letter.rstrip().splitlines()[-1].casefold()


def _name(material: Material) -> str:
    return (read_resume(material.resume).name or material.user_name).casefold()


@cache
def _frame_words() -> frozenset[str]:
    texts = (json.dumps(dict(table(code, topic)), ensure_ascii=False) for code in languages() for topic in _TOPICS)
    return frozenset(token.folded for text in texts for token in tokens(re.sub(r"\\\\\w|\\u\w{4}", " ", text)))


_TOPICS = ("letter", "documents")


@cache
def _labels(key: str) -> frozenset[str]:
    return frozenset(table(code, "report")["facts"][key] for code in languages())


@cache
def _fact_headings() -> tuple[str, ...]:
    return tuple(table(code, "report")["headings"]["facts"] for code in languages())


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 1.0
