import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { FileDrop } from "../components/file-drop.tsx";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import { importCsv, type Refusal } from "../parts/csv-import.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { type CsvRow, decodeCsv, readCsv } from "../text/csv.ts";

const SHOWN_ROWS = 8;

function Preview({ rows }: { rows: readonly CsvRow[] }) {
  return (
    <>
      <p role="status">{t("csv.count", { n: rows.length })}</p>
      <ul class="plain-rows">
        {rows.slice(0, SHOWN_ROWS).map(({ line, values }) => (
          <li key={line}>
            <span>{values.role_title} · {values.company_name}</span>
            {values.stage && <span class="pill">{values.stage}</span>}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN_ROWS && <p class="faint small">{t("csv.more", { n: rows.length - SHOWN_ROWS })}</p>}
    </>
  );
}

function Refused({ problem, lines }: Refusal) {
  if (!lines.length) return <ProblemNotice problem={problem} />;
  return (
    <Notice>
      {t("csv.refused")}
      <ul>
        {lines.map(({ line, message }) => (
          <li key={`${line} ${message}`}>{line !== null && `${t("resumes.warningLine", { n: line })}: `}{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Applications from a CSV file: what will be made is shown first, then what the server refuses, by line. */
export function CsvImport({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<{ text: string; rows: readonly CsvRow[] } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (chosen: File) => {
    const text = decodeCsv(await chosen.arrayBuffer());
    setRefusal(null);
    setFile({ text, rows: readCsv(text) });
  };
  const submit = async () => {
    if (!file) return;
    setBusy(true);
    const refused = await importCsv(file.text, file.rows);
    setBusy(false);
    setRefusal(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog title={t("csv.title")} onClose={onClose} size="large">
      <FileDrop name={t("csv.file")} button={t("start.chooseFile")} hint={t("csv.hint")} accept=".csv,text/csv" onFile={(chosen) => void read(chosen)}>
        <p class="faint">{t("csv.text")}</p>
      </FileDrop>
      {file && <Preview rows={file.rows} />}
      {refusal && <Refused {...refusal} />}
      <div class="dialog-actions">
        <Button kind="quiet" onClick={onClose}>{t("act.cancel")}</Button>
        {file && file.rows.length > 0 && (
          <Button kind="primary" busy={busy} onClick={() => void submit()}>{t("csv.import", { n: file.rows.length })}</Button>
        )}
      </div>
    </Dialog>
  );
}
