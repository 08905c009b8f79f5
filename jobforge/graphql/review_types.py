"""What the service finds in texts: what an ad asks, and whether a document is true."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import strawberry

from jobforge.enums import MatchReader, RequirementKind, RequirementStatus, Severity, Source, Verdict
from jobforge.factcheck.findings import Finding as Found
from jobforge.factcheck.registry import Check
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.reading_warning import ReadingWarning as BadlyRead

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
    (MatchReader, "Who read an ad against a resume."),
):
    strawberry.enum(_enum, description=_description)


@strawberry.type(description="Code points from 0 within the text that the field names; `end` is exclusive.")
class TextRange:
    start: int
    end: int


@strawberry.type
class Requirement:
    text: str = strawberry.field(description="A verbatim quote from the ad.")
    kind: RequirementKind
    terms: list[str]
    status: RequirementStatus
    evidence: str | None = strawberry.field(description="A verbatim quote from the resume.")
    evidence_line: int | None = strawberry.field(description="The resume's line that `evidence` is from, from 1.")

    @strawberry.field(description="Where `text` stands in the ad; null where the ad breaks it over lines.")
    def position(self, root: strawberry.Parent[MatchedRequirement]) -> TextRange | None:
        return TextRange(start=root.position[0], end=root.position[1]) if root.position else None


@strawberry.type
class InjectionFinding:
    code: str
    quote: str


@strawberry.type(description="What a message was made with, by name, so that it can be said in another language.")
class FindingValue:
    name: str
    value: str


def _values(pairs: Iterable[tuple[str, str]]) -> list[FindingValue]:
    return [FindingValue(name=name, value=value) for name, value in pairs]


@strawberry.type(description="Something in a resume that was not read, or not read for sure.")
class ReadingWarning:
    line: int = strawberry.field(
        description="Of the resume's text, counted from 1; 1 for what is wrong with the whole file."
    )
    code: str = strawberry.field(description="Stable and dotted, such as `resume.no_title`.")
    message: str

    @strawberry.field(description="What `message` was made with.")
    def values(self, root: strawberry.Parent[BadlyRead]) -> list[FindingValue]:
        return _values(root.values)


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
    reader: MatchReader = strawberry.field(
        description="RULES, or MODEL where statements of a model were verified and taken; the rules read the rest."
    )
    injections: list[InjectionFinding] = strawberry.field(
        description="Text in the ad that speaks to the machine rather than to people."
    )
    resume: Annotated["Resume", strawberry.lazy("jobforge.graphql.types")] | None = strawberry.field(
        description="The resume that was read: the one last used for the application, or else the primary one."
    )


@strawberry.type(description="One thing that a document can get wrong; `severity` is the gravest its findings have.")
class FactCheck:
    code: str
    severity: Severity

    @strawberry.field
    def description(self, root: strawberry.Parent[Check]) -> str:
        return root.why


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

    @strawberry.field(description="Where `quote` stands within the line; null where it spans lines or is missing.")
    def range(self, root: strawberry.Parent[Found]) -> TextRange | None:
        return None if root.start is None or root.end is None else TextRange(start=root.start, end=root.end)

    @strawberry.field(description="What `message` was made with.")
    def values(self, root: strawberry.Parent[Found]) -> list[FindingValue]:
        return _values(root.values)


@strawberry.type
class LineProvenance:
    line: int
    source: Source
    evidence: list[str]
    evidence_lines: list[int] = strawberry.field(description="The resume's lines among the evidence, from 1.")


@strawberry.type(
    description="Whether what the document says is supported by the user's own resume and additional context."
)
class DocumentReview:
    verdict: Verdict
    findings: list[Finding]
    provenance: list[LineProvenance] = strawberry.field(
        description="Where each line of the document comes from, in the order of its lines; headings and blank lines "
        "left out."
    )
    coverage: float | None = strawberry.field(description="Coverage of the ad's requirements by this very text.")
