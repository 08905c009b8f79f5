"""The second reading: verbatim quotes settle what rules cannot, hard findings stay, and nothing waits for it."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from audience import Audience
from wire_servers import OVERLOADED, Answer, Asked, WireServer

from jobforge.documents.llm.generate import Composed, compose
from jobforge.documents.llm.second_reading import verdicts
from jobforge.documents.llm.stream_parser import Line
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, Writer
from jobforge.providers import Usage, opened_providers

MATERIAL = Material(
    """\
# Noor Haddad
noor@example.org

## Experience

### Ward Nurse, Elmwood Hospital (2021 - 2024)
- Sat with frightened relatives on night shifts and explained what would happen next
- Ran the crash trolley during twelve arrests

## Education
- Nursing diploma, Elmwood College, 2020
""",
    "Staff Nurse\n\nRequirements:\n- Excellent bedside communication\n- Resuscitation\n- Night shifts\n",
    company_name="St Anne's",
    role_title="Staff Nurse",
    today=date(2026, 11, 22),
)
RELATIVES, TROLLEY = MATERIAL.resume.splitlines()[6:8]
SOURCES = {"L7": RELATIVES, "L8": TROLLEY}
REWORDED = "- Comforted families after dark, telling them the coming steps in plain speech"
LIE = "- Rewrote the whole department's grieving protocol"


def draft(line: str, cited: str = "L7") -> str:
    rows = [f"{row} [[L{at}]]" if row else "" for at, row in enumerate(MATERIAL.resume.splitlines(), 1)]
    rows[6] = f"{line} [[{cited}]]"
    return "\n".join(rows)


class Listener(Audience):
    def __init__(self) -> None:
        self.usage = Usage()

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None:
        self.usage += usage


@pytest.fixture
def server() -> Iterator[WireServer]:
    with WireServer() as server:
        yield server


def stubborn(text: str) -> Callable[[Asked], str]:
    """A writer that changes nothing of its draft whatever it is told."""
    return lambda asked: text if len(asked.turns) == 1 else ""


def reader(verdict: str, quote: str = "Sat with frightened relatives", key: str = "L7") -> Callable[[Asked], str]:
    """A reader that says the same of every statement."""

    def answer(asked: Asked) -> str:
        statements = asked.turns[-1][1].partition("<statements-")[2].splitlines()
        numbers = [int(row.partition("|")[0]) for row in statements if row.partition("|")[0].isdigit()]
        claim = {"claim": "the claim", "quote": quote, "id": key, "verdict": verdict}
        return json.dumps({"lines": [{"n": number, "claims": [claim]} for number in numbers]})

    return answer


async def composed(server: WireServer, writer: str = "openai") -> tuple[Composed, Listener]:
    listener = Listener()
    end = asyncio.get_running_loop().time() + 60
    async with opened_providers(server.settings(writer)) as providers:
        (provider,) = providers.values()
        return await compose(provider, Phase.RESUME, MATERIAL, listener, end), listener


@pytest.mark.parametrize("writer", ["anthropic", "openai"])
async def test_a_true_rewording_stays_when_each_claim_is_quoted(server: WireServer, writer: str) -> None:
    server.play(Answer(stubborn(draft(REWORDED))))
    plain, _ = await composed(server, writer)
    assert REWORDED not in plain.text, "the rules alone put it back"
    server.play_reading(Answer(reader("stated")))
    made, listener = await composed(server, writer)
    assert REWORDED in made.text
    assert made.changes == []
    assert made.usage == listener.usage, "the reading is paid for too"


async def test_a_lie_that_is_not_stated_goes_back_to_its_source_and_the_claim_is_named(server: WireServer) -> None:
    server.play(Answer(stubborn(draft(LIE))))
    server.play_reading(Answer(reader("not_stated")))
    made, _ = await composed(server)
    assert LIE not in made.text
    assert RELATIVES in made.text
    (change,) = made.changes
    assert change.before == LIE


async def test_a_quiet_lie_beside_true_words_is_found_by_the_second_reading_alone(server: WireServer) -> None:
    quiet = f"{RELATIVES}, in fluent sign language"
    server.play(Answer(stubborn(draft(quiet))))
    server.play_reading(Answer(reader("not_stated")))
    made, _ = await composed(server)
    assert "sign language" not in made.text
    assert RELATIVES in made.text


@pytest.mark.parametrize(
    ("quote", "key"),
    [("Comforted families after dark", "L7"), ("Sat with frightened relatives", "L99"), ("", "L7"), ("Ran the", "L7")],
)
async def test_a_reader_that_invents_quotes_or_lines_waives_nothing(server: WireServer, quote: str, key: str) -> None:
    server.play(Answer(stubborn(draft(REWORDED))))
    server.play_reading(Answer(reader("stated", quote, key)))
    made, _ = await composed(server)
    assert REWORDED not in made.text


@pytest.mark.parametrize("line", ["- Ran the crash trolley during ninety arrests", "- Led a team of nine nurses"])
async def test_hard_findings_are_never_waived(server: WireServer, line: str) -> None:
    server.play(Answer(stubborn(draft(line, "L8"))))
    server.play_reading(Answer(reader("stated", "Ran the crash trolley", "L8")))
    made, _ = await composed(server)
    assert line not in made.text


async def test_a_line_that_names_evidence_which_does_not_exist_is_not_delivered(server: WireServer) -> None:
    server.play(Answer(stubborn(draft(REWORDED, "L99"))))
    server.play_reading(Answer(reader("stated")))
    made, _ = await composed(server)
    assert REWORDED not in made.text


@pytest.mark.parametrize("answer", [OVERLOADED, Answer("no"), Answer("{", stop="length"), Answer("", stop="refusal")])
async def test_without_a_second_reading_the_rules_decide(server: WireServer, answer: Answer) -> None:
    server.play(Answer(stubborn(draft(REWORDED))))
    server.play_reading(answer)
    made, _ = await composed(server)
    assert REWORDED not in made.text
    assert RELATIVES in made.text


async def test_a_draft_of_the_resumes_own_words_needs_no_second_reading(server: WireServer) -> None:
    server.play(Answer(draft(RELATIVES)))
    await composed(server)
    assert server.readings == []


async def test_the_reading_is_a_conversation_of_its_own_and_sees_no_ad(server: WireServer) -> None:
    server.play(Answer(stubborn(draft(REWORDED))))
    await composed(server)
    (asked,) = server.readings
    assert [role for role, _ in asked.turns] == ["user"]
    assert "Excellent bedside communication" not in asked.turns[0][1]
    assert f"1| {REWORDED}" in asked.turns[0][1]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {"lines": {}},
        {"lines": [{"n": "1", "claims": []}, {"n": 7, "claims": [{}]}, {"n": 1}, {"n": 1, "claims": "none"}, 3]},
        {"lines": [{"n": 1, "claims": []}]},
    ],
)
def test_what_is_no_verdict_settles_nothing(answer: Any) -> None:
    found = verdicts(answer, {1: Line(REWORDED, ("L7",))}, SOURCES)
    assert not found.supported
    assert not found.unsupported
