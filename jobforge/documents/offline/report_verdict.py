"""The verdict of the report: how well resume and ad fit, why, and what decides before any question of fit."""

from collections.abc import Iterator
from enum import StrEnum

from jobforge.documents.offline.availability import own_conditions, permit_line
from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.lines import Strength
from jobforge.documents.offline.requirement_advice import Answers
from jobforge.documents.offline.requirement_phrases import plain
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import evidence_lines
from jobforge.documents.offline.style import Style
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement

_DECIDING = (Topic.PAPER, Topic.LANGUAGE)
_MAX_BREAKERS = 5
_MAX_GAPS = 2


class Fit(StrEnum):
    """How well a resume fits an ad."""

    STRONG = "strong"
    FIT = "fit"
    STRETCH = "stretch"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


def fit_of(reading: Reading) -> Fit:
    """Return the verdict by the share of must-haves that are answered; a missing licence or degree weighs most.

    With fewer than two thirds answered it is a stretch, with fewer than a third it is not as it stands.
    """
    needs = reading.match.requirements
    if reading.match.low_confidence or not needs:
        return Fit.UNKNOWN
    counted = [need for need in needs if need.kind is RequirementKind.MUST] or list(needs)
    answered = sum(_value(need) for need in counted) / len(counted)
    deciding = [
        need for need in counted if need.status is RequirementStatus.MISSING and topic_of(need.text) in _DECIDING
    ]
    if answered < 1 / 3 or (len(deciding) >= 2 and answered < 2 / 3):
        return Fit.NOT_YET
    if answered < 2 / 3 or deciding:
        return Fit.STRETCH
    return Fit.STRONG if answered >= 0.85 else Fit.FIT


def _share_word(needs: list[MatchedRequirement]) -> str:
    """The share of answered requirements as a word; a figure of the report could be read as one of the resume."""
    share = sum(need.status is not RequirementStatus.MISSING for need in needs) / len(needs)
    if share in (0, 1):
        return "all" if share else "none"
    return "most" if share > 0.6 else "some" if share > 0.3 else "few"


def _value(need: MatchedRequirement) -> float:
    """How far a requirement is answered: a skill that is only named counts for less than one that work shows."""
    if need.status is RequirementStatus.PROVED:
        return 1.0
    if need.status is RequirementStatus.MISSING:
        return 0.0
    return 1.0 if topic_of(need.text) is not Topic.SKILL else 0.7


def verdict(reading: Reading, frames: Frames, style: Style, answers: Answers) -> list[str]:
    """Return the verdict and its two reasons: what speaks for the applicant, and what is missing."""
    fit = fit_of(reading)
    sentences = [frames.text(f"verdict.{fit.value}")]
    if fit is Fit.UNKNOWN:
        return sentences
    musts = [need for need in reading.match.requirements if need.kind is RequirementKind.MUST]
    counted = musts or list(reading.match.requirements)
    sentences.append(frames.text(f"verdict.{'musts' if musts else 'wishes'}.{_share_word(counted)}"))
    if best := _best(reading, answers):
        quote, position = best
        sentences.append(frames.say("verdict.best", quote=style.quote(quote), place=position))
    gaps = [style.quote(plain(need.text)) for need in _gaps(reading)]
    if gaps:
        key = "verdict.gap" if len(gaps) == 1 else "verdict.gaps"
        if musts and all(need.status is not RequirementStatus.MISSING for need in musts):
            key = "verdict.wishes_open"
        sentences.append(frames.say(key, need=style.join(gaps)))
    else:
        sentences.append(frames.text("verdict.complete"))
    return sentences


def _best(reading: Reading, answers: Answers) -> tuple[str, str] | None:
    """The line that proves most of what the ad asks for, results before sizes."""
    lines = [item for item in evidence_lines(reading) if item.needs and item.strength >= Strength.TASK]
    if not lines or not reading.same_language:
        return None
    best = max(lines, key=lambda item: (len(item.needs) + item.strength + item.recency, -item.number))
    employer = best.role.employer if best.role is not None else None
    return answers.short(best.text), f" ({employer})" if employer and employer not in best.text else ""


def _gaps(reading: Reading) -> list[MatchedRequirement]:
    missing = reading.with_status(RequirementStatus.MISSING)
    musts = [need for need in missing if need.kind is RequirementKind.MUST] or list(missing)
    ordered = sorted(musts, key=lambda need: topic_of(need.text) not in _DECIDING)
    return [need for need in ordered if len(need.text.split()) <= 20][:_MAX_GAPS]


def breakers(reading: Reading, frames: Frames, style: Style, answers: Answers) -> Iterator[str]:
    """Yield what decides whether an application is possible at all."""
    lines: list[str] = []
    for need in reading.with_status(RequirementStatus.MISSING):
        topic = topic_of(need.text)
        if need.kind is not RequirementKind.MUST or topic is Topic.SKILL:
            continue
        quote = style.quote(plain(need.text))
        remark = answers.remark(need)
        if remark is not None:
            lines.append(frames.say("breakers.denied", need=quote, quote=style.quote(remark)))
        else:
            lines.append(frames.say(f"breakers.{topic.value}", need=quote))
    if reading.ad.work_permit:
        quote = style.quote(plain(" ".join(reading.ad.work_permit.split())))
        personal = permit_line(reading)
        key = "breakers.permit" if personal else "breakers.permit_open"
        lines.append(frames.say(key, need=quote, quote=style.quote(personal or "")))
    yield from lines[:_MAX_BREAKERS]
    own_lines = [line for line in own_conditions(reading) if not any(line in text for text in lines)]
    if own_lines:
        yield frames.say("breakers.own", quote=f"{style.semicolon} ".join(style.quote(line) for line in own_lines))
