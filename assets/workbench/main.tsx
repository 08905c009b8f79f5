// The page's entry: who is signed in decides what is shown.
import { effect } from "@preact/signals";
import { render } from "preact";
import { restoreSession, user } from "./api/session.ts";
import { AppShell } from "./app-shell.tsx";
import { applyTheme } from "./components/theme.ts";
import { preferredLanguage, useLanguage } from "./locales/i18n.ts";
import { ResetPassword } from "./pages/reset-password.tsx";
import { SignIn } from "./pages/sign-in.tsx";
import { Unreachable } from "./pages/unreachable.tsx";
import { route, startRouter } from "./router.ts";

function Main() {
  if (route.value.path === "/reset-password") return <ResetPassword />;
  if (user.value === undefined) return null;
  return user.value ? <AppShell key={user.value.id} /> : <SignIn />;
}

async function start(root: HTMLElement): Promise<void> {
  try {
    await restoreSession();
  } catch {
    await useLanguage(preferredLanguage(null));
    render(<Unreachable onRetry={() => void start(root)} />, root);
    return;
  }
  await useLanguage(preferredLanguage(user.value?.language));
  render(<Main />, root);
}

const root = document.getElementById("workbench");
if (root) {
  applyTheme();
  startRouter();
  effect(() => {
    const own = user.value?.language;
    if (own) void useLanguage(preferredLanguage(own));
  });
  void start(root);
}
