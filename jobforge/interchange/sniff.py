"""Bytes to the name of their format. The content decides; a file's name only breaks ties."""

import io
import re
import zipfile
from enum import StrEnum

import orjson

from jobforge.interchange.results import Refusal, RefusalCode

MAX_JSON_BYTES = 2 * 1024 * 1024
MAX_ZIP_ENTRIES = 2_000
_PDF_WINDOW = 1024
_HEAD_BYTES = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Format(StrEnum):
    """A format that can be read, by the word that answers show."""

    PDF = "pdf"
    DOCX = "docx"
    LINKEDIN = "linkedin"
    JSON_RESUME = "json_resume"
    REACTIVE_RESUME = "reactive_resume"
    EUROPASS = "europass"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


READABLE = (
    "PDF, DOCX, Markdown, plain text, HTML, JSON Resume, Reactive Resume, LinkedIn's ZIP and Europass XML are read."
)
_SAVE_AS = "Save it as DOCX or PDF and send that."
_OTHER_SUFFIXES = ("doc", "odt", "rtf", "pages", "wpd")
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|br|h[1-6]|ul|ol|li|table|span|section|article|main|header|b"
    r"|strong|em|i|a|style|script)\b",
    re.IGNORECASE,
)
_XML_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<root>[A-Za-z_][\w.-]*)")
_NOT_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6}\s\S|\s{0,3}[-*+]\s\S|\*\*\S|.+\n(?:={2,}|-{2,})\s*$)", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def sniff(data: bytes, filename: str | None = None) -> Format:
    """Return the format of a file.

    Raises:
        Refusal: UNSUPPORTED_FORMAT or DAMAGED, with a sentence that says what to do.
    """
    suffix = (filename or "").rpartition(".")[2].lower()
    if b"%PDF-" in data[:_PDF_WINDOW]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data)
    if data.startswith(_OLE):
        # An encrypted DOCX is such a container, too.
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        code = RefusalCode.ENCRYPTED if encrypted else RefusalCode.UNSUPPORTED_FORMAT
        message = "The file has a password. Remove it and send the file again." if encrypted else ""
        raise Refusal(code, message or f"This is an old Word file (.doc). {_SAVE_AS}")
    text = decode_text(data[:_HEAD_BYTES], cut=len(data) > _HEAD_BYTES)
    start = (text or "").lstrip("\ufeff \t\r\n")
    if text is None or start.startswith("{\\rtf") or suffix in _OTHER_SUFFIXES:
        raise _unsupported(suffix)
    if start.startswith("{"):
        return _json_format(data)
    if start.startswith("<") and (kind := _markup_format(start, suffix)):
        return kind
    if suffix in ("html", "htm", "xhtml"):
        return Format.HTML
    if suffix in ("md", "markdown") or (suffix not in ("txt", "text") and _MARKDOWN.search(start)):
        return Format.MARKDOWN
    return Format.TEXT


def decode_text(data: bytes, *, cut: bool = False) -> str | None:
    """Return text in UTF-8, UTF-16 with a mark, or Windows-1252; None for what is no text.

    `cut` says that the data may end within a character.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data[: len(data) // 2 * 2].decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            if cut and error.start >= len(data) - 3:
                text = data[: error.start].decode("utf-8-sig")
            else:
                text = data.decode("cp1252", errors="replace")
    return None if _CONTROL.search(text) or text.count("\ufffd") > len(text) // 100 else text


def _unsupported(suffix: str) -> Refusal:
    if suffix in _OTHER_SUFFIXES:
        return Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"Files of the kind .{suffix} are not read. {_SAVE_AS}")
    return Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"The format of this file is not known. {READABLE}")


def _zip_format(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refusal(RefusalCode.DAMAGED, "The file is damaged: its archive cannot be opened.") from None
    if len(names) > MAX_ZIP_ENTRIES:
        raise Refusal(RefusalCode.TOO_COMPLEX, f"The archive holds more than {MAX_ZIP_ENTRIES:,} files.")
    plain = {name.rpartition("/")[2].lower() for name in names}
    if "word/document.xml" in names:
        return Format.DOCX
    if {"positions.csv", "profile.csv"} & plain:
        return Format.LINKEDIN
    if "mimetype" in names or "index/document.iwa" in {name.lower() for name in names}:
        raise _unsupported("odt" if "mimetype" in names else "pages")
    raise Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"Nothing in this archive is known. {READABLE}")


def _json_format(data: bytes) -> Format:
    if len(data) > MAX_JSON_BYTES:
        raise Refusal(RefusalCode.TOO_LARGE, "The JSON is larger than 2 MiB.")
    try:
        value = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise Refusal(RefusalCode.DAMAGED, "The file looks like JSON and is not valid.") from None
    basics = value.get("basics")
    if isinstance(value.get("sections"), dict) or (isinstance(value.get("data"), dict) and "sections" in value["data"]):
        return Format.REACTIVE_RESUME
    if isinstance(basics, dict) or {"work", "education", "skills"} & value.keys():
        return Format.JSON_RESUME
    raise Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"This JSON is no resume that is known. {READABLE}")


def _markup_format(start: str, suffix: str) -> Format | None:
    """Return what a text that begins with `<` is, None where it is only a text."""
    position = 0
    while skipped := _NOT_ROOT.match(start, position):
        position = skipped.end()
    root = _XML_ROOT.match(start, position)
    name = root["root"] if root else ""
    if name in ("SkillsPassport", "Candidate", "LearnerInfo"):
        return Format.EUROPASS
    if suffix in ("html", "htm", "xhtml") or _HTML_START.match(start, position) or name == "html":
        return Format.HTML
    if start.startswith("<?xml") or (suffix == "xml" and name):
        raise Refusal(RefusalCode.UNSUPPORTED_FORMAT, f"This XML is not from Europass. {READABLE}")
    return Format.HTML if _HTML_START.match(start) else None
