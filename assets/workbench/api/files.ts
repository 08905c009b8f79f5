// Files by REST: the import routes take the file itself, the account's export comes as one.
import { address } from "./base.ts";
import { Problem, problemOfResponse } from "./errors.ts";

interface ReadingWarning {
  line: number;
  code: string;
  message: string;
  values: { name: string; value: string }[];
}

interface ResumeFile {
  format: string;
  content: string;
  found: { name: string | null; roles: number; bullets: number; sections: string[] };
  reading_warnings: ReadingWarning[];
}

export interface ImportedResume extends Omit<ResumeFile, "reading_warnings"> {
  /** What of the file or of its text was read badly. */
  readingWarnings: ReadingWarning[];
}

export interface ImportedAd {
  company_name: string | null;
  role_title: string | null;
  location: string | null;
  job_url: string | null;
  job_description: string;
  warnings: string[];
}

const unreachable = (error: Error): never => {
  throw new Problem("NETWORK", String(error.message ?? error));
};

async function post(path: string, init: RequestInit = {}): Promise<Response> {
  const given = { ...init, method: "POST", credentials: "same-origin" } as const;
  const response = await fetch(address(`/api/v1${path}`), given).catch(unreachable);
  if (!response.ok) throw await problemOfResponse(response);
  return response;
}

async function send<T>(path: string, body: BodyInit, type: string): Promise<T> {
  return (await post(path, { headers: { "content-type": type, accept: "application/json" }, body })).json();
}

/** Everything that the server has of the user, of any size: streamed, and whole or refused. Raises a Problem. */
export const exportAccount = async (): Promise<Blob> => (await post("/account/export")).blob().catch(unreachable);

const typeOf = (file: File): string => file.type || "application/octet-stream";

/** Read a resume out of a file; nothing is saved. Raises a Problem. */
export async function importResume(file: File): Promise<ImportedResume> {
  const path = `/resumes/import?filename=${encodeURIComponent(file.name)}`;
  const { reading_warnings: readingWarnings, ...rest } = await send<ResumeFile>(path, file, typeOf(file));
  return { ...rest, readingWarnings };
}

export const importAd = (file: File): Promise<ImportedAd> =>
  send(`/ads/import?filename=${encodeURIComponent(file.name)}`, file, typeOf(file));

export const importAdHtml = (html: string): Promise<ImportedAd> => send("/ads/import", html, "text/html");
