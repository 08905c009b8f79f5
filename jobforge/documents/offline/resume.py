"""The resume tailored to an ad, without a model: nothing is added but order, the ad's spellings and a summary."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jobforge.documents.offline.legacy.wording import Wording
from jobforge.documents.offline.requirement_phrases import distinct, in_sentence, speaks_to_someone
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.languages.words import STOP_WORDS
from jobforge.resumes.parser import Line, LineKind, Role, Section, SectionKind
from jobforge.text.dates import Month
from jobforge.text.terms import keys, stem, tokens, words

_MAX_TERMS = 6
_TOUCHED = 0.5
_WORK = (Topic.SKILL, Topic.YEARS)
_LINK = re.compile(r"\]\(\S")
_LEADING_MARK = re.compile(r"^[\s>]*(?:#{1,6}\s+|[-*+•◦▪●▸►✓✔–—·]\s+|\(?\d{1,2}[.)]\s+)?")
_DOCUMENT_WORD = re.compile(
    r"^(?:lebenslauf|curriculum vitae|cv|résumé|resume|currículum(?: vitae)?)\b[\s:–|-]*", re.IGNORECASE
)
_LABEL = re.compile(r"^(?P<label>[^,:;]{2,40}:)\s+(?P<items>.+)$")


def compose(material: Material) -> str:
    """The resume in Markdown, in its own language: every job, degree, certificate and line of the source is in it."""
    return _Tailored(material).text()


class _Tailored:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.wording: Wording = self.reading.resume_wording
        self.resume = self.reading.resume
        self.weights = _line_weights(self.reading)
        self.asked = [words(need.text) for need in self.reading.match.requirements]
        self.spellings = _spellings(self.reading, material.resume)

    def text(self) -> str:
        sections = list(self.resume.sections)
        header = [section for section in sections if section.kind is SectionKind.HEADER][:1]
        profiles = [section for section in sections if section.kind is SectionKind.SUMMARY][:1]
        blocks: list[str] = []
        own: list[str] = []
        if header:
            head, own = self._header(header[0])
            blocks += head
        blocks += self._summary(profiles[0] if profiles else None, own)
        for section in sections:
            if section not in header and section not in profiles:
                blocks += self._section(section)
        text = "\n\n".join(block for block in blocks if block.strip())
        return f"{text}\n" if text else self.material.resume

    def _header(self, section: Section) -> tuple[list[str], list[str]]:
        """Name and contact lines, and apart from them the sentences that introduce the person."""
        name = self.resume.name
        contact: list[str] = []
        sentences: list[str] = []
        for line in self._lines(section.first_line, section.last_line):
            content = _content(line)
            if name and name in content:
                content = content.replace(name, "", 1)
            content = _DOCUMENT_WORD.sub("", content).strip(" |,·•–—-:")
            if not content:
                continue
            long = len(content.split()) > 12 and line.number not in self.resume.contact
            (sentences if long else contact).append(content)
        blocks = ([f"# {name}"] if name else []) + (["  \n".join(contact)] if contact else [])
        return blocks, sentences

    def _summary(self, section: Section | None, own: Sequence[str]) -> Iterator[str]:
        tailored = " ".join(part for part in (self._post(), self._shown()) if part)
        body = [*own]
        if section is not None:
            body += self._blocks(self._lines(section.first_line + bool(section.heading_line), section.last_line))
        if tailored or body:
            yield "## " + (section.title if section is not None and section.title else self.wording.resume.summary)
            yield from (part for part in (tailored, *body) if part)

    def _post(self) -> str:
        roles = [role for role in self.resume.roles if not role.career_break and role.title and role.employer]
        if not roles or not roles[0].period:
            return ""
        role, period = roles[0], roles[0].period
        where = self.wording.where(role.employer or "", role.place or "")
        if not period.ongoing:
            return self.wording.resume.until.format(title=role.title, where=where)
        months = period.months(self.material.today) - 1 if period.start.month else 0
        years = ""
        if months >= 24:
            years = self.wording.resume.years[1 if months % 12 else 0].format(years=months // 12)
        return self.wording.resume.since.format(
            title=role.title, where=where, start=self._month(period.start), years=years
        )

    def _month(self, month: Month) -> str:
        if month.month is None:
            return str(month.year)
        return self.wording.month_year.format(month=self.wording.months[month.month - 1], year=month.year)

    def _shown(self) -> str:
        """The ad's terms that a line of work has in the very same words."""
        names: list[str] = []
        for need in self.reading.with_status(RequirementStatus.PROVED):
            role = self.reading.role_of(need.evidence_line)
            if role is None or need.evidence_line not in role.bullets or topic_of(need.text) not in _WORK:
                continue
            own = {stem(token.folded) for token in tokens(self.reading.line(need.evidence_line))}
            for term in need.terms:
                asked = [token.folded for token in tokens(term) if token.folded not in STOP_WORDS]
                sure = topic_of(term) is Topic.SKILL and not speaks_to_someone(term)
                if sure and asked and all(stem(word) in own for word in asked):
                    texts = f"{self.reading.text}\n{self.material.resume}"
                    names.append(in_sentence(term, texts) if self.wording.names_needs_bare else term)
        names = distinct(names)[:_MAX_TERMS]
        if not names or not self.reading.same_language:
            return ""
        return self.wording.resume.shown.format(terms=", ".join(names))

    def _section(self, section: Section) -> Iterator[str]:
        if section.heading_line and section.title:
            yield f"## {section.title}"
        first = section.first_line + bool(section.heading_line)
        if section.kind is SectionKind.SKILLS:
            yield from self._skills(self._lines(first, section.last_line))
            return
        roles = [role for role in self.resume.roles if first <= role.first_line and role.last_line <= section.last_line]
        position = first
        for role in roles:
            yield from self._blocks(self._lines(position, role.first_line - 1))
            yield from self._role(role)
            position = role.last_line + 1
        yield from self._blocks(self._lines(position, section.last_line))

    def _role(self, role: Role) -> Iterator[str]:
        lines = self._lines(role.first_line, role.last_line)
        start = next((index for index, line in enumerate(lines) if line.number in role.bullets and index), len(lines))
        head, body = lines[:start], lines[start:]
        if head:
            yield f"### {_content(head[0])}"
            yield "  \n".join(_content(line) for line in head[1:])
        yield from self._blocks(self._ordered(body))

    def _ordered(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Bullets with what stands below them, those first that prove or touch what the ad asks for."""
        groups: list[list[Line]] = []
        for line in lines:
            if line.kind is LineKind.BULLET and line.level == 0 or not groups:
                groups.append([line])
            else:
                groups[-1].append(line)
        if all(group[0].kind is LineKind.BULLET for group in groups):
            groups.sort(key=lambda group: -max(self._weight(line) for line in group))
        return (line for group in groups for line in group)

    def _weight(self, line: Line) -> float:
        return self.weights.get(line.number, 0.0) or 0.1 * min(5.0, self._asked_of(line.text))

    def _asked_of(self, text: str) -> float:
        """How much of the ad's requirements the words of `text` touch; a stray word in common counts for nothing."""
        known = keys(text)
        total = 0.0
        for asked in self.asked:
            touched = sum(word.weight for word in asked if word.keys & known)
            if touched and touched >= _TOUCHED * sum(word.weight for word in asked):
                total += touched
        return total

    def _skills(self, lines: Sequence[Line]) -> Iterator[str]:
        ordered: list[tuple[float, Line]] = []
        for line in lines:
            if line.kind is LineKind.TABLE and line.level:
                continue  # the header row of a table says nothing about the person
            label, items = "", line.text
            if line.kind is LineKind.TABLE and " | " in items:
                label, items = items.split(" | ", 1)
                label, items = f"{label}: ", items.replace(" | ", ", ")
            elif found := _LABEL.match(items):
                label, items = f"{found['label']} ", found["items"]
            names = _items(items)
            if len(names) > 1 and not items.rstrip().endswith("."):
                names.sort(key=lambda name: -self._asked_of(name))
                kind = LineKind.BULLET if line.kind is LineKind.TABLE else line.kind
                line = replace(line, text=label + ", ".join(names), raw="", kind=kind)
            ordered.append((self._asked_of(line.text), line))
        if all(line.kind is LineKind.BULLET and line.level == 0 for _, line in ordered):
            ordered.sort(key=lambda pair: -pair[0])
        yield from self._blocks(line for _, line in ordered)

    def _lines(self, first: int, last: int) -> list[Line]:
        skipped = (LineKind.BLANK, LineKind.CONTINUATION)
        return [line for line in self.resume.lines[first - 1 : last] if line.kind not in skipped and line.text]

    def _blocks(self, lines: Iterable[Line]) -> Iterator[str]:
        """Lines as Markdown: runs of bullets in one block, everything else a block of its own."""
        run: list[str] = []
        for line in lines:
            content = self._respelled(_content(line))
            if line.kind in (LineKind.BULLET, LineKind.TABLE):
                run.append("  " * min(line.level if line.kind is LineKind.BULLET else 0, 3) + "- " + content)
                continue
            if run:
                yield "\n".join(run)
                run = []
            yield f"### {content}" if line.kind is LineKind.HEADING else content
        if run:
            yield "\n".join(run)

    def _respelled(self, content: str) -> str:
        """`content` with the ad's spelling of a name where the resume has another one, once in the document."""
        if not self.spellings:
            return content
        for word in words(content):
            for key in word.keys & self.spellings.keys():
                asked = self.spellings[key]
                if _same_name(word.text, asked):
                    del self.spellings[key]
                    longer = asked.casefold().startswith(word.text.casefold())
                    content = content.replace(word.text, asked if longer else f"{asked} ({word.text})", 1)
        return content


def _line_weights(reading: Reading) -> Mapping[int, float]:
    weights: dict[int, float] = {}
    for need in reading.with_status(RequirementStatus.PROVED):
        if need.evidence_line is not None:
            weight = 2.0 if need.kind is RequirementKind.MUST else 1.0
            weights[need.evidence_line] = weights.get(need.evidence_line, 0.0) + weight
    return weights


def _spellings(reading: Reading, resume: str) -> dict[str, str]:
    """Known names that the ad spells in a way the resume never does, by their key."""
    folded = resume.casefold()
    return {
        key: word.text
        for need in reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED)
        for word in words(need.text)
        if word.named and not re.search(rf"(?<!\w){re.escape(word.text.casefold())}(?!\w)", folded)
        for key in word.keys
        if key.startswith("=")
    }


