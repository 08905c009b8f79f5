import { basePath } from "../api/base.ts";
import { act } from "../api/client.ts";
import { deletion, hidden } from "../api/deletions.ts";
import { asProblem } from "../api/errors.ts";
import { DeleteResumeDocument, type ResumesQuery, ResumesDocument, SetPrimaryResumeDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Menu } from "../components/menu.tsx";
import { EmptyState, Skeleton } from "../components/small.tsx";
import { showToast } from "../components/toast.tsx";
import { ago, dateTime, t } from "../locales/i18n.ts";
import { go } from "../router.ts";
import { deleteWithUndo } from "../parts/delete-with-undo.ts";
import { Page } from "./page.tsx";
import { ProblemNotice, problemText } from "../parts/problem-notice.tsx";

type Resume = ResumesQuery["resumes"][number];

export async function makePrimary(id: string): Promise<void> {
  try {
    await act(SetPrimaryResumeDocument, { id });
  } catch (thrown) {
    showToast(problemText(asProblem(thrown)), { kind: "bad", action: { name: t("act.retry"), act: () => void makePrimary(id) } });
  }
}

export function deleteResume(resume: Pick<Resume, "id" | "name">): void {
  deleteWithUndo(resume.id, t("resumes.deleted", { name: resume.name }), deletion(DeleteResumeDocument, resume.id));
}

function ResumeRow({ resume, isLast }: { resume: Resume; isLast: boolean }) {
  const items = [
    { name: t("list.open"), act: () => go(`/resumes/${resume.id}`) },
    ...(resume.isPrimary ? [] : [{ name: t("resumes.makePrimary"), act: () => void makePrimary(resume.id) }]),
    {
      name: t("act.delete"),
      danger: true,
      act: () => (isLast ? void showToast(t("resumes.last"), { kind: "bad" }) : deleteResume(resume)),
    },
  ];
  return (
    <li class="row-item resume-row">
      <a class="row-link" href={`${basePath}/resumes/${resume.id}`}>
        <span class="row-title">{resume.name}</span>
        {resume.isPrimary && <span class="pill">{t("resumes.primary")}</span>}
      </a>
      <time class="faint row-time" dateTime={resume.updatedAt} title={dateTime(resume.updatedAt)}>
        {t("resumes.updated", { when: ago(resume.updatedAt) })}
      </time>
      <Menu name={t("list.actions", { name: resume.name })} kind="quiet" items={items}>
        <span aria-hidden="true">⋯</span>
      </Menu>
    </li>
  );
}

/** The library of resumes. */
export function Resumes() {
  const { data, problem, loading, refresh } = useQuery(ResumesDocument, {});
  const resumes = (data?.resumes ?? []).filter(({ id }) => !hidden.value.has(id));
  const create = () => go("/resumes/new");
  return (
    <Page
      title={t("resumes.title")}
      tools={resumes.length > 0 && <Button kind="primary" onClick={create}>+ {t("resumes.new")}</Button>}
    >
      <ProblemNotice problem={problem} onRetry={refresh} />
      {loading && <Skeleton rows={3} label={t("resumes.loading")} />}
      {data && !resumes.length && (
        <EmptyState title={t("resumes.none")} action={<Button kind="primary" onClick={create}>{t("resumes.new")}</Button>}>
          {t("resumes.noneText")}
        </EmptyState>
      )}
      {resumes.length > 0 && (
        <ul class="rows card">
          {resumes.map((resume) => <ResumeRow resume={resume} isLast={resumes.length === 1} key={resume.id} />)}
        </ul>
      )}
      {data && <p><a href={`${basePath}/bin`}>{t("bin.title")}</a></p>}
    </Page>
  );
}
