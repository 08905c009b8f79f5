import { useState } from "preact/hooks";
import { act, attempt } from "../api/client.ts";
import { basePath } from "../api/base.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { SetTagsDocument } from "../api/operations.ts";
import { Button } from "../components/button.tsx";
import { showToast } from "../components/toast.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice, problemText } from "../parts/problem-notice.tsx";

const MAX_TAG = 50;

interface Props {
  applicationId: string;
  tags: readonly string[];
}

async function remove(applicationId: string, tag: string): Promise<void> {
  const change = (changes: { add: string[] } | { remove: string[] }) =>
    act(SetTagsDocument, { applicationIds: [applicationId], ...changes });
  try {
    await change({ remove: [tag] });
    const undo = () => change({ add: [tag] }).catch((thrown) => void showToast(problemText(asProblem(thrown)), { kind: "bad" }));
    showToast(t("tags.removed", { tag }), { action: { name: t("act.undo"), act: () => void undo() } });
  } catch (thrown) {
    const again = { name: t("act.retry"), act: () => void remove(applicationId, tag) };
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: again });
  }
}

/** An application's tags: each leads to the list of those that have it; they are added and removed here. */
export function Tags({ applicationId, tags }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const tag = text.trim();
    if (!tag) return;
    const [, failure] = await attempt(SetTagsDocument, { applicationIds: [applicationId], add: [tag] });
    setProblem(failure);
    if (!failure) setText("");
  };
  return (
    <section class="tags" aria-label={t("tags.title")}>
      {tags.map((tag) => (
        <span class="pill tag" key={tag}>
          <a href={`${basePath}/applications?tag=${encodeURIComponent(tag)}`}>{tag}</a>
          <button type="button" class="icon" aria-label={t("tags.remove", { tag })} onClick={() => void remove(applicationId, tag)}>✕</button>
        </span>
      ))}
      <form class="tags-form" onSubmit={add}>
        <input
          type="text"
          aria-label={t("tags.new")}
          placeholder={t("tags.new")}
          maxLength={MAX_TAG}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button kind="quiet" submit>{t("tags.add")}</Button>
      </form>
      <ProblemNotice problem={problem} />
    </section>
  );
}
