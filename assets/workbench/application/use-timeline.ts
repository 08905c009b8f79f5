import { act } from "../api/client.ts";
import { addEntry, changeEntry, type Entry, type EntryKind, type EntryValues, type OwnEntry } from "../api/entries.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { DeleteTimelineEntryDocument, TimelineDocument, UpdateReminderDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { showToast } from "../components/toast.tsx";
import { problemText } from "../parts/problem-notice.tsx";

export interface TimelineActs {
  entries: readonly Entry[];
  loading: boolean;
  add: (kind: EntryKind, values: EntryValues) => Promise<Problem | null>;
  change: (entry: OwnEntry, values: EntryValues) => Promise<Problem | null>;
  remove: (entry: OwnEntry) => Promise<void>;
  /** Tick a reminder off. */
  finish: (entry: OwnEntry) => Promise<void>;
}

/** An application's timeline, and what the user does with it; it is asked for again after each act. */
export function useTimeline(applicationId: string): TimelineActs {
  const { data, loading, refresh } = useQuery(TimelineDocument, { id: applicationId });
  const then = async (work: Promise<Problem | null>) => {
    const failure = await work;
    if (!failure) refresh();
    return failure;
  };
  const run = async (work: Promise<unknown>) => {
    await work.catch((thrown) => showToast(problemText(asProblem(thrown)), { kind: "bad" }));
    refresh();
  };
  return {
    entries: data?.application?.timeline.edges.map(({ node }) => node) ?? [],
    loading,
    add: (kind, values) => then(addEntry(kind, applicationId, values)),
    change: (entry, values) => then(changeEntry(entry, values)),
    remove: ({ id }) => run(act(DeleteTimelineEntryDocument, { id })),
    finish: ({ id }) => run(act(UpdateReminderDocument, { id, done: true })),
  };
}
