"""Which paper a text is printed on where nobody chose: Letter in the United States and Canada, else A4."""

import re

from jobforge.enums import PaperSize

_HEAD_CHARACTERS = 1_000
"""The place and the phone number stand at the top."""
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK"
)
_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana"
    "|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska"
    "|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    "|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin"
    "|Wyoming|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Québec"
    "|Saskatchewan|United States|U\\.S\\.A?\\.|USA|Canada"
)
_NORTH_AMERICA = re.compile(
    rf",\s*(?:{'|'.join(_STATES.split())})\b(?!\w)"
    rf"|\b(?:{_NAMES})(?:\b|(?<=\.))"
    r"|(?<![\d+])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}(?!\d)"
)


def default_paper(text: str, language: str, place: str | None = None) -> PaperSize:
    """Return the paper of a text by its language, by the place and phone at its top, and by `place`."""
    if language != "en":
        return PaperSize.A4
    is_american = _NORTH_AMERICA.search(text[:_HEAD_CHARACTERS]) or (place and _NORTH_AMERICA.search(f", {place}"))
    return PaperSize.LETTER if is_american else PaperSize.A4
