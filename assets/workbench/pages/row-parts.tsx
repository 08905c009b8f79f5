// What the list, the board and the application's page say of an application in the same words.
import { act } from "../api/client.ts";
import { deletion } from "../api/deletions.ts";
import { asProblem } from "../api/errors.ts";
import { type ApplicationRowFragment, DeleteApplicationDocument, type PriorityLevel, UpdateApplicationDocument } from "../api/operations.ts";
import { Badge } from "../components/small.tsx";
import { Menu, type MenuItem } from "../components/menu.tsx";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { TONES } from "../parts/phase-tones.ts";
import { go } from "../router.ts";
import { PHASES, phaseState } from "../text/phase-view.ts";
import { archiveItem } from "../parts/archive.ts";
import { deleteWithUndo } from "../parts/delete-with-undo.ts";
import { stageItems } from "../parts/stages.ts";
import { problemText } from "../parts/problem-notice.tsx";

export type Row = ApplicationRowFragment;

/** Return how many requirements are covered out of how many; null where nothing was computed or found. */
export function coveredOf(row: Pick<Row, "coverage">): { covered: number; all: number } | null {
  if (!row.coverage) return null;
  const { proved, listed, missing } = row.coverage;
  const all = proved + listed + missing;
  return all ? { covered: proved + listed, all } : null;
}

/** The share of the ad that is covered, as a count. */
export function CoverageCount({ row }: { row: Row }) {
  const covered = coveredOf(row);
  if (!covered) return <span class="faint" aria-label={t("application.coveredTitle")}>—</span>;
  return <span title={t("application.coveredTitle")} class={row.coverage?.outdated ? "faint" : ""}>{t("list.coverage", covered)}</span>;
}

/** The one thing to know of an application's documents: what is under way, or else what comes next. */
export function PhaseSummary({ row }: { row: Row }) {
  const states = PHASES.map((phase) => [phase, phaseState(phase, row)] as const);
  const urgent =
    states.find(([, state]) => state === "writing") ??
    states.find(([, state]) => state === "queued") ??
    states.find(([, state]) => state === "out of date");
  if (row.processing.status === "FAILED" && row.processing.currentPhase) {
    return <Badge tone="bad">{t(`phase.${row.processing.currentPhase}`)}: {t("state.failed")}</Badge>;
  }
  if (urgent) {
    const [phase, state] = urgent;
    const share = state === "writing" ? ` ${Math.round(row.processing.progress * 100)} %` : `: ${t(`state.${state}`)}`;
    return <Badge tone={TONES[state]}>{t(`phase.${phase}`)}{share}</Badge>;
  }
  return <Badge tone={row.status === "COVER_LETTER_COMPLETE" ? "good" : "plain"}>{t(`status.${row.status}`)}</Badge>;
}

const PRIORITIES: readonly PriorityLevel[] = ["HIGH", "MEDIUM", "LOW"];

async function setPriority(row: Row, priorityLevel: PriorityLevel): Promise<void> {
  const update = (level: PriorityLevel) => act(UpdateApplicationDocument, { id: row.id, input: { priorityLevel: level } });
  const before = row.priorityLevel;
  try {
    await update(priorityLevel);
    showToast(`${row.roleTitle}: ${t(`priority.${priorityLevel}`)}`, {
      action: { name: t("act.undo"), act: () => void update(before) },
    });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void setPriority(row, priorityLevel) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}

export function deleteRow(row: Pick<Row, "id" | "roleTitle" | "companyName">): void {
  const text = t("list.deleted", { name: `${row.roleTitle} · ${row.companyName}` });
  deleteWithUndo(row.id, text, deletion(DeleteApplicationDocument, row.id));
}

/** What can be done with an application from a list. */
export function RowMenu({ row }: { row: Row }) {
  const items: MenuItem[] = [
    { name: t("list.open"), act: () => go(`/applications/${row.id}`) },
    ...PRIORITIES.map((level) => ({
      name: `${t("list.priority")}: ${t(`priority.${level}`)}`,
      checked: level === row.priorityLevel,
      act: () => void setPriority(row, level),
    })),
    ...stageItems(row).map((item) => ({ ...item, name: `${t("stage.title")}: ${item.name}` })),
    archiveItem(row),
    { name: t("act.delete"), danger: true, act: () => deleteRow(row) },
  ];
  return (
    <Menu name={t("list.actions", { name: row.roleTitle })} kind="quiet" items={items}>
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}
