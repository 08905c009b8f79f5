// What the user notes of an application: each kind has a mutation of its own.
import { attempt } from "./client.ts";
import type { Problem } from "./errors.ts";
import {
  AddContactDocument, AddInterviewDocument, AddNoteDocument, AddReminderDocument, type TimelineQuery, UpdateContactDocument,
  UpdateInterviewDocument, UpdateNoteDocument, UpdateReminderDocument,
} from "./operations.ts";

export type Entry = NonNullable<TimelineQuery["application"]>["timeline"]["edges"][number]["node"];
export type OwnEntry = Extract<Entry, { __typename: "Note" | "Interview" | "Contact" | "Reminder" }>;
export type EntryKind = "note" | "reminder" | "interview" | "contact";
export type EntryValues = Record<"text" | "at" | "place" | "email" | "phone", string>;

const moment = (local: string): string => (local ? new Date(local).toISOString() : "");
const problemOf = async (work: Promise<[unknown, Problem | null]>): Promise<Problem | null> => (await work)[1];

/** Note something of a kind. Return what went wrong. */
export function addEntry(kind: EntryKind, applicationId: string, values: EntryValues): Promise<Problem | null> {
  const { text, at, place, email, phone } = values;
  switch (kind) {
    case "note":
      return problemOf(attempt(AddNoteDocument, { applicationId, text }));
    case "reminder":
      return problemOf(attempt(AddReminderDocument, { applicationId, text, dueAt: moment(at) }));
    case "interview": {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const time = { at: moment(at), timeZone };
      return problemOf(attempt(AddInterviewDocument, { applicationId, kind: text, ...time, place: place || null }));
    }
    case "contact":
      return problemOf(attempt(AddContactDocument, { applicationId, name: text, email: email || null, phone: phone || null }));
  }
}

/** Change what was noted. Return what went wrong. */
export function changeEntry({ __typename, id }: OwnEntry, values: EntryValues): Promise<Problem | null> {
  const { text, at, place, email, phone } = values;
  switch (__typename) {
    case "Note":
      return problemOf(attempt(UpdateNoteDocument, { id, text }));
    case "Reminder":
      return problemOf(attempt(UpdateReminderDocument, { id, text, dueAt: moment(at) }));
    case "Interview":
      return problemOf(attempt(UpdateInterviewDocument, { id, kind: text, at: moment(at), place: place || null }));
    case "Contact":
      return problemOf(attempt(UpdateContactDocument, { id, name: text, email: email || null, phone: phone || null }));
  }
}
