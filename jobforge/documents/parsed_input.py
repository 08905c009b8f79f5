"""One reading of the material, shared by the three offline writers."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jobforge.ads.parser import Ad, read_ad
from jobforge.documents.offline.lines import is_limited
from jobforge.documents.writing_input import Material
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.injection.detect import Injection, find_injections, without_injections
from jobforge.matching.match import Match, MatchedRequirement, match
from jobforge.matching.model_reading import ModelReading
from jobforge.resumes.parser import Resume, Role, read_resume


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the analysis says of a resume and an ad. `text` is the ad without orders to a machine.

    `today` decides which jobs have begun.
    """

    resume: Resume
    ad: Ad
    match: Match
    injections: tuple[Injection, ...]
    text: str
    today: date

    @property
    def same_language(self) -> bool:
        return self.resume.language == self.ad.language

    def line(self, number: int) -> str:
        """The text of a line of the resume without its markup."""
        return self.resume.lines[number - 1].text

    def is_limited(self, number: int | None) -> bool:
        """Whether a line denies or limits what it speaks of."""
        return number is not None and is_limited(self.line(number), self.resume.language)

    def role_of(self, number: int | None) -> Role | None:
        """The role that a line of the resume belongs to."""
        if number is None:
            return None
        return next((role for role in self.resume.roles if role.first_line <= number <= role.last_line), None)

    def with_status(self, *statuses: RequirementStatus) -> tuple[MatchedRequirement, ...]:
        """The ad's requirements of these statuses, must-haves first, each kind in the ad's order."""
        result = [requirement for requirement in self.match.requirements if requirement.status in statuses]
        return tuple(sorted(result, key=lambda requirement: requirement.kind is not RequirementKind.MUST))


def read(material: Material) -> Reading:
    """Return the reading of `material`; the last few are cached, as the phases of one application follow each other."""
    return _read(material.resume, material.ad, material.today, material.model_reading)


@lru_cache(maxsize=4)
def _read(resume_text: str, ad_text: str, today: date, model_reading: ModelReading | None) -> Reading:
    clean = without_injections(ad_text)
    resume, ad = read_resume(resume_text), read_ad(clean)
    matched = match(resume, ad, today=today, reading=model_reading)
    return Reading(resume, ad, matched, find_injections(ad_text), clean, today)
