"""The fact check: is everything a document says supported by the user's own words?

The resume and the contexts are evidence, each fact for the job it stands under. The ad never is; a letter may quote it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobforge.ads.parser import read_ad
from jobforge.enums import DocumentType, Severity, Source, Verdict
from jobforge.factcheck.evidence import MAX_QUANTITIES, Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import BLANKED, plain, shown_again
from jobforge.factcheck.registry import all_checks
from jobforge.factcheck.rules.entries import check_classes, check_entries, check_skills
from jobforge.factcheck.rules.letter import (
    check_motivation,
    check_placeholders,
    check_referral,
    check_report,
    company_words,
    proved_in,
    says_proved,
    speaks_of_ad,
)
from jobforge.factcheck.rules.lines import check_moved, check_new
from jobforge.factcheck.rules.names import Frame, check_words
from jobforge.factcheck.rules.numbers import check_quantities, check_universal
from jobforge.factcheck.rules.placed import job_of
from jobforge.factcheck.rules.roles import check_dropped_entries, check_roles, pair_roles
from jobforge.factcheck.rules.share import check_all, check_helper, check_reach
from jobforge.factcheck.rules.wording import (
    check_anachronism,
    check_availability,
    check_awards,
    check_languages,
    check_limits,
    check_marks,
    check_negation,
    check_pending,
    limited_skills,
)
from jobforge.factcheck.statements import Stance, Statement, statements
from jobforge.languages.claims import FIRST_PERSON, POSSESSION, SECOND_PERSON
from jobforge.matching.match import match
from jobforge.resumes.parser import LineKind, Resume, SectionKind, read_resume
from jobforge.resumes.spoken_languages import languages_in
from jobforge.text.dates import find_months
from jobforge.text.language import Language, detect
from jobforge.text.numbers import Quantity, find_quantities
from jobforge.text.terms import content, tokens

__all__ = ["Finding", "Provenance", "Review", "review"]

REPHRASED = 0.3  # similarity from which on a line is a rephrased source line
EVIDENCE_LINES = 3
_LISTED = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.EDUCATION, SectionKind.CERTIFICATES)
_LINE_OF_AD = re.compile(r"\b(?:line|Zeile|ligne|línea) \d+")  # where a report found something
_QUOTES = '„“”«»"‹›‚‘’'
DATELINE = 6  # words at most


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a line of the document comes from; `evidence` holds the lines of the sources, verbatim,
    `evidence_lines` the numbers of those that are the resume's."""

    line: int
    source: Source
    evidence: tuple[str, ...]
    evidence_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """`coverage` is the share of the ad's requirements that the document's own text answers, None for reports."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    provenance: tuple[Provenance, ...]
    coverage: float | None


@dataclass(frozen=True, slots=True)
class _Case:
    """One review: the document, the evidence and what the application itself names."""

    document: Resume
    type: DocumentType
    evidence: Evidence
    pairs: dict[int, int]
    company: frozenset[str]
    own_names: frozenset[str]
    same_language: bool
    today: date
    names: tuple[str, ...] = ()

    @property
    def is_resume(self) -> bool:
        return self.type is DocumentType.OPTIMIZED_RESUME


def review(
    document: str,
    document_type: DocumentType,
    *,
    resume: str,
    contexts: Sequence[str] = (),
    ad: str,
    today: date,
    company: str = "",
    role: str = "",
    user_name: str = "",
    earlier: Sequence[str] = (),
) -> Review:
    """Check `document` against the user's `resume` and `contexts`.

    `today` closes jobs that are still held. `company`, `role` and `user_name` are the application's own data and may
    be named; `earlier` are earlier documents of the application, which are no evidence either.
    """
    parsed, source = read_resume(document), read_resume(resume)
    request = read_ad(ad)
    evidence = Evidence(source, [text for text in contexts if text], ad, source.language)
    evidence.ask(request)
    is_resume = document_type is DocumentType.OPTIMIZED_RESUME
    names = company_words(ad, company, role)
    own_names = {token.folded for token in tokens(" ".join((user_name, source.name or "", company, role)))}
    case = _Case(
        parsed,
        document_type,
        evidence,
        pair_roles(parsed, source) if is_resume else {},
        names,
        frozenset(own_names),
        is_resume or parsed.language is evidence.language,
        today,
        tuple(" ".join(name.split()) for name in (company, role) if name.strip()),
    )
    findings = _unique(_findings(case))
    findings = [_placed(finding, parsed) for finding in findings]
    coverage = None if document_type is DocumentType.RESEARCH_REPORT else match(parsed, request, today=today).coverage
    return Review(_verdict(findings), tuple(findings), tuple(_provenance(case)), coverage)


def _findings(case: _Case) -> Iterator[Finding]:
    document, evidence = case.document, case.evidence
    if case.is_resume:
        yield from _check_lists(case)
    else:
        for line in document.lines:
            if line.text and line.kind is not LineKind.CONTINUATION:
                yield from check_placeholders(line.number, line.text)
    unquote = None if case.is_resume else evidence.unquoted
    language_of = None if document.language is evidence.language else detect
    for statement in statements(document, case.type, unquote, language_of):
        yield from _check(statement, case)


def _check_lists(case: _Case) -> Iterator[Finding]:
    """Check what a resume lists: jobs, papers, skills and languages, but for lines that are the source's own."""
    document, evidence = case.document, case.evidence
    yield from check_roles(document, evidence, case.pairs, case.today, case.own_names)
    yield from check_dropped_entries(document, evidence)
    personal = {plain(line.text) for line in evidence.resume.lines if line.text}
    fresh = {line.number for line in document.lines if plain(line.text) not in personal}
    parts = replace(
        document,
        education=tuple(e for e in document.education if e.line in fresh),
        certificates=tuple(e for e in document.certificates if e.line in fresh),
    )
    yield from check_entries(parts, evidence, case.own_names)
    skills = [skill for skill in document.skills if skill.line in fresh]
    yield from check_skills(skills, evidence, case.own_names, limited_skills(evidence.resume))
    quotes = {line.number: line.text for line in document.lines}
    yield from check_languages([s for s in document.languages if s.line in fresh], evidence, quotes, as_listed=True)
    spoken = [result for skill in skills for result in languages_in(skill.name, skill.line)]
    yield from check_languages(spoken, evidence, quotes)


