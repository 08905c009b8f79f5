import type { Signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../locales/i18n.ts";
import { Markdown } from "../text/markdown.tsx";
import type { PhaseView } from "../text/phase-view.ts";

const NEAR_PIXELS = 80;

/** A document as it is being written. The page scrolls along only while its end is in sight. */
export function StreamingText({ view, name }: { view: Signal<PhaseView>; name: string }) {
  const end = useRef<HTMLDivElement>(null);
  const wasNear = useRef(true);
  const { text, reason } = view.value;
  const bottom = end.current?.getBoundingClientRect().bottom ?? 0;
  wasNear.current = bottom <= window.innerHeight + NEAR_PIXELS;

  useLayoutEffect(() => {
    if (text && wasNear.current && window.scrollY > 0) end.current?.scrollIntoView({ block: "end" });
  }, [text]);

  return (
    <div class="document">
      {reason && <p class="small faint">{t("phase.restarted", { reason })}</p>}
      <article class="prose" aria-busy="true" aria-label={name}>
        {text ? <Markdown text={text} /> : <p class="faint">{t("document.writing")}</p>}
        <span class="cursor" aria-hidden="true" />
      </article>
      <div ref={end} />
    </div>
  );
}
