"""What REST answers look like: exactly the specification's keys. They shape the answers and the published contract."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal, cast
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, WithJsonSchema

from jobforge.enums import ApplicationStatus, DocumentType, FocusArea, Phase, PriorityLevel, ProcessingState
from jobforge.errors import error_codes


class Profile(BaseModel):
    id: UUID
    email: str
    full_name: str
    created_at: datetime


class Session(BaseModel):
    id: UUID
    email: str
    full_name: str
    access_token: str
    token_type: Literal["bearer"]


class ApplicationSummary(BaseModel):
    id: UUID
    name: str
    company_name: str
    role_title: str
    status: ApplicationStatus
    priority_level: PriorityLevel
    research_completed: bool
    resume_optimized: bool
    cover_letter_generated: bool
    created_at: datetime
    updated_at: datetime


class ApplicationDetail(BaseModel):
    id: UUID
    name: str
    company_name: str
    role_title: str
    job_url: str | None
    job_description: str
    location: str | None
    priority_level: PriorityLevel
    status: ApplicationStatus
    research_completed: bool
    resume_optimized: bool
    cover_letter_generated: bool
    created_at: datetime
    updated_at: datetime


class ApplicationPage(BaseModel):
    applications: list[ApplicationSummary]
    total: int
    limit: int
    offset: int


class DocumentText(BaseModel):
    id: UUID
    content: str
    created_at: datetime
    updated_at: datetime


class DocumentSet(BaseModel):
    research_report: DocumentText | None
    optimized_resume: DocumentText | None
    cover_letter: DocumentText | None


class DocumentDetail(BaseModel):
    id: UUID
    application_id: UUID
    document_type: DocumentType
    content: str
    created_at: datetime
    updated_at: datetime


class Started(BaseModel):
    message: str
    application_id: UUID
    estimated_completion: datetime


class StatusWhileProcessing(BaseModel):
    application_id: UUID
    current_phase: Phase
    status: Literal[ProcessingState.PROCESSING]
    progress: float
    estimated_completion: datetime
    error_message: str | None


class StatusOtherwise(BaseModel):
    application_id: UUID
    current_phase: Phase | None
    status: Literal[ProcessingState.IDLE, ProcessingState.COMPLETED, ProcessingState.FAILED]
    progress: float
    completed_at: datetime | None
    error_message: str | None


class ResumeSummary(BaseModel):
    id: UUID
    name: str
    focus_area: FocusArea | None
    is_primary: bool
    created_at: datetime
    updated_at: datetime


class ResumeDetail(BaseModel):
    id: UUID
    name: str
    content: str
    focus_area: FocusArea | None
    is_primary: bool
    created_at: datetime
    updated_at: datetime


class ResumeLibrary(BaseModel):
    resumes: list[ResumeSummary]


class ImportFindings(BaseModel):
    name: str | None
    roles: int
    bullets: int
    sections: list[str]


class MessageValue(BaseModel):
    name: str
    value: str


def _named(pairs: object) -> object:
    return [{"name": name, "value": value} for name, value in cast(Iterable[tuple[str, str]], pairs)]


class ReadingWarning(BaseModel):
    line: int
    code: str
    message: str
    values: Annotated[list[MessageValue], BeforeValidator(_named)]


class ImportedResume(BaseModel):
    format: str
    content: str
    found: ImportFindings
    warnings: list[str]
    reading_warnings: list[ReadingWarning]


class AdAddress(BaseModel):
    url: str


class ImportedAd(BaseModel):
    company_name: str | None
    role_title: str | None
    location: str | None
    job_url: str | None
    job_description: str
    warnings: list[str]


class ErrorBody(BaseModel):
    code: Annotated[str, WithJsonSchema({"type": "string", "enum": list(error_codes())})]
    message: str
    details: dict[str, list[str]]


class ErrorEnvelope(BaseModel):
    error: ErrorBody
    timestamp: datetime
    path: str
