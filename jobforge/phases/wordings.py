"""The four wordings by language."""

from collections.abc import Mapping

from jobforge.analysis.language import Language
from jobforge.phases.wording import Wording
from jobforge.phases.wording_de import GERMAN
from jobforge.phases.wording_en import ENGLISH
from jobforge.phases.wording_es import SPANISH
from jobforge.phases.wording_fr import FRENCH

WORDINGS: Mapping[Language, Wording] = {
    Language.EN: ENGLISH,
    Language.DE: GERMAN,
    Language.FR: FRENCH,
    Language.ES: SPANISH,
}
