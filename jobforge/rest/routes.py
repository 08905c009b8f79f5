"""All routes of the specification, and the short way from a path to the one that answers it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jobforge.errors import MethodNotAllowed, NotFound
from jobforge.operations.deadline import request_deadline
from jobforge.operations.error_mapping import expected
from jobforge.rest import account, applications, auth, documents, files, imports, processing, resumes
from jobforge.rest.wire import Handler, Router, envelope

PREFIX = "/api/v1"
EXPORTS = f"{PREFIX}/exports/"
_PARTS = (auth, account, applications, documents, processing, resumes, files, imports)
ROUTERS: tuple[Router, ...] = tuple(part.router for part in _PARTS)


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    parameter: "tuple[str, _Node] | None" = None
    handlers: dict[str, Handler] = field(default_factory=dict)
    pattern: str = ""


def _tree(routers: Iterable[Router]) -> _Node:
    root = _Node()
    for router in routers:
        for route in router.routes:
            node = root
            for segment in (PREFIX + route.path).split("/"):
                if segment.startswith("{"):
                    node.parameter = node.parameter or (segment[1:-1], _Node())
                    node = node.parameter[1]
                else:
                    node = node.words.setdefault(segment, _Node())
            node.handlers[route.method] = route.answer
            node.pattern = PREFIX + route.path
    return root


class Rest:
    """The ASGI application of the REST door: finds the route by walking the path, once."""

    def __init__(self) -> None:
        self._root = _tree(ROUTERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        try:
            params: dict[str, str] = {}
            scope["path_params"] = params
            node = self._node(path, params)
            scope["route_pattern"] = node.pattern
            handler = _handler(node, scope["method"])
            async with request_deadline():
                response = await handler(Request(scope, receive))
        except ClientDisconnect:
            return
        except Exception as cause:
            error = expected(cause)
            response = envelope(error, shown_path(path))
            if isinstance(error, MethodNotAllowed):
                response.headers["allow"] = ", ".join(sorted(self._node(path, {}).handlers))
        await response(scope, receive, send)

    def _node(self, path: str, params: dict[str, str]) -> _Node:
        node = self._root
        for segment in path.split("/"):
            if segment in node.words:
                node = node.words[segment]
            elif node.parameter and segment:
                params[node.parameter[0]] = segment
                node = node.parameter[1]
            else:
                raise NotFound("There is nothing at this address.")
        if not node.handlers:
            raise NotFound("There is nothing at this address.")
        return node


def shown_path(path: str) -> str:
    """Return the path as it may be shown: a ticket opens what it names, so it is not repeated."""
    prefix, name, _ = path.partition(EXPORTS)
    return f"{prefix}{name}***" if name else path


def _handler(node: _Node, method: str) -> Handler:
    if method not in node.handlers:
        raise MethodNotAllowed(f"{method} is not possible here.")
    return node.handlers[method]


def respond_to(cause: Exception, path: str) -> Response:
    return envelope(expected(cause), path)
