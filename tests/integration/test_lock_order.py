"""Any two things that a user does at the same time come to an end: all take the user's row first."""

import asyncio
import secrets
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema
from services import AD, RESUME

from jobforge.enums import Author, CredentialKind, DocumentType, EntryKind, Phase, Stage, TokenScope
from jobforge.errors import AuthenticationError, InternalError
from jobforge.operations import (
    access_tokens,
    account_data,
    account_export,
    accounts,
    applications,
    calendar,
    csv_applications,
    documents,
    phase_runs,
    resumes,
    run_executor,
    sessions,
    stages,
    timeline,
)
from jobforge.operations.error_mapping import expected
from jobforge.settings import Settings
from jobforge.storage.models import Caller, Document, DocumentVersion, User

ROOT = Path(__file__).parents[2]
PAIRS_AT_ONCE = 5  # more logins at once are refused
PASSWORD = "Sesame-opens-7"
GIVEN = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
CSV = "company_name,role_title,tags\r\nHarbour,Fitter,ships\r\nQuay,Welder,\r\n"


class Scene:
    """A user with an application, a document and resumes, and what may be done with them."""

    def __init__(self, user: Caller, email: str) -> None:
        self.user, self.email = user, email
        self.application = self.binned = self.resume = self.binned_resume = self.note = self.token = self.session = ""

    @classmethod
    async def make(cls) -> "Scene":
        email = f"{secrets.token_hex(6)}@example.com"
        user = (await accounts.register({"email": email, "password": PASSWORD, "full_name": "Jo"})).user
        scene = cls(user, email)
        await resumes.create(user, {"name": "First", "content": RESUME})
        scene.resume, scene.binned_resume = [
            str((await resumes.create(user, {"name": name, "content": RESUME})).id) for name in ("Second", "Third")
        ]
        scene.application, scene.binned = [(await applications.create(user, GIVEN))["id"] for _ in range(2)]
        await applications.delete(user, scene.binned)
        await resumes.delete(user, scene.binned_resume)
        text = "# A document of some length"
        document = await Document.create(
            application_id=scene.application, document_type=DocumentType.RESEARCH_REPORT, content=text, author=Author.AI
        )
        await DocumentVersion.create(document_id=document.id, version=1, content=text, author=Author.AI)
        scene.note = str((await timeline.add(user, scene.application, EntryKind.NOTE, {"text": "Called"})).id)
        scene.token = str((await access_tokens.create(user, {"name": "script"}, [TokenScope.READ])).token.id)
        scene.session = (await sessions.sign_in({"email": email, "password": PASSWORD}, "browser")).secret
        return scene


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


