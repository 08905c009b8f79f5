"""Which of the four languages a text is written in."""

import re
from collections import Counter
from enum import StrEnum

_READ = 20_000
_WORD = re.compile(r"[^\W\d_]+")


class Language(StrEnum):
    """The languages JobForge reads and writes, by their ISO 639-1 codes."""

    EN = "en"
    DE = "de"
    FR = "fr"
    ES = "es"


# Words of the grammar, not of a trade, so that a list of English tool names does not decide; and the few headings
# and dates that a resume without sentences still has. A word common to two of the languages is in neither list.
_WORDS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "the and of to with for in on at by from is are was were be been this that which who we you our your "
        "they their it its not no or as have has had will would can i my me about up out per each all more than "
        "experience education skills languages summary work employment present current since until university "
        "years year months references certificates volunteering interests profile".split()
    ),
    Language.DE: frozenset(
        "der die das und oder mit von zu zum zur im ist sind war wir sie ihr ihre ihren unser unsere für auf bei "
        "nach aus dem den des ein eine einer einem einen als auch nicht kein keine sowie durch über unter bis seit "
        "heute wird werden haben hat ich mich mein meine dein du dich um vom beim am an berufserfahrung "
        "werdegang ausbildung kenntnisse sprachen lebenslauf abschluss führerschein jahre gute sehr".split()
    ),
    Language.FR: frozenset(
        "le la les et ou du des aux au dans par pour sur avec est sont était nous vous notre votre nos vos "
        "une un ce cette ces qui que dont ne pas plus depuis jusqu aujourd hui je mon ma mes leur leurs chez "
        "expérience expériences formation compétences langues diplôme ans année années anglais français "
        "professionnelle professionnel sans sous afin ainsi être avoir centres intérêt".split()
    ),
    Language.ES: frozenset(
        "el los las y del al con por para en es son era fue una unos unas se su sus nuestro nuestra que como "
        "desde hasta actualidad presente muy más sin sobre ser tener mi mis yo lo nos también entre años año "
        "experiencia formación educación idiomas conocimientos habilidades laboral título inglés español "
        "empresa trabajo puesto responsable equipo".split()
    ),
}
# Letters that only one of the four has; weighed like a word.
_LETTERS: dict[Language, str] = {Language.DE: "äöß", Language.FR: "èêçœîûàù", Language.ES: "ñ¿¡íóúá"}


def detect(text: str) -> Language:
    """The language most of `text` is in; English where nothing tells."""
    head = text[:_READ].casefold()
    counted = Counter(_WORD.findall(head))
    letters = Counter(head)
    scores = {
        language: sum(counted[word] for word in words)
        + sum(letters[letter] for letter in _LETTERS.get(language, "")) / 2
        for language, words in _WORDS.items()
    }
    # Ties go to the first of the enum.
    return max(Language, key=lambda language: scores[language])
