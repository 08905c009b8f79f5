import { hide, sendDeletion, takeBack } from "../api/deletions.ts";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { problemText } from "./problem-notice.tsx";

/** Delete something at once for the eye, for real after ten seconds; until then it can be taken back. */
export function deleteWithUndo(id: string, text: string, send: (keepalive: boolean) => Promise<unknown>): void {
  hide(id, send);
  const run = async () => {
    const problem = await sendDeletion(id);
    if (problem) showToast(problemText(problem), { kind: "bad", action: { name: t("act.retry"), act: again } });
  };
  const again = () => {
    hide(id, send);
    void run();
  };
  showToast(text, { action: { name: t("act.undo"), act: () => takeBack(id) }, onClose: () => void run() });
}
