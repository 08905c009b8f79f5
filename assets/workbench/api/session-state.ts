// Whether the session stands: kept apart, since the client, the socket and the streams all ask.
import { signal } from "@preact/signals";
import { address } from "./base.ts";

/** The session ended while the page was open: the password is asked for over it. */
export const sessionEnded = signal(false);
/** Raised at each sign-in: streams and queries that the end of a session stopped go on. */
export const sessionEpoch = signal(0);

let signedIn = false;

export function noteSignedIn(value: boolean): void {
  signedIn = value;
  sessionEnded.value = false;
  if (value) sessionEpoch.value += 1;
}

const DOUBT_MILLISECONDS = 1000;
let doubting = false;

async function isSessionOver(): Promise<boolean> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, DOUBT_MILLISECONDS));
    const response = await fetch(address("/session"), { credentials: "same-origin" }).catch(() => null);
    if (response?.ok) return response.status === 204;
  }
}

/** Something said that there is no session: an answer, or the end of a socket that belonged to an earlier one. */
export async function noteSessionEnd(): Promise<void> {
  if (!signedIn || doubting || sessionEnded.value) return;
  doubting = true;
  const isOver = await isSessionOver();
  doubting = false;
  if (!signedIn) return;
  if (isOver) sessionEnded.value = true;
  else sessionEpoch.value += 1;
}

/** Wait for the next sign-in. */
export function nextSession(): Promise<void> {
  const before = sessionEpoch.peek();
  return new Promise((resolve) => {
    const stop = sessionEpoch.subscribe((epoch) => {
      if (epoch === before) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
