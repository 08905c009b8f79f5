"""Job applications."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.operations import accounts, applications
from jobforge.rest import responses
from jobforge.rest.wire import (
    Router,
    access,
    body,
    caller,
    idempotency_key,
    no_content,
    query,
    respond,
    shaped,
)

router = Router("Applications")


@router.add(
    "POST",
    "/applications",
    201,
    "Create a job application",
    takes=inputs.ApplicationCreate,
    gives=responses.ApplicationDetail,
    errors=(400, 404, 409, 422),
    repeatable=True,
)
async def create(request: Request) -> Response:
    created = await applications.create(await caller(request), await body(request), idempotency_key(request))
    return respond(shaped(responses.ApplicationDetail, created), 201)


@router.add(
    "GET",
    "/applications",
    200,
    "List the user's applications, newest first",
    query=inputs.ApplicationList,
    gives=responses.ApplicationPage,
    errors=(400,),
)
async def list_all(request: Request) -> Response:
    page = await accounts.reading(await access(request), applications.list_by_offset, query(request))
    return respond(
        {"applications": list(page.applications), "total": page.total, "limit": page.limit, "offset": page.offset}
    )


@router.add(
    "GET",
    "/applications/{application_id}",
    200,
    "Get one application",
    gives=responses.ApplicationDetail,
    errors=(404,),
)
async def get(request: Request) -> Response:
    bearer = await access(request)
    return respond(await accounts.reading(bearer, applications.get, request.path_params["application_id"]))


@router.add(
    "PUT",
    "/applications/{application_id}",
    200,
    "Change what is sent of an application",
    takes=inputs.ApplicationChange,
    body_required=False,
    gives=responses.ApplicationDetail,
    errors=(400, 404),
)
async def change(request: Request) -> Response:
    user = await caller(request)
    changed = await applications.change(user, request.path_params["application_id"], await body(request))
    return respond(shaped(responses.ApplicationDetail, changed))


@router.add(
    "DELETE",
    "/applications/{application_id}",
    204,
    "Delete an application with all its documents",
    errors=(404,),
)
async def delete(request: Request) -> Response:
    await applications.delete(await caller(request), request.path_params["application_id"])
    return no_content()
