import { useRef, useState } from "preact/hooks";
import { basePath } from "../api/base.ts";
import { attempt } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { type ImportedResume, importResume } from "../api/files.ts";
import { CreateResumeDocument } from "../api/operations.ts";
import { user } from "../api/session.ts";
import { Button } from "../components/button.tsx";
import { Field, TextArea } from "../components/field.tsx";
import { FileDrop } from "../components/file-drop.tsx";
import { t } from "../locales/i18n.ts";
import { go } from "../router.ts";
import { selectLine } from "../editor/insert.ts";
import { dropDraft, readDraft, saveDraft } from "../text/drafts.ts";
import { randomId } from "../text/random.ts";
import { resumeName } from "../text/start-form.ts";
import { Page } from "./page.tsx";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";
import { ReadingWarnings } from "../parts/reading-warnings.tsx";
import { RESUME_FILES } from "./resume-box.tsx";

const THING = "new-resume";

/** A resume to be added to the library: typed, pasted, or read from a file. */
export function NewResume() {
  const owner = user.value?.id ?? "";
  const [name, setName] = useState("");
  const [content, setContent] = useState(() => readDraft(localStorage, owner, THING)?.text ?? "");
  const [imported, setImported] = useState<ImportedResume | null>(null);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key] = useState(randomId);

  const form = useRef<HTMLFormElement>(null);
  const showLine = (line: number) => {
    const area = form.current?.querySelector("textarea");
    if (area) selectLine(area, line);
  };
  const write = (text: string) => {
    saveDraft(localStorage, owner, THING, { text, version: 0, at: Date.now() });
    setContent(text);
  };
  const read = async (file: File) => {
    setReading(true);
    setProblem(null);
    try {
      const resume = await importResume(file);
      write(resume.content);
      setImported(resume);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setReading(false);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const input = { name: name || resumeName(content, t("start.resume")), content };
    const [saved, failure] = await attempt(CreateResumeDocument, { input, key });
    setProblem(failure);
    if (!saved) return;
    dropDraft(localStorage, owner, THING);
    go(`/resumes/${saved.createResume.id}`, true);
  };
  return (
    <Page title={t("resumes.new")} lead={<a href={`${basePath}/resumes`}>← {t("resumes.back")}</a>}>
      <form ref={form} class="card stack resume-sheet" onSubmit={save} noValidate>
        <Field label={t("resumes.name")} optional={t("start.optional")} value={name} onValue={setName} error={fieldError(problem, "name")} />
        <FileDrop
          name={t("start.resumeFile")}
          button={t("start.chooseFile")}
          hint="PDF · DOCX · MD · TXT"
          accept={RESUME_FILES}
          onFile={(file) => void read(file)}
        >
          <TextArea
            label={t("resumes.content")}
            rows={18}
            placeholder={t("start.resumeHint")}
            hint={t("resumes.markdown")}
            value={content}
            onValue={write}
            error={fieldError(problem, "content")}
          />
        </FileDrop>
        {reading && <p class="small faint" role="status">{t("start.reading")}</p>}
        {imported && <ReadingWarnings warnings={imported.readingWarnings} onLine={showLine} />}
        {problem && !problem.fields.length && <ProblemNotice problem={problem} />}
        <div class="row"><Button kind="primary" submit>{t("resumes.create")}</Button></div>
      </form>
    </Page>
  );
}
