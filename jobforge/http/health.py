"""Whether the service is alive, and whether it is ready."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jobforge import background, messaging
from jobforge.errors import ServiceUnavailable
from jobforge.messaging import queue, redis
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
    client = messaging.current().redis
    reachable = await redis.is_available(client)
    writable = reachable and await redis.is_writable(client)
    working = writable and await redis.has_key(client, queue.HEALTH_KEY)
    failing = background.failing()
    return JSONResponse(
        {
            "status": "ready" if working and not failing else "degraded",
            "database": "ready",
            "queue": _queue_state(reachable, writable),
            "worker": "ready" if working else "No worker has been heard of: phases wait until one runs.",
            "background": f"Restarted after a failure: {', '.join(failing)}." if failing else "ready",
        }
    )


def _queue_state(reachable: bool, writable: bool) -> str:
    if not reachable:
        return "Redis cannot be reached: phases wait until it can."
    return "ready" if writable else "Redis is full and refuses writes: phases wait, failed logins are counted here."


ROUTES = [Route("/healthz", alive), Route("/readyz", ready)]
