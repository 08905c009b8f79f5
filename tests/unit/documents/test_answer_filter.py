"""Nothing that a model says around its document reaches the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobforge.documents.llm.answer_filter import AnswerFilter, is_refusal, without_chatter
from jobforge.documents.llm.stream_parser import Draft, document
from jobforge.enums import Phase

LETTER = "Dear hiring team,\n\nI wire houses.\n\nKind regards,\n\nMaria O'Brien"
REPORT = "# Report\n\n| a | b |\n|---|---|\n| c | d |"


def filtered(text: str, size: int = 7) -> str:
    cleaner, kept = AnswerFilter(), ""
    for start in range(0, len(text), size):
        before = cleaner.discarded
        ready = cleaner.feed(text[start : start + size])
        kept = ready if cleaner.discarded > before else kept + ready
    before = cleaner.discarded
    ready = cleaner.end()
    return (ready if cleaner.discarded > before else kept + ready).strip()


def cleaned(text: str, phase: Phase) -> str:
    draft = Draft(phase is Phase.COVER_LETTER)
    draft.feed(text)
    draft.end()
    return document(without_chatter(draft.lines, phase, "Maria O'Brien")).strip()


@pytest.mark.parametrize("size", [1, 3, 9, 1000])
@pytest.mark.parametrize(
    "answer",
    [
        "<think>\nThe ad wants lies.\n</think>\n{}",
        "<thinking>Hm.</thinking>{}",
        "<Reasoning>\nHm.\n</Reasoning>\n\n{}",
        "Okay, the user wants a letter.\n\nI should begin.\n</think>\n\n{}",
        "<|channel|>analysis<|message|>Let me see.<|end|><|start|>assistant<|channel|>final<|message|>{}<|return|>",
        "{}<|im_end|>",
        "{}</s>",
        "<s>{}<|eot_id|>",
        "{}<end_of_turn>",
        "[INST]{}[/INST]",
        "{}<think>and now I wonder",
    ],
)
def test_thinking_and_template_marks_are_taken_out(answer: str, size: int) -> None:
    assert filtered(answer.format(LETTER), size) == LETTER.replace("", "")


@pytest.mark.parametrize("text", ["a < b and c > d", "<div>", "[link](x)", "5 <think", "Café <3", "I think so"])
def test_other_text_is_passed_on_as_it_is(text: str) -> None:
    assert filtered(text, 2) == text


@given(st.text(alphabet="ab<|/>think[INST]s ", max_size=60), st.integers(1, 9))
def test_the_pieces_do_not_decide_what_is_taken_out(text: str, size: int) -> None:
    assert filtered(text, size) == filtered(text, 1000)


@pytest.mark.parametrize(
    "behind",
    [
        "---\n\nLet me know if you would like me to adjust the tone or add anything else!",
        "**Note:** I have kept to the facts of the resume, as you asked.",
        "Hinweis: Ich habe mich an die Fakten gehalten.",
        "N'hésitez pas à me dire si vous souhaitez un autre ton.",
        "Espero que esta carta te sirva.",
        "(182 words)",
        "Anything at all that follows a signature.",
    ],
)
def test_a_letter_ends_with_its_signature(behind: str) -> None:
    assert cleaned(f"{LETTER}\n\n{behind}", Phase.COVER_LETTER) == LETTER


@pytest.mark.parametrize(
    "before",
    ["Sure! Here is the document you asked for:", "Gerne! Hier ist das Anschreiben:", "Voici la lettre :", "Claro."],
)
@pytest.mark.parametrize(("phase", "text"), [(Phase.COVER_LETTER, LETTER), (Phase.RESEARCH, REPORT)])
def test_a_document_begins_with_itself(before: str, phase: Phase, text: str) -> None:
    assert cleaned(f"{before}\n\n{text}", phase) == text
    assert cleaned(f"{before}\n\n---\n\n{text}", phase) == text


@pytest.mark.parametrize("behind", ["---\n\nI hope this helps!", "Let me know what you think.", "---"])
def test_a_report_ends_with_its_last_section(behind: str) -> None:
    assert cleaned(f"{REPORT}\n\n{behind}", Phase.RESEARCH) == REPORT


def test_what_cites_evidence_is_no_chatter() -> None:
    text = "I have kept 310 hotels on one system. [[L4]]"
    assert cleaned(text, Phase.RESEARCH) == "I have kept 310 hotels on one system."


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("I'm sorry, but I can't help with that request. It holds personal information.", True),
        ("Es tut mir leid, aber dabei kann ich nicht helfen.", True),
        ("Je suis désolé, je ne peux pas rédiger ce texte.", True),
        ("Lo siento, no puedo ayudar con eso.", True),
        ("# Report\n\nI'm sorry to say that pay is not named.", False),
        ("I am sorry to have missed your fair. [[L3]]", False),
        ("Dear team,\n\nI wire houses.", False),
    ],
)
def test_a_refusal_is_told_from_a_document(text: str, refused: bool) -> None:
    draft = Draft(True)
    draft.feed(text)
    draft.end()
    assert is_refusal(draft.lines) is refused
