"""The languages' tables: found by folder, complete, read and compiled on first use."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import jobforge.languages
from jobforge.ads.parser import read_ad
from jobforge.enums import RequirementStatus
from jobforge.languages import add_folder, languages, remove_folder, table, tables
from jobforge.matching.match import match
from jobforge.resumes.parser import read_resume

for module in pkgutil.iter_modules(jobforge.languages.__path__):
    importlib.import_module(f"jobforge.languages.{module.name}")


@pytest.fixture
def dutch(tmp_path: Path) -> Iterator[Path]:
    """A language of a few words, as a contributor begins one."""
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "language.toml").write_text('name = "Dutch"\nwords = "het een van niet ik zijn naar werk"\n', "utf-8")
    add_folder(tmp_path)
    yield folder
    remove_folder(tmp_path)


@pytest.mark.parametrize("code", languages())
def test_a_language_has_every_key_that_is_read(code: str) -> None:
    assert tables.missing_keys(code) == ()


@pytest.mark.parametrize("code", [*languages(), "_shared"])
def test_every_pattern_of_a_language_compiles(code: str) -> None:
    for view in tables._views:
        if isinstance(view, tables.Pattern):
            view.of(code)


def test_a_folder_makes_a_language_and_its_missing_keys_are_named(dutch: Path) -> None:
    assert "nl" in languages()
    assert table("nl", "language")["name"] == "Dutch"
    missing = tables.missing_keys("nl")
    assert "resume.headings.experience" in missing
    (dutch / "resume.toml").write_text("[headings]\nexperience = ['werkervaring']\n", "utf-8")
    tables.forget()
    table.cache_clear()
    assert set(missing) - set(tables.missing_keys("nl")) == {"resume.headings.experience"}


def test_a_language_that_is_taken_away_leaves_nothing_behind() -> None:
    assert languages() == ("de", "en", "es", "fr")


def test_a_pattern_of_one_language_does_not_search_another() -> None:
    negation = tables.Pattern("claims", r"\b(?:{negation})\b", re.IGNORECASE)
    assert negation.of("de").search("nicht") and not negation.of("de").search("never")
    assert negation.search("never") and negation.search("nicht")


def test_a_missing_table_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="letters"):
        table("de", "letters")


ITALIAN = {
    "language": 'name = "Italian"\nwords = "il lo gli della delle con per di una sono dal presso esperienza"\n',
    "words": 'stemmer = "italian"\nstop_words = "il lo gli la le di della delle con per una un e dal presso sono"\n',
    "resume": (
        "title_words = 'cuoco cameriera impiegata'\n[headings]\nexperience = ['esperienze lavorative']\n"
        "education = ['istruzione']\nskills = ['competenze']\n"
    ),
    "ad": "[headings]\nmust = ['\\brequisiti\\b']\nnice = ['\\bpreferibile\\b']\nbenefits = ['\\boffriamo\\b']\n",
    "dates": "months = ['gennaio gen', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto',"
    " 'settembre', 'ottobre', 'novembre', 'dicembre']\nongoing = ['oggi']\nuntil = ['al']\n",
}
RESUME = """# Chiara Lonardi

## Esperienze lavorative

### Impiegata contabile, Officine Brenta, Padova
marzo 2019 - oggi
- Registrazione delle fatture per 40 fornitori con SAP
- Preparazione dei bilanci mensili

## Istruzione

Diploma di ragioneria, Padova, 2014

## Competenze

- SAP, Excel
"""
AD = """Impiegata contabile

Requisiti
- Registrazione delle fatture
- SAP
- Kubernetes

Offriamo
- Mensa
"""


@pytest.fixture
def italian(tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "it"
    folder.mkdir()
    for topic, text in ITALIAN.items():
        (folder / f"{topic}.toml").write_text(text, "utf-8")
    add_folder(tmp_path)
    yield
    remove_folder(tmp_path)


def test_a_resume_and_an_ad_of_a_fifth_language_are_read_without_a_line_of_code(italian: None) -> None:
    resume = read_resume(RESUME)
    assert resume.language == "it"
    assert [(role.title, role.period is not None and role.period.ongoing) for role in resume.roles] == [
        ("Impiegata contabile", True)
    ]
    assert [entry.text for entry in resume.education] == ["Diploma di ragioneria, Padova, 2014"]
    assert read_ad(AD).language == "it"
    found = {item.text: item.status for item in match(RESUME, AD, today=date(2026, 11, 22)).requirements}
    assert found == {
        "Registrazione delle fatture": RequirementStatus.PROVED,
        "SAP": RequirementStatus.PROVED,
        "Kubernetes": RequirementStatus.MISSING,
    }
