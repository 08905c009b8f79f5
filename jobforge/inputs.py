"""What callers may send: the shape of every input, and the words for what is wrong with it.

Every rule that can be told from the request alone stands here, once, for GraphQL and REST.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictStr,
    StringConstraints,
)
from pydantic import ValidationError as PydanticError
from pydantic_core import ErrorDetails, PydanticCustomError

from jobforge.enums import (
    ApplicationOrder,
    ApplicationStatus,
    ExportFormat,
    ExportTemplate,
    FocusArea,
    PaperSize,
    PriorityLevel,
    Stage,
)
from jobforge.errors import FieldProblem, JobForgeError, ValidationError

REQUIRED = "This field is required"
MAX_OFFSET = 2**31 - 1
BCRYPT_BYTES = 72

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]{1,64}@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?")


def _wrong(message: str, code: str = "INVALID") -> PydanticCustomError:
    return PydanticCustomError("rule", "{said}", {"said": message, "code": code})


def _storable(value: object) -> object:
    if isinstance(value, str) and _UNSTORABLE.search(value):
        raise _wrong("Must not contain NUL or unpaired surrogate characters")
    return value


def _stripped(value: object) -> object:
    if isinstance(value, str) and not (value := value.strip()):
        raise _wrong(REQUIRED, "REQUIRED")
    return value


def _blank_is_null(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _stripped_or_null(value: object) -> object:
    return value.strip() or None if isinstance(value, str) else value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise _wrong("Must not be only white space", "REQUIRED")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or re.search(r"[\s\x00-\x1f\x7f<>\"]", value):
        raise _wrong("Must be a valid HTTP or HTTPS URL")
    return value


def _email_address(value: str) -> str:
    value = value.strip().lower()
    if len(value) > 254:
        raise _wrong("Must be at most 254 characters", "TOO_LONG")
    if not _EMAIL.fullmatch(value) or ".." in value:
        raise _wrong("Must be a valid email address")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", value):
        raise _wrong("Must be a language code such as de or pt-BR")
    return value


def _password(value: str) -> str:
    if len(value) < 8:
        raise _wrong("Must be at least 8 characters", "TOO_SHORT")
    if len(value.encode()) > BCRYPT_BYTES:
        raise _wrong(f"Must be at most {BCRYPT_BYTES} bytes in UTF-8", "TOO_LONG")
    if not (any(c.isalpha() for c in value) and any(c.isdigit() for c in value)):
        raise _wrong("Must contain at least one letter and one digit", "TOO_WEAK")
    return value


def _text(shortest: int, longest: int) -> StringConstraints:
    return StringConstraints(strict=True, min_length=shortest, max_length=longest)


Storable = BeforeValidator(_storable)
Name = Annotated[str, _text(1, 255), BeforeValidator(_stripped), Storable]
Location = Annotated[Annotated[str, _text(1, 255)] | None, BeforeValidator(_stripped_or_null), Storable]
WebAddress = Annotated[
    Annotated[str, _text(1, 2048), AfterValidator(_web_address)] | None,
    BeforeValidator(_stripped_or_null),
    Storable,
]
Context = Annotated[Annotated[str, _text(1, 5000)] | None, BeforeValidator(_blank_is_null), Storable]
JobDescription = Annotated[str, _text(50, 10_000), AfterValidator(_not_blank), Storable]
ResumeContent = Annotated[str, _text(100, 50_000), AfterValidator(_not_blank), Storable]
DocumentContent = Annotated[str, _text(10, 100_000), AfterValidator(_not_blank), Storable]
Email = Annotated[StrictStr, AfterValidator(_email_address), Storable]
Password = Annotated[StrictStr, AfterValidator(_password), Storable]


def _without_null_defaults(schema: dict[str, Any]) -> None:
    """Take `default: null` out of the contract: generators of clients make such a field a required one."""
    for field in schema["properties"].values():
        if field.get("default", 0) is None:
            del field["default"]


class Input(BaseModel):
    """Unknown fields are ignored; `model_fields_set` tells what was sent."""

    model_config = ConfigDict(extra="ignore", frozen=True, json_schema_extra=_without_null_defaults)


class Register(Input):
    email: Email = Field(examples=["user@example.com"])
    password: Password = Field(examples=["SecurePass123!"])
    full_name: Name = Field(examples=["John Doe"])


class Login(Input):
    """Any two strings: they are right or they are not."""

    email: StrictStr = Field(examples=["user@example.com"])
    password: StrictStr = Field(examples=["SecurePass123!"])


class NewEmail(Input):
    email: Email


class NewPassword(Input):
    new_password: Password


class PasswordReset(NewPassword):
    """By a link; the token is what the link carries."""

    token: StrictStr


class UserChange(Input):
    """What is not sent stays; null lets the browser decide on the language again."""

    full_name: Name = ""
    ghosted_after_days: int = Field(30, ge=1, le=365)
    language: Annotated[StrictStr, AfterValidator(_language)] | None = None


class ApplicationCreate(Input):
    company_name: Name
    role_title: Name
    job_description: JobDescription
    job_url: WebAddress = None
    location: Location = None
    priority_level: PriorityLevel | None = None
    additional_context: Context = None


def _without_defaults(schema: dict[str, Any]) -> None:
    """Take the defaults out: here a field that is absent is left as it is, which no default can say."""
    for field in schema["properties"].values():
        field.pop("default", None)


Line = Annotated[Annotated[str, _text(1, 255)] | None, BeforeValidator(_stripped_or_null), Storable]
NoteText = Annotated[str, _text(1, 20_000), AfterValidator(_not_blank), Storable]
ShortText = Annotated[str, _text(1, 1000), AfterValidator(_not_blank), Storable]


class PipelineFields(Input):
    """What an application has beside the specification's fields; GraphQL only."""

    deadline: datetime | None = None
    salary: Line = None
    found_via: Line = None
    tags: list[StrictStr] | None = None


