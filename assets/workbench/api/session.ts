// Who is signed in. The cookie itself is out of reach of scripts.
import { signal } from "@preact/signals";
import { clearDrafts } from "../text/drafts.ts";
import { act, ask, forgetCache } from "./client.ts";
import { address } from "./base.ts";
import { closeSocket } from "./connection.ts";
import { Problem, problemOfResponse } from "./errors.ts";
import { MeDocument, type MeQuery, SignOutEverywhereDocument } from "./operations.ts";
import { noteSignedIn, sessionEnded } from "./session-state.ts";

export type Me = MeQuery["me"];

/** The user; null when signed out, undefined until it is known. */
export const user = signal<Me | null | undefined>(undefined);

const tabs = "BroadcastChannel" in window ? new BroadcastChannel("jobforge-session") : null;

async function request(method: string, path: string, body?: object): Promise<Response> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const content = body ? { body: JSON.stringify(body), headers } : { headers };
  const response = await fetch(address(path), { method, credentials: "same-origin", ...content }).catch((error) => {
    throw new Problem("NETWORK", String(error.message ?? error));
  });
  if (!response.ok) throw await problemOfResponse(response);
  return response;
}

async function readUser(): Promise<void> {
  const { me } = await ask(MeDocument, {});
  if (user.value && user.value.id !== me.id) forgetUser();
  user.value = me;
  noteSignedIn(true);
}

/** Find out who is signed in, and renew the cookie. */
export async function restoreSession(): Promise<void> {
  const response = await request("GET", "/session");
  if (response.status === 204) {
    user.value = null;
    return;
  }
  await readUser();
  request("PUT", "/session").catch(() => undefined);
}

export async function signIn(email: string, password: string): Promise<void> {
  await request("POST", "/session", { email, password });
  closeSocket();
  await readUser();
  tabs?.postMessage("in");
}

export async function createAccount(fullName: string, email: string, password: string): Promise<void> {
  await request("POST", "/session/new", { fullName, email, password });
  await readUser();
  tabs?.postMessage("in");
}

/** Set a new password by the token of a link, and be signed in. Raises a Problem. */
export async function setPasswordByLink(token: string, newPassword: string): Promise<void> {
  await request("POST", "/session/password", { token, newPassword });
  closeSocket();
  await readUser();
  tabs?.postMessage("in");
}

/** Leave nothing of the user on this device. */
export function forgetUser(): void {
  const id = user.value?.id;
  if (id) clearDrafts(localStorage, id);
  forgetCache();
  closeSocket();
  noteSignedIn(false);
  user.value = null;
}

export async function signOut(): Promise<void> {
  await request("DELETE", "/session");
  forgetUser();
  tabs?.postMessage("out");
}

/** End every session of the user, this one too, and all access tokens. Raises a Problem. */
export async function signOutEverywhere(): Promise<void> {
  await act(SignOutEverywhereDocument, {});
  forgetUser();
  tabs?.postMessage("out");
}

tabs?.addEventListener("message", ({ data }) => {
  if (data === "out") forgetUser();
  else if (user.value === null || sessionEnded.value) readUser().catch(() => undefined);
});