def _same_name(own: str, asked: str) -> bool:
    """Whether two spellings are one name, written out and cut short (Node and Node.js, k8s, RN): one may stand for
    the other in a resume. Names that merely mean the same, and endings of grammar, are left as the user wrote them."""
    short_, long_ = sorted((own, asked), key=len)
    rest = long_[len(short_) :]
    if long_.casefold().startswith(short_.casefold()):
        return not rest.islower()
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", long_)).casefold()
    numbered = re.fullmatch(r"([a-z])(\d+)([a-z])", short_.casefold())
    return initials == short_.casefold().replace(".", "") or bool(
        numbered
        and long_.casefold().startswith(numbered[1])
        and long_.casefold().endswith(numbered[3])
        and len(long_) == int(numbered[2]) + 2
    )


def _content(line: Line) -> str:
    """What a line says, without its mark; links keep their addresses."""
    if _LINK.search(line.raw):
        return re.sub(r"^\*\*(.*)\*\*$", r"\1", _LEADING_MARK.sub("", line.raw).strip())
    return line.text


def _items(text: str) -> list[str]:
    """The parts of an enumeration; commas inside brackets do not part."""
    parts = re.split(r"\s*[,;]\s*(?![^()\[\]]*[)\]])", text.strip())
    return [part for part in parts if part]
