// Deleting can be taken back for ten seconds: the request is sent when its message closes, or when the page goes.
import { signal } from "@preact/signals";
import { act } from "./client.ts";
import { asProblem, type Problem } from "./errors.ts";

type Send = (keepalive: boolean) => Promise<unknown>;

/** The ids that are not shown any more though the server still has them. */
export const hidden = signal<ReadonlySet<string>>(new Set());
const waiting = new Map<string, Send>();

function show(id: string): void {
  waiting.delete(id);
  hidden.value = new Set([...hidden.value].filter((other) => other !== id));
}

/** Take something off the screen at once. */
export function hide(id: string, send: Send): void {
  waiting.set(id, send);
  hidden.value = new Set([...hidden.value, id]);
}

/** Bring it back: nothing was sent yet. */
export const takeBack = show;

/** Have the server delete it. Return the problem if it would not: then the thing is shown again. */
export async function sendDeletion(id: string, keepalive = false): Promise<Problem | null> {
  const send = waiting.get(id);
  waiting.delete(id);
  try {
    await send?.(keepalive);
    return null;
  } catch (thrown) {
    show(id);
    return asProblem(thrown);
  }
}

/** Send everything that waits, in requests that outlive the page. */
export function flushDeletions(): void {
  for (const id of waiting.keys()) void sendDeletion(id, true);
}

export const deletion = (document: Parameters<typeof act>[0], id: string): Send => (keepalive) =>
  act(document, { id }, keepalive);
