"""Text in an ad that speaks to a machine instead of to people.

Such text is found by what it does, not by single words: it addresses a model, tells it to forget its orders, poses as
a system message or a chat, orders what a document is to say, or hides. Every reading is made on the text as
a model would read it, without disguise (invisible characters, look-alike letters, entities, encodings), and
traced back to the characters of the ad.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jobforge.injection.deobfuscate import (
    WORD,
    Reading,
    from_base64,
    from_binary,
    from_hex,
    known_words,
    reversed_text,
    rot13,
    undisguised,
    unleet,
    unspaced,
)
from jobforge.languages import injection as cues
from jobforge.languages.tables import Pattern

_QUOTE_LENGTH = 300
_CACHE_SIZE = 16  # ads whose findings are kept: they are asked for and blanked right after one another

_ASIDE = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]?")
_NAME_END = re.compile(r"\s[–—|-]\s|[:;,.!?\n]")
_NAME_WORDS = 3  # of a name that is all order


@dataclass(frozen=True, slots=True)
class Injection:
    """`code` says how it works, `quote` is the text (decoded where it was in disguise).

    `injection.instruction` orders, `injection.addressed` speaks to a machine, `injection.hidden` is not seen by
    people, `injection.encoded` has to be decoded, `injection.role_tag` poses as a message of the system or a chat,
    `injection.forged_end` as the end of the ad, `injection.rating` orders a score, `injection.exfiltration` would
    send data away.
    """

    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Hit:
    code: str
    first: int
    last: int
    quote: str | None = None


def find_injections(ad: str) -> tuple[Injection, ...]:
    """What in `ad` is meant for a machine, in the order of its places. Overlapping findings are one."""
    return tuple(Injection(hit.code, _quote(hit.quote or ad[hit.first : hit.last])) for hit in _hits(ad))


def without_injections(ad: str) -> str:
    """`ad` with such text, and comments that nobody sees, blanked. The number of lines stays the same."""
    pieces, position = [], 0
    spans = [(hit.first, hit.last) for hit in _hits(ad)]
    spans += [result.span() for result in cues.COMMENT.finditer(ad)]
    for first, last in sorted(spans):
        first = max(first, position)
        if last > first:
            pieces += [ad[position:first], "\n" * ad.count("\n", first, last)]
            position = last
    return "".join(pieces) + ad[position:]


def name_without_injections(name: str) -> str:
    """A company's or a position's name without an order that was put into it: the words before it."""
    if not find_injections(name):
        return name
    bare = _ASIDE.sub(" ", name)
    for candidate in (bare, _NAME_END.split(bare)[0]):
        if candidate.strip() and not find_injections(candidate):
            return " ".join(candidate.split())
    return " ".join(bare.split()[:_NAME_WORDS])


def _quote(text: str) -> str:
    clean = " ".join(
        "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cn") or c in " \n\t").split()
    )
    return clean if len(clean) <= _QUOTE_LENGTH else clean[: _QUOTE_LENGTH - 1] + "…"


def _said(reading: Reading, with_planted: bool = True) -> Iterator[tuple[str, int, int]]:
    """Spans of `reading.text` that speak to a machine, widened to their sentences."""
    text = reading.text
    present: dict[Pattern | None, bool] = {}
    for order in cues.orders():
        if order.needs not in present:
            present[order.needs] = order.needs is None or order.needs.search(text) is not None
        if not present[order.needs] or (order.planted and not with_planted):
            continue
        code, covered = order.code, 0
        for result in order.pattern.finditer(text):
            if result.start() < covered:
                continue
            if order.beside and not order.beside.search(text, max(0, result.end() - 1), _near_end(text, result.end())):
                continue
            first, last = _sentence(text, result.start(), result.end())
            if order.within and not order.within.search(text, first, last):
                continue
            if order.unless and order.unless.search(text, first, last):
                continue
            lead = text[max(0, result.start() - 30) : result.start()]
            if cues.CITED.search(lead) or (code == "injection.instruction" and cues.NEGATED.search(lead)):
                continue
            if order.planted and not cues.PLANTED.search(text, first, last):
                continue
            covered = last
            yield code, first, _onward(text, last)


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    start = max(0, first - 400)
    begin = start
    for result in cues.SENTENCE_END.finditer(text, start, max(first, start)):
        begin = result.end()
    ending = cues.SENTENCE_END.search(text, max(last - 1, first))
    return min(begin, first), max(last, ending.end() if ending else len(text))


def _near_end(text: str, position: int) -> int:
    ending = cues.SENTENCE_END.search(text, position, position + 160)
    return ending.start() if ending else position + 160


def _onward(text: str, last: int) -> int:
    """The end of what follows in the same paragraph and goes on in the same voice."""
    end = last
    position = last
    for _ in range(6):
        if text[position - 1 : position] == "\n" and (
            text[position : position + 1] in ("", "\n") or text[position : position + 200].split("\n")[0].strip() == ""
        ):
            break
        ending = cues.SENTENCE_END.search(text, position)
        stop = ending.end() if ending else len(text)
        if stop <= position:
            break
        if cues.WEAK.search(text[position:stop].lstrip(" \"'")):
            end = stop
        position = stop
    return end


def _posed(reading: Reading) -> Iterator[tuple[str, int, int]]:
    text = reading.text
    tags = list(cues.TAGS.finditer(text))
    covered = 0
    for index, result in enumerate(tags):
        if result.start() < covered:
            continue
        name = re.split(r"[\s:=]", result["tag"].lower(), maxsplit=1)[0]
        if name in ("data", "context", "document", "resume", "hidden", "ai", "model", "user") and not (
            index + 1 < len(tags) and tags[index + 1]["tag"].lower().startswith(name)
        ):
            continue
        # To the closing tag of the same name, else to the end of the paragraph.
        closing = next(
            (
                later
                for later in tags[index + 1 : index + 9]
                if "/" in later[0][:3] and later["tag"].lower().startswith(name)
            ),
            None,
        )
        if "/" in result[0][:3] and not name.startswith(("system", "instr", "job", "prompt")):
            continue
        covered = closing.end() if closing else _block(text, result.end())
        yield "injection.role_tag", result.start(), covered
    for pattern in cues.POSING:
        for result in pattern.finditer(text):
            yield (
                "injection.role_tag",
                _line_start(text, result.start()) if pattern is cues.MESSAGE else result.start(),
                _block(text, result.end()),
            )
    for result in cues.TURN.finditer(text):
        first = result.start()
        if text[result.start() : result.end()].count(".") or re.search(r"[.!?]\s", result[0]):
            first += max((m.end() for m in re.finditer(r"[.!?]\s", result[0])), default=0)
        request = len(text[:first].rstrip())
        previous = text.rfind("\n", 0, request) + 1
        if re.match(
            r"[ \t>*]{0,4}(?:user|human|nutzer|utilisateur|usuario)\*{0,2}\s?:", text[previous:first], re.IGNORECASE
        ):
            first = previous
        yield "injection.role_tag", first, _block(text, result.end())
    for result in cues.FORGED_END.finditer(text):
        yield "injection.forged_end", result.start(), _block(text, result.end())


def _block(text: str, position: int) -> int:
    result = cues.BLOCK_END.search(text, position)
    return result.start() if result else len(text)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _hidden(ad: str) -> Iterator[_Hit]:
    for result in cues.COMMENT.finditer(ad):
        if cues.COMMENT_TELLS.search(result[0]) or any(True for _ in _said(undisguised(result[0]))):
            yield _Hit("injection.hidden", *result.span())
    for result in cues.HIDING.finditer(ad):
        inner = re.sub(r"<[^<>]{0,200}>", " ", result["text"])
        if len(inner.split()) >= 3 and cues.HIDDEN_TELLS.search(inner):
            yield _Hit("injection.hidden", *result.span())
    flags = {position for flag in cues.FLAG.finditer(ad) for position in range(*flag.span())}
    for result in cues.TAG_RUN.finditer(ad):
        if result.start() not in flags:
            yield _Hit("injection.hidden", *result.span(), "".join(chr(ord(c) - 0xE0000) for c in result[0]))
    for result in cues.SELECTORS.finditer(ad):
        decoded = bytes(
            (ord(c) - 0xFE00) if ord(c) < 0xE0000 else (ord(c) - 0xE0100 + 16) for c in result[0] if ord(c) < 0xE01F0
        )
        yield _Hit("injection.hidden", *result.span(), decoded.decode("utf-8", "replace"))
    for result in cues.ZERO_RUN.finditer(ad):
        yield _Hit("injection.hidden", *result.span(), f"{len(result[0])} invisible characters in a row")
    for result in cues.ZERO_SPREAD.finditer(ad):
        first, last = _sentence(ad, *result.span())
        yield _Hit("injection.hidden", first, last)
    for result in cues.BIDI.finditer(ad):
        yield _Hit("injection.hidden", *result.span(), result["text"])


def _encoded(reading: Reading) -> Iterator[tuple[str, int, int, str]]:
    text = reading.text
    for pattern, decode in (
        (cues.BASE64, from_base64),
        (cues.HEX, from_hex),
        (cues.BINARY, from_binary),
    ):
        for result in pattern.finditer(text):
            decoded = decode(result[0])
            if decoded and len(WORD.findall(decoded)) >= 3 and cues.ORDERS.search(decoded):
                yield "injection.encoded", *_sentence(text, *result.span()), decoded
    for line in re.finditer(r"[^\n]{16,}", text):
        existing = known_words(line[0])
        for turned in (rot13(line[0]), reversed_text(line[0])):
            if known_words(turned) > existing and next(_said(Reading(turned, [])), None):
                yield "injection.encoded", *line.span(), turned
                break


@lru_cache(maxsize=_CACHE_SIZE)
def _hits(ad: str) -> tuple[_Hit, ...]:
    """All findings, sorted and merged where they overlap."""
    plain = undisguised(ad)
    result = list(_hidden(ad))
    sources: tuple[tuple[Reading, Callable[[Reading], Iterator[tuple[str, int, int]]]], ...] = (
        (plain, _posed),
        (plain, _said),
    )
    for variant in (unleet(plain), unspaced(plain)):
        if variant:
            sources += ((variant, lambda reading: _said(reading, with_planted=False)),)
    for reading, reader in sources:
        result += [_traced(ad, reading, code, first, last) for code, first, last in reader(reading)]
    for code, first, last, decoded in _encoded(plain):
        hit = _traced(ad, plain, code, first, last)
        result.append(_Hit(code, hit.first, hit.last, decoded))
    for match in cues.SENDING.finditer(plain.text):
        result.append(_traced(ad, plain, "injection.exfiltration", *_sentence(plain.text, *match.span())))
    return tuple(_merged(result))


def _traced(ad: str, reading: Reading, code: str, first: int, last: int) -> _Hit:
    """The span of the ad behind a span of a reading, without white space at its edges."""
    start = reading.origin[first] if first < len(reading.origin) else len(ad)
    end = reading.origin[last - 1] + 1 if last else start
    if last < len(reading.origin):
        end = max(end, reading.origin[last]) if ad[end : reading.origin[last]].strip() else end
    elif last == len(reading.origin):
        end = len(ad) if last == len(reading.text) else end
    while start < end and ad[start].isspace():
        start += 1
    while end > start and ad[end - 1].isspace():
        end -= 1
    return _Hit(code, start, end)


def _merged(hits: list[_Hit]) -> list[_Hit]:
    out: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.last <= hit.first:
            continue
        if out and hit.first < out[-1].last:
            previous = out.pop()
            # A disguise says more about the text than what it says in disguise.
            code = hit.code if hit.code in ("injection.hidden", "injection.encoded") and hit.quote else previous.code
            hit = _Hit(code, previous.first, max(previous.last, hit.last), previous.quote or hit.quote)
        out.append(hit)
    return out
