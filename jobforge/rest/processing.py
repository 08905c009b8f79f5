"""Starting the phases, and how they stand."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.enums import Phase, ProcessingState, TokenScope
from jobforge.operations import phase_runs
from jobforge.rest import responses
from jobforge.rest.wire import Router, body, caller, idempotency_key, respond, shaped

router = Router("AI processing")


async def _start(request: Request, phase: Phase, message: str, given: object = None) -> Response:
    user, application_id = await caller(request, TokenScope.RUN), request.path_params["application_id"]
    run = await phase_runs.start(user, application_id, phase, given, key=idempotency_key(request))
    return respond(
        {
            "message": message,
            "application_id": run.application_id,
            "estimated_completion": run.estimated_completion,
        },
        202,
    )


@router.add(
    "POST",
    "/processing/applications/{application_id}/research",
    202,
    "Start the research phase",
    gives=responses.Started,
    errors=(400, 404, 409, 422),
    repeatable=True,
)
async def research(request: Request) -> Response:
    return await _start(request, Phase.RESEARCH, "Research phase started")


@router.add(
    "POST",
    "/processing/applications/{application_id}/resume",
    202,
    "Start the resume optimization phase",
    gives=responses.Started,
    errors=(400, 404, 409, 412, 422),
    repeatable=True,
)
async def resume(request: Request) -> Response:
    return await _start(request, Phase.RESUME, "Resume optimization started")


@router.add(
    "POST",
    "/processing/applications/{application_id}/cover-letter",
    202,
    "Start the cover letter phase",
    takes=inputs.CoverLetterStart,
    body_required=False,
    gives=responses.Started,
    errors=(400, 404, 409, 412, 422),
    repeatable=True,
)
async def cover_letter(request: Request) -> Response:
    return await _start(request, Phase.COVER_LETTER, "Cover letter generation started", await body(request))


@router.add(
    "GET",
    "/processing/applications/{application_id}/status",
    200,
    "Get the current processing status",
    gives=responses.StatusWhileProcessing | responses.StatusOtherwise,
    errors=(404,),
)
async def status(request: Request) -> Response:
    now = await phase_runs.status(await caller(request), request.path_params["application_id"])
    busy = now.status is ProcessingState.PROCESSING
    return respond(shaped(responses.StatusWhileProcessing if busy else responses.StatusOtherwise, now))
