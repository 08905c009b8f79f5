"""The results of conversions survive the way between two processes."""

import orjson
import pytest

from jobforge.errors import FileRefused, error_codes
from jobforge.interchange.results import (
    ImportedAd,
    ImportedResume,
    ImportFindings,
    Refusal,
    RefusalCode,
    ad_from_plain,
    resume_from_plain,
    to_plain,
)
from jobforge.resumes.reading_warning import warning


def test_a_resume_comes_back_equal() -> None:
    warnings = (warning(1, "resume.no_jobs"), warning(3, "resume.no_periods", count=2, jobs="Köchin, Wirt"))
    resume = ImportedResume("pdf", "# Zoë", ImportFindings("Zoë", 2, 5, ("Experience",)), ("Two columns.",), warnings)
    assert resume_from_plain(orjson.loads(orjson.dumps(to_plain(resume)))) == resume


def test_an_ad_comes_back_equal() -> None:
    ad = ImportedAd("We look for a cook.", "Zur Post", None, "Bern", None, ("12 characters too long.",))
    assert ad_from_plain(orjson.loads(orjson.dumps(to_plain(ad)))) == ad


def test_a_refusal_takes_only_codes_that_are_published() -> None:
    assert Refusal(RefusalCode("NO_TEXT"), "A scan.").code == "NO_TEXT"
    with pytest.raises(ValueError, match="BROKEN"):
        RefusalCode("BROKEN")


def test_every_code_of_a_refusal_is_published() -> None:
    assert set(FileRefused.CODES) == set(RefusalCode) <= set(error_codes())
    assert FileRefused("TOO_LARGE", "x").status == 413
    assert {FileRefused(code, "x").status for code in RefusalCode if code != "TOO_LARGE"} == {422}
