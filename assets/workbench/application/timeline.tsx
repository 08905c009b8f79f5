import { useState } from "preact/hooks";
import { act } from "../api/client.ts";
import { asProblem } from "../api/errors.ts";
import { DeleteTimelineEntryDocument, TimelineDocument, UpdateReminderDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Skeleton } from "../components/small.tsx";
import { showToast } from "../components/toast.tsx";
import { dateTime, t } from "../locales/i18n.ts";
import { problemText } from "../parts/problem-notice.tsx";
import { Markdown } from "../text/markdown.tsx";
import { AddEntry } from "./add-entry.tsx";
import { EditEntry, type Entry, isOwn, type OwnEntry } from "./edit-entry.tsx";

const MARKS: Record<Entry["__typename"], string> = {
  StageMove: "→",
  PhaseResult: "✎",
  DocumentsSent: "↗",
  Note: "¶",
  Interview: "◷",
  Contact: "☺",
  Reminder: "!",
};

function EntryText({ entry }: { entry: Entry }) {
  switch (entry.__typename) {
    case "StageMove":
      return <strong>{t(`stage.${entry.to}`)}</strong>;
    case "PhaseResult":
      return <span>{entry.run ? `${t(`phase.${entry.run.phase}`)}: ${t(`run.${entry.run.status}`)}` : t("phase.title")}</span>;
    case "DocumentsSent":
      return <span>{t("timeline.sent", { n: entry.versions.length })}</span>;
    case "Note":
      return <div class="note"><Markdown text={entry.text} /></div>;
    case "Interview":
      return <span><strong>{t("timeline.interview")}: {entry.kind}</strong>{entry.place && ` · ${entry.place}`}{entry.note && <p>{entry.note}</p>}</span>;
    case "Contact":
      return (
        <span>
          <strong>{entry.name}</strong>
          {[entry.role, entry.email, entry.phone].filter(Boolean).map((detail) => ` · ${detail}`)}
        </span>
      );
    case "Reminder":
      return <span class={entry.done ? "done" : ""}><strong>{entry.text}</strong> · {dateTime(entry.dueAt)}</span>;
  }
}

/** What happened with an application and what will: moves, results, notes, interviews, contacts, reminders. */
export function Timeline({ applicationId }: { applicationId: string }) {
  const { data, loading, refresh } = useQuery(TimelineDocument, { id: applicationId });
  const [edited, setEdited] = useState<OwnEntry | null>(null);
  const entries = data?.application?.timeline.edges.map(({ node }) => node) ?? [];
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (thrown) {
      showToast(problemText(asProblem(thrown)), { kind: "bad" });
    }
    refresh();
  };
  return (
    <div class="timeline">
      <AddEntry applicationId={applicationId} onAdded={refresh} />
      {loading && <Skeleton rows={4} label={t("timeline.title")} />}
      <ol aria-label={t("timeline.title")}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span class="timeline-mark" aria-hidden="true">{MARKS[entry.__typename]}</span>
            <div class="timeline-entry">
              <EntryText entry={entry} />
              <time class="faint small" dateTime={entry.at}>{dateTime(entry.at)}</time>
            </div>
            <span class="row">
              {entry.__typename === "Reminder" && !entry.done && (
                <Button kind="quiet" onClick={() => void run(() => act(UpdateReminderDocument, { id: entry.id, done: true }))}>{t("due.done")}</Button>
              )}
              {isOwn(entry) && <Button kind="quiet" onClick={() => setEdited(entry)}>{t("timeline.edit")}</Button>}
              {isOwn(entry) && (
                <Button kind="quiet" onClick={() => void run(() => act(DeleteTimelineEntryDocument, { id: entry.id }))}>{t("act.delete")}</Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {edited && (
        <EditEntry
          entry={edited}
          onClose={(isSaved) => {
            setEdited(null);
            if (isSaved) refresh();
          }}
        />
      )}
    </div>
  );
}
