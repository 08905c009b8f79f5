"""The documents of an application."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.operations import documents
from jobforge.rest import responses
from jobforge.rest.wire import Router, body, caller, respond, shaped

router = Router("Documents")


@router.add(
    "GET",
    "/applications/{application_id}/documents",
    200,
    "Get all documents of an application",
    gives=responses.DocumentSet,
    errors=(404,),
)
async def of_application(request: Request) -> Response:
    created = await documents.of_application(await caller(request), request.path_params["application_id"])
    return respond({kind.value: row and shaped(responses.DocumentText, row) for kind, row in created.items()})


@router.add(
    "GET",
    "/applications/{application_id}/documents/{document_type}",
    200,
    "Get one document",
    gives=responses.DocumentDetail,
    errors=(404,),
)
async def get(request: Request) -> Response:
    result = await documents.get(await caller(request), **request.path_params)
    return respond(shaped(responses.DocumentDetail, result))


@router.add(
    "PUT",
    "/applications/{application_id}/documents/{document_type}",
    200,
    "Save the user's own text as a new version of a document",
    takes=inputs.DocumentWrite,
    gives=responses.DocumentDetail,
    errors=(400, 404, 422),
)
async def edit(request: Request) -> Response:
    edited = await documents.edit(await caller(request), **request.path_params, given=await body(request))
    return respond(shaped(responses.DocumentDetail, edited))
