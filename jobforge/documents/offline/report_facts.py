"""The facts of an ad from typed patterns only: pay, place, hours, contract, how to apply.

What no pattern gives is left out.
"""

import re
from collections.abc import Iterator

from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.requirement_phrases import plain
from jobforge.documents.offline.style import Style
from jobforge.documents.parsed_input import Reading
from jobforge.languages import table

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>()\"']+[^\s<>()\"'.,;:]")
_AMOUNT = re.compile(r"[£$€]|\b(?:EUR|USD|GBP|CHF|k€|euros?)\b|\b\d{2,3}\s?k\b", re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:[ /-](?:[A-ZÀ-Þ][\w'’.-]*|de|del|la|le|les|am|an der|im|upon|on|sur|sous))*"
                    r"(?:, (?:[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*)*))?")  # fmt: skip
_MAX_PLACE_WORDS = 5
_PAY_CONTEXT = 40  # characters around an amount in which a bonus or allowance would be named
_MAX_DUTIES, _MAX_DUTY_WORDS = 3, 18


def ad_facts(reading: Reading, frames: Frames, style: Style, location: str) -> Iterator[str]:
    """Yield "label: fact" for each fact that a pattern of its type gives; quotes where the ad's words are needed."""
    ad = reading.ad
    facts: list[tuple[str, str | None]] = [
        ("pay", _quoted(pay(reading), style)),
        ("place", place(reading, location)),
        ("hours", _quoted(_first(reading, "hours_patterns"), style)),
        ("contract", _quoted(_first(reading, "contract_patterns"), style)),
        ("mode", frames.mapping("facts.modes")[ad.remote.value] if ad.remote else None),
        ("level", frames.mapping("facts.levels")[ad.seniority.value] if ad.seniority else None),
        ("contact", ad.contact_name),
        ("apply", application_address(reading)),
        ("deadline", _quoted(_first(reading, "deadline_patterns"), style)),
    ]
    for key, value in facts:
        if value:
            yield f"{frames.text(f'facts.{key}')}{style.colon} {value}"
    duties = [plain(text) for text in duties_of(reading) if 2 <= len(text.split()) <= _MAX_DUTY_WORDS][:_MAX_DUTIES]
    if duties:
        quotes = f"{style.semicolon} ".join(style.quote(duty) for duty in duties)
        yield f"{frames.text('facts.duties')}{style.colon} {quotes}"


def pay(reading: Reading) -> str | None:
    """Return the pay in the ad's own words: an amount with a currency that is no bonus, allowance or budget."""
    amount = " ".join((reading.ad.pay or "").split())
    if not amount or not re.search(r"\d{2}", amount) or not _AMOUNT.search(amount):
        return None
    return None if _is_extra(reading, amount) else amount


def _is_extra(reading: Reading, amount: str) -> bool:
    """Whether the words straight before or behind an amount make it a bonus, an allowance or a budget."""
    start = reading.text.find(reading.ad.pay or "")
    if start < 0:
        return False
    previous = re.split(r"[\n;,(]|\. ", reading.text[max(0, start - _PAY_CONTEXT) : start])[-1]
    following = re.split(
        r"[\n;,(+]|\. |\b(?:plus|and|und|et|y|zzgl)\b", reading.text[start + len(amount) :][:_PAY_CONTEXT]
    )[0]
    patterns = table(reading.ad.language.value, "report")["facts"]["not_pay"]
    return re.search("|".join(patterns), f"{previous} {following}", re.IGNORECASE) is not None


def place(reading: Reading, location: str) -> str | None:
    """Return where the job is: what the user typed, else the ad's place where it looks like one."""
    if location.strip():
        return " ".join(location.split())
    text = " ".join((reading.ad.place or "").split())
    if len(text.split()) > _MAX_PLACE_WORDS or not _PLACE.fullmatch(text) or text.isupper():
        return None
    # Most of the words of a title are no place: a place stands elsewhere in the ad too, or behind a label.
    return text if len(re.findall(rf"(?<!\w){re.escape(text)}(?!\w)", reading.text)) >= 1 else None


def duties_of(reading: Reading) -> list[str]:
    """Return the ad's tasks without lines about money that stand among them."""
    return [text for text in reading.ad.duties if not _AMOUNT.search(text)]


def application_address(reading: Reading) -> str | None:
    """Return the address that an application goes to: an e-mail address, else a link."""
    match = _EMAIL.search(reading.text) or _LINK.search(reading.text)
    return match[0] if match else None


def _first(reading: Reading, key: str) -> str | None:
    for pattern in table(reading.ad.language.value, "report")["facts"][key]:
        if match := re.search(pattern, reading.text, re.IGNORECASE):
            groups = match.groupdict()
            return " ".join((groups.get("value") or match[0]).split())
    return None


def _quoted(text: str | None, style: Style) -> str | None:
    return style.quote(text) if text else None
