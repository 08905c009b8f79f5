import { clock, t } from "../locales/i18n.ts";
import type { SaveState } from "./autosave.ts";

/** Return the words of a state. */
export function saveText(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return state.at ? t("save.saved", { time: clock(state.at) }) : t("save.savedNow");
    case "refused":
      return t("save.refused", { message: state.message });
    default:
      return t(`save.${state.kind}`);
  }
}

/** Whether what was typed is safe, beside the text. */
export function SaveStatus({ state }: { state: SaveState }) {
  const isBad = ["unsaved", "conflict", "refused"].includes(state.kind);
  return <span class={isBad ? "save-state bad" : "save-state"} role="status">{saveText(state)}</span>;
}
