import { useState } from "preact/hooks";
import { ask } from "../api/client.ts";
import { asProblem } from "../api/errors.ts";
import { ExportDocumentDocument, type ExportFormat } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Menu } from "../components/menu.tsx";
import { showToast } from "../components/toast.tsx";
import { listing, t } from "../locales/i18n.ts";
import { problemText } from "../parts/problem-notice.tsx";
import { copyText, saveFile } from "../parts/take-out.ts";
import { findingText } from "./findings.tsx";
import type { FullDocument } from "./tabs.ts";

interface Props {
  applicationId: string;
  document: FullDocument;
  onLook: () => void;
}

const NAMES = { PDF: "download.pdf", DOCX: "download.word", MARKDOWN: "download.markdown" } as const;

/** A document as a file or on the clipboard. What the resume does not bear out is shown first, and forbids nothing. */
export function DownloadMenu({ applicationId, document: shown, onLook }: Props) {
  const [asked, setAsked] = useState<ExportFormat | null>(null);
  const blocked = shown.review.findings.filter(({ severity }) => severity === "BLOCK");

  const download = async (format: ExportFormat) => {
    setAsked(null);
    const paper = ["en-US", "en-CA", "es-MX"].includes(navigator.language) ? ("LETTER" as const) : ("A4" as const);
    try {
      const answer = await ask(ExportDocumentDocument, { applicationId, documentType: shown.documentType, format, paper });
      const file = answer.document?.export;
      if (!file) return;
      saveFile(file.url, file.filename);
      if (file.warnings.length) showToast(t("download.glyphs", { list: listing(file.warnings) }));
    } catch (thrown) {
      const again = { name: t("act.retry"), act: () => void download(format) };
      showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
    }
  };
  const choose = (format: ExportFormat) => () => (blocked.length ? setAsked(format) : void download(format));
  const copy = async () => {
    await copyText(shown.content);
    showToast(t("act.copied"));
  };
  const formats = ["PDF", "DOCX", "MARKDOWN"] as const;
  return (
    <>
      <Menu
        name={t("document.download")}
        items={[
          ...formats.map((format) => ({ name: t(NAMES[format]), act: choose(format) })),
          { name: t("act.copy"), act: () => void copy() },
          { name: t("download.print"), act: () => window.print() },
        ]}
      />
      {asked && (
        <Dialog title={t("download.blockTitle")} onClose={() => setAsked(null)}>
          <p>{t("download.blockText")}</p>
          <ul>
            {blocked.map((finding) => (
              <li><q>{finding.quote}</q> <span class="small">{findingText(finding)}</span></li>
            ))}
          </ul>
          <div class="dialog-actions">
            <Button kind="quiet" onClick={() => void download(asked)}>{t("download.anyway")}</Button>
            <Button kind="primary" onClick={() => { setAsked(null); onLook(); }}>{t("download.back")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
