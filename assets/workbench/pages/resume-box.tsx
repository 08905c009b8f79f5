import { useRef, useState } from "preact/hooks";
import { asProblem, type Problem } from "../api/errors.ts";
import { type ImportedResume, importResume } from "../api/files.ts";
import type { ResumeTextFragment, ServiceQuery } from "../api/operations.ts";
import { Select, TextArea } from "../components/field.tsx";
import { FileDrop } from "../components/file-drop.tsx";
import { t } from "../locales/i18n.ts";
import { selectLine } from "../editor/insert.ts";
import type { StartForm } from "../text/start-form.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { ReadingWarnings } from "../parts/reading-warnings.tsx";

export const RESUME_FILES =
  ".pdf,.docx,.odt,.rtf,.md,.txt,.html,.htm,.json,.xml,.zip,.csv,application/pdf,text/plain,text/markdown";

/** The formats that have a name which people know. */
const FORMATS: Record<string, string> = {
  pdf: "PDF",
  docx: "Word",
  odt: "OpenDocument",
  linkedin: "LinkedIn",
  europass: "Europass",
  json_resume: "JSON Resume",
  markdown: "Markdown",
};

interface Props {
  form: StartForm;
  change: (changes: Partial<StartForm>) => void;
  saved: readonly ResumeTextFragment[];
  error: string | undefined;
  service: ServiceQuery["service"] | undefined;
}

/** The box that takes the resume: a saved one, typing, pasting, a file. */
export function ResumeBox({ form, change, saved, error, service }: Props) {
  const [note, setNote] = useState<string | null>(null);
  const [imported, setImported] = useState<ImportedResume | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const box = useRef<HTMLElement>(null);
  const showLine = (line: number) => {
    const area = box.current?.querySelector("textarea");
    if (area) selectLine(area, line);
  };
  const write = (resume: string) => {
    const same = saved.find(({ content }) => content === resume);
    change({ resume, resumeId: same?.id ?? "" });
  };
  const choose = (id: string) => change({ resumeId: id, resume: saved.find((one) => one.id === id)?.content ?? "" });
  const read = async (file: File) => {
    setNote(t("start.reading"));
    setProblem(null);
    setImported(null);
    try {
      const resume = await importResume(file);
      const { found } = resume;
      write(resume.content);
      const roles = t("start.readRoles", { n: found.roles });
      setNote(t("start.read", { roles, bullets: t("start.readBullets", { n: found.bullets }) }));
      setImported(resume);
    } catch (thrown) {
      setNote(null);
      setProblem(asProblem(thrown));
    }
  };

  return (
    <section class="card start-box" ref={box}>
      {saved.length > 0 && (
        <Select
          label={t("start.resumeChoice")}
          value={form.resumeId}
          onValue={choose}
          options={[...saved.map(({ id, name }) => [id, name] as const), ["", t("start.resumeNew")]]}
        />
      )}
      <FileDrop
        name={t("start.resumeFile")}
        button={t("start.chooseFile")}
        hint={service ? service.importFormats.flatMap((format) => FORMATS[format.toLowerCase()] ?? []).join(" · ") : ""}
        accept={RESUME_FILES}
        onFile={(file) => void read(file)}
      >
        <TextArea
          label={t("start.resume")}
          rows={14}
          spellcheck={false}
          placeholder={t("start.resumeHint")}
          value={form.resume}
          onValue={write}
          error={error}
        />
      </FileDrop>
      {note && <p class="small faint" role="status">{note}</p>}
      {imported && <ReadingWarnings warnings={imported.readingWarnings} onLine={showLine} />}
      <ProblemNotice problem={problem} />
    </section>
  );
}
