"""Generate a Python client from schema/openapi.json and call every operation of it against a running server.

    python calls.py SERVER_URL

Run with the environment of requirements.txt. An operation of the contract that is not called here fails the run.
"""

import importlib
import pkgutil
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[3]
QUALITY = TOP / "tests" / "quality"
BESIDE_THE_SPECIFICATION = re.compile(r"import|export")
"""Operations on files: their bodies are bytes, and they have tests of their own."""


class Calls:
    """Calls operations of the generated client by name and remembers which were called."""

    def __init__(self, package: Any, url: str) -> None:
        self.models = importlib.import_module(f"{package.__name__}.models")
        self.client = importlib.import_module(f"{package.__name__}.client")
        self.url = url
        self.session: Any = self.client.Client(base_url=url)
        api = importlib.import_module(f"{package.__name__}.api")
        names = [
            name for _, name, is_package in pkgutil.walk_packages(api.__path__, api.__name__ + ".") if not is_package
        ]
        self.operations = {name.rpartition(".")[2]: importlib.import_module(name) for name in names}
        self.called: set[str] = set()

    def sign_in(self, token: str) -> None:
        self.session = self.client.AuthenticatedClient(base_url=self.url, token=token)

    def __call__(self, name: str, status: int, *path: object, **words: Any) -> Any:
        self.called.add(name)
        answer = self.operations[name].sync_detailed(*path, client=self.session, **words)
        if answer.status_code != status:
            sys.exit(f"{name}: {answer.status_code}, not {status}: {answer.content!r}")
        return answer.parsed


def generate(directory: str) -> Any:
    """Write the client into `directory` and import it."""
    target = Path(directory) / "generated_client"
    command = [str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--meta", "none"]
    paths = ["--path", str(TOP / "schema" / "openapi.json"), "--output-path", str(target)]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, check=False)
    if done.returncode or "Unable to parse" in done.stdout + done.stderr:
        sys.exit(done.stdout + done.stderr)
    sys.path.insert(0, directory)
    return importlib.import_module("generated_client")


def call_all(call: Calls) -> None:
    """Make an account, a resume and an application, run three phases, edit a document, delete the application."""
    models = call.models
    credentials = {"email": f"python-{time.time_ns()}@example.com", "password": "SecurePass123!"}
    call("authentication_register", 201, body=models.Register(**credentials, full_name="John Doe"))
    session = call("authentication_login", 200, body=models.Login(**credentials))
    call.sign_in(session.access_token)
    assert call("authentication_me", 200).email == credentials["email"]

    content = (QUALITY / "resumes" / "fullstack.md").read_text(encoding="utf-8")
    resume = call("resumes_create", 201, body=models.ResumeWrite(name="CV", content=content))
    second = call("resumes_create", 201, body=models.ResumeWrite(name="Second", content=content))
    assert len(call("resumes_library", 200).resumes) == 2
    assert call("resumes_get", 200, resume.id).content == content
    renamed = call("resumes_replace", 200, resume.id, body=models.ResumeWrite(name="New name", content=content))
    assert renamed.name == "New name"
    call("resumes_delete", 204, second.id)

    ad = (QUALITY / "ads" / "fullstack__good.txt").read_text(encoding="utf-8")
    create = models.ApplicationCreate(
        company_name="Harbour Labs", role_title="Developer", job_description=ad, location="Bristol"
    )
    application = call("applications_create", 201, body=create)
    changed = call("applications_change", 200, application.id, body=models.ApplicationChange(company_name="Harbour"))
    assert (changed.company_name, changed.location, changed.role_title) == ("Harbour", "Bristol", "Developer")
    unchanged = call("applications_change", 200, application.id, body=models.ApplicationChange())
    assert (unchanged.company_name, unchanged.location) == ("Harbour", "Bristol")
    assert call("applications_list_all", 200, limit=10).total == 1
    assert call("applications_get", 200, application.id).job_description == ad

    for phase, words in (("research", {}), ("resume", {}), ("cover_letter", {"body": models.CoverLetterStart()})):
        call(f"ai_processing_{phase}", 202, application.id, **words)
        wait(call, application.id)
    assert call("documents_of_application", 200, application.id).cover_letter
    letter = call("documents_get", 200, application.id, "cover_letter")
    body = models.DocumentWrite(content=letter.content + "\n\nP.S. Thank you.")
    assert call("documents_edit", 200, application.id, "cover_letter", body=body).content.endswith("Thank you.")
    call("applications_delete", 204, application.id)


def wait(call: Calls, application_id: object) -> None:
    for _ in range(600):
        status = call("ai_processing_status", 200, application_id)
        if status.status != "processing":
            assert status.status == "completed", status
            return
        time.sleep(0.1)
    sys.exit("A phase took longer than a minute.")


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        call = Calls(generate(directory), sys.argv[1])
        call_all(call)
        missing = {name for name in call.operations.keys() - call.called if not BESIDE_THE_SPECIFICATION.search(name)}
        if missing:
            sys.exit(f"Not called: {', '.join(sorted(missing))}")
        print(f"{len(call.called)} operations called")


if __name__ == "__main__":
    main()
