// The form of a new application: what is in it and what is missing.
export interface StartForm {
  resume: string;
  /** The saved resume that the text is, "" where it is a new one. */
  resumeId: string;
  ad: string;
  company: string;
  position: string;
  url: string;
  notes: string;
}

export const emptyForm: StartForm = { resume: "", resumeId: "", ad: "", company: "", position: "", url: "", notes: "" };

const MIN_RESUME_CHARACTERS = 100;
const MIN_AD_CHARACTERS = 50;

export type Missing = Partial<Record<keyof StartForm, "start.missing" | "start.resumeShort" | "start.adShort">>;

/** Return what is missing before the form can be sent. */
export function missingIn(form: StartForm): Missing {
  const missing: Missing = {};
  const short = (text: string, least: number) => [...text.trim()].length < least;
  if (!form.resumeId && short(form.resume, MIN_RESUME_CHARACTERS)) missing.resume = "start.resumeShort";
  if (short(form.ad, MIN_AD_CHARACTERS)) missing.ad = "start.adShort";
  if (!form.company.trim()) missing.company = "start.missing";
  if (!form.position.trim()) missing.position = "start.missing";
  return missing;
}

/** Return a name for a resume: its first line without Markdown, or else the name that is handed in. */
export function resumeName(text: string, fallback: string): string {
  const first = text.split("\n").find((line) => line.trim());
  return (first ?? "").replace(/^[#\s*_]+|[*_\s]+$/g, "").slice(0, 100) || fallback;
}
