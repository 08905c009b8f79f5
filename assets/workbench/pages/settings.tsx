import { ServiceDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Select } from "../components/field.tsx";
import { lettersOn, setLetters } from "../components/shortcuts.ts";
import { type Theme, theme } from "../components/theme.ts";
import { type Language, language, LANGUAGES, rememberLanguage, t, useLanguage } from "../locales/i18n.ts";
import { attempt } from "../api/client.ts";
import { UpdateMeDocument } from "../api/operations.ts";
import { user } from "../api/session.ts";
import { AccountForm, EmailForm, PasswordForm } from "./settings-account.tsx";
import { AccessSections } from "./settings-access.tsx";
import { DataSection } from "./settings-data.tsx";
import { UsageSection } from "./settings-usage.tsx";
import { Page } from "./page.tsx";
import { writerName } from "../parts/writers.tsx";

/** Change the language here, on this device and for the user. */
async function setLanguage(next: Language): Promise<void> {
  rememberLanguage(next);
  await useLanguage(next);
  const [answer] = await attempt(UpdateMeDocument, { language: next });
  if (answer && user.value) user.value = { ...user.value, language: answer.updateMe.language };
}

function LookSection() {
  const themes: readonly (readonly [Theme, string])[] = [
    ["system", t("settings.themeSystem")],
    ["light", t("settings.themeLight")],
    ["dark", t("settings.themeDark")],
  ];
  return (
    <section class="card stack" aria-labelledby="settings-look">
      <h2 id="settings-look">{t("settings.look")}</h2>
      <Select
        label={t("settings.language")}
        value={language.value}
        onValue={(next) => void setLanguage(next as Language)}
        options={Object.entries(LANGUAGES)}
      />
      <Select
        label={t("settings.theme")}
        value={theme.value}
        onValue={(next) => (theme.value = next as Theme)}
        options={themes}
      />
      <label class="check">
        <input type="checkbox" checked={lettersOn.value} onChange={(event) => setLetters(event.currentTarget.checked)} />
        <span>{t("settings.letters")}<span class="hint">{t("settings.lettersHint")}</span></span>
      </label>
    </section>
  );
}

function WritersSection() {
  const service = useQuery(ServiceDocument, {}).data?.service;
  return (
    <section class="card stack" aria-labelledby="settings-writers">
      <h2 id="settings-writers">{t("settings.writers")}</h2>
      <p class="faint">{t("settings.writersText")}</p>
      <ol class="writers">
        {service?.writers.map((writer) => (
          <li>
            <strong>{writerName(writer)}</strong>{" "}
            <span class="faint">
              {writer.receiver ? t("settings.sentTo", { receiver: writer.receiver }) : t("settings.local")}
            </span>
          </li>
        ))}
      </ol>
      {service && <p class="faint small">{t("settings.version", { version: service.version })}</p>}
    </section>
  );
}

/** Account, language and look, writers, data. */
export function Settings() {
  return (
    <Page title={t("settings.title")}>
      <div class="settings">
        <AccountForm />
        <LookSection />
        <EmailForm />
        <PasswordForm />
        <WritersSection />
        <AccessSections />
        <UsageSection />
        <DataSection />
      </div>
    </Page>
  );
}
