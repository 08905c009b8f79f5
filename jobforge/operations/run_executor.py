"""What workers do: take the run that is next in line, write its document, and save all or nothing.

A claim is one conditional UPDATE that takes the next fence; every later write names that fence. Whoever lost the
run meanwhile, to a cancellation, a deletion or another worker, can change nothing.
"""

import asyncio
import contextlib
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

import structlog
from structlog.contextvars import bound_contextvars
from tortoise.exceptions import DoesNotExist
from tortoise.expressions import F
from tortoise.queryset import QuerySet

from jobforge import messaging, metrics, tracing
from jobforge.documents.phases import PHASES, earlier_documents, further
from jobforge.documents.pipeline import Written, write
from jobforge.documents.steps import WRITING
from jobforge.documents.writing_input import Material
from jobforge.enums import RunStatus, Writer
from jobforge.errors import JobForgeError, ProcessingError, ProviderUnavailable
from jobforge.matching.model_reading import ModelReading
from jobforge.messaging.event_log import Event, EventKind
from jobforge.operations import ad_readings, changes, documents, phase_runs, renewal, timeline
from jobforge.operations import usage as ledger
from jobforge.operations.repeats import repeatable
from jobforge.providers import Provider, Usage
from jobforge.providers.prices import currency
from jobforge.settings import current, today
from jobforge.storage.models import Application, Document, PhaseRun, Resume, User, now

log = structlog.get_logger(__name__)

TRIES = 3
HEARTBEAT = 1.0  # seconds; also how soon a cancellation is seen
FLUSH_SECONDS = 0.1
FLUSH_CHARACTERS = 400
NEXT_IN_LINE = 10
USUAL_LENGTH = 4000  # characters of a document, for the progress of a text that is being written

Providers = Mapping[Writer, Provider]


async def perform(providers: Providers) -> bool:
    """Performs the run that is next in line, fair between users; False when there was none."""
    claiming = asyncio.ensure_future(_claim())
    try:
        run = await asyncio.shield(claiming)
    except asyncio.CancelledError:  # the run may be ours already: it must not wait for its lease to pass
        if (run := await claiming) is not None:
            await asyncio.shield(_Performance(run, providers).hand_back())
        raise
    if run is None:
        return False
    performance = _Performance(run, providers)
    try:
        first = bool(await PhaseRun.filter(id=run.id, started_at__isnull=True).update(started_at=now()))
        request_id, trace = await messaging.current().queue.origin(run.id)
        with bound_contextvars(request_id=request_id, run_id=str(run.id), phase=run.phase.value):
            log.info("run_started", attempt=run.attempt)
            with tracing.span("phase", {"phase": run.phase.value, "run_id": str(run.id)}, parent=trace):
                await performance.perform(first)
            performance.report()
    except BaseException:
        await asyncio.shield(performance.hand_back())  # does nothing to a run that has come to its end
        raise
    return True


async def _claim() -> PhaseRun | None:
    while True:
        waiting = PhaseRun.filter(status=RunStatus.QUEUED).order_by("queue_position", "created_at").limit(NEXT_IN_LINE)
        candidates = await waiting.values_list("id", "fence")
        if not candidates:
            return None
        # Many workers look at once: a random one of the first few keeps them out of each other's way.
        chosen, fence = random.choice(candidates)  # noqa: S311  # nosec B311
        if await PhaseRun.filter(id=chosen, fence=fence, status=RunStatus.QUEUED).update(
            status=RunStatus.PROCESSING, fence=F("fence") + 1, sequence=0, lease_until=_lease()
        ):
            return await PhaseRun.filter(id=chosen, fence=fence + 1).first()


