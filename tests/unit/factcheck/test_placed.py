"""A sentence of a letter that places itself in one job is held to that job alone."""

from datetime import date

import pytest

from jobforge.enums import DocumentType
from jobforge.factcheck.review import review

RESUME = """\
# Ida Moser

## Experience

### Head Baker | Crumb Ltd | Leeds | 03/2020 - present
- Bake 900 loaves a night
- Cut waste from 18 % to 9 % in 2023
- Train two apprentices

### Baker | Oven & Sons | York | 09/2016 - 02/2020
- Ran the rye line with a stone mill
- Sold bread at 12 markets a month

## Education
- Diploma in Baking, Leeds College, 2016
"""
AD = "Baker\n\nRequirements\n- Experience with rye bread\n- Training of apprentices\n"


def found(sentence: str) -> list[str]:
    letter = f"Dear Sir or Madam,\n\n{sentence}\n\nYours faithfully,\nIda Moser\n"
    kind = DocumentType.COVER_LETTER
    return [f.code for f in review(letter, kind, resume=RESUME, ad=AD, today=date(2026, 11, 22)).findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "At Oven & Sons I cut waste from 18 % to 9 %.",
        "At Oven & Sons I baked 900 loaves a night.",
        "In my time at Crumb I sold bread at 12 markets a month.",
        "For Crumb Ltd I ran the rye line with a stone mill.",
    ],
)
def test_what_was_done_in_another_job_is_found(sentence: str) -> None:
    assert set(found(sentence)) & {"fact.metric", "fact.commingled"}


@pytest.mark.parametrize(
    "sentence",
    [
        "At Crumb Ltd I cut waste from 18 % to 9 % in 2023.",
        "At Crumb I bake 900 loaves a night and train two apprentices.",
        "In York, at Oven & Sons, I ran the rye line with a stone mill.",
        "After Oven & Sons I went on to bake 900 loaves a night.",
        "At Oven & Sons I ran the rye line; at Crumb I bake 900 loaves a night.",
        "I bake 900 loaves a night and sold bread at 12 markets a month.",
    ],
)
def test_what_was_done_in_that_job_or_in_no_named_one_is_not(sentence: str) -> None:
    assert found(sentence) == []
