"""German wording."""

import re

from jobforge.ads.parser import Remote, Seniority
from jobforge.documents.offline.legacy.telling import Form
from jobforge.documents.offline.legacy.telling_de import tell
from jobforge.documents.offline.legacy.wording import LetterWording, ReportWording, ResumeWording, Wording
from jobforge.text.language import Language

# "bei" joins with the article that everyday speech gives an employer named after a common noun.
_NEUTER_OR_MASCULINE = re.compile(
    r"(?:(?:\w+)?(?:haus|klinikum|hotel|restaurant|institut|amt|büro|zentrum|verein|landkreis|kindergarten|verlag|"
    r"werk|labor|studio|theater|museum|kolleg|gymnasium|seniorenheim|heim|hof|verband|dienst|bistum|gericht|"
    r"ministerium|kloster))\b",
    re.IGNORECASE,
)
_FEMININE = re.compile(
    r"(?:(?:\w+)?(?:klinik|firma|stadt|bäckerei|schule|praxis|gemeinde|universität|hochschule|werkstatt|kanzlei|"
    r"apotheke|agentur|spedition|stiftung|brauerei|gärtnerei|tischlerei|schreinerei|metzgerei|druckerei|akademie|"
    r"bank|sparkasse|versicherung|gesellschaft|behörde|caritas|diakonie|logistik))\b",
    re.IGNORECASE,
)


def _where(employer: str, place: str) -> str:
    if not employer:
        return ""
    first = employer.split()[0]
    preposition = (
        "beim" if _NEUTER_OR_MASCULINE.fullmatch(first) else "bei der" if _FEMININE.fullmatch(first) else "bei"
    )
    return f"{preposition} {employer}" + (
        f" in {place}" if place and place.casefold() not in employer.casefold() else ""
    )


def _as_title(title: str, own: bool) -> str:
    return f"als {title}" if title else ""


_HONORIFIC = re.compile(r"(?P<honorific>Frau|Herrn?)\s+(?P<degree>(?:(?:Dr|Prof)\.\s+)*)(?:\S+\s+)*(?P<family>\S+)$")


def _greet(name: str) -> str:
    if found := _HONORIFIC.match(name):
        feminine = found["honorific"] == "Frau"
        dear = "Sehr geehrte Frau" if feminine else "Sehr geehrter Herr"
        return f"{dear} {found['degree']}{found['family']},"
    return f"Guten Tag {name},"


_OPENING = (
    "hiermit bewerbe ich mich um die Stelle „{role}“ {at}.",
    "auf Ihre Anzeige hin bewerbe ich mich um die Stelle „{role}“ {at}.",
    "ich bewerbe mich um die Stelle „{role}“ {at}.",
)
_OPENING_BARE = ("hiermit bewerbe ich mich um die Stelle „{role}“.", "ich bewerbe mich um die Stelle „{role}“.")

