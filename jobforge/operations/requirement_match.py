"""What the ad asks, held against the resume; what a document says, held against the user's own words."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast
from uuid import UUID

from jobforge import inputs, settings
from jobforge.enums import DocumentType, Phase
from jobforge.factcheck.registry import Check, all_checks
from jobforge.factcheck.review import Review, review
from jobforge.injection.detect import Injection
from jobforge.inputs import read
from jobforge.matching.match import Match, MatchedRequirement, match
from jobforge.operations import ownership
from jobforge.operations.ownership import word
from jobforge.storage.models import Application, Caller, Document, PhaseRun, Resume, User

CACHE_SIZE = 256
"""Matches and reviews kept in memory; a dashboard asks for the same ones again and again."""

_match = lru_cache(CACHE_SIZE)(match)
_review = lru_cache(CACHE_SIZE)(review)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What may be believed of a user in one application: the resume, and the user's own additional words."""

    application: Application
    user_name: str
    resume: Resume | None
    contexts: tuple[str, ...]

    @property
    def content(self) -> str | None:
        return self.resume.content if self.resume else None


@dataclass(frozen=True, slots=True)
class MatchReport:
    """A match, and the resume that it holds against the ad."""

    match: Match
    resume: Resume | None

    @property
    def requirements(self) -> tuple[MatchedRequirement, ...]:
        return self.match.requirements

    @property
    def coverage(self) -> float | None:
        return self.match.coverage

    @property
    def low_confidence(self) -> bool:
        return self.match.low_confidence

    @property
    def injections(self) -> tuple[Injection, ...]:
        return self.match.injections


async def of_applications(application_ids: Sequence[UUID]) -> list[MatchReport]:
    """What each ad asks, held against the resume last used there, or else the primary one."""
    known = await _evidence(await Application.filter(id__in=set(application_ids)))

    def compute() -> list[MatchReport]:
        today = settings.today()
        of = [known[key] for key in application_ids]
        return [
            MatchReport(_match(each.content, each.application.job_description, today=today), each.resume) for each in of
        ]

    return await asyncio.to_thread(compute)


async def reviews_of_documents(document_ids: Sequence[UUID]) -> list[Review]:
    """Whether what each document says now is borne out."""
    rows = {row.id: row for row in await Document.filter(id__in=set(document_ids))}
    known = await _evidence(await Application.filter(id__in={row.application_id for row in rows.values()}))

    def compute() -> list[Review]:
        return [_held(known[d.application_id], d.document_type, d.content) for d in map(rows.__getitem__, document_ids)]

    return await asyncio.to_thread(compute)


def fact_checks() -> tuple[Check, ...]:
    """Return all checks that a review makes, by code."""
    return all_checks()


async def review_text(user: Caller, application_id: str, document_type: str, given: object) -> Review:
    """Checks a text as if it were this document's new content, and saves nothing."""
    application = await ownership.application(user, application_id)
    kind = word(DocumentType, document_type, "Document")
    data = read(inputs.ReviewText, given)
    known = await _evidence([application])
    return await asyncio.to_thread(_held, known[application.id], kind, data.content)


def _held(evidence: _Evidence, kind: DocumentType, text: str) -> Review:
    application = evidence.application
    return _review(
        text,
        kind,
        resume=evidence.content or "",
        contexts=evidence.contexts,
        ad=application.job_description,
        today=settings.today(),
        company=application.company_name,
        role=application.role_title,
        user_name=evidence.user_name,
    )


async def _evidence(applications: Iterable[Application]) -> dict[UUID, _Evidence]:
    """What is known for each application: three statements for all."""
    rows = list(applications)
    owners = {row.user_id for row in rows}
    names = dict(await User.filter(id__in=owners).values_list("id", "full_name"))
    used: dict[UUID, UUID] = {}
    letters: dict[UUID, str] = {}
    for run in await PhaseRun.filter(application_id__in=[row.id for row in rows]).order_by("-fence"):
        if run.resume_id:
            used.setdefault(run.application_id, run.resume_id)
        if run.phase is Phase.COVER_LETTER and run.additional_context:
            letters.setdefault(run.application_id, run.additional_context)
    resumes: defaultdict[UUID, dict[UUID, Resume]] = defaultdict(dict)
    for resume in await Resume.filter(user_id__in=owners).order_by("is_primary"):
        resumes[resume.user_id][resume.id] = resume

    def resume_for(row: Application) -> Resume | None:
        library = resumes[row.user_id]
        last_used = library.get(used[row.id]) if row.id in used else None
        return last_used or next((resume for resume in library.values() if resume.is_primary), None)

    return {
        row.id: _Evidence(
            row,
            cast(str, names.get(row.user_id, "")),
            resume_for(row),
            tuple(text for text in (row.additional_context, letters.get(row.id)) if text),
        )
        for row in rows
    }
