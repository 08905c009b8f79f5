import { basePath } from "../api/base.ts";
import { attempt } from "../api/client.ts";
import { DueRemindersDocument, UpdateReminderDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { showToast } from "../components/toast.tsx";
import { day, t } from "../locales/i18n.ts";
import { problemText } from "../parts/problem-notice.tsx";

/** What is due today, above the list; nothing where nothing is. */
export function Due() {
  const end = new Date();
  end.setHours(23, 59, 59, 0);
  const { data, refresh } = useQuery(DueRemindersDocument, { until: end.toISOString() });
  const due = (data?.dueReminders ?? []).filter(({ done }) => !done);
  if (!due.length) return null;
  const finish = async (id: string) => {
    const [, problem] = await attempt(UpdateReminderDocument, { id, done: true });
    if (problem) showToast(problemText(problem), { kind: "bad" });
    refresh();
  };
  return (
    <section class="card due" aria-labelledby="due-title">
      <h2 id="due-title">{t("due.title")}</h2>
      <ul>
        {due.map(({ id, dueAt, text, application }) => (
          <li key={id}>
            <time class="faint" dateTime={dueAt}>{day(dueAt)}</time>
            <span>
              {text} · <a href={`${basePath}/applications/${application.id}?tab=timeline`}>{application.roleTitle}, {application.companyName}</a>
            </span>
            <Button onClick={() => void finish(id)}>{t("due.done")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
