import { useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { ApplicationsDocument, ResumesDocument } from "../api/operations.ts";
import { signOut } from "../api/session.ts";
import { useQuery } from "../api/use-query.ts";
import { type Command, CommandPalette } from "../components/command-palette.tsx";
import { setLetters, lettersOn } from "../components/shortcuts.ts";
import { theme } from "../components/theme.ts";
import { t } from "../locales/i18n.ts";
import { go } from "../router.ts";

/** Everything that can be done from anywhere, the newest applications and the resumes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [search, setSearch] = useState("");
  const applications = useQuery(ApplicationsDocument, { first: 20, search: search.trim().slice(0, 200) || null });
  const resumes = useQuery(ResumesDocument, {});
  const open = (to: string) => () => go(to);
  const acts = "";
  const commands: Command[] = [
    { name: t("keys.new"), group: acts, hint: "n", act: open("/start") },
    { name: t("nav.applications"), group: acts, hint: "g a", act: open("/applications") },
    { name: t("list.board"), group: acts, hint: "v", act: open("/applications?view=board") },
    { name: t("nav.resumes"), group: acts, hint: "g r", act: open("/resumes") },
    { name: t("resumes.new"), group: acts, act: open("/resumes/new") },
    { name: t("bin.title"), group: acts, act: open("/bin") },
    { name: t("nav.statistics"), group: acts, act: open("/statistics") },
    { name: t("nav.settings"), group: acts, hint: "g s", act: open("/settings") },
    { name: t("settings.themeDark"), group: t("settings.theme"), act: () => (theme.value = "dark") },
    { name: t("settings.themeLight"), group: t("settings.theme"), act: () => (theme.value = "light") },
    { name: t("settings.letters"), group: t("nav.settings"), act: () => setLetters(!lettersOn.value) },
    { name: t("nav.about"), group: acts, act: () => location.assign(`${basePath}/about`) },
    { name: t("act.signOut"), group: acts, act: () => void signOut() },
    ...(applications.data?.applications.edges ?? []).map(({ node }) => ({
      name: `${node.roleTitle} · ${node.companyName}`,
      group: t("nav.applications"),
      act: open(`/applications/${node.id}`),
    })),
    ...(resumes.data?.resumes ?? []).map(({ id, name }) => ({
      name,
      group: t("nav.resumes"),
      act: open(`/resumes/${id}`),
    })),
  ];
  return (
    <CommandPalette
      title={t("app.palette")}
      placeholder={t("app.paletteHint")}
      nothing={t("app.paletteNothing")}
      commands={commands}
      onSearch={setSearch}
      onClose={onClose}
    />
  );
}
