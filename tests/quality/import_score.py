"""How well the Markdown made of a file gives back the resume that the file was made from.

Both are read by JobForge's own reader. A file's score is the weighted mean of the parts in `WEIGHTS`; letters and
digits count, spaces and punctuation do not.
"""

import html
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import pypdfium2 as pdfium

from jobforge.interchange.reading import read_resume_file
from jobforge.resumes.parser import read_resume
from jobforge.text.dates import Month, Period

HERE = Path(__file__).parent / "imports"
OTHER_LAYOUTS = Path(__file__).parent / "other_layouts"
WEIGHTS = {
    "name": 0.05, "email": 0.05, "roles": 0.2, "employers": 0.1, "periods": 0.1, "bullets": 0.3, "sections": 0.1,
    "education": 0.03, "languages": 0.03, "skills": 0.04,
}  # fmt: skip
# What a reader drops on purpose: running heads, page numbers, the heading over the addresses.
_FRAME = frozenset("contact kontakt page of curriculum vitae lebenslauf".split())

Period2 = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportScore:
    """One file's score, its parts, and the words that one side has and the other has not."""

    name: str
    total: float
    parts: Mapping[str, float]
    added: tuple[str, ...]
    lost: tuple[str, ...]


def measure_imports(folder: Path = HERE) -> dict[str, float]:
    """Return the figures of a folder with `expect.json` and `files`, and of the layouts of another hand."""
    scores, others = score_folder(folder), score_folder(OTHER_LAYOUTS)
    pdf = [score.total for score in scores if score.name.endswith(".pdf")]
    docx = [score.total for score in scores if score.name.endswith(".docx")]
    other = [score.total for score in scores if not score.name.endswith((".pdf", ".docx"))]
    return {
        "imported PDFs, mean": mean(pdf),
        "imported PDFs, lowest": min(pdf),
        "imported DOCX, mean": mean(docx),
        "imported DOCX, lowest": min(docx),
        "imported data and text, lowest": min(other),
        "files in other layouts, mean": mean(score.total for score in others),
        "files in other layouts, lowest": min(score.total for score in others),
        "words that are not in the file": float(sum(len(score.added) for score in scores + others)),
        "words of the file that are lost": float(sum(len(score.lost) for score in scores + others)),
    }


def score_folder(folder: Path = HERE) -> list[ImportScore]:
    """Return the score of each file that is expected to be read."""
    expected = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    return [
        score_file((folder / "files" / name).read_bytes(), name, labels)
        for name, labels in sorted(expected.items())
        if "error" not in labels
    ]


def score_file(data: bytes, name: str, labels: Mapping[str, Any]) -> ImportScore:
    """Return one file's score against its labels."""
    content = read_resume_file(data, name).content
    parts = score_parts(content, labels)
    total = sum(WEIGHTS[key] * value for key, value in parts.items()) / sum(WEIGHTS[key] for key in parts)
    added, lost = _differing_words(data, name, content)
    return ImportScore(name, total, parts, added, lost)


def score_parts(content: str, labels: Mapping[str, Any]) -> dict[str, float]:
    """Return each part's score, 0 to 1."""
    read = read_resume(content)
    got = [
        (norm(r.title), norm(r.employer), _period(r.period), [norm(read.lines[n - 1].text) for n in r.bullets])
        for r in read.roles
    ]
    want = [
        (norm(r["title"]), norm(r["employer"]), tuple(r["period"] or ()), [norm(b) for b in r["bullets"]])
        for r in labels["roles"]
    ]
    parts = {
        "name": float(norm(labels["name"]) == norm(read.name)),
        "email": float(labels["email"].lower() in content.lower()),
        "roles": f1([(t, p) for t, _, p, _ in want], [(t, p) for t, _, p, _ in got]),
        "employers": f1([(e, p) for _, e, p, _ in want], [(e, p) for _, e, p, _ in got]),
        "periods": f1([p for _, _, p, _ in want], [p for _, _, p, _ in got]),
        "bullets": f1([(p, b) for *_, p, bs in want for b in bs], [(p, b) for *_, p, bs in got for b in bs]),
        "education": _nearness(labels["education"], len(read.education)),
        "languages": f1(sorted(labels["languages"]), sorted(skill.name for skill in read.languages)),
        "skills": f1([norm(s) for s in labels["skills"]], [norm(s.name) for s in read.skills]),
    }
    if "titles" in labels:
        parts["sections"] = f1([norm(t) for t in labels["titles"]], [norm(s.title) for s in read.sections if s.title])
    return parts


def norm(text: str | None) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text or "").casefold())


def f1(wanted: Sequence[object], got: Sequence[object]) -> float:
    if not wanted and not got:
        return 1.0
    return 2 * sum((Counter(wanted) & Counter(got)).values()) / (len(wanted) + len(got))


def _nearness(wanted: int | Sequence[object], got: int) -> float:
    count = wanted if isinstance(wanted, int) else len(wanted)
    return 1.0 if count == got else max(0.0, 1 - abs(count - got) / max(count, got))


def _month(value: Month) -> str:
    return f"{value.year}-{value.month or 0}"


def _period(value: Period | None) -> Period2:
    if value is None:
        return ()
    return (_month(value.start), "present" if value.end is None else _month(value.end))


def _differing_words(data: bytes, name: str, content: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that only the result has, and those that only the file has."""
    source = _text_of(data, name)
    if source is None:
        return (), ()
    in_file, in_result = "".join(_words(source)), "".join(_words(content))
    added = [word for word in set(_words(content)) if word not in in_file]
    lost = [word for word in set(_words(source)) if word not in in_result and not word.isdigit()]
    return tuple(sorted(added)), tuple(sorted(set(lost) - _FRAME))


def _text_of(data: bytes, name: str) -> str | None:
    """Return a file's text as another reader sees it, None for data whose headings are ours."""
    if name.endswith(".pdf"):
        document = pdfium.PdfDocument(data)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return re.sub("[\ufffe\x02\xad]", "", text)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [n for n in archive.namelist() if re.fullmatch(r"word/(?:document|header\d*)\.xml", n)]
            source = "\n".join(archive.read(part).decode() for part in parts)
        source = re.sub(r"<(?:\w+:)?(?:delText|instrText)\b[^>]*>.*?</(?:\w+:)?(?:delText|instrText)>", "", source)
        source = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", source, flags=re.DOTALL)
        pieces = re.findall(r"</w:p>|<w:tab/>|<w:br/>|(?<=>)[^<>]+(?=</w:t>)", source)
        return "".join(" " if piece.startswith("<") else html.unescape(piece) for piece in pieces)
    return data.decode() if name.endswith(".txt") else None


def _words(text: str) -> Iterable[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
