"""Everything in the schema is described, and the description says something."""

import re

from graphql import GraphQLSchema

from jobforge.errors import error_codes
from jobforge.graphql.reference import elements, keys
from jobforge.graphql.schema import make_schema
from jobforge.operations.stages import MAX_BULK
from jobforge.operations.tags import MAX_TAGS


def schema() -> GraphQLSchema:
    return make_schema()._schema


def test_every_element_has_a_description() -> None:
    undescribed = [names[0] for element, names in elements(schema()) if not element.description]
    assert not undescribed, f"Describe these beside the code or in reference.toml: {undescribed}"


def test_a_description_is_more_than_the_name_again() -> None:
    for element, names in elements(schema()):
        words = "".join(letter for letter in element.description.casefold() if letter.isalnum())
        assert words != names[0].rpartition(".")[2].casefold(), names[0]
        assert "{" not in element.description, names[0]


def test_the_bounds_of_inputs_are_those_that_are_checked() -> None:
    fields = schema().type_map["CreateApplicationInput"].fields  # type: ignore[attr-defined]
    assert "50 to 10000 characters" in fields["jobDescription"].description


def test_every_text_of_the_reference_is_used() -> None:
    possible = {name for _, names in elements(schema()) for name in names}
    assert not keys() - possible


def test_limits_are_those_of_the_operations() -> None:
    arguments = schema().type_map["Mutation"].fields["setTags"].args  # type: ignore[attr-defined]
    assert f"at most {MAX_TAGS}" in arguments["add"].description
    assert f"At most {MAX_BULK}" in arguments["applicationIds"].description
    runs = schema().type_map["Application"].fields["runsConnection"]  # type: ignore[attr-defined]
    assert "1 to 100" in runs.args["first"].description


def test_every_code_that_a_description_names_exists() -> None:
    values = {names[0].rpartition(".")[2] for _, names in elements(schema()) if names[0].startswith("values.")}
    for element, names in elements(schema()):
        codes = set(re.findall(r"[A-Z]+_[A-Z_]+", element.description))
        assert codes <= {*error_codes(), *values}, names[0]
