"""How much one GraphQL request may ask for, decided before anything of it is validated or executed.

Fragments are walked once however often they are spread, so that the decision itself cannot be made expensive.
Introspection has a depth of its own and costs nothing: the standard query is 15 deep.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_interface_type,
    is_list_type,
    is_object_type,
)
from strawberry.extensions import SchemaExtension

MAX_CHARACTERS = 200_000
"""Of a document: a text of the greatest length fits, and reading the tokens stays a matter of milliseconds."""
MAX_TOKENS = 1000
MAX_FRAGMENTS = 50
MAX_OPERATIONS = 10
MAX_DEPTH = 12
MAX_ALIASES = 30
MAX_DIRECTIVES = 50
MAX_REPEATS = 50
"""Selections of one name side by side: validation compares each with each."""
MAX_COST = 10_000
MAX_PAGE = 100
UNKNOWN_LIST = 100
"""What a list without a page size counts as, unless its cap is known."""
CACHE_SIZE = 512
"""Documents whose cost is remembered."""
MAX_CACHED_CHARACTERS = 20_000
"""Of a document whose cost is remembered: a thousand tokens fit easily, comments by the megabyte do not."""

CAPS = {
    "Query.resumes": 200,
    "ApplicationConnection.edges": 1,  # counted by the page size of the connection
    "ApplicationConnection.nodes": 1,
    "Service.writers": 5,
    "Application.documents": 3,
    "Application.plannedPhases": 3,
    "Application.tags": 20,
    "Application.possibleDuplicates": 10,
    "Application.timeline": 20,
    "Application.runsConnection": 20,
    "Document.versionsConnection": 20,
    "PhaseRunConnection.edges": 1,
    "PhaseRunConnection.nodes": 1,
    "DocumentVersionConnection.edges": 1,
    "DocumentVersionConnection.nodes": 1,
    "TimelineConnection.edges": 1,
    "TimelineConnection.nodes": 1,
    "DocumentsSent.versions": 3,
    "Query.applicationCounts": 9,
    "Query.bin": 200,
    "Query.dueReminders": 200,
    "Query.accessTokens": 200,
    "Query.pageSessions": 50,
    "Usage.items": 200,
    "Statistics.stages": 9,
    "Statistics.byFoundVia": 200,
    "Statistics.byFit": 5,
    "Mutation.setTags": 200,
    "Document.staleReasons": 4,
    "Application.runs": 20,
    "Document.versions": 20,
    "MatchReport.requirements": 50,
    "MatchReport.injections": 10,
    "DocumentReview.findings": 50,
    "DocumentReview.provenance": 100,
    "Query.factChecks": 40,
    "Resume.readingWarnings": 4,
    "Finding.values": 3,
    "ReadingWarning.values": 2,
    "ImportedResume.readingWarnings": 10,
    "LineProvenance.evidenceLines": 3,
}
MAX_SELECTIONS = 10_000
"""With all fragments spread out: thirty that spread each other twice would be a thousand million."""

WEIGHTS = {
    "Query.node": 3,  # statements besides the first
    "Query.bin": 60,  # names are read out of rows that hold texts
    # Reading texts takes tens of milliseconds, not microseconds.
    "Application.match": 60,
    "Document.review": 60,
    "Query.review": 60,
    "Resume.readingWarnings": 10,
    # A text is as large as a hundred other fields: 10,000 is some 100 MB of the longest ones.
    "Application.jobDescription": 1,
    "Document.content": 10,
    "DocumentVersion.content": 10,
    "Resume.content": 5,
    "Query.exportAccount": 1500,
    # Hashing a password takes a quarter of a second.
    "Mutation.register": 500,
    "Mutation.login": 500,
    "Mutation.changePassword": 500,
    "Mutation.changeEmail": 500,
    "Mutation.deleteAccount": 500,
}
"""What a field costs besides its objects."""
TEXT_ARGUMENTS = {"Query.review": "content", "Query.readAd": "text"}
"""Arguments whose characters cost something, because they are read."""
COST_OF_1000_CHARACTERS = 20


@dataclass(slots=True)
class _Weight:
    """What a selection amounts to with all its fragments spread out."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    selections: int = 0
    cost: int = 0

    def add(self, other: "_Weight", times: int = 1, deeper: int = 0) -> None:
        self.depth = max(self.depth, other.depth + deeper)
        self.aliases += other.aliases
        self.directives += other.directives
        self.selections += other.selections
        self.cost += other.cost * times


