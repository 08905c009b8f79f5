// Two texts side by side: lines first, then words inside lines that changed.
import { diffLines, diffWordsWithSpace } from "diff";

export interface Word {
  kind: "same" | "added" | "removed";
  text: string;
}

export type Row =
  | { kind: "same"; before: number; after: number; text: string }
  | { kind: "removed" | "added"; line: number; text: string; words: Word[]; moved: boolean };

/** One change: what it takes out of the old text and puts into the new. */
export interface Change {
  kind: "change";
  id: number;
  removed: Extract<Row, { line: number }>[];
  added: Extract<Row, { line: number }>[];
  /** The line of the new text, from 0, before which the change stands. */
  at: number;
}

export type Part = Change | { kind: "same"; lines: { after: number; text: string }[] };

const linesOf = (text: string): string[] => {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
};

const whole = (kind: "added" | "removed", line: number, text: string): Extract<Row, { line: number }> => ({
  kind,
  line,
  text,
  words: [{ kind, text }],
  moved: false,
});

const MAX_WORDS_CHARACTERS = 4000;

/** Mark the words that differ between lines which stand for each other. */
function compareWords(change: Change): void {
  const pairs = Math.min(change.removed.length, change.added.length);
  for (let index = 0; index < pairs; index++) {
    const [before, after] = [change.removed[index], change.added[index]];
    if (!before || !after || before.text.length + after.text.length > MAX_WORDS_CHARACTERS) continue;
    const words: Word[] = diffWordsWithSpace(before.text, after.text).map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    }));
    const shared = words.filter(({ kind }) => kind === "same").reduce((sum, { text }) => sum + text.trim().length, 0);
    if (shared * 3 < Math.min(before.text.length, after.text.length)) continue;
    before.words = words.filter(({ kind }) => kind !== "added");
    after.words = words.filter(({ kind }) => kind !== "removed");
  }
}

/** A line that was taken out in one place and put in at another was moved. */
function markMoves(changes: readonly Change[]): void {
  const removed = new Map<string, Extract<Row, { line: number }>[]>();
  const worth = (text: string) => text.trim().length > 3;
  for (const row of changes.flatMap((change) => change.removed)) {
    if (worth(row.text)) removed.set(row.text.trim(), [...(removed.get(row.text.trim()) ?? []), row]);
  }
  for (const row of changes.flatMap((change) => change.added)) {
    const source = removed.get(row.text.trim())?.shift();
    if (!source) continue;
    row.moved = source.moved = true;
    row.words = [{ kind: "same", text: row.text }];
    source.words = [{ kind: "same", text: source.text }];
  }
}

/** Blank lines that came or went are no change worth a look. */
const isBlank = (part: Part): boolean =>
  part.kind === "change" && [...part.removed, ...part.added].every(({ text }) => !text.trim());

const asSame = ({ added }: Change): Part => ({
  kind: "same",
  lines: added.map(({ line, text }) => ({ after: line, text })),
});

/** Return the parts of a comparison, in the order of the new text. */
export function compare(before: string, after: string): Part[] {
  const end = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
  const parts: Part[] = [];
  let [oldLine, newLine] = [0, 0];
  let change: Change | null = null;
  for (const piece of diffLines(end(before), end(after))) {
    const lines = linesOf(piece.value);
    if (!piece.added && !piece.removed) {
      const first = newLine;
      parts.push({ kind: "same", lines: lines.map((text, index) => ({ after: first + index, text })) });
      oldLine += lines.length;
      newLine += lines.length;
      change = null;
      continue;
    }
    if (!change) {
      change = { kind: "change", id: parts.length, removed: [], added: [], at: newLine };
      parts.push(change);
    }
    for (const text of lines) {
      if (piece.removed) change.removed.push(whole("removed", oldLine++, text));
      else change.added.push(whole("added", newLine++, text));
    }
  }
  const shown = parts.map((part) => (isBlank(part) ? asSame(part as Change) : part));
  const changes = shown.filter((part) => part.kind === "change");
  for (const part of changes) compareWords(part);
  markMoves(changes);
  return shown;
}

/** Return the new text with one change put back. */
export function putBack(after: string, change: Change): string {
  const lines = after.split("\n");
  lines.splice(change.at, change.added.length, ...change.removed.map(({ text }) => text));
  return lines.join("\n");
}
