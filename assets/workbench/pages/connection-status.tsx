import { connection, lostAt, polling } from "../api/connection.ts";
import { clock, t } from "../locales/i18n.ts";

/** How the connection stands, and since when what is shown may be old. */
export function ConnectionStatus() {
  const state = connection.value;
  const since = state === "offline" && lostAt.value ? t("connection.since", { time: clock(lostAt.value) }) : "";
  const detail = since || (polling.value ? t("connection.polling") : "");
  return (
    <span class={`connection ${state}`}>
      <span class="dot" aria-hidden="true" />
      <span role="status">{t(`connection.${state}`)}{detail && `, ${detail}`}</span>
    </span>
  );
}
