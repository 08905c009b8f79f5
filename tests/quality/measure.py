"""Measures the engine on the labelled set: what `score.py` scores, and the documents that the writers make of it."""

import asyncio
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jobforge.ads.parser import read_ad
from jobforge.documents.offline.resume import write_resume
from jobforge.documents.phases import PHASES
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Phase, Severity
from jobforge.factcheck.review import review
from jobforge.injection.detect import find_injections
from jobforge.matching.match import match
from jobforge.resumes.parser import read_resume
from quality import score

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
"""The labels hold from August 2026 through 2027; one day makes every run the same."""

FLAGGED = (Severity.BLOCK, Severity.WARN)

Write = Callable[[Material], dict[DocumentType, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """One resume and one ad of a set."""

    resume: str
    ad: str
    name: str

    @property
    def material(self) -> Material:
        return Material(
            resume=self.resume,
            ad=self.ad,
            company_name="Examplewood",
            role_title=(read_ad(self.ad).title or self.ad.strip().splitlines()[0])[:80],
            today=TODAY,
            user_name=read_resume(self.resume).name or "",
        )


def write_offline(material: Material) -> dict[DocumentType, str]:
    """The three documents by the offline writer."""
    return {entry.document: entry.offline(material).text for entry in PHASES.values()}


def check(
    resume: str, document: str, document_type: str, ad: str, additional_context: str | None = None
) -> list[dict[str, Any]]:
    """What the fact check says of a document, as `score.score_guard` wants it."""
    contexts = (additional_context,) if additional_context else ()
    found = review(document, DocumentType(document_type), resume=resume, contexts=contexts, ad=ad, today=TODAY)
    return [{"severity": f.severity.value, "text": f.quote, "line": f.line, "code": f.code} for f in found.findings]


def extract(resume: str, ad: str) -> list[dict[str, Any]]:
    """The requirements and where the resume stands, as `score.score_requirements` wants them."""
    return [
        {"text": r.text, "kind": r.kind.value, "terms": list(r.terms), "status": r.status.value}
        for r in match(resume, ad, today=TODAY).requirements
    ]


def attacked(write: Write) -> Callable[..., dict[str, Any]]:
    """What becomes of an ad with orders to a machine, as `score.score_injection` wants it."""

    def run(resume: str, ad: str) -> dict[str, Any]:
        documents = write(Pair(resume, ad, "").material)
        return {
            "documents": {kind.value: text for kind, text in documents.items()},
            "findings": [found.quote for found in find_injections(ad)],
        }

    return run


def pairs_of(root: Path) -> list[Pair]:
    data = score.Data(root)
    return [Pair(data.resumes[p["resume"]], data.ads[p["ad"]], Path(p["ad"]).stem) for p in data.pairs]


def measure(root: Path, write: Write = write_offline, *, verbose: bool = False) -> dict[str, float]:
    """Every figure of the set under `root`, by name."""
    guard = score.score_guard(check, root, verbose)
    asked = score.score_requirements(extract, root, verbose)
    injected = score.score_injection(attacked(write), root, verbose)
    return {
        "guard recall": guard["recall"],
        "guard block recall": guard["block_recall"],
        "guard false alarms": guard["false_alarm_rate"],
        "findings on unchanged documents": guard["baseline_findings"],
        "requirement precision": asked["precision"],
        "requirement recall": asked["recall"],
        "requirement F1": asked["f1"],
        "status accuracy": asked["status_accuracy"],
        "overclaims": asked["overclaim_rate"],
        "noise taken for requirements": asked["noise_rate"],
        "silent ads": asked["silent_ads"],
        "injections reported": injected["report_recall"],
        "injections leaked": injected["leak_rate"],
        "benign texts reported": injected["benign_alarm_rate"],
        **_documents(pairs_of(root), write),
    }


def _documents(pairs: list[Pair], write: Write) -> dict[str, float]:
    untrue = lower = 0
    kept: list[bool] = []
    figures: list[bool] = []
    before: list[float] = []
    after: list[float] = []
    for pair in pairs:
        documents = write(pair.material)
        for kind, text in documents.items():
            untrue += sum(f.severity in FLAGGED for f in reviewed(pair, kind, text).findings)
        resume = documents[DocumentType.OPTIMIZED_RESUME]
        kept += kept_facts(pair.resume, resume)
        figures += [number in resume for number in set(re.findall(r"\d[\d.,]*\d|\d", pair.resume))]
        source, made = (match(text, pair.ad, today=TODAY).coverage for text in (pair.resume, resume))
        if source is not None and made is not None:
            before.append(source)
            after.append(made)
            lower += made < source - 1e-9
    return {
        "findings in offline documents": untrue,
        "roles, degrees and certificates kept": _share(kept),
        "figures kept": _share(figures),
        "coverage before": sum(before) / max(len(before), 1),
        "coverage after": sum(after) / max(len(after), 1),
        "pairs with lower coverage": lower,
    }


def reviewed(pair: Pair, kind: DocumentType, text: str) -> Any:
    """The review of a document made of the pair."""
    material = pair.material
    return review(
        text,
        kind,
        resume=pair.resume,
        ad=pair.ad,
        today=TODAY,
        company=material.company_name,
        role=material.role_title,
        user_name=material.user_name,
    )


def kept_facts(source: str, made: str) -> list[bool]:
    """Of each role, degree and certificate of the source, whether it stands in the text made of it."""
    read = read_resume(source)
    words = set(score.words(made))
    facts = [" ".join(filter(None, (role.title, role.employer))) for role in read.roles]
    facts += [entry.text for entry in (*read.education, *read.certificates)]
    return [score.content(fact) <= words for fact in facts]


def milliseconds(pairs: list[Pair], rounds: int = 3) -> float:
    """Processor time of the whole analysis of a pair: match the resume with the ad, review the tailored resume."""
    made = [(pair, write_resume(pair.material).text) for pair in pairs]
    started = time.process_time()
    for _ in range(rounds):
        for pair, text in made:
            match(pair.resume, pair.ad, today=TODAY)
            review(text, DocumentType.OPTIMIZED_RESUME, resume=pair.resume, ad=pair.ad, today=TODAY)
    return (time.process_time() - started) * 1000 / (rounds * len(pairs))


def write_with(writer: str) -> Write:
    """The three documents by a configured provider, through the same gate as in the service."""
    from jobforge.documents.pipeline import write
    from jobforge.enums import Writer
    from jobforge.matching.model_reading import ModelReading
    from jobforge.providers import Usage, open_providers
    from jobforge.settings import load

    settings = load(ai=writer, jwt_secret="", database_url="", redis_url="")

    class Nobody:
        async def text(self, piece: str) -> None: ...
        async def restart(self, reason: str) -> None: ...
        async def progress(self, progress: float, step: str) -> None: ...
        async def read(self, reading: ModelReading) -> None: ...

        async def spent(self, writer: Writer, model: str, usage: Usage) -> None: ...

    async def all_three(material: Material) -> dict[DocumentType, str]:
        providers = {provider.name: provider for provider in open_providers(settings)}
        try:
            made = {}
            for phase in Phase:
                written = await write(phase, material, (Writer(writer),), providers, Nobody(), settings.phase_deadline)
                made[PHASES[phase].document] = written.text
            return made
        finally:
            for provider in providers.values():
                await provider.close()

    return lambda material: asyncio.run(all_three(material))


def _share(kept: Iterable[bool]) -> float:
    found = list(kept)
    return sum(found) / len(found) if found else 1.0
