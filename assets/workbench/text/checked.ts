// What the checks changed in a writer's text, and how to put one line of it back.
export interface CheckedLine {
  /** From 1, in the document as it was saved. */
  line: number;
  before: string;
  /** null: the line was left out. */
  after: string | null;
}

/** Return the document with the writer's line in place of the checked one; null where it is no longer there. */
export function putLineBack(content: string, { line, before, after }: CheckedLine): string | null {
  const lines = content.split("\n");
  if (after === null) {
    if (line > lines.length + 1 || lines.includes(before)) return null;
    lines.splice(line - 1, 0, before);
    return lines.join("\n");
  }
  const at = lines[line - 1] === after ? line - 1 : lines.indexOf(after);
  if (at < 0) return null;
  lines.splice(at, 1, ...(before ? [before] : []));
  return lines.join("\n");
}
