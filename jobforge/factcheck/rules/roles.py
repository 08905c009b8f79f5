"""Are the jobs of a document those of the resume: all there, with their titles, employers and dates?"""

from collections.abc import Iterator, Sequence
from datetime import date

from jobforge.enums import Severity, Source
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic, plain
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import LOWERING_NOTES, LOWERING_WORDS, RANK_WORDS
from jobforge.languages.words import STOP_WORDS
from jobforge.resumes.parser import LineKind, Resume, Role
from jobforge.text.dates import Month, Period, find_months, find_periods
from jobforge.text.language import Language
from jobforge.text.names import title_words
from jobforge.text.terms import Token, content, tokens

SAME_JOB = 1.2
MAX_ROLES = 200  # that are compared with each other; nobody has had more


def pair_roles(document: Resume, source: Resume) -> dict[int, int]:
    """Which job of the source each job of the document is; one that is none of them is left out."""
    pairs = _twins(document, source)
    used = set(pairs.values())
    remainder = [(i, r, _work(document, r)) for i, r in enumerate(document.roles) if i not in pairs][:MAX_ROLES]
    existing = [(j, r, _work(source, r)) for j, r in enumerate(source.roles) if j not in used][:MAX_ROLES]
    scored = []
    for i, ours, doing in remainder:
        for j, theirs, done in existing:
            if (score := _likeness(ours, theirs) + 2 * _overlap(doing, done)) >= SAME_JOB:
                scored.append((-score, i, j))
    for _, i, j in sorted(scored):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _twins(document: Resume, source: Resume) -> dict[int, int]:
    """Jobs that stand in both with the same words and dates."""
    existing: dict[object, int] = {}
    for j, role in enumerate(source.roles):
        existing.setdefault(_head(role), j)
    pairs: dict[int, int] = {}
    for i, role in enumerate(document.roles):
        if (head := _head(role)) in existing:
            pairs[i] = existing.pop(head)
    return pairs


def _head(role: Role) -> object:
    period = role.period
    return plain(role.title), plain(role.employer or ""), period and (period.start, period.end)


def _likeness(ours: Role, theirs: Role) -> float:
    # Names of employers and titles are compared by one stemmer, in whatever language each resume is.
    score = 2 * _overlap(_content(ours.employer), _content(theirs.employer)) + _overlap(
        _content(ours.title), _content(theirs.title)
    )
    if ours.period and theirs.period:
        score += 0.7 * _agrees(ours.period.start, theirs.period.start)
        score += 0.5 * (ours.period.end == theirs.period.end)
    return score


def _content(text: str | None) -> frozenset[str]:
    return content(text or "", Language.EN)


