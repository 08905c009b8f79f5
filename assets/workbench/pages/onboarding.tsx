import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem, type Problem } from "../api/errors.ts";
import { ResumesWithTextDocument, ServiceDocument } from "../api/operations.ts";
import { Preparation } from "../api/preparation.ts";
import { useQuery } from "../api/use-query.ts";
import { Button } from "../components/button.tsx";
import { Field, TextArea } from "../components/field.tsx";
import { useShortcuts } from "../components/shortcuts.ts";
import { Notice } from "../components/small.tsx";
import { exampleTexts, t } from "../locales/i18n.ts";
import { go } from "../router.ts";
import { emptyForm, type Missing, missingIn, type StartForm } from "../text/start-form.ts";
import { AdBox } from "./ad-box.tsx";
import { Page } from "./page.tsx";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";
import { ResumeBox } from "./resume-box.tsx";
import { useStartForm } from "./use-start-form.ts";
import { Receivers } from "../parts/writers.tsx";

/** Bring a resume and an ad, and have the three documents written. */
export function Onboarding() {
  const { form, change, fillIn, wasRestored, forget } = useStartForm();
  const [missing, setMissing] = useState<Missing>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"make" | "save" | "example" | null>(null);
  const preparation = useRef<{ of: string; work: Preparation } | null>(null);
  const sheet = useRef<HTMLFormElement>(null);
  const service = useQuery(ServiceDocument, {}).data?.service;
  const saved = useQuery(ResumesWithTextDocument, {}).data?.resumes ?? [];

  useEffect(() => {
    const primary = saved.find(({ isPrimary }) => isPrimary);
    if (primary && !form.resume && !form.resumeId) change({ resume: primary.content, resumeId: primary.id });
  }, [saved.length]);

  const carryOut = async (of: StartForm, kind: "make" | "save" | "example") => {
    if (busy) return;
    setBusy(kind);
    setProblem(null);
    const key = JSON.stringify(of);
    if (preparation.current?.of !== key) {
      preparation.current = { of: key, work: new Preparation(of, t(kind === "example" ? "start.exampleName" : "start.resume")) };
    }
    try {
      const id = await preparation.current.work.carryOut(kind !== "save");
      if (kind !== "example") forget();
      go(`/applications/${id}`);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(null);
    }
  };
  const tryExample = async () => carryOut({ ...emptyForm, ...(await exampleTexts()) }, "example");
  const send = (kind: "make" | "save") => {
    const found = missingIn(form);
    setMissing(found);
    if (!Object.keys(found).length) void carryOut(form, kind);
    else setTimeout(() => sheet.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  useShortcuts({ "ctrl+enter": () => send("make"), escape: () => go("/applications") });

  const error = (name: keyof StartForm, field: string) => {
    const key = missing[name];
    return key && missingIn(form)[name] ? t(key) : fieldError(problem, field);
  };

  return (
    <Page
      title={t("start.title")}
      lead={t("start.lead")}
      tools={
        <Button busy={busy === "example"} onClick={() => void tryExample()}>
          {t("start.example")}
        </Button>
      }
    >
      {wasRestored && <p class="faint small" role="status">{t("start.draft")}</p>}
      <form
        ref={sheet}
        class="start"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send("make");
        }}
      >
        <ResumeBox form={form} change={change} saved={saved} error={error("resume", "content")} service={service} />
        <AdBox form={form} change={change} fillIn={fillIn} error={error("ad", "jobDescription")} />
        <div class="start-details">
          <Field
            label={t("start.company")}
            value={form.company}
            onValue={(company) => change({ company })}
            error={error("company", "companyName")}
          />
          <Field
            label={t("start.position")}
            value={form.position}
            onValue={(position) => change({ position })}
            error={error("position", "roleTitle")}
          />
          <Field
            label={t("start.url")}
            type="url"
            optional={t("start.optional")}
            value={form.url}
            onValue={(url) => change({ url })}
            error={error("url", "jobUrl")}
          />
          <TextArea
            label={t("start.notes")}
            rows={2}
            optional={t("start.optional")}
            hint={t("start.notesHint")}
            value={form.notes}
            onValue={(notes) => change({ notes })}
            error={error("notes", "additionalContext")}
          />
        </div>
        <div class="start-act">
          {problem && <ProblemNotice problem={problem} />}
          {Object.keys(missing).length > 0 && Object.keys(missingIn(form)).length > 0 && (
            <Notice>{t("start.missing")}</Notice>
          )}
          <div class="row">
            <Button kind="primary" submit busy={busy === "make"} hint="Ctrl ↵">{t("start.make")}</Button>
            <Button kind="quiet" busy={busy === "save"} onClick={() => send("save")}>{t("start.saveOnly")}</Button>
          </div>
          {service && <Receivers writers={service.writers} />}
        </div>
      </form>
    </Page>
  );
}
