"""The tables. What must be unique or exactly one is so by an index, never by looking first.

Partial unique indexes have no syntax in Tortoise: the migrations hold them, written by hand, under the
names in `PARTIAL_INDEXES`.
"""

import uuid
from datetime import UTC, datetime
from typing import Any, ClassVar, Protocol

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from jobforge.enums import (
    ApplicationStatus,
    Author,
    CredentialKind,
    DocumentType,
    EntryKind,
    FocusArea,
    Phase,
    PriorityLevel,
    RunStatus,
    Stage,
    Verdict,
    Writer,
)

PARTIAL_INDEXES = {
    "one_primary_resume": "CREATE UNIQUE INDEX one_primary_resume ON resume (user_id) WHERE is_primary",
    "one_active_run": (
        "CREATE UNIQUE INDEX one_active_run ON phase_run (application_id) WHERE status IN ('queued', 'processing')"
    ),
    "runs_to_do": (
        "CREATE INDEX runs_to_do ON phase_run (status, queue_position, created_at) "
        "WHERE status IN ('queued', 'processing')"
    ),
    "runs_by_end": "CREATE INDEX runs_by_end ON phase_run (completed_at) WHERE completed_at IS NOT NULL",
    "coverage_to_renew": (
        "CREATE INDEX coverage_to_renew ON application (coverage_outdated_since) "
        "WHERE coverage_outdated_since IS NOT NULL"
    ),
    "reminders_due": "CREATE INDEX reminders_due ON timeline_entry (user_id, due_at) WHERE due_at IS NOT NULL",
    "verdicts_to_renew": (
        "CREATE INDEX verdicts_to_renew ON document (verdict_outdated_since) WHERE verdict_outdated_since IS NOT NULL"
    ),
}


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


class Caller(Protocol):
    """Whoever an operation is carried out for: a row of `User`, or what a token's check has read of it."""

    @property
    def id(self) -> uuid.UUID: ...
    @property
    def email(self) -> str: ...
    @property
    def full_name(self) -> str: ...
    @property
    def created_at(self) -> datetime: ...


