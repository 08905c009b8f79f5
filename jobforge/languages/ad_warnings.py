"""Phrases in ads that often mean trouble: their code, what to tell the reader, how they are said."""

from jobforge.languages.tables import Pattern

TOPIC = "ad_warnings"

PHRASES: tuple[tuple[str, str, Pattern], ...] = tuple(
    (code, message, Pattern(TOPIC, "{phrases." + code.removeprefix("ad.") + "}"))
    for code, message in (
        ("ad.unpaid", "The ad speaks of unpaid work: ask what is paid and how long it lasts."),
        ("ad.fee", "The applicant is asked to pay: serious employers do not."),
        ("ad.commission_only", "Pay is commission only."),
        ("ad.hype", "Slogans instead of a description: ask what the work is."),
        ("ad.overwork", "Phrases that often mean long hours: ask about working time."),
        ("ad.family", '"We are a family" says nothing about hours and pay.'),
        ("ad.bank_details", "Bank details or identity papers are no part of an application."),
        ("ad.age", "The ad asks for age or a photo, which says nothing about ability."),
    )
)
FULLY_REMOTE = Pattern(TOPIC, r"\b(?:{fully_remote})")
