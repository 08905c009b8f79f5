import { useRef, useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { t, tOr } from "../locales/i18n.ts";
import type { Finding, Provenance } from "./tabs.ts";

const MARKS = { BLOCK: "✕", WARN: "△", INFO: "○" } as const;

/** Return what a finding says, in the page's language where its code is known, with the resume's own line. */
export function findingText({ code, message, values }: Finding): string {
  const text = tOr(`finding.${code}`, message);
  const source = values.find(({ name }) => name === "source")?.value;
  return source && text !== message ? `${text} ${tOr("finding.source", "", { source })}` : text;
}

/** The line of the resume that comes nearest to what was said. */
function NearestDialog({ finding, provenance, resumeId, onClose }: {
  finding: Finding;
  provenance: readonly Provenance[];
  resumeId: string | null;
  onClose: () => void;
}) {
  const origin = provenance.find(({ line }) => line === finding.line);
  const line = origin?.evidenceLines[0];
  return (
    <Dialog title={t("findings.nearest")} onClose={onClose}>
      <p><q>{finding.quote}</q></p>
      {origin?.evidence.length ? (
        origin.evidence.map((quote) => <blockquote>{quote}</blockquote>)
      ) : (
        <p>{t("findings.nowhere")}</p>
      )}
      <div class="dialog-actions">
        {resumeId && (
          <a class="button quiet" href={`${basePath}/resumes/${resumeId}${line ? `?line=${line}` : ""}`}>
            {line ? t("requirements.openLine", { n: line }) : t("requirements.openResume")}
          </a>
        )}
        <Button kind="primary" onClick={onClose}>{t("act.close")}</Button>
      </div>
    </Dialog>
  );
}

interface Props {
  findings: readonly Finding[];
  provenance: readonly Provenance[];
  resumeId: string | null;
  chosen?: number | null;
  onChoose: (index: number) => void;
  onTakeOut: (index: number) => void;
}

/** What to look at in a document, beside it. */
export function Findings({ findings, provenance, resumeId, chosen = null, onChoose, onTakeOut }: Props) {
  const [shown, setShown] = useState<Finding | null>(null);
  const view = useRef<HTMLElement>(null);
  return (
    <section class="findings" role="region" aria-labelledby="findings-title" ref={view}>
      <h2 id="findings-title">
        {t("findings.title")}
        {findings.length > 0 && <kbd aria-hidden="true">F8</kbd>}
      </h2>
      {findings.length ? (
        <p class="small faint">{t("findings.count", { n: findings.length })}</p>
      ) : (
        <p class="small faint"><span class="good" aria-hidden="true">✓ </span>{t("findings.none")}</p>
      )}
      <ol>
        {findings.map((finding, index) => (
          <li class={`finding ${finding.severity.toLowerCase()}`} key={`${finding.code} ${finding.line} ${finding.quote}`}>
            <button type="button" class="finding-text" aria-current={index === chosen} onClick={() => onChoose(index)}>
              <span class="finding-head">
                <span class="mark" aria-hidden="true">{MARKS[finding.severity]}</span>
                {t(`severity.${finding.severity}`)} <span class="faint">· {t("findings.line", { n: finding.line })}</span>
              </span>
              <q>{finding.quote}</q>
              <span>{findingText(finding)}</span>
            </button>
            <div class="row">
              <Button kind="quiet" onClick={() => setShown(finding)}>{t("findings.show")}</Button>
              <Button kind="quiet" onClick={() => onTakeOut(index)}>{t("findings.takeOut")}</Button>
            </div>
          </li>
        ))}
      </ol>
      {findings.length > 0 && (
        <button type="button" class="findings-bar" onClick={() => view.current?.querySelector<HTMLElement>(".finding-text")?.focus()}>
          △ {t("findings.count", { n: findings.length })}
        </button>
      )}
      {shown && <NearestDialog finding={shown} provenance={provenance} resumeId={resumeId} onClose={() => setShown(null)} />}
    </section>
  );
}
