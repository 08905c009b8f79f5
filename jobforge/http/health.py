"""Whether the service is alive, and whether it is ready."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jobforge.errors import ServiceUnavailable
from jobforge.messaging import broker
from jobforge.rest.wire import envelope
from jobforge.settings import current
from jobforge.storage import database


async def alive(_: Request) -> Response:
    return JSONResponse({"status": "alive"})


async def ready(request: Request) -> Response:
    """503 with the reason without a database and its migrations; `degraded` without queue or worker."""
    try:
        missing = await database.pending(current())
        reason = f"Migrations are missing: {', '.join(missing)}. Run `jobforge migrate`." if missing else None
    except Exception as error:
        if not database.is_away(error):
            raise
        reason = f"The database cannot be reached ({type(error).__name__}). Check JOBFORGE_DATABASE_URL."
    if reason:
        return envelope(ServiceUnavailable(reason, {"database": [reason]}), request.url.path)
    queue = await broker.current().is_there()
    working = queue and await broker.current().has(broker.HEALTH_KEY)
    return JSONResponse(
        {
            "status": "ready" if working else "degraded",
            "database": "ready",
            "queue": "ready" if queue else "Redis cannot be reached: phases wait until it can.",
            "worker": "ready" if working else "No worker has been heard of: phases wait until one runs.",
        }
    )


ROUTES = [Route("/healthz", alive), Route("/readyz", ready)]
