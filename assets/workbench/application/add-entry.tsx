import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { AddContactDocument, AddInterviewDocument, AddNoteDocument, AddReminderDocument } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Field, Select, TextArea } from "../components/field.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const KINDS = ["note", "reminder", "interview", "contact"] as const;
type Kind = (typeof KINDS)[number];

const empty = { text: "", at: "", place: "", email: "", phone: "" };

function send(kind: Kind, applicationId: string, { text, at, place, email, phone }: typeof empty) {
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
  const [kind, setKind] = useState<Kind>("note");
  const [values, setValues] = useState(empty);
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (name: keyof typeof empty) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const isDated = kind === "reminder" || kind === "interview";
  const isReady = values.text.trim() && (!isDated || values.at);
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
        onValue={(value) => setKind(value as Kind)}
        options={KINDS.map((one) => [one, t(`timeline.${one}`)])}
      />
      {isDated && <Field label={t("timeline.when")} type="datetime-local" value={values.at} onValue={set("at")} />}
      {kind === "note" ? (
        <TextArea label={t("timeline.text")} rows={2} value={values.text} onValue={set("text")} />
      ) : (
        <Field label={t(kind === "contact" ? "signIn.name" : "timeline.text")} value={values.text} onValue={set("text")} />
      )}
      {kind === "interview" && <Field label={t("application.location")} value={values.place} onValue={set("place")} />}
      {kind === "contact" && <Field label={t("signIn.email")} type="email" value={values.email} onValue={set("email")} />}
      {kind === "contact" && <Field label={t("timeline.phone")} value={values.phone} onValue={set("phone")} />}
      <Button submit aria-disabled={!isReady}>{t("timeline.add")}</Button>
      <ProblemNotice problem={problem} />
    </form>
  );
}
