"""Everything in the schema is described, and the description says something."""

from graphql import GraphQLSchema

from jobforge.graphql.reference import elements, keys
from jobforge.graphql.schema import make_schema


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
