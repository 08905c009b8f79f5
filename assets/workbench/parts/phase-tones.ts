import type { Tone } from "../components/small.tsx";
import type { PhaseState } from "../text/phase-view.ts";

/** How the state of a phase looks. */
export const TONES: Record<PhaseState, Tone> = {
  "not started": "plain",
  queued: "busy",
  writing: "busy",
  ready: "good",
  "out of date": "warn",
  failed: "bad",
  cancelled: "plain",
};
