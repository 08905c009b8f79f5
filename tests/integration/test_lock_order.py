"""Any two things that a user does at the same time come to an end: all take the user's row first."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from services import AD, RESUME

from jobforge.enums import Author, DocumentType, Phase
from jobforge.errors import InternalError
from jobforge.operations import account_data, accounts, applications, documents, phase_runs, resumes, run_executor
from jobforge.operations.error_mapping import expected
from jobforge.settings import Settings
from jobforge.storage.models import Caller, Document, DocumentVersion

PASSWORD = "Sesame-opens-7"
GIVEN = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}


class Scene:
    """A user with an application, a document and resumes, and what may be done with them."""

    def __init__(self, user: Caller, application: str, resume: str) -> None:
        self.user = user
        self.application = application
        self.resume = resume

    @classmethod
    async def make(cls) -> "Scene":
        email = f"{secrets.token_hex(6)}@example.com"
        user = (await accounts.register({"email": email, "password": PASSWORD, "full_name": "Jo"})).user
        await resumes.create(user, {"name": "First", "content": RESUME})
        resume = await resumes.create(user, {"name": "Second", "content": RESUME})
        made = await applications.create(user, GIVEN)
        text = "# A document of some length"
        document = await Document.create(
            application_id=made["id"], document_type=DocumentType.RESEARCH_REPORT, content=text, author=Author.AI
        )
        await DocumentVersion.create(document_id=document.id, version=1, content=text, author=Author.AI)
        return cls(user, made["id"], str(resume.id))


ACTIONS: dict[str, Callable[[Scene], Awaitable[Any]]] = {
    "create an application": lambda s: applications.create(s.user, GIVEN, secrets.token_hex(4)),
    "change an application": lambda s: applications.change(s.user, s.application, {"role_title": "Fitter"}),
    "delete an application": lambda s: applications.delete(s.user, s.application),
    "create a resume": lambda s: resumes.create(s.user, {"name": "R", "content": RESUME, "is_primary": True}),
    "replace a resume": lambda s: resumes.replace(s.user, s.resume, {"name": "R", "content": RESUME + " more"}),
    "make a resume primary": lambda s: resumes.set_primary(s.user, s.resume),
    "delete a resume": lambda s: resumes.delete(s.user, s.resume),
    "edit a document": lambda s: documents.edit(
        s.user, s.application, DocumentType.RESEARCH_REPORT, {"content": "A text by the user"}
    ),
    "restore a document": lambda s: documents.restore(s.user, s.application, DocumentType.RESEARCH_REPORT, 1),
    "start a phase": lambda s: phase_runs.start(s.user, s.application, Phase.RESEARCH, key=secrets.token_hex(4)),
    "cancel": lambda s: phase_runs.cancel(s.user, s.application),
    "perform a phase": lambda _: run_executor.perform({}),
    "sweep": lambda _: run_executor.sweep(),
    "change the password": lambda s: accounts.change_password(s.user, {"new_password": "Another-door-8"}, PASSWORD),
    "delete the account": lambda s: account_data.delete_account(s.user, PASSWORD),
}


async def both(first: str, second: str) -> None:
    """Have a user do the two things, twice each, at the same time."""
    scene = await Scene.make()
    if {first, second} & {"perform a phase", "cancel"}:
        await phase_runs.start(scene.user, scene.application, Phase.RESEARCH)
    async with asyncio.timeout(100):
        done = await asyncio.gather(
            *(ACTIONS[name](scene) for name in (first, second, second, first)), return_exceptions=True
        )
    faults = [each for each in done if isinstance(each, Exception) and isinstance(expected(each), InternalError)]
    assert not faults, (first, second, faults)


@pytest.mark.parametrize("first", ACTIONS)
async def test_two_at_once_come_to_an_end(inside: Settings, first: str) -> None:
    await asyncio.gather(*(both(first, second) for second in list(ACTIONS)[list(ACTIONS).index(first) :]))
