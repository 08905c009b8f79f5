"""Whether a model's document is worth more than the offline one, by our own measures."""

from dataclasses import dataclass

from jobforge.documents.parsed_input import read
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, RequirementStatus
from jobforge.matching.match import match

MIN_SHARE = 0.5
"""Share of the requirements named by the offline document that a model's report or letter names at least."""

TOLERANCE = 0.005  # of coverage: the figures are shown as whole per cents


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was measured of both documents; `reason` says why the offline one is better, and is empty if it is not."""

    model: float
    offline: float
    reason: str = ""


def compare(phase: Phase, material: Material, model_text: str, offline_text: str) -> Comparison:
    """Compare a resume by the ad's requirements that it covers, other documents by those that they name."""
    if phase is Phase.RESUME:
        return _by_coverage(material, model_text, offline_text)
    model, offline = _named(material, model_text), _named(material, offline_text)
    if model < MIN_SHARE * offline:
        reason = f"it names {model} of the ad's requirements, the offline writer's document {offline}"
        return Comparison(model, offline, reason)
    return Comparison(model, offline)


def _by_coverage(material: Material, model_text: str, offline_text: str) -> Comparison:
    ad = read(material).ad
    texts = (model_text, offline_text, material.resume)
    model, offline, source = (match(text, ad, today=material.today).coverage or 0.0 for text in texts)
    best = max(offline, source)
    if model < best - TOLERANCE:
        whose = "the offline writer's" if offline >= source else "your own resume"
        return Comparison(model, offline, f"it covers {model:.0%} of the ad, {whose} {best:.0%}")
    return Comparison(model, offline)


def _named(material: Material, text: str) -> int:
    """Return how many of the requirements that the resume meets the text names."""
    folded = text.casefold()
    met = (each for each in read(material).match.requirements if each.status is not RequirementStatus.MISSING)
    return sum(any(term.casefold() in folded for term in each.terms) for each in met)
