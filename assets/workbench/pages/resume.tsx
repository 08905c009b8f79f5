import { useEffect, useRef, useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { act, ask } from "../api/client.ts";
import { hidden } from "../api/deletions.ts";
import { asProblem } from "../api/errors.ts";
import { type ExportFormat, ExportResumeDocument, ResumeDocument, type ResumeQuery, UpdateResumeDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { failureOf } from "../application/document-editor.tsx";
import { saveFile } from "../parts/take-out.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { Menu } from "../components/menu.tsx";
import { Notice, Skeleton } from "../components/small.tsx";
import { useShortcuts } from "../components/shortcuts.ts";
import { showToast } from "../components/toast.tsx";
import { Editor } from "../editor/editor.tsx";
import { selectRange } from "../editor/insert.ts";
import { SaveStatus } from "../editor/save-status.tsx";
import { useAutosave } from "../editor/use-autosave.ts";
import { DraftOffer } from "../application/conflict.tsx";
import { DiffView } from "../application/diff-view.tsx";
import { t } from "../locales/i18n.ts";
import { go, route } from "../router.ts";
import { offsetsOf } from "../text/highlight.ts";
import { NewResume } from "./new-resume.tsx";
import { NotFound } from "./not-found.tsx";
import { Page } from "./page.tsx";
import { ProblemNotice, problemText } from "../parts/problem-notice.tsx";
import { ReadingWarnings } from "../parts/reading-warnings.tsx";
import { deleteResume, makePrimary } from "./resumes.tsx";

/** A resume's name and text are saved as one text: the name is the first line of it. */
const join = (name: string, content: string) => `${name}\n${content}`;
function split(text: string): { name: string; content: string } {
  const at = text.indexOf("\n");
  return { name: text.slice(0, at), content: text.slice(at + 1) };
}

type Resume = NonNullable<ResumeQuery["resume"]>;

function ResumeEditor({ resume, refresh }: { resume: Resume; refresh: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const line = Number(route.value.query.get("line")) || null;
  const editing = useAutosave({
    thing: resume.id,
    text: join(resume.name, resume.content),
    version: resume.version,
    savedAt: Date.parse(resume.updatedAt),
    save: async (text, expectedVersion, leaving) => {
      const input = { ...split(text), focusArea: resume.focusArea };
      try {
        const { updateResume } = await act(UpdateResumeDocument, { id: resume.id, input, expectedVersion }, leaving);
        return { version: updateResume.version, at: Date.now() };
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.kind === "conflict") refresh();
        return failure;
      }
    },
  });
  const { name, content } = split(editing.text);
  const settle = (text: string) => editing.replace(text, resume.version, join(resume.name, resume.content));

  const showLine = (line: number) => {
    const own = content.split("\n")[line - 1];
    if (own === undefined || !area.current) return;
    const place = area.current.parentElement?.querySelector(`.mirror > :nth-child(${line})`) ?? null;
    selectRange(area.current, ...offsetsOf(content, { id: 0, line, start: 0, end: own.length, severity: "" }), place);
  };
  useEffect(() => {
    if (line) showLine(line);
  }, [line]);

  return (
    <>
      {editing.draft && (
        <DraftOffer draft={editing.draft} current={editing.text} onUse={editing.type} onDrop={editing.dropDraft} />
      )}
      {editing.state.kind === "conflict" && (
        <section class="conflict" role="region" aria-label={t("conflict.title")}>
          <Notice
            tone="warn"
            action={
              <>
                <Button onClick={() => { settle(editing.text); editing.saveNow(); }}>{t("conflict.mine")}</Button>
                <Button onClick={() => settle(join(resume.name, resume.content))}>{t("conflict.theirs")}</Button>
              </>
            }
          >
            <strong>{t("conflict.title")}</strong><p>{t("conflict.text")}</p>
          </Notice>
          <DiffView before={resume.content} after={content} />
        </section>
      )}
      <ReadingWarnings warnings={resume.readingWarnings} onLine={showLine} />
      <div class="card paper resume-sheet">
        <Field label={t("resumes.name")} value={name} onValue={(next) => editing.type(join(next.replaceAll("\n", " "), content))} onBlur={editing.saveNow} />
        <Editor
          name={t("resumes.content")}
          value={content}
          onValue={(next) => editing.type(join(name, next))}
          onBlur={editing.saveNow}
          marks={[]}
          chosen={null}
          description={t("resumes.markdown")}
          area={area}
        />
        <p class="document-foot stuck small"><SaveStatus state={editing.state} /></p>
      </div>
    </>
  );
}

async function download(id: string, format: ExportFormat): Promise<void> {
  try {
    const file = (await ask(ExportResumeDocument, { id, format })).resume?.export;
    if (file) saveFile(file.url, file.filename);
  } catch (thrown) {
    showToast(problemText(asProblem(thrown)), { kind: "bad" });
  }
}

function SavedResume({ id }: { id: string }) {
  const { data, problem, loading, refresh } = useQuery(ResumeDocument, { id });
  const [removed, setRemoved] = useState(false);
  useShortcuts({ escape: () => go("/resumes") });
  const resume = data?.resume;
  if (problem?.code === "NOT_FOUND" || (hidden.value.has(id) && !removed)) return <NotFound />;
  const formats: readonly (readonly [ExportFormat, string])[] = [
    ["PDF", t("download.pdf")], ["DOCX", t("download.word")], ["MARKDOWN", t("download.markdown")], ["JSON_RESUME", "JSON Resume"],
  ];
  return (
    <Page
      title={resume?.name ?? t("resumes.title")}
      lead={<><a href={`${basePath}/resumes`}>← {t("resumes.back")}</a>{resume?.isPrimary && <span class="pill">{t("resumes.primary")}</span>}</>}
      tools={resume && (
        <>
          <Menu name={t("document.download")} items={formats.map(([format, name]) => ({ name, act: () => void download(id, format) }))} />
          <Menu
            name={t("act.more")}
            items={[
              ...(resume.isPrimary ? [] : [{ name: t("resumes.makePrimary"), act: () => void makePrimary(id) }]),
              {
                name: t("act.delete"),
                danger: true,
                act: () => {
                  setRemoved(true);
                  go("/resumes");
                  deleteResume(resume);
                },
              },
            ]}
          >
            <span aria-hidden="true">⋯</span>
          </Menu>
        </>
      )}
    >
      <ProblemNotice problem={problem} onRetry={refresh} />
      {loading && <Skeleton rows={8} label={t("resumes.loading")} />}
      {resume && <ResumeEditor resume={resume} refresh={refresh} />}
    </Page>
  );
}

/** One resume, or a new one. */
export function ResumePage({ id }: { id: string }) {
  return id === "new" ? <NewResume /> : <SavedResume id={id} />;
}