class User(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    email = fields.CharField(max_length=254, unique=True)
    full_name = fields.CharField(max_length=255)
    password_hash = fields.CharField(max_length=60)
    tokens_valid_after = fields.BigIntField(
        default=0, description="Unix seconds; a token issued earlier is not accepted"
    )
    language = fields.CharField(max_length=8, null=True, description="that the user reads the pages in")
    change_number = fields.BigIntField(
        default=0, db_default=0, description="grows with every change of an application of theirs"
    )
    forgotten_number = fields.BigIntField(
        default=0, db_default=0, description="of the newest deletion of an application that is forgotten"
    )
    ghosted_after_days = fields.IntField(
        default=30, db_default=30, description="of silence after which an application is offered as GHOSTED"
    )
    monthly_budget_micros = fields.BigIntField(null=True, description="of the price table's currency")
    calendar_number = fields.IntField(default=0, db_default=0, description="of the calendar feed's secret address")
    disabled_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "user_account"


class Credential(Model):
    """A page's session or a personal access token. Of its secret only the SHA-256 is stored."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    kind = fields.CharEnumField(CredentialKind, max_length=8)
    name = fields.CharField(max_length=255, description="of the browser, or the one that the user gave")
    scopes = fields.CharField(max_length=32, default="", db_default="", description="of a token, commas between")
    secret_digest = fields.CharField(max_length=64, unique=True)
    former_digest = fields.CharField(
        max_length=64, unique=True, null=True, description="of the secret before the last exchange, good for a minute"
    )
    exchanged_at = fields.DatetimeField(default=now)
    created_at = fields.DatetimeField(default=now)
    last_used_at = fields.DatetimeField(null=True)
    expires_at = fields.DatetimeField(null=True)

    class Meta:
        table = "credential"
        indexes: ClassVar = [Index(fields=("user_id", "kind", "created_at"), name="credentials_of_user")]


class Resume(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    name = fields.CharField(max_length=255)
    content = fields.TextField()
    digest = fields.CharField(max_length=32, description="of the content: tells whether it changed")
    focus_area = fields.CharEnumField(FocusArea, max_length=32, null=True)
    is_primary = fields.BooleanField(default=False)
    version = fields.IntField(default=1, db_default=1, description="grows with every change of it")
    created_at = fields.DatetimeField(default=now)
    updated_at = fields.DatetimeField(default=now)

    class Meta:
        table = "resume"
        indexes: ClassVar = [Index(fields=("user_id", "updated_at"), name="resumes_of_user")]


class ResumeText(Model):
    """What a resume said when a document was made from it; stored once however many were."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    digest = fields.CharField(max_length=32)
    content = fields.TextField()
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "resume_text"
        unique_together = (("user_id", "digest"),)


class Application(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    name = fields.CharField(max_length=255)
    company_name = fields.CharField(max_length=255)
    role_title = fields.CharField(max_length=255)
    job_url = fields.CharField(max_length=2048, null=True)
    job_description = fields.TextField()
    digest = fields.CharField(max_length=32, description="of the job description: tells whether it changed")
    location = fields.CharField(max_length=255, null=True)
    priority_level = fields.CharEnumField(PriorityLevel, max_length=8, default=PriorityLevel.MEDIUM)
    additional_context = fields.TextField(null=True)
    status = fields.CharEnumField(ApplicationStatus, max_length=32, default=ApplicationStatus.DRAFT)
    search_text = fields.TextField(description="company, role and location, folded")
    stage = fields.CharEnumField(Stage, max_length=16, default=Stage.SAVED, db_default=Stage.SAVED.value)
    applied_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    deadline = fields.DatetimeField(null=True)
    salary = fields.CharField(max_length=255, null=True)
    found_via = fields.CharField(max_length=255, null=True)
    archived = fields.BooleanField(default=False, db_default=False)
    change_number = fields.BigIntField(default=0, db_default=0, description="its user's, when it last changed")
    creation_number = fields.BigIntField(default=0, db_default=0, description="its user's, when it was created")
    coverage_share = fields.FloatField(null=True)
    coverage_proved = fields.IntField(null=True, description="null: never computed")
    coverage_listed = fields.IntField(null=True)
    coverage_missing = fields.IntField(null=True)
    coverage_key = fields.CharField(max_length=32, null=True, description="the rules' version and the month")
    coverage_outdated_since = fields.DatetimeField(null=True, default=now)
    created_at = fields.DatetimeField(default=now)
    updated_at = fields.DatetimeField(default=now)

    class Meta:
        table = "application"
        indexes: ClassVar = [
            Index(fields=("user_id", "created_at", "id"), name="applications_of_user"),
            Index(fields=("user_id", "status", "created_at", "id"), name="applications_by_status"),
            Index(fields=("user_id", "priority_level", "created_at", "id"), name="applications_by_priority"),
            Index(fields=("user_id", "change_number"), name="applications_by_change"),
            Index(fields=("user_id", "stage", "created_at", "id"), name="applications_by_stage"),
        ]


class ApplicationTag(Model):
    """A word of the user's own for an application."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", on_delete=fields.CASCADE, related_name="tags"
    )
    application_id: uuid.UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    tag = fields.CharField(max_length=50)

    class Meta:
        table = "application_tag"
        unique_together = (("application_id", "tag"),)
        indexes: ClassVar = [Index(fields=("user_id", "tag"), name="tags_of_user")]


class TimelineEntry(Model):
    """Something that happened in an application's course, or will. Which columns it uses is for its kind to say."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", on_delete=fields.CASCADE, related_name="entries"
    )
    application_id: uuid.UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    kind = fields.CharEnumField(EntryKind, max_length=16)
    at = fields.DatetimeField(default=now)
    from_stage = fields.CharEnumField(Stage, max_length=16, null=True)
    to_stage = fields.CharEnumField(Stage, max_length=16, null=True)
    run_id = fields.UUIDField(null=True, description="plain: runs are deleted after a while")
    version_ids: fields.JSONField[list[str]] = fields.JSONField(null=True, description="of what was sent")
    text = fields.TextField(null=True)
    time_zone = fields.CharField(max_length=64, null=True)
    place = fields.CharField(max_length=255, null=True)
    name = fields.CharField(max_length=255, null=True, description="of a contact; what kind of interview it is")
    role = fields.CharField(max_length=255, null=True)
    email = fields.CharField(max_length=254, null=True)
    phone = fields.CharField(max_length=64, null=True)
    due_at = fields.DatetimeField(null=True)
    done = fields.BooleanField(default=False, db_default=False)
    created_at = fields.DatetimeField(default=now)
    updated_at = fields.DatetimeField(default=now)

    class Meta:
        table = "timeline_entry"
        indexes: ClassVar = [
            Index(fields=("application_id", "at", "id"), name="timeline_of_application"),
            Index(fields=("user_id", "kind", "at"), name="timeline_of_user"),
        ]


class BinEntry(Model):
    """An application or a resume that was deleted, with all that hung on it, for as long as it can be restored."""

    id = fields.UUIDField(primary_key=True, description="that it had")
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    kind = fields.CharField(max_length=16)
    content: fields.JSONField[dict[str, object]] = fields.JSONField(description="its rows by table")
    deleted_at = fields.DatetimeField(default=now)

    class Meta:
        table = "bin_entry"
        indexes: ClassVar = [Index(fields=("user_id", "deleted_at"), name="bin_of_user")]


class DeletedApplication(Model):
    """What is left of an application for a day after it was deleted, so that a client that was away hears of it."""

    id = fields.UUIDField(primary_key=True, description="that the application had")
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    change_number = fields.BigIntField()
    deleted_at = fields.DatetimeField(default=now)

    class Meta:
        table = "deleted_application"
        indexes: ClassVar = [Index(fields=("user_id", "change_number"), name="deletions_of_user")]


class AdReading(Model):
    """What a model read of an application's ad against a resume, for as long as neither of them changes."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    application: fields.ForeignKeyRelation[Application] = fields.OneToOneField(
        "models.Application", on_delete=fields.CASCADE, related_name="ad_reading"
    )
    application_id: uuid.UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    ad_digest = fields.CharField(max_length=32)
    resume_digest = fields.CharField(max_length=32)
    content: fields.JSONField[dict[str, Any]] = fields.JSONField(description="model, statements, how many were wrong")
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "ad_reading"
        indexes: ClassVar = [Index(fields=("user_id",), name="ad_readings_of_user")]


class Document(Model):
    """The newest version of a document, and what its last generated text was made from."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", on_delete=fields.CASCADE
    )
    application_id: uuid.UUID
    document_type = fields.CharEnumField(DocumentType, max_length=32)
    content = fields.TextField()
    version = fields.IntField(default=1)
    author = fields.CharEnumField(Author, max_length=8)
    source_digests: fields.JSONField[dict[str, object]] = fields.JSONField(
        default=dict, description="digests and versions of the ad, the resume and the earlier documents"
    )
    verdict = fields.CharEnumField(Verdict, max_length=8, null=True, description="null: never computed")
    verdict_key = fields.CharField(max_length=32, null=True, description="the rules' version and the month")
    verdict_outdated_since = fields.DatetimeField(null=True, default=now)
    created_at = fields.DatetimeField(default=now)
    updated_at = fields.DatetimeField(default=now)

    class Meta:
        table = "document"
        unique_together = (("application_id", "document_type"),)


