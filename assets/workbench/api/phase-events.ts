// The only reader of `phaseEvents`: one signal per phase, and the last event's id to go on from.
import { batch, type Signal, signal } from "@preact/signals";
import { PhaseEventsDocument, type PhaseEventsSubscription } from "./operations.ts";
import { emptyPhase, type Phase, type PhaseView, type PhaseViewEvent, reduce } from "../text/phase-view.ts";
import { stream } from "./stream.ts";

export type PhaseSignals = Record<Phase, Signal<PhaseView>>;

export interface Following {
  phases: PhaseSignals;
  stop: () => void;
}

type Follow = (after: () => string | null, next: (event: PhaseViewEvent) => void) => () => void;

/** Keep the order of events and drop those seen before; pieces of text are gathered into one change a frame. */
export function gather(
  phases: PhaseSignals,
  follow: Follow,
  settled: () => void,
  frame: (run: () => void) => void = requestAnimationFrame,
  first: string | null = "0",
): () => void {
  let last: string | null = first;
  let waiting: PhaseViewEvent[] = [];
  const flush = () => {
    const events = waiting;
    waiting = [];
    batch(() => {
      for (const event of events) phases[event.phase].value = reduce(phases[event.phase].peek(), event);
    });
  };
  return follow(
    () => last,
    (event) => {
      if (last !== null && last !== "0" && event.id <= last) return;
      last = event.id;
      waiting.push(event);
      if (waiting.length === 1) frame(flush);
      if (["PhaseStarted", "PhaseCompleted", "PhaseFailed", "PhaseCancelled"].includes(event.__typename)) settled();
    },
  );
}

const newSignals = (): PhaseSignals => ({
  RESEARCH: signal(emptyPhase),
  RESUME: signal(emptyPhase),
  COVER_LETTER: signal(emptyPhase),
});

/** Follow an application's phases; `settled` is called when one has started or ended, so that the page asks again. */
export function followPhases(applicationId: string, settled: () => void): Following {
  const phases = newSignals();
  const follow: Follow = (after, next) =>
    stream(
      PhaseEventsDocument,
      () => ({ applicationId, after: after() }),
      ({ phaseEvents }: PhaseEventsSubscription) => next(phaseEvents),
    );
  // A hidden tab gets no frames: what came meanwhile is shown once it is looked at.
  const frame = (run: () => void) => (document.hidden ? setTimeout(run, 250) : requestAnimationFrame(run));
  return { phases, stop: gather(phases, follow, settled, frame) };
}
