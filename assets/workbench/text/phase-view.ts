// What is shown of a phase, made from its events one after the other.
export type Phase = "RESEARCH" | "RESUME" | "COVER_LETTER";

export type PhaseViewEvent = { id: string; phase: Phase } & (
  | { __typename: "PhaseStarted" | "PhaseCompleted" | "PhaseCancelled" }
  | { __typename: "PhaseProgressed"; progress: number; step: string; stepCode: string }
  | { __typename: "PhaseText"; text: string }
  | { __typename: "PhaseRestarted"; attempt: number; reason: string }
  | { __typename: "PhaseFailed"; errorCode: string; errorMessage: string }
);

export interface PhaseView {
  state: "idle" | "writing" | "completed" | "failed" | "cancelled";
  progress: number;
  step: string;
  stepCode: string;
  text: string;
  attempt: number;
  /** Why it began again, in the server's words. */
  reason: string;
  failure: { code: string; message: string } | null;
}

export const emptyPhase: PhaseView = {
  state: "idle",
  progress: 0,
  step: "",
  stepCode: "",
  text: "",
  attempt: 1,
  reason: "",
  failure: null,
};

/** Return the view after an event. */
export function reduce(view: PhaseView, event: PhaseViewEvent): PhaseView {
  switch (event.__typename) {
    case "PhaseStarted":
      return { ...emptyPhase, state: "writing" };
    case "PhaseProgressed": {
      const { progress, step, stepCode } = event;
      return { ...view, state: "writing", progress: Math.max(view.progress, progress), step, stepCode };
    }
    case "PhaseText":
      return { ...view, state: "writing", text: view.text + event.text };
    case "PhaseRestarted":
      return { ...view, state: "writing", text: "", attempt: event.attempt, reason: event.reason };
    case "PhaseCompleted":
      return { ...view, state: "completed", progress: 1, failure: null };
    case "PhaseFailed":
      return { ...view, state: "failed", failure: { code: event.errorCode, message: event.errorMessage } };
    case "PhaseCancelled":
      return { ...view, state: "cancelled" };
    default:
      return view;
  }
}

export type PhaseState =
  | "not started" | "queued" | "writing" | "ready" | "out of date" | "failed" | "cancelled";

interface Facts {
  plannedPhases: readonly Phase[];
  processing: { currentPhase: Phase | null; status: string };
  documents: readonly { documentType: string; stale: boolean }[];
  runs?: readonly { phase: Phase; status: string; errorCode: string | null; errorMessage: string | null }[];
}

export const DOCUMENT_OF = {
  RESEARCH: "RESEARCH_REPORT",
  RESUME: "OPTIMIZED_RESUME",
  COVER_LETTER: "COVER_LETTER",
} as const;

export const PHASES: readonly Phase[] = ["RESEARCH", "RESUME", "COVER_LETTER"];

/** Return where a phase stands, by what the server said last and by its events since. */
export function phaseState(phase: Phase, facts: Facts, live: PhaseView = emptyPhase): PhaseState {
  const run = facts.runs?.find((candidate) => candidate.phase === phase);
  if (run?.status === "QUEUED") return live.state === "writing" ? "writing" : "queued";
  const isCurrent = facts.processing.currentPhase === phase && facts.processing.status === "PROCESSING";
  if (isCurrent || (live.state === "writing" && run?.status !== "CANCELLED" && run?.status !== "FAILED")) {
    return "writing";
  }
  if (facts.plannedPhases.includes(phase)) return "queued";
  if (run?.status === "FAILED") return "failed";
  if (run?.status === "CANCELLED") return "cancelled";
  const document = facts.documents.find(({ documentType }) => documentType === DOCUMENT_OF[phase]);
  if (!document) return "not started";
  return document.stale ? "out of date" : "ready";
}

/** Return the first phase that has no document yet and is not under way. */
export function nextPhase(facts: Facts): Phase | null {
  if (facts.processing.status === "PROCESSING" || facts.plannedPhases.length) return null;
  return PHASES.find((phase) => !facts.documents.some(({ documentType }) => documentType === DOCUMENT_OF[phase])) ?? null;
}
