// What was typed and not saved yet, kept on this device under the user's id. Storage is handed in.
export interface Draft {
  text: string;
  /** The version of the document that the text was typed over; 0 where there is none. */
  version: number;
  /** Milliseconds since the epoch. */
  at: number;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const PREFIX = "jobforge.draft";
const keyOf = (user: string, thing: string): string => `${PREFIX}.${user}.${thing}`;

/** Keep a draft. Return whether the device took it. */
export function saveDraft(store: Store, user: string, thing: string, draft: Draft): boolean {
  try {
    store.setItem(keyOf(user, thing), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(store: Store, user: string, thing: string): Draft | null {
  try {
    const draft = JSON.parse(store.getItem(keyOf(user, thing)) ?? "null");
    return typeof draft?.text === "string" && typeof draft.version === "number" ? draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(store: Store, user: string, thing: string): void {
  store.removeItem(keyOf(user, thing));
}

/** Forget all drafts of a user, as when they sign out of a shared computer. */
export function clearDrafts(store: Store, user: string): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  for (const key of keys) if (key.startsWith(keyOf(user, ""))) store.removeItem(key);
}
