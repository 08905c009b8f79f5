import type { ServiceQuery } from "../api/operations.ts";
import { listing, t } from "../locales/i18n.ts";

export type Writers = ServiceQuery["service"]["writers"];

/** Return a writer's name for people. */
export function writerName(writer: { name: string; model: string | null }): string {
  if (writer.name === "offline") return t("writer.offline");
  return writer.model ?? writer.name;
}

/** Whether texts leave this server, and for where. */
export function Receivers({ writers }: { writers: Writers }) {
  const receivers = [...new Set(writers.flatMap(({ receiver }) => (receiver ? [receiver] : [])))];
  return (
    <p class="receivers small faint">
      <span aria-hidden="true">{receivers.length ? "↗" : "⌂"}</span>{" "}
      {t("start.writers", { writers: listing(writers.map(writerName)) })}{" "}
      {receivers.length ? t("start.sends", { receiver: listing(receivers) }) : t("start.stays")}
    </p>
  );
}
