import { useState } from "preact/hooks";
import type { Entry, EntryKind, EntryValues, OwnEntry } from "../api/entries.ts";
import type { Problem } from "../api/errors.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { EntryFields, isComplete } from "./entry-fields.tsx";

const KINDS: Record<OwnEntry["__typename"], EntryKind> = {
  Note: "note", Interview: "interview", Contact: "contact", Reminder: "reminder",
};
export const isOwn = (entry: Entry): entry is OwnEntry => entry.__typename in KINDS;

/** Return a moment as a field for local time wants it. */
function localTime(moment: string): string {
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function valuesOf(entry: OwnEntry): EntryValues {
  const none = { text: "", at: "", place: "", email: "", phone: "" };
  switch (entry.__typename) {
    case "Note":
      return { ...none, text: entry.text };
    case "Reminder":
      return { ...none, text: entry.text, at: localTime(entry.dueAt) };
    case "Interview":
      return { ...none, text: entry.kind, at: localTime(entry.at), place: entry.place ?? "" };
    case "Contact":
      return { ...none, text: entry.name, email: entry.email ?? "", phone: entry.phone ?? "" };
  }
}

interface Props {
  entry: OwnEntry;
  onSave: (values: EntryValues) => Promise<Problem | null>;
  onClose: () => void;
}

/** A dialog to change something that the user noted; it closes when that is saved. */
export function EditEntry({ entry, onSave, onClose }: Props) {
  const [values, setValues] = useState(() => valuesOf(entry));
  const [problem, setProblem] = useState<Problem | null>(null);
  const kind = KINDS[entry.__typename];
  const isReady = isComplete(kind, values);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const failure = await onSave(values);
    setProblem(failure);
    if (!failure) onClose();
  };
  return (
    <Dialog title={t("timeline.editTitle")} onClose={onClose}>
      <form class="stack" onSubmit={submit} noValidate>
        <EntryFields kind={kind} values={values} onValues={setValues} />
        <ProblemNotice problem={problem} />
        <div class="dialog-actions">
          <Button kind="quiet" onClick={onClose}>{t("act.cancel")}</Button>
          <Button kind="primary" submit aria-disabled={!isReady}>{t("act.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
