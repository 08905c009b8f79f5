import type { Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { EmptyState } from "../components/small.tsx";
import { percent, t } from "../locales/i18n.ts";
import { writerName } from "../parts/writers.tsx";
import { route, setQuery } from "../router.ts";
import type { Phase } from "../api/operations.ts";
import type { PhaseState, PhaseView } from "../text/phase-view.ts";
import { ChangesView } from "./changes.tsx";
import { DocumentEditor } from "./document-editor.tsx";
import { DownloadMenu } from "./export.tsx";
import { Findings } from "./findings.tsx";
import { ReadingView } from "./reading.tsx";
import { costOf, Runs, tokensOf } from "./runs.tsx";
import { StreamingText } from "./streaming.tsx";
import { DOCUMENT_TABS, documentOf, type FullApplication } from "./tabs.ts";
import type { PhaseActs } from "./use-phase-acts.ts";
import { Versions } from "./versions.tsx";

export interface PaneProps {
  application: FullApplication;
  phase: Phase;
  state: PhaseState;
  live: Signal<PhaseView>;
  acts: PhaseActs;
  refresh: () => void;
}

type Mode = "read" | "edit" | "changes" | "versions";

function modeOf(show: string | null): Mode {
  const wished = show?.split(",")[0];
  return wished === "edit" || wished === "changes" || wished === "versions" ? wished : "read";
}

function Toggle({ mode, current, onMode, name }: { mode: Mode; current: Mode; onMode: (mode: Mode) => void; name: string }) {
  return (
    <button type="button" class="button" aria-pressed={mode === current} onClick={() => onMode(mode === current ? "read" : mode)}>
      {name}
    </button>
  );
}

/** One of the three documents: being written, to be read, corrected, compared, downloaded. */
export function DocumentPane(props: PaneProps) {
  const { application, phase, state, live, refresh } = props;
  const [sources, setSources] = useState(false);
  const [wanted, setWanted] = useState<{ finding: number; serial: number; takeOut: boolean } | null>(null);
  const document = documentOf(application, phase);
  const mode = modeOf(route.value.query.get("show"));
  const { tab } = DOCUMENT_TABS[phase];
  const setMode = (next: Mode) => setQuery({ tab, show: next === "read" ? null : next }, true);

  if (state === "writing") return <StreamingText view={live} name={t(`phase.${phase}`)} />;
  if (!document) {
    return (
      <EmptyState title={t(`document.none.${phase}`)}>
        {state === "queued" ? t("document.waiting") : t(`document.why.${phase}`)}
      </EmptyState>
    );
  }
  const editFinding = (finding: number, takeOut: boolean) => {
    setWanted({ finding, takeOut, serial: (wanted?.serial ?? 0) + 1 });
    if (mode !== "edit") setMode("edit");
  };
  const run = application.runs.find((one) => one.phase === phase && one.status === "COMPLETED");
  const spent = run && document.author !== "USER" ? [tokensOf(run), costOf(run)].filter(Boolean) : [];
  const author = document.author === "USER" ? t("document.byYou") : t("document.byWriter", { writer: writerName({ name: document.versions[0]?.writer ?? "offline", model: null }) });

  return (
    <div class="document" key={document.id}>
      <div class="document-tools" role="toolbar" aria-label={t("document.tools")}>
        <Toggle mode="edit" current={mode} onMode={setMode} name={t("document.edit")} />
        <Toggle mode="changes" current={mode} onMode={setMode} name={t("document.changes")} />
        <Toggle mode="versions" current={mode} onMode={setMode} name={t("document.versions")} />
        {mode === "read" && (
          <button type="button" class="button quiet" aria-pressed={sources} onClick={() => setSources(!sources)}>
            {t("document.sources")}
          </button>
        )}
        <span class="spring" />
        <DownloadMenu applicationId={application.id} document={document} onLook={() => setMode("edit")} />
      </div>
      {mode === "edit" && <DocumentEditor application={application} phase={phase} document={document} wanted={wanted} refresh={refresh} />}
      {mode === "changes" && <ChangesView application={application} document={document} refresh={refresh} />}
      {mode === "versions" && (
        <>
          <Versions application={application} document={document} refresh={refresh} />
          <Runs runs={application.runs.filter((one) => one.phase === phase)} />
        </>
      )}
      {mode === "read" && (
        <div class="with-findings">
          <ReadingView document={document} sources={sources} />
          <Findings
            findings={document.review.findings}
            provenance={document.review.provenance}
            resumeId={application.match.resume?.id ?? null}
            onChoose={(index) => editFinding(index, false)}
            onTakeOut={(index) => editFinding(index, true)}
          />
        </div>
      )}
      {mode === "read" && (
        <p class="document-foot small faint">
          {t("document.version", { n: document.version })} · {author}
          {spent.map((part) => ` · ${part}`)}
          {document.review.coverage !== null && ` · ${t("document.coverage", { share: percent(document.review.coverage) })}`}
        </p>
      )}
    </div>
  );
}
