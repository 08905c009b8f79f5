"""A model's answer as it comes in: its lines, the evidence each one names, and what people see of them.

The model ends each line it writes, in a letter each sentence, with the ids of its evidence: `[[L12,N1]]`.
These marks, code fences, the fence around the ad and thinking aloud are taken out here, once for all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FENCE = re.compile(r"</?[a-z-]+-[0-9a-f]{12}>")
_MARK = re.compile(r"[ \t]*\[\[(?P<ids>[^\[\]\n]*)\]{0,2}|[ \t]*\[(?P<id>[LN]\d+(?:[,; –-]+[LN]\d+)*)\]")
_WHOLE_MARK = re.compile(r"\[\[[^\[\]\n]*\]\]")
_ID = re.compile(r"(?P<kind>[LN])(?P<first>\d{1,4})(?:\s*[–-]\s*[LN]?(?P<last>\d{1,4}))?")
_CODE = re.compile(r"\s*```\s*\w*\s*$")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÞŁŚŻ„“\"«¿¡])")
_PREFACE = {
    False: re.compile(r"(?![#|>]|[-*+] )(?:\S+ ){2,}\S+:$"),
    True: re.compile(r".*\b(?:letter|Anschreiben|Bewerbung|lettre|carta)\b.*:$", re.IGNORECASE),
}
"""How models begin in spite of all: "Here is the optimized resume:". A salutation may end in a colon too."""
_WORD = re.compile(r"\w+")
_RANGE = 40
"""A longer range of ids names nothing in particular."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer, or a sentence of a letter.

    `evidence` holds ids; a `joined` sentence stands on one line with the one before."""

    text: str
    evidence: tuple[str, ...] = ()
    joined: bool = False


class Draft:
    """Reads an answer piece by piece. With `flowing`, each sentence is a Line of its own."""

    def __init__(self, flowing: bool) -> None:
        self.lines: list[Line] = []
        self._flowing = flowing
        self._rest = ""
        self._midline = False
        self._thinking = False
        self._shown = ""

    def feed(self, piece: str) -> str:
        """Takes the next piece; returns what has become ready to be seen."""
        self._rest += piece
        while True:
            line, broken, rest = self._rest.partition("\n")
            mark = _WHOLE_MARK.search(line) if self._flowing and not self._thinking else None
            if mark:
                self._take(line[: mark.end()])
                self._rest, self._midline = line[mark.end() :] + broken + rest, True
            elif broken:
                if not (self._midline and not line.strip()):
                    self._take(line)
                self._rest, self._midline = rest, False
            else:
                break
        return self._news()

    def end(self) -> str:
        """Takes the answer to have ended; returns what is left to be seen."""
        if self._rest.strip():
            self._take(self._rest)
        self._rest = ""
        return self._news()

    def _take(self, raw: str) -> None:
        if self._thinking or raw.lstrip().startswith("<think>"):
            _, closed, after = raw.partition("</think>")
            self._thinking = not closed
            if not after.strip():
                return
            raw = after
        if _CODE.match(raw) or FENCE.search(raw):
            return
        line = unmarked(raw)
        if not line.text and line.evidence and not self._midline:
            return  # a mark that stood alone
        if not any(each.text for each in self.lines) and _PREFACE[self._flowing].match(line.text):
            return
        if not (self._flowing and line.text):
            self.lines.append(Line(line.text, line.evidence, self._midline))
            return
        for number, sentence in enumerate(_SENTENCE.split(line.text.strip())):
            self.lines.append(Line(sentence, line.evidence, self._midline or number > 0))

    def _news(self) -> str:
        text = document(self.lines).rstrip("\n")
        news, self._shown = text[len(self._shown) :], text
        return news


def unmarked(raw: str) -> Line:
    """A line without its marks, and the ids that they name."""
    ids: list[str] = []
    for mark in _MARK.finditer(raw):
        for result in _ID.finditer(mark["ids"] or mark["id"] or ""):
            first, last = int(result["first"]), int(result["last"] or result["first"])
            ids += [f"{result['kind']}{number}" for number in range(first, min(last, first + _RANGE) + 1)]
    return Line(_MARK.sub("", raw).rstrip() if ids or "[" in raw else raw.rstrip(), tuple(dict.fromkeys(ids)))


def text_of(lines: Iterable[Line]) -> str:
    """The lines one below the other, so that their numbers are those of the text."""
    return "\n".join(line.text for line in lines)


def bare(text: str) -> str:
    """A text's words alone, for telling whether two lines say the same."""
    return " ".join(_WORD.findall(text.casefold()))


def document(lines: Iterable[Line]) -> str:
    """The lines as the text of a document: no blank lines at its ends and never two in a row."""
    text, gap = "", False
    for line in lines:
        if not line.text.strip():
            gap = gap or bool(text) and not line.joined
        elif not text:
            text = line.text.lstrip()
        elif gap:
            text, gap = f"{text}\n\n{line.text}", False
        else:
            text += (" " if line.joined else "\n") + line.text
    return text + "\n" if text else ""
