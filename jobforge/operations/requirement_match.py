"""What the ad asks, held against the resume; what a document says, held against the user's own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast
from uuid import UUID

from jobforge import inputs, settings
from jobforge.enums import DocumentType, MatchReader, Phase, Severity, Verdict
from jobforge.errors import InvalidState, NotFound, Overloaded, RateLimited
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import Check, all_checks
from jobforge.factcheck.review import Review
from jobforge.injection.detect import Injection
from jobforge.inputs import read
from jobforge.matching.match import Match, MatchedRequirement
from jobforge.operations import ad_readings, ownership, text_reading
from jobforge.operations.ownership import word
from jobforge.sandbox.pool import Call
from jobforge.storage.models import Application, Caller, Document, PhaseRun, Resume, User

NO_MATCH = Match((), None, low_confidence=True, injections=())
"""For texts that take too long: nothing is claimed."""
INCOMPLETE = Review(
    Verdict.WARN,
    (
        Finding(
            "review.incomplete",
            Severity.WARN,
            None,
            "",
            "This text could not be checked just now: it takes too long, or others of yours are being checked.",
        ),
    ),
    (),
    None,
)
"""For documents that cannot be checked in time: never PASS."""

Row = TypeVar("Row")


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
    def reader(self) -> MatchReader:
        return self.match.reader

    @property
    def low_confidence(self) -> bool:
        return self.match.low_confidence

    @property
    def injections(self) -> tuple[Injection, ...]:
        return self.match.injections


def _present(rows: Mapping[UUID, Row], keys: Iterable[UUID]) -> list[Row]:
    """Return the rows of these keys. Raises NotFound when one was deleted while it was read."""
    try:
        return [rows[key] for key in keys]
    except KeyError:
        raise NotFound("It was deleted meanwhile.") from None


async def of_applications(application_ids: Sequence[UUID], *, background: bool = False) -> list[MatchReport]:
    """Return what each ad asks, held against the resume last used there, or else the primary one.

    What cannot be read in time has low confidence. In the `background` nobody waits: it takes no turn of the user's,
    and raises Overloaded where there is none for it."""
    evidence = await _evidence(await Application.filter(id__in=set(application_ids)))
    chosen = _present(evidence, application_ids)
    today = settings.today()
    readings = await ad_readings.of_applications((each.application, each.resume) for each in chosen)
    calls = [
        text_reading.call(
            each.content, each.application.job_description, today=today, reading=readings.get(each.application.id)
        )
        for each in chosen
    ]
    result: list[Match | None] = [None] * len(calls)
    try:
        result = await text_reading.matches.read(calls, user=None if background else _owner(chosen))
    except (RateLimited, Overloaded):
        if background:
            raise
    return [MatchReport(match or NO_MATCH, each.resume) for match, each in zip(result, chosen, strict=True)]


async def reviews_of_documents(document_ids: Sequence[UUID], *, background: bool = False) -> list[Review]:
    """Return whether what each document says now is supported; what cannot be checked in time says so.

    `background` as for `of_applications`."""
    rows = {row.id: row for row in await Document.filter(id__in=set(document_ids))}
    evidence = await _evidence(await Application.filter(id__in={row.application_id for row in rows.values()}))
    documents = _present(rows, document_ids)
    chosen = _present(evidence, [document.application_id for document in documents])
    calls = [
        _review_call(each, document.document_type, document.content)
        for each, document in zip(chosen, documents, strict=True)
    ]
    result: list[Review | None] = [None] * len(calls)
    try:
        result = await text_reading.reviews.read(calls, user=None if background else _owner(chosen))
    except (RateLimited, Overloaded):
        if background:
            raise
    return [each or INCOMPLETE for each in result]


def fact_checks() -> tuple[Check, ...]:
    """Return all checks that a review makes, by code."""
    return all_checks()


async def review_text(user: Caller, application_id: str, document_type: str, given: object) -> Review:
    """Check a text as if it were this document's new content, and save nothing.

    Raises InvalidState for a text that takes too long, RateLimited while the user's earlier ones are being read."""
    application = await ownership.application(user, application_id)
    kind = word(DocumentType, document_type, "Document")
    data = read(inputs.ReviewText, given)
    evidence = (await _evidence([application]))[application.id]
    (result,) = await text_reading.reviews.read([_review_call(evidence, kind, data.content)], user=user.id)
    if result is None:
        raise InvalidState("This text takes too long to check. Shorten it, or split its longest lists.", status=422)
    return result


def _owner(evidence: Sequence[_Evidence]) -> UUID | None:
    return evidence[0].application.user_id if evidence else None


def _review_call(evidence: _Evidence, kind: DocumentType, text: str) -> Call:
    application = evidence.application
    return text_reading.call(
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
    """Return what may be believed in each application: four statements for all."""
    rows = list(applications)
    owners = {row.user_id for row in rows}
    names = dict(await User.filter(id__in=owners).values_list("id", "full_name"))
    used: dict[UUID, UUID] = {}
    letters: dict[UUID, str] = {}
    runs = PhaseRun.filter(application_id__in=[row.id for row in rows]).order_by("-fence")
    for application, resume, phase, context in await runs.values_list(
        "application_id", "resume_id", "phase", "additional_context"
    ):
        if resume:
            used.setdefault(application, resume)
        if phase is Phase.COVER_LETTER and context:
            letters.setdefault(application, context)
    owned: dict[UUID, UUID] = {}
    primary: dict[UUID, UUID] = {}
    for key, owner, is_primary in await Resume.filter(user_id__in=owners).values_list("id", "user_id", "is_primary"):
        owned[key] = owner
        if is_primary:
            primary[owner] = key

    def resume_of(row: Application) -> UUID | None:
        chosen = used.get(row.id)
        return chosen if chosen is not None and owned.get(chosen) == row.user_id else primary.get(row.user_id)

    target = {key for row in rows if (key := resume_of(row)) is not None}
    resumes = {resume.id: resume for resume in await Resume.filter(id__in=target)} if target else {}
    return {
        row.id: _Evidence(
            row,
            cast(str, names.get(row.user_id, "")),
            resumes.get(key) if (key := resume_of(row)) else None,
            tuple(text for text in (row.additional_context, letters.get(row.id)) if text),
        )
        for row in rows
    }
