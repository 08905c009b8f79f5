import { useState } from "preact/hooks";
import { BinDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { EmptyState, Skeleton } from "../components/small.tsx";
import { ago, dateTime, day, t } from "../locales/i18n.ts";
import { bringBack, type DeletedItem, titleOf } from "../parts/bin.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { go } from "../router.ts";
import { Page } from "./page.tsx";

function BinRow({ item }: { item: DeletedItem }) {
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    await bringBack(item);
    setBusy(false);
    // The row is gone with its button: the keyboard goes on from the page's beginning.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <li>
      <span>
        <span class="row-title">{titleOf(item)}</span> <span class="pill">{t(`bin.${item.kind}`)}</span>
        <br />
        <span class="faint small">
          <time dateTime={item.deletedAt} title={dateTime(item.deletedAt)}>{t("bin.deleted", { when: ago(item.deletedAt) })}</time>
          {" · "}
          <time dateTime={item.expiresAt}>{t("bin.until", { day: day(item.expiresAt) })}</time>
        </span>
      </span>
      <Button busy={busy} aria-label={t("bin.bringBack", { name: titleOf(item) })} onClick={() => void restore()}>
        {t("archive.bringBack")}
      </Button>
    </li>
  );
}

/** What was deleted in the last 30 days, to be brought back. */
export function Bin() {
  const { data, problem, loading, refresh } = useQuery(BinDocument, {});
  return (
    <Page title={t("bin.title")} lead={t("bin.lead")}>
      <ProblemNotice problem={problem} onRetry={refresh} />
      {loading && <Skeleton rows={3} label={t("bin.loading")} />}
      {data && !data.bin.length && (
        <EmptyState title={t("bin.none")} action={<Button onClick={() => go("/applications")}>{t("application.back")}</Button>} />
      )}
      {data && data.bin.length > 0 && (
        <ul class="card plain-rows">{data.bin.map((item) => <BinRow item={item} key={item.id} />)}</ul>
      )}
    </Page>
  );
}
