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
    (Seniority.HEAD, re.compile(r"\b(?:head of|director|directeur\w*|directrice|director[a]?|chief|vp|vice president|principal(?= \()|geschaftsfuhr\w+|bereichsleit\w+|abteilungsleit\w+|werkleit\w+|financial controller)\b")),
    (Seniority.LEAD, re.compile(r"\b(?:lead|leader|manager\w*|supervisor|foreman|team ?leit\w+|teamlead\w*|schichtleit\w+|\w*leiter(?:in)?|chef d\W?(?:equipe|atelier)|responsable|jefe|jefa|coordinador\w*|encargad[oa]|head chef|ward manager|principal)\b")),
    (Seniority.JUNIOR, re.compile(r"\b(?:junior|entry[- ]level|graduate|berufseinsteiger\w*|berufsanfanger\w*|debutante?|newly qualified|sin experiencia)\b")),
    (Seniority.SENIOR, re.compile(r"\b(?:senior|sr|experienced|erfahrene[rn]?|confirmee?|advanced|staff engineer|experimentad[oa])\b")),
    (Seniority.MID, re.compile(r"\b(?:mid[- ]?level|mid[- ]?weight|intermediate|mid)\b")),
)  # fmt: skip

REMOTE = re.compile(r"\b(?:100 ?% ?remot\w*|fully remote|remote(?:[- ]first| only| position| role| job)?|work from (?:home|anywhere)|home ?office|homeoffice|mobiles arbeiten|teletravail|a distance|teletrabajo|remot[oa])\b")

HYBRID = re.compile(r"\bhybrid\w*|\bhibrid[oa]|\b(?:\w+|\d) (?:office )?days? (?:a week )?(?:in the office|on[- ]site|from home|remote)|\btage?n? (?:\w+ )?(?:homeoffice|home ?office|im buro|mobil)|\bjours? (?:de |par semaine de )?teletravail|\bdias? (?:de )?teletrabajo|\bpartly remote")

ON_SITE = re.compile(r"\bon[- ]?site(?! (?:gym|barista|parking|canteen|cafe|nursery|daycare))\b|\bin[- ]office\b|\bin person\b|\bvor ort\b|\bprasenz(?:pflicht)?\b|\bsur (?:site|place)\b|\ben presentiel\b|\bpresencial\b|\bno remote\b|\bkein homeoffice\b|\bnot (?:a )?remote\b")

AMOUNT = r"(?:(?:[£$€]|USD|EUR|GBP|CHF)\s?\d[\d.,' ]{0,14}(?:\s?[kKmM]\b)?|(?<![\d.,'])\d[\d.,' ]{0,14}(?:\s?[kK])?\s?(?:€|EUR\b|euros?\b|Euro\b|CHF\b|k€|£))"

PAY = re.compile(
    rf"{AMOUNT}(?:\s?(?:-|–|to|bis|à|a|und|et)\s?{AMOUNT}|\s?(?:-|–|to|bis|à|a)\s?\d[\d.,' ]{0,14}\s?[kK]?(?:\s?€)?)?(?:\s?(?:an?|per|pro|par|por|/)\s?(?:hour|hr|h|year|annum|month|week|day|Stunde|Jahr|Monat|heure|an|mois|hora|año|mes)\b)?(?:\s?(?:brutto|brut|brutos?|gross)\b)?(?:\s?(?:anuales|jährlich|annuels?|mensuales)\b)?"
    rf"|\d{{2,3}}\s?(?:-|–|to|à|a|bis)\s?\d{{2,3}}\s?(?:k€|k\b)"
)

NOT_PAY = re.compile(r"\b(?:turnover|revenue|budget|funding|series [a-e]|umsatz|million|mio|chiffre d|facturacion|invest|raised|voucher|allowance|discount|mileage)\b|\d\s?m\b|\bbn\b")

PERMIT = re.compile(r"\b(?:visa|sponsor(?:ship)?|right to work|work permit|authori[sz]ed to work|work authori[sz]ation|eligible to work|arbeitserlaubnis|aufenthaltstitel|arbeitsgenehmigung|permis de travail|titre de sejour|autorisation de travail|permiso de trabajo|security clearance)\b")

CONTACT = re.compile(
    r"\b(?:Frau|Herrn?|Mrs\.?|Ms\.?|Mr\.?|Mme|Madame|Monsieur|M\.|Sr\.|Sra\.|Señora?|Dr\.)\s+(?:Dr\.\s+)?(?P<titled>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})"
    r"|(?:[Cc]ontact|[Aa]sk for|[Ss]peak to|[Cc]all|[Rr]each out to|[Aa]nsprechpartner(?:in)?|[Kk]ontakt|à|[Aa]dressez?[^.\n]{0,30}? à|currículum a|CV a|[Pp]regunta por|[Aa]n)\s*:?\s+(?P<plain>[A-ZÀ-Þ][a-zà-ÿ'’-]+\s+[A-ZÀ-Þ][\w'’-]+)(?=[\s,.;(]|$)"
)

NOT_A_NAME = re.compile(r"\b(?:Human|Resources|Team|Personal|Recruiting|Department|Office|Street|Road|Bewerbung|Stelle|Service|Ressources|Recursos|Straße|Hiring|The|Our|Us)\b")

PLACE_LABEL = re.compile(r"^\W*(?:location|place(?: of work)?|based in|where|standort|arbeitsort|einsatzort|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?|localidad)\W{0,4}:\W{0,4}\s*(?P<place>[^\n|;]{2,60})", re.IGNORECASE)

PLACE_TITLE = re.compile(r"(?:\bStandort|\bin|\bin the|\bà|\ben|\bnear|\bbei|\bRaum|[–—|,(/-]|\bat)\s+(?P<place>[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:upon|am|an|der|de|la|le|del|sur|sous|les|on|of|[A-ZÀ-Þ])[\w'’.-]*){0,3})\s*(?:[,)(/|–-]|$)")

NOT_A_PLACE = re.compile(r"\b(?:GmbH|AG|KG|Ltd|Inc|LLC|Team|Senior|Junior|Full|Part|Time|Vollzeit|Teilzeit|CDI|CDD|Nurse|Engineer|Developer|Manager|Chef|Shift|Classes|Remote|Hybrid|Home|Care|Band|Class|School|Service|Electric|Mine|Health|Parking|Homes|Job|Stelle)\b|\b(?:I{2,3}|IV|H/F|F/H)\b")
