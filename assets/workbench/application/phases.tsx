import type { PhaseSignals } from "../api/phase-events.ts";
import type { Phase } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { Badge, Progress } from "../components/small.tsx";
import { listing, t, tOr } from "../locales/i18n.ts";
import { TONES } from "../parts/phase-tones.ts";
import { Details, ProblemNotice } from "../parts/problem-notice.tsx";
import type { Writers } from "../parts/writers.tsx";
import { PHASES, type PhaseState } from "../text/phase-view.ts";
import { documentOf, type FullApplication } from "./tabs.ts";
import type { PhaseActs } from "./use-phase-acts.ts";

interface Props {
  application: FullApplication;
  writers: Writers;
  live: PhaseSignals;
  states: readonly PhaseState[];
  acts: PhaseActs;
}

/** What a writer's failure is called: nothing that the user did, so that another writer may do better. */
const OF_A_WRITER = ["PROCESSING_ERROR", "EXTERNAL_API_ERROR"];

/** Whether the last run of a phase failed by a model, so that the built-in writer is worth a try. */
function canGoOffline({ runs }: FullApplication, phase: Phase, writers: Writers): boolean {
  const run = runs.find((one) => one.phase === phase);
  return Boolean(run && !run.offline && OF_A_WRITER.includes(run.errorCode ?? "") && writers.some(({ name }) => name !== "offline"));
}

/** What went wrong with the last run, or what changed since. */
function PhaseNote({ application, phase, state, live }: { application: FullApplication; phase: Phase; state: PhaseState; live: PhaseSignals }) {
  const view = live[phase].value;
  if (state === "failed") {
    const run = application.runs.find((one) => one.phase === phase);
    const code = run?.errorCode ?? view.failure?.code ?? "";
    const message = run?.errorMessage ?? view.failure?.message ?? "";
    const text = tOr(`error.${code}`, message);
    return <p class="phase-note bad">{text}<Details code={code} message={message} text={text} /></p>;
  }
  if (state === "writing") {
    const step = view.stepCode ? tOr(`step.${view.stepCode}`, view.step) : view.step;
    const attempt = view.attempt > 1 ? `${t("phase.attempt", { n: view.attempt })} · ` : "";
    return <p class="phase-note">{attempt}{step || t("document.writing")}</p>;
  }
  const reasons = documentOf(application, phase)?.staleReasons ?? [];
  if (state === "out of date" && reasons.length) {
    return <p class="phase-note">{t("phase.stale", { reasons: listing(reasons.map((reason) => t(`stale.${reason}`))) })}</p>;
  }
  return null;
}

function PhaseCard({ application, writers, phase, state, live, acts }: { phase: Phase; state: PhaseState } & Omit<Props, "states">) {
  const name = t(`phase.${phase}`);
  const view = live[phase].value;
  const exists = Boolean(documentOf(application, phase));
  const isBusy = application.processing.status === "PROCESSING";
  const before = PHASES[PHASES.indexOf(phase) - 1];
  const isReady = !before || Boolean(documentOf(application, before));
  const problem = acts.problem?.phase === phase ? acts.problem.problem : null;
  const current = Math.max(view.progress, application.processing.currentPhase === phase ? application.processing.progress : 0);
  return (
    <li class={`card phase ${state.replaceAll(" ", "-")}`}>
      <div class="phase-line">
        <h3>{name}</h3>
        <Badge tone={TONES[state]} live>{t(`state.${state}`)}</Badge>
        <span class="phase-acts">
          {state === "writing" || state === "queued" ? (
            <Button busy={acts.busy === "cancel"} onClick={() => void acts.cancel(phase)}>{t("phase.cancel")}</Button>
          ) : exists ? (
            <Button kind="quiet" busy={acts.busy === phase} aria-disabled={isBusy} onClick={() => !isBusy && void acts.start(phase, true)}>
              {t("phase.again")}
            </Button>
          ) : isReady && !isBusy ? (
            <Button kind="primary" busy={acts.busy === phase} onClick={() => void acts.start(phase, false)}>{t("phase.start")}</Button>
          ) : null}
        </span>
      </div>
      {state === "writing" && <Progress value={current} label={t("phase.progress", { name })} />}
      <PhaseNote application={application} phase={phase} state={state} live={live} />
      {state === "failed" && !isBusy && canGoOffline(application, phase, writers) && (
        <Button busy={acts.busy === phase} onClick={() => void acts.start(phase, exists, true)}>{t("phase.offline")}</Button>
      )}
      {!exists && before && !isReady && state === "not started" && (
        <p class="phase-note">{t("phase.needs", { name: t(`phase.${before}`) })}</p>
      )}
      <ProblemNotice problem={problem} onRetry={() => void acts.start(phase, exists)} />
      {problem?.status === 412 && before && (
        <Button onClick={() => void acts.start(before, false)}>{t("phase.runFirst", { name: t(`phase.${before}`) })}</Button>
      )}
    </li>
  );
}

/** The three phases with where each stands and what can be done. */
export function PhaseCards({ states, acts, ...rest }: Props) {
  return (
    <section aria-label={t("phase.title")} class="phases">
      <ol>
        {PHASES.map((phase, index) => (
          <PhaseCard {...rest} acts={acts} phase={phase} state={states[index] ?? "not started"} key={phase} />
        ))}
      </ol>
      {acts.problem && !acts.problem.phase && <ProblemNotice problem={acts.problem.problem} onRetry={() => void acts.startAll()} />}
    </section>
  );
}
