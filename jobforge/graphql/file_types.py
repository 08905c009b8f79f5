"""Files: where one can be fetched."""

from datetime import datetime
from typing import Any

import strawberry

from jobforge.enums import ExportTemplate, PaperSize
from jobforge.graphql.context import Info
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
