import { useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useShortcuts } from "../components/shortcuts.ts";
import { t } from "../locales/i18n.ts";
import { type Change, compare, type Part, type Word } from "../text/diff.ts";

const CONTEXT_LINES = 2;

function Words({ words }: { words: readonly Word[] }) {
  return (
    <>
      {words.map(({ kind, text }) => (kind === "added" ? <ins>{text}</ins> : kind === "removed" ? <del>{text}</del> : text))}
    </>
  );
}

function Same({ lines }: { lines: readonly { after: number; text: string }[] }) {
  const [open, setOpen] = useState(false);
  const isLong = lines.length > 2 * CONTEXT_LINES + 2;
  const show = (part: typeof lines) => part.map(({ text, after }) => <p class="diff-line" key={after}>{text || "\u00a0"}</p>);
  if (!isLong || open) return <>{show(lines)}</>;
  return (
    <>
      {show(lines.slice(0, CONTEXT_LINES))}
      <button type="button" class="fold" onClick={() => setOpen(true)}>
        ⋯ {t("changes.folded", { n: lines.length - 2 * CONTEXT_LINES })}
      </button>
      {show(lines.slice(-CONTEXT_LINES))}
    </>
  );
}

function ChangeView({ change, number, onPutBack }: { change: Change; number: number; onPutBack?: ((change: Change) => void) | undefined }) {
  const rows = [...change.removed, ...change.added];
  return (
    <div class="change" tabIndex={-1} role="group" aria-label={t("changes.change", { n: number })}>
      <div class="change-lines">
        {rows.map(({ kind, words, moved }) => (
          <p class={`diff-line ${kind}${moved ? " moved" : ""}`}>
            <span class="sign" aria-hidden="true">{moved ? "⇅" : kind === "added" ? "+" : "−"}</span>
            <span class="hidden">{t(moved ? "changes.moved" : `changes.${kind}`)}: </span>
            <Words words={words} />
            {moved && <span class="faint small"> · {t("changes.moved")}</span>}
          </p>
        ))}
      </div>
      {onPutBack && <Button onClick={() => onPutBack(change)}>{t("changes.putBack")}</Button>}
    </div>
  );
}

interface Props {
  before: string;
  after: string;
  onPutBack?: (change: Change) => void;
}

/** Two texts as one, line by line, with the words that changed marked. `[` and `]` go from change to change. */
export function DiffView({ before, after, onPutBack }: Props) {
  const parts: Part[] = useMemo(() => compare(before, after), [before, after]);
  const view = useRef<HTMLDivElement>(null);
  const changes = parts.filter((part) => part.kind === "change");
  const step = (by: number) => () => {
    const all = [...(view.current?.querySelectorAll<HTMLElement>(".change") ?? [])];
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const next = all[(at < 0 && by < 0 ? all.length - 1 : at + by + all.length) % all.length];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  };
  useShortcuts({ "[": step(-1), "]": step(1) });
  if (!changes.length) return <p class="faint">{t("changes.none")}</p>;
  return (
    <div class="diff" ref={view}>
      <p class="small faint">{t("changes.count", { n: changes.length })} <kbd>[</kbd> <kbd>]</kbd></p>
      {parts.map((part) =>
        part.kind === "same" ? (
          <Same lines={part.lines} key={`same ${part.lines[0]?.after}`} />
        ) : (
          <ChangeView change={part} number={changes.indexOf(part) + 1} onPutBack={onPutBack} key={`change ${part.id}`} />
        ),
      )}
    </div>
  );
}
