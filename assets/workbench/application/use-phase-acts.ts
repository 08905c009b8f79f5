import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import {
  CancelDocument, type Phase, PrepareApplicationDocument, StartLetterDocument, StartResearchDocument,
  StartResumeDocument,
} from "../api/operations.ts";

const STARTS = { RESEARCH: StartResearchDocument, RESUME: StartResumeDocument, COVER_LETTER: StartLetterDocument };

export interface PhaseActs {
  /** What is on its way to the server. */
  busy: Phase | "all" | "cancel" | null;
  problem: { phase: Phase | null; problem: Problem } | null;
  /** `offline`: by the built-in writer, whoever else could write. */
  start: (phase: Phase, again: boolean, offline?: boolean) => Promise<void>;
  startAll: () => Promise<void>;
  cancel: (phase: Phase) => Promise<void>;
}

/** Starting and ending phases: a button is busy until the server has answered, then the phase is queued. */
export function usePhaseActs(id: string, refresh: () => void): PhaseActs {
  const [busy, setBusy] = useState<PhaseActs["busy"]>(null);
  const [problem, setProblem] = useState<PhaseActs["problem"]>(null);
  const run = async (what: PhaseActs["busy"], phase: Phase | null, work: () => Promise<readonly [unknown, Problem | null]>) => {
    setBusy(what);
    setProblem(null);
    const [, failure] = await work();
    if (failure) setProblem({ phase, problem: failure });
    refresh();
    setBusy(null);
  };
  return {
    busy,
    problem,
    start: (phase, again, offline = false) => run(phase, phase, () => attempt(STARTS[phase], { id, again, offline })),
    startAll: () => run("all", null, () => attempt(PrepareApplicationDocument, { id })),
    cancel: (phase) => run("cancel", phase, () => attempt(CancelDocument, { id })),
  };
}
