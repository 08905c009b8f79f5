// Keys. Single letters count only outside fields and can be turned off; two letters in a row are written "g a".
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** What a key does; false leaves the key to the browser. */
type Act = (event: KeyboardEvent) => unknown;
export type Bindings = Record<string, Act>;

const OFF = "jobforge.letters-off";
const SEQUENCE_MILLISECONDS = 1000;

/** Whether single letters act. */
export const lettersOn = signal(localStorage.getItem(OFF) === null);

export function setLetters(on: boolean): void {
  lettersOn.value = on;
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}

/** Return the name of a key press: "ctrl+k", "shift+f8", "n", "?". */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.toLowerCase();
  const named = key.length > 1;
  return [
    (event.ctrlKey || event.metaKey) && "ctrl",
    event.altKey && "alt",
    event.shiftKey && named && "shift",
    key === " " ? "space" : key,
  ].filter(Boolean).join("+");
}

const stack: { current: Bindings }[] = [];
let before = "";
let beforeAt = 0;

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest("input, textarea, select, [contenteditable]"));
}

function find(name: string): Act | undefined {
  for (const bindings of [...stack].reverse()) if (bindings.current[name]) return bindings.current[name];
  return undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = keyName(event);
  const isLetter = !name.includes("+") && event.key.length === 1;
  const isPlain = isLetter || ["arrowup", "arrowdown", "escape"].includes(name);
  if (isPlain && name !== "escape" && isField(event.target)) return;
  if (isLetter && !lettersOn.value) return;
  if (document.querySelector("dialog[open]") && !name.startsWith("ctrl+")) return;
  const sequence = isLetter && Date.now() - beforeAt < SEQUENCE_MILLISECONDS ? `${before} ${name}` : "";
  const act = (sequence && find(sequence)) || find(name);
  before = isLetter ? name : "";
  beforeAt = Date.now();
  if (act && act(event) !== false) event.preventDefault();
}

/** Bind keys for as long as the component is there; the newest binding of a key counts. */
export function useShortcuts(bindings: Bindings): void {
  const current = useRef(bindings);
  current.current = bindings;
  useEffect(() => {
    if (!stack.length) document.addEventListener("keydown", onKeyDown);
    stack.push(current);
    return () => {
      stack.splice(stack.indexOf(current), 1);
      if (!stack.length) document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
