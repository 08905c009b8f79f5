"""The user's resume library."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.operations import resumes
from jobforge.rest import responses
from jobforge.rest.wire import Router, all_shaped, body, caller, idempotency_key, no_content, respond, shaped

router = Router("Resumes")


@router.add("GET", "/resumes", 200, "List the resume library", gives=responses.ResumeLibrary)
async def library(request: Request) -> Response:
    rows = await resumes.library(await caller(request))
    return respond({"resumes": all_shaped(responses.ResumeSummary, rows)})


@router.add(
    "POST",
    "/resumes",
    201,
    "Add a resume to the library",
    takes=inputs.ResumeWrite,
    gives=responses.ResumeDetail,
    errors=(400, 404, 409, 422),
    repeatable=True,
)
async def create(request: Request) -> Response:
    created = await resumes.create(await caller(request), await body(request), idempotency_key(request))
    return respond(shaped(responses.ResumeDetail, created), 201)


@router.add("GET", "/resumes/{resume_id}", 200, "Get one resume", gives=responses.ResumeDetail, errors=(404,))
async def get(request: Request) -> Response:
    result = await resumes.get(await caller(request), request.path_params["resume_id"])
    return respond(shaped(responses.ResumeDetail, result))


@router.add(
    "PUT",
    "/resumes/{resume_id}",
    200,
    "Replace a resume",
    takes=inputs.ResumeWrite,
    gives=responses.ResumeDetail,
    errors=(400, 404, 409),
)
async def replace(request: Request) -> Response:
    written = await resumes.replace(await caller(request), request.path_params["resume_id"], await body(request))
    return respond(shaped(responses.ResumeDetail, written))


@router.add("DELETE", "/resumes/{resume_id}", 204, "Delete a resume", errors=(404, 409))
async def delete(request: Request) -> Response:
    await resumes.delete(await caller(request), request.path_params["resume_id"])
    return no_content()
