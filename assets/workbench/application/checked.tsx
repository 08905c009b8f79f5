import { Button } from "../components/button.tsx";
import { t, tOr } from "../locales/i18n.ts";
import { putLineBack } from "../text/checked.ts";
import type { FullApplication } from "./tabs.ts";

type Change = FullApplication["runs"][number]["changes"][number];

interface Props {
  changes: readonly Change[];
  content: string;
  onPutBack: (content: string) => void;
}

/** What the checks changed between what the writer wrote and what was saved, line by line with the reason. */
export function CheckedLines({ changes, content, onPutBack }: Props) {
  if (!changes.length) return null;
  return (
    <section class="checked" aria-labelledby="checked-title">
      <h3 id="checked-title">{t("checked.title")}</h3>
      <ol class="diff">
        {changes.map((change) => {
          const restored = putLineBack(content, change);
          return (
            <li class="change" key={`${change.line} ${change.before}`}>
              <div class="change-lines">
                {change.before && (
                  <p class="diff-line removed"><span class="sign" aria-hidden="true">−</span><span class="hidden">{t("changes.removed")}: </span>{change.before}</p>
                )}
                {change.after !== null && (
                  <p class="diff-line added"><span class="sign" aria-hidden="true">+</span><span class="hidden">{t("changes.added")}: </span>{change.after}</p>
                )}
                <p class="small faint pad-line">{tOr(`finding.${change.code}`, change.reason)}</p>
              </div>
              {restored !== null && <Button onClick={() => onPutBack(restored)}>{t("changes.putBack")}</Button>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