class ImportedFields(Input):
    """What a row of CSV has beside the specification's fields."""

    stage: Stage | None = None
    applied_at: datetime | None = None
    deadline: datetime | None = None
    salary: Line = None
    found_via: Line = None


class TokenName(Input):
    name: Name


class NoteWrite(Input):
    text: NoteText


class InterviewCreate(Input):
    at: datetime
    time_zone: StrictStr
    kind: Name
    place: Line = None
    note: Annotated[NoteText | None, BeforeValidator(_blank_is_null)] = None


class InterviewChange(Input):
    at: datetime = datetime.min
    time_zone: StrictStr = ""
    kind: Name = ""
    place: Line = None
    note: Annotated[NoteText | None, BeforeValidator(_blank_is_null)] = None


class ContactCreate(Input):
    name: Name
    role: Line = None
    email: Annotated[Annotated[str, _text(1, 254)] | None, BeforeValidator(_stripped_or_null), Storable] = None
    phone: Annotated[Annotated[str, _text(1, 64)] | None, BeforeValidator(_stripped_or_null), Storable] = None


class ContactChange(ContactCreate):
    name: Name = ""


class ReminderCreate(Input):
    due_at: datetime
    text: ShortText


class ReminderChange(Input):
    due_at: datetime = datetime.min
    text: ShortText = ""
    done: StrictBool = False


class ApplicationChange(Input):
    """A field that is not sent stays; null empties one that may be empty and is refused for the others."""

    model_config = ConfigDict(json_schema_extra=_without_defaults)

    company_name: Name = ""
    role_title: Name = ""
    job_description: JobDescription = ""
    job_url: WebAddress = None
    location: Location = None
    priority_level: PriorityLevel = PriorityLevel.MEDIUM
    additional_context: Context = None


class ResumeWrite(Input):
    name: Name
    content: ResumeContent
    focus_area: FocusArea | None = None
    is_primary: StrictBool | None = None


class DocumentWrite(Input):
    content: DocumentContent


class ReviewText(Input):
    """A text to be checked may be shorter than one to be saved."""

    content: Annotated[str, _text(0, 100_000), Storable]


class CoverLetterStart(Input):
    additional_context: Context = None


class ApplicationList(Input):
    """The list's query parameters, which come as text."""

    status: ApplicationStatus | None = None
    priority: PriorityLevel | None = None
    limit: int = Field(50, ge=1, le=100)
    offset: int = Field(0, ge=0, le=MAX_OFFSET)


class ApplicationSearch(Input):
    first: int = Field(50, ge=1, le=100)
    after: str | None = None
    status: ApplicationStatus | None = None
    priority: PriorityLevel | None = None
    search: Annotated[Annotated[str, _text(0, 200)] | None, Storable] = None
    stage: Stage | None = None
    archived: StrictBool | None = None
    tag: Annotated[Annotated[str, _text(1, 50)] | None, Storable] = None
    order_by: ApplicationOrder | None = None


