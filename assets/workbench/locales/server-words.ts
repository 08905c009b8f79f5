// What the server says in English by itself: by these keys the other languages say it, too.
type ErrorCode =
  | "AUTHENTICATION_ERROR" | "AUTHORIZATION_ERROR" | "DAMAGED" | "DUPLICATE_RESOURCE" | "ENCRYPTED"
  | "EXTERNAL_API_ERROR" | "INTERNAL_ERROR" | "INVALID_STATE" | "NO_TEXT" | "PAYLOAD_TOO_LARGE" | "PROCESSING_ERROR"
  | "TOO_COMPLEX" | "TOO_LARGE" | "TOO_MANY_PAGES" | "UNSUPPORTED_FORMAT" | "VALIDATION_ERROR" | "VERSION_CONFLICT";
type FieldCode =
  | "INVALID" | "NOT_A_CHOICE" | "REQUIRED" | "TOO_LARGE" | "TOO_LONG" | "TOO_SHORT" | "TOO_SMALL" | "TOO_WEAK";
type WarningCode =
  | "file.columns" | "file.hidden_text" | "file.hyphens" | "file.letters"
  | "resume.doubtful_date" | "resume.half_read" | "resume.no_employer" | "resume.no_jobs" | "resume.no_name"
  | "resume.no_periods" | "resume.no_section" | "resume.no_title" | "resume.other_language"
  | "resume.reversed_period" | "resume.unread_heading";
type FindingCode =
  | "fact.anachronism" | "fact.award" | "fact.client" | "fact.commingled" | "fact.contact" | "fact.date"
  | "fact.degree" | "fact.dropped_certificate" | "fact.dropped_education" | "fact.dropped_role" | "fact.education"
  | "fact.employer" | "fact.language" | "fact.language_use" | "fact.leadership" | "fact.licence"
  | "fact.limited_skill" | "fact.location" | "fact.metric" | "fact.negation" | "fact.permit" | "fact.qualifier"
  | "fact.regulation" | "fact.result" | "fact.role_verb" | "fact.scope" | "fact.skill" | "fact.tenure" | "fact.title"
  | "fact.unsupported" | "guardrail.restored" | "guardrail.unverified" | "letter.motivation" | "letter.placeholder"
  | "letter.referral" | "letter.unsupported" | "report.claim" | "source";

export type ServerKey =
  | `error.${ErrorCode}` | `field.${FieldCode}` | `finding.${FindingCode}` | `warning.${WarningCode}`;
