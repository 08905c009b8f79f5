import { basePath } from "../api/base.ts";
import { Badge, type Tone } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import type { FullApplication, Requirement } from "./tabs.ts";

type Match = FullApplication["match"];

const TONES: Record<Requirement["status"], Tone> = { PROVED: "good", LISTED: "plain", MISSING: "bad" };
const MEANINGS = { PROVED: "requirements.provedMeans", LISTED: "requirements.listedMeans", MISSING: "requirements.missingMeans" } as const;

interface Props {
  match: Match;
  resumes: readonly { id: string; name: string; isPrimary: boolean }[];
  chosen: number | null;
  onChoose: (index: number | null) => void;
}

/** What proves one requirement, and the way to the line of the resume. */
function Proof({ requirement, resume }: { requirement: Requirement; resume: Match["resume"] }) {
  const { evidence, evidenceLine, status } = requirement;
  const to = resume && `${basePath}/resumes/${resume.id}${evidenceLine ? `?line=${evidenceLine}` : ""}`;
  return (
    <div class="proof">
      <p class="faint small">{t(MEANINGS[status])}</p>
      {evidence && (
        <>
          <p class="small">{t("requirements.evidence")}</p>
          <blockquote>{evidence}</blockquote>
        </>
      )}
      {to && status !== "MISSING" && (
        <a href={to}>{evidenceLine ? t("requirements.openLine", { n: evidenceLine }) : t("requirements.openResume")} →</a>
      )}
      {to && status === "MISSING" && <a href={to}>{t("requirements.add")} →</a>}
    </div>
  );
}

/** What the ad asks for, each with how the resume stands to it. */
export function Requirements({ match, resumes, chosen, onChoose }: Props) {
  const resume = match.resume ?? resumes.find(({ isPrimary }) => isPrimary) ?? null;
  return (
    <section class="card requirements" aria-labelledby="requirements-title" role="region">
      <h2 id="requirements-title">{t("requirements.title")}</h2>
      <p class="faint small">
        {resume ? t("requirements.lead", { resume: resume.name }) : t("requirements.leadNone")}
      </p>
      {match.lowConfidence && <p class="small">{t("requirements.low")}</p>}
      {!match.requirements.length && !match.lowConfidence && <p class="small">{t("requirements.none")}</p>}
      <ul>
        {match.requirements.map((requirement, index) => {
          const isOpen = index === chosen;
          return (
            <li class="requirement" key={index}>
              <button type="button" aria-expanded={isOpen} onClick={() => onChoose(isOpen ? null : index)}>
                <Badge tone={TONES[requirement.status]}>{t(`requirements.${requirement.status}`)}</Badge>
                <span class="requirement-text">{requirement.text}</span>
                <span class="faint small requirement-kind">{t(`requirements.${requirement.kind}`)}</span>
              </button>
              {isOpen && <Proof requirement={requirement} resume={resume as Match["resume"]} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