def _check(statement: Statement, case: _Case) -> Iterator[Finding]:
    evidence, is_report = case.evidence, case.type is DocumentType.RESEARCH_REPORT
    case, language = _in_language_of(statement, case)
    personal = case.pairs.get(statement.role) if statement.role is not None else None
    if case.is_resume and _verbatim(statement.text, evidence, personal):
        return
    if is_report and statement.stance is Stance.CLAIM:
        yield from check_report(statement, statement.whole, evidence, case.company, case.own_names, case.same_language)
    elif _is_dateline(statement, case):
        return
    if not case.is_resume and _quotes_ad(statement, evidence):
        return
    about_ad = statement.stance is not Stance.CLAIM or is_report
    if not about_ad and not case.is_resume and speaks_of_ad(statement, evidence, case.company):
        statement, about_ad = replace(statement, stance=Stance.AD), True
    frame = _frame_of(statement, case, language, personal, ad_counts=about_ad and not case.is_resume)
    yield from _check_words(statement, case, frame)
    if is_report and not says_proved(statement.whole):
        return  # it repeats what the ad asks
    if statement.stance in (Stance.CLAIM, Stance.WISH):
        yield from check_availability(statement, evidence)
    if statement.stance is Stance.CLAIM:
        adjacent = _adjacent(statement, case, frame)
        yield from check_negation(statement, evidence, adjacent)
        if not is_report:
            yield from _check_claim(statement, case, frame, adjacent)


def _check_words(statement: Statement, case: _Case, frame: Frame) -> Iterator[Finding]:
    """Check what a statement of any document may get wrong: figures, names, motives, what single checks look for."""
    evidence, same_language = case.evidence, case.same_language
    quantities = _quantities(statement, case, frame.language)
    job = frame.own_role if case.is_resume else job_of(statement, evidence.resume)
    yield from check_quantities(statement, quantities, evidence, job, case.today, frame.ad_counts, same_language)
    if not _is_listed(statement):
        yield from check_words(statement, evidence, frame, [(q.start, q.end) for q in quantities])
    for check in all_checks():
        if check.run is not None and case.type in check.applies_to:
            yield from check.run(statement, evidence)
    if not case.is_resume:
        yield from check_referral(statement, evidence)
        yield from check_motivation(statement, evidence, case.company, same_language)


