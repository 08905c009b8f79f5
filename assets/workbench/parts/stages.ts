// The stages of a search, and moving an application from one to another.
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

/** Move an application at once for the eye; it goes back if the server refuses, and on request. */
export async function moveTo(application: Movable, stage: Stage): Promise<void> {
  const { id, roleTitle, stage: before } = application;
  if (stage === before) return;
  try {
    await act(MoveApplicationDocument, { id, stage });
    showToast(t("stage.moved", { name: roleTitle, stage: t(`stage.${stage}`) }), {
      action: { name: t("act.undo"), act: () => void act(MoveApplicationDocument, { id, stage: before }) },
    });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void moveTo(application, stage) };
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
