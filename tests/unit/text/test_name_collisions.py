"""Names that are spelled like an ordinary word, or share its stem, in four languages.

Neither the match nor the fact check takes the ordinary word for the name; where the name itself stands, both know it.
The cases are generated from the names list: each with its plain word and with the inflections of every language.
"""

from datetime import date

import pytest

from jobforge.enums import DocumentType, RequirementStatus
from jobforge.factcheck.review import review
from jobforge.languages.skills import word_like_names
from jobforge.matching.match import match
from jobforge.text.names import everyday_words
from jobforge.text.terms import fold, keys, words

TODAY = date(2026, 11, 22)
# Words of titles and of everyday work are taken for the word unless another name stands beside them.
EVERYDAY = frozenset(name for name in word_like_names() if fold(name) in everyday_words())
NAMES = sorted(word_like_names())
INFLECTIONS = (
    "{}",
    "{}s",
    "{}es",
    "{}ed",
    "{}ing",
    "{}er",
    "{}en",
    "{}e",
    "{}t",
    "{}ung",
    "{}a",
    "{}o",
    "{}ar",
    "{}es",
)
PAIRS = [
    ("Looker", "looked after the reports"),
    ("Sketch", "made sketches for clients"),
    ("Sketch", "drew a sketch of each room"),
    ("Stripe", "painted stripes on the car park"),
    ("Puppet", "performed with puppets"),
    ("Excel", "did excellent work"),
    ("Concur", "the board concurred with the plan"),
    ("Flask", "filled a flask in the laboratory"),
    ("Spring", "planted bulbs in spring"),
    ("Rust", "removed rust from the hull"),
    ("Slack", "took up slack in the chain"),
    ("Zoom", "used a zoom lens"),
    ("Helm", "took the helm of the ferry"),
    ("Vault", "kept keys in the vault"),
    ("Spark", "replaced a spark plug"),
    ("Notion", "had no notion of the rules"),
    ("Epic", "told an epic story"),
    ("Sage", "grew sage and mint"),
    ("Toast", "served toast at breakfast"),
    ("Swift", "gave a swift answer"),
]
TRUE_USES = [
    ("Looker", "Looker dashboards for the sales team"),
    ("Flask", "Built services in Flask and Docker"),
    ("Spring", "APIs with Spring Boot"),
    ("Sketch", "Wireframes in Sketch"),
    ("Excel", "Monthly reports in Excel"),
    ("Stripe", "Payments by Stripe"),
    ("Puppet", "Servers configured with Puppet"),
    ("Concur", "Expense claims in Concur"),
    ("Chef", "Servers configured with Chef and Kubernetes"),
    ("Excel", "word, excel, powerpoint and outlook"),
]


def answers(requirement: str, line: str, language: str) -> bool:
    found = keys(line, language)
    asked = words(requirement, "en")
    return bool(asked) and all(word.keys & found for word in asked)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_no_inflected_ordinary_word_answers_a_name(language: str) -> None:
    fooled = [
        (name, form)
        for name in NAMES
        for form in (pattern.format(name.lower()) for pattern in INFLECTIONS)
        if name not in EVERYDAY and answers(f"experience with {name}", f"we saw the {form} there", language)
    ]
    assert fooled == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_name_answers_itself(language: str) -> None:
    deaf = [
        name
        for name in NAMES
        if name not in EVERYDAY and not answers(f"experience with {name}", f"reports and data in {name}", language)
    ]
    assert deaf == []


def resume(line: str) -> str:
    return f"# Ada Quill\n\n## Experience\n\n### Clerk, Quillworks Ltd\n2019 - 2024\n- {line[0].upper()}{line[1:]}.\n"


def claimed(name: str, line: str) -> tuple[str, ...]:
    """Return the quotes of findings for a document that says the name was used."""
    document = resume(line) + f"- Prepared the figures with {name} and the team.\n"
    result = review(document, DocumentType.OPTIMIZED_RESUME, resume=resume(line), ad="Clerk", today=TODAY)
    return tuple(finding.quote for finding in result.findings)


@pytest.mark.parametrize(("name", "line"), PAIRS)
def test_an_ordinary_word_vouches_for_no_name(name: str, line: str) -> None:
    assert any(name in quote for quote in claimed(name, line))
    requirements = match(resume(line), f"Clerk\n\nRequirements:\n- {name} experience\n", today=TODAY).requirements
    assert [item.status for item in requirements] == [RequirementStatus.MISSING]


@pytest.mark.parametrize(("name", "line"), TRUE_USES)
def test_the_name_itself_vouches_for_it(name: str, line: str) -> None:
    assert not any(name in quote for quote in claimed(name, line))
    requirements = match(resume(line), f"Clerk\n\nRequirements:\n- {name} experience\n", today=TODAY).requirements
    assert [item.status for item in requirements] == [RequirementStatus.PROVED]


def test_a_german_title_is_not_the_noun_with_its_stem() -> None:
    source = (
        "# Anna Holm\n\n## Berufserfahrung\n\n### Tischlerin, Holzwerk GmbH\n2019 - 2024\n"
        "- Möbel und Türen nach Maß gebaut\n- Die Lehre bei einem kleinen Betrieb abgeschlossen\n"
    )
    document = source + "- Danach als Lehrer gearbeitet\n"
    result = review(document, DocumentType.OPTIMIZED_RESUME, resume=source, ad="Tischler gesucht", today=TODAY)
    assert any("Lehrer" in finding.quote for finding in result.findings)
