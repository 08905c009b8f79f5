// Archiving an application takes it out of the list and the board; bringing it back undoes that.
import { act } from "../api/client.ts";
import { asProblem } from "../api/errors.ts";
import { ArchiveApplicationDocument } from "../api/operations.ts";
import type { MenuItem } from "../components/menu.tsx";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { problemText } from "./problem-notice.tsx";

interface Archivable {
  id: string;
  roleTitle: string;
  archived: boolean;
}

/** Archive an application, or bring it back, with a message that offers to undo it. */
export async function setArchived(application: Archivable, archived: boolean, canUndo = true): Promise<void> {
  const { id, roleTitle: name } = application;
  try {
    await act(ArchiveApplicationDocument, { id, archived });
    const undo = { name: t("act.undo"), act: () => void setArchived(application, !archived, false) };
    if (canUndo) showToast(t(archived ? "archive.archived" : "archive.broughtBack", { name }), { action: undo });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void setArchived(application, archived, canUndo) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}

export const archiveItem = (application: Archivable): MenuItem => ({
  name: t(application.archived ? "archive.bringBack" : "archive.archive"),
  act: () => void setArchived(application, !application.archived),
});
