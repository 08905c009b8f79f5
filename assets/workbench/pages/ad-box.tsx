import { useState } from "preact/hooks";
import { asProblem, type Problem } from "../api/errors.ts";
import { importAd, importAdHtml, type ImportedAd } from "../api/files.ts";
import { TextArea } from "../components/field.tsx";
import { FileDrop } from "../components/file-drop.tsx";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import type { StartForm } from "../text/start-form.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

interface Props {
  form: StartForm;
  change: (changes: Partial<StartForm>) => void;
  fillIn: (company: string | null | undefined, position: string | null | undefined) => void;
  error: string | undefined;
}

const AD_FILES = ".html,.htm,.mhtml,.txt,.md,.pdf,text/html,text/plain,application/pdf";

/** The box that takes the ad: typing, pasting with or without its formatting, a saved page or a PDF. */
export function AdBox({ form, change, fillIn, error }: Props) {
  const [reading, setReading] = useState(false);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = async (load: () => Promise<ImportedAd>) => {
    setReading(true);
    setProblem(null);
    setWarnings([]);
    try {
      const ad = await load();
      change({ ad: ad.job_description, ...(ad.job_url ? { url: ad.job_url } : {}) });
      fillIn(ad.company_name, ad.role_title);
      setWarnings(ad.warnings);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setReading(false);
  };

  /** Rich text over an empty box is read as a page; anything else is pasted as text by the browser. */
  const onPaste = (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData("text/html");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!html || form.ad.trim() || text.length < 200) return;
    event.preventDefault();
    change({ ad: text });
    void take(() => importAdHtml(html)).catch(() => undefined);
  };

  return (
    <section class="card start-box">
      <FileDrop
        name={t("start.adFile")}
        button={t("start.chooseFile")}
        hint="HTML · PDF · TXT"
        accept={AD_FILES}
        onFile={(file) => void take(() => importAd(file))}
      >
        <TextArea
          label={t("start.ad")}
          rows={14}
          placeholder={t("start.adHint")}
          value={form.ad}
          onValue={(ad) => change({ ad })}
          onPaste={onPaste}
          error={error}
        />
      </FileDrop>
      {reading && <p class="small faint" role="status">{t("start.reading")}</p>}
      {warnings.length > 0 && <Notice tone="warn">{warnings.map((warning) => <p>{warning}</p>)}</Notice>}
      <ProblemNotice problem={problem} />
    </section>
  );
}
