import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../api/errors.ts";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";

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
      return problem.message;
  }
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
      {problem.code === "INTERNAL_ERROR" && problem.requestId && (
        <code class="request-id">{t("error.requestId", { id: problem.requestId })}</code>
      )}
    </Notice>
  );
}
