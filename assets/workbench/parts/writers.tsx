import type { ServiceQuery } from "../api/operations.ts";
import { Notice } from "../components/small.tsx";
import { listing, t } from "../locales/i18n.ts";

export type Writers = ServiceQuery["service"]["writers"];

/** Return a writer's name for people. */
export function writerName(writer: { name: string; model: string | null }): string {
  if (writer.name === "offline") return t("writer.offline");
  return writer.model ?? writer.name;
}

/** Return the hosts that texts are sent to, each once; none when they stay on this server. */
export const receiversOf = (writers: Writers): string[] => [...new Set(writers.flatMap(({ receiver }) => receiver ?? []))];

/** Whether texts leave this server, and for where. */
export function Receivers({ writers }: { writers: Writers }) {
  const receivers = receiversOf(writers);
  return (
    <p class="receivers small faint">
      <span aria-hidden="true">{receivers.length ? "↗" : "⌂"}</span>{" "}
      {t("start.writers", { writers: listing(writers.map(writerName)) })}{" "}
      {receivers.length ? t("start.sends", { receiver: listing(receivers) }) : t("start.stays")}
    </p>
  );
}

/** What the first start of a phase does with the texts, where they would leave this server. */
export function SendingNotice({ writers }: { writers: Writers }) {
  const receivers = receiversOf(writers);
  if (!receivers.length) return null;
  return <Notice tone="plain">{t("application.sends", { receiver: listing(receivers) })}</Notice>;
}
