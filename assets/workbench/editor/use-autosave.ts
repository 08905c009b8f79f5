import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { user } from "../api/session.ts";
import { useShortcuts } from "../components/shortcuts.ts";
import { type Draft, dropDraft, readDraft, saveDraft } from "../text/drafts.ts";
import { Autosave, type SaveFailure, type Saved, type SaveState } from "./autosave.ts";

interface Source {
  /** What the text is, for the drafts of this device. */
  thing: string;
  text: string;
  version: number;
  savedAt: number;
  save: (text: string, version: number, leaving: boolean) => Promise<Saved | SaveFailure>;
  review?: (text: string) => Promise<void>;
}

/** A text that is kept with each stroke, reviewed and saved soon after, and never lost. */
export function useAutosave({ thing, text: first, version, savedAt, save, review }: Source) {
  const owner = user.value?.id ?? "";
  const [text, setText] = useState(first);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: savedAt });
  const [draft, setDraft] = useState<Draft | null>(() => {
    const draft = readDraft(localStorage, owner, thing);
    return draft && draft.text !== first ? draft : null;
  });
  const services = useRef({ save, review });
  services.current = { save, review };

  const autosave = useMemo(
    () =>
      new Autosave(first, version, savedAt, {
        keep: (text, version) => {
          // Whoever signed out leaves nothing behind, not even by leaving the page.
          if (user.value?.id === owner) saveDraft(localStorage, owner, thing, { text, version, at: Date.now() });
        },
        drop: () => dropDraft(localStorage, owner, thing),
        save: (text, version, leaving) => services.current.save(text, version, leaving),
        review: async (text) => services.current.review?.(text),
        changed: setState,
        later: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
        now: Date.now,
      }),
    [thing],
  );

  useEffect(() => autosave.noteVersion(version, first), [version, first]);

  useEffect(() => {
    const leave = () => void autosave.saveNow(true);
    const shown = () => document.visibilityState === "hidden" && leave();
    const online = () => void autosave.saveNow();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", shown);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", shown);
      autosave.stop();
      void autosave.saveNow();
    };
  }, [autosave]);

  useShortcuts({ "ctrl+s": () => void autosave.saveNow() });

  const type = (next: string) => {
    setText(next);
    setDraft(null);
    autosave.type(next);
  };
  return {
    text,
    state,
    draft,
    type,
    autosave,
    saveNow: () => void autosave.saveNow(),
    /** Go on with a text that the server has as that version. */
    replace: (next: string, version: number, savedText: string) => {
      setText(next);
      autosave.resolve(next, version, savedText);
    },
    dropDraft: () => {
      dropDraft(localStorage, owner, thing);
      setDraft(null);
    },
  };
}