class DocumentVersion(Model):
    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    document: fields.ForeignKeyRelation[Document] = fields.ForeignKeyField("models.Document", on_delete=fields.CASCADE)
    document_id: uuid.UUID
    version = fields.IntField()
    content = fields.TextField()
    author = fields.CharEnumField(Author, max_length=8)
    writer = fields.CharField(max_length=32, null=True, description="who wrote it, unless the user did")
    verdict = fields.CharEnumField(Verdict, max_length=8, null=True)
    begun_at = fields.DatetimeField(null=True, description="when the first of the versions was saved that it replaced")
    pinned = fields.BooleanField(default=False, db_default=False, description="restored, sent or handed out: it stays")
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "document_version"
        unique_together = (("document_id", "version"),)


class PhaseRun(Model):
    """One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", on_delete=fields.CASCADE
    )
    application_id: uuid.UUID
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    phase = fields.CharEnumField(Phase, max_length=16)
    status = fields.CharEnumField(RunStatus, max_length=16, default=RunStatus.QUEUED)
    progress = fields.FloatField(default=0.0)
    attempt = fields.IntField(default=1, description="which try this is; grows with failures only")
    fence = fields.BigIntField(description="grows with every change of hands, over all runs of the application")
    sequence = fields.BigIntField(default=0, description="of the last event under this fence")
    queue_position = fields.IntField(
        default=0, description="in its user's own line; all first places come before any second"
    )
    next_phases = fields.CharField(
        max_length=64, default="", db_default="", description="to be started one after the other, commas between"
    )
    mention_gaps = fields.BooleanField(null=True, description="whether the letter speaks of what is missing")
    offline = fields.BooleanField(default=False, db_default=False, description="whether no model may be asked")
    lease_until = fields.DatetimeField(null=True, description="when a silent worker's run may be taken over")
    resume_id = fields.UUIDField(null=True, description="the resume it was started with; plain, so that it may go")
    additional_context = fields.TextField(null=True)
    provider = fields.CharEnumField(Writer, max_length=16, null=True)
    model = fields.CharField(max_length=255, null=True)
    input_tokens = fields.IntField(null=True)
    output_tokens = fields.IntField(null=True)
    cached_input_tokens = fields.IntField(null=True, description="of the input tokens, those read from a prompt cache")
    cost_micros = fields.BigIntField(null=True, description="millionths of `currency`; null where no price is known")
    currency = fields.CharField(max_length=3, null=True)
    changes: fields.JSONField[list[dict[str, Any]]] = fields.JSONField(
        null=True, description="lines that the checks changed: line, before, after, reason, code"
    )
    notes: fields.JSONField[list[str]] = fields.JSONField(
        default=list, description="what the writer has to say of its text, such as a failover"
    )
    error_code = fields.CharField(max_length=32, null=True)
    error_message = fields.TextField(null=True)
    estimated_completion = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(default=now)
    started_at = fields.DatetimeField(null=True)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "phase_run"
        unique_together = (("application_id", "fence"),)
        indexes: ClassVar = [Index(fields=("user_id",), name="runs_of_user")]


class UsageEntry(Model):
    """The tokens of one answer of a model. It outlives its run, and without a name its user."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL
    )
    user_id: uuid.UUID | None
    run_id = fields.UUIDField(description="plain, so that the run may go")
    phase = fields.CharEnumField(Phase, max_length=16)
    provider = fields.CharEnumField(Writer, max_length=16)
    model = fields.CharField(max_length=255)
    month = fields.CharField(max_length=7, description="UTC, as 2026-11")
    input_tokens = fields.IntField(null=True)
    cached_input_tokens = fields.IntField(null=True)
    output_tokens = fields.IntField(null=True)
    cost_micros = fields.BigIntField(null=True, description="millionths of the price table's currency")
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "usage_entry"
        indexes: ClassVar = [
            Index(fields=("month",), name="usage_by_month"),
            Index(fields=("user_id", "month"), name="usage_by_user"),
        ]


class IdempotencyKey(Model):
    """The answer once given to a request that named a key, kept for 24 hours."""

    id = fields.UUIDField(primary_key=True, default=uuid.uuid4)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField("models.User", on_delete=fields.CASCADE)
    user_id: uuid.UUID
    key = fields.CharField(max_length=255)
    operation = fields.CharField(max_length=64)
    digest = fields.CharField(max_length=32, description="of what was sent")
    result_id = fields.UUIDField(description="what the operation made")
    created_at = fields.DatetimeField(default=now)

    class Meta:
        table = "idempotency_key"
        unique_together = (("user_id", "key"),)
