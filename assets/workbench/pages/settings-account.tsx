import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { ChangeEmailDocument, ChangePasswordDocument, UpdateMeDocument } from "../api/operations.ts";
import { signIn, user } from "../api/session.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";

/** The user's name. */
export function AccountForm() {
  const [fullName, setFullName] = useState(user.value?.fullName ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const [answer, failure] = await attempt(UpdateMeDocument, { fullName });
    setProblem(failure);
    setSaved(!failure);
    if (answer && user.value) user.value = { ...user.value, fullName: answer.updateMe.fullName };
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="settings-account">
      <h2 id="settings-account">{t("settings.account")}</h2>
      <p class="faint">{user.value?.email}</p>
      <Field label={t("signIn.name")} autocomplete="name" value={fullName} onValue={setFullName} error={fieldError(problem, "fullName")} />
      {problem && !problem.fields.length && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button submit>{t("act.save")}</Button>
        <span class="faint" role="status">{saved ? t("settings.saved") : ""}</span>
      </div>
    </form>
  );
}

/** Another address for the login. The session stays as it is. */
export function EmailForm() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const [answer, failure] = await attempt(ChangeEmailDocument, { email, password });
    if (answer) {
      if (user.value) user.value = { ...user.value, email: answer.changeEmail.email };
      setEmail("");
      setPassword("");
    }
    setProblem(failure);
    setChanged(!failure);
    setBusy(false);
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="settings-email">
      <h2 id="settings-email">{t("signIn.email")}</h2>
      <p class="faint">{t("settings.emailText", { email: user.value?.email ?? "" })}</p>
      <Field
        label={t("settings.newEmail")}
        type="email"
        autocomplete="email"
        value={email}
        onValue={setEmail}
        error={fieldError(problem, "email")}
      />
      <Field
        label={t("signIn.password")}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        error={fieldError(problem, "password")}
      />
      {problem && !problem.fields.length && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button submit busy={busy}>{t("settings.changeEmail")}</Button>
        <span class="faint" role="status">{changed ? t("settings.emailChanged") : ""}</span>
      </div>
    </form>
  );
}

/** A new password. It ends all sessions: this page signs in again by itself. */
export function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const email = user.value?.email ?? "";
    const [, failure] = await attempt(ChangePasswordDocument, { currentPassword: current, newPassword: next });
    if (!failure) {
      await signIn(email, next).catch(() => undefined);
      setCurrent("");
      setNext("");
    }
    setProblem(failure);
    setChanged(!failure);
    setBusy(false);
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="settings-password">
      <h2 id="settings-password">{t("settings.password")}</h2>
      <input type="text" class="hidden" autocomplete="username" value={user.value?.email} readOnly tabIndex={-1} aria-hidden="true" />
      <Field
        label={t("settings.currentPassword")}
        type="password"
        autocomplete="current-password"
        value={current}
        onValue={setCurrent}
        error={fieldError(problem, "currentPassword")}
      />
      <Field
        label={t("settings.newPassword")}
        type="password"
        autocomplete="new-password"
        hint={t("signIn.passwordHint")}
        value={next}
        onValue={setNext}
        error={fieldError(problem, "newPassword") ?? fieldError(problem, "password")}
      />
      {problem && !problem.fields.length && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button submit busy={busy}>{t("settings.changePassword")}</Button>
        <span class="faint" role="status">{changed ? t("settings.passwordChanged") : ""}</span>
      </div>
    </form>
  );
}
