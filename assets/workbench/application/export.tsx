import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Menu } from "../components/menu.tsx";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { copyText, saveText } from "../parts/take-out.ts";
import { findingText } from "./findings.tsx";
import type { FullDocument } from "./tabs.ts";

interface Props {
  document: FullDocument;
  onLook: () => void;
}

const NAMES = { MARKDOWN: "download.markdown" } as const;
type Format = keyof typeof NAMES;

/** A document as a file or on the clipboard. What the resume does not bear out is shown first, and forbids nothing. */
export function DownloadMenu({ document: shown, onLook }: Props) {
  const [asked, setAsked] = useState<Format | null>(null);
  const blocked = shown.review.findings.filter(({ severity }) => severity === "BLOCK");

  const download = (format: Format) => {
    setAsked(null);
    if (format === "MARKDOWN") saveText(shown.content, `${shown.documentType.toLowerCase()}.md`, "text/markdown");
  };
  const choose = (format: Format) => () => (blocked.length ? setAsked(format) : download(format));
  const copy = async () => {
    await copyText(shown.content);
    showToast(t("act.copied"));
  };
  const formats = ["MARKDOWN"] as const;
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
            <Button kind="quiet" onClick={() => download(asked)}>{t("download.anyway")}</Button>
            <Button kind="primary" onClick={() => { setAsked(null); onLook(); }}>{t("download.back")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