def _lease() -> Any:
    return now() + timedelta(seconds=current().lease)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What a document is made from, as texts and as the digests that later tell whether they changed."""

    material: Material
    source_digests: dict[str, object]
    application: Application
    resume: Resume | None = None


class _Performance:
    """One claim of one run: writes, tells how it goes, and ends it."""

    def __init__(self, run: PhaseRun, providers: Providers) -> None:
        self.run = run
        self.providers = providers
        self.sequence = -1
        self.progress_made = run.progress
        self.written = ""
        self._unsent = ""
        self._sent_at = 0.0
        self._missed = False
        self._superseded = False
        self._began = time.monotonic()
        self._outcome = "handed_back"
        self._result: Written | None = None
        self._sources: _Sources | None = None

    @property
    def _mine(self) -> QuerySet[PhaseRun]:
        return PhaseRun.filter(id=self.run.id, fence=self.run.fence, status=RunStatus.PROCESSING)

    async def perform(self, first: bool) -> None:
        if first:
            await self._announce(EventKind.STARTED)
        else:
            await self._announce(EventKind.RESTARTED, attempt=self.run.attempt, reason="Taken up again")
        writing = asyncio.create_task(self._write())
        watching = asyncio.create_task(self._watch(writing))
        try:
            sources, written = await writing
            self._result = written
            await self._complete(sources, written)
            self._outcome = "completed"
        except asyncio.CancelledError:
            if not self._superseded:
                raise
        except DoesNotExist:
            return  # the application was deleted, and this run with it
        except ProviderUnavailable as error:
            await self._try_again(error)
        except JobForgeError as error:
            await self._fail(error)
        except Exception:
            log.exception("phase_failed")
            await self._try_again(ProcessingError("The document could not be made. Please start the phase again."))
        finally:
            watching.cancel()
            writing.cancel()

    def report(self) -> None:
        """Log and count how the run ended."""
        written, seconds = self._result, time.monotonic() - self._began
        outcome = "cancelled" if self._superseded else self._outcome
        writer = written.provider.value if written else ""
        log.info(
            "run_finished",
            outcome=outcome,
            seconds=round(seconds, 2),
            writer=writer,
            input_tokens=written.input_tokens if written else None,
            output_tokens=written.output_tokens if written else None,
        )
        names = [note.partition(":")[0] for note in written.notes] if written else []
        fallbacks = [name for name in names if name in set(Writer)]
        metrics.run_finished(self.run.phase.value, writer, outcome, seconds, fallbacks)

    async def _write(self) -> tuple[_Sources, Written]:
        settings = current()
        sources = self._sources = await self._read()
        writers, notes = await self._writers()
        written = await write(
            self.run.phase,
            sources.material,
            writers,
            dict(self.providers),
            self,
            settings.phase_deadline,
            settings.web_search,
        )
        await self._flush()
        return sources, replace(written, notes=[*notes, *written.notes])

    async def _writers(self) -> tuple[tuple[Writer, ...], list[str]]:
        """Return who may write, in order, and a note where a budget rules models out."""
        if self.run.offline:
            return (Writer.OFFLINE,), []
        user = await User.get(id=self.run.user_id)
        budget = cast("int | None", user.monthly_budget_micros)
        return await ledger.within_budget(current().writers, self.run.user_id, budget)

    async def _watch(self, writing: asyncio.Task[Any]) -> None:
        """Keeps the lease; ends the writing when the run is no longer ours."""
        while True:
            await asyncio.sleep(HEARTBEAT)
            try:
                ours = await self._mine.update(lease_until=_lease())
            except Exception as error:  # the database is away: the fence guards what we do meanwhile
                log.warning("heartbeat_failed", error=type(error).__name__)
                continue
            if not ours:
                self._superseded = True
                writing.cancel()
                return

    # --- what the writer tells

    async def text(self, piece: str) -> None:
        self.written += piece
        self._unsent += piece
        if len(self._unsent) >= FLUSH_CHARACTERS or time.monotonic() - self._sent_at >= FLUSH_SECONDS:
            await self._flush()

    async def restart(self, reason: str) -> None:
        self.written = self._unsent = ""
        await self._announce(EventKind.RESTARTED, attempt=self.run.attempt, reason=reason)

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None:
        run = self.run
        await ledger.record(run.user_id, run.id, run.phase, writer, model, usage)

    async def read(self, reading: ModelReading) -> None:
        if self._sources is not None and self._sources.resume is not None:
            await ad_readings.keep(self._sources.application, self._sources.resume, reading)

    async def progress(self, progress: float, step: str) -> None:
        self.progress_made = max(self.progress_made, round(min(progress, 0.99), 2))
        # Saved first: whoever hears of it reads the row.
        await self._mine.update(progress=self.progress_made, sequence=self.sequence + 1)
        await self._announce(EventKind.PROGRESSED, progress=self.progress_made, step=step)

    async def _flush(self) -> None:
        if not self._unsent:
            return
        piece, self._unsent, self._sent_at = self._unsent, "", time.monotonic()
        await self._announce(EventKind.TEXT, text=piece)
        reached = 0.2 + 0.7 * min(1.0, len(self.written) / USUAL_LENGTH)
        if reached > self.progress_made + 0.05:
            await self.progress(reached, WRITING)

    async def _announce(self, kind: EventKind, **words: Any) -> None:
        if self._missed and kind in (EventKind.TEXT, EventKind.PROGRESSED):
            await self._tell_anew()
            if kind is EventKind.TEXT:
                return
        if not await self._say(kind, **words):
            self._missed = True

    async def _tell_anew(self) -> None:
        if not await self._mine.exists():
            return  # cancelled, or deleted with all that was streamed
        # What was streamed may be lost with Redis: the text so far takes its place.
        reason = "The connection to the live events was interrupted"
        self._missed = not (
            await self._say(EventKind.RESTARTED, attempt=self.run.attempt, reason=reason, renew=True)
            and await self._say(EventKind.TEXT, text=self.written)
        )

    async def _say(self, kind: EventKind, *, renew: bool = False, **words: Any) -> bool:
        self.sequence += 1
        run = self.run
        event = Event(
            run.fence, self.sequence, kind, run.user_id, run.application_id, run.id, run.phase, now(), **words
        )
        return await messaging.current().events.append(event, first=renew or self.sequence == 0)

    # --- the sources, and the ends a run can come to

    async def _read(self) -> _Sources:
        run = self.run
        application = await Application.get(id=run.application_id)
        user = await User.get(id=run.user_id)
        resume = await Resume.filter(id=run.resume_id).first() if run.resume_id else None
        if resume is None:
            resume = await Resume.filter(user_id=run.user_id, is_primary=True).first()
        target = earlier_documents(run.phase)
        earlier = {d.document_type: d for d in await Document.filter(application_id=application.id)}
        texts: dict[str, Any] = {kind.value: earlier[kind].content for kind in target if kind in earlier}
        readings = await ad_readings.of_applications([(application, resume)])
        material = Material(
            resume=resume.content if resume else "",
            ad=application.job_description,
            company_name=application.company_name,
            role_title=application.role_title,
            today=today(),
            user_name=user.full_name,
            location=application.location or "",
            job_url=application.job_url or "",
            application_context=application.additional_context or "",
            letter_context=(run.additional_context or "") if PHASES[run.phase].takes_notes else "",
            mention_gaps=bool(run.mention_gaps),
            model_reading=readings.get(application.id),
            **texts,
        )
        source_digests: dict[str, object] = {
            "ad": application.digest,
            "resume_id": str(resume.id) if resume else None,
            "resume": resume.digest if resume else None,
            "documents": {kind.value: earlier[kind].version for kind in target if kind in earlier},
        }
        return _Sources(material, source_digests, application, resume)

    @repeatable
    async def _complete(self, sources: _Sources, written: Written) -> None:
        """Document, version, flag and run change together or not at all."""
        run, step = self.run, PHASES[self.run.phase]
        async with changes.changing(run.user_id) as number:
            # The application first, as `phase_runs.start` does: two that wait for each other would be a deadlock.
            application = await Application.filter(id=run.application_id).select_for_update().first()
            if application is None or not await self._mine.update(
                status=RunStatus.COMPLETED,
                progress=1.0,
                sequence=self.sequence + 1,
                completed_at=now(),
                lease_until=None,
                provider=written.provider,
                model=written.model,
                input_tokens=written.input_tokens,
                output_tokens=written.output_tokens,
                cached_input_tokens=written.cached_input_tokens,
                cost_micros=written.cost_micros,
                currency=None if written.cost_micros is None else currency(),
                changes=[change.as_json() for change in written.changes],
                notes=written.notes,
            ):
                return
            if sources.resume is not None:
                await documents.keep_resume_text(sources.resume)
            await documents.save_generated(
                application, step.document, written.text, sources.source_digests, written.provider
            )
            await Application.filter(id=application.id).update(
                status=further(application.status, run.phase), updated_at=now(), change_number=number
            )
            await timeline.note_result(run)
            following = await phase_runs.insert_next(run)
        await self._say(EventKind.COMPLETED)
        if following is not None:
            await messaging.current().queue.enqueue(following.id, following.fence)
            await changes.announce(run.user_id, run.application_id)
        renewal.request()

    @repeatable
    async def _fail(self, error: JobForgeError) -> None:
        self._outcome = "failed"
        async with changes.changing(self.run.user_id) as number:
            failed = await self._mine.update(
                status=RunStatus.FAILED,
                sequence=self.sequence + 1,
                completed_at=now(),
                lease_until=None,
                error_code=error.code,
                error_message=error.message,
            )
            if failed:
                await timeline.note_result(self.run)
                await changes.record(self.run.application_id, number)
        if failed:
            await self._say(EventKind.FAILED, error_code=error.code, error_message=error.message)

    async def _try_again(self, error: JobForgeError) -> None:
        lasting = isinstance(error, ProviderUnavailable) and not error.transient
        if self.run.attempt >= TRIES or lasting:
            await self._fail(error)
        else:
            await _send_back(self.run, self._mine, failed=True)

    async def hand_back(self) -> None:
        with contextlib.suppress(Exception):
            await _send_back(self.run, self._mine, failed=False)


async def _send_back(run: PhaseRun, still: QuerySet[PhaseRun], *, failed: bool) -> bool:
    """Puts a run back into the line, under the next fence. Only a failure uses up a try."""
    if not await still.update(
        status=RunStatus.QUEUED,
        fence=F("fence") + 1,
        sequence=0,
        attempt=F("attempt") + (1 if failed else 0),
        lease_until=None,
    ):
        return False
    await messaging.current().queue.enqueue(run.id, run.fence + 1)
    return True


async def sweep() -> int:
    """Sends again what was lost: queued runs that no message speaks of, and runs whose worker fell silent.

    Safe with any number of workers. Gives the number of runs sent or ended."""
    moved = 0
    for run in await PhaseRun.filter(status=RunStatus.PROCESSING, lease_until__lt=now()).limit(1000):
        silent = PhaseRun.filter(id=run.id, fence=run.fence, status=RunStatus.PROCESSING, lease_until=run.lease_until)
        if run.attempt >= TRIES:
            moved += await _give_up(run, silent)
        else:
            moved += await _send_back(run, silent, failed=True)
    queued = PhaseRun.filter(status=RunStatus.QUEUED, created_at__lt=now() - timedelta(seconds=2))
    # A message that is there already is not sent twice, so asking for the head of the line is cheap and enough;
    # an emptied queue is filled again in large steps.
    emptied = await queued.count() > await messaging.current().queue.size()
    head = queued.order_by("queue_position", "created_at").limit(1000 if emptied else 50)
    for run_id, fence in await head.values_list("id", "fence"):
        moved += await messaging.current().queue.enqueue(run_id, fence)
    return moved


@repeatable
async def _give_up(run: PhaseRun, silent: QuerySet[PhaseRun]) -> bool:
    error = ProcessingError(f"The phase was begun {TRIES} times and its worker ended each time. Please start it again.")
    async with changes.changing(run.user_id) as number:
        if not await silent.update(
            status=RunStatus.FAILED,
            fence=F("fence") + 1,
            sequence=0,
            completed_at=now(),
            lease_until=None,
            error_code=error.code,
            error_message=error.message,
        ):
            return False
        await changes.record(run.application_id, number)
    failed = await PhaseRun.filter(id=run.id).first()
    if failed is not None:
        await messaging.current().events.append(phase_runs.event_of(failed, EventKind.FAILED))
    return True
