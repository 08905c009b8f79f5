"""Bodies that are files: the file itself, or a form with one."""

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from jobforge.errors import PayloadTooLarge, ValidationError
from jobforge.inputs import REQUIRED
from jobforge.operations import exchange
from jobforge.settings import current

MULTIPART = "multipart/form-data"
MAX_FIELDS = 4
FORM_BYTES = 64 * 1024
"""What a form may hold beside the file."""


async def uploaded(request: Request) -> tuple[bytes, str | None]:
    """Return the file in the body and its name, where one was told.

    Raises:
        FileRefused: TOO_LARGE.
        ValidationError: a form without a file, or with more than one.
    """
    allow_upload(request, current().import_bytes)
    is_form = request.headers.get("content-type", "").partition(";")[0].strip().lower() == MULTIPART
    try:
        data, name = await _of_form(request) if is_form else (await request.body(), None)
    except PayloadTooLarge:
        raise exchange.too_large() from None
    return data, request.query_params.get("filename") or name


def allow_upload(request: Request, most: int) -> None:
    """Let this request's body be as large as a file may be, and have it timed by its progress.

    `http` puts both into the scope; without it, as in tests of the application alone, nothing limits a body."""
    if limit := request.scope.get("body_limit"):
        limit["bytes"] = most + FORM_BYTES
    if slow := request.scope.get("state", {}).get("time_by_progress"):
        slow()


async def _of_form(request: Request) -> tuple[bytes, str | None]:
    try:
        async with request.form(max_files=1, max_fields=MAX_FIELDS, max_part_size=FORM_BYTES) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise ValidationError(details={"file": [REQUIRED]})
            name = form.get("filename")
            return await file.read(), name if isinstance(name, str) and name else file.filename
    except (MultiPartException, HTTPException, KeyError) as error:
        message = getattr(error, "message", None) or getattr(error, "detail", None) or "The form cannot be read."
        raise ValidationError(details={"file": [str(message)]}) from None
