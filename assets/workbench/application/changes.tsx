import { useEffect, useState } from "preact/hooks";
import { act, ask } from "../api/client.ts";
import { asProblem, type Problem } from "../api/errors.ts";
import { DocumentSourceDocument, DocumentVersionDocument, UpdateDocumentDocument } from "../api/operations.ts";
import { Select } from "../components/field.tsx";
import { Skeleton } from "../components/small.tsx";
import { dateTime, t } from "../locales/i18n.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { route, setQuery } from "../router.ts";
import { type Change, putBack } from "../text/diff.ts";
import { DiffView } from "./diff-view.tsx";
import { CheckedLines } from "./checked.tsx";
import { DOCUMENT_TABS, type FullApplication, type FullDocument } from "./tabs.ts";

const SOURCE = "source";

interface Props {
  application: FullApplication;
  document: FullDocument;
  refresh: () => void;
}

/** What differs between the tailored resume and the one it came from, or between any two versions. */
export function ChangesView({ application, document, refresh }: Props) {
  const hasSource = document.documentType === "OPTIMIZED_RESUME";
  const versions = document.versions.map(({ version }) => version);
  const wished = route.value.query.get("show")?.split(",")[1];
  // Stays while versions come: after "put this back" the same two are still compared.
  const [first] = useState(hasSource ? SOURCE : String(versions[1] ?? ""));
  const from = wished ?? first;
  const [to, setTo] = useState(document.version);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const isCurrent = to === document.version || !versions.includes(to);

  useEffect(() => setTo(document.version), [document.version]);

  const load = async (name: string): Promise<void> => {
    if (!name || name in texts || name === String(document.version)) return;
    const names = { applicationId: application.id, documentType: document.documentType };
    const text =
      name === SOURCE
        ? (await ask(DocumentSourceDocument, names)).document?.resumeContent
        : (await ask(DocumentVersionDocument, { documentId: document.id, version: Number(name) })).documentVersion?.content;
    setTexts((known) => ({ ...known, [name]: text ?? "" }));
  };
  useEffect(() => {
    Promise.all([load(from), load(String(to))]).catch((thrown) => setProblem(asProblem(thrown)));
  }, [from, to]);

  const textOf = (name: string) => (name === String(document.version) ? document.content : texts[name]);
  const [before, after] = [textOf(from), isCurrent ? document.content : textOf(String(to))];

  const save = async (content: string) => {
    const names = { applicationId: application.id, documentType: document.documentType };
    try {
      await act(UpdateDocumentDocument, { ...names, content, expectedVersion: document.version, amend: false });
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    refresh();
  };
  const name = (version: number) => {
    const at = document.versions.find((one) => one.version === version)?.createdAt;
    return `${t("document.version", { n: version })}${at ? ` · ${dateTime(at)}` : ""}`;
  };
  const older = versions.filter((version) => version !== document.version);
  const run = application.runs.find(({ phase, status }) => status === "COMPLETED" && DOCUMENT_TABS[phase].documentType === document.documentType);
  const checked = (
    <CheckedLines changes={run?.changes ?? []} content={document.content} onPutBack={(content) => void save(content)} />
  );
  if (!hasSource && !older.length) {
    return <div class="changes">{checked}{!run?.changes.length && <p class="faint">{t("changes.only")}</p>}</div>;
  }

  return (
    <div class="changes">
      <div class="row changes-choice">
        <Select
          label={t("changes.from")}
          value={from}
          onValue={(value) => setQuery({ show: `changes,${value}` }, true)}
          options={[...(hasSource ? [[SOURCE, t("changes.source")] as const] : []), ...older.map((version) => [String(version), name(version)] as const)]}
        />
        <Select
          label={t("changes.to")}
          value={String(isCurrent ? document.version : to)}
          onValue={(value) => setTo(Number(value))}
          options={[
            [String(document.version), `${t("document.version", { n: document.version })} · ${t("changes.current")}`],
            ...older.map((version) => [String(version), name(version)] as const),
          ]}
        />
      </div>
      <ProblemNotice problem={problem} />
      {before === undefined || after === undefined ? (
        !problem && <Skeleton rows={6} label={t("changes.title")} />
      ) : (
        <DiffView before={before} after={after} {...(isCurrent ? { onPutBack: (change: Change) => void save(putBack(document.content, change)) } : {})} />
      )}
      {checked}
    </div>
  );
}
