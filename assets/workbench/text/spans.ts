// Places in a text as the server gives them (code points, or a quote), cut into pieces to show.
import { codeUnits } from "./highlight.ts";

export interface Span<T> {
  start: number;
  end: number;
  value: T;
}

export interface Cut<T> {
  text: string;
  value: T | null;
}

/** Return where a quote stands: by its position in code points, or else by its first occurrence. */
export function place(text: string, quote: string, position?: { start: number; end: number } | null) {
  if (position) return { start: codeUnits(text, position.start), end: codeUnits(text, position.end) };
  const start = text.indexOf(quote);
  return start < 0 || !quote ? null : { start, end: start + quote.length };
}

/** Return the text cut at its spans. A span that begins within another is left out. */
export function cut<T>(text: string, spans: readonly Span<T>[]): Cut<T>[] {
  const parts: Cut<T>[] = [];
  let at = 0;
  for (const { start, end, value } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), value: null });
    parts.push({ text: text.slice(start, end), value });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), value: null });
  return parts;
}
