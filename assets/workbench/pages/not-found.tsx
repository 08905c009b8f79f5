import { address } from "../api/base.ts";
import { t } from "../locales/i18n.ts";
import { Page } from "./page.tsx";

/** The page of an address at which there is nothing. */
export function NotFound() {
  return (
    <Page title={t("notFound.title")}>
      <p>{t("notFound.text")}</p>
      <p><a href={address("/applications")}>{t("application.back")}</a></p>
    </Page>
  );
}
