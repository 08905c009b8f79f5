import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { act, ask } from "../api/client.ts";
import { asProblem } from "../api/errors.ts";
import { type Phase, ReviewDocument, UpdateDocumentDocument } from "../api/operations.ts";
import type { SaveFailure, Saved } from "../editor/autosave.ts";
import { Editor } from "../editor/editor.tsx";
import { replaceRange, selectRange } from "../editor/insert.ts";
import { SaveStatus } from "../editor/save-status.tsx";
import { useAutosave } from "../editor/use-autosave.ts";
import { useShortcuts } from "../components/shortcuts.ts";
import { t } from "../locales/i18n.ts";
import { fieldText, problemText } from "../parts/problem-notice.tsx";
import { marksOf, moveMarks, offsetsOf, sentenceAround } from "../text/highlight.ts";
import { Conflict, DraftOffer } from "./conflict.tsx";
import { Findings } from "./findings.tsx";
import type { FullApplication, FullDocument } from "./tabs.ts";

interface Props {
  application: FullApplication;
  phase: Phase;
  document: FullDocument;
  wanted: { finding: number; serial: number; takeOut: boolean } | null;
  refresh: () => void;
}

/** Return what a failed save means for the text. */
export function failureOf(thrown: unknown): SaveFailure {
  const problem = asProblem(thrown);
  if (problem.code === "VERSION_CONFLICT") return { kind: "conflict", version: problem.currentVersion };
  if (problem.isTemporary || problem.code === "AUTHENTICATION_ERROR") return { kind: "lost" };
  return { kind: "refused", message: problem.fields[0] ? fieldText(problem.fields[0]) : problemText(problem) };
}

/** A document's text, with what to look at marked in it while it is typed. */
export function DocumentEditor({ application, phase, document, wanted, refresh }: Props) {
  const { id: applicationId } = application;
  const { documentType } = document;
  const area = useRef<HTMLTextAreaElement>(null);
  const [reviewed, setReviewed] = useState({ text: document.content, review: document.review });
  const [chosen, setChosen] = useState<number | null>(null);

  const save = async (content: string, expectedVersion: number, leaving: boolean): Promise<Saved | SaveFailure> => {
    const variables = { applicationId, documentType, content, expectedVersion, amend: true };
    try {
      const { updateDocument } = await act(UpdateDocumentDocument, variables, leaving);
      return { version: updateDocument.version, at: Date.now() };
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind === "conflict") refresh();
      return failure;
    }
  };
  const review = async (content: string) => {
    const answer = await ask(ReviewDocument, { applicationId, documentType, content }).catch(() => null);
    if (answer?.review) setReviewed({ text: content, review: answer.review });
  };
  const editing = useAutosave({
    thing: document.id,
    text: document.content,
    version: document.version,
    savedAt: Date.parse(document.updatedAt),
    save,
    review,
  });
  const { text, state } = editing;

  const marks = useMemo(
    () => moveMarks(marksOf(reviewed.text, reviewed.review.findings), reviewed.text, text),
    [reviewed, text],
  );
  const findings = reviewed.review.findings.map((finding, id) => ({ ...finding, line: marks.find((mark) => mark.id === id)?.line ?? finding.line }));

  const choose = (id: number) => {
    setChosen(id);
    const mark = marks.find((candidate) => candidate.id === id);
    if (!area.current || !mark) return;
    const place = area.current.parentElement?.querySelector(`[data-finding="${id}"]`) ?? null;
    selectRange(area.current, ...offsetsOf(text, mark), place);
  };
  const takeOut = (id: number) => {
    const mark = marks.find((candidate) => candidate.id === id);
    if (area.current && mark) replaceRange(area.current, ...sentenceAround(text, ...offsetsOf(text, mark)), "");
  };
  const step = (by: number) => () => {
    if (!marks.length) return;
    const at = marks.findIndex(({ id }) => id === chosen);
    const next = marks[(at < 0 && by < 0 ? marks.length - 1 : at + by + marks.length) % marks.length];
    if (next) choose(next.id);
  };
  useShortcuts({ f8: step(1), "shift+f8": step(-1) });

  useEffect(() => {
    if (!wanted) area.current?.focus({ preventScroll: true });
    else if (wanted.takeOut) takeOut(wanted.finding);
    else choose(wanted.finding);
  }, [wanted?.serial]);

  return (
    <>
      {editing.draft && <DraftOffer draft={editing.draft} current={text} onUse={(draft) => editing.type(draft)} onDrop={editing.dropDraft} />}
      {state.kind === "conflict" && (
        <Conflict
          applicationId={applicationId}
          documentType={documentType}
          mine={text}
          onSettled={(next, version) => {
            editing.replace(next, version, next);
            refresh();
          }}
        />
      )}
      <div class="with-findings">
        <Editor
          name={t(`phase.${phase}`)}
          value={text}
          onValue={editing.type}
          onBlur={editing.saveNow}
          marks={marks}
          chosen={chosen}
          description={t("findings.described", { n: marks.length })}
          area={area}
        />
        <Findings
          findings={findings}
          provenance={reviewed.review.provenance}
          resumeId={application.match.resume?.id ?? null}
          chosen={chosen}
          onChoose={choose}
          onTakeOut={takeOut}
        />
      </div>
      <p class="document-foot stuck small">
        <SaveStatus state={state} /> <span class="faint">· {t("document.version", { n: editing.autosave.version })}</span>
      </p>
    </>
  );
}
