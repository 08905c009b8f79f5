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
            key: word.text
            for need in reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED)
            for word in words(need.text)
            if word.named and not re.search(rf"(?<!\w){re.escape(word.text.casefold())}(?!\w)", folded)
            for key in word.keys
            if key.startswith("=")
        }

    def applied(self, line: Line, content: str) -> str:
        """Return `content` with the ad's spelling of a name where the line has another one; each name once."""
        if not self._asked:
            return content
        for word in words(content):
            for key in word.keys & self._asked.keys():
                asked = self._asked[key]
                if _same_name(word.text, asked):
                    del self._asked[key]
                    longer = asked.casefold().startswith(word.text.casefold())
                    content = content.replace(word.text, asked if longer else f"{asked} ({word.text})", 1)
        return content


def _same_name(own: str, asked: str) -> bool:
    """Whether two spellings are one name, written out and cut short (Node and Node.js, k8s, RN): one may stand for
    the other in a resume. Names that merely mean the same, and endings of grammar, are left as the user wrote them."""
    short, long = sorted((own, asked), key=len)
    rest = long[len(short) :]
    if long.casefold().startswith(short.casefold()):
        return not rest.islower()
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", long)).casefold()
    numbered = re.fullmatch(r"([a-z])(\d+)([a-z])", short.casefold())
    return initials == short.casefold().replace(".", "") or bool(
        numbered
        and long.casefold().startswith(numbered[1])
        and long.casefold().endswith(numbered[3])
        and len(long) == int(numbered[2]) + 2
    )