def _quotes_ad(statement: Statement, evidence: Evidence) -> bool:
    return statement.text[0] in _QUOTES and plain(statement.text.strip(_QUOTES)) in evidence.ad_text


def _frame_of(statement: Statement, case: _Case, language: Language, personal: int | None, *, ad_counts: bool) -> Frame:
    evidence = case.evidence
    period = evidence.resume.roles[personal].period if personal is not None else None
    claimed = (
        statement.stance is Stance.CLAIM
        and POSSESSION.search(statement.text)
        and not SECOND_PERSON.search(statement.text)
    )
    return Frame(
        scope=evidence.scope(personal),
        allowed=case.own_names if case.is_resume or claimed else case.own_names | case.company,
        ad_counts=ad_counts,
        same_language=case.same_language,
        own_role=personal,
        past_role=period is not None and not period.ongoing,
        is_report=case.type is DocumentType.RESEARCH_REPORT,
        language=language,
    )


def _adjacent(statement: Statement, case: _Case, frame: Frame) -> list[tuple[float, Passage]]:
    return case.evidence.align(statement.stems, frame.own_role) if case.same_language else []


def _is_listed(statement: Statement) -> bool:
    return statement.section in _LISTED


def _in_language_of(statement: Statement, case: _Case) -> tuple[_Case, Language]:
    """Return the case as it is for the statement's language, and that language."""
    evidence, language = case.evidence, case.document.language
    if language is evidence.language:
        return case, language
    # Reports and letters quote: a line may be in the language of the resume though the whole is not.
    language = detect(statement.whole)
    if case.type is DocumentType.RESEARCH_REPORT and proved_in(statement.whole, evidence.language):
        language = evidence.language
    return replace(case, same_language=case.is_resume or language is evidence.language), language


def _quantities(statement: Statement, case: _Case, language: Language) -> Sequence[Quantity]:
    """Return the statement's quantities, without the figures in the application's own names."""
    quantities = find_quantities(statement.text, language)[:MAX_QUANTITIES]
    if case.is_resume:
        return quantities
    named = _spans_of_names(statement.text, case.names)
    if case.type is DocumentType.RESEARCH_REPORT:
        named += [match.span() for match in _LINE_OF_AD.finditer(statement.text)]
    return tuple(item for item in quantities if not any(a <= item.start and item.end <= b for a, b in named))


def _check_claim(
    statement: Statement, case: _Case, frame: Frame, adjacent: Sequence[tuple[float, Passage]]
) -> Iterator[Finding]:
    """Check a claim of a resume or a letter."""
    evidence, personal, listed = case.evidence, frame.own_role, _is_listed(statement)
    yield from check_universal(statement, adjacent)
    yield from check_awards(statement, evidence, frame.scope)
    yield from check_pending(statement, evidence)
    yield from check_classes(statement, evidence)
    yield from check_marks(statement, adjacent, evidence)
    yield from check_reach(statement, adjacent, evidence, personal)
    yield from check_helper(statement, [n for n in adjacent if n[1].line not in evidence.headers], frame.scope)
    if case.is_resume:
        if not listed:
            levels = [result for result in languages_in(statement.text, statement.line) if result.level]
            yield from check_languages(levels, evidence, {statement.line: statement.text})
        yield from check_all(statement, adjacent)
        if not listed or statement.first_person:
            yield from check_limits(statement, adjacent)
        if not listed:
            yield from check_moved(statement, evidence, frame)
            yield from check_new(statement, evidence, frame, adjacent, "fact.unsupported")
        if frame.past_role and personal is not None:
            period = evidence.resume.roles[personal].period
            yield from check_anachronism(statement, period.end.year if period and period.end else None)
    else:
        if case.same_language and (job := job_of(statement, evidence.resume)) is not None:
            yield from check_moved(statement, evidence, replace(frame, own_role=job, scope=evidence.scope(job)))
        result = list(languages_in(statement.text, statement.line))
        yield from check_languages(result, evidence, {statement.line: statement.text})
        if FIRST_PERSON.search(statement.text):
            yield from check_new(statement, evidence, frame, [], "letter.unsupported")


