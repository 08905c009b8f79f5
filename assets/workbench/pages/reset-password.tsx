import { useEffect, useState } from "preact/hooks";
import { asProblem, Problem } from "../api/errors.ts";
import { setPasswordByLink } from "../api/session.ts";
import { address } from "../api/base.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";
import { go } from "../router.ts";

/** Take the link's token out of the address, so that no history keeps it. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, "", address("/reset-password"));
  return token;
}

/** Set a new password by the link that the owner of the server gave. */
export function ResetPassword() {
  const [token] = useState(takeToken);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = `${t("reset.title")} · ${t("app.name")}`;
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await setPasswordByLink(token, password);
      go("/", true);
    } catch (thrown) {
      const failure = asProblem(thrown);
      setProblem(failure.code === "AUTHENTICATION_ERROR" ? new Problem("", t("reset.ended")) : failure);
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <div class="sign-in-words">
        <p class="brand">{t("app.name")}</p>
        <p class="sign-in-lead">{t("reset.lead")}</p>
      </div>
      <form class="card sign-in-form" onSubmit={submit} noValidate>
        <h1>{t("reset.title")}</h1>
        <Field
          label={t("settings.newPassword")}
          type="password"
          autocomplete="new-password"
          hint={t("signIn.passwordHint")}
          value={password}
          onValue={setPassword}
          error={fieldError(problem, "newPassword")}
        />
        {problem && !problem.field("newPassword") && <ProblemNotice problem={problem} />}
        <Button kind="primary" submit busy={busy}>{t("reset.submit")}</Button>
        <p class="sign-in-switch"><a href={address("/")}>{t("signIn.submit")}</a></p>
      </form>
    </main>
  );
}
