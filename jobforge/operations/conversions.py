"""Conversions of files: each in a bounded child process, with sentences for what can go wrong there."""

import structlog

from jobforge.errors import FileRefused
from jobforge.interchange import child as converter
from jobforge.interchange.export_options import ExportOptions
from jobforge.interchange.results import ImportedAd, ImportedResume, Refusal, RenderedFile
from jobforge.sandbox import child
from jobforge.sandbox.child import ChildFailed, ChildTimeout

log = structlog.get_logger(__name__)


async def render(markdown: str, options: ExportOptions) -> RenderedFile:
    """Return the file of a text. Raises FileRefused, RateLimited."""
    answer = await _convert("export", converter.export_message(markdown, options))
    return converter.exported(answer)


async def read_resume(data: bytes, filename: str | None) -> ImportedResume:
    """Return the resume in a file. Raises FileRefused, RateLimited."""
    answer = await _convert("read_resume", converter.file_message(data, filename))
    return converter.imported_resume(answer)


async def read_ad(data: bytes, filename: str | None) -> ImportedAd:
    """Return the ad in a file. Raises FileRefused, RateLimited."""
    answer = await _convert("read_ad", converter.file_message(data, filename))
    return converter.imported_ad(answer)


async def _convert(task: str, message: bytes) -> bytes:
    try:
        answer = await child.run(converter.MODULE, message, task)
        converter.raise_refusal(answer)
    except Refusal as refusal:
        raise FileRefused(refusal.code.value, refusal.message) from None
    except ChildTimeout:
        log.info("conversion_timed_out", task=task)
        raise FileRefused("TOO_COMPLEX", "The file takes more time or memory than one file may take.") from None
    except ChildFailed as failure:
        log.warning("conversion_failed", task=task, status=failure.status)
        if failure.status < 0:  # ended by a signal: out of memory or processor time
            raise FileRefused("TOO_COMPLEX", "The file takes more time or memory than one file may take.") from None
        raise FileRefused("DAMAGED", "The file is damaged, or is not what it says it is.") from None
    return answer
