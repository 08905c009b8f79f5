"""A line of a resume becomes a sentence only where that is safe."""

import pytest

from jobforge.documents.offline.legacy.telling import Form, tidy, uncapitalized
from jobforge.documents.offline.legacy.wordings import WORDINGS
from jobforge.text.language import Language


@pytest.mark.parametrize(
    ("line", "ongoing", "form", "text"),
    [
        ("Reduced waste by 20%", False, Form.CLAUSE, "I reduced waste by 20%"),
        ("Build the guest pages in React", True, Form.CLAUSE, "I build the guest pages in React"),
        ("Build the guest pages in React", False, Form.CLAUSE, "I built the guest pages in React"),
        ("Manages a caseload of 45 files", True, Form.CLAUSE, "I manage a caseload of 45 files"),
        ("Drafts and negotiates leases for clients", True, Form.CLAUSE, "I draft and negotiate leases for clients"),
        ("Drafts of three novels", True, Form.ACTIVITY, "drafts of three novels"),
        ("Service upgrades from 100 to 200 amps", True, Form.ACTIVITY, "service upgrades from 100 to 200 amps"),
        ("Service the pumps every week", True, Form.CLAUSE, "I service the pumps every week"),
        ("Purchase ledger and supplier statements", False, Form.ACTIVITY, "purchase ledger and supplier statements"),
        ("Restricted-fund reporting to makers", True, Form.ACTIVITY, "restricted-fund reporting to makers"),
        ("Two apprentices ride with me", True, Form.STATEMENT, "two apprentices ride with me"),
        ("Share of late parcels fell to 2%", False, Form.STATEMENT, "the share of late parcels fell to 2%"),
        ("Cook and serve lunch for 60", False, Form.INFINITIVE, "cook and serve lunch for 60"),
        ("Responsible for the newsletter", True, Form.CLAUSE, "I am responsible for the newsletter"),
        ("Line manage one assistant", False, Form.CLAUSE, "I line-managed one assistant"),
        ("School lead: chose the scheme", True, Form.STATEMENT, "as school lead, I chose the scheme"),
        ("No lost-time accidents", False, Form.FRAGMENT, "no lost-time accidents"),
    ],
)  # fmt: skip
def test_english_verbs_become_clauses_and_nouns_stay_nouns(line: str, ongoing: bool, form: Form, text: str) -> None:
    telling = WORDINGS[Language.EN].tell(line, ongoing, "")
    assert (telling.form, telling.text) == (form, text)


@pytest.mark.parametrize(
    ("language", "line", "form", "text"),
    [
        (Language.DE, "Wartung von Pumpen", Form.ACTIVITY, "die Wartung von Pumpen"),
        (Language.DE, "Motoren zerlegen", Form.FRAGMENT, "Motoren zerlegen"),
        (Language.DE, "Lieferzeiten um 7 % gesenkt", Form.CLAUSE, "habe ich Lieferzeiten um 7 % gesenkt"),
        (Language.DE, "Die Inventur vorbereitet", Form.FRAGMENT, "Die Inventur vorbereitet"),
        (Language.DE, "Leite ein Team von fünf", Form.CLAUSE, "leite ich ein Team von fünf"),
        (Language.DE, "Umsatz stark gestiegen", Form.FRAGMENT, "Umsatz stark gestiegen"),
        (Language.FR, "Gestion d'une équipe de cinq", Form.ACTIVITY, "la gestion d'une équipe de cinq"),
        (Language.FR, "Encadrement des apprentis", Form.ACTIVITY, "l'encadrement des apprentis"),
        (Language.FR, "Formé trois apprentis", Form.CLAUSE, "j'ai formé trois apprentis"),
        (Language.FR, "Accueillir les clients", Form.INFINITIVE, "d'accueillir les clients"),
        (Language.FR, "Chantier de rénovation", Form.FRAGMENT, "chantier de rénovation"),
        (Language.ES, "Gestión de un equipo de cinco", Form.ACTIVITY, "la gestión de un equipo de cinco"),
        (Language.ES, "Mantenimiento de bombas", Form.ACTIVITY, "el mantenimiento de bombas"),
        (Language.ES, "Reduje costes un 20 %", Form.CLAUSE, "reduje costes un 20 %"),
        (Language.ES, "Coordinar las pruebas", Form.INFINITIVE, "coordinar las pruebas"),
    ],
)
def test_each_language_has_its_own_grammar(language: Language, line: str, form: Form, text: str) -> None:
    telling = WORDINGS[language].tell(line, True, "")
    assert (telling.form, telling.text) == (form, text)


def test_a_part_after_a_semicolon_becomes_an_aside() -> None:
    assert tidy("Moved reporting to Power BI; pack ready four days sooner.") == (
        "Moved reporting to Power BI (pack ready four days sooner)"
    )


def test_names_keep_their_capital() -> None:
    assert uncapitalized("Insulin administration") == "insulin administration"
    assert uncapitalized("French lessons") == "French lessons"
    assert uncapitalized("OSHA 10") == "OSHA 10"
    assert uncapitalized("Doppler tests", names="Compression and Doppler tests") == "Doppler tests"


@pytest.mark.parametrize(
    ("language", "employer", "said"),
    [
        (Language.EN, "Calon Homes", "at Calon Homes in Neath"),
        (Language.DE, "Autohaus Fuldatal", "beim Autohaus Fuldatal in Neath"),
        (Language.DE, "Spedition Overbruch", "bei der Spedition Overbruch in Neath"),
        (Language.DE, "Siemens AG", "bei Siemens AG in Neath"),
        (Language.FR, "Restaurant La Cale", "au restaurant La Cale (Neath)"),
        (Language.FR, "Hôpital Nord", "à l'hôpital Nord (Neath)"),
        (Language.FR, "La Poste", "chez La Poste (Neath)"),
        (Language.ES, "Estudio Marmoka", "en el Estudio Marmoka (Neath)"),
        (Language.ES, "Residencia Los Olivares", "en la Residencia Los Olivares (Neath)"),
        (Language.ES, "Ferrovía Digital", "en Ferrovía Digital (Neath)"),
    ],
)
def test_an_employer_is_named_with_the_right_preposition(language: Language, employer: str, said: str) -> None:
    assert WORDINGS[language].where(employer, "Neath") == said


def test_english_titles_get_the_right_article() -> None:
    as_title = WORDINGS[Language.EN].as_title
    assert as_title("Accounts Assistant", True) == "as an Accounts Assistant"
    assert as_title("Software Developer", True) == "as a Software Developer"
    assert as_title("HR Officer", True) == "as an HR Officer"
    assert as_title("University Lecturer", True) == "as a University Lecturer"
    assert as_title("Head of Finance", True) == "as Head of Finance"
