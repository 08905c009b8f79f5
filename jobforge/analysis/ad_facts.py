"""What an ad says beside its requirements: seniority, place, remote work, pay, work permit, whom to address."""

import re
from collections.abc import Sequence
from enum import StrEnum

from jobforge.analysis.ad_layout import Passage, flat, sentences
from jobforge.analysis.lexicon_ad import Zone


class Seniority(StrEnum):
    INTERN = "intern"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    HEAD = "head"


class Remote(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on_site"


_SENIORITY = (
    (Seniority.INTERN, re.compile(r"\b(?:intern(?:ship)?|trainee|apprentice|praktik\w+|werkstudent\w*|auszubildende\w*|azubi|stagiaire|stage|alternance|apprentie?|becari[oa]|practicas|aprendiz\w*)\b")),
    (Seniority.HEAD, re.compile(r"\b(?:head of|director|directeur\w*|directrice|director[a]?|chief|vp|vice president|principal(?= \()|geschaftsfuhr\w+|bereichsleit\w+|abteilungsleit\w+|werkleit\w+|financial controller)\b")),
    (Seniority.LEAD, re.compile(r"\b(?:lead|leader|manager\w*|supervisor|foreman|team ?leit\w+|teamlead\w*|schichtleit\w+|\w*leiter(?:in)?|chef d\W?(?:equipe|atelier)|responsable|jefe|jefa|coordinador\w*|encargad[oa]|head chef|ward manager|principal)\b")),
    (Seniority.JUNIOR, re.compile(r"\b(?:junior|entry[- ]level|graduate|berufseinsteiger\w*|berufsanfanger\w*|debutante?|newly qualified|sin experiencia)\b")),
    (Seniority.SENIOR, re.compile(r"\b(?:senior|sr|experienced|erfahrene[rn]?|confirmee?|advanced|staff engineer|experimentad[oa])\b")),
    (Seniority.MID, re.compile(r"\b(?:mid[- ]?level|mid[- ]?weight|intermediate|mid)\b")),
)  # fmt: skip

REMOTE = re.compile(r"\b(?:100 ?% ?remot\w*|fully remote|remote(?:[- ]first| only| position| role| job)?|work from (?:home|anywhere)|home ?office|homeoffice|mobiles arbeiten|teletravail|a distance|teletrabajo|remot[oa])\b")
_HYBRID = re.compile(r"\bhybrid\w*|\bhibrid[oa]|\b(?:\w+|\d) (?:office )?days? (?:a week )?(?:in the office|on[- ]site|from home|remote)|\btage?n? (?:\w+ )?(?:homeoffice|home ?office|im buro|mobil)|\bjours? (?:de |par semaine de )?teletravail|\bdias? (?:de )?teletrabajo|\bpartly remote")
ON_SITE = re.compile(r"\bon[- ]?site(?! (?:gym|barista|parking|canteen|cafe|nursery|daycare))\b|\bin[- ]office\b|\bin person\b|\bvor ort\b|\bprasenz(?:pflicht)?\b|\bsur (?:site|place)\b|\ben presentiel\b|\bpresencial\b|\bno remote\b|\bkein homeoffice\b|\bnot (?:a )?remote\b")

_AMOUNT = r"(?:(?:[£$€]|USD|EUR|GBP|CHF)\s?\d[\d.,' ]*(?:\s?[kKmM]\b)?|\d[\d.,' ]*(?:\s?[kK])?\s?(?:€|EUR\b|euros?\b|Euro\b|CHF\b|k€|£))"
_PAY = re.compile(
    rf"{_AMOUNT}(?:\s?(?:-|–|to|bis|à|a|und|et)\s?{_AMOUNT}|\s?(?:-|–|to|bis|à|a)\s?\d[\d.,' ]*\s?[kK]?(?:\s?€)?)?(?:\s?(?:an?|per|pro|par|por|/)\s?(?:hour|hr|h|year|annum|month|week|day|Stunde|Jahr|Monat|heure|an|mois|hora|año|mes)\b)?(?:\s?(?:brutto|brut|brutos?|gross)\b)?(?:\s?(?:anuales|jährlich|annuels?|mensuales)\b)?"
    rf"|\d{{2,3}}\s?(?:-|–|to|à|a|bis)\s?\d{{2,3}}\s?(?:k€|k\b)"
)
_NOT_PAY = re.compile(r"\b(?:turnover|revenue|budget|funding|series [a-e]|umsatz|million|mio|chiffre d|facturacion|invest|raised|voucher|allowance|discount|mileage)\b|\d\s?m\b|\bbn\b")
_PERMIT = re.compile(r"\b(?:visa|sponsor(?:ship)?|right to work|work permit|authori[sz]ed to work|work authori[sz]ation|eligible to work|arbeitserlaubnis|aufenthaltstitel|arbeitsgenehmigung|permis de travail|titre de sejour|autorisation de travail|permiso de trabajo|security clearance)\b")
_CONTACT = re.compile(
    r"\b(?:Frau|Herrn?|Mrs\.?|Ms\.?|Mr\.?|Mme|Madame|Monsieur|M\.|Sr\.|Sra\.|Señora?|Dr\.)\s+(?:Dr\.\s+)?(?P<titled>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})"
    r"|(?:[Cc]ontact|[Aa]sk for|[Ss]peak to|[Cc]all|[Rr]each out to|[Aa]nsprechpartner(?:in)?|[Kk]ontakt|à|[Aa]dressez?[^.\n]{0,30}? à|currículum a|CV a|[Pp]regunta por|[Aa]n)\s*:?\s+(?P<plain>[A-ZÀ-Þ][a-zà-ÿ'’-]+\s+[A-ZÀ-Þ][\w'’-]+)(?=[\s,.;(]|$)"
)
_NOT_A_NAME = re.compile(r"\b(?:Human|Resources|Team|Personal|Recruiting|Department|Office|Street|Road|Bewerbung|Stelle|Service|Ressources|Recursos|Straße|Hiring|The|Our|Us)\b")
_PLACE_LABEL = re.compile(r"^\W*(?:location|place(?: of work)?|based in|where|standort|arbeitsort|einsatzort|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?|localidad)\W{0,4}:\W{0,4}\s*(?P<place>[^\n|;]{2,60})", re.IGNORECASE)
_PLACE_TITLE = re.compile(r"(?:\bStandort|\bin|\bin the|\bà|\ben|\bnear|\bbei|\bRaum|[–—|,(/-]|\bat)\s+(?P<place>[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:upon|am|an|der|de|la|le|del|sur|sous|les|on|of|[A-ZÀ-Þ])[\w'’.-]*){0,3})\s*(?:[,)(/|–-]|$)")
_NOT_A_PLACE = re.compile(r"\b(?:GmbH|AG|KG|Ltd|Inc|LLC|Team|Senior|Junior|Full|Part|Time|Vollzeit|Teilzeit|CDI|CDD|Nurse|Engineer|Developer|Manager|Chef|Shift|Classes|Remote|Hybrid|Home|Care|Band|Class|School|Service|Electric|Mine|Health|Parking|Homes|Job|Stelle)\b|\b(?:I{2,3}|IV|H/F|F/H)\b")


def seniority_of(title: str) -> Seniority | None:
    """The level a job title names, if it names one."""
    said = flat(title)
    return next((level for level, pattern in _SENIORITY if pattern.search(said)), None)


def remote_of(passages: Sequence[Passage]) -> Remote | None:
    """Where the work is done, as far as the ad says; a mix of both counts as hybrid."""
    said = " \n ".join(flat(part.text) for part in passages)
    if _HYBRID.search(said):
        return Remote.HYBRID
    if ON_SITE.search(said) and not REMOTE.search(said):
        return Remote.ON_SITE
    return Remote.REMOTE if REMOTE.search(said) else None


def pay_of(passages: Sequence[Passage]) -> str | None:
    """The pay in the ad's own words, if it gives an amount."""
    ordered = sorted(passages, key=lambda part: part.zone is not Zone.BENEFITS)
    for part in ordered:
        for start, end in sentences(part.text):
            sentence = part.text[start:end]
            for found in _PAY.finditer(sentence):
                around = flat(sentence[max(0, found.start() - 30) : found.end() + 15])
                amount = re.sub(r"\D", "", found.group())
                if len(amount) >= 2 and not _NOT_PAY.search(around):
                    return found.group().strip(" .,")
    return None


def work_permit_of(passages: Sequence[Passage]) -> str | None:
    """The sentence about visas or the right to work."""
    for part in passages:
        for start, end in sentences(part.text):
            if _PERMIT.search(flat(part.text[start:end])):
                return part.text[start:end].strip()
    return None


def contact_of(passages: Sequence[Passage]) -> str | None:
    """The person to write to, by name; towards the end of the ad if there are several."""
    for part in reversed(passages):
        for found in _CONTACT.finditer(part.text):
            name = found["titled"] or found["plain"]
            if name and not _NOT_A_NAME.search(name):
                return name if not found["titled"] else found.group().strip()
    return None


def place_of(passages: Sequence[Passage]) -> str | None:
    """Where the job is, from a label, else from the title lines; None where neither says."""
    for part in passages:
        if label := _PLACE_LABEL.match(part.text.replace("*", "")):
            return label["place"].split(",")[0].strip(" .*_")
    for part in passages[:2]:
        title = part.text.split("\n")[0][:200]
        if len(title) > 120:
            title = sentences(title)[0] and title[: sentences(title)[0][1]]
        for found in reversed(list(_PLACE_TITLE.finditer(title.rstrip(".")))):
            place = found["place"].strip(" .,")
            if not _NOT_A_PLACE.search(place) and not place.isupper():
                return place
    return None
