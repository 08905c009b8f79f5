"""What in an ad should make its reader ask back: contradictions, missing pay, phrases that often mean trouble."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.analysis.ad_facts import ON_SITE, Seniority
from jobforge.analysis.ad_layout import Passage, flat, sentences

MANY = 20  # requirements that are a must, beyond which a list is a wish list
JUNIOR_YEARS, SENIOR_YEARS = 4, 2  # asked of a junior at least, of a senior at most, to be called a contradiction


@dataclass(frozen=True, slots=True)
class AdWarning:
    """`code` is stable and dotted; `quote` stands in the ad, empty where something is missing from it."""

    code: str
    quote: str
    message: str


_PHRASES = (
    ("ad.unpaid", "The ad speaks of unpaid work: ask what is paid and how long it lasts.", re.compile(r"\bunpaid\b|\bwithout pay\b|\bunbezahlt\w*|\bohne (?:bezahlung|vergutung)\b|\bnon remuneree?s?\b|\bbenevol\w+ (?:au debut|d'essai)|\bno remunerad[oa]s?\b|\bsin remuneracion\b|\bsin sueldo\b")),
    ("ad.fee", "The applicant is asked to pay: serious employers do not.", re.compile(r"\b(?:registration|training|application) fee\b|\bpay for your (?:own )?training\b|\bstarter kit\b|\bkaution\b|\bschulungsgebuhr\b|\bfrais (?:de dossier|d'inscription|de formation)\b|\bcuota de inscripcion\b|\bpago previo\b")),
    ("ad.commission_only", "Pay is commission only.", re.compile(r"\bcommission[- ]only\b|\b100 ?% commission\b|\bauf provisionsbasis\b|\breine provision\b|\bcommissions? uniquement\b|\bsolo comision\b|\b(?:unlimited|uncapped) earning")),
    ("ad.hype", "Slogans instead of a description: ask what the work is.", re.compile(r"\brock ?star\b|\bninja\b|\bguru\b|\bsuperhero\b|\bunicorn\b(?! company)|\bwork hard,? play hard\b|\beierlegende wollmilchsau\b|\bcrack\b(?= (?:en|de|del))")),
    ("ad.overwork", "Phrases that often mean long hours: ask about working time.", re.compile(r"\bwear (?:many|several|multiple) hats\b|\bfast[- ]paced\b|\b24/7\b|\bhigh[- ]pressure\b|\bthick skin\b|\bovertime (?:is )?(?:expected|required)\b|\bunlimited pto\b|\bhohe belastbarkeit\b|\buberdurchschnittliche[rs]? einsatz\w*|\bgrande disponibilite\b|\bresistance au stress\b|\bdisponibilidad (?:total|absoluta)\b|\btrabajo bajo presion\b")),
    ("ad.family", "\"We are a family\" says nothing about hours and pay.", re.compile(r"\bwe(?:'re| are) (?:like )?(?:a|one big) family\b(?![- ](?:run|owned|business))|\bwie eine familie\b|\bune (?:vraie |grande )?famille\b|\b(?:una|como una) (?:gran )?familia\b")),
    ("ad.bank_details", "Bank details or identity papers are no part of an application.", re.compile(r"\bbank (?:account )?details\b|\bcopy of your (?:passport|id)\b|\bausweiskopie\b|\bcopie (?:du|de votre) passeport\b|\bcopia (?:del|de tu) (?:dni|pasaporte)\b")),
    ("ad.age", "The ad asks for age or a photo, which says nothing about ability.", re.compile(r"\b(?:aged?|between) \d{2} (?:and|to|-) \d{2} years\b|\bmaximum age\b|\bjunge[sn]? (?:und dynamische[sn]? )?(?:team|mitarbeit)\w*|\bmit (?:licht)?bild\b|\bavec photo\b|\bcon foto\b|\bmenores de \d{2}\b")),
)  # fmt: skip


def warnings_of(
    passages: Sequence[Passage], *, seniority: Seniority | None, title: str, years: float | None, pay: str | None, musts: int
) -> tuple[AdWarning, ...]:
    """Warning signs in the order in which a reader would ask about them."""
    return tuple(_warnings(passages, seniority, title, years, pay, musts))


def _warnings(
    passages: Sequence[Passage], seniority: Seniority | None, title: str, years: float | None, pay: str | None, musts: int
) -> Iterator[AdWarning]:
    if years is not None and seniority in (Seniority.JUNIOR, Seniority.INTERN) and years >= JUNIOR_YEARS:
        yield AdWarning("ad.seniority_contradiction", title, f"A {seniority.value} title, but {years:g} years are asked.")
    if years is not None and seniority in (Seniority.SENIOR, Seniority.HEAD) and years < SENIOR_YEARS:
        yield AdWarning("ad.seniority_contradiction", title, f"A {seniority.value} title, but only {years:g} years are asked.")
    remote, on_site = _first(passages, _FULLY_REMOTE), _first(passages, ON_SITE)
    if remote and on_site and remote != on_site:
        yield AdWarning("ad.remote_contradiction", on_site, f"The ad also says: {remote}")
    for code, message, pattern in _PHRASES:
        if (quote := _first(passages, pattern)) and not re.search(r"\bnot? (?:an? )?unpaid\b", flat(quote)):
            yield AdWarning(code, quote, message)
    if musts > MANY:
        yield AdWarning("ad.wish_list", "", f"{musts} requirements are called a must: ask which of them count.")
    if pay is None:
        yield AdWarning("ad.no_pay", "", "The ad names no pay.")


_FULLY_REMOTE = re.compile(r"\b(?:100 ?% ?remot\w*|fully remote|remote only|work from anywhere|completely remote|remote position|remote role|vollstandig remote|komplett remote|entierement a distance|totalmente remoto|" + r"\(remote\)|^remote\b)")


def _first(passages: Sequence[Passage], pattern: re.Pattern[str]) -> str:
    for part in passages:
        for start, end in sentences(part.text):
            if pattern.search(flat(part.text[start:end])):
                return part.text[start:end].strip()
    return ""