_LETTER = LetterWording(
    subject="Bewerbung: {role}",
    dear_team="Sehr geehrte Damen und Herren,",
    opening=_OPENING,
    opening_bare=_OPENING_BARE,
    needs=("Sie nennen unter anderem {needs}.", "Ihnen geht es unter anderem um {needs}."),
    need=("Sie nennen unter anderem {needs}.", "Ihnen geht es unter anderem um {needs}."),
    works=("Seit {start} arbeite ich {as_title} {where}.",),
    worked=("Von {start} bis {end} habe ich {as_title} {where} gearbeitet.",),
    worked_before=(
        "Davor, von {start} bis {end}, war ich {as_title} {where} tätig.",
        "Von {start} bis {end} habe ich {as_title} {where} gearbeitet.",
    ),
    worked_undated=("Ich habe {as_title} {where} gearbeitet.",),
    worked_undated_too=("Gearbeitet habe ich auch {as_title} {where}.",),
    told={
        Form.CLAUSE: (("Dort {text}.",), ("Dort {text}.",)),
        Form.ACTIVITY: (("Zu meinen Aufgaben gehört {text}.",), ("Zu meinen Aufgaben gehörte {text}.",)),
        Form.INFINITIVE: (("Meine Aufgabe dort: {text}.",), ("Meine Aufgabe dort: {text}.",)),
        Form.STATEMENT: (("Aus dieser Arbeit: {text}.",), ("Aus dieser Arbeit: {text}.",)),
        Form.FRAGMENT: (
            ("Das gehört zu meinem Alltag: {text}.", "Zu meinen Aufgaben dort: {text}."),
            ("Das gehörte zu meinem Alltag: {text}.", "Zu meinen Aufgaben dort: {text}."),
        ),
    },
    further={
        Form.CLAUSE: (("Außerdem {text}.", "Zudem {text}."), ("Außerdem {text}.", "Zudem {text}.")),
        Form.ACTIVITY: (
            ("Dazu kommt {text}.", "Ebenso gehört dazu {text}."),
            ("Dazu kam {text}.", "Ebenso gehörte dazu {text}."),
        ),
        Form.INFINITIVE: (("Ebenso: {text}.",), ("Ebenso: {text}.",)),
        Form.STATEMENT: (("Und: {text}.",), ("Und: {text}.",)),
        Form.FRAGMENT: (
            ("Weiter zu nennen: {text}.", "Ein anderer Teil davon: {text}."),
            ("Weiter zu nennen: {text}.", "Ein anderer Teil davon: {text}."),
        ),
    },
    foreign=("In meinem Lebenslauf steht dazu: {text}.",),
    papers=("An Nachweisen bringe ich mit: {items}.", "Dazu habe ich folgende Nachweise: {items}."),
    listed=("In meinem Lebenslauf steht außerdem: {items}.", "Zu nennen ist auch: {items}."),
    gaps_must=(
        "Nicht belegen kann ich mit meinem Lebenslauf, was Sie auch verlangen: {gaps}.",
        "Nicht in meinem Lebenslauf steht, was Sie außerdem verlangen: {gaps}.",
    ),
    gaps_nice=(
        "Zu {gaps} steht in meinem Lebenslauf nichts.",
        "Von Ihren Wünschen nicht in meinem Lebenslauf: {gaps}.",
    ),
    gaps_nice_alone=(
        "Zu {gaps} steht in meinem Lebenslauf nichts.",
        "Von Ihren Wünschen nicht in meinem Lebenslauf: {gaps}.",
    ),
    besides=("Außerdem: {text}.", "Ergänzend möchte ich erwähnen: {text}."),
    practical=("Zum Praktischen: {items}.",),
    thin=(
        "Mein Lebenslauf ist kurz; im Gespräch ergänze ich ihn gern.",
        "Ich beschränke mich hier auf das, was mein Lebenslauf zeigt.",
    ),
    offer=(
        "Gern gehe ich jeden dieser Punkte mit Ihnen durch und bringe die Unterlagen dazu mit.",
        "Zu jedem dieser Punkte erzähle ich Ihnen gern mehr; die Unterlagen dazu bringe ich mit.",
    ),
    closing=(
        "Über ein Gespräch mit Ihnen freue ich mich.",
        "Ich freue mich, von Ihnen zu hören und mit Ihnen über die Stelle zu sprechen.",
        "Gern stelle ich mich Ihnen in einem Gespräch vor.",
    ),
    farewell="Mit freundlichen Grüßen",
    small_openings=(_OPENING, _OPENING_BARE),
)

_RESUME = ResumeWording(
    summary="Profil",
    skills="Kenntnisse",
    since="{title} {where} seit {start}{years}.",
    until="{title}, zuletzt {where}.",
    years=(" ({years} Jahre)", " (mehr als {years} Jahre)"),
    shown="Erfahrung: {terms}.",
)

