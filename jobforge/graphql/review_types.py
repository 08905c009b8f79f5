"""What the service finds in texts: what an ad asks, and whether a document is true."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from jobforge.enums import RequirementKind, RequirementStatus, Severity, Source, Verdict
from jobforge.factcheck.findings import Finding as Found

if TYPE_CHECKING:
    from jobforge.graphql.types import Resume

for _enum, _description in (
    (RequirementKind, None),
    (
        RequirementStatus,
        "PROVED: a line of experience shows it. LISTED: only named, in a skills list or a summary. MISSING: nowhere.",
    ),
    (Severity, None),
    (Source, None),
    (Verdict, None),
):
    strawberry.enum(_enum, description=_description)


@strawberry.type
class Requirement:
    text: str = strawberry.field(description="A verbatim quote from the ad.")
    kind: RequirementKind
    terms: list[str]
    status: RequirementStatus
    evidence: str | None = strawberry.field(description="A verbatim quote from the resume.")


@strawberry.type
class InjectionFinding:
    code: str
    quote: str


@strawberry.type(description="What an ad asks, held against a resume.")
class MatchReport:
    requirements: list[Requirement]
    coverage: float | None = strawberry.field(
        description="Share of the requirements that are proved or listed, 0.0 to 1.0, MUST weighing more than NICE; "
        "null when too little was found to say."
    )
    low_confidence: bool = strawberry.field(
        description="True when the ad gave too little to go by: then no coverage is claimed."
    )
    injections: list[InjectionFinding] = strawberry.field(
        description="Text in the ad that speaks to the machine rather than to people."
    )
    resume: Annotated["Resume", strawberry.lazy("jobforge.graphql.types")] | None = strawberry.field(
        description="The resume that was read: the one last used for the application, or else the primary one."
    )


@strawberry.type
class Finding:
    code: str = strawberry.field(
        description="Stable and dotted, such as `fact.metric`, `fact.employer`, `fact.skill`, `letter.placeholder`."
    )
    severity: Severity
    quote: str
    message: str

    @strawberry.field(description="The document's line, from 1.")
    def line(self, root: strawberry.Parent[Found]) -> int:
        # What the document lacks has no line of its own: it is shown at its head.
        return root.line or 1


@strawberry.type
class LineProvenance:
    line: int
    source: Source
    evidence: list[str]


@strawberry.type(
    description="Whether what the document says is borne out by the user's own resume and additional context."
)
class DocumentReview:
    verdict: Verdict
    findings: list[Finding]
    provenance: list[LineProvenance] = strawberry.field(
        description="Where each line of the document comes from, in the order of its lines; headings and blank lines "
        "left out."
    )
    coverage: float | None = strawberry.field(description="Coverage of the ad's requirements by this very text.")
