"""What can be done with the search: stages, timeline, tags, the bin, CSV, tokens."""

from datetime import datetime
from typing import cast

import strawberry
from strawberry import ID, UNSET

from jobforge.enums import CredentialKind, EntryKind, Stage, TokenScope
from jobforge.graphql.context import Info
from jobforge.graphql.inputs import given, or_none
from jobforge.graphql.pipeline_types import Contact, Interview, NewAccessToken, Note, Reminder
from jobforge.graphql.types import Application, Resume, User, shown
from jobforge.operations import (
    access_tokens,
    accounts,
    applications,
    calendar,
    csv_applications,
    resumes,
    stages,
    timeline,
)

WRITE = TokenScope.WRITE


@strawberry.type
class PipelineMutations:
    @strawberry.mutation(
        description="Moves an application to any stage, dated by the user; undo is a move back. APPLIED pins the "
        "versions of the documents that went out."
    )
    async def move_application(self, info: Info, id: ID, stage: Stage, at: datetime | None = UNSET) -> Application:
        return shown(await stages.move(await info.context.user(WRITE), id, stage, or_none(at)))

    @strawberry.mutation
    async def archive_application(self, info: Info, id: ID, archived: bool = True) -> Application:
        return shown(await stages.archive(await info.context.user(WRITE), id, archived))

    @strawberry.mutation(description="Brings a deleted application back within 30 days, with all that hung on it.")
    async def restore_application(self, info: Info, id: ID) -> Application:
        return shown(await applications.restore(await info.context.user(WRITE), id))

    @strawberry.mutation(description="Brings a deleted resume back within 30 days; it is not the primary one.")
    async def restore_resume(self, info: Info, id: ID) -> Resume:
        return shown(await resumes.restore(await info.context.user(WRITE), id))

    @strawberry.mutation(description="Adds and removes tags of up to 200 applications, of all or none.")
    async def set_tags(
        self,
        info: Info,
        application_ids: list[ID],
        add: list[str] | None = UNSET,
        remove: list[str] | None = UNSET,
    ) -> list[Application]:
        user = await info.context.user(WRITE)
        return shown(await stages.set_tags(user, application_ids, or_none(add) or (), or_none(remove) or ()))

    @strawberry.mutation
    async def add_note(self, info: Info, application_id: ID, text: str) -> Note:
        user = await info.context.user(WRITE)
        return shown(await timeline.add(user, application_id, EntryKind.NOTE, given(text=text)))

    @strawberry.mutation
    async def update_note(self, info: Info, id: ID, text: str) -> Note:
        return shown(await timeline.change(await info.context.user(WRITE), id, EntryKind.NOTE, given(text=text)))

    @strawberry.mutation
    async def add_interview(
        self,
        info: Info,
        application_id: ID,
        at: datetime,
        time_zone: str,
        kind: str,
        place: str | None = UNSET,
        note: str | None = UNSET,
    ) -> Interview:
        user = await info.context.user(WRITE)
        fields = given(at=at, time_zone=time_zone, kind=kind, place=place, note=note)
        return shown(await timeline.add(user, application_id, EntryKind.INTERVIEW, fields))

    @strawberry.mutation
    async def update_interview(
        self,
        info: Info,
        id: ID,
        at: datetime | None = UNSET,
        time_zone: str | None = UNSET,
        kind: str | None = UNSET,
        place: str | None = UNSET,
        note: str | None = UNSET,
    ) -> Interview:
        fields = given(at=at, time_zone=time_zone, kind=kind, place=place, note=note)
        return shown(await timeline.change(await info.context.user(WRITE), id, EntryKind.INTERVIEW, fields))

    @strawberry.mutation
    async def add_contact(
        self,
        info: Info,
        application_id: ID,
        name: str,
        role: str | None = UNSET,
        email: str | None = UNSET,
        phone: str | None = UNSET,
    ) -> Contact:
        user = await info.context.user(WRITE)
        fields = given(name=name, role=role, email=email, phone=phone)
        return shown(await timeline.add(user, application_id, EntryKind.CONTACT, fields))

    @strawberry.mutation
    async def update_contact(
        self,
        info: Info,
        id: ID,
        name: str | None = UNSET,
        role: str | None = UNSET,
        email: str | None = UNSET,
        phone: str | None = UNSET,
    ) -> Contact:
        fields = given(name=name, role=role, email=email, phone=phone)
        return shown(await timeline.change(await info.context.user(WRITE), id, EntryKind.CONTACT, fields))

    @strawberry.mutation
    async def add_reminder(self, info: Info, application_id: ID, due_at: datetime, text: str) -> Reminder:
        user = await info.context.user(WRITE)
        return shown(await timeline.add(user, application_id, EntryKind.REMINDER, given(due_at=due_at, text=text)))

    @strawberry.mutation
    async def update_reminder(
        self,
        info: Info,
        id: ID,
        due_at: datetime | None = UNSET,
        text: str | None = UNSET,
        done: bool | None = UNSET,
    ) -> Reminder:
        fields = given(due_at=due_at, text=text, done=done)
        return shown(await timeline.change(await info.context.user(WRITE), id, EntryKind.REMINDER, fields))

    @strawberry.mutation(description="Deletes a note, an interview, a contact or a reminder; what was noted stays.")
    async def delete_timeline_entry(self, info: Info, id: ID) -> ID:
        return cast(ID, await timeline.delete(await info.context.user(WRITE), id))

    @strawberry.mutation(description="Its secret is shown once. No personal token can do this.")
    async def create_access_token(
        self, info: Info, name: str, scopes: list[TokenScope], expires_at: datetime | None = UNSET
    ) -> NewAccessToken:
        user = await info.context.owner()
        return shown(await access_tokens.create(user, given(name=name), scopes, or_none(expires_at)))

    @strawberry.mutation(description="Ends a token at once, and the streams that are open with it.")
    async def revoke_access_token(self, info: Info, id: ID) -> ID:
        return cast(ID, await access_tokens.revoke(await info.context.owner(), CredentialKind.TOKEN, id))

    @strawberry.mutation(description="Signs a browser out.")
    async def revoke_page_session(self, info: Info, id: ID) -> ID:
        return cast(ID, await access_tokens.revoke(await info.context.owner(), CredentialKind.SESSION, id))

    @strawberry.mutation(description="Revokes the calendar feed's address and gives a new one.")
    async def reset_calendar_url(self, info: Info) -> str:
        return info.context.base_path + await calendar.reset(await info.context.owner())

    @strawberry.mutation(description="In millionths of the currency of `usage`; null for no budget.")
    async def set_monthly_budget(self, info: Info, micros: int | None = UNSET) -> User:
        return shown(await accounts.set_budget(await info.context.owner(), or_none(micros)))

    @strawberry.mutation(
        description="Creates applications from CSV, all or none; the number of them. The error names the rows that "
        "cannot be read."
    )
    async def import_applications(self, info: Info, csv: str) -> int:
        return await csv_applications.import_all(await info.context.user(WRITE), csv)
