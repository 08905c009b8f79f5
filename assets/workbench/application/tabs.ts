// Which tab shows what.
import type { ApplicationQuery, Phase } from "../api/operations.ts";

export type TabKey = "ad" | "report" | "resume" | "letter" | "timeline";
export const TABS: readonly TabKey[] = ["ad", "report", "resume", "letter", "timeline"];
export type FullApplication = NonNullable<ApplicationQuery["application"]>;
export type Requirement = FullApplication["match"]["requirements"][number];
export type Finding = FullDocument["review"]["findings"][number];
export type Provenance = FullDocument["review"]["provenance"][number];

export type FullDocument = FullApplication["documents"][number];

export const DOCUMENT_TABS = {
  RESEARCH: { tab: "report", documentType: "RESEARCH_REPORT" },
  RESUME: { tab: "resume", documentType: "OPTIMIZED_RESUME" },
  COVER_LETTER: { tab: "letter", documentType: "COVER_LETTER" },
} as const satisfies Record<Phase, { tab: TabKey; documentType: string }>;

export const documentOf = (application: FullApplication, phase: Phase): FullDocument | undefined =>
  application.documents.find(({ documentType }) => documentType === DOCUMENT_TABS[phase].documentType);
