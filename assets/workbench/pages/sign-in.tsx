import { useEffect, useState } from "preact/hooks";
import { asProblem, Problem } from "../api/errors.ts";
import { ServiceDocument } from "../api/operations.ts";
import { createAccount, signIn } from "../api/session.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import { fieldError, ProblemNotice, problemText } from "../parts/problem-notice.tsx";
import { Receivers } from "../parts/writers.tsx";

/** Return what to say of a refused sign-in: its own sentence for the two that people meet. */
function spoken(problem: Problem | null): Problem | null {
  if (problem?.code === "DUPLICATE_RESOURCE") return new Problem("", t("error.taken"));
  if (problem?.code === "AUTHENTICATION_ERROR") return new Problem("", t("error.wrongPassword"));
  return problem;
}

/** Create an account, or sign in. */
export function SignIn() {
  const [isNew, setNew] = useState(!localStorage.getItem("jobforge.signed-in"));
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { service } = useQuery(ServiceDocument, {}).data ?? {};
  const isClosed = service?.registrationOpen === false;
  const creating = isNew && !isClosed;
  const title = creating ? t("signIn.createTitle") : t("signIn.title");

  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await (creating ? createAccount(name, email, password) : signIn(email, password));
      localStorage.setItem("jobforge.signed-in", "1");
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setBusy(false);
  };
  const shown = spoken(problem);
  const isOfField = Boolean(problem?.fields.length);

  return (
    <main class="sign-in">
      <div class="sign-in-words">
        <p class="brand">{t("app.name")}</p>
        <p class="sign-in-lead">{t("signIn.lead")}</p>
        <ol class="steps">
          <li>{t("start.step1")}</li>
          <li>{t("start.step2")}</li>
          <li>{t("start.step3")}</li>
        </ol>
        {service && <Receivers writers={service.writers} />}
      </div>
      <form class="card sign-in-form" onSubmit={submit} noValidate>
        <h1>{title}</h1>
        {isClosed && <Notice tone="plain">{t("signIn.closed")}</Notice>}
        {creating && (
          <Field
            label={t("signIn.name")}
            autocomplete="name"
            value={name}
            onValue={setName}
            error={fieldError(problem, "fullName")}
          />
        )}
        <Field
          label={t("signIn.email")}
          type="email"
          autocomplete="username"
          value={email}
          onValue={setEmail}
          error={fieldError(problem, "email")}
        />
        <Field
          label={t("signIn.password")}
          type="password"
          autocomplete={creating ? "new-password" : "current-password"}
          value={password}
          onValue={setPassword}
          error={fieldError(problem, "password")}
          hint={creating ? t("signIn.passwordHint") : undefined}
        />
        {shown && !isOfField && <ProblemNotice problem={shown} />}
        {shown && isOfField && <p class="hidden" role="alert">{problemText(shown)}</p>}
        <Button kind="primary" submit busy={busy}>{creating ? t("signIn.create") : t("signIn.submit")}</Button>
        {!isClosed && (
          <p class="sign-in-switch">
            {creating ? t("signIn.toSignIn") : t("signIn.toCreate")}{" "}
            <button
              type="button"
              class="link"
              onClick={() => {
                setNew(!isNew);
                setProblem(null);
              }}
            >
              {creating ? t("signIn.submit") : t("signIn.createTitle")}
            </button>
          </p>
        )}
      </form>
    </main>
  );
}
