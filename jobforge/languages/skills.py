"""Names of tools, products and skills: their spellings, and which is an instance of which. Not of one language."""

from jobforge.languages import SHARED
from jobforge.languages.tables import Table, Words, cached, raw

TOPIC = "skills"

# Names that are ordinary words unless written like this, by that spelling.
CASE_SENSITIVE = Table[str](TOPIC, "case_sensitive")
VENDORS = Words(TOPIC, "vendors")
_WORD_LIKE = tuple(Words(TOPIC, f"word_like.{kind}") for kind in ("tools", "places", "companies"))


@cached
def word_like_tools() -> frozenset[str]:
    """Return those of `word_like_names` that are tools."""
    return _WORD_LIKE[0].of()


@cached
def word_like_names() -> frozenset[str]:
    """Return the names that are spelled like an ordinary word, as they are written ("Flask", "Nice")."""
    return frozenset().union(*_WORD_LIKE)


@cached
def alias_rows() -> tuple[tuple[str, ...], ...]:
    """Return the spellings of each name, the first one the canonical one."""
    return _rows("aliases")


@cached
def kind_rows() -> tuple[tuple[str, ...], ...]:
    """Return general names, each followed by its instances ("SQL", "PostgreSQL", ...)."""
    return _rows("kinds")


def _rows(key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form.strip() for form in row.split("|")) for row in raw(SHARED, TOPIC, key) or ())
