import { useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { hidden } from "../api/deletions.ts";
import { BoardDocument, type BoardQuery, type BoardQueryVariables, type Stage } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Skeleton } from "../components/small.tsx";
import { ago, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { CLOSED_STAGES, moveTo, OPEN_STAGES, shownStage, STAGES } from "../parts/stages.ts";
import { CoverageCount, PhaseSummary, type Row, RowMenu } from "./row-parts.tsx";

const CARDS = 50;
const CLOSED = "closed";
type Column = Stage | typeof CLOSED;

const columnOf = (stage: Stage): Column => (CLOSED_STAGES.includes(stage) ? CLOSED : stage);

/** All cards, whichever list they came with: a card that was moved shows where it is now. */
function rowsOf(board: BoardQuery): Row[] {
  const rows = STAGES.flatMap((stage) => board[stage].edges.map(({ node }) => ({ ...node, stage: shownStage(node) })));
  return [...new Map(rows.map((row) => [row.id, row])).values()].filter(({ id }) => !hidden.value.has(id));
}

function Card({ row, onDrag }: { row: Row; onDrag: (row: Row | null) => void }) {
  return (
    <li class="card board-card" draggable onDragStart={() => onDrag(row)} onDragEnd={() => onDrag(null)}>
      <div class="board-card-head">
        <a href={`${basePath}/applications/${row.id}`} draggable={false}>{row.roleTitle}</a>
        <RowMenu row={row} />
      </div>
      <span>{row.companyName}</span>
      <span class="board-card-foot">
        <CoverageCount row={row} />
        {CLOSED_STAGES.includes(row.stage) ? <span class="pill">{t(`stage.${row.stage}`)}</span> : <PhaseSummary row={row} />}
        <span class="faint small">{ago(row.updatedAt)}</span>
      </span>
    </li>
  );
}

function BoardColumn({ column, rows, count, dragged, onDrag }: {
  column: Column;
  rows: readonly Row[];
  count: number;
  dragged: Row | null;
  onDrag: (row: Row | null) => void;
}) {
  const [over, setOver] = useState(false);
  const name = column === CLOSED ? t("stage.closed") : t(`stage.${column}`);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (dragged) void moveTo(dragged, column === CLOSED ? "REJECTED" : column);
    onDrag(null);
  };
  return (
    <section
      class={over && dragged ? "board-column over" : "board-column"}
      aria-label={name}
      onDragOver={(event) => {
        if (!dragged) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{name} <span class="count">{count}</span></h2>
      {rows.length ? (
        <ul>{rows.map((row) => <Card row={row} onDrag={onDrag} key={row.id} />)}</ul>
      ) : (
        <p class="faint small">{t("list.columnEmpty")}</p>
      )}
    </section>
  );
}

/** Applications in columns by stage. A card is dragged, or moved from its menu. */
export function Board({ filters }: { filters: Omit<BoardQueryVariables, "first"> }) {
  const { data, problem, loading, refresh } = useQuery(BoardDocument, { first: CARDS, ...filters });
  const [dragged, setDragged] = useState<Row | null>(null);
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={refresh} />;
  if (loading || !data) return <Skeleton rows={6} label={t("list.loading")} />;
  const rows = rowsOf(data);
  const columns: readonly Column[] = [...OPEN_STAGES, CLOSED];
  const cardsOf = (column: Column) => rows.filter(({ stage }) => columnOf(stage) === column);
  // The cards that are shown and those that did not fit: what was just moved is counted where it is shown.
  const countOf = (column: Column) =>
    STAGES.filter((stage) => columnOf(stage) === column)
      .map((stage) => data[stage].totalCount - data[stage].edges.length)
      .reduce((sum, unseen) => sum + unseen, cardsOf(column).length);
  return (
    <div class="board" tabIndex={0} role="region" aria-label={t("list.board")}>
      {columns.map((column) => (
        <BoardColumn
          column={column}
          rows={cardsOf(column)}
          count={countOf(column)}
          dragged={dragged}
          onDrag={setDragged}
          key={column}
        />
      ))}
    </div>
  );
}
