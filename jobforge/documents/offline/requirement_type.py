"""What sort of thing a requirement is: that decides how a gap can be answered, and whether it is fit or eligibility."""

import re
from enum import StrEnum


class Topic(StrEnum):
    PAPER = "paper"  # a degree, licence, registration or certificate: one has it or not
    LANGUAGE = "language"
    YEARS = "years"
    CONDITION = "condition"  # checks, shifts, travel: to be agreed to, not to be learnt
    SKILL = "skill"


_CONDITION = re.compile(
    r"\b(?:background check|reference check|disclosure|vett(?:ing|ed)|drug (?:test|screen)\w*|physical exam\w*|"
    r"dbs|rota|"
    r"(?:rotating |night |early |late |day )?shifts?|weekends?|nights|on-?call|overtime|willing(?:ness)? to|"
    r"relocat\w+|lodging|"
    r"(?:up to )?\d+ ?% travel|(?:happy|able|prepared|ready) to (?:travel|lift|stand|work (?:weekends|nights|"
    r"shifts))|"
    r"führungszeugnis|schicht\w*|wochenend\w*|nachtdienst\w*|rufbereitschaft|bereitschaft zu\w*|reisebereitschaft|"
    r"umzug\w*|montage\w*|"
    r"casier judiciaire|week-ends?|horaires? (?:décalés?|variables?|de nuit)|nuits?|astreintes?|déplacements?|"
    r"mobilité|disponibilité|"
    r"antecedentes|turnos?|fines de semana|nocturn\w+|guardias|disponibilidad|viajar)\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"\b(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|chinese|"
    r"mandarin|welsh|"
    r"irish|swedish|bilingual|deutsch\w*|englisch\w*|französisch\w*|spanisch\w*|polnisch\w*|russisch\w*|"
    r"türkisch\w*|italienisch\w*|"
    r"sprachkenntnisse|anglais|allemand|français|espagnol|italien|arabe|langues?|inglés|alemán|francés|español|"
    r"catalán|portugués|"
    r"italiano|idiomas?)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:degree|bachelor\w*|master['’]?s|b\.?sc|m\.?sc|ph\.?d|mba|diploma|apprenticeship|licen[cs]ed?|"
    r"registration|registered|certificat\w+|certified|qualified|qualification|accredit\w+|card|permit|"
    r"driving record|chartered|ticket|msha|osha|"
    r"abschluss|abgeschlossene\w*|studium|ausbildung|berufsausbildung|meister\w*|gesellen\w*|führerschein\w*|"
    r"fahrerlaubnis|zertifi\w+|"
    r"approbation|examen|examinierte?\w*|\w*schein|prüfung|schweißerprüfung|qualifikation|sachkunde\w*|"
    r"ausbildereignung|berechtigung|"
    r"diplômé?e?s?|licence|permis|bac(?:\s?\+\s?\d)?|bts|cap|but|habilitation|certificat|caces|agrément|"
    r"título|titulación|titulado|grado|licenciatura|carné|carnet|certificado|máster|colegiad[oa]|homologad[oa]|fp)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:\b\d{1,2}\+?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|"
    r"zehn|deux|trois|quatre|"
    r"cinq|dos|tres|cuatro|cinco)|mehrjährig\w*|several|plusieurs|varios)\s*\+?(?:or more |ou plus |oder mehr |"
    r"o más )?"
    r"(?:years?|yrs?|jahre?n?|ans|années|años)\b|\bmehrjährig\w*",
    re.IGNORECASE,
)


def topic_of(requirement: str) -> Topic:
    """The topic of a requirement in any of the four languages."""
    if _YEARS.search(requirement):
        return Topic.YEARS
    if _CONDITION.search(requirement):
        return Topic.CONDITION
    if _PAPER.search(requirement):
        return Topic.PAPER
    if _LANGUAGE.search(requirement) and len(requirement.split()) <= 10:
        return Topic.LANGUAGE
    return Topic.SKILL
