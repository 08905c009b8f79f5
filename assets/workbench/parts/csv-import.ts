// Importing applications from CSV: all rows or none.
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { ImportApplicationsDocument } from "../api/operations.ts";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { type CsvRow, lineProblems, type LineProblem } from "../text/csv.ts";

export interface Refusal {
  problem: Problem;
  lines: readonly LineProblem[];
}

/** Import a file's text. Return what the server refuses; null when the applications are there. */
export async function importCsv(csv: string, rows: readonly CsvRow[]): Promise<Refusal | null> {
  const [answer, problem] = await attempt(ImportApplicationsDocument, { csv });
  if (problem) return { problem, lines: lineProblems(problem.fields.map(({ message }) => message), rows) };
  showToast(t("csv.imported", { n: answer.importApplications }));
  return null;
}
