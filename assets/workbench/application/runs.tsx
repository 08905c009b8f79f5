import { dateTime, money, t } from "../locales/i18n.ts";
import { writerName } from "../parts/writers.tsx";
import type { FullApplication } from "./tabs.ts";

export type Run = FullApplication["runs"][number];

const NONE = "—";
const STATES = { QUEUED: "queued", PROCESSING: "writing", COMPLETED: "ready", FAILED: "failed", CANCELLED: "cancelled" } as const;

/** Return what a run's tokens cost; empty where no price is known. */
export const costOf = ({ costMicros, currency }: Run): string => (costMicros !== null && currency ? money(costMicros, currency) : "");

/** Return how many tokens a model read and wrote in a run; empty where none did. */
export function tokensOf({ inputTokens, cachedInputTokens, outputTokens }: Run): string {
  if (inputTokens === null && outputTokens === null) return "";
  const text = t("runs.inOut", { input: inputTokens ?? 0, output: outputTokens ?? 0 });
  return cachedInputTokens ? `${text} (${t("runs.cached", { count: cachedInputTokens })})` : text;
}

/** Every run of a phase: when, who wrote, and what it took. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  if (!runs.length) return null;
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h3 id="runs-title">{t("runs.title")}</h3>
      <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="runs-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("runs.when")}</th><th scope="col">{t("runs.writer")}</th>
              <th scope="col">{t("runs.tokens")}</th><th scope="col">{t("usage.cost")}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <td><time dateTime={run.createdAt}>{dateTime(run.createdAt)}</time></td>
                <td>{run.provider ? writerName({ name: run.provider, model: run.model }) : t(`state.${STATES[run.status]}`)}</td>
                <td>{tokensOf(run) || NONE}</td>
                <td>{costOf(run) || NONE}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
