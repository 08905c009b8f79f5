import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../api/errors.ts";
import { user } from "../api/session.ts";
import { Button } from "../components/button.tsx";
import { TextArea } from "../components/field.tsx";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";
import { dropDraft, readDraft, saveDraft } from "../text/drafts.ts";
import { cut, place, type Span } from "../text/spans.ts";
import type { FullApplication } from "./tabs.ts";

type Value = { kind: "requirement"; index: number; status: "PROVED" | "LISTED" | "MISSING" } | { kind: "injection" };

function spansOf({ jobDescription, match }: FullApplication): Span<Value>[] {
  const requirements = match.requirements.flatMap(({ text, position, status }, index) => {
    const at = place(jobDescription, text, position);
    return at ? [{ ...at, value: { kind: "requirement", index, status } as const }] : [];
  });
  const injections = match.injections.flatMap(({ quote }) => {
    const at = place(jobDescription, quote);
    return at ? [{ ...at, value: { kind: "injection" } as const }] : [];
  });
  return [...injections, ...requirements];
}

interface EditorProps {
  application: FullApplication;
  onSave: (text: string) => Promise<Problem | null>;
  onDone: () => void;
}

function AdEditor({ application, onSave, onDone }: EditorProps) {
  const owner = user.value?.id ?? "";
  const thing = `ad-${application.id}`;
  const [text, setText] = useState(() => readDraft(localStorage, owner, thing)?.text ?? application.jobDescription);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const write = (value: string) => {
    saveDraft(localStorage, owner, thing, { text: value, version: 0, at: Date.now() });
    setText(value);
  };
  const leave = () => {
    dropDraft(localStorage, owner, thing);
    onDone();
  };
  const save = async () => {
    setBusy(true);
    const failure = await onSave(text);
    setBusy(false);
    setProblem(failure);
    if (!failure) leave();
  };
  return (
    <div class="stack">
      <TextArea label={t("start.ad")} rows={20} value={text} onValue={write} error={fieldError(problem, "jobDescription")} />
      {problem && !problem.fields.length && <ProblemNotice problem={problem} onRetry={() => void save()} />}
      <div class="row">
        <Button kind="primary" busy={busy} onClick={() => void save()}>{t("act.save")}</Button>
        <Button kind="quiet" onClick={leave}>{t("act.cancel")}</Button>
      </div>
    </div>
  );
}

interface Props {
  application: FullApplication;
  chosen: number | null;
  onChoose: (index: number) => void;
  onSave: (text: string) => Promise<Problem | null>;
}

/** The ad with each requirement marked by how the resume stands to it. */
export function AdView({ application, chosen, onChoose, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) view.current?.querySelector(`[data-requirement="${chosen}"]`)?.scrollIntoView({ block: "center" });
  }, [chosen]);
  if (editing) return <AdEditor application={application} onSave={onSave} onDone={() => setEditing(false)} />;
  return (
    <div class="ad">
      {application.match.injections.length > 0 && (
        <Notice tone="warn"><strong>{t("injection.title")}</strong><p>{t("injection.text")}</p></Notice>
      )}
      <div class="ad-tools"><Button kind="quiet" onClick={() => setEditing(true)}>{t("application.editAd")}</Button></div>
      <div class="ad-text" ref={view}>
        {cut(application.jobDescription, spansOf(application)).map(({ text, value }) => {
          if (!value) return text;
          if (value.kind === "injection") return <s class="injection">{text}</s>;
          const label = `${t(`requirements.${value.status}`)}: ${text}`;
          return (
            <button
              type="button"
              class={`requirement-mark ${value.status.toLowerCase()}`}
              data-requirement={value.index}
              aria-pressed={value.index === chosen}
              aria-label={label}
              onClick={() => onChoose(value.index)}
            >
              {text}
            </button>
          );
        })}
      </div>
    </div>
  );
}
