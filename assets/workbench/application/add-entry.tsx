import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { AddContactDocument, AddInterviewDocument, AddNoteDocument, AddReminderDocument } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Select } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { EntryFields, type EntryKind, type EntryValues, isComplete } from "./entry-fields.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const KINDS: readonly EntryKind[] = ["note", "reminder", "interview", "contact"];
const empty: EntryValues = { text: "", at: "", place: "", email: "", phone: "" };

function send(kind: EntryKind, applicationId: string, { text, at, place, email, phone }: EntryValues) {
  const when = at ? new Date(at).toISOString() : "";
  switch (kind) {
    case "note":
      return attempt(AddNoteDocument, { applicationId, text });
    case "reminder":
      return attempt(AddReminderDocument, { applicationId, text, dueAt: when });
    case "interview": {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return attempt(AddInterviewDocument, { applicationId, kind: text, at: when, timeZone, place: place || null });
    }
    case "contact":
      return attempt(AddContactDocument, { applicationId, name: text, email: email || null, phone: phone || null });
  }
}

/** A form for something to be noted: a note, a reminder, an interview, a contact. */
export function AddEntry({ applicationId, onAdded }: { applicationId: string; onAdded: () => void }) {
  const [kind, setKind] = useState<EntryKind>("note");
  const [values, setValues] = useState(empty);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isReady = isComplete(kind, values);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const [, failure] = await send(kind, applicationId, values);
    setProblem(failure);
    if (failure) return;
    setValues(empty);
    onAdded();
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
