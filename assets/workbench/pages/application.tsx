import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { hidden } from "../api/deletions.ts";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { ApplicationDocument, UpdateApplicationDocument } from "../api/operations.ts";
import { followPhases } from "../api/phase-events.ts";
import { useQuery } from "../api/use-query.ts";
import { AdView } from "../application/ad.tsx";
import { DocumentPane } from "../application/document.tsx";
import { PhaseCards } from "../application/phases.tsx";
import { Requirements } from "../application/requirements.tsx";
import { DOCUMENT_TABS, type TabKey, TABS } from "../application/tabs.ts";
import { Duplicates } from "../application/duplicates.tsx";
import { Tags } from "../application/tags.tsx";
import { Timeline } from "../application/timeline.tsx";
import { usePhaseActs } from "../application/use-phase-acts.ts";
import { useTimeline } from "../application/use-timeline.ts";
import { useShortcuts } from "../components/shortcuts.ts";
import { Skeleton } from "../components/small.tsx";
import { Tabs } from "../components/tabs.tsx";
import { t } from "../locales/i18n.ts";
import { go, route, setQuery } from "../router.ts";
import { nextPhase, PHASES, phaseState } from "../text/phase-view.ts";
import { ApplicationHead } from "./application-head.tsx";
import { NotFound } from "./not-found.tsx";
import { Page } from "./page.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { addTag, removeTag } from "../parts/tags.ts";
import { SendingNotice } from "../parts/writers.tsx";

const SETTLE_MILLISECONDS = 60;

/** The application's phases live; the page's query is asked again when one starts or ends. */
function usePhases(id: string, refresh: () => void) {
  const latest = useRef(refresh);
  latest.current = refresh;
  const following = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return followPhases(id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), SETTLE_MILLISECONDS);
    });
  }, [id]);
  useEffect(() => following.stop, [following]);
  return following.phases;
}

/** Ask again when the application has changed: its match and its stale marks follow from its texts, and no event carries them. */
function useRefreshOnChange(updatedAt: string | undefined, refresh: () => void) {
  const seen = useRef(updatedAt);
  useEffect(() => {
    if (seen.current && seen.current !== updatedAt) refresh();
    seen.current = updatedAt;
  }, [updatedAt]);
}

async function saveAd(id: string, jobDescription: string): Promise<Problem | null> {
  const [, failure] = await attempt(UpdateApplicationDocument, { id, input: { jobDescription } });
  return failure;
}

function TimelineTab({ applicationId }: { applicationId: string }) {
  return <Timeline timeline={useTimeline(applicationId)} />;
}

/** One application: its ad, its documents as they are written, and what they are proved by. */
export function ApplicationPage({ id }: { id: string }) {
  const { data, problem, loading, refresh } = useQuery(ApplicationDocument, { id });
  const live = usePhases(id, refresh);
  const acts = usePhaseActs(id, refresh);
  const [quoted, setQuoted] = useState<number | null>(null);
  const application = data?.application;
  useRefreshOnChange(application?.updatedAt, refresh);

  const states = application
    ? PHASES.map((phase) => phaseState(phase, application, live[phase].value))
    : PHASES.map(() => "not started" as const);
  const writing = PHASES[states.indexOf("writing")] ?? PHASES[states.indexOf("queued")];
  const newest = PHASES.findLast((phase) => application?.documents.some(({ documentType }) => documentType === DOCUMENT_TABS[phase].documentType));
  const wished = route.value.query.get("tab") as TabKey | null;
  const fallback: TabKey = writing ? DOCUMENT_TABS[writing].tab : newest ? DOCUMENT_TABS[newest].tab : "ad";
  const tab = wished && TABS.includes(wished) ? wished : fallback;
  const phase = PHASES.find((candidate) => DOCUMENT_TABS[candidate].tab === tab);
  const choose = (key: TabKey) => setQuery({ tab: key, show: null, line: null }, true);
  const following = application ? nextPhase(application) : null;

  useShortcuts({
    1: () => choose("ad"),
    2: () => choose("report"),
    3: () => choose("resume"),
    4: () => choose("letter"),
    5: () => choose("timeline"),
    m: () => document.querySelector<HTMLElement>("[data-stage] button")?.click(),
    e: () => phase && setQuery({ tab, show: "edit" }, true),
    "ctrl+enter": () => following && void acts.start(following, false),
    escape: () => (route.value.query.get("show") ? setQuery({ show: null }, true) : go("/applications")),
  });

  if (problem?.code === "NOT_FOUND" || hidden.value.has(id)) return <NotFound />;
  if (!application) {
    return (
      <Page title={t("list.title")}>
        <ProblemNotice problem={problem} onRetry={refresh} />
        {loading && <Skeleton rows={8} label={t("application.loading")} />}
      </Page>
    );
  }

  return (
    <Page
      title={application.roleTitle}
      lead={<ApplicationHead.Lead application={application} />}
      tools={<ApplicationHead.Tools application={application} acts={acts} />}
    >
      <Tags tags={application.tags} onAdd={(tag) => addTag(id, tag)} onRemove={(tag) => void removeTag(id, tag)} />
      <Duplicates duplicates={application.possibleDuplicates} />
      {!application.runs.length && <SendingNotice writers={data.service.writers} />}
      <PhaseCards application={application} writers={data.service.writers} live={live} states={states} acts={acts} />
      <div class="workplace">
        <Requirements match={application.match} chosen={quoted} onChoose={setQuoted} resumes={data.resumes} />
        <section class="card paper" aria-label={t("application.tabs")}>
          <Tabs
            name={t("application.tabs")}
            panel="document"
            chosen={tab}
            onChoose={choose}
            tabs={[
              { key: "ad", name: t("application.tabAd") },
              ...PHASES.map((one) => ({ key: DOCUMENT_TABS[one].tab, name: t(`phase.${one}`) })),
              { key: "timeline", name: t("timeline.title") },
            ]}
          />
          <div role="tabpanel" id="document" aria-labelledby={`document-${tab}`}>
            {tab === "timeline" && <TimelineTab applicationId={id} />}
            {tab === "ad" && <AdView application={application} chosen={quoted} onChoose={setQuoted} onSave={(text) => saveAd(id, text)} />}
            {phase && (
              <DocumentPane
                key={phase}
                application={application}
                phase={phase}
                state={states[PHASES.indexOf(phase)] ?? "not started"}
                live={live[phase]}
                acts={acts}
                refresh={refresh}
              />
            )}
          </div>
        </section>
      </div>
    </Page>
  );
}
