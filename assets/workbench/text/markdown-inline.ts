// What stands inside a line of Markdown. One pass with bounded look-ahead, so that no text takes long.
export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "strong" | "em" | "del"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] }
  | { kind: "break" };

const MAX_DEPTH = 6;
const MAX_LINK_CHARACTERS = 2000;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const BARE = /https?:\/\/[^\s<>()[\]"]+/y;
const ANGLE = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y;
const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

const MARKS = [["**", "strong"], ["__", "strong"], ["~~", "del"], ["*", "em"], ["_", "em"]] as const;

class Reader {
  private readonly found: Inline[] = [];
  private plain = "";
  private at = 0;
  /** Marks without an end from here on, so that each is looked for once. */
  private readonly open = new Set<string>();

  constructor(private readonly text: string, private readonly depth: number) {}

  read(): Inline[] {
    while (this.at < this.text.length) {
      if (this.escape() || this.code() || this.link() || this.address() || this.mark() || this.lineBreak()) continue;
      this.plain += this.text[this.at++];
    }
    this.flush();
    return this.found;
  }

  private flush(): void {
    if (this.plain) this.found.push({ kind: "text", text: this.plain });
    this.plain = "";
  }

  private put(token: Inline, end: number): true {
    this.flush();
    this.found.push(token);
    this.at = end;
    return true;
  }

  private escape(): boolean {
    const next = this.text[this.at + 1] ?? "";
    if (this.text[this.at] !== "\\" || !ESCAPABLE.test(next)) return false;
    this.plain += next;
    this.at += 2;
    return true;
  }

  private lineBreak(): boolean {
    if (this.text[this.at] !== "\n") return false;
    const hard = this.plain.endsWith("  ");
    this.plain = this.plain.trimEnd();
    if (hard) return this.put({ kind: "break" }, this.at + 1);
    this.plain += "\n";
    this.at++;
    return true;
  }

  private code(): boolean {
    const ticks = /`+/y;
    ticks.lastIndex = this.at;
    const mark = ticks.exec(this.text)?.[0];
    if (!mark || this.open.has(mark)) return false;
    const end = this.text.indexOf(mark, this.at + mark.length);
    if (end < 0) {
      this.open.add(mark);
      return false;
    }
    return this.put({ kind: "code", text: this.text.slice(this.at + mark.length, end).trim() }, end + mark.length);
  }

  private link(): boolean {
    if (this.text[this.at] !== "[" || this.depth >= MAX_DEPTH) return false;
    const window = this.text.slice(this.at, this.at + MAX_LINK_CHARACTERS);
    const match = /^\[((?:[^[\]\\]|\\.)+)\]\(\s*<?([^\s<>()]+)>?(?:\s+"[^"]*")?\s*\)/.exec(window);
    if (!match) return false;
    const [whole, text = "", href = ""] = match;
    return this.put({ kind: "link", href, content: parseInline(text, this.depth + 1) }, this.at + whole.length);
  }

  private address(): boolean {
    const isAngle = this.text[this.at] === "<";
    const pattern = isAngle ? ANGLE : BARE;
    if (!isAngle && (this.text[this.at] !== "h" || isWord(this.text[this.at - 1]))) return false;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return false;
    const href = isAngle ? (match[1] ?? "") : match[0].replace(/[.,;:!?'*_]+$/, "");
    const end = isAngle ? this.at + match[0].length : this.at + href.length;
    return this.put({ kind: "link", href, content: [{ kind: "text", text: href.replace(/^mailto:/, "") }] }, end);
  }

  private mark(): boolean {
    if (this.depth >= MAX_DEPTH) return false;
    const entry = MARKS.find(([mark]) => this.text.startsWith(mark, this.at));
    if (!entry) return false;
    const [mark, kind] = entry;
    const start = this.at + mark.length;
    const inWord = mark.startsWith("_") && isWord(this.text[this.at - 1]);
    if (this.open.has(mark) || isSpace(this.text[start]) || inWord) return this.literal(mark);
    const end = this.end(mark, start);
    if (end < 0) {
      this.open.add(mark);
      return this.literal(mark);
    }
    return this.put({ kind, content: parseInline(this.text.slice(start, end), this.depth + 1) }, end + mark.length);
  }

  private literal(mark: string): true {
    this.plain += mark;
    this.at += mark.length;
    return true;
  }

  private end(mark: string, start: number): number {
    for (let end = this.text.indexOf(mark, start + 1); end >= 0; end = this.text.indexOf(mark, end + 1)) {
      const isDouble = mark.length === 1 && (this.text[end + 1] === mark || this.text[end - 1] === mark);
      const inWord = mark.startsWith("_") && isWord(this.text[end + mark.length]);
      if (!isSpace(this.text[end - 1]) && !isDouble && !inWord) return end;
    }
    return -1;
  }
}

/** Return what stands in a line, or in several that belong together. */
export function parseInline(text: string, depth = 0): Inline[] {
  return new Reader(text, depth).read();
}
