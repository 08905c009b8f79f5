"""Coverage and verdicts, kept with their rows: reads never compute them.

A change of a text only marks what depends on it; a job of low priority renews it. Rules change with the version and
judge by the month, so both are part of what a figure is kept under.
"""

import contextlib
from typing import TypeVar

import structlog
from tortoise.expressions import Q

from jobforge import __version__, messaging, metrics, settings
from jobforge.enums import RequirementStatus
from jobforge.errors import NotFound
from jobforge.operations import changes, requirement_match
from jobforge.operations.repeats import repeatable
from jobforge.operations.requirement_match import MatchReport
from jobforge.storage.models import Application, Document, DocumentVersion, now

log = structlog.get_logger(__name__)
Row = TypeVar("Row", Application, Document)

BATCH = 50
"""Rows that one run of the job renews at most; what is left waits for the next."""


def rules_key() -> str:
    """Return what figures are kept under besides their texts."""
    return f"{__version__}/{settings.today():%Y-%m}"


async def mark_application(application_id: object, *, coverage: bool = True) -> None:
    """Mark what depends on an application's own texts; call it inside the transaction that changes them."""
    moment = now()
    if coverage:
        await Application.filter(id=application_id).update(coverage_outdated_since=moment)
    await Document.filter(application_id=application_id).update(verdict_outdated_since=moment)


async def mark_user(user_id: object, *, coverage: bool = True) -> None:
    """Mark everything of a user, whose resumes changed, or without `coverage` whose name did."""
    moment = now()
    applications = Application.filter(user_id=user_id)
    if coverage:
        await applications.update(coverage_outdated_since=moment)
    ids = await applications.values_list("id", flat=True)
    for start in range(0, len(ids), 500):
        await Document.filter(application_id__in=ids[start : start + 500]).update(verdict_outdated_since=moment)


async def mark_expired() -> None:
    """Mark what was computed by other rules, or in another month."""
    moment, key = now(), rules_key()
    computed = Application.filter(coverage_outdated_since=None).filter(~Q(coverage_key=key) | Q(coverage_key=None))
    await computed.update(coverage_outdated_since=moment)
    judged = Document.filter(verdict_outdated_since=None).filter(~Q(verdict_key=key) | Q(verdict_key=None))
    await judged.update(verdict_outdated_since=moment)


def request() -> None:
    """Have a worker renew soon what is marked."""
    if messaging.is_open():
        messaging.current().queue.request_renewal()


async def renew() -> int:
    """Renew what is marked, one row at a time; return how many were renewed."""
    renewed = 0
    for application in await _marked(Application, "coverage_outdated_since"):
        with contextlib.suppress(NotFound):  # deleted meanwhile
            renewed += await _renew_coverage(application)
    for document in await _marked(Document, "verdict_outdated_since"):
        with contextlib.suppress(NotFound):
            renewed += await _renew_verdict(document)
    return renewed


async def _marked(model: type[Row], column: str) -> list[Row]:
    """Return the rows of a run: those marked last and those marked first, half of each.

    Somebody's thousand imported applications, or all rows after an upgrade, thus do not hold up the one that another
    user has just made, and none waits for ever."""
    rows: list[Row] = []
    for order in ((f"-{column}", "-id"), (column, "id")):
        rows += await model.filter(**{f"{column}__isnull": False}).order_by(*order).limit(BATCH // 2)
    return list({row.pk: row for row in rows}.values())


@repeatable
async def _renew_coverage(application: Application) -> int:
    key = rules_key()
    (report,) = await requirement_match.of_applications([application.id], background=True)
    async with changes.changing(application.user_id) as number:
        # Unless a text has changed meanwhile: then it is marked with another moment, and its turn will come.
        done = await Application.filter(
            id=application.id, coverage_outdated_since=application.coverage_outdated_since
        ).update(**counts(report), coverage_key=key, coverage_outdated_since=None, change_number=number)
    if done:
        await changes.announce(application.user_id, application.id)
    return done


def counts(report: MatchReport) -> dict[str, object]:
    """Return the columns that hold a match."""
    statuses = [requirement.status for requirement in report.requirements]
    return {
        "coverage_share": report.coverage,
        "coverage_proved": statuses.count(RequirementStatus.PROVED),
        "coverage_listed": statuses.count(RequirementStatus.LISTED),
        "coverage_missing": statuses.count(RequirementStatus.MISSING),
    }


@repeatable
async def _renew_verdict(document: Document) -> int:
    key = rules_key()
    reviews = await requirement_match.reviews_of_documents([document.id], background=True)
    application = await Application.filter(id=document.application_id).only("id", "user_id").first()
    if application is None:
        return 0
    async with changes.changing(application.user_id) as number:
        done = await Document.filter(
            id=document.id, version=document.version, verdict_outdated_since=document.verdict_outdated_since
        ).update(verdict=reviews[0].verdict, verdict_key=key, verdict_outdated_since=None)
        if done:
            versions = DocumentVersion.filter(document_id=document.id, version=document.version)
            await versions.update(verdict=reviews[0].verdict)
            await changes.record(application.id, number)
    if done:
        metrics.document_reviewed(document.document_type.value, reviews[0].verdict.value)
        await changes.announce(application.user_id, application.id)
    return done
