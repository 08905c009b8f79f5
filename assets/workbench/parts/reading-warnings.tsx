import { Button } from "../components/button.tsx";
import { Notice } from "../components/small.tsx";
import { t, tOr } from "../locales/i18n.ts";

export interface ReadingWarning {
  line: number;
  code: string;
  message: string;
  values: readonly { name: string; value: string }[];
}

/** Return what a warning says, in the page's language where its code is known. */
function textOf({ code, message, values }: ReadingWarning): string {
  return tOr(`warning.${code}`, message, Object.fromEntries(values.map(({ name, value }) => [name, value])));
}

/** Whether a warning is of a line, and not of the file as a whole. */
const isOfLine = ({ code }: ReadingWarning): boolean => !code.startsWith("file.");

interface Props {
  warnings: readonly ReadingWarning[];
  onLine: (line: number) => void;
}

/** What of a resume was read badly, each with a way to its line. */
export function ReadingWarnings({ warnings, onLine }: Props) {
  if (!warnings.length) return null;
  return (
    <Notice tone="warn">
      {t("resumes.warnings")}
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.line} ${warning.message}`}>
            {isOfLine(warning) && (
              <Button kind="quiet" onClick={() => onLine(warning.line)}>{t("resumes.warningLine", { n: warning.line })}</Button>
            )}{" "}
            {textOf(warning)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
