import { useEffect, useState } from "preact/hooks";
import { act, ask } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { CurrentDocumentDocument, type DocumentType, RestoreDocumentDocument, UpdateDocumentDocument } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Notice } from "../components/small.tsx";
import { clock, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import type { Draft } from "../text/drafts.ts";
import { DiffView } from "./diff-view.tsx";

interface Props {
  applicationId: string;
  documentType: DocumentType;
  mine: string;
  /** The text to go on with, and the version that the server has it as. */
  onSettled: (text: string, version: number) => void;
}

/** Another version came between: both texts, and the two ways out. Nothing is decided by itself. */
export function Conflict({ applicationId, documentType, mine, onSettled }: Props) {
  const [theirs, setTheirs] = useState<{ content: string; version: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"mine" | "theirs" | null>(null);
  const read = async () => {
    const { document } = await ask(CurrentDocumentDocument, { applicationId, documentType });
    if (document) setTheirs({ content: document.content, version: document.version });
    return document;
  };
  useEffect(() => {
    read().catch((thrown) => setProblem(asProblem(thrown)));
  }, []);

  const settle = (way: "mine" | "theirs") => async () => {
    setBusy(way);
    setProblem(null);
    try {
      const newest = await read();
      if (!newest) return;
      const names = { applicationId, documentType };
      // Mine becomes a version in either case, so that nothing is lost.
      const variables = { ...names, content: mine, expectedVersion: newest.version, amend: false };
      const { updateDocument } = await act(UpdateDocumentDocument, variables);
      if (way === "mine") onSettled(mine, updateDocument.version);
      else {
        const { restoreDocument } = await act(RestoreDocumentDocument, { ...names, version: newest.version });
        onSettled(restoreDocument.content, restoreDocument.version);
      }
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setBusy(null);
  };
  return (
    <section class="conflict" aria-label={t("conflict.title")} role="region">
      <Notice
        tone="warn"
        action={
          <>
            <Button busy={busy === "mine"} onClick={settle("mine")}>{t("conflict.mine")}</Button>
            <Button busy={busy === "theirs"} onClick={settle("theirs")}>{t("conflict.theirs")}</Button>
          </>
        }
      >
        <strong>{t("conflict.title")}</strong>
        <p>{t("conflict.text")}</p>
      </Notice>
      <ProblemNotice problem={problem} />
      {theirs && <><h3>{t("conflict.compare")}</h3><DiffView before={theirs.content} after={mine} /></>}
    </section>
  );
}

/** Text of this device that was never saved: offered, not applied. */
export function DraftOffer({ draft, current, onUse, onDrop }: {
  draft: Draft;
  current: string;
  onUse: (text: string) => void;
  onDrop: () => void;
}) {
  const [comparing, setComparing] = useState(false);
  return (
    <Notice
      tone="warn"
      action={
        <>
          <Button kind="primary" onClick={() => onUse(draft.text)}>{t("draft.use")}</Button>
          <Button onClick={() => setComparing(true)}>{t("draft.show")}</Button>
          <Button kind="quiet" onClick={onDrop}>{t("draft.drop")}</Button>
        </>
      }
    >
      {t("draft.title", { time: clock(draft.at) })}
      {comparing && (
        <Dialog title={t("draft.show")} size="large" onClose={() => setComparing(false)}>
          <DiffView before={current} after={draft.text} />
          <div class="dialog-actions"><Button onClick={() => setComparing(false)}>{t("act.close")}</Button></div>
        </Dialog>
      )}
    </Notice>
  );
}
