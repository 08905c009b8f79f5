"""How ads name the level, place, pay and contact of a job."""

import re
from enum import StrEnum

from jobforge.languages.tables import Pattern

TOPIC = "ad_facts"


class Seniority(StrEnum):
    """The level of a job."""

    INTERN = "intern"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    HEAD = "head"


_NUMBER = r"(?<![\d.,'])\d{1,3}(?:[.,' ]\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d)|(?<![\d.,'])\d{4,6}(?!\d)"
_SIGN = r"(?:[£$€]|USD|EUR|GBP|CHF)"
_AFTER = r"(?:€|EUR\b|[Ee]uros?\b|CHF\b|GBP\b|USD\b|k€|K€|£(?!\s?\d))"
_TO = r"\s?(?:-|–|—|{pay_to})\s?"

# The first that matches decides.
SENIORITY: tuple[tuple[Seniority, Pattern], ...] = tuple(
    (level, Pattern(TOPIC, rf"\b(?:{{seniority.{level.value}}})\b"))
    for level in (
        Seniority.INTERN,
        Seniority.HEAD,
        Seniority.LEAD,
        Seniority.JUNIOR,
        Seniority.SENIOR,
        Seniority.MID,
    )
)
REMOTE = Pattern(TOPIC, r"\b(?:{remote})\b")
HYBRID = Pattern(TOPIC, r"{hybrid}")
ON_SITE = Pattern(TOPIC, r"{on_site}")
PAY = Pattern(
    TOPIC,
    rf"(?:{_SIGN}\s?(?:{_NUMBER})(?:\s?[kKmM]\b)?(?:{_TO}{_SIGN}?\s?(?:{_NUMBER})(?:\s?[kK]\b)?)?"
    rf"|(?:(?:{_NUMBER})(?:\s?[kK€]{{1,2}})?{_TO})?(?:{_NUMBER})\s?[kK]?\s?{_AFTER}"
    rf"|\d{{2,3}}\s?[kK]?{_TO}\d{{2,3}}\s?(?:k€|K€|[kK]\b))"
    r"(?:\s?(?:{pay_per}|/)\s?(?:{pay_units})\b)?(?:\s?(?:{pay_before_tax})\b)?(?:\s?(?:{pay_rates})\b)?",
)
NOT_PAY = Pattern(TOPIC, r"{not_pay}")
PERMIT = Pattern(TOPIC, r"\b(?:{permit})\b")
NOT_A_NAME = Pattern(TOPIC, r"\b(?:{not_a_name})\b")
NOT_A_PLACE = Pattern(TOPIC, r"{not_a_place}")

_FULL_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){1,2}"
CONTACT = Pattern(
    TOPIC,
    r"(?<![\w-])(?:{forms_of_address})\s+(?:Dr\.\s+)?"
    r"(?P<titled>[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2})"
    rf"|(?:{{before_contact}})\s*:?\s+(?P<plain>(?!Frau|Herr|Mme|Mr|Ms|Dr|Sr){_FULL_NAME})(?=[\s,.;(]|$)",
)
PLACE_LABEL = Pattern(TOPIC, r"^\W*(?:{place_labels})\W{0,4}:\W{0,4}\s*(?P<place>[^\n|;]{2,60})", re.IGNORECASE)
PLACE_TITLE = Pattern(
    TOPIC,
    r"(?:{before_place}|[–—|,(/-])\s+"
    r"(?P<place>[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:{place_particles}|[A-ZÀ-Þ])[\w'’.-]*){0,3})\s*(?:[,)(/|–-]|$)",
)
