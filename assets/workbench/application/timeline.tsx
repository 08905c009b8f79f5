import { useState } from "preact/hooks";
import type { Entry, OwnEntry } from "../api/entries.ts";
import { Button } from "../components/button.tsx";
import { Skeleton } from "../components/small.tsx";
import { dateTime, t } from "../locales/i18n.ts";
import { Markdown } from "../text/markdown.tsx";
import { AddEntry } from "./add-entry.tsx";
import { EditEntry, isOwn } from "./edit-entry.tsx";
import type { TimelineActs } from "./use-timeline.ts";

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
export function Timeline({ timeline }: { timeline: TimelineActs }) {
  const { entries, loading, add, change, remove, finish } = timeline;
  const [edited, setEdited] = useState<OwnEntry | null>(null);
  return (
    <div class="timeline">
      <AddEntry onAdd={add} />
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
                <Button kind="quiet" onClick={() => void finish(entry)}>{t("due.done")}</Button>
              )}
              {isOwn(entry) && <Button kind="quiet" onClick={() => setEdited(entry)}>{t("timeline.edit")}</Button>}
              {isOwn(entry) && (
                <Button kind="quiet" onClick={() => void remove(entry)}>{t("act.delete")}</Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {edited && <EditEntry entry={edited} onSave={(values) => change(edited, values)} onClose={() => setEdited(null)} />}
    </div>
  );
}
