import { useEffect, useState } from "preact/hooks";
import { currentClient } from "./api/client.ts";
import { flushDeletions } from "./api/deletions.ts";
import { ApplicationChangedDocument } from "./api/operations.ts";
import { cacheEpoch } from "./api/client.ts";
import { signOut, user } from "./api/session.ts";
import { sessionEnded } from "./api/session-state.ts";
import { Menu } from "./components/menu.tsx";
import { useShortcuts } from "./components/shortcuts.ts";
import { chooseNewestToast, showToast, Toasts } from "./components/toast.tsx";
import { t } from "./locales/i18n.ts";
import { ConnectionStatus } from "./pages/connection-status.tsx";
import { KeyHelp } from "./pages/key-help.tsx";
import { Palette } from "./pages/palette.tsx";
import { Routes } from "./pages/routes.tsx";
import { SessionDialog } from "./pages/session-dialog.tsx";
import { problemText } from "./parts/problem-notice.tsx";
import { asProblem } from "./api/errors.ts";
import { go, route } from "./router.ts";
import { basePath } from "./api/base.ts";

type Over = "palette" | "keys" | null;

function NavLink({ to, children }: { to: string; children: string }) {
  const { path } = route.value;
  const isCurrent = path === to || path.startsWith(`${to}/`);
  return <a href={basePath + to} aria-current={isCurrent ? "page" : undefined}>{children}</a>;
}

/** What is around every page: navigation, messages, connection, keys. */
export function AppShell() {
  const [over, setOver] = useState<Over>(null);
  const leave = () => void signOut().catch((thrown) => showToast(problemText(asProblem(thrown)), { kind: "bad" }));

  useEffect(() => {
    const changes = currentClient().subscription(ApplicationChangedDocument, {}).subscribe(() => undefined);
    window.addEventListener("pagehide", flushDeletions);
    return () => {
      changes.unsubscribe();
      window.removeEventListener("pagehide", flushDeletions);
    };
  }, [cacheEpoch.value]);

  useShortcuts({
    "ctrl+k": () => setOver("palette"),
    "?": () => setOver("keys"),
    n: () => go("/start"),
    "g a": () => go("/applications"),
    "g r": () => go("/resumes"),
    "g s": () => go("/settings"),
    "/": () => go("/applications?focus=search"),
    "ctrl+z": (event) => {
      const isText = (event.target as Element | null)?.closest?.("input, textarea");
      return isText ? false : chooseNewestToast();
    },
  });

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>{t("app.skip")}</a>
      <header class="top">
        <a class="brand" href={`${basePath}/applications`}>{t("app.name")}</a>
        <nav aria-label={t("app.navigation")}>
          <NavLink to="/applications">{t("nav.applications")}</NavLink>
          <NavLink to="/resumes">{t("nav.resumes")}</NavLink>
          <NavLink to="/statistics">{t("nav.statistics")}</NavLink>
          <NavLink to="/settings">{t("nav.settings")}</NavLink>
        </nav>
        <div class="top-end">
          <ConnectionStatus />
          <button type="button" class="button quiet wide-only" onClick={() => setOver("palette")}>
            {t("app.palette")}
            <kbd aria-hidden="true">Ctrl K</kbd>
          </button>
          <Menu
            name={`${t("app.account")}: ${user.value?.fullName ?? ""}`}
            kind="quiet"
            items={[
              { name: t("app.palette"), hint: "Ctrl K", act: () => setOver("palette") },
              { name: t("app.shortcuts"), hint: "?", act: () => setOver("keys") },
              { name: t("nav.about"), act: () => location.assign(`${basePath}/about`) },
            ]}
          >
            <span class="avatar" aria-hidden="true">{(user.value?.fullName ?? "?").slice(0, 1).toUpperCase()}</span>
          </Menu>
          <button type="button" class="button quiet" onClick={leave}>{t("act.signOut")}</button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Routes />
      </main>
      <Toasts label={t("app.messages")} closeName={t("act.close")} />
      {over === "palette" && <Palette onClose={() => setOver(null)} />}
      {over === "keys" && <KeyHelp onClose={() => setOver(null)} />}
      {sessionEnded.value && <SessionDialog />}
    </>
  );
}
