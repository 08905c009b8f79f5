// Markdown as components: no HTML string exists, so nothing has to be sanitised. HTML in a text is shown as text.
import type { ComponentChildren, VNode } from "preact";
import { type Block, parseBlocks } from "./markdown-blocks.ts";
import { type Inline, parseInline } from "./markdown-inline.ts";

const SAFE = new Set(["https:", "http:", "mailto:"]);

/** Return the address if it may be followed. */
export function safeLink(href: string): URL | null {
  try {
    const url = new URL(href);
    return SAFE.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

const textOf = (tokens: readonly Inline[]): string =>
  tokens.map((token) => ("content" in token ? textOf(token.content) : "text" in token ? token.text : " ")).join("");

function Link({ href, content }: { href: string; content: readonly Inline[] }) {
  const url = safeLink(href);
  const text = textOf(content);
  if (!url) return <>{text}</>;
  const target = url.protocol === "mailto:" ? url.pathname : url.host;
  return (
    <a href={url.href} rel="noopener noreferrer" target="_blank">
      {inline(content)}
      {!text.includes(target) && ` (${target})`}
    </a>
  );
}

function inline(tokens: readonly Inline[]): ComponentChildren {
  return tokens.map((token) => {
    switch (token.kind) {
      case "strong":
        return <strong>{inline(token.content)}</strong>;
      case "em":
        return <em>{inline(token.content)}</em>;
      case "del":
        return <s>{inline(token.content)}</s>;
      case "code":
        return <code>{token.text}</code>;
      case "break":
        return <br />;
      case "link":
        return <Link href={token.href} content={token.content} />;
      default:
        return token.text;
    }
  });
}

function Table({ head, rows }: { head: readonly string[]; rows: readonly string[][] }) {
  return (
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>{head.map((cell) => <th scope="col">{inline(parseInline(cell))}</th>)}</tr>
        </thead>
        <tbody>{rows.map((row) => <tr>{row.map((cell) => <td>{inline(parseInline(cell))}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

type Wrap = (line: number, block: VNode) => VNode;

/** The only paragraph of an item is its text; more than one are paragraphs. */
function item(blocks: readonly Block[], wrap: Wrap): ComponentChildren {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return blocks.map((block) => show(block, wrap));
  return [inline(parseInline(first.text)), ...rest.map((block) => show(block, wrap))];
}

function show(block: Block, wrap: Wrap): ComponentChildren {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${Math.min(6, block.depth + 1)}` as "h2";
      return wrap(block.line, <Heading>{inline(parseInline(block.text))}</Heading>);
    }
    case "paragraph":
      return wrap(block.line, <p>{inline(parseInline(block.text))}</p>);
    case "list": {
      const items = block.items.map(({ line, blocks }) => <li>{wrap(line, <div>{item(blocks, wrap)}</div>)}</li>);
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case "quote":
      return <blockquote>{block.blocks.map((inner) => show(inner, wrap))}</blockquote>;
    case "code":
      return <pre tabIndex={0}><code>{block.text}</code></pre>;
    case "table":
      return <Table head={block.head} rows={block.rows} />;
    case "rule":
      return <hr />;
  }
}

/** Show a Markdown text. `wrap` gets each block with its line, from 1, and may put something around or beside it. */
export function Markdown({ text, wrap = (_, inner) => inner }: { text: string; wrap?: Wrap }) {
  return <>{parseBlocks(text.split(/\r\n|\r|\n/)).map((block) => show(block, wrap))}</>;
}