_REPORT = ReportWording(
    title="Recherchebericht: {role}, {company}",
    brief="Die Stelle in Kürze",
    brief_post="Die Anzeige beschreibt die Stelle „{role}“ {at}{place}.",
    brief_asks="Die Anzeige verlangt zuerst {needs}.",
    brief_asks_nothing="Sie nennt keine Anforderung, die sich vom übrigen Text klar abhebt.",
    brief_gaps="Nicht im Lebenslauf steht {needs}; was dazu zu tun ist, sagt die Tabelle.",
    brief_more_gaps="Nicht im Lebenslauf stehen {needs} und weitere Punkte; was dazu zu tun ist, sagt die Tabelle.",
    brief_fit="Der Lebenslauf hat auf jeden Punkt der Anzeige eine Antwort; welche, sagt die Tabelle.",
    brief_low="Die Anzeige gibt zu wenig her, um zu sagen, wie gut der Lebenslauf passt.",
    post="Die Stelle in den Worten der Anzeige",
    pay="Bezahlung",
    place="Ort",
    mode="Arbeitsweise",
    seniority="Stufe",
    years="Verlangte Jahre",
    contact="Kontakt",
    modes={Remote.REMOTE: "ortsunabhängig", Remote.HYBRID: "teils vor Ort", Remote.ON_SITE: "vor Ort"},
    seniorities={
        Seniority.INTERN: "Praktikum oder Ausbildung",
        Seniority.JUNIOR: "Einstieg",
        Seniority.MID: "mit Erfahrung",
        Seniority.SENIOR: "erfahren",
        Seniority.LEAD: "mit Leitung",
        Seniority.HEAD: "Gesamtleitung",
    },
    duties="Aufgaben",
    offers="Angebot",
    company="Zum Arbeitgeber",
    requirements="Anforderungen",
    columns=("Die Anzeige verlangt", "Art", "Im Lebenslauf", "Beleg", "Was zu tun ist"),
    must="Muss",
    nice="Wunsch",
    status={"proved": "gefunden", "listed": "nur genannt", "missing": "fehlt"},
    advice_proved=(
        "Weit oben nennen, nicht erst am Ende.",
        "Im Anschreiben verwenden und die Einzelheiten nicht vergessen.",
        "Früh sagen, damit der Punkt nicht offen bleibt.",
    ),
    advice_listed=(
        "Eine Zeile ergänzen, wo es gebraucht wurde, aber nichts erfinden.",
        "Stelle und Aufgabe dazu nennen; wenn es keine gab, so lassen.",
    ),
    advice_missing_must=(
        "Offen sagen, dass es fehlt, oder ergänzen, falls es nur vergessen wurde.",
        "Fragen, ob es sich in der Stelle lernen lässt; ergänzen, falls es nur vergessen wurde.",
    ),
    advice_missing_nice=(
        "Für die Bewerbung nicht nötig; auf Nachfrage offen sagen.",
        "Offen lassen, oder den Wunsch nennen, es zu lernen, wenn er besteht.",
    ),
    advice_paper="Den Nachweis selbst prüfen: liegt er vor, ist er beantragt, fehlt er? Nur das gehört in den "
    "Lebenslauf.",
    advice_language="Das Niveau im Lebenslauf angeben, wenn es eines gibt.",
    advice_years="Die Jahre aus den Daten im Lebenslauf zusammenzählen und die wahre Zahl nennen.",
    advice_condition="Vor der Bewerbung klären, ob das passt; hier gilt nur Ja oder Nein.",
    nearest="Am nächsten kommt im Lebenslauf: {quote}. Sagen, was gleich ist und was nicht.",
    no_evidence="keiner",
    none_found="Es fand sich nichts, was die Anzeige klar verlangt.",
    eligibility="Zulassung, getrennt von der Eignung",
    eligibility_intro="Diese Punkte sind keine Frage der Eignung: Sie entscheiden, ob eine Bewerbung möglich ist.",
    licence="Nachweis",
    permit="Arbeitserlaubnis",
    language="Sprache",
    in_resume="im Lebenslauf steht {quote}",
    not_in_resume="im Lebenslauf steht dazu nichts (vor dem Absenden klären)",
    condition="Bedingung",
    own_conditions="Bedingungen und Grenzen, die der Lebenslauf nennt:",
    keywords="Schlüsselwörter in den Worten der Anzeige",
    keywords_in="Auch im Lebenslauf",
    keywords_out="Nicht im Lebenslauf",
    warnings="Warnzeichen",
    warnings_none="Im Text der Anzeige fanden sich keine.",
    warning_texts={
        "ad.seniority_contradiction": "Titel und verlangte Jahre passen nicht zusammen.",
        "ad.remote_contradiction": "Zum Arbeitsort sagt die Anzeige zweierlei: nachfragen.",
        "ad.unpaid": "Die Anzeige spricht von unbezahlter Arbeit: fragen, was bezahlt wird und wie lange es dauert.",
        "ad.fee": "Bewerber sollen zahlen: seriöse Arbeitgeber verlangen das nicht.",
        "ad.commission_only": "Bezahlt wird nur nach Provision.",
        "ad.hype": "Schlagworte statt Beschreibung: fragen, worin die Arbeit besteht.",
        "ad.overwork": "Wendungen, hinter denen oft lange Arbeitszeiten stehen: nach der Arbeitszeit fragen.",
        "ad.family": "„Familie“ sagt nichts über Arbeitszeit und Bezahlung.",
        "ad.bank_details": "Bankdaten oder Ausweise gehören nicht in eine Bewerbung.",
        "ad.age": "Gefragt wird nach Alter oder Foto; das sagt nichts über das Können.",
        "ad.wish_list": "Sehr viele Punkte gelten als Muss: fragen, welche davon zählen.",
        "ad.no_pay": "Die Anzeige nennt keine Bezahlung.",
    },
    questions="Wahrscheinliche Fragen im Gespräch",
    question_proved=(
        "Was haben Sie zum Punkt {need} bisher gemacht?",
        "Können Sie von einer Aufgabe erzählen, bei der es auf {need} ankam?",
        "Welche Erfahrung bringen Sie zum Punkt {need} mit?",
    ),
    question_listed=("Wo haben Sie {need} gebraucht?", "Wie viel Übung haben Sie beim Punkt {need}?"),
    question_missing=("Wir verlangen {need}: Wie würden Sie das angehen?", "Was müssten Sie für {need} noch lernen?"),
    question_result="Mit welchem Ergebnis Ihrer Arbeit sind Sie am meisten zufrieden?",
    question_motive="Warum diese Stelle, und warum jetzt?",
    story="Geschichte aus dem Lebenslauf{where}: {quote}",
    story_listed="Der Lebenslauf nennt es nur ({quote}): an einen Fall aus der eigenen Arbeit denken.",
    story_missing="Dazu hat der Lebenslauf keine Geschichte. Das offen sagen, und was man zuerst tun würde.",
    story_motive="Das sagt der Lebenslauf nicht, und niemand sonst kann es: eine eigene Antwort vorbereiten.",
    injections="Text in der Anzeige, der sich an eine Maschine richtet",
    injections_intro="Teile der Anzeige sind für Software geschrieben, die sie liest, nicht für Bewerber. Sie "
    "blieben überall "
    "außer Acht und werden nicht wiederholt:",
    injection_kinds={
        "injection.instruction": "eine Anweisung an eine Maschine",
        "injection.addressed": "Worte an eine Maschine",
        "injection.hidden": "Text, den Menschen nicht sehen",
        "injection.encoded": "verschlüsselter Text",
        "injection.role_tag": "als Nachricht des Systems oder als Chat getarnt",
        "injection.forged_end": "als Ende der Anzeige getarnt",
        "injection.rating": "die Anweisung zu einer Bewertung",
        "injection.exfiltration": "die Anweisung, Daten zu senden",
    },
    injection="{kind}, Zeile {line}",
    applying="Zur Bewerbung, wie die Anzeige es sagt",
    unchecked="Was nicht geprüft wurde",
    unchecked_items=(
        (
            "Der Arbeitgeber: Über den Text der Anzeige hinaus wurde nichts nachgesehen. Größe, Ruf, Zahlen und "
            "Nachrichten sind "
            "hier nicht bekannt."
        ),
        "Nicht bekannt ist, ob die Stelle noch offen und die Bezahlung üblich ist.",
        "Anzeige und Lebenslauf wurden nicht geprüft, sondern beim Wort genommen.",
        "Was die Anzeige nicht sagt, etwa zu Vertrag, Arbeitszeit oder Team, soweit es oben nicht zitiert ist.",
    ),
)

GERMAN = Wording(
    language=Language.DE,
    quotes=("„", "“"),
    names_needs_bare=False,
    colon=":",
    semicolon=";",
    conjunction="und",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    month_year="{month} {year}",
    day="{day}. {month} {year}",
    languages={Language.EN: "Englisch", Language.DE: "Deutsch", Language.FR: "Französisch", Language.ES: "Spanisch"},
    tell=tell,
    as_title=_as_title,
    greet=_greet,
    where=_where,
    letter=_LETTER,
    resume=_RESUME,
    report=_REPORT,
)
