import { memo } from "preact/compat";
import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { type Mark, pieces } from "../text/highlight.ts";

const NO_MARKS: readonly Mark[] = [];

interface LineProps {
  text: string;
  marks: readonly Mark[];
  chosen: number | null;
}

/** One line of the mirror: the same text, transparent, with its marks under it. Drawn again only when it changes. */
const Line = memo(({ text, marks, chosen }: LineProps) => (
  <p>
    {pieces(text, marks).map(({ text: piece, mark }) =>
      mark ? (
        <mark class={`squiggle ${mark.severity.toLowerCase()}${mark.id === chosen ? " chosen" : ""}`} data-finding={mark.id}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
    {!text && "\u200b"}
  </p>
), (before, after) =>
  before.text === after.text && before.chosen === after.chosen && JSON.stringify(before.marks) === JSON.stringify(after.marks));

interface Props {
  name: string;
  value: string;
  onValue: (value: string) => void;
  onBlur: () => void;
  marks: readonly Mark[];
  chosen: number | null;
  description: string;
  lang?: string;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** A real textarea that grows with its text, over a mirror layer that draws the squiggles. */
export function Editor({ name, value, onValue, onBlur, marks, chosen, description, lang, area }: Props) {
  const byLine = useMemo(() => {
    const lines = new Map<number, Mark[]>();
    for (const mark of marks) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark]);
    return lines;
  }, [marks]);
  return (
    <div class="editor">
      <div class="mirror" aria-hidden="true">
        {value.split("\n").map((text, index) => {
          const own = byLine.get(index + 1) ?? NO_MARKS;
          return <Line text={text} marks={own} chosen={own.some(({ id }) => id === chosen) ? chosen : null} key={index} />;
        })}
      </div>
      <textarea
        ref={area}
        aria-label={name}
        aria-describedby="editor-findings"
        lang={lang}
        spellcheck
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onBlur={onBlur}
      />
      <p class="hidden" id="editor-findings">{description}</p>
    </div>
  );
}
