// Changes made for the user, such that Ctrl Z undoes them like typing.

/** Replace a stretch of a textarea's text and select what was put in. */
export function replaceRange(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  area.focus();
  area.setSelectionRange(start, end);
  const command = text ? ["insertText", text] as const : ["delete", undefined] as const;
  // Deprecated in name only: nothing else puts a change into the browser's own undo history.
  if (document.execCommand(command[0], false, command[1])) return;
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Select a stretch and bring it into view; a textarea as tall as its text does not scroll by itself. */
export function selectRange(area: HTMLTextAreaElement, start: number, end: number, place: Element | null): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  (place ?? area).scrollIntoView({ block: "center" });
}

/** Select a line, from 1, of a textarea that scrolls by itself. Taking the focus anew scrolls to the caret. */
export function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((length, before) => length + before.length + 1, 0);
  area.setSelectionRange(start, start);
  area.blur();
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
