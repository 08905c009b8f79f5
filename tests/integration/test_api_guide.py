"""Each snippet of docs/api.md does what it says."""

import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from services import Service

from jobforge.errors import error_codes

TOP = Path(__file__).parent.parent.parent
GUIDE = (TOP / "docs" / "api.md").read_text(encoding="utf-8")


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def session(embedded: Service) -> dict[str, Any]:
    """What the Python snippets leave behind, run one after the other as a reader would."""
    names: dict[str, Any] = {
        "URL": embedded.url,
        "EMAIL": f"{uuid4()}@example.com",
        "RESUME_TEXT": (TOP / "examples" / "resume.md").read_text(encoding="utf-8"),
        "AD_TEXT": (TOP / "examples" / "ad.txt").read_text(encoding="utf-8"),
    }
    for snippet in snippets("python"):
        exec(snippet, names)  # noqa: S102
    return names


def test_the_snippets_end_with_a_letter(session: dict[str, Any]) -> None:
    assert len(snippets("python")) == 4
    assert "Quayside Travel" in session["letter"]["content"]


def test_every_code_of_an_error_is_explained() -> None:
    explained = set(re.findall(r"`([A-Z_]+)`", GUIDE.partition("## Errors")[2].partition("## Idempotency")[0]))
    common = {"VALIDATION_ERROR", "NOT_FOUND", "RATE_LIMITED", "VERSION_CONFLICT"}
    assert common <= explained <= set(error_codes()) | {"VERSION_CONFLICT"}
