"""Files in: a resume or an ad is read and shown; nothing is saved."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge.errors import ValidationError
from jobforge.operations import exchange
from jobforge.rest import responses
from jobforge.rest.uploads import MULTIPART, uploaded
from jobforge.rest.wire import Router, body, caller, respond

router = Router("Files")
BINARY = "application/octet-stream"
RESUME_TYPES = (
    MULTIPART,
    BINARY,
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/json",
    "application/xml",
    "application/zip",
    "text/html",
    "text/markdown",
    "text/plain",
)
AD_TYPES = (MULTIPART, BINARY, "application/pdf", "text/html", "text/plain")


@router.add(
    "POST",
    "/resumes/import",
    200,
    "Read a resume from a file; nothing is saved",
    accepts=RESUME_TYPES,
    gives=responses.ImportedResume,
    errors=(400, 413, 422, 429),
)
async def import_resume(request: Request) -> Response:
    user = await caller(request)
    data, filename = await uploaded(request)
    imported = await exchange.read_resume_file(user, data, {"filename": filename})
    return respond(responses.ImportedResume.model_validate(imported, from_attributes=True).model_dump())


@router.add(
    "POST",
    "/ads/import",
    200,
    "Read an ad from a file or an address; nothing is saved",
    accepts=AD_TYPES,
    takes_json=responses.AdAddress,
    gives=responses.ImportedAd,
    errors=(400, 413, 422, 429),
)
async def import_ad(request: Request) -> Response:
    user = await caller(request)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json":
        values = await body(request)
        source = {"url": values.get("url") or ""} if isinstance(values, dict) else values
        if source == {"url": ""}:
            raise ValidationError(details={"url": ["This field is required"]})
    else:
        data, filename = await uploaded(request)
        source = {"file": data, "filename": filename}
    result = await exchange.read_ad_file(user, source)
    reading = result.reading
    return respond(
        {
            "company_name": reading.company_name,
            "role_title": reading.role_title,
            "location": reading.location,
            "job_url": result.job_url,
            "job_description": result.job_description,
            "warnings": list(result.warnings),
        }
    )
