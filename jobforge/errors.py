"""Everything that is expected to go wrong. Each class knows its code and its HTTP status.

JobForgeError
├── ValidationError            400  the request alone shows that it is wrong
│   ├── PayloadTooLarge        413
│   ├── UnsupportedMediaType   415
│   └── AnswerTooLarge         400  ask for less at a time
├── AuthenticationError        401
├── AuthorizationError         403
├── NotFound                   404  absent, or another user's: the two look the same
├── MethodNotAllowed           405
├── DuplicateResource          409
├── VersionConflict            409  another version is the newest by now
├── InvalidState               400, 409, 412 or 422, as the operation says
├── FileRefused                422  a file that is not converted, or 413 when it is too large
├── RateLimited                429
├── PersistedQueryNotFound     200  the client sends the document's text, which is no failure
├── InternalError              500  masks what nobody expected
├── ProcessingError            500  a phase could not make its document
├── ExternalApiError           502
│   ├── ProviderUnavailable         another writer may do better
│   ├── ProviderRefused             trying again would not help; the message says what to do
│   └── ProviderTruncated           the answer ended before the document did
└── ServiceUnavailable         503  database or queue cannot be reached just now
    └── Overloaded                  too many are waiting already
        └── RequestTimeout          given up after `JOBFORGE_REQUEST_SECONDS`

ConfigurationError                  a setting is wrong: the process does not start
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Details = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field. `code` (REQUIRED, TOO_SHORT, TOO_LONG ...) is for words of a client's own."""

    field: str
    code: str
    message: str


class JobForgeError(Exception):
    """An expected error: `message` is for the person who reads it, `details` maps a field to its messages."""

    code: str = "INTERNAL_ERROR"
    status: int = 500
    message: str = "Something went wrong."

    def __init__(
        self, message: str | None = None, details: Details | None = None, problems: Iterable[FieldProblem] = ()
    ) -> None:
        self.message = message or self.message
        self.details: dict[str, list[str]] = {name: list(text) for name, text in (details or {}).items()}
        self.problems: list[FieldProblem] = list(problems) or [
            FieldProblem(name, "INVALID", message) for name, messages in self.details.items() for message in messages
        ]
        super().__init__(self.message)


class ValidationError(JobForgeError):
    code = "VALIDATION_ERROR"
    status = 400
    message = "Invalid input data"


class PayloadTooLarge(ValidationError):
    code = "PAYLOAD_TOO_LARGE"
    status = 413
    message = "The request body is larger than 2 MiB."


class UnsupportedMediaType(ValidationError):
    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415
    message = "Send the body as application/json."


class AnswerTooLarge(ValidationError):
    message = "The answer would be too large. Ask for fewer objects, or fewer texts, at a time."


class AuthenticationError(JobForgeError):
    code = "AUTHENTICATION_ERROR"
    status = 401
    message = "Invalid or expired token"


class AuthorizationError(JobForgeError):
    code = "AUTHORIZATION_ERROR"
    status = 403
    message = "You are not allowed to do this."


class NotFound(JobForgeError):
    code = "NOT_FOUND"
    status = 404
    message = "Not found"


class MethodNotAllowed(JobForgeError):
    code = "METHOD_NOT_ALLOWED"
    status = 405
    message = "Method not allowed"


class DuplicateResource(JobForgeError):
    code = "DUPLICATE_RESOURCE"
    status = 409
    message = "It exists already."


class InvalidState(JobForgeError):
    """The operation does not fit the present state; `status` says in which of the four ways."""

    code = "INVALID_STATE"
    status = 409
    message = "Not possible in the current state."

    def __init__(self, message: str, status: int = 409, details: Details | None = None) -> None:
        super().__init__(message, details)
        self.status = status


class VersionConflict(JobForgeError):
    """What was to be changed has another version by now: `current_version`."""

    code = "VERSION_CONFLICT"
    status = 409

    def __init__(self, message: str, current_version: int) -> None:
        super().__init__(message)
        self.current_version = current_version


class FileRefused(JobForgeError):
    """A file that is not converted; the code says why, one of `CODES`."""

    status = 422
    CODES = (
        "UNSUPPORTED_FORMAT",
        "ENCRYPTED",
        "NO_TEXT",
        "TOO_LARGE",
        "TOO_MANY_PAGES",
        "DAMAGED",
        "TOO_COMPLEX",
    )

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.status = 413 if code == "TOO_LARGE" else 422


class RateLimited(JobForgeError):
    """Too many tries; `retry_after` is in seconds."""

    code = "RATE_LIMITED"
    status = 429
    message = "Too many tries. Please wait."

    def __init__(self, message: str | None = None, retry_after: int = 60) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class InternalError(JobForgeError):
    message = "Internal server error"


class ProcessingError(JobForgeError):
    code = "PROCESSING_ERROR"
    message = "The document could not be made."


class ExternalApiError(JobForgeError):
    code = "EXTERNAL_API_ERROR"
    status = 502
    message = "The AI provider did not answer."


class ProviderUnavailable(ExternalApiError):
    """Another writer may do better. `transient`: so may this one, after `retry_after` seconds if it says so."""

    message = "The AI provider cannot be reached or is overloaded."

    def __init__(
        self, message: str | None = None, *, transient: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.transient = transient
        self.retry_after = retry_after


class ProviderRefused(ExternalApiError):
    message = "The AI provider refused the request."


class ProviderTruncated(ExternalApiError):
    message = "The AI provider's answer was cut off at its length limit."


class ServiceUnavailable(JobForgeError):
    code = "SERVICE_UNAVAILABLE"
    status = 503
    message = "The service cannot reach its database just now. Please try again in a moment."


class Overloaded(ServiceUnavailable):
    """Too many are waiting for the same thing; `retry_after` is in seconds."""

    message = "The service is busy just now. Please try again in a moment."

    def __init__(self, message: str | None = None, retry_after: int = 5) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RequestTimeout(Overloaded):
    message = "The request took too long and was given up. Ask for less at a time, or try again in a moment."


class ConfigurationError(Exception):
    """A setting is missing or wrong; the text names the variable and says what to set."""


class PersistedQueryNotFound(JobForgeError):
    """GraphQL only: the text of this hash is not known here, and is to be sent along once."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    status = 200  # Apollo's client reads the code, urql's the message, and both only in a good answer
    message = "PersistedQueryNotFound"


def error_codes() -> tuple[str, ...]:
    """Return the codes of all expected errors, sorted; what an `extensions.code` or an envelope's `code` can be."""
    classes: list[type[JobForgeError]] = [JobForgeError]
    for each in classes:
        classes.extend(each.__subclasses__())
    return tuple(sorted({each.code for each in classes}.union(FileRefused.CODES)))
