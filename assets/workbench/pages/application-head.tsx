import { useState } from "preact/hooks";
import { attempt } from "../api/client.ts";
import type { Problem } from "../api/errors.ts";
import { UpdateApplicationDocument } from "../api/operations.ts";
import type { FullApplication } from "../application/tabs.ts";
import type { PhaseActs } from "../application/use-phase-acts.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, Select, TextArea } from "../components/field.tsx";
import { Menu } from "../components/menu.tsx";
import { day, percent, t } from "../locales/i18n.ts";
import { go } from "../router.ts";
import { nextPhase } from "../text/phase-view.ts";
import { safeLink } from "../text/markdown.tsx";
import { archiveItem } from "../parts/archive.ts";
import { stageItems } from "../parts/stages.ts";
import { fieldError, ProblemNotice } from "../parts/problem-notice.tsx";
import { coveredOf, deleteRow } from "./row-parts.tsx";

type Props = { application: FullApplication };

function Lead({ application }: Props) {
  const link = application.jobUrl ? safeLink(application.jobUrl) : null;
  const covered = coveredOf(application);
  const share = application.coverage?.share;
  return (
    <>
      <span>{application.companyName}</span>
      {application.archived && <span> · <span class="pill">{t("archive.only")}</span></span>}
      {application.location && <span> · {application.location}</span>}
      {link && (
        <span> · <a href={link.href} target="_blank" rel="noopener noreferrer">{t("application.adLink")} ({link.host}) ↗</a></span>
      )}
      {application.deadline && <span> · {t("application.deadline", { day: day(application.deadline) })}</span>}
      {covered && share != null && !application.match.lowConfidence && (
        <span class="coverage-chip" title={t("application.coveredTitle")}>
          ✓ {t("application.covered", { ...covered, share: percent(share) })}
        </span>
      )}
    </>
  );
}

/** The details of an application, to be changed. */
function DetailsDialog({ application, onClose }: Props & { onClose: () => void }) {
  const [values, setValues] = useState({
    companyName: application.companyName,
    roleTitle: application.roleTitle,
    location: application.location ?? "",
    jobUrl: application.jobUrl ?? "",
    priorityLevel: application.priorityLevel,
    additionalContext: application.additionalContext ?? "",
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const { location, jobUrl, additionalContext, ...rest } = values;
    const input = { ...rest, location: location || null, jobUrl: jobUrl || null, additionalContext: additionalContext || null };
    const [, failure] = await attempt(UpdateApplicationDocument, { id: application.id, input });
    setBusy(false);
    setProblem(failure);
    if (!failure) onClose();
  };
  return (
    <Dialog title={t("application.edit")} onClose={onClose}>
      <form class="stack" onSubmit={submit} noValidate>
        <Field label={t("start.position")} value={values.roleTitle} onValue={set("roleTitle")} error={fieldError(problem, "roleTitle")} />
        <Field label={t("start.company")} value={values.companyName} onValue={set("companyName")} error={fieldError(problem, "companyName")} />
        <Field label={t("application.location")} value={values.location} onValue={set("location")} error={fieldError(problem, "location")} />
        <Field label={t("start.url")} type="url" value={values.jobUrl} onValue={set("jobUrl")} error={fieldError(problem, "jobUrl")} />
        <Select
          label={t("list.priority")}
          value={values.priorityLevel}
          onValue={set("priorityLevel")}
          options={(["HIGH", "MEDIUM", "LOW"] as const).map((level) => [level, t(`priority.${level}`)])}
        />
        <TextArea
          label={t("start.notes")}
          rows={3}
          hint={t("start.notesHint")}
          value={values.additionalContext}
          onValue={set("additionalContext")}
          error={fieldError(problem, "additionalContext")}
        />
        <ProblemNotice problem={problem} />
        <div class="dialog-actions">
          <Button kind="quiet" onClick={onClose}>{t("act.cancel")}</Button>
          <Button kind="primary" submit busy={busy}>{t("act.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Tools({ application, acts }: Props & { acts: PhaseActs }) {
  const [editing, setEditing] = useState(false);
  const remove = () => {
    go("/applications");
    deleteRow(application);
  };
  const first = nextPhase(application);
  return (
    <>
      {(first === "RESEARCH" || first === "RESUME") && (
        <Button busy={acts.busy === "all"} onClick={() => void acts.startAll()}>
          {t(first === "RESEARCH" ? "phase.all" : "phase.rest")}
        </Button>
      )}
      <div data-stage>
        <Menu name={`${t("stage.title")}: ${t(`stage.${application.stage}`)}`} items={stageItems(application)} />
      </div>
      <Menu
        name={t("act.more")}
        items={[
          { name: t("application.edit"), act: () => setEditing(true) },
          archiveItem(application),
          { name: t("application.delete"), danger: true, act: remove },
        ]}
      >
        <span aria-hidden="true">⋯</span>
      </Menu>
      {editing && <DetailsDialog application={application} onClose={() => setEditing(false)} />}
    </>
  );
}

export const ApplicationHead = { Lead, Tools };
