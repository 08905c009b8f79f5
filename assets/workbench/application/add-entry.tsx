import { useState } from "preact/hooks";
import type { EntryKind, EntryValues } from "../api/entries.ts";
import type { Problem } from "../api/errors.ts";
import { Button } from "../components/button.tsx";
import { Select } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { EntryFields, isComplete } from "./entry-fields.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const KINDS: readonly EntryKind[] = ["note", "reminder", "interview", "contact"];
const empty: EntryValues = { text: "", at: "", place: "", email: "", phone: "" };

/** A form for something to be noted: a note, a reminder, an interview, a contact. */
export function AddEntry({ onAdd }: { onAdd: (kind: EntryKind, values: EntryValues) => Promise<Problem | null> }) {
  const [kind, setKind] = useState<EntryKind>("note");
  const [values, setValues] = useState(empty);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isReady = isComplete(kind, values);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const failure = await onAdd(kind, values);
    setProblem(failure);
    if (!failure) setValues(empty);
  };
  return (
    <form class="add-entry" onSubmit={submit} noValidate aria-label={t("timeline.add")}>
      <Select
        label={t("timeline.kind")}
        value={kind}
        onValue={(value) => setKind(value as EntryKind)}
        options={KINDS.map((one) => [one, t(`timeline.${one}`)])}
      />
      <EntryFields kind={kind} values={values} onValues={setValues} />
      <Button submit aria-disabled={!isReady}>{t("timeline.add")}</Button>
      <ProblemNotice problem={problem} />
    </form>
  );
}
