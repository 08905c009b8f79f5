import { useState } from "preact/hooks";
import { ask, attempt } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { DeleteAccountDocument, ExportApplicationsDocument } from "../api/operations.ts";
import { exportAccount } from "../api/files.ts";
import { forgetUser } from "../api/session.ts";
import { saveBlob, saveFile } from "../parts/take-out.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";

function EraseDialog({ onClose, onExport }: { onClose: () => void; onExport: () => void }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const [, failure] = await attempt(DeleteAccountDocument, { password });
    setProblem(failure);
    if (!failure) forgetUser();
  };
  return (
    <Dialog title={t("settings.erase")} onClose={onClose}>
      <form class="stack" onSubmit={submit} noValidate>
        <p>{t("settings.eraseText")}</p>
        <Button onClick={onExport}>{t("settings.export")}</Button>
        <Field
          label={t("signIn.password")}
          type="password"
          autocomplete="current-password"
          value={password}
          onValue={setPassword}
          error={fieldError(problem, "password")}
        />
        {problem && !problem.fields.length && <ProblemNotice problem={problem} />}
        <div class="dialog-actions">
          <Button kind="quiet" onClick={onClose}>{t("act.cancel")}</Button>
          <Button kind="danger" submit>{t("settings.eraseConfirm")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Everything the server has of the user: to take along, or to erase. */
export function DataSection() {
  const [erasing, setErasing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const download = async (isTable: boolean) => {
    setBusy(true);
    try {
      if (isTable) {
        const { url, filename } = (await ask(ExportApplicationsDocument, {})).exportApplications;
        saveFile(url, filename);
      } else {
        saveBlob(await exportAccount(), "jobforge.json");
      }
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setBusy(false);
  };
  return (
    <section class="card stack" aria-labelledby="settings-data">
      <h2 id="settings-data">{t("settings.data")}</h2>
      <p class="faint">{t("settings.exportText")}</p>
      <ProblemNotice problem={problem} />
      <div class="row">
        <Button busy={busy} onClick={() => void download(false)}>{t("settings.export")}</Button>
        <Button onClick={() => void download(true)}>{t("settings.exportTable")}</Button>
        <Button kind="danger" onClick={() => setErasing(true)}>{t("settings.erase")}</Button>
      </div>
      {erasing && <EraseDialog onClose={() => setErasing(false)} onExport={() => void download(false)} />}
    </section>
  );
}
