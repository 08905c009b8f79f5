"""How years, levels, licences, degrees and headcounts are written.

Matched against folded text (`text.terms.fold`), licence classes against the text itself.
"""

import re

from jobforge.languages.tables import Pattern, Table, Words

TOPIC = "demands"

NUMBER_WORDS = Table[int](TOPIC, "number_words")
YEARS = Pattern(
    TOPIC,
    r"\b(?P<number>\d{1,2}(?:[.,]\d)?|{number_words})(?:\s?(?:-|–|{up_to})\s?\d{1,2})?\s?\+?\)?\s?(?:{or_more})?"
    r"[\s-]{0,2}(?:{years})\b",
)
HEADCOUNT = Pattern(
    TOPIC,
    r"\b(?:{at_least})\s(?:de\s)?(?P<number>\d{1,4}|\d{1,2}(?:[.,]\d)?|{number_words})\b(?!\s?\+?\s?(?:{no_people}))",
)
# Common European Framework levels A1 to C2 as 1 to 6, and the words people use for them.
CEFR = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}
LEVEL_WORDS: tuple[tuple[int, Pattern], ...] = (
    (6, Pattern(TOPIC, "{level_words.native}")),
    (5, Pattern(TOPIC, "{level_words.negotiation}")),
    (4, Pattern(TOPIC, "{level_words.fluent}")),
    (3, Pattern(TOPIC, "{level_words.conversational}")),
    (2, Pattern(TOPIC, "{level_words.basic}")),
    (1, Pattern(TOPIC, "{level_words.beginner}")),
)
# A command of a tool that is asked for, and levels below it.
ADVANCED = Pattern(TOPIC, "{advanced}")
ELEMENTARY = Pattern(TOPIC, "{elementary}")
# Classes of the European driving licence and which other classes each includes.
CLASS = re.compile(r"\b(?:A1|A2|AM|A|BE|B96|B|C1E|C1|CE|C\+E|C|D1E|D1|DE|D\+E|D|T|L)\b")
INCLUDES = {
    "CE": "CE C C1 C1E BE B", "C": "C C1 B", "C1E": "C1E C1 BE B", "C1": "C1 B", "BE": "BE B", "B96": "B96 B",
    "D": "D D1 B",
    "DE": "DE D D1 BE B", "D1": "D1 B", "A": "A A2 A1 AM", "A2": "A2 A1 AM", "B": "B AM L", "T": "T L AM",
}  # fmt: skip
DEGREES: tuple[tuple[int, Pattern], ...] = (
    (5, Pattern(TOPIC, "{degrees.doctorate}")),
    (4, Pattern(TOPIC, "{degrees.master}")),
    (3, Pattern(TOPIC, "{degrees.bachelor}")),
    (2, Pattern(TOPIC, "{degrees.associate}")),
    (1, Pattern(TOPIC, "{degrees.school}")),
)
SEVERAL_YEARS = Pattern(TOPIC, r"{several_years}")
AROUND_LANGUAGE = Words(TOPIC, "around_language")
LICENCE = Pattern(TOPIC, r"{licence}")
NOT_A_CAR = Pattern(TOPIC, r"{not_a_car}")
DEGREE_WORDS = Words(TOPIC, "degree_words")
# An ad that takes people who are still learning. Folded.
OPEN_TO_LEARNERS = Words(TOPIC, "open_to_learners")
