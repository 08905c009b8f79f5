// Files in: the import routes of REST, which take the file itself.
import { address } from "./base.ts";
import { Problem, problemOfResponse } from "./errors.ts";

export interface ImportedResume {
  format: string;
  content: string;
  found: { name: string | null; roles: number; bullets: number; sections: string[] };
  warnings: string[];
}

export interface ImportedAd {
  company_name: string | null;
  role_title: string | null;
  location: string | null;
  job_url: string | null;
  job_description: string;
  warnings: string[];
}

async function send<T>(path: string, body: BodyInit, type: string): Promise<T> {
  const response = await fetch(address(`/api/v1${path}`), {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": type, accept: "application/json" },
    body,
  }).catch((error) => {
    throw new Problem("NETWORK", String(error.message ?? error));
  });
  if (!response.ok) throw await problemOfResponse(response);
  return response.json();
}

const typeOf = (file: File): string => file.type || "application/octet-stream";

export const importResume = (file: File): Promise<ImportedResume> =>
  send(`/resumes/import?filename=${encodeURIComponent(file.name)}`, file, typeOf(file));

export const importAd = (file: File): Promise<ImportedAd> =>
  send(`/ads/import?filename=${encodeURIComponent(file.name)}`, file, typeOf(file));

export const importAdHtml = (html: string): Promise<ImportedAd> => send("/ads/import", html, "text/html");
