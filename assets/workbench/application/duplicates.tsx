import { basePath } from "../api/base.ts";
import { Notice } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import type { FullApplication } from "./tabs.ts";

/** The user's other applications that may be the same one, as links. */
export function Duplicates({ duplicates }: { duplicates: FullApplication["possibleDuplicates"] }) {
  if (!duplicates.length) return null;
  return (
    <Notice tone="warn">
      {t("duplicates.text")}
      <ul>
        {duplicates.map(({ id, roleTitle, companyName }) => (
          <li key={id}><a href={`${basePath}/applications/${id}`}>{roleTitle} · {companyName}</a></li>
        ))}
      </ul>
    </Notice>
  );
}
