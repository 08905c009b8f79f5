"""What an English ad calls the document: CV in Britain, Ireland and Europe, resume in North America."""

import re

_SAYS_CV = re.compile(r"\b(?:CVs?|curriculum vitae)\b")
_SAYS_RESUME = re.compile(r"\br[ée]sum[ée]s?\b", re.IGNORECASE)
_EUROPEAN = re.compile(
    r"[£€]|\b(?:Ltd|PLC|LLP|GmbH|NHS|HMRC|UK|U\.K\.|England|Scotland|Wales|Ireland|Dublin|London|programme|organis\w+|"
    r"colleagues?|annual leave|per annum|p\.?a\.?|GCSEs?|NVQ|DBS|postcode|labour|centre|licence|specialis\w+|full-time "
    r"equivalent|FTE|hours per week|bank holidays?|maternity|VAT)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b"
)
_AMERICAN = re.compile(
    r"\$|\b(?:401\(?k\)?|PTO|USD|Inc|LLC|EEO|GED|high school|license|center|color|labor|U\.S\.|US|USA|Canada|ZIP|"
    r"OSHA)\b|"
    r"\b[A-Z][a-z]+, [A-Z]{2}\b"
)


def is_american(ad: str) -> bool:
    """Whether an English ad is North American, by its money, its laws and its places."""
    return len(_AMERICAN.findall(ad)) > len(_EUROPEAN.findall(ad))


def document_word(ad: str) -> str:
    """Return "CV" or "resume", as the ad says or as its country does; "resume" where nothing tells."""
    if _SAYS_CV.search(ad):
        return "CV"
    if _SAYS_RESUME.search(ad):
        return "resume"
    return "CV" if len(_EUROPEAN.findall(ad)) > len(_AMERICAN.findall(ad)) else "resume"
