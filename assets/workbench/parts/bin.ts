// Bringing back what was deleted, from the bin.
import { act } from "../api/client.ts";
import { takeBack } from "../api/deletions.ts";
import { asProblem } from "../api/errors.ts";
import { type BinQuery, RestoreApplicationDocument, RestoreResumeDocument } from "../api/operations.ts";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { go } from "../router.ts";
import { problemText } from "./problem-notice.tsx";

export type DeletedItem = BinQuery["bin"][number];

const KINDS = {
  APPLICATION: { document: RestoreApplicationDocument, path: "/applications/" },
  RESUME: { document: RestoreResumeDocument, path: "/resumes/" },
} as const;

/** Return what a deleted thing is called: the position and the company, or the resume's name. */
export const titleOf = ({ name, companyName }: DeletedItem): string => (companyName ? `${name} · ${companyName}` : name);

/** Bring something back, with a message that leads to it. */
export async function bringBack(item: DeletedItem): Promise<void> {
  const { document, path } = KINDS[item.kind];
  try {
    await act<unknown, { id: string }>(document, { id: item.id });
    takeBack(item.id);
    showToast(t("bin.restored", { name: titleOf(item) }), {
      action: { name: t("list.open"), act: () => go(path + item.id) },
    });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void bringBack(item) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}
