"""The four wordings by language."""

from collections.abc import Mapping

from jobforge.documents.offline.legacy.wording import Wording
from jobforge.documents.offline.legacy.wording_de import GERMAN
from jobforge.documents.offline.legacy.wording_en import ENGLISH
from jobforge.documents.offline.legacy.wording_es import SPANISH
from jobforge.documents.offline.legacy.wording_fr import FRENCH
from jobforge.text.language import Language

WORDINGS: Mapping[Language, Wording] = {
    Language.EN: ENGLISH,
    Language.DE: GERMAN,
    Language.FR: FRENCH,
    Language.ES: SPANISH,
}
