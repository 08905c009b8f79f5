"""Files out: documents and resumes as PDF, DOCX and the like."""

import json

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.interchange.export_options import MEDIA_TYPES
from jobforge.operations import exports
from jobforge.operations.exports import Export
from jobforge.rest.wire import Router, caller, query

router = Router("Files")
LIST_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Disposition": f'attachment; filename="{exports.CSV_NAME}"',
    "X-Content-Type-Options": "nosniff",
}
WARNINGS_HEADER = "JobForge-Warnings"
PRODUCED = tuple(media_type.partition(";")[0] for media_type in MEDIA_TYPES.values())


@router.add(
    "GET",
    "/applications/{application_id}/documents/{document_type}/export",
    200,
    "Download a document as a file",
    query=inputs.DocumentExport,
    produces=PRODUCED,
    errors=(304, 400, 404, 422, 429),
)
async def export_document(request: Request) -> Response:
    user = await caller(request)
    return await _file(request, await exports.of_document(user, **request.path_params, given=query(request)))


@router.add(
    "GET",
    "/resumes/{resume_id}/export",
    200,
    "Download a resume as a file",
    query=inputs.ResumeExport,
    produces=PRODUCED,
    errors=(304, 400, 404, 422, 429),
)
async def export_resume(request: Request) -> Response:
    user = await caller(request)
    return await _file(request, await exports.of_resume(user, **request.path_params, given=query(request)))


@router.add(
    "GET",
    "/exports/{ticket}",
    200,
    "Download the file of a ticket, which GraphQL gives",
    produces=PRODUCED,
    errors=(304, 401, 404, 422, 429),
    protected=False,
)
async def export_by_ticket(request: Request) -> Response:
    ticket = request.path_params["ticket"]
    if (content := await exports.list_by_ticket(ticket)) is not None:
        return Response(content.encode(), headers=LIST_HEADERS, media_type=exports.CSV_MEDIA_TYPE)
    return await _file(request, await exports.by_ticket(ticket))


async def _file(request: Request, export: Export) -> Response:
    """Return the file, or 304 where the client has it: then nothing is rendered."""
    if _has(request.headers.get("if-none-match", ""), export.etag):
        return Response(status_code=304, headers=export.headers)
    rendered = await exports.render(export)
    headers = dict(export.headers)
    if rendered.warnings:  # a header holds ASCII only, and JSON says anything in it
        headers[WARNINGS_HEADER] = json.dumps(rendered.warnings)
    return Response(rendered.data, headers=headers, media_type=rendered.media_type)


def _has(if_none_match: str, etag: str) -> bool:
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in tags or "*" in tags
