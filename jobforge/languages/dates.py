"""Names of months, and what stands around dates."""

from collections.abc import Mapping

from jobforge.languages.tables import Words, cached, covered, raw

TOPIC = "dates"

# Days of the week, seasons and feasts: capitals that name nothing of what somebody did.
CALENDAR = Words(TOPIC, "calendar")


@cached
def months() -> Mapping[str, int]:
    """Return the number of each month by every spelling of its name."""
    return {
        name: number
        for code in covered(())
        for number, names in enumerate(raw(code, TOPIC, "months") or (), 1)
        for name in names.split("|")
    }
