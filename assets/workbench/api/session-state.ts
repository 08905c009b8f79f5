// Whether the session stands: kept apart, since the client, the socket and the streams all ask.
import { signal } from "@preact/signals";

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

/** An answer said that there is no session. */
export function noteSessionEnd(): void {
  if (signedIn) sessionEnded.value = true;
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
