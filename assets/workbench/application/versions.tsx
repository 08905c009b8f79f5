import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { RestoreDocumentDocument } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Badge, type Tone } from "../components/small.tsx";
import { showToast } from "../components/toast.tsx";
import { dateTime, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { writerName } from "../parts/writers.tsx";
import { setQuery } from "../router.ts";
import type { FullApplication, FullDocument } from "./tabs.ts";

const TONES: Record<string, Tone> = { PASS: "good", WARN: "warn", BLOCK: "bad" };

interface Props {
  application: FullApplication;
  document: FullDocument;
  refresh: () => void;
}

/** Every version of a document: who wrote it, when, and what the checks say of it. */
export function Versions({ application, document, refresh }: Props) {
  const [busy, setBusy] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const restore = async (version: number) => {
    setBusy(version);
    const names = { applicationId: application.id, documentType: document.documentType };
    const [, failure] = await attempt(RestoreDocumentDocument, { ...names, version });
    setBusy(null);
    setProblem(failure);
    if (!failure) showToast(t("versions.restored", { n: version }));
    refresh();
  };
  return (
    <div class="versions">
      <ProblemNotice problem={problem} />
      <ol>
        {document.versions.map(({ version, author, writer, verdict, createdAt }) => {
          const isCurrent = version === document.version;
          return (
            <li key={version}>
              <span class="version-number">{t("document.version", { n: version })}</span>
              <span>{author === "USER" ? t("versions.you") : writerName({ name: writer ?? "", model: null })}</span>
              <time class="faint" dateTime={createdAt}>{dateTime(createdAt)}</time>
              {verdict && <Badge tone={TONES[verdict] ?? "plain"}>{t(`verdict.${verdict}`)}</Badge>}
              <span class="row">
                {isCurrent ? (
                  <span class="faint">{t("versions.current")}</span>
                ) : (
                  <>
                    <Button kind="quiet" onClick={() => setQuery({ show: `changes,${version}` }, true)}>{t("versions.compare")}</Button>
                    <Button busy={busy === version} onClick={() => void restore(version)}>{t("versions.restore")}</Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
