"""What models are asked: the same beginning for all phases, and nothing of a stranger's outside of a fence."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jobforge.documents.llm.prompts import SYSTEM, opening
from jobforge.documents.parsed_input import read
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase
from jobforge.providers import Message

QUALITY = Path(__file__).parents[2] / "quality"
FENCED = re.compile(r"<([\w-]+)>\n.*?\n</\1>", re.DOTALL)
PAIRS = json.loads((QUALITY / "gold.json").read_text(encoding="utf-8"))["pairs"]


def material(resume: str = "resumes/fullstack.md", ad: str = "ads/fullstack__good.txt", **notes: str) -> Material:
    texts = (QUALITY / resume).read_text("utf-8"), (QUALITY / ad).read_text("utf-8")
    given = Material(*texts, company_name="Works", role_title="Developer", today=date(2026, 11, 22))
    return replace(given, **notes)  # type: ignore[arg-type]


def opened(phase: Phase, given: Material) -> Message:
    return opening(phase, given, read(given), web_search=phase is Phase.RESEARCH)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: Path(pair["ad"]).stem)
def test_all_phases_begin_their_prompts_alike(pair: dict[str, str]) -> None:
    """Providers keep what a prompt begins with: the first thousand tokens cost their full price only once."""
    given = material(f"resumes/{pair['resume']}", f"ads/{pair['ad']}", letter_context="Say that I can start in May.")
    messages = [opened(phase, given) for phase in Phase]
    assert len({message.shared for message in messages}) == 1
    assert len({message.text for message in messages}) == len(messages)
    # A token of English is about four letters, of other languages fewer.
    assert len(f"{SYSTEM}{messages[0].shared}".encode()) >= 4_000


def test_notes_for_the_letter_stand_behind_what_is_shared() -> None:
    given = material(application_context="I may work in the EU.", letter_context="I can start in May.")
    letter, resume = opened(Phase.COVER_LETTER, given), opened(Phase.RESUME, replace(given, letter_context=""))
    assert "N1| I may work in the EU." in letter.shared
    assert "N2| I can start in May." in letter.text
    assert "start in May" not in resume.full + letter.shared


def test_nothing_of_the_ad_stands_outside_of_a_fence() -> None:
    given = material()
    outside = FENCED.sub("", opened(Phase.RESEARCH, given).full)
    assert read(given).match.requirements
    for requirement in read(given).match.requirements:
        assert requirement.text not in outside
