"""Phrases in ads that often mean trouble: their code, what to tell the reader, how they are said. Four languages."""

import re

PHRASES = (
    ("ad.unpaid", "The ad speaks of unpaid work: ask what is paid and how long it lasts.", re.compile(r"\bunpaid\b|\bwithout pay\b|\bunbezahlt\w*|\bohne (?:bezahlung|vergutung)\b|\bnon remuneree?s?\b|\bbenevol\w+ (?:au debut|d'essai)|\bno remunerad[oa]s?\b|\bsin remuneracion\b|\bsin sueldo\b")),
    ("ad.fee", "The applicant is asked to pay: serious employers do not.", re.compile(r"\b(?:registration|training|application) fee\b|\bpay for your (?:own )?training\b|\bstarter kit\b|\bkaution\b|\bschulungsgebuhr\b|\bfrais (?:de dossier|d'inscription|de formation)\b|\bcuota de inscripcion\b|\bpago previo\b")),
    ("ad.commission_only", "Pay is commission only.", re.compile(r"\bcommission[- ]only\b|\b100 ?% commission\b|\bauf provisionsbasis\b|\breine provision\b|\bcommissions? uniquement\b|\bsolo comision\b|\b(?:unlimited|uncapped) earning")),
    ("ad.hype", "Slogans instead of a description: ask what the work is.", re.compile(r"\brock ?star\b|\bninja\b|\bguru\b|\bsuperhero\b|\bunicorn\b(?! company)|\bwork hard,? play hard\b|\beierlegende wollmilchsau\b|\bcrack\b(?= (?:en|de|del))")),
    ("ad.overwork", "Phrases that often mean long hours: ask about working time.", re.compile(r"\bwear (?:many|several|multiple) hats\b|\bfast[- ]paced\b|\b24/7\b|\bhigh[- ]pressure\b|\bthick skin\b|\bovertime (?:is )?(?:expected|required)\b|\bunlimited pto\b|\bhohe belastbarkeit\b|\buberdurchschnittliche[rs]? einsatz\w*|\bgrande disponibilite\b|\bresistance au stress\b|\bdisponibilidad (?:total|absoluta)\b|\btrabajo bajo presion\b")),
    ("ad.family", "\"We are a family\" says nothing about hours and pay.", re.compile(r"\bwe(?:'re| are) (?:like )?(?:a|one big) family\b(?![- ](?:run|owned|business))|\bwie eine familie\b|\bune (?:vraie |grande )?famille\b|\b(?:una|como una) (?:gran )?familia\b")),
    ("ad.bank_details", "Bank details or identity papers are no part of an application.", re.compile(r"\bbank (?:account )?details\b|\bcopy of your (?:passport|id)\b|\bausweiskopie\b|\bcopie (?:du|de votre) passeport\b|\bcopia (?:del|de tu) (?:dni|pasaporte)\b")),
    ("ad.age", "The ad asks for age or a photo, which says nothing about ability.", re.compile(r"\b(?:aged?|between) \d{2} (?:and|to|-) \d{2} years\b|\bmaximum age\b|\bjunge[sn]? (?:und dynamische[sn]? )?(?:team|mitarbeit)\w*|\bmit (?:licht)?bild\b|\bavec photo\b|\bcon foto\b|\bmenores de \d{2}\b")),
)  # fmt: skip

FULLY_REMOTE = re.compile(
    r"\b(?:100 ?% ?remot\w*|fully remote|remote only|work from anywhere|completely remote|remote position|remote role|vollstandig remote|komplett remote|entierement a distance|totalmente remoto|"
    + r"\(remote\)|^remote\b)"
)
