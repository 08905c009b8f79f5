// What went wrong, as one class: components show a `Problem` and never look into an answer.
import type { CombinedError } from "@urql/core";

export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

interface Extensions {
  code?: string;
  status?: number;
  details?: Record<string, string[]>;
  fields?: { path: string | string[]; code: string; message: string }[];
  currentVersion?: number;
  retryAfter?: number;
}

export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 0,
    readonly fields: FieldProblem[] = [],
    readonly currentVersion: number | null = null,
    readonly retryAfter: number | null = null,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }

  /** Whether the request may have been lost on the way, so that the same act can be tried again. */
  get isTemporary(): boolean {
    return this.code === "NETWORK" || this.code === "SERVICE_UNAVAILABLE";
  }

  /** What is wrong with a field, named as in GraphQL (`fullName`) or in `details` (`full_name`). */
  field(name: string): FieldProblem | undefined {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return this.fields.find(({ path }) => [name, snake].includes(path.split(".").at(-1) ?? ""));
  }
}

function fieldsOf({ fields, details }: Extensions): FieldProblem[] {
  if (fields?.length) return fields.map((field) => ({ ...field, path: [field.path].flat().join(".") }));
  return Object.entries(details ?? {}).map(([path, messages]) => ({ path, code: "", message: messages.join(" ") }));
}

function read(message: string, extensions: Extensions, requestId: string | null = null): Problem {
  const { code = "INTERNAL_ERROR", status = 0, currentVersion = null, retryAfter = null } = extensions;
  return new Problem(code, message, status, fieldsOf(extensions), currentVersion, retryAfter, requestId);
}

/** Return the problem in an answer of urql. */
export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  const requestId = (error.response as Response | undefined)?.headers?.get("x-request-id") ?? null;
  if (first) return read(first.message, first.extensions as Extensions, requestId);
  return new Problem("NETWORK", error.networkError?.message ?? "No connection");
}

/** Return the problem in an answer of a REST route: the error envelope, or whatever a proxy said. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => null);
  const envelope = body?.error ?? body ?? {};
  const retry = Number(response.headers.get("retry-after")) || undefined;
  const code = envelope.code ?? (response.status >= 502 ? "SERVICE_UNAVAILABLE" : "INTERNAL_ERROR");
  const extensions = { ...envelope, code, status: response.status, retryAfter: envelope.retryAfter ?? retry };
  return read(envelope.message ?? response.statusText, extensions, response.headers.get("x-request-id"));
}

/** Return any thrown thing as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem("NETWORK", thrown instanceof Error ? thrown.message : String(thrown));
}
