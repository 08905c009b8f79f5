import { useEffect, useState } from "preact/hooks";
import type { FieldProblem, Problem } from "../api/errors.ts";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/small.tsx";
import { t, tOr } from "../locales/i18n.ts";

/** Return what to say of a problem: in the page's words where its code is known, else in the server's. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case "NETWORK":
      return t("error.network");
    case "NOT_FOUND":
      return t("error.notFound");
    case "SERVICE_UNAVAILABLE":
      return t("error.unavailable");
    case "RATE_LIMITED":
      return t("error.rateLimited", { n: problem.retryAfter ?? 60 });
    default:
      return tOr(`error.${problem.code}`, problem.message);
  }
}

/** Return what is wrong with a field, in the page's language where its code is known. */
export const fieldText = ({ code, message }: FieldProblem): string => tOr(`field.${code}`, message);

/** Return what is wrong with the field of this name. */
export function fieldError(problem: Problem | null, name: string): string | undefined {
  const found = problem?.field(name);
  return found && fieldText(found);
}

/** Codes that stand for many things: which one, only the server's own words tell. */
const BROAD = new Set(["EXTERNAL_API_ERROR", "INVALID_STATE", "NO_TEXT", "PROCESSING_ERROR", "TOO_LARGE", "UNSUPPORTED_FORMAT", "VALIDATION_ERROR"]);

/** What the server itself says, after words of the page that say less. */
export function Details({ code, message, text }: { code: string; message: string; text: string }) {
  return text !== message && BROAD.has(code) ? <> <span lang="en">{message}</span></> : null;
}

/** A problem where the act was; counts down where there is something to wait for. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem | null; onRetry?: (() => void) | undefined }) {
  const [left, setLeft] = useState(problem?.retryAfter ?? 0);
  useEffect(() => {
    setLeft(problem?.retryAfter ?? 0);
    if (!problem?.retryAfter) return;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [problem]);
  if (!problem) return null;
  const isWaiting = problem.code === "RATE_LIMITED" && left > 0;
  const text = isWaiting ? t("error.rateLimited", { n: left }) : problemText(problem);
  const action = onRetry && !isWaiting ? <Button onClick={onRetry}>{t("act.retry")}</Button> : null;
  return (
    <Notice action={action}>
      {text}
      <Details code={problem.code} message={problem.message} text={text} />
      {problem.code === "INTERNAL_ERROR" && problem.requestId && (
        <code class="request-id">{t("error.requestId", { id: problem.requestId })}</code>
      )}
    </Notice>
  );
}
