"""A first session over REST: sign up or sign in, send a resume and an ad, run the three phases, print the letter.

    python3 examples/first_session.py RESUME AD --company NAME --role TITLE

Needs only Python's standard library. It can be run again: the account is then signed in to.
"""

import argparse
import json
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

PHASE_SECONDS = 300


def call(method: str, url: str, body: object = None, token: str = "") -> Any:
    """Send JSON and return the answer's JSON. Ends with a sentence when the server says no or cannot be reached."""
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)
    except urllib.error.HTTPError as error:
        answered = json.load(error)["error"]
        if answered["code"] == "DUPLICATE_RESOURCE":
            return None
        details = "; ".join(f"{name}: {' '.join(texts)}" for name, texts in answered["details"].items())
        sys.exit(f"{method} {url}: {answered['message']} {details}".rstrip())
    except OSError as error:
        sys.exit(f"{url} cannot be reached ({error}). Is JobForge running? `make run` starts it.")


def text(path: Path) -> str:
    """Return the file's text. Ends with a sentence when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{path} cannot be read: {error}")


def run_phase(api: str, application_id: str, phase: str, token: str) -> None:
    """Start a phase and wait until it is done."""
    address = f"{api}/processing/applications/{application_id}"
    call("POST", f"{address}/{phase}", token=token)
    end = time.monotonic() + PHASE_SECONDS
    while time.monotonic() < end:
        status = call("GET", f"{address}/status", token=token)
        if status["status"] == "completed":
            print(f"{phase}: done", file=sys.stderr)
            return
        if status["status"] == "failed":
            sys.exit(f"{phase} failed: {status['error_message']}")
        time.sleep(0.5)
    sys.exit(f"{phase} took longer than {PHASE_SECONDS} seconds.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("resume", type=Path)
    parser.add_argument("ad", type=Path)
    parser.add_argument("--company", required=True)
    parser.add_argument("--role", required=True)
    parser.add_argument("--server", default="http://localhost:8000")
    parser.add_argument("--email", default="me@example.com")
    parser.add_argument("--password", default="correct horse 1")
    options = parser.parse_args()
    api = f"{options.server}/api/v1"
    resume, ad = text(options.resume), text(options.ad)
    person = {"email": options.email, "password": options.password}
    session = call("POST", f"{api}/auth/register", person | {"full_name": "Ada Example"})
    token = (session or call("POST", f"{api}/auth/login", person))["access_token"]
    call("POST", f"{api}/resumes", {"name": "CV", "content": resume, "is_primary": True}, token)
    application = {"company_name": options.company, "role_title": options.role, "job_description": ad}
    application_id = call("POST", f"{api}/applications", application, token)["id"]
    for phase in ("research", "resume", "cover-letter"):
        run_phase(api, application_id, phase, token)
    print(call("GET", f"{api}/applications/{application_id}/documents/cover_letter", token=token)["content"])


if __name__ == "__main__":
    main()
