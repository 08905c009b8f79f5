import { useState } from "preact/hooks";
import { StatisticsDocument, type StatisticsQuery } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Select } from "../components/field.tsx";
import { EmptyState, Skeleton } from "../components/small.tsx";
import { percent, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { Page } from "./page.tsx";

type Data = StatisticsQuery["statistics"];
type Group = Data["byFit"][number];

const DAY_MILLISECONDS = 86_400_000;

/** Bars as wide as their count; the figures stand beside them, so that nobody has to read a length. */
function Bars({ title, rows }: { title: string; rows: readonly { name: string; count: number; note?: string | undefined }[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      <table class="bars">
        <tbody>
          {rows.map(({ name, count, note }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="bar-count">{count}</td>
              <td class="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * count) / most} height="10" rx="1" />
                </svg>
              </td>
              <td class="faint small">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Groups({ title, groups }: { title: string; groups: readonly Group[] }) {
  if (!groups.length) return null;
  const rows = groups.map(({ name, applied, responses }) => ({
    name: name || "—",
    count: applied,
    note: applied ? t("statistics.responded", { share: percent(responses / applied), n: responses }) : undefined,
  }));
  return <Bars title={title} rows={rows} />;
}

function Figures({ data }: { data: Data }) {
  const figures: readonly (readonly [string, string | number])[] = [
    [t("statistics.applied"), data.applied],
    [t("statistics.responses"), data.responses],
    [t("statistics.interviews"), data.interviews],
    [t("statistics.offers"), data.offers],
    [t("statistics.median"), data.medianDaysToResponse === null ? "—" : Math.round(data.medianDaysToResponse)],
  ];
  return (
    <dl class="figures">
      {figures.map(([name, value]) => <div class="card"><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** How the search is going. */
export function Statistics() {
  const [days, setDays] = useState("0");
  const [now] = useState(Date.now);
  const from = days === "0" ? null : new Date(now - Number(days) * DAY_MILLISECONDS).toISOString();
  const { data, problem, loading, refresh } = useQuery(StatisticsDocument, { from });
  const statistics = data?.statistics;
  const isEmpty = statistics && statistics.stages.every(({ count }) => !count);
  const periods = [["0", t("statistics.always")], ["30", t("statistics.days", { n: 30 })], ["90", t("statistics.days", { n: 90 })], ["365", t("statistics.days", { n: 365 })]] as const;
  return (
    <Page
      title={t("nav.statistics")}
      tools={<Select label={t("statistics.period")} hideLabel value={days} onValue={setDays} options={periods} />}
    >
      <ProblemNotice problem={problem} onRetry={refresh} />
      {loading && <Skeleton rows={5} label={t("nav.statistics")} />}
      {isEmpty && <EmptyState title={t("statistics.none")}>{t("statistics.noneText")}</EmptyState>}
      {statistics && !isEmpty && (
        <>
          <Figures data={statistics} />
          <Bars
            title={t("statistics.stages")}
            rows={statistics.stages.map(({ stage, count, medianDays }) => ({
              name: t(`stage.${stage}`),
              count,
              note: medianDays === null ? undefined : t("statistics.inStage", { n: Math.round(medianDays) }),
            }))}
          />
          <Groups title={t("statistics.byFoundVia")} groups={statistics.byFoundVia} />
          <Groups title={t("statistics.byFit")} groups={statistics.byFit} />
        </>
      )}
    </Page>
  );
}