ACTIONS: dict[str, Callable[[Scene], Awaitable[Any]]] = {
    "createApplication": lambda s: applications.create(s.user, GIVEN, secrets.token_hex(4)),
    "updateApplication": lambda s: applications.change(s.user, s.application, {"role_title": "Fitter"}),
    "deleteApplication": lambda s: applications.delete(s.user, s.application),
    "restoreApplication": lambda s: applications.restore(s.user, s.binned),
    "moveApplication": lambda s: stages.move(s.user, s.application, Stage.APPLIED),
    "archiveApplication": lambda s: stages.archive(s.user, s.application, True),
    "setTags": lambda s: stages.set_tags(s.user, [s.application], ["ships"], []),
    "importApplications": lambda s: csv_applications.import_all(s.user, CSV),
    "addNote": lambda s: timeline.add(s.user, s.application, EntryKind.NOTE, {"text": "Called again"}),
    "addReminder": lambda s: timeline.add(s.user, s.application, EntryKind.REMINDER, {"due_at": soon(), "text": "Ask"}),
    "updateNote": lambda s: timeline.change(s.user, s.note, EntryKind.NOTE, {"text": "Called twice"}),
    "deleteTimelineEntry": lambda s: timeline.delete(s.user, s.note),
    "createResume": lambda s: resumes.create(s.user, {"name": "R", "content": RESUME, "is_primary": True}),
    "updateResume": lambda s: resumes.replace(s.user, s.resume, {"name": "R", "content": RESUME + " more"}),
    "setPrimaryResume": lambda s: resumes.set_primary(s.user, s.resume),
    "deleteResume": lambda s: resumes.delete(s.user, s.resume),
    "restoreResume": lambda s: resumes.restore(s.user, s.binned_resume),
    "updateDocument": lambda s: documents.edit(
        s.user, s.application, DocumentType.RESEARCH_REPORT, {"content": "A text by the user"}
    ),
    "restoreDocument": lambda s: documents.restore(s.user, s.application, DocumentType.RESEARCH_REPORT, 1),
    "startResearch": lambda s: phase_runs.start(s.user, s.application, Phase.RESEARCH, key=secrets.token_hex(4)),
    "prepareApplication": lambda s: phase_runs.prepare(s.user, s.application, {}),
    "cancelProcessing": lambda s: phase_runs.cancel(s.user, s.application),
    "createAccessToken": lambda s: access_tokens.create(s.user, {"name": "another"}, [TokenScope.READ]),
    "revokeAccessToken": lambda s: access_tokens.revoke(s.user, CredentialKind.TOKEN, s.token),
    "resetCalendarUrl": lambda s: calendar.reset(s.user),
    "setMonthlyBudget": lambda s: accounts.set_budget(s.user, 1_000_000),
    "updateMe": lambda s: accounts.update(s.user, {"full_name": "Joanna"}),
    "changePassword": lambda s: accounts.change_password(s.user, {"new_password": "Another-door-8"}, PASSWORD),
    "changeEmail": lambda s: accounts.change_email(s.user, {"email": f"new-{s.email}"}, PASSWORD),
    "signOutEverywhere": lambda s: accounts.sign_out_everywhere(s.user),
    "deleteAccount": lambda s: account_data.delete_account(s.user, PASSWORD),
    "login": lambda s: accounts.login({"email": s.email, "password": PASSWORD}),
    # What no mutation does: the workers', the page's and the command line's.
    "perform a phase": lambda _: run_executor.perform({}),
    "sweep": lambda _: run_executor.sweep(),
    "sign in at the page": lambda s: sessions.sign_in({"email": s.email, "password": PASSWORD}, "browser"),
    "sign out of the page": lambda s: sessions.sign_out(s.session),
    "reset the password": lambda s: accounts.reset_password(s.email, {"new_password": "Another-door-8"}),
}
LIKE = {
    "startResumeOptimization": "startResearch",
    "startCoverLetter": "startResearch",
    "addContact": "addNote",
    "addInterview": "addNote",
    "updateContact": "updateNote",
    "updateInterview": "updateNote",
    "updateReminder": "updateNote",
    "revokePageSession": "revokeAccessToken",
}
"""Mutations that call the operation of another one with another kind."""
WITH_A_RUN = {"perform a phase", "cancelProcessing"}
OF_NO_USER = {"register", "readResumeFile", "readAdFile"}
"""Mutations that write nothing of a user who is there."""


def test_every_mutation_is_among_them() -> None:
    schema = build_schema((ROOT / "schema" / "schema.graphql").read_text())
    assert schema.mutation_type is not None
    rest = set(schema.mutation_type.fields) - set(ACTIONS) - set(LIKE) - OF_NO_USER
    assert not rest, f"Say in ACTIONS or LIKE how a user does {sorted(rest)}."


@pytest.mark.parametrize("name", ACTIONS)
async def test_each_by_itself_succeeds(inside: Settings, name: str) -> None:
    scene = await Scene.make()
    if name in WITH_A_RUN:
        await phase_runs.start(scene.user, scene.application, Phase.RESEARCH)
    await ACTIONS[name](scene)


async def both(first: str, second: str) -> None:
    """Have a user do the two things, twice each, at the same time."""
    scene = await Scene.make()
    if WITH_A_RUN & {first, second}:
        await phase_runs.start(scene.user, scene.application, Phase.RESEARCH)
    async with asyncio.timeout(100):
        done = await asyncio.gather(
            *(ACTIONS[name](scene) for name in (first, second, second, first)), return_exceptions=True
        )
    faults = [each for each in done if isinstance(each, Exception) and isinstance(expected(each), InternalError)]
    assert not faults, (first, second, faults)


async def test_an_account_deleted_a_moment_ago_has_ended_tokens_and_no_fault(inside: Settings) -> None:
    """A token is checked before the account is deleted, and used afterwards."""
    gone = User(id=uuid.uuid4())
    with pytest.raises(AuthenticationError):
        await calendar.reset(gone)
    with pytest.raises(AuthenticationError):
        await account_export.text(gone)


@pytest.mark.parametrize("first", ACTIONS)
async def test_two_at_once_come_to_an_end(inside: Settings, first: str) -> None:
    few = asyncio.Semaphore(PAIRS_AT_ONCE)

    async def pair(second: str) -> None:
        async with few:
            await both(first, second)

    await asyncio.gather(*(pair(second) for second in list(ACTIONS)[list(ACTIONS).index(first) :]))
