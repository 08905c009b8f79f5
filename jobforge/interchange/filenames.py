"""Names of files that are handed out: `Name - Resume - Company.pdf`, and their ASCII form for old clients."""

import re
from urllib.parse import quote

from anyascii import anyascii

MAX_PART = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')


def file_name(parts: list[str], suffix: str) -> str:
    """Return the parts joined by ` - `, without what file systems refuse or what turns the direction of text."""
    clean = (" ".join(_FORBIDDEN.sub(" ", part).split())[:MAX_PART].strip(" .-") for part in parts)
    return f"{' - '.join(part for part in clean if part) or 'Document'}.{suffix}"


def content_disposition(name: str) -> str:
    """Return the header that has a client save a file under this name (RFC 6266)."""
    ascii_name = _FORBIDDEN.sub(" ", anyascii(name)).replace("%", "")
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}"
