import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import {
  AccessDocument, type AccessQuery, CreateAccessTokenDocument, ResetCalendarUrlDocument, RevokeAccessTokenDocument,
  RevokePageSessionDocument, type TokenScope,
} from "../api/operations.ts";
import { signOutEverywhere } from "../api/session.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { Notice } from "../components/small.tsx";
import { ago, dateTime, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const SCOPES: readonly TokenScope[] = ["READ", "WRITE", "RUN"];

type Run = (work: () => Promise<readonly [unknown, Problem | null]>) => Promise<void>;

function EverywhereDialog({ onClose }: { onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const confirm = async () => {
    setBusy(true);
    await signOutEverywhere().catch((thrown) => {
      setProblem(asProblem(thrown));
      setBusy(false);
    });
  };
  return (
    <Dialog title={t("settings.everywhere")} onClose={onClose}>
      <p>{t("settings.everywhereText")}</p>
      <ProblemNotice problem={problem} />
      <div class="dialog-actions">
        <Button kind="quiet" onClick={onClose}>{t("act.cancel")}</Button>
        <Button kind="danger" busy={busy} onClick={() => void confirm()}>{t("settings.everywhereConfirm")}</Button>
      </div>
    </Dialog>
  );
}

function Sessions({ sessions, run }: { sessions: AccessQuery["pageSessions"]; run: Run }) {
  const [asking, setAsking] = useState(false);
  return (
    <section class="card stack" aria-labelledby="settings-sessions">
      <h2 id="settings-sessions">{t("settings.sessions")}</h2>
      <ul class="plain-rows">
        {sessions.map(({ id, agent, current, lastUsedAt }) => (
          <li key={id}>
            <span>{agent || "—"}<span class="hint">{current ? t("settings.thisSession") : t("settings.used", { when: ago(lastUsedAt) })}</span></span>
            {!current && <Button onClick={() => void run(() => attempt(RevokePageSessionDocument, { id }))}>{t("act.signOut")}</Button>}
          </li>
        ))}
      </ul>
      <div class="row"><Button kind="danger" onClick={() => setAsking(true)}>{t("settings.everywhere")}</Button></div>
      {asking && <EverywhereDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function Tokens({ tokens, run }: { tokens: AccessQuery["accessTokens"]; run: Run }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly TokenScope[]>(["READ"]);
  const [secret, setSecret] = useState<string | null>(null);
  const toggle = (scope: TokenScope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  const create = (event: Event) => {
    event.preventDefault();
    if (!name.trim() || !scopes.length) return;
    void run(async () => {
      const [made, problem] = await attempt(CreateAccessTokenDocument, { name, scopes: [...scopes] });
      if (!made) return [null, problem];
      setSecret(made.createAccessToken.secret);
      setName("");
      return [made, null];
    });
  };
  return (
    <section class="card stack" aria-labelledby="settings-tokens">
      <h2 id="settings-tokens">{t("settings.tokens")}</h2>
      <p class="faint">{t("settings.tokensText")}</p>
      <ul class="plain-rows">
        {tokens.map((token) => (
          <li key={token.id}>
            <span>
              {token.name}
              <span class="hint">
                {token.scopes.map((scope) => t(`scope.${scope}`)).join(", ")} ·{" "}
                {token.lastUsedAt ? t("settings.used", { when: ago(token.lastUsedAt) }) : dateTime(token.createdAt)}
              </span>
            </span>
            <Button onClick={() => void run(() => attempt(RevokeAccessTokenDocument, { id: token.id }))}>{t("settings.revoke")}</Button>
          </li>
        ))}
      </ul>
      {secret && <Notice tone="good">{t("settings.secretOnce")}<code class="request-id">{secret}</code></Notice>}
      <form class="stack" onSubmit={create} noValidate>
        <Field label={t("settings.tokenName")} value={name} onValue={setName} />
        <fieldset class="row">
          <legend class="hidden">{t("settings.tokenScopes")}</legend>
          {SCOPES.map((scope) => (
            <label class="check"><input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />{t(`scope.${scope}`)}</label>
          ))}
        </fieldset>
        <div class="row"><Button submit>{t("settings.createToken")}</Button></div>
      </form>
    </section>
  );
}

/** Who and what can get in: browsers, tokens, the calendar's address. */
export function AccessSections() {
  const { data, refresh } = useQuery(AccessDocument, {});
  const [problem, setProblem] = useState<Problem | null>(null);
  const run: Run = async (work) => {
    const [, failure] = await work();
    setProblem(failure);
    refresh();
  };
  if (!data) return null;
  return (
    <>
      <ProblemNotice problem={problem} />
      <Sessions sessions={data.pageSessions} run={run} />
      <Tokens tokens={data.accessTokens} run={run} />
      <section class="card stack" aria-labelledby="settings-calendar">
        <h2 id="settings-calendar">{t("settings.calendar")}</h2>
        <p class="faint">{t("settings.calendarText")}</p>
        <code class="request-id">{new URL(data.calendarUrl, location.href).href}</code>
        <div class="row"><Button onClick={() => void run(() => attempt(ResetCalendarUrlDocument, {}))}>{t("settings.calendarReset")}</Button></div>
      </section>
    </>
  );
}
