"""Files: where one can be fetched, and what was read from one."""

from datetime import datetime
from typing import Any

import strawberry

from jobforge.enums import ExportTemplate, PaperSize
from jobforge.graphql.context import Info
from jobforge.graphql.review_types import ReadingWarning, Requirement
from jobforge.operations.exports import Ticket

for _enum in (ExportTemplate, PaperSize):
    strawberry.enum(_enum)


@strawberry.type
class Export:
    filename: str
    media_type: str
    expires_at: datetime
    warnings: list[str] = strawberry.field(description="Characters that no font has.")

    @strawberry.field(description="A path, base path included, that can be fetched without a header for five minutes.")
    def url(self, root: strawberry.Parent[Any], info: Info) -> str:
        ticket: Ticket = root
        return info.context.base_path + ticket.path


@strawberry.type
class ImportFindings:
    name: str | None
    roles: int
    bullets: int
    sections: list[str]


@strawberry.type(description="What was read from a resume's file, to be looked at before it is saved.")
class ImportedResume:
    format: str = strawberry.field(description="One of `Service.importFormats`.")
    content: str = strawberry.field(description="Markdown.")
    found: ImportFindings = strawberry.field(description="What was recognised in the text.")
    warnings: list[str] = strawberry.field(description="Sentences on what to look at.")
    reading_warnings: list[ReadingWarning] = strawberry.field(
        description="What of the text was not read or not for sure, in its order."
    )


@strawberry.type(description="What is read out of an ad; null where it does not say.")
class AdReading:
    company_name: str | None
    role_title: str | None
    location: str | None
    language: str | None
    requirements: list[Requirement]
    low_confidence: bool


@strawberry.type
class ImportedAd:
    job_url: str | None
    job_description: str
    reading: AdReading
    warnings: list[str]
