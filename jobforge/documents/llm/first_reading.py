"""The first thing that a model is asked: to read the ad against the resume, as JSON, before anything is written.

Rules read texts of new hands at a status accuracy of about .7; a good model reads them far better. What it says is
verified by `matching.model_reading`, and kept for as long as neither text changes.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from jobforge.documents.llm.prompts import READING_TASK, SYSTEM, evidence, shared
from jobforge.documents.llm.structured import (
    STRING,
    Ledger,
    ask_json,
    items,
    list_of,
    object_of,
    one_of,
    string,
    strings,
)
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.errors import ExternalApiError
from jobforge.matching.model_reading import MAX_CLAIMS, Claim, ModelReading, verbatim
from jobforge.providers import Message, Prompt, Provider

MAX_TOKENS = 6_000
TIME_SHARE = 0.3
"""Of the time that is left for the phase: the document matters more."""
MAX_LINES = 8  # of a resume that one statement may name; one that names more shows nothing
_ID = re.compile(r"L(\d{1,4})")

_STATEMENT = object_of(
    quote=STRING, kind=one_of(*RequirementKind), status=one_of(*RequirementStatus), ids=list_of(STRING)
)
SCHEMA = object_of(requirements=list_of(_STATEMENT))


async def first_reading(provider: Provider, material: Material, ledger: Ledger, end: float) -> ModelReading | None:
    """Return what the provider reads of the ad and the resume; None where it gives nothing that can be used in time.

    `end` is a time of the loop's clock, at which the whole phase must be done."""
    if not material.resume.strip():
        return None
    reading = await asyncio.to_thread(read, material)
    clock = asyncio.get_running_loop().time
    message = Message("user", READING_TASK, shared=shared(material, reading))
    try:
        async with asyncio.timeout((end - clock()) * TIME_SHARE):
            answer = await ask_json(provider, Prompt(SYSTEM, (message,), MAX_TOKENS, schema=SCHEMA), ledger)
    except (ExternalApiError, TimeoutError):
        return None  # if the provider is away, the document's own request says so
    return await asyncio.to_thread(parse, answer, provider.model, material, reading)


def parse(answer: Any, model: str, material: Material, reading: Reading) -> ModelReading | None:
    """Return the statements of an answer whose quotes stand in the ad and whose lines exist; None for none."""
    known = evidence(material, reading)
    claims: dict[str, Claim] = {}
    rejected = 0
    for row in items(answer, "requirements", MAX_CLAIMS):
        claim = _claim(row, reading.text, known)
        if claim is None:
            rejected += 1
        else:
            claims.setdefault(claim.quote, claim)
    return ModelReading(model, tuple(claims.values()), rejected) if claims else None


def _claim(row: Mapping[str, Any], ad: str, known: Mapping[str, str]) -> Claim | None:
    quote = verbatim(string(row.get("quote")), ad)
    kind, status = string(row.get("kind")).lower(), string(row.get("status")).lower()
    if not quote or kind not in set(RequirementKind) or status not in set(RequirementStatus):
        return None
    ids = [each.strip(" []") for text in strings(row.get("ids")) for each in text.split(",") if each.strip(" []")]
    if status == RequirementStatus.MISSING:
        return Claim(quote, RequirementKind(kind), RequirementStatus.MISSING)
    lines = tuple(int(found[1]) for each in ids if each in known and (found := _ID.fullmatch(each)))
    if not lines or len(lines) > MAX_LINES or any(each not in known for each in ids):
        return None
    return Claim(quote, RequirementKind(kind), RequirementStatus(status), lines)