def _spans_of_names(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where a text names the company or the role: the figures of "Area 17" are no claim."""
    result = (re.finditer(re.escape(name), text, re.IGNORECASE) for name in names)
    return [match.span() for matches in result for match in matches]


def _is_dateline(statement: Statement, case: _Case) -> bool:
    """The date of a letter, with or without a place."""
    months = find_months(statement.text)
    return (
        not case.is_resume
        and bool(months)
        and len(statement.tokens) <= DATELINE
        and months[0].month.year == case.today.year
    )


def _verbatim(text: str, evidence: Evidence, role: int | None) -> bool:
    return any(role is None or p.role in (None, role) for p in evidence.verbatim.get(plain(text), ()))


def _placed(finding: Finding, document: Resume) -> Finding:
    """The line on which the quote of a wrapped paragraph really stands."""
    if finding.line is None:
        return finding
    number = finding.line
    if BLANKED.search(finding.quote):
        finding = replace(finding, quote=shown_again(finding.quote, document.lines[number - 1].text))
    head = finding.quote.split("\n")[0]
    while number < len(document.lines) and head not in document.lines[number - 1].raw:
        if document.lines[number].kind is not LineKind.CONTINUATION:
            return finding
        number += 1
    start = document.lines[number - 1].raw.find(finding.quote)
    if start < 0:
        return replace(finding, line=number)
    return replace(finding, line=number, start=start, end=start + len(finding.quote))


def _unique(findings: Iterator[Finding]) -> list[Finding]:
    """One finding per place and code, the gravest first where several speak of the same words."""
    visited: dict[tuple[str, int | None, str], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.line, finding.quote)
        if key not in visited:
            visited[key] = finding
    return sorted(visited.values(), key=lambda finding: (finding.line or 0, finding.code))


def _verdict(findings: Sequence[Finding]) -> Verdict:
    severities = {finding.severity for finding in findings}
    if Severity.BLOCK in severities:
        return Verdict.BLOCK
    return Verdict.WARN if Severity.WARN in severities else Verdict.PASS


def _provenance(case: _Case) -> Iterator[Provenance]:
    evidence = case.evidence
    ad = [(passage, content(passage.text, evidence.ad_language)) for passage in evidence.ad]
    personal = {
        plain(line.text): (line.raw.strip(), line.number) for line in reversed(evidence.resume.lines) if line.text
    }
    for line in case.document.lines:
        if not line.text or line.kind in (LineKind.BLANK, LineKind.HEADING, LineKind.CONTINUATION):
            continue
        phrase = plain(line.text)
        if phrase in personal:
            text, number = personal[phrase]
            yield Provenance(line.number, Source.VERBATIM, (text,), (number,))
            continue
        stems = content(line.text, evidence.language)
        adjacent = [p for nearness, p in evidence.align(stems, None, REPHRASED)][:EVIDENCE_LINES]
        if adjacent:
            lines = tuple(dict.fromkeys(_line(p, evidence) for p in adjacent))
            source = Source.CONTEXT if adjacent[0].source is Source.CONTEXT else Source.REPHRASED
            numbers = dict.fromkeys(p.line for p in adjacent if p.line is not None)
            yield Provenance(line.number, source, lines, tuple(numbers))
            continue
        quoted = [
            p for p, words in ad if len(words & stems) >= 2 and 2 * len(words & stems) >= min(len(words), len(stems))
        ]
        yield Provenance(
            line.number, Source.AD if quoted else Source.NONE, tuple(p.text for p in quoted[:EVIDENCE_LINES])
        )


def _line(passage: Passage, evidence: Evidence) -> str:
    return passage.whole if passage.line is None else evidence.resume.lines[passage.line - 1].raw.strip()
