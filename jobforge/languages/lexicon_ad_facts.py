"""How ads name the level, place, pay and contact of a job, and phrases that make a reader ask back. Four languages."""

import re
from enum import StrEnum


class Seniority(StrEnum):
    INTERN = "intern"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    HEAD = "head"


SENIORITY = (
    (Seniority.INTERN, re.compile(r"\b(?:intern(?:ship)?|trainee|apprentice|praktik\w+|werkstudent\w*|auszubildende\w*|azubi|stagiaire|stage|alternance|apprentie?|becari[oa]|practicas|aprendiz\w*)\b")),
    (Seniority.HEAD, re.compile(r"\b(?:head of|director|directeur\w*|directrice|director[a]?|chief|vp|vice president|principal(?= \()|geschaftsfuhr\w+|bereichsleit\w+|abteilungsleit\w+|werkleit\w+)\b")),
    (Seniority.LEAD, re.compile(r"\b(?:lead|leader|manager\w*|supervisor|foreman|team ?leit\w+|teamlead\w*|schichtleit\w+|\w*leiter(?:in)?|chef d\W?(?:equipe|atelier)|responsable|jefe|jefa|coordinador\w*|encargad[oa]|head chef|ward manager|principal)\b")),
    (Seniority.JUNIOR, re.compile(r"\b(?:junior|entry[- ]level|graduate|berufseinsteiger\w*|berufsanfanger\w*|debutante?|newly qualified|sin experiencia)\b")),
    (Seniority.SENIOR, re.compile(r"\b(?:senior(?! (?:classes|class|living|care|citizens|school))|sr|experienced|erfahrene[rn]?|confirmee?|advanced|staff engineer|experimentad[oa])\b")),
    (Seniority.MID, re.compile(r"\b(?:mid[- ]?level|mid[- ]?weight|intermediate|mid)\b")),
)  # fmt: skip

REMOTE = re.compile(
    r"\b(?:100 ?% ?remot\w*|fully remote|remote(?:[- ]first| only| position| role| job)?|work from (?:home|anywhere)|home ?office|homeoffice|mobiles arbeiten|teletravail|a distance|teletrabajo|remot[oa])\b"
)

HYBRID = re.compile(
    r"\bhybrid\w*|\bhibrid[oa]|\b(?:\w+|\d) (?:office )?days? (?:a week )?(?:in the office|on[- ]site|from home|remote)|\btage?n? (?:\w+ )?(?:homeoffice|home ?office|im buro|mobil)|\bjours? (?:de |par semaine de )?teletravail|\bdias? (?:de )?teletrabajo|\bpartly remote"
)

ON_SITE = re.compile(
    r"\bon[- ]?site(?! (?:gym|barista|parking|canteen|cafe|nursery|daycare))\b|\bin[- ]office\b|\bin person\b|\bvor ort\b|\bprasenz(?:pflicht)?\b|\bsur (?:site|place)\b|\ben presentiel\b|\bpresencial\b|\bno remote\b|\bkein homeoffice\b|\bnot (?:a )?remote\b"
)

