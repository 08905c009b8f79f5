import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import {
  type TimelineQuery, UpdateContactDocument, UpdateInterviewDocument, UpdateNoteDocument, UpdateReminderDocument,
} from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { EntryFields, type EntryKind, type EntryValues, isComplete } from "./entry-fields.tsx";

export type Entry = NonNullable<TimelineQuery["application"]>["timeline"]["edges"][number]["node"];
export type OwnEntry = Extract<Entry, { __typename: "Note" | "Interview" | "Contact" | "Reminder" }>;

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

function send({ __typename, id }: OwnEntry, { text, at, place, email, phone }: EntryValues) {
  const when = at ? new Date(at).toISOString() : "";
  switch (__typename) {
    case "Note":
      return attempt(UpdateNoteDocument, { id, text });
    case "Reminder":
      return attempt(UpdateReminderDocument, { id, text, dueAt: when });
    case "Interview":
      return attempt(UpdateInterviewDocument, { id, kind: text, at: when, place: place || null });
    case "Contact":
      return attempt(UpdateContactDocument, { id, name: text, email: email || null, phone: phone || null });
  }
}

/** A dialog to change something that the user noted. */
export function EditEntry({ entry, onClose }: { entry: OwnEntry; onClose: (isSaved: boolean) => void }) {
  const [values, setValues] = useState(() => valuesOf(entry));
  const [problem, setProblem] = useState<Problem | null>(null);
  const kind = KINDS[entry.__typename];
  const isReady = isComplete(kind, values);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const [, failure] = await send(entry, values);
    setProblem(failure);
    if (!failure) onClose(true);
  };
  return (
    <Dialog title={t("timeline.editTitle")} onClose={() => onClose(false)}>
      <form class="stack" onSubmit={submit} noValidate>
        <EntryFields kind={kind} values={values} onValues={setValues} />
        <ProblemNotice problem={problem} />
        <div class="dialog-actions">
          <Button kind="quiet" onClick={() => onClose(false)}>{t("act.cancel")}</Button>
          <Button kind="primary" submit aria-disabled={!isReady}>{t("act.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
