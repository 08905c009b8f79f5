// Where findings stand in a text that goes on changing. Lines count from 1 and columns in UTF-16 units, as the browser
// counts; the server counts code points.
export interface Mark {
  id: number;
  /** From 1. */
  line: number;
  start: number;
  end: number;
  severity: string;
}

interface Finding {
  line: number;
  quote: string;
  severity: string;
  range?: { start: number; end: number } | null;
}

/** Return the UTF-16 offset of a code point's offset. */
export function codeUnits(text: string, codePoints: number): number {
  let units = 0;
  for (let point = 0; point < codePoints && units < text.length; point++) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** Return a mark for each finding that has a place in the text. */
export function marksOf(text: string, findings: readonly Finding[]): Mark[] {
  const lines = text.split("\n");
  return findings.flatMap((finding, id) => {
    const line = lines[finding.line - 1];
    if (line === undefined) return [];
    const { severity } = finding;
    if (finding.range) {
      const [start, end] = [codeUnits(line, finding.range.start), codeUnits(line, finding.range.end)];
      if (end > start) return [{ id, line: finding.line, start, end, severity }];
    }
    const at = finding.quote ? line.indexOf(finding.quote) : -1;
    const [start, end] = at < 0 ? [0, line.length] : [at, at + finding.quote.length];
    return end > start ? [{ id, line: finding.line, start, end, severity }] : [];
  });
}

/** Return the marks of an older text moved to where their lines are now; marks in changed lines are dropped. */
export function moveMarks(marks: readonly Mark[], before: string, after: string): Mark[] {
  if (before === after) return [...marks];
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const shorter = Math.min(old.length, now.length) - head;
  while (tail < shorter && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const moved = now.length - old.length;
  return marks.flatMap((mark) => {
    if (mark.line <= head) return [mark];
    if (mark.line > old.length - tail) return [{ ...mark, line: mark.line + moved }];
    return keepInLine(mark, old[mark.line - 1] ?? "", now[mark.line - 1] ?? "");
  });
}

/** A mark in an edited line stays where the words in it are still the same. */
function keepInLine(mark: Mark, before: string, after: string): Mark[] {
  const words = before.slice(mark.start, mark.end);
  if (after.startsWith(before.slice(0, mark.end))) return [mark];
  const start = mark.start + after.length - before.length;
  return start >= 0 && words && after.slice(start) === before.slice(mark.start)
    ? [{ ...mark, start, end: start + words.length }]
    : [];
}

export interface Piece {
  text: string;
  /** The mark that the piece lies in; the severest where several do. */
  mark: Mark | null;
}

const RANK: Record<string, number> = { BLOCK: 3, WARN: 2, INFO: 1 };

/** Return a line cut where marks begin and end. */
export function pieces(line: string, marks: readonly Mark[]): Piece[] {
  const cuts = [...new Set([0, line.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= line.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? line.length;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    over.sort((a, b) => (RANK[b.severity] ?? 0) - (RANK[a.severity] ?? 0));
    return { text: line.slice(start, end), mark: over[0] ?? null };
  });
}

/** Return where a mark lies in the whole text. */
export function offsetsOf(text: string, mark: Mark): [number, number] {
  let start = 0;
  for (let line = 1; line < mark.line; line++) start = text.indexOf("\n", start) + 1;
  return [start + mark.start, start + mark.end];
}

/** Return where the sentence around a place begins and ends, its white space after it included; a bullet goes whole. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const lineEnd = next < 0 ? text.length : next;
  const line = text.slice(lineStart, lineEnd);
  let from = 0;
  let to = line.length;
  for (const match of line.matchAll(/[.!?…]["'”’»)]*\s+/g)) {
    const edge = match.index + match[0].length;
    if (lineStart + edge <= start) from = edge;
    else if (lineStart + edge >= end) {
      to = edge;
      break;
    }
  }
  const isWhole = from === 0 && to === line.length;
  const withBreak = isWhole && next >= 0 ? 1 : 0;
  return [lineStart + from, lineStart + to + withBreak];
}
