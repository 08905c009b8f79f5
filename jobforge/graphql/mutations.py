"""What can be done."""

from typing import cast

import strawberry
from strawberry import ID, UNSET

from jobforge.enums import DocumentType, Phase, TokenScope
from jobforge.graphql.context import Info
from jobforge.graphql.file_types import ImportedAd, ImportedResume
from jobforge.graphql.history_types import PhaseRun
from jobforge.graphql.inputs import (
    CreateApplicationInput,
    LoginInput,
    RegisterInput,
    ResumeInput,
    UpdateApplicationInput,
    given,
    or_none,
    sent,
)
from jobforge.graphql.pipeline_mutations import PipelineMutations
from jobforge.graphql.scalars import Base64Bytes, small_file
from jobforge.graphql.types import Application, AuthPayload, Document, Resume, User, shown
from jobforge.operations import account_data, accounts, applications, documents, exchange, phase_runs, resumes

WRITE, RUN = TokenScope.WRITE, TokenScope.RUN
"""What a personal access token needs to do it; `owner` is what none ever does."""


@strawberry.type
class Mutation(PipelineMutations):
    @strawberry.mutation
    async def register(self, input: RegisterInput) -> AuthPayload:
        return shown(await accounts.register(sent(input)))

    @strawberry.mutation
    async def login(self, input: LoginInput) -> AuthPayload:
        return shown(await accounts.login(sent(input)))

    @strawberry.mutation(description="Ends all older tokens, the one that came with the request included.")
    async def change_password(self, info: Info, current_password: str, new_password: str) -> AuthPayload:
        changed = given(new_password=new_password)
        return shown(await accounts.change_password(await info.context.owner(), changed, current_password))

    @strawberry.mutation(
        description="Changes the address that the user logs in with. Tokens, browsers and streams stay as they are; "
        "DUPLICATE_RESOURCE where the address has an account."
    )
    async def change_email(self, info: Info, email: str, password: str) -> User:
        changed = given(email=email)
        return shown(await accounts.change_email(await info.context.owner(), changed, password))

    @strawberry.mutation(
        description="Ends all of the user's tokens, browsers and streams, the caller's included; gives a new token."
    )
    async def sign_out_everywhere(self, info: Info) -> AuthPayload:
        return shown(await accounts.sign_out_everywhere(await info.context.owner()))

    @strawberry.mutation(description="Changes what is sent; `language: null` leaves it to the browser again.")
    async def update_me(
        self,
        info: Info,
        full_name: str | None = UNSET,
        language: str | None = UNSET,
        ghosted_after_days: int | None = UNSET,
    ) -> User:
        changed = given(full_name=full_name, language=language, ghosted_after_days=ghosted_after_days)
        return shown(await accounts.update(await info.context.user(WRITE), changed))

    @strawberry.mutation(description="Removes the user with all that is theirs; gives the id that was.")
    async def delete_account(self, info: Info, password: str) -> ID:
        return cast(ID, await account_data.delete_account(await info.context.owner(), password))

    @strawberry.mutation
    async def create_application(
        self, info: Info, input: CreateApplicationInput, idempotency_key: str | None = UNSET
    ) -> Application:
        user = await info.context.user(WRITE)
        return shown(await applications.create(user, sent(input), or_none(idempotency_key), pipeline=sent(input)))

    @strawberry.mutation
    async def update_application(self, info: Info, id: ID, input: UpdateApplicationInput) -> Application:
        return shown(await applications.change(await info.context.user(WRITE), id, sent(input), pipeline=sent(input)))

    @strawberry.mutation(description="The id of what was deleted, with its documents, versions and runs.")
    async def delete_application(self, info: Info, id: ID) -> ID:
        return cast(ID, await applications.delete(await info.context.user(WRITE), id))

    @strawberry.mutation
    async def create_resume(self, info: Info, input: ResumeInput, idempotency_key: str | None = UNSET) -> Resume:
        return shown(await resumes.create(await info.context.user(WRITE), sent(input), or_none(idempotency_key)))

    @strawberry.mutation(
        description="Replaces the whole resume. With `expectedVersion`, only if that is still its version (409 "
        "VERSION_CONFLICT otherwise)."
    )
    async def update_resume(
        self, info: Info, id: ID, input: ResumeInput, expected_version: int | None = UNSET
    ) -> Resume:
        return shown(await resumes.replace(await info.context.user(WRITE), id, sent(input), or_none(expected_version)))

    @strawberry.mutation(description="Makes it the one that phases start from unless they are told another.")
    async def set_primary_resume(self, info: Info, id: ID) -> Resume:
        return shown(await resumes.set_primary(await info.context.user(WRITE), id))

    @strawberry.mutation
    async def delete_resume(self, info: Info, id: ID) -> ID:
        return cast(ID, await resumes.delete(await info.context.user(WRITE), id))

    @strawberry.mutation(
        description="Saves the user's own text as a new version. With `expectedVersion`, only if that is still the "
        "newest (409 VERSION_CONFLICT otherwise). With `amend`, replaces the newest version where that is the user's "
        "own, unsent and begun less than ten minutes ago; the number grows all the same."
    )
    async def update_document(
        self,
        info: Info,
        application_id: ID,
        document_type: DocumentType,
        content: str,
        expected_version: int | None = UNSET,
        amend: bool | None = UNSET,
    ) -> Document:
        user = await info.context.user(WRITE)
        changed, version = given(content=content), or_none(expected_version)
        return shown(await documents.edit(user, application_id, document_type, changed, version, amend=amend is True))

    @strawberry.mutation(description="Makes an earlier version the newest again, as a new version.")
    async def restore_document(
        self, info: Info, application_id: ID, document_type: DocumentType, version: int
    ) -> Document:
        user = await info.context.user(WRITE)
        return shown(await documents.restore(user, application_id, document_type, version))

    @strawberry.mutation(
        description="With `again: true` a finished phase is run once more and makes a new version of its document; "
        "without, it is 409."
    )
    async def start_research(
        self,
        info: Info,
        application_id: ID,
        again: bool | None = UNSET,
        offline: bool | None = UNSET,
        idempotency_key: str | None = UNSET,
    ) -> PhaseRun:
        user = await info.context.user(RUN)
        run = await phase_runs.start(
            user,
            application_id,
            Phase.RESEARCH,
            again=again is True,
            offline=offline is True,
            key=or_none(idempotency_key),
        )
        return shown(run)

    @strawberry.mutation(description="From the given resume, or else the primary one.")
    async def start_resume_optimization(
        self,
        info: Info,
        application_id: ID,
        resume_id: ID | None = UNSET,
        again: bool | None = UNSET,
        offline: bool | None = UNSET,
        idempotency_key: str | None = UNSET,
    ) -> PhaseRun:
        user = await info.context.user(RUN)
        run = await phase_runs.start(
            user,
            application_id,
            Phase.RESUME,
            resume_id=or_none(resume_id),
            again=again is True,
            offline=offline is True,
            key=or_none(idempotency_key),
        )
        return shown(run)

    @strawberry.mutation
    async def start_cover_letter(
        self,
        info: Info,
        application_id: ID,
        additional_context: str | None = UNSET,
        mention_gaps: bool | None = UNSET,
        again: bool | None = UNSET,
        offline: bool | None = UNSET,
        idempotency_key: str | None = UNSET,
    ) -> PhaseRun:
        user = await info.context.user(RUN)
        run = await phase_runs.start(
            user,
            application_id,
            Phase.COVER_LETTER,
            given(additional_context=additional_context),
            mention_gaps=or_none(mention_gaps),
            again=again is True,
            offline=offline is True,
            key=or_none(idempotency_key),
        )
        return shown(run)

    @strawberry.mutation(
        description="Starts the first phase that is not finished and has the server go on with those after it, each as "
        "the one before completes; a failure or a cancellation ends the list. With `again`, all phases."
    )
    async def prepare_application(
        self,
        info: Info,
        application_id: ID,
        resume_id: ID | None = UNSET,
        additional_context: str | None = UNSET,
        mention_gaps: bool | None = UNSET,
        again: bool | None = UNSET,
        idempotency_key: str | None = UNSET,
    ) -> PhaseRun:
        run = await phase_runs.prepare(
            await info.context.user(RUN),
            application_id,
            given(additional_context=additional_context),
            resume_id=or_none(resume_id),
            mention_gaps=or_none(mention_gaps),
            again=again is True,
            key=or_none(idempotency_key),
        )
        return shown(run)

    @strawberry.mutation(description="Ends the running phase; what was there before stays as it was.")
    async def cancel_processing(self, info: Info, application_id: ID) -> PhaseRun:
        return shown(await phase_runs.cancel(await info.context.user(RUN), application_id))

    @strawberry.mutation(description="Reads a file and saves nothing. Up to 1.4 MB; larger files by REST.")
    async def read_resume_file(self, info: Info, file: Base64Bytes, filename: str | None = UNSET) -> ImportedResume:
        user = await info.context.user(WRITE)
        return shown(await exchange.read_resume_file(user, small_file(file), given(filename=filename)))

    @strawberry.mutation(description="Reads an ad from exactly one of the three and saves nothing.")
    async def read_ad_file(
        self,
        info: Info,
        html: str | None = UNSET,
        url: str | None = UNSET,
        file: Base64Bytes | None = UNSET,
    ) -> ImportedAd:
        user = await info.context.user(WRITE)
        return shown(await exchange.read_ad_file(user, given(html=html, url=url, file=small_file(file))))
