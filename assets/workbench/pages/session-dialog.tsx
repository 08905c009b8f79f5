import { useState } from "preact/hooks";
import { asProblem, Problem } from "../api/errors.ts";
import { forgetUser, signIn, user } from "../api/session.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

/** Asks for the password over the page; what was typed under it stays. */
export function SessionDialog() {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signIn(user.value?.email ?? "", password);
    } catch (thrown) {
      const caught = asProblem(thrown);
      const isWrong = caught.code === "AUTHENTICATION_ERROR";
      setProblem(isWrong ? new Problem("", t("error.wrongPassword")) : caught);
    }
    setBusy(false);
  };
  return (
    <Dialog title={t("signIn.over")} onClose={() => undefined} closable={false}>
      <form onSubmit={submit} class="stack">
        <p>{t("signIn.overLead")}</p>
        <p class="faint">{user.value?.email}</p>
        <Field
          label={t("signIn.password")}
          type="password"
          autocomplete="current-password"
          value={password}
          onValue={setPassword}
        />
        <ProblemNotice problem={problem} />
        <div class="dialog-actions">
          <Button kind="quiet" onClick={forgetUser}>{t("act.signOut")}</Button>
          <Button kind="primary" submit busy={busy}>{t("signIn.submit")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