@dataclass(slots=True)
class _Walk:
    """One walk over a document with one set of variables."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    cost_variables: set[str] = field(default_factory=set)
    """The variables on which the cost depends: page sizes, and texts that are read."""
    _known: dict[tuple[str, str], _Weight] = field(default_factory=dict)
    _walking: set[str] = field(default_factory=set)

    def selections(self, node: SelectionSetNode, parent: GraphQLNamedType | None) -> _Weight:
        weight = _Weight()
        names: dict[str, int] = {}
        for selection in node.selections:
            weight.directives += len(selection.directives or ())
            weight.selections += 1
            if isinstance(selection, FieldNode):
                name = selection.alias.value if selection.alias else selection.name.value
                names[name] = names.get(name, 0) + 1
                if names[name] > MAX_REPEATS:
                    raise GraphQLError(f"`{name}` is selected more than {MAX_REPEATS} times side by side.", selection)
                self._field(selection, parent, weight)
            elif isinstance(selection, FragmentSpreadNode):
                weight.add(self._spread(selection.name.value, parent))
            elif isinstance(selection, InlineFragmentNode):
                on = selection.type_condition
                inner = self.schema.get_type(on.name.value) if on else parent
                weight.add(self.selections(selection.selection_set, inner))
        return weight

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None, weight: _Weight) -> None:
        weight.aliases += node.alias is not None
        if node.name.value.startswith("__"):
            return
        definition = _field_of(parent, node.name.value)
        personal = f"{parent.name}.{node.name.value}" if parent else ""
        below = get_named_type(definition.type) if definition else None
        inner = _Weight()
        if node.selection_set is not None:
            inner = self.selections(node.selection_set, below)
            inner.cost += 1
        times = self._size(node, definition, personal) if inner.cost else 1
        weight.add(inner, times, deeper=1)
        weight.cost += WEIGHTS.get(personal, 0) + (
            self._text_cost(node, TEXT_ARGUMENTS[personal]) if personal in TEXT_ARGUMENTS else 0
        )

    def _size(self, node: FieldNode, definition: GraphQLField | None, own: str) -> int:
        """How many objects the field may give: its page size, or what such a list is capped at."""
        if definition is None:
            return 1
        cap = CAPS.get(own, UNKNOWN_LIST if is_list_type(get_nullable_type(definition.type)) else 1)
        if "first" not in definition.args:
            return cap
        default = definition.args["first"].default_value
        values: Any = default if isinstance(default, int) else cap
        for argument in node.arguments or ():
            if argument.name.value == "first" and isinstance(argument.value, IntValueNode):
                values = int(argument.value.value)
            elif argument.name.value == "first" and isinstance(argument.value, VariableNode):
                name = argument.value.name.value
                self.cost_variables.add(name)
                request = self.variables.get(name)
                values = request if isinstance(request, int) else MAX_PAGE
        return min(max(values, 1), MAX_PAGE)

    def _text_cost(self, node: FieldNode, argument_name: str) -> int:
        """Return what the text costs that the field is to read."""
        for argument in node.arguments or ():
            if argument.name.value != argument_name:
                continue
            if isinstance(argument.value, StringValueNode):
                return _thousands(argument.value.value) * COST_OF_1000_CHARACTERS
            if isinstance(argument.value, VariableNode):
                name = argument.value.name.value
                self.cost_variables.add(name)
                return _thousands(self.variables.get(name)) * COST_OF_1000_CHARACTERS
        return 0

    def _spread(self, name: str, parent: GraphQLNamedType | None) -> _Weight:
        fragment = self.fragments.get(name)
        if fragment is None or name in self._walking:
            return _Weight()  # validation says what is wrong with it
        key = (name, parent.name if parent else "")
        if key not in self._known:
            self._walking.add(name)
            on = self.schema.get_type(fragment.type_condition.name.value)
            self._known[key] = self.selections(fragment.selection_set, on)
            self._walking.discard(name)
        return self._known[key]


def _field_of(parent: GraphQLNamedType | None, name: str) -> GraphQLField | None:
    return parent.fields.get(name) if is_object_type(parent) or is_interface_type(parent) else None


@dataclass(slots=True)
class Measured:
    """A document that keeps to the limits: what one of its operations costs, by the variables that decide it."""

    variables: tuple[str, ...]
    costs: dict[tuple[Any, ...], int]


def measure(
    schema: GraphQLSchema, document: DocumentNode, name: str | None, variables: Mapping[str, Any]
) -> tuple[int, tuple[str, ...]]:
    """The cost of an operation, and the variables it depends on. Raises GraphQLError beyond a limit."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    _hold(sum(isinstance(d, FragmentDefinitionNode) for d in document.definitions), MAX_FRAGMENTS, "fragments")
    _hold(len(operations), MAX_OPERATIONS, "operations")
    cost, cost_variables = 0, set()
    for operation in operations:
        walk = _Walk(schema, fragments, variables)
        weight = walk.selections(operation.selection_set, schema.get_root_type(operation.operation))
        weight.directives += len(operation.directives or ())
        _hold(weight.depth, MAX_DEPTH, "levels of depth")
        _hold(weight.aliases, MAX_ALIASES, "aliases")
        _hold(weight.directives, MAX_DIRECTIVES, "directives")
        _hold(weight.selections, MAX_SELECTIONS, "selections with its fragments spread out")
        if name is None or (operation.name and operation.name.value == name):
            cost, cost_variables = weight.cost, walk.cost_variables
    if cost > MAX_COST:
        raise GraphQLError(f"The operation may cost {cost}, more than {MAX_COST}: ask for fewer objects at a time.")
    return cost, tuple(sorted(cost_variables))


