// The stages of a search, and moving an application from one to another.
import { signal } from "@preact/signals";
import { act } from "../api/client.ts";
import { asProblem } from "../api/errors.ts";
import { MoveApplicationDocument, type Stage } from "../api/operations.ts";
import type { MenuItem } from "../components/menu.tsx";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { problemText } from "./problem-notice.tsx";

export const OPEN_STAGES: readonly Stage[] = ["SAVED", "APPLIED", "SCREENING", "INTERVIEW", "OFFER"];
export const CLOSED_STAGES: readonly Stage[] = ["ACCEPTED", "REJECTED", "WITHDRAWN", "GHOSTED"];
export const STAGES: readonly Stage[] = [...OPEN_STAGES, ...CLOSED_STAGES];

interface Movable {
  id: string;
  roleTitle: string;
  stage: Stage;
}

/** Where applications are shown while the server is told; not in the cache, whose layers an event may overtake. */
const moving = signal<ReadonlyMap<string, Stage>>(new Map());

/** Return the stage at which an application is shown. */
export const shownStage = ({ id, stage }: Pick<Movable, "id" | "stage">): Stage => moving.value.get(id) ?? stage;

async function move(id: string, stage: Stage): Promise<void> {
  moving.value = new Map(moving.value).set(id, stage);
  try {
    await act(MoveApplicationDocument, { id, stage });
  } finally {
    moving.value = new Map([...moving.value].filter(([other]) => other !== id));
  }
}

/** Move an application at once for the eye; it goes back if the server refuses, and on request. */
export async function moveTo(application: Movable, stage: Stage): Promise<void> {
  const { id, roleTitle, stage: before } = application;
  if (stage === before) return;
  try {
    await move(id, stage);
    showToast(t("stage.moved", { name: roleTitle, stage: t(`stage.${stage}`) }), {
      action: { name: t("act.undo"), act: () => void moveBack(application, before) },
    });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void moveTo(application, stage) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}

async function moveBack(application: Movable, to: Stage): Promise<void> {
  try {
    await move(application.id, to);
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void moveBack(application, to) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}

/** The menu twin of dragging. */
export const stageItems = (application: Movable): MenuItem[] =>
  STAGES.map((stage) => ({
    name: t(`stage.${stage}`),
    checked: stage === application.stage,
    act: () => void moveTo(application, stage),
  }));
