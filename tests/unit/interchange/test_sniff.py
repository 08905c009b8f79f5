"""The format of a file is told by its content; what cannot be read is refused with a sentence that helps."""

import io
import zipfile

import pytest

from jobforge.interchange.results import Refusal
from jobforge.interchange.sniff import Format, sniff


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in names:
            target.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "filename", "expected"),
    [
        (b"\n\n%PDF-1.7", "x.docx", Format.PDF),
        (archive("word/document.xml"), "x.pdf", Format.DOCX),
        (archive("Basic_LinkedInDataExport/Positions.csv"), None, Format.LINKEDIN),
        (archive("Profile.csv"), None, Format.LINKEDIN),
        (b'{"basics": {"name": "Jo"}, "work": []}', None, Format.JSON_RESUME),
        (b'\xef\xbb\xbf{"basics": {}, "sections": {}}', None, Format.REACTIVE_RESUME),
        (b'<?xml version="1.0"?><!-- x --><ns:SkillsPassport xmlns:ns="x"/>', None, Format.EUROPASS),
        (b"<Candidate xmlns='x'>", None, Format.EUROPASS),
        (b"<!doctype html><p>x", None, Format.HTML),
        (b"<!-- saved from --><html>", None, Format.HTML),
        (b"<div>We look for", None, Format.HTML),
        (b"Jo\n==\n", None, Format.MARKDOWN),
        (b"# Jo\n", "x.txt", Format.TEXT),
        (b"# Jo\n", None, Format.MARKDOWN),
        (b"Jo Bloggs\nCook", "x.md", Format.MARKDOWN),
        ("Größe".encode("cp1252"), None, Format.TEXT),
        ("Größe".encode("utf-16"), None, Format.TEXT),
        (b"salary < 3000 > 2000", None, Format.TEXT),
        (b"", None, Format.TEXT),
    ],
)
def test_the_content_tells_the_format(data: bytes, filename: str | None, expected: Format) -> None:
    assert sniff(data, filename) is expected


@pytest.mark.parametrize(
    ("data", "filename", "code", "word"),
    [
        (b"MZ\x90\x00\x03\x00", "cv.pdf", "UNSUPPORTED_FORMAT", "not known"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "cv.doc", "UNSUPPORTED_FORMAT", "DOCX or PDF"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "cv.docx",
            "ENCRYPTED",
            "password",
        ),
        (b"{\\rtf1 x}", "cv.rtf", "UNSUPPORTED_FORMAT", "DOCX or PDF"),
        (archive("mimetype", "content.xml"), "cv.odt", "UNSUPPORTED_FORMAT", "DOCX or PDF"),
        (archive("Index/Document.iwa"), "cv.pages", "UNSUPPORTED_FORMAT", "DOCX or PDF"),
        (archive("a.txt"), None, "UNSUPPORTED_FORMAT", "archive"),
        (archive(*(f"{n}" for n in range(2_001))), None, "TOO_COMPLEX", "2,000"),
        (b"PK\x03\x04" + bytes(50), None, "DAMAGED", "damaged"),
        (b"{" + b"[" * 100_000, None, "DAMAGED", "JSON"),
        (b'{"a": "' + b"x" * 2_100_000 + b'"}', None, "TOO_LARGE", "2 MiB"),
        (b'{"a": 1}', None, "UNSUPPORTED_FORMAT", "JSON"),
        (b"<?xml version='1.0'?><invoice/>", None, "UNSUPPORTED_FORMAT", "XML"),
        (bytes(1_000), None, "UNSUPPORTED_FORMAT", "not known"),
    ],
    ids=range(14),
)
def test_what_is_not_read_is_refused_with_a_sentence(data: bytes, filename: str | None, code: str, word: str) -> None:
    with pytest.raises(Refusal) as refused:
        sniff(data, filename)
    assert refused.value.code == code
    assert word in refused.value.message


def test_an_entity_bomb_in_a_prolog_is_no_trouble() -> None:
    with pytest.raises(Refusal):
        sniff(b"<?xml version='1.0'?>" + b"<!DOCTYPE a [" + b"<!ENTITY x 'y'>" * 4_000, None)