def _work(resume: Resume, role: Role) -> frozenset[str]:
    return frozenset().union(*(content(resume.lines[number - 1].text, resume.language) for number in role.bullets))


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _agrees(ours: Month | None, theirs: Month | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return ours.year == theirs.year and (ours.month == theirs.month or None in (ours.month, theirs.month))


def check_roles(
    document: Resume, evidence: Evidence, pairs: dict[int, int], today: date, allowed: frozenset[str]
) -> Iterator[Finding]:
    source = evidence.resume
    context = Scope(evidence.language)
    for passage in evidence.passages:
        if passage.source is Source.CONTEXT and passage.positive:
            context.add(passage.text)
    for i, role in enumerate(document.roles):
        if i in pairs:
            yield from _check_role(role, source.roles[pairs[i]], document, evidence, context)
        elif source.roles and not content(role.title, evidence.language) <= context.stems:
            quote = document.lines[role.first_line - 1].text
            yield Finding("fact.employer", Severity.BLOCK, role.first_line, quote, "This job is not in your resume.")
    paired = set(pairs.values())
    for j, theirs in enumerate(source.roles):
        if j not in paired:
            yield from _check_missing(theirs, document, source)


def _header(resume: Resume, role: Role) -> str:
    last = min(role.bullets, default=role.last_line + 1)
    lines = [resume.lines[number - 1] for number in range(role.first_line, last)]
    return " | ".join(line.text for line in lines if line.text and line.kind is not LineKind.CONTINUATION)


def _check_role(ours: Role, theirs: Role, document: Resume, evidence: Evidence, context: Scope) -> Iterator[Finding]:
    source = evidence.resume
    header, existing = _header(document, ours), _header(source, theirs)
    title = plain(ours.title)
    body = min(ours.bullets, default=ours.last_line + 1)
    line = next(
        (n for n in range(ours.first_line, body) if title and title in plain(document.lines[n - 1].text)),
        ours.first_line,
    )
    quote = document.lines[line - 1].text
    if plain(header) != plain(existing):
        yield from _check_title(ours, theirs, existing, evidence, context, line, quote)
        yield from _check_employer(ours, theirs, header, existing, context, evidence, line, quote)
        note = LOWERING_NOTES.search(existing)
        if note and not LOWERING_NOTES.search(header):
            yield Finding(
                "fact.qualifier",
                Severity.WARN,
                line,
                quote,
                f"Your resume says “{note[0]}” of this job.",
                values=(("note", str(note[0])),),
            )
    yield from _check_dates(ours, theirs, document, line, quote)


def _check_title(
    ours: Role, theirs: Role, existing: str, evidence: Evidence, context: Scope, line: int, quote: str
) -> Iterator[Finding]:
    if _raises_title(ours, theirs, existing, evidence, context) or _drops_lowering_word(ours, theirs, quote):
        yield Finding("fact.title", Severity.BLOCK, line, quote, f"Your resume calls this job “{theirs.title}”.")


def _raises_title(ours: Role, theirs: Role, existing: str, evidence: Evidence, context: Scope) -> bool:
    """Tell whether a title has a word of rank or of a thing that neither the head of the job nor a note has."""
    employer = {t.folded for t in tokens(theirs.employer or "")} - {t.folded for t in tokens(theirs.title)}
    title = [t for t in tokens(theirs.title) if t.folded not in STOP_WORDS]
    sources = [t for t in tokens(existing) if t.folded not in employer]
    scope = evidence.scope()
    glosses = scope.glosses(ours.title)
    for token in tokens(ours.title):
        if any(start <= token.start < end for start, end in glosses):
            continue
        if token.folded in STOP_WORDS or token.folded.isdigit():
            continue
        if _says(token, sources, ours.title) or context.has(token) or scope.abbreviates(token):
            continue
        if len(token.folded) > 3 and _composed(token.folded, title):
            continue
        is_rank = token.folded in RANK_WORDS or token.folded in title_words()
        if is_rank or not (is_generic(token, evidence.language) or scope.has(token)):
            return True
    return False


def _drops_lowering_word(ours: Role, theirs: Role, quote: str) -> bool:
    """Tell whether `Assistant` or `Junior` of the source's title is gone; a note in brackets is no part of it."""
    title = [t for t in tokens(theirs.title) if t.folded not in STOP_WORDS]
    text = list(tokens(quote + " " + ours.title))
    return not _composed_any(text, title) and any(
        token.folded in LOWERING_WORDS
        and not any(_same_word(token, other) for other in text)
        and theirs.title.rfind("(", 0, token.start) <= theirs.title.rfind(")", 0, token.start)
        for token in title
    )


def _says(token: Token, sources: Sequence[Token], title: str) -> bool:
    if any(_same_word(token, other) for other in sources):
        return True
    letters = "".join(t.folded[:1] for t in sources if t.folded not in STOP_WORDS)
    return 2 <= len(token.folded) <= 5 and token.text.isupper() and token.folded in letters


def _root(token: Token) -> str:
    # A title is compared as it is written, but for the plural.
    return token.folded.removesuffix("s")


def _same_word(ours: Token, theirs: Token) -> bool:
    if _root(ours) == _root(theirs) or _gender(ours.folded, theirs.folded):
        return True
    return _abbreviation(ours.folded, theirs.folded) or _abbreviation(theirs.folded, ours.folded)


def _gender(one: str, two: str) -> bool:
    """`Rechtsanwalt` and `Rechtsanwältin`, `cuisinier` and `cuisinière`."""
    one, two = sorted((one, two), key=len)
    return (
        len(one) > 4
        and two.startswith(one[:-1])
        and len(two) - len(one) <= 3
        and two.endswith(("in", "e", "ere", "iere", "a", "rice", "euse"))
    )


def _abbreviation(short: str, long: str) -> bool:
    """`mgmt` of management, `dev` of developer, `sr` of senior: its letters in order, the first the same."""
    if len(short) < 2 or len(long) - len(short) < 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return len(short) >= 3 or len(long) <= 6
    letters = iter(long)
    vowels = sum(letter in "aeiou" for letter in short)
    return len(short) <= 5 and vowels <= 1 and all(letter in letters for letter in short)


def _composed(term: str, title: Sequence[Token]) -> bool:
    """`sysadmin`: the beginnings of the words of a title in a row."""
    rest = term
    for token in title:
        size = next(
            (n for n in range(min(len(rest), len(token.folded)), 0, -1) if rest.startswith(token.folded[:n])), 0
        )
        if not size:
            return False
        rest = rest[size:]
    return not rest and len(title) > 1


def _composed_any(said: Sequence[Token], title: Sequence[Token]) -> bool:
    return any(len(token.folded) > 2 and _composed(token.folded, title) for token in said)


def _check_employer(
    ours: Role, theirs: Role, header: str, existing: str, context: Scope, evidence: Evidence, line: int, quote: str
) -> Iterator[Finding]:
    dated = {t.folded for period in find_periods(header) for t in tokens(header[slice(*period.span)])}
    dated |= {t.folded for point in find_months(header) for t in tokens(header[slice(*point.span)])}
    for field, code, name in ((ours.employer, "fact.employer", "employer"), (ours.place, "fact.location", "place")):
        if all(
            token.folded in dated or _is_in_head(token, existing, context, evidence) for token in tokens(field or "")
        ):
            continue
        source = str(theirs.employer if name == "employer" else theirs.place)
        message = f"Your resume gives “{source}” as the {name}."
        yield Finding(code, Severity.BLOCK, line, quote, message, values=(("place", source), ("word", name)))
        return
    if theirs.employer and not ours.employer:
        missing = _content(theirs.employer) - _content(header)
        if missing and missing == _content(theirs.employer):
            message = f"The employer is missing: your resume says “{theirs.employer}”."
            values = (("employer", theirs.employer),)
            yield Finding("fact.employer", Severity.BLOCK, line, quote, message, values=values)


def _is_in_head(token: Token, existing: str, context: Scope, evidence: Evidence) -> bool:
    """Tell whether a word of an employer or a place is the source's, or one that says nothing."""
    scope = Scope(evidence.language)
    scope.add(existing)
    if token.folded in STOP_WORDS or is_generic(token, evidence.language) and token.text.islower():
        return True
    if scope.has(token) or scope.abbreviates(token) or context.has(token):
        return True
    return any(_abbreviation(token.folded, t.folded) or _abbreviation(t.folded, token.folded) for t in tokens(existing))


def _check_dates(ours: Role, theirs: Role, document: Resume, line: int, quote: str) -> Iterator[Finding]:
    if theirs.period is None or ours.period == theirs.period:
        return
    where = next(
        (n for n in range(ours.first_line, ours.last_line + 1) if find_months(document.lines[n - 1].text)), line
    )
    quote = document.lines[where - 1].text
    text = f"Your resume dates this job {_said(theirs.period)}."
    if ours.period is None:
        yield Finding(
            "fact.date", Severity.BLOCK if where != line or find_months(quote) else Severity.WARN, where, quote, text
        )
    elif not (_agrees(ours.period.start, theirs.period.start) and _agrees(ours.period.end, theirs.period.end)):
        yield Finding("fact.date", Severity.BLOCK, where, quote, text)
    elif (ours.period.start.month and not theirs.period.start.month) or (
        ours.period.end and theirs.period.end and ours.period.end.month and not theirs.period.end.month
    ):
        yield Finding(
            "fact.date",
            Severity.WARN,
            where,
            quote,
            f"{text} The months are not in it.",
            values=(("words", str(text)),),
        )


def _said(period: Period) -> str:
    def month(point: Month | None) -> str:
        return "now" if point is None else f"{point.month:02}/{point.year}" if point.month else str(point.year)

    return f"{month(period.start)} to {month(period.end)}"


def _check_missing(theirs: Role, document: Resume, source: Resume) -> Iterator[Finding]:
    """A job of the source that the document does not have, or has with other dates only."""
    target = _content(theirs.title) | _content(theirs.employer)
    for line in document.lines:
        if (
            line.text
            and line.kind is not LineKind.CONTINUATION
            and target
            and target <= _content(line.text)
            and len(line.text) < 160
        ):
            periods = find_periods(line.text)
            if theirs.period and theirs.period not in periods and find_months(line.text):
                yield Finding(
                    "fact.date",
                    Severity.BLOCK,
                    line.number,
                    line.text,
                    f"Your resume dates this {_said(theirs.period)}.",
                    values=(("period", str(_said(theirs.period))),),
                )
                return
            if theirs.period is None or theirs.period in periods:
                return
    if theirs.career_break:
        return
    named = " at ".join(part for part in (theirs.title, theirs.employer) if part)
    yield Finding(
        "fact.dropped_role",
        Severity.BLOCK,
        None,
        source.lines[theirs.first_line - 1].text,
        f"The job {named} of your resume is missing.",
        values=(("named", str(named)),),
    )


def check_dropped_entries(document: Resume, evidence: Evidence) -> Iterator[Finding]:
    """Degrees and certificates of the source that stand nowhere in the document."""
    lines = [_content(line.text) for line in document.lines if line.text and line.kind is not LineKind.CONTINUATION]
    everything: set[str] = set().union(*lines) if lines else set()
    for entries, code in (
        (evidence.resume.education, "fact.dropped_education"),
        (evidence.resume.certificates, "fact.dropped_certificate"),
    ):
        for entry in entries:
            target = _content(entry.text)
            if not target or target <= everything or any(2 * len(target & line) >= len(target) for line in lines):
                continue
            yield Finding(
                code,
                Severity.WARN,
                None,
                entry.text,
                f"“{entry.text}” of your resume is missing.",
                values=(("source", str(entry.text)),),
            )
