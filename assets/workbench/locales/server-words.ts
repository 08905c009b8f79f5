// What the server says in English by itself: by these keys the other languages say it, too.
type ErrorCode =
  | "AUTHENTICATION_ERROR" | "AUTHORIZATION_ERROR" | "DAMAGED" | "DUPLICATE_RESOURCE" | "ENCRYPTED"
  | "EXTERNAL_API_ERROR" | "INTERNAL_ERROR" | "INVALID_STATE" | "NO_TEXT" | "PAYLOAD_TOO_LARGE" | "PROCESSING_ERROR"
  | "TOO_COMPLEX" | "TOO_LARGE" | "TOO_MANY_PAGES" | "UNSUPPORTED_FORMAT" | "VALIDATION_ERROR" | "VERSION_CONFLICT";
type FieldCode =
  | "INVALID" | "NOT_A_CHOICE" | "REQUIRED" | "TOO_LARGE" | "TOO_LONG" | "TOO_SHORT" | "TOO_SMALL" | "TOO_WEAK";
type WarningCode =
  | "resume.doubtful_date" | "resume.half_read" | "resume.no_employer" | "resume.no_jobs" | "resume.no_name"
  | "resume.no_periods" | "resume.no_section" | "resume.no_title" | "resume.other_language"
  | "resume.reversed_period" | "resume.unread_heading";

export type ServerKey = `error.${ErrorCode}` | `field.${FieldCode}` | `warning.${WarningCode}`;