class PageSize(Input):
    """How many of a list inside an object, newest first."""

    first: int = Field(20, ge=1, le=100)


class ResumeExport(Input):
    """How a resume is exported; `paper` left out follows the text's language and place."""

    format: ExportFormat = ExportFormat.PDF
    template: ExportTemplate | None = None
    paper: PaperSize | None = None


class DocumentExport(ResumeExport):
    """How a document is exported, and which of its versions; left out: the newest."""

    version: int | None = Field(None, ge=1, le=MAX_OFFSET)


class ImportedFile(Input):
    """What is told of a file beside its bytes. The name is only shown and never used as a path."""

    filename: Annotated[Annotated[str, _text(0, 255)] | None, Storable] = None


class AdSource(Input):
    """Where an ad comes from: exactly one of an address, HTML or a file."""

    url: WebAddress = None
    html: Annotated[Annotated[str, _text(1, 2 * 1024 * 1024)] | None, Storable] = None
    file: bytes | None = None
    filename: Annotated[Annotated[str, _text(0, 255)] | None, Storable] = None


class AdText(Input):
    """An ad's text, which may be shorter or longer than one to be saved."""

    text: Annotated[str, _text(1, 50_000), AfterValidator(_not_blank), Storable]


class Key(Input):
    idempotency_key: Annotated[str, _text(1, 255), Storable]


class VersionNumber(Input):
    version: int = Field(ge=1)


def parse_json(text: bytes, what: str) -> Any:
    """The JSON of a request's part, which `what` names. Raises ValidationError."""
    try:
        return orjson.loads(text)
    except ValueError:
        pass
    try:  # slower and more patient: what is well formed but not to be stored is told apart by the fields' own rules
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise ValidationError(f"The {what} is not valid JSON.") from None


def _no_constant(name: str) -> None:
    raise ValueError(name)


Read = TypeVar("Read", bound=Input)


def read(shape: type[Read], given: object) -> Read:
    """`given` in that shape. Raises ValidationError with the messages of each field that is wrong.

    An error that a door met while it unpacked the request comes as `given` and is raised here, in its turn."""
    if isinstance(given, JobForgeError):
        raise given
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise ValidationError("The body must be a JSON object.")
    try:
        return shape.model_validate(dict(given))
    except PydanticError as error:
        details: dict[str, list[str]] = {}
        problems: dict[FieldProblem, None] = {}
        for problem in error.errors(include_url=False):
            name, message = str(problem["loc"][0]), _say(problem)
            details.setdefault(name, []).append(message)
            problems[FieldProblem(name, _code(problem), message)] = None
        details = {name: list(dict.fromkeys(messages)) for name, messages in details.items()}
        raise ValidationError(details=details, problems=problems) from None


_WORDS: dict[str, str] = {
    "missing": REQUIRED,
    "string_too_short": "Must be at least {min_length} characters",
    "string_too_long": "Must be at most {max_length} characters",
    "string_type": "Must be a string",
    "bool_type": "Must be true or false",
    "int_type": "Must be a whole number",
    "int_parsing": "Must be a whole number",
    "int_from_float": "Must be a whole number",
    "int_parsing_size": "Must be a smaller number",
    "greater_than_equal": "Must be at least {ge}",
    "less_than_equal": "Must be at most {le}",
}


_CODES: dict[str, str] = {
    "missing": "REQUIRED",
    "string_too_short": "TOO_SHORT",
    "string_too_long": "TOO_LONG",
    "enum": "NOT_A_CHOICE",
    "greater_than_equal": "TOO_SMALL",
    "less_than_equal": "TOO_LARGE",
    "int_parsing_size": "TOO_LARGE",
}


def field_codes() -> tuple[str, ...]:
    """Return the codes that a field's problem can have, sorted."""
    return tuple(sorted({*_CODES.values(), "REQUIRED", "INVALID", "TOO_WEAK"}))


def _code(problem: ErrorDetails) -> str:
    if problem["type"] == "rule":
        return str(problem.get("ctx", {})["code"])
    return "REQUIRED" if problem["input"] is None else _CODES.get(problem["type"], "INVALID")


def _say(problem: ErrorDetails) -> str:
    context: dict[str, Any] = problem.get("ctx", {})
    kind = problem["type"]
    if kind == "rule":
        return str(context["said"])
    if problem["input"] is None:
        return REQUIRED
    if kind == "enum":
        return "Must be one of: " + str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return _WORDS.get(kind, problem["msg"]).format_map(context)