def _hold(count: int, most: int, what: str) -> None:
    if count > most:
        raise GraphQLError(f"The document has {count} {what}, more than {most}.")


class Limits(SchemaExtension):
    """Refuses what asks for too much; tells what the rest costs in `extensions.cost`."""

    _known: ClassVar[OrderedDict[tuple[str, str | None], Measured]] = OrderedDict()

    def __init__(self) -> None:
        super().__init__()
        self.cost: int | None = None

    def on_parse(self) -> Iterator[None]:
        self.execution_context.parse_options["max_tokens"] = MAX_TOKENS
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        try:
            self.cost = self._cost()
        except GraphQLError as error:
            context.pre_execution_errors = [error]
        except RecursionError:
            context.pre_execution_errors = [GraphQLError("The document is nested too deeply.")]
        yield

    def get_results(self) -> dict[str, Any]:
        return {} if self.cost is None else {"cost": self.cost}

    @classmethod
    def known_cost(cls, query: str, name: str | None, variables: Mapping[str, Any]) -> int | None:
        """What an operation costs that was let through before, with these page sizes."""
        existing = cls._known.get((query, name))
        if existing is None:
            return None
        cls._known.move_to_end((query, name))
        return existing.costs.get(tuple(_size_in(variables, name) for name in existing.variables))

    def _cost(self) -> int:
        context = self.execution_context
        variables = context.variables or {}
        if context._provided_operation_name is None and _is_ambiguous(context.graphql_document):
            raise GraphQLError("Must provide operation name if query contains multiple operations.")
        key = (context.query or "", context.operation_name)
        if (remaining := self.known_cost(*key, variables)) is not None:
            return remaining
        existing = self._known.get(key)
        document = context.graphql_document
        if document is None:
            return 0
        cost, names = measure(context.schema._schema, document, context.operation_name, variables)
        values = tuple(_size_in(variables, name) for name in names)
        if len(key[0]) > MAX_CACHED_CHARACTERS:
            return cost
        if existing is None or len(existing.costs) > MAX_PAGE:
            existing = self._known[key] = Measured(names, {})
            while len(self._known) > CACHE_SIZE:
                self._known.popitem(last=False)
        existing.costs[values] = cost
        return cost


def _is_ambiguous(document: DocumentNode | None) -> bool:
    """Whether it must be said which operation is meant; Strawberry would take the first."""
    definitions = document.definitions if document else ()
    return sum(isinstance(node, OperationDefinitionNode) for node in definitions) > 1


def _size_in(variables: Mapping[str, Any], name: str) -> int | None:
    """Return what the cost depends on in a variable: a page size, or the length of a text in thousands.

    None for whatever else is there, which costs as much as a whole page."""
    value = variables.get(name)
    if isinstance(value, str):
        return _thousands(value)
    return value if isinstance(value, int) else None


def _thousands(value: object) -> int:
    """Return the characters of a text, in thousands; 0 for what is none."""
    return -(-len(value) // 1000) if isinstance(value, str) else 0
