"""What a phase works from."""

from dataclasses import dataclass
from datetime import date

from jobforge.injection.detect import name_without_injections
from jobforge.matching.model_reading import ModelReading


@dataclass(frozen=True, slots=True)
class Material:
    """All that a writer may read. An empty string means that there is none.

    `ad` is as the user pasted it, orders to a machine included. Evidence is `resume` and `contexts`; the ad
    never is. `today` dates the letter and tells how long a present job has lasted. `mention_gaps`: the letter says in
    one sentence which musts the resume does not show. `model_reading`: what a model read of this ad and resume."""

    resume: str
    ad: str
    company_name: str
    role_title: str
    today: date
    user_name: str = ""
    location: str = ""
    job_url: str = ""
    application_context: str = ""
    letter_context: str = ""
    mention_gaps: bool = False
    research_report: str = ""
    optimized_resume: str = ""
    model_reading: ModelReading | None = None

    def __post_init__(self) -> None:
        # They are written into every document, and come from the ad as often as from the user.
        for field in ("company_name", "role_title"):
            object.__setattr__(self, field, name_without_injections(getattr(self, field)))

    @property
    def contexts(self) -> tuple[str, ...]:
        """The user's own words besides the resume."""
        return tuple(text for text in (self.application_context, self.letter_context) if text)
