import { useRef } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { useShortcuts } from "../components/shortcuts.ts";
import { ago, dateTime, t } from "../locales/i18n.ts";
import { CoverageCount, PhaseSummary, type Row, RowMenu } from "./row-parts.tsx";

/** Applications one under the other, to be gone through with j and k. */
export function ApplicationList({ rows }: { rows: readonly Row[] }) {
  const list = useRef<HTMLUListElement>(null);
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>("a.row-link") ?? [])];
  const move = (step: number) => () => {
    const all = links();
    const at = all.findIndex((link) => link.closest("li")?.contains(document.activeElement));
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  const openMenu = () => {
    const row = document.activeElement?.closest("li");
    if (row && list.current?.contains(row)) row.querySelector<HTMLElement>(".menu > button")?.click();
  };
  useShortcuts({ j: move(1), k: move(-1), arrowdown: move(1), arrowup: move(-1), m: openMenu });

  return (
    <ul class="rows card" ref={list}>
      {rows.map((row) => (
        <li class="row-item" key={row.id}>
          <a class="row-link" href={`${basePath}/applications/${row.id}`}>
            <span class="row-title">{row.roleTitle}</span>
            <span class="row-company">{row.companyName}{row.location && <span class="faint"> · {row.location}</span>}</span>
          </a>
          <span class="row-coverage"><CoverageCount row={row} /></span>
          <span class="row-phase"><PhaseSummary row={row} /></span>
          <span class="row-priority">
            {row.priorityLevel === "HIGH" && <span class="priority">{t("priority.HIGH")}</span>}
            {row.stage !== "SAVED" && <span class="pill">{t(`stage.${row.stage}`)}</span>}
          </span>
          <time class="row-time faint" dateTime={row.updatedAt} title={dateTime(row.updatedAt)}>{ago(row.updatedAt)}</time>
          <RowMenu row={row} />
        </li>
      ))}
    </ul>
  );
}
