"""What counts as the same word, the same name, the same idea."""

import pytest

from jobforge.text.terms import keys, stem, tokens, words


def asked(text: str) -> set[str]:
    return {key for word in words(text) for key in word.keys}


def answers(requirement: str, line: str) -> bool:
    """Whether every word of the requirement is answered by the line."""
    found = keys(line)
    return all(word.keys & found for word in words(requirement))


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Kubernetes", "Deployed to k8s with Helm"),
        ("PostgreSQL", "Moved from Oracle to Postgres"),
        ("Node.js", "Wrote the Node and Express service"),
        ("registered nurse", "RN on a surgical ward"),
        ("RN", "Registered Nurse since 2012"),
        ("rooftop solar", "Wired rooftop PV"),
        ("CI/CD", "Pipelines in GitHub Actions"),
        ("relational database", "Reports in MySQL"),
        ("Führerschein", "Permis de conduire B"),
        ("Erste Hilfe", "Premiers secours, 2023"),
        ("LL.M.", "LLM, Bremen"),
        ("X-rays", "Interpreted x-rays"),
        ("5-axis", "Set up 5-axis mills"),
        ("budgeting", "Presupuesto anual"),
        ("supervising staff", "Leitung von drei Mitarbeitenden"),
    ],
)
def test_one_name_in_several_spellings_and_languages_is_one(requirement: str, line: str) -> None:
    assert answers(requirement, line)


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Go", "Go the extra mile for guests"),
        ("R", "R&D budget of the group"),
        ("C", "C++ firmware"),
        ("C", "C# services"),
        ("C++", "C# services"),
        ("SAFe", "Kept the site safe"),
        ("OSHA 30", "OSHA 10, 2018"),
        ("Level 3", "Level 2 award"),
        ("Java", "JavaScript"),
        ("Terraform", "Infrastructure as code"),
        ("AI", "J'ai travaillé"),
        ("Excel", "Outlook and Word"),
    ],
)
def test_what_only_looks_alike_is_not_the_same(requirement: str, line: str) -> None:
    assert words(requirement)
    assert not answers(requirement, line)


@pytest.mark.parametrize("text", ["Go", "Go and Rust", "we write Go", "Go (Golang)", "Python, Go, Rust"])
def test_a_case_sensitive_name_is_seen_wherever_it_stands(text: str) -> None:
    assert "=golang" in asked(text)
    assert "=golang" in keys(text)


def test_frames_around_a_thing_ask_for_nothing() -> None:
    assert [word.text for word in words("At least three years of solid working experience in welding")] == ["welding"]
    assert [word.text for word in words("Sehr gute Kenntnisse in Hydraulik sind von Vorteil")] == ["Hydraulik"]
    assert words("mehrjährige Berufserfahrung") == ()


@pytest.mark.parametrize(
    ("language", "group"),
    [
        ("en", ["engineer", "engineering", "engineers"]),
        ("de", ["schaltplan", "schaltplane", "schaltplanen"]),
        ("de", ["planung", "planen", "geplant"]),
        ("es", ["coordinando", "coordinador"]),
        ("fr", ["soudage", "soudeur", "souder"]),
        ("en", ["vetting", "vetted"]),
        ("es", ["grua", "gruas"]),
        ("es", ["programacion", "programar"]),
    ],
)
def test_inflected_forms_share_a_stem(language: str, group: list[str]) -> None:
    assert len({stem(word, language) for word in group}) == 1


def test_tokens_know_where_they_stand() -> None:
    text = "C++, .NET and Führerschein-B (P&L)"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "C++", ".NET", "and", "Führerschein", "B", "P&L",
    ]  # fmt: skip


def test_a_repeated_word_is_the_same_set_of_keys() -> None:
    assert keys("Python") == keys("Python Python python")
