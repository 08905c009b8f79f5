"""The ad's spelling of a name beside the user's own: Kubernetes (k8s), once in the document."""

import re

from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementStatus
from jobforge.resumes.parser import Line
from jobforge.text.terms import words


class Spellings:
    """Known names that the ad spells in a way the resume never does."""

    def __init__(self, reading: Reading, resume: str) -> None:
        folded = resume.casefold()
        self._asked = {
            key: token.text
            for need in reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED)
            for token in words(need.text)
            if token.named and not re.search(rf"(?<!\w){re.escape(token.text.casefold())}(?!\w)", folded)
            for key in token.keys
            if key.startswith("=")
        }

    def applied(self, line: Line, content: str) -> str:
        """Return `content` with the ad's spelling of a name where the line has another one; each name once."""
        if not self._asked:
            return content
        for token in words(content):
            for key in token.keys & self._asked.keys():
                request = self._asked[key]
                if _same_name(token.text, request):
                    del self._asked[key]
                    longer = request.casefold().startswith(token.text.casefold())
                    content = content.replace(token.text, request if longer else f"{request} ({token.text})", 1)
        return content


def _same_name(personal: str, asked: str) -> bool:
    """Whether two spellings are one name, written out and cut short (Node and Node.js, k8s, RN): one may stand for
    the other in a resume. Names that merely mean the same, and endings of grammar, are left as the user wrote them."""
    short, long = sorted((personal, asked), key=len)
    rest = long[len(short) :]
    if long.casefold().startswith(short.casefold()):
        return not rest.islower()
    initials = "".join(token[0] for token in re.findall(r"[^\W_]+", long)).casefold()
    numbered = re.fullmatch(r"([a-z])(\d+)([a-z])", short.casefold())
    return initials == short.casefold().replace(".", "") or bool(
        numbered
        and long.casefold().startswith(numbered[1])
        and long.casefold().endswith(numbered[3])
        and len(long) == int(numbered[2]) + 2
    )
