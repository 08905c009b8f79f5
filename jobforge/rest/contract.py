"""The published OpenAPI contract, made from the same routes and models that answer."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from jobforge.enums import DocumentType
from jobforge.rest.examples import EXAMPLES
from jobforge.rest.responses import ErrorEnvelope
from jobforge.rest.routes import PREFIX, ROUTERS
from jobforge.rest.uploads import MULTIPART
from jobforge.rest.wire import Route, Router

_REASONS = {
    304: "The client has the file already",
    400: "The request is wrong; `details` says what",
    401: "The token is missing, wrong or expired",
    403: "Not allowed",
    404: "Not found, or not the user's own",
    405: "This method is not possible here",
    409: "In conflict with what is there",
    412: "The phase before is not completed",
    413: "The body is larger than 2 MiB",
    415: "The body is not JSON",
    422: "Well formed, but it cannot be done",
    429: "Too many tries; `Retry-After` says when to come back",
    500: "A fault of ours",
    503: "The database cannot be reached just now",
}
_HEADERS: dict[str, Any] = {
    "X-Request-ID": {"description": "The request's id, as the log has it.", "schema": {"type": "string"}}
}
_RETRY_AFTER = {"description": "Seconds after which to ask again.", "schema": {"type": "integer", "minimum": 0}}
_CHALLENGE = {"description": "The scheme that is asked for.", "schema": {"type": "string", "const": "Bearer"}}
_BINARY = {"type": "string", "format": "binary"}
_FILE_SCHEMAS: dict[str, Any] = {"application/json": {"type": "object"}}
_FILE_HEADERS: dict[str, Any] = {
    "Content-Disposition": {"description": "The file's name.", "schema": {"type": "string"}},
    "ETag": {"description": "For `If-None-Match`; then 304.", "schema": {"type": "string"}},
    "JobForge-Warnings": {
        "description": "A JSON list of sentences, where there are any.",
        "schema": {"type": "string"},
    },
}
_IN_PATH: dict[str, dict[str, Any]] = {
    "document_type": {"type": "string", "enum": [kind.value for kind in DocumentType]},
    "ticket": {"type": "string"},
}
_ID = {"type": "string", "format": "uuid"}
_REF = "#/components/schemas/{model}"


def describe(app: FastAPI) -> None:
    """Have the app publish an OpenAPI document of the routes that `Rest` serves. FastAPI itself routes none of them."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(router: Router, route: Route) -> APIRoute:
    """Return the route as FastAPI's generator of OpenAPI wants it; it is never put on the request path."""
    return APIRoute(
        PREFIX + route.path,
        route.answer,
        methods=[route.method],
        status_code=route.status,
        response_model=route.gives,
        responses={
            route.status: _success(route),
            **{status: _answer(status) for status in _statuses(route)},
        },
        summary=route.summary,
        operation_id=f"{router.tag.lower().replace(' ', '_')}_{route.answer.__name__}",
        tags=[router.tag],
        openapi_extra=_extra(route),
    )


def _success(route: Route) -> dict[str, Any]:
    if not route.produces:
        return {"headers": _HEADERS}
    return {
        "headers": _HEADERS | _FILE_HEADERS,
        "content": {kind: {"schema": _FILE_SCHEMAS.get(kind, _BINARY)} for kind in route.produces},
    }


def _statuses(route: Route) -> list[int]:
    wrong_body = (413, 415) if route.takes else ()
    return sorted({*route.errors, *((401,) if route.protected else ()), *wrong_body, 500, 503})


def _answer(status: int) -> dict[str, Any]:
    if status == 304:
        return {"description": _REASONS[304], "headers": _HEADERS}
    headers = _HEADERS | ({"Retry-After": _RETRY_AFTER} if status in (429, 503) else {})
    if status == 401:
        headers = headers | {"WWW-Authenticate": _CHALLENGE}
    return {"model": ErrorEnvelope, "description": _REASONS[status], "headers": headers}


def _extra(route: Route) -> dict[str, Any]:
    extra: dict[str, Any] = {"parameters": _parameters(route)}
    if route.protected:
        extra["security"] = [{"bearer": []}]
    if route.accepts:
        extra["requestBody"] = {"required": True, "content": _file_bodies(route)}
    if route.takes is not None:
        schema = {"$ref": _REF.format(model=route.takes.__name__)}
        extra["requestBody"] = {
            "required": route.body_required,
            "content": {"application/json": {"schema": schema, "example": EXAMPLES[route.takes]}},
        }
    return extra


def _file_bodies(route: Route) -> dict[str, Any]:
    form = {
        "type": "object",
        "properties": {"file": _BINARY, "filename": {"type": "string", "maxLength": 255}},
        "required": ["file"],
    }
    bodies = {kind: {"schema": form if kind == MULTIPART else _BINARY} for kind in route.accepts}
    if route.takes_json is not None:
        bodies["application/json"] = {"schema": {"$ref": _REF.format(model=route.takes_json.__name__)}}
    return bodies


def _parameters(route: Route) -> list[dict[str, Any]]:
    in_path = [segment[1:-1] for segment in route.path.split("/") if segment.startswith("{")]
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": _IN_PATH.get(name, _ID)} for name in in_path
    ]
    if route.repeatable:
        parameters.append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": False,
                "description": "The same key and body within 24 hours give the same answer, another body 409.",
                "schema": {"type": "string", "minLength": 1, "maxLength": 255},
            }
        )
    if route.accepts:
        filename = {"type": "string", "maxLength": 255}
        parameters.append(
            {
                "name": "filename",
                "in": "query",
                "required": False,
                "description": "The file's name, which is shown and breaks ties between formats.",
                "schema": filename,
            }
        )
    if route.query is not None:
        schema = route.query.model_json_schema(ref_template=_REF)
        for name, described in schema["properties"].items():
            options = described.pop("anyOf", None)
            if options:  # a parameter is left out rather than null
                described = options[0]
            parameters.append({"name": name, "in": "query", "required": False, "schema": described})
    return parameters


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=[_described(router, route) for router in ROUTERS for route in router.routes],
        tags=app.openapi_tags,
    )
    used: list[type[BaseModel]] = [
        model
        for router in ROUTERS
        for route in router.routes
        for model in (route.takes, route.takes_json, route.query)
        if model
    ]
    _, schemas = models_json_schema([(model, "validation") for model in dict.fromkeys(used)], ref_template=_REF)
    components = document.setdefault("components", {})
    components["schemas"] = dict(sorted({**components.get("schemas", {}), **schemas["$defs"]}.items()))
    components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    return document
