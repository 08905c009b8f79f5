"""The workbench's sources and built files: its operations, its budgets, and what must not be in them."""

import gzip
import re
from pathlib import Path

import pytest
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    Visitor,
    build_schema,
    parse,
    validate,
    visit,
)

from jobforge.documents.llm.changes import RESTORED, UNVERIFIED
from jobforge.errors import error_codes
from jobforge.factcheck.registry import all_checks
from jobforge.graphql import limits
from jobforge.inputs import field_codes
from jobforge.resumes.reading_warning import MESSAGES

TOP = Path(__file__).parents[2]
SOURCES = TOP / "assets" / "workbench"
BUILT = TOP / "jobforge" / "assets"
SCHEMA = build_schema((TOP / "schema" / "schema.graphql").read_text("utf-8"))
PARTS = [parse(file.read_text("utf-8")) for file in sorted((SOURCES / "api" / "operations").glob("*.graphql"))]
DEFINITIONS = [definition for part in PARTS for definition in part.definitions]
FRAGMENTS = {one.name.value: one for one in DEFINITIONS if isinstance(one, FragmentDefinitionNode)}
OPERATIONS = {
    one.name.value: one for one in DEFINITIONS if isinstance(one, OperationDefinitionNode) and one.name is not None
}
CODE = [file for ending in ("ts", "tsx") for file in sorted(SOURCES.rglob(f"*.{ending}"))]
BUDGETS = {
    "workbench.js": 90_000,
    "workbench.css": 12_000,
    **{f"workbench-{language}.json": 9_000 for language in ("de", "fr", "es")},
}
LANGUAGES = ("de", "fr", "es")
"""In which the page says what the server says in English."""
OF_CLIENTS = {"METHOD_NOT_ALLOWED", "PERSISTED_QUERY_NOT_FOUND", "UNSUPPORTED_MEDIA_TYPE"}
"""Codes that only a program can cause."""
WORDED = {"NOT_FOUND", "RATE_LIMITED", "SERVICE_UNAVAILABLE"}
"""Codes that the page has words of its own for, in English, too."""
ASKING = {"changes.tsx", "conflict.tsx", "document-editor.tsx", "export.tsx", "versions.tsx"}
"""Parts of the application's page that ask the server by themselves; no other may."""
MAX_LINES = 200
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment"
    r"|srcdoc|\beval\(|new Function|\bstyle=|setAttribute\(.style"
)
LAYERS = ("text", "components", "api", "locales", "parts", "editor", "application", "pages")
"""The packages of the sources from the lowest to the highest; each imports only those before it."""
ALONE = ("text", "components")


class _Spreads(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        if node.name.value not in self.names:
            self.names.add(node.name.value)
            visit(FRAGMENTS[node.name.value], self)


def whole(name: str) -> DocumentNode:
    """Return an operation with the fragments that it spreads."""
    spreads = _Spreads()
    visit(OPERATIONS[name], spreads)
    return DocumentNode(definitions=(OPERATIONS[name], *(FRAGMENTS[spread] for spread in sorted(spreads.names))))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_each_operation_fits_the_published_schema_and_its_limits(name: str) -> None:
    document = whole(name)
    assert validate(SCHEMA, document) == []
    cost, _ = limits.measure(SCHEMA, document, name, {"first": limits.MAX_PAGE})
    assert cost <= limits.MAX_COST


def test_a_full_list_stays_far_below_the_limit() -> None:
    cost, _ = limits.measure(SCHEMA, whole("Applications"), "Applications", {"first": limits.MAX_PAGE})
    assert cost <= limits.MAX_COST / 5


@pytest.mark.parametrize("name", sorted(BUDGETS))
def test_each_built_file_is_within_its_budget(name: str) -> None:
    assert len(gzip.compress((BUILT / name).read_bytes(), 9)) <= BUDGETS[name]


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(SOURCES)))
def test_no_source_writes_html_or_asks_another_host(file: Path) -> None:
    text = file.read_text("utf-8")
    assert SINKS.findall(text) == []
    assert re.findall(r"""["'`]https?://(?!\$)""", text) == []


def words(language: str, kind: str) -> dict[str, str]:
    """Return what a language says for each code of this kind."""
    source = (SOURCES / "locales" / f"{language}.ts").read_text("utf-8")
    return dict(re.findall(rf'^  "{kind}\.(.+)": "(.*)",$', source, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reading_warning_has_its_words_with_the_same_values(language: str) -> None:
    values = {code: set(re.findall(r"\{\w+\}", text)) for code, text in MESSAGES.items()}
    found = words(language, "warning")
    assert {code: set(re.findall(r"\{\w+\}", text)) for code, text in found.items()} == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_that_a_person_meets_has_its_words(language: str) -> None:
    assert set(error_codes()) - OF_CLIENTS - WORDED == {code for code in words(language, "error") if code.isupper()}
    assert set(field_codes()) == set(words(language, "field"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_check_has_its_words(language: str) -> None:
    codes = {check.code for check in all_checks()} | {RESTORED[0], UNVERIFIED[0]}
    assert set(words(language, "finding")) == codes | {"source"}


def test_no_source_is_long() -> None:
    written = [file for file in CODE if file.parent.name != "locales" and file.name != "operations.ts"]
    long = {file.name: count for file in written if (count := file.read_text("utf-8").count("\n")) > MAX_LINES}
    assert long == {}


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(SOURCES)))
def test_imports_point_down(file: Path) -> None:
    own = file.relative_to(SOURCES).parts[0]
    imports = re.findall(r"""from "\.\./(\w+)/""", file.read_text("utf-8"))
    if own in ALONE:
        assert imports == []
    elif own in LAYERS:
        assert {name for name in imports if LAYERS.index(name) > LAYERS.index(own)} == set()


def test_components_do_not_fetch() -> None:
    for file in CODE:
        if file.relative_to(SOURCES).parts[0] != "api" and file.name != "i18n.ts":
            assert "fetch(" not in file.read_text("utf-8").replace("refetch(", ""), file.name


def test_parts_of_the_application_page_are_handed_what_they_show() -> None:
    asking = re.compile(r'from "../api/(?:client|use-query)\.ts"')
    parts = (SOURCES / "application").glob("*.tsx")
    assert {file.name for file in parts if asking.search(file.read_text("utf-8"))} == ASKING
