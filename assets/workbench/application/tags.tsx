import { useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import type { Problem } from "../api/errors.ts";
import { Button } from "../components/button.tsx";
import { t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";

const MAX_TAG = 50;

interface Props {
  tags: readonly string[];
  onAdd: (tag: string) => Promise<Problem | null>;
  onRemove: (tag: string) => void;
}

/** An application's tags: each leads to the list of those that have it; they are added and removed here. */
export function Tags({ tags, onAdd, onRemove }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const tag = text.trim();
    if (!tag) return;
    const failure = await onAdd(tag);
    setProblem(failure);
    if (!failure) setText("");
  };
  return (
    <section class="tags" aria-label={t("tags.title")}>
      {tags.map((tag) => (
        <span class="pill tag" key={tag}>
          <a href={`${basePath}/applications?tag=${encodeURIComponent(tag)}`}>{tag}</a>
          <button type="button" class="icon" aria-label={t("tags.remove", { tag })} onClick={() => onRemove(tag)}>✕</button>
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
