import { useEffect, useMemo, useRef } from "preact/hooks";
import type { VNode } from "preact";
import { t } from "../locales/i18n.ts";
import { route } from "../router.ts";
import { Markdown } from "../text/markdown.tsx";
import type { FullDocument, Provenance } from "./tabs.ts";


function SourceMark({ provenance }: { provenance: Provenance }) {
  const { line, source, evidence } = provenance;
  return (
    <span class="source">
      <button type="button" class={`source-mark ${source.toLowerCase()}`} aria-label={t("source.line", { n: line, source: t(`source.${source}`) })} />
      <span class="source-card">
        <strong>{t(`source.${source}`)}</strong>
        {evidence.map((quote) => <q>{quote}</q>)}
      </span>
    </span>
  );
}

/** A document as it will be read, with what to look at marked, and on demand where each line comes from. */
export function ReadingView({ document, sources }: { document: FullDocument; sources: boolean }) {
  const view = useRef<HTMLElement>(null);
  const line = route.value.query.get("line");
  const { findings, provenance } = document.review;

  const wrap = useMemo(() => {
    const severities = new Map<number, string>();
    for (const { line, severity } of [...findings].reverse()) severities.set(line, severity.toLowerCase());
    const origins = new Map(provenance.map((one) => [one.line, one]));
    return (at: number, block: VNode) => {
      const origin = origins.get(at);
      const severity = severities.get(at);
      return (
        <div class={severity ? `line flagged ${severity}` : "line"} data-line={at}>
          {sources && origin && <SourceMark provenance={origin} />}
          {block}
        </div>
      );
    };
  }, [findings, provenance, sources]);

  useEffect(() => {
    if (!line) return;
    view.current?.querySelector(`[data-line="${Number(line)}"]`)?.scrollIntoView({ block: "center" });
  }, [line, document.version]);

  return (
    <article class={sources ? "prose with-sources" : "prose"} ref={view}>
      <Markdown text={document.content} wrap={wrap} />
    </article>
  );
}
