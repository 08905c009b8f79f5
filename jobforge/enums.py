"""The words of the domain. Values are what REST sends and the database stores."""

from enum import StrEnum


class PriorityLevel(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ApplicationStatus(StrEnum):
    DRAFT = "draft"
    RESEARCH_COMPLETE = "research_complete"
    RESUME_COMPLETE = "resume_complete"
    COVER_LETTER_COMPLETE = "cover_letter_complete"


class DocumentType(StrEnum):
    RESEARCH_REPORT = "research_report"
    OPTIMIZED_RESUME = "optimized_resume"
    COVER_LETTER = "cover_letter"


class FocusArea(StrEnum):
    SOFTWARE_DEVELOPMENT = "software_development"
    MANAGEMENT = "management"
    DATA_SCIENCE = "data_science"
    CONSULTING = "consulting"
    OTHER = "other"


class Phase(StrEnum):
    """The phases in the order in which they build on each other."""

    RESEARCH = "research"
    RESUME = "resume"
    COVER_LETTER = "cover_letter"


class ProcessingState(StrEnum):
    IDLE = "idle"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class RunStatus(StrEnum):
    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Author(StrEnum):
    AI = "ai"
    USER = "user"


class RequirementKind(StrEnum):
    MUST = "must"
    NICE = "nice"


class RequirementStatus(StrEnum):
    """PROVED: a line of experience shows it. LISTED: only named. MISSING: nowhere."""

    PROVED = "proved"
    LISTED = "listed"
    MISSING = "missing"


class MatchReader(StrEnum):
    """RULES: our own rules. MODEL: a model, as far as its statements were verified; our rules for the rest."""

    RULES = "rules"
    MODEL = "model"


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105  # nosec B105
    WARN = "warn"
    BLOCK = "block"


class Severity(StrEnum):
    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class Source(StrEnum):
    """Where a line of a document comes from."""

    VERBATIM = "verbatim"
    REPHRASED = "rephrased"
    CONTEXT = "context"
    AD = "ad"
    NONE = "none"


class Writer(StrEnum):
    """Who can write the text of a document."""

    ANTHROPIC = "anthropic"
    OPENAI = "openai"
    OFFLINE = "offline"


class AdFetching(StrEnum):
    """Which addresses of ads the server fetches: none, those of some job boards, any public one."""

    OFF = "off"
    BOARDS = "boards"
    ANY = "any"


class ExportFormat(StrEnum):
    """What a document or a resume can be downloaded as."""

    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON_RESUME = "json"


class CredentialKind(StrEnum):
    """What a stored credential opens: the page, by a cookie, or the API, as a bearer."""

    SESSION = "session"
    TOKEN = "token"  # noqa: S105  # nosec B105


class TokenScope(StrEnum):
    """What a personal access token may do."""

    READ = "read"
    WRITE = "write"
    RUN = "run"


class StaleReason(StrEnum):
    """What changed since a document was generated from it."""

    AD = "ad"
    RESUME = "resume"
    RESEARCH_REPORT = "research_report"
    OPTIMIZED_RESUME = "optimized_resume"


class ChangeKind(StrEnum):
    """What happened to an application. RESET: what came before is unknown, read everything again."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"
    RESET = "reset"


class DeletedKind(StrEnum):
    """What lies in the bin."""

    APPLICATION = "Application"
    RESUME = "Resume"


class ExportTemplate(StrEnum):
    """The looks of a PDF or DOCX file."""

    CLASSIC = "classic"
    MODERN = "modern"
    COMPACT = "compact"


class PaperSize(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


class TextKind(StrEnum):
    """What kind of text is exported: it decides the layout."""

    RESUME = "resume"
    LETTER = "letter"
    REPORT = "report"


class Stage(StrEnum):
    """Where an application stands in the search; the last four are closed."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    GHOSTED = "ghosted"


class EntryKind(StrEnum):
    """What an entry of a timeline is about."""

    STAGE_MOVE = "stage_move"
    PHASE_RESULT = "phase_result"
    DOCUMENTS_SENT = "documents_sent"
    NOTE = "note"
    INTERVIEW = "interview"
    CONTACT = "contact"
    REMINDER = "reminder"


class ApplicationOrder(StrEnum):
    """How a list of applications is sorted."""

    CREATED_DESC = "created_desc"
    UPDATED_DESC = "updated_desc"
    DEADLINE_ASC = "deadline_asc"
    COMPANY_ASC = "company_asc"
