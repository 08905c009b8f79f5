// Adding and removing an application's tags.
import { act, attempt } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { SetTagsDocument } from "../api/operations.ts";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { problemText } from "./problem-notice.tsx";

/** Return what went wrong. */
export async function addTag(applicationId: string, tag: string): Promise<Problem | null> {
  const [, failure] = await attempt(SetTagsDocument, { applicationIds: [applicationId], add: [tag] });
  return failure;
}

/** Remove a tag, with a message that offers to undo it. */
export async function removeTag(applicationId: string, tag: string): Promise<void> {
  try {
    await act(SetTagsDocument, { applicationIds: [applicationId], remove: [tag] });
    const undo = async () => {
      const failure = await addTag(applicationId, tag);
      if (failure) showToast(problemText(failure), { kind: "bad" });
    };
    showToast(t("tags.removed", { tag }), { action: { name: t("act.undo"), act: () => void undo() } });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void removeTag(applicationId, tag) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}
