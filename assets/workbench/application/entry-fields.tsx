import type { EntryKind, EntryValues } from "../api/entries.ts";
import { Field, TextArea } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";

const isDated = (kind: EntryKind) => kind === "reminder" || kind === "interview";

/** Return whether an entry has all that it needs to be saved. */
export const isComplete = (kind: EntryKind, values: EntryValues): boolean =>
  Boolean(values.text.trim() && (!isDated(kind) || values.at));

interface Props {
  kind: EntryKind;
  values: EntryValues;
  onValues: (values: EntryValues) => void;
}

/** The fields of a note, a reminder, an interview or a contact. */
export function EntryFields({ kind, values, onValues }: Props) {
  const set = (name: keyof EntryValues) => (value: string) => onValues({ ...values, [name]: value });
  return (
    <>
      {isDated(kind) && <Field label={t("timeline.when")} type="datetime-local" value={values.at} onValue={set("at")} />}
      {kind === "note" ? (
        <TextArea label={t("timeline.text")} rows={2} value={values.text} onValue={set("text")} />
      ) : (
        <Field label={t(kind === "contact" ? "signIn.name" : "timeline.text")} value={values.text} onValue={set("text")} />
      )}
      {kind === "interview" && <Field label={t("application.location")} value={values.place} onValue={set("place")} />}
      {kind === "contact" && <Field label={t("signIn.email")} type="email" value={values.email} onValue={set("email")} />}
      {kind === "contact" && <Field label={t("timeline.phone")} value={values.phone} onValue={set("phone")} />}
    </>
  );
}
