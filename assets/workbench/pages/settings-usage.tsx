import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { SetMonthlyBudgetDocument, UsageDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { money, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const MICROS = 1_000_000;

/** What the models cost, and the most they may cost in a month. */
export function UsageSection() {
  const { data, refresh } = useQuery(UsageDocument, {});
  const [budget, setBudget] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const usage = data?.usage;
  if (!usage) return null;
  const save = async (event: Event) => {
    event.preventDefault();
    const micros = budget.trim() ? Math.round(Number(budget.replace(",", ".")) * MICROS) : null;
    const [, failure] = await attempt(SetMonthlyBudgetDocument, { micros });
    setProblem(failure);
    refresh();
  };
  return (
    <section class="card stack" aria-labelledby="settings-usage">
      <h2 id="settings-usage">{t("settings.usage")}</h2>
      {usage.items.length ? (
        <div class="table-scroll" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t("usage.month")}</th><th scope="col">{t("usage.model")}</th><th scope="col">{t("usage.runs")}</th><th scope="col">{t("usage.cost")}</th></tr></thead>
            <tbody>
              {usage.items.map(({ month, model, phase, runs, costMicros }) => (
                <tr>
                  <td>{month}</td>
                  <td>{model} · {t(`phase.${phase}`)}</td>
                  <td>{runs}</td>
                  <td>{costMicros === null ? "—" : money(costMicros, usage.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="faint">{t("usage.none")}</p>
      )}
      <p>{t("usage.total")}: {money(usage.costMicros, usage.currency)}{usage.budgetMicros !== null && ` / ${money(usage.budgetMicros, usage.currency)}`}</p>
      <form class="stack" onSubmit={save} noValidate>
        <Field label={t("usage.budget", { currency: usage.currency })} optional={t("start.optional")} value={budget} onValue={setBudget} />
        <ProblemNotice problem={problem} />
        <div class="row"><Button submit>{t("act.save")}</Button></div>
      </form>
    </section>
  );
}
