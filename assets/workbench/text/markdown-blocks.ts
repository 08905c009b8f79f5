// The blocks of a Markdown text, each with the line at which it begins (from 1).
export type Block =
  | { kind: "heading"; line: number; depth: number; text: string }
  | { kind: "paragraph"; line: number; text: string }
  | { kind: "code"; line: number; text: string }
  | { kind: "rule"; line: number }
  | { kind: "quote"; line: number; blocks: Block[] }
  | { kind: "list"; line: number; start: number | null; items: { line: number; blocks: Block[] }[] }
  | { kind: "table"; line: number; head: string[]; rows: string[][] };

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)])(?:\s+(.*))?$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const MAX_DEPTH = 8;

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string | undefined): boolean => !line?.trim();
const cells = (line: string): string[] =>
  line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

function startsBlock(line: string): boolean {
  return HEADING.test(line) || RULE.test(line) || FENCE.test(line) || ITEM.test(line) || /^ {0,3}>/.test(line);
}

class Blocks {
  private readonly blocks: Block[] = [];
  private at = 0;

  constructor(private readonly lines: readonly string[], private readonly first: number, private readonly depth: number) {}

  read(): Block[] {
    while (this.at < this.lines.length) {
      if (isBlank(this.lines[this.at])) this.at++;
      else this.blocks.push(this.next(this.lines[this.at] ?? ""));
    }
    return this.blocks;
  }

  private get line(): number {
    return this.first + this.at;
  }

  private take(count: number): string[] {
    const taken = this.lines.slice(this.at, this.at + count);
    this.at += count;
    return [...taken];
  }

  private count(goesOn: (line: string, index: number) => boolean): number {
    let count = 0;
    while (this.at + count < this.lines.length && goesOn(this.lines[this.at + count] ?? "", count)) count++;
    return count;
  }

  private next(text: string): Block {
    const { line } = this;
    const heading = HEADING.exec(text);
    if (heading) {
      this.at++;
      return { kind: "heading", line, depth: heading[1]?.length ?? 1, text: heading[2] ?? "" };
    }
    if (RULE.test(text)) {
      this.at++;
      return { kind: "rule", line };
    }
    const fence = FENCE.exec(text)?.[1];
    if (fence) return this.code(fence);
    if (this.depth < MAX_DEPTH && /^ {0,3}>/.test(text)) {
      const inner = this.take(this.count((next) => /^ {0,3}>/.test(next))).map((next) => next.replace(/^ {0,3}> ?/, ""));
      return { kind: "quote", line, blocks: parseBlocks(inner, line, this.depth + 1) };
    }
    if (this.depth < MAX_DEPTH && ITEM.test(text)) return this.list();
    if (text.includes("|") && DELIMITER.test(this.lines[this.at + 1] ?? "")) return this.table();
    const count = this.count((next, index) => index === 0 || (!isBlank(next) && !startsBlock(next)));
    return { kind: "paragraph", line, text: this.take(count).map((next) => next.trimStart()).join("\n").trimEnd() };
  }

  private code(fence: string): Block {
    const { line } = this;
    this.at++;
    const body = this.take(this.count((next) => !next.trimStart().startsWith(fence)));
    this.at++;
    return { kind: "code", line, text: body.join("\n") };
  }

  private table(): Block {
    const { line } = this;
    const [head = "", , ...rows] = this.take(this.count((next, index) => index < 2 || next.includes("|")));
    return { kind: "table", line, head: cells(head), rows: rows.map(cells) };
  }

  private list(): Block {
    const { line } = this;
    const [, indent = "", marker = "-"] = ITEM.exec(this.lines[this.at] ?? "") ?? [];
    const ordered = /\d/.test(marker);
    const items: { line: number; blocks: Block[] }[] = [];
    const isItem = (text: string) => {
      const match = ITEM.exec(text);
      return Boolean(match && !RULE.test(text) && match[1]!.length <= indent.length + 1 && /\d/.test(match[2] ?? "") === ordered);
    };
    while (isItem(this.lines[this.at] ?? "")) {
      const start = this.line;
      const text = this.lines[this.at] ?? "";
      const width = text.length - text.replace(/^ *(?:[-*+]|\d+[.)])\s*/, "").length;
      const count = this.count((next, index) => {
        if (index === 0) return true;
        if (isBlank(next)) return indentOf(this.lines[this.at + index + 1] ?? "") > indent.length + 1;
        return indentOf(next) > indent.length + 1 || (!startsBlock(next) && !isBlank(this.lines[this.at + index - 1]));
      });
      const [head = "", ...rest] = this.take(count);
      const inner = [head.slice(width), ...rest.map((next) => next.slice(Math.min(width, indentOf(next))))];
      items.push({ line: start, blocks: parseBlocks(inner, start, this.depth + 1) });
      if (isBlank(this.lines[this.at]) && isItem(this.lines[this.at + 1] ?? "")) this.at++;
    }
    return { kind: "list", line, start: ordered ? Number.parseInt(marker, 10) : null, items };
  }
}

/** Return the blocks of some lines; `first` is the number of the first of them. */
export function parseBlocks(lines: readonly string[], first = 1, depth = 0): Block[] {
  return new Blocks(lines, first, depth).read();
}
