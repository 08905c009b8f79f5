import { useEffect, useRef, useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { hidden } from "../api/deletions.ts";
import { ApplicationsDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Select } from "../components/field.tsx";
import { useShortcuts } from "../components/shortcuts.ts";
import { EmptyState, Skeleton } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import { go, route, setQuery } from "../router.ts";
import { STAGES } from "../parts/stages.ts";
import { Board } from "./board.tsx";
import { CsvImport } from "./csv-import.tsx";
import { Due } from "./due.tsx";
import { ApplicationList } from "./list.tsx";
import { Page } from "./page.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const PAGE_SIZE = 50;
const MAX_SIZE = 100;
const MAX_SEARCH = 200;
const SEARCH_MILLISECONDS = 250;

/** The search field; the address follows it, and it follows the address only when another changed it. */
function Search({ value }: { value: string }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const focus = route.value.query.get("focus");
  useEffect(() => {
    if (focus !== "search") return;
    input.current?.focus();
    setQuery({ focus: null }, true);
  }, [focus]);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText((sent.current = value));
  }, [value]);
  // At once, not by address: the next letter is typed before anything is drawn again.
  useShortcuts({ "/": () => input.current?.focus() });
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => setQuery({ q: (sent.current = text.slice(0, MAX_SEARCH)) }, true), SEARCH_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      ref={input}
      type="search"
      class="search"
      aria-label={t("list.search")}
      placeholder={`${t("list.search")}  /`}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          setText("");
          input.current?.blur();
        }
      }}
    />
  );
}

/** All applications, as a list or a board. */
export function Applications() {
  const { query } = route.value;
  const search = query.get("q") ?? "";
  const isBoard = query.get("view") === "board";
  const [size, setSize] = useState(PAGE_SIZE);
  const [importing, setImporting] = useState(false);
  const stage = STAGES.find((one) => one === query.get("stage")) ?? null;
  const isArchive = query.get("show") === "archived";
  const tag = query.get("tag");
  const filters = { search: search.trim() || null, archived: isArchive, tag };
  const variables = { ...filters, first: size, stage: isBoard ? null : stage };
  const { data, problem, loading, refresh } = useQuery(ApplicationsDocument, variables);
  const isFiltered = Boolean(search || variables.stage || isArchive || tag);
  const connection = data?.applications;
  const rows = (connection?.edges ?? []).map(({ node }) => node).filter(({ id }) => !hidden.value.has(id));
  const setView = (view: "board" | null) => setQuery({ view }, true);
  const showArchive = (value: string) => setQuery({ show: value }, true);
  const isAllArchived = Boolean(data?.archivedOnes.totalCount);
  useShortcuts({ v: () => setView(isBoard ? null : "board"), escape: () => search && setQuery({ q: null }, true) });

  return (
    <Page
      title={t("list.title")}
      lead={connection && connection.totalCount > 0 ? t("list.count", { n: connection.totalCount }) : undefined}
      tools={
        <>
          <Search value={search} />
          <Select
            label={t("archive.show")}
            hideLabel
            value={isArchive ? "archived" : ""}
            onValue={showArchive}
            options={[["", t("archive.active")], ["archived", t("archive.only")]]}
          />
          {!isBoard && (
            <Select
              label={t("stage.title")}
              hideLabel
              value={stage ?? ""}
              onValue={(value) => setQuery({ stage: value }, true)}
              options={[["", t("stage.all")], ...STAGES.map((one) => [one, t(`stage.${one}`)] as const)]}
            />
          )}
          <div class="switch" role="group" aria-label={t("list.view")}>
            <button type="button" aria-pressed={!isBoard} onClick={() => setView(null)}>{t("list.list")}</button>
            <button type="button" aria-pressed={isBoard} onClick={() => setView("board")}>{t("list.board")}</button>
          </div>
          <Button kind="primary" hint="n" aria-label={t("nav.new")} onClick={() => go("/start")}>+ {t("nav.new")}</Button>
        </>
      }
    >
      <ProblemNotice problem={problem} onRetry={refresh} />
      <Due />
      {tag && (
        <p class="tags">
          {t("tags.filter", { tag })}
          <Button kind="quiet" onClick={() => setQuery({ tag: null })}>{t("tags.filterOff")}</Button>
        </p>
      )}
      {loading && <Skeleton rows={6} label={t("list.loading")} />}
      {connection && !rows.length && !isFiltered && isAllArchived && (
        <EmptyState
          title={t("archive.all")}
          action={<Button onClick={() => showArchive("archived")}>{t("archive.showAll")}</Button>}
        >
          {t("archive.allText")}
        </EmptyState>
      )}
      {connection && !rows.length && !isFiltered && !isAllArchived && (
        <EmptyState
          title={t("list.none")}
          action={<Button kind="primary" onClick={() => go("/start")}>{t("list.noneAction")}</Button>}
        >
          {t("list.noneText")}
        </EmptyState>
      )}
      {connection && !rows.length && isFiltered && !isBoard && (
        <EmptyState
          title={t("list.noMatch")}
          action={<Button onClick={() => setQuery({ q: null, stage: null, show: null, tag: null }, true)}>{t("list.clear")}</Button>}
        >
          {t("list.noMatchText")}
        </EmptyState>
      )}
      {isBoard && (rows.length > 0 || isFiltered) && <Board filters={filters} />}
      {!isBoard && rows.length > 0 && <ApplicationList rows={rows} />}
      {!isBoard && connection?.pageInfo.hasNextPage && size < MAX_SIZE && (
        <Button onClick={() => setSize(MAX_SIZE)}>{t("list.more")}</Button>
      )}
      {connection && (
        <div class="row">
          <Button kind="quiet" onClick={() => setImporting(true)}>{t("csv.title")}</Button>
          <a href={`${basePath}/bin`}>{t("bin.title")}</a>
        </div>
      )}
      {importing && <CsvImport onClose={() => setImporting(false)} />}
    </Page>
  );
}
