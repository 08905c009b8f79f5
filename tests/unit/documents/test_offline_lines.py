"""What a line of a resume is worth, and how it is quoted."""

import pytest

from jobforge.documents.offline.lines import Strength, hangs, is_latin, shortened, strength, tidy
from jobforge.text.language import Language

EN, DE, FR, ES = Language.EN, Language.DE, Language.FR, Language.ES


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (EN, "Cut food waste by 18%", Strength.RESULT),
        (EN, "Healing time fell from 19 to 14 weeks", Strength.RESULT),
        (EN, "Awarded Manager of the Year by head office", Strength.RESULT),
        (EN, "Drives double-deckers on routes 22 and 31", Strength.SCALE),
        (EN, "Ran payroll for 80 staff", Strength.SCALE),
        (EN, "Wrote release notes", Strength.TASK),
        (EN, "I have not worked with native mobile apps", Strength.LIMIT),
        (EN, "Docker (local development only)", Strength.LIMIT),
        (DE, "Wiederholreparaturen von 7 % auf 4 % gesenkt", Strength.RESULT),
        (DE, "Leitung einer Schicht mit 18 Mitarbeitern", Strength.SCALE),
        (DE, "Kein Meisterbrief", Strength.LIMIT),
        (DE, "Preisverhandlungen mit Lieferanten", Strength.TASK),
        (FR, "Réduit le gaspillage de 12 % à 7 % en un an", Strength.RESULT),
        (FR, "Excel (notions)", Strength.LIMIT),
        (ES, "Reduje los plazos de entrega de 15 a 9 días", Strength.RESULT),
        (ES, "Sin experiencia con grúas", Strength.LIMIT),
        (EN, "Member since 2019", Strength.TASK),
    ],
)
def test_results_come_before_sizes_before_tasks_and_limits_last(
    language: Language, line: str, expected: Strength
) -> None:
    assert strength(line, language) is expected


def test_a_line_is_shortened_at_a_clause_end_and_never_rewritten() -> None:
    line = "Moved reporting to Power BI for six departments; the pack is now ready on working day 6 instead of day 10"
    assert shortened(line, 12) == "Moved reporting to Power BI for six departments"
    whole = "one two three four five six seven eight nine ten eleven twelve"
    assert shortened(whole, 5) == whole


def test_marks_and_bars_are_no_part_of_a_line() -> None:
    assert tidy("•  2019 | Fjord AS | Quality Manager |.") == "2019, Fjord AS, Quality Manager"


def test_a_line_that_breaks_off_is_told() -> None:
    assert hangs("Worked closely with sales and", EN)
    assert hangs("Zusammenarbeit mit dem", DE)
    assert not hangs("Worked closely with sales", EN)


def test_other_scripts_are_told_from_latin_letters() -> None:
    assert is_latin("Créé 3 équipes à Łódź")
    assert not is_latin("قدت فريقا من 4 مهندسين")
    assert not is_latin("三年以上工作經驗")
