import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { type Key } from "../locales/en.ts";
import { t } from "../locales/i18n.ts";

const KEYS: readonly (readonly [string[], Key])[] = [
  [["Ctrl K"], "keys.palette"],
  [["n"], "keys.new"],
  [["/"], "keys.search"],
  [["j", "k", "↑", "↓"], "keys.move"],
  [["Enter"], "keys.open"],
  [["v"], "keys.view"],
  [["m"], "keys.stage"],
  [["g a", "g r", "g s"], "keys.go"],
  [["1", "2", "3", "4"], "keys.tabs"],
  [["e"], "keys.edit"],
  [["F8", "Shift F8"], "keys.findings"],
  [["[", "]"], "keys.changes"],
  [["Ctrl S"], "keys.save"],
  [["Ctrl Enter"], "keys.run"],
  [["Esc"], "keys.back"],
  [["?"], "keys.help"],
];

/** The list of keys. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("app.shortcuts")} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, name]) => (
          <div>
            <dt>{keys.map((key) => <kbd>{key}</kbd>)}</dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-actions"><Button onClick={onClose}>{t("act.close")}</Button></div>
    </Dialog>
  );
}