_NUMBER = r"(?<![\d.,'])\d{1,3}(?:[.,' ]\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d)|(?<![\d.,'])\d{4,6}(?!\d)"
_SIGN = r"(?:[£$€]|USD|EUR|GBP|CHF)"
_AFTER = r"(?:€|EUR\b|[Ee]uros?\b|CHF\b|GBP\b|USD\b|k€|K€|£(?!\s?\d))"
_TO = r"\s?(?:-|–|—|to|bis|à|a|und|and|et)\s?"
PAY = re.compile(
    rf"(?:{_SIGN}\s?(?:{_NUMBER})(?:\s?[kKmM]\b)?(?:{_TO}{_SIGN}?\s?(?:{_NUMBER})(?:\s?[kK]\b)?)?|(?:(?:{_NUMBER})(?:\s?[kK€]{{1,2}})?{_TO})?(?:{_NUMBER})\s?[kK]?\s?{_AFTER}|\d{{2,3}}\s?[kK]?{_TO}\d{{2,3}}\s?(?:k€|K€|[kK]\b))"
    r"(?:\s?(?:an?|per|pro|par|por|die|l'|/|al|à l')\s?(?:hour|hr|h|year|annum|month|week|day|Stunde|Std|Jahr|Monat|heure|an|mois|hora|año|mes)\b)?(?:\s?(?:brutto|brut|brutos?|gross)\b)?(?:\s?(?:anuales|jährlich|annuels?|mensuales|al mes|al año)\b)?"
)
NOT_PAY = re.compile(
    r"\b(?:turnover|revenue|budget|funding|series [a-e]|umsatz|million|mio|chiffre d|facturacion|invest|raised|voucher|allowance|discount|mileage)\b|\d\s?m\b|\bbn\b"
)

PERMIT = re.compile(
    r"\b(?:visas?|sponsorship|right to work|work permit|authori[sz]ed to work|work authori[sz]ation|eligible to work|arbeitserlaubnis|aufenthaltstitel|arbeitsgenehmigung|permis de travail|titre de sejour|autorisation de travail|permiso de trabajo|security clearance)\b"
)

_FULL_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){1,2}"
CONTACT = re.compile(
    r"(?<![\w-])(?:Frau|Herrn?|Mrs\.?|Ms\.?|Mr\.?|Mme|Madame|Monsieur|M\.|Sr\.|Sra\.|Señora?|Dr\.)\s+(?:Dr\.\s+)?(?P<titled>[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2})"
    rf"|(?:[Cc]ontact|[Aa]sk for|[Ss]peak to|[Cc]all|[Rr]each out to|(?:CV|CVs|application|resume|email|letter) to|[Aa]nsprechpartner(?:in)?|[Kk]ontakt|[Ff]rag(?:en Sie)? nach|dich bei|sich bei|[Aa]dressez?[^.\n]{{0,30}}? à|currículum a|CV a|[Pp]regunta por|Bewerbung an)\s*:?\s+(?P<plain>(?!Frau|Herr|Mme|Mr|Ms|Dr|Sr){_FULL_NAME})(?=[\s,.;(]|$)"
)
NOT_A_NAME = re.compile(
    r"\b(?:Frau|Herrn?|Mme|Dr|Human|Resources|Team|Personal|Recruiting|Department|Office|Street|Road|Bewerbung|Stelle|Service|Ressources|Recursos|Straße|Hiring|The|Our|Us)\b"
)

PLACE_LABEL = re.compile(
    r"^\W*(?:location|place(?: of work)?|based in|where|standort|arbeitsort|einsatzort|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?|localidad)\W{0,4}:\W{0,4}\s*(?P<place>[^\n|;]{2,60})",
    re.IGNORECASE,
)

PLACE_TITLE = re.compile(
    r"(?:\bStandort|\bin|\bin the|\bà|\ben|\bnear|\bbei|\bRaum|[–—|,(/-]|\bat)\s+(?P<place>[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:upon|am|an|der|de|la|le|del|sur|sous|les|on|of|[A-ZÀ-Þ])[\w'’.-]*){0,3})\s*(?:[,)(/|–-]|$)"
)

NOT_A_PLACE = re.compile(
    r"\b(?:Nights?|Days|Weekends|Market|Shifts?|Therapy|GmbH|AG|KG|Ltd|Inc|LLC|Team|Senior|Junior|Full|Part|Time|Vollzeit|Teilzeit|CDI|CDD|Nurse|Engineer|Developer|Manager|Chef|Shift|Classes|Remote|Hybrid|Home|Care|Band|Class|School|Service|Electric|Mine|Health|Parking|Homes|Job|Stelle)\b|\b(?:I{2,3}|IV|H/F|F/H)\b"
)
