"""Words that carry no requirement of their own, and what is peculiar to the words of a language.

All words stand folded: lower case, without diacritics, ß as ss (see `text.terms.fold`).
"""

from jobforge.languages.tables import Table, Words

TOPIC = "words"

STOP_WORDS = Words(TOPIC, "stop_words")
FRAME_WORDS = Words(TOPIC, "frame_words")
WEAK_WORDS = Words(TOPIC, "weak_words")
# Derived nouns without which a stem is the verb's.
NOUN_TAILS = Words(TOPIC, "noun_tails")
IRREGULAR = Table[str](TOPIC, "irregular")
# Capitals that are a country and not a name of what is asked.
REGIONS = Words(TOPIC, "regions")
# Short spellings of names that are ordinary words of one of the languages when written in small letters.
AMBIGUOUS_SMALL = Words(TOPIC, "ambiguous_small")
# German compounds whose last part says nothing: what counts is before it.
EMPTY_TAILS = Words(TOPIC, "empty_tails")
# Common nouns and noun endings of a language that writes every noun with a capital: only they tell a noun from a name.
NOUNS = Words(TOPIC, "nouns")
NOUN_ENDINGS = Words(TOPIC, "noun_endings")
# Common nouns that an ad may ask for (Klinik, Inventur): where it does, a source must have them.
WORK_NOUNS = Words(TOPIC, "work_nouns")
_LINKS = ("", "s", "n", "es", "en", "er", "e")


def is_common_noun(folded: str) -> bool:
    """Tell whether a word is a noun of the tables, has a common ending, or is a compound of such."""
    nouns, endings = NOUNS.of(), tuple(NOUN_ENDINGS)
    if folded in nouns or folded in WORK_NOUNS or len(folded) > 6 and folded.endswith(endings):
        return True
    return any(
        folded[:cut].removesuffix(link) in nouns
        and (folded[cut:] in nouns or folded[cut:].rstrip("ens") in nouns or folded[cut:].endswith(endings))
        for cut in range(3, min(len(folded) - 2, 30))
        for link in _LINKS
    )
