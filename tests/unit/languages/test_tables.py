"""The languages' tables: found by folder, complete, read and compiled on first use."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import jobforge.languages
from jobforge.languages import add_folder, languages, remove_folder, table, tables

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
