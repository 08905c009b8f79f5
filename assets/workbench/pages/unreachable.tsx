import { Button } from "../components/button.tsx";
import { t } from "../locales/i18n.ts";

/** What is shown when the server cannot be asked who is signed in. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <main class="centered">
      <h1>{t("app.name")}</h1>
      <p>{t("error.unavailable")}</p>
      <Button kind="primary" onClick={onRetry}>{t("act.retry")}</Button>
    </main>
  );
}
