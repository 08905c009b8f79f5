"""Files made to exhaust, confuse or escape whoever reads them; each by a function that returns its bytes."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{WORD}"><w:body>%s</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
MEGABYTE = 1_000_000


def docx(document: str | Iterable[str], extra: Sequence[tuple[str, Iterable[bytes]]] = ()) -> bytes:
    """Return an archive with a main document and further entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as entry:
            for part in [document] if isinstance(document, str) else document:
                entry.write(part.encode())
        for name, parts in extra:
            with archive.open(name, "w", force_zip64=True) as entry:
                for data in parts:
                    entry.write(data)
    return out.getvalue()


def docx_of_paragraphs() -> bytes:
    begin, end = BODY.split("%s")
    return docx([begin, *[PARAGRAPH % "words and words " * 20_000] * 120, end])


def docx_with_media() -> bytes:
    """100 MB of a picture beside a harmless text: it is never unpacked."""
    text = "".join(PARAGRAPH % f"A harmless line number {n} of a resume" for n in range(20))
    return docx(BODY % text, [("word/media/image1.bmp", [bytes(MEGABYTE)] * 100)])


def docx_of_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", BODY % (PARAGRAPH % "text"))
        for number in range(60_000):
            archive.writestr(f"e{number}", b"")
    return out.getvalue()


def docx_of_entities() -> bytes:
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{"&" + chr(97 + n) + ";"}{("&" + chr(97 + n) + ";") * 9}">' for n in range(12)
    )
    return docx(f"<?xml version='1.0'?><!DOCTYPE d [{entities}]>" + BODY % (PARAGRAPH % "&m;"))


def docx_with_external_entity(path: str) -> bytes:
    doctype = f"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file://{path}'>]>"
    return docx(doctype + BODY % (PARAGRAPH % "&x;"))


def docx_of_controls() -> bytes:
    count = 20_000
    inner = "<w:sdt><w:sdtContent>" * count + PARAGRAPH % "text" + "</w:sdtContent></w:sdt>" * count
    return docx(BODY % inner)


def docx_of_tables() -> bytes:
    begin, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(BODY % (begin * 120 + PARAGRAPH % "text" + end * 120))


def docx_of_one_paragraph() -> bytes:
    return docx(BODY % (PARAGRAPH % ("word " * 400_000)))


def pdf(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a document of numbered objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter /FlateDecode"
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
RESOURCES = b"/MediaBox [0 0 612 792] /Resources <</Font <</F 5 0 R>>>>"


def one_page(content: bytes, *, packed: bool = False, catalog: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    return pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R %s>>" % catalog,
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Page /Parent 2 0 R %s /Contents 4 0 R>>" % RESOURCES,
            stream(content, packed=packed),
            FONT,
            *more,
        ]
    )


def lines(count: int = 30) -> bytes:
    shown = b"".join(b"(Line %d of a resume that is long enough) Tj T* " % n for n in range(count))
    return b"BT /F 10 Tf 14 TL 50 750 Td " + shown + b"ET"


def pdf_of_pages() -> bytes:
    count = 50_000
    kids = b" ".join(b"%d 0 R" % (n + 6) for n in range(count))
    pages = [b"<</Type /Page /Parent 2 0 R %s /Contents 4 0 R>>" % RESOURCES] * count
    return pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, count),
            b"null",
            stream(lines()),
            FONT,
            *pages,
        ]
    )


def pdf_of_spaces() -> bytes:
    return one_page(b" " * (200 * MEGABYTE), packed=True)


def pdf_of_text() -> bytes:
    return one_page(b"BT /F 10 Tf 50 750 Td " + b"(words ) Tj " * (8 * MEGABYTE) + b"ET", packed=True)


def pdf_of_words() -> bytes:
    rng = random.Random(1)
    words = (
        b"BT /F 4 Tf %d %d Td (word%d) Tj ET " % (rng.randrange(600), rng.randrange(780), n) for n in range(120_000)
    )
    return one_page(b"".join(words), packed=True)


def _with_forms(forms: Sequence[bytes]) -> bytes:
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>>",
        stream(lines() + b" /X Do"),
        FONT,
        *forms,
    ]
    return pdf(objects)


def _form(content: bytes, number: int) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources <</Font <</F 5 0 R>> /XObject <</X %d 0 R>>>>"
    )
    return stream(content, entries % number)


def pdf_with_form_in_itself() -> bytes:
    return _with_forms([_form(b"/X Do", 6)])


def pdf_with_doubling_forms() -> bytes:
    forms = [_form(b"/X Do /X Do", number + 7) for number in range(30)]
    return _with_forms([*forms, _form(b"BT /F 9 Tf 9 9 Td (word) Tj ET", 6)])


def pdf_with_circular_pages() -> bytes:
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 20>>"])


def pdf_of_brackets() -> bytes:
    return one_page(lines(), more=[b"[" * 200_000], catalog=b"/Names 6 0 R")


def pdf_with_script(port: int) -> bytes:
    script = b"app.launchURL('http://127.0.0.1:%d/'); this.submitForm('http://127.0.0.1:%d/');" % (port, port)
    more = [b"<</S /JavaScript /JS (%s)>>" % script]
    return one_page(lines(), catalog=b"/OpenAction 6 0 R", more=more)


def pdf_with_password(user: str, owner: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(one_page(lines()))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_cut_in_half() -> bytes:
    whole = one_page(lines())
    return whole[: len(whole) // 2]


def pdf_with_changes() -> bytes:
    rng = random.Random(7)
    data = bytearray(one_page(lines(200)))
    for _ in range(300):
        data[rng.randrange(20, len(data))] = rng.randrange(256)
    return bytes(data)


def pdf_of_zeros() -> bytes:
    return b"%PDF-1.7\n" + bytes(9 * MEGABYTE)


def pdf_without_text() -> bytes:
    """A page with one grey picture, as a scanner makes it."""
    more = [
        stream(
            bytes(100),
            b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8",
        )
    ]
    data = one_page(b"q 500 0 0 700 50 50 cm /I Do Q", more=more)
    return re.sub(rb"/Resources <<", b"/Resources <</XObject <</I 6 0 R>>", data, count=1)


def zip_of(entries: Sequence[tuple[str, Iterable[bytes]]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in entries:
            with archive.open(name, "w", force_zip64=True) as entry:
                for data in parts:
                    entry.write(data)
    return out.getvalue()


def linkedin_of_rows() -> bytes:
    rows = b"Crumb,Baker,words,Leeds,2019,2020\n" * 30_000
    return zip_of(
        [("Positions.csv", [b"Company Name,Title,Description,Location,Started On,Finished On\n", *[rows] * 40])]
    )


def linkedin_with_path() -> bytes:
    return zip_of([("../../etc/Positions.csv", [b"Company Name,Title\nCrumb,Baker\n"])])


def json_of_brackets() -> bytes:
    return b'{"basics": ' + b"[" * 100_000


def html_of_divisions() -> bytes:
    return b"<html><body>" + b"<div>" * 200_000 + b"text"


def html_of_spans() -> bytes:
    """Deep, but within the number of open elements."""
    return b"<html><body><main>" + b"<span>" * 900 + b"A text that is deep inside. " * 30 + b"</span>" * 900


Maker = Callable[[], bytes]
