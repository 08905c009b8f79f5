import { basePath } from "../api/base.ts";
import type { ApplicationStatus } from "../api/operations.ts";
import { ago, t } from "../locales/i18n.ts";
import { CoverageCount, PhaseSummary, type Row, RowMenu } from "./row-parts.tsx";

const COLUMNS: readonly ApplicationStatus[] = ["DRAFT", "RESEARCH_COMPLETE", "RESUME_COMPLETE", "COVER_LETTER_COMPLETE"];

function Card({ row }: { row: Row }) {
  return (
    <li class="card board-card">
      <div class="board-card-head">
        <a href={`${basePath}/applications/${row.id}`}>{row.roleTitle}</a>
        <RowMenu row={row} />
      </div>
      <span>{row.companyName}</span>
      <span class="board-card-foot">
        <CoverageCount row={row} />
        <PhaseSummary row={row} />
        <span class="faint small">{ago(row.updatedAt)}</span>
      </span>
    </li>
  );
}

/** Applications in columns by how far their documents are. */
export function Board({ rows }: { rows: readonly Row[] }) {
  return (
    <div class="board" tabIndex={0} role="region" aria-label={t("list.board")}>
      {COLUMNS.map((status) => {
        const cards = rows.filter((row) => row.status === status);
        return (
          <section class="board-column" aria-label={t(`status.${status}`)}>
            <h2>{t(`status.${status}`)} <span class="count">{cards.length}</span></h2>
            {cards.length ? <ul>{cards.map((row) => <Card row={row} key={row.id} />)}</ul> : <p class="faint small">{t("list.columnEmpty")}</p>}
          </section>
        );
      })}
    </div>
  );
}
