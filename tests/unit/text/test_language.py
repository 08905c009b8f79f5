import pytest

from jobforge.text.language import Language, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for a nurse to join our team in the north.", Language.EN),
        ("Wir suchen eine Köchin für unser Gasthaus, die gern im Team arbeitet.", Language.DE),
        ("Nous recherchons une infirmière pour notre équipe de nuit.", Language.FR),
        ("Buscamos un soldador con experiencia para nuestro taller en Vigo.", Language.ES),
        ("## Berufserfahrung\n\n### Koch, Hotel Post\n2019 – heute\n\n## Sprachen", Language.DE),
        ("Wir nutzen React, Docker und Kubernetes und suchen dich für unser Frontend.", Language.DE),
        ("Expérience avec Docker, AWS et Terraform exigée pour ce poste.", Language.FR),
    ],
)
def test_the_grammar_of_a_text_tells_its_language_not_its_tools(text: str, language: Language) -> None:
    assert detect(text) is language


@pytest.mark.parametrize("text", ["", "   \n", "12345", "Kubernetes, Docker, Go"])
def test_a_text_that_tells_nothing_is_taken_for_english(text: str) -> None:
    assert detect(text) is Language.EN
