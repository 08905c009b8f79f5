"""Files made into Markdown: a resume or an ad in any format that is read. Runs inside the child process."""

import re
from collections.abc import Iterator

import orjson

from jobforge.interchange.ad_pages import length_warnings, read_ad_page
from jobforge.interchange.html_in import decode, page_text, parse_html
from jobforge.interchange.limits import MAX_JSON_BYTES, MAX_RESULT, MIN_RESULT, damaged, no_text, unsupported
from jobforge.interchange.results import ImportedAd, ImportedResume, ImportFindings, Refusal, RefusalCode
from jobforge.interchange.sniff import Format, sniff
from jobforge.resumes.parser import Resume, SectionKind, read_resume
from jobforge.resumes.reading_warning import ReadingWarning, warning

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MAX_SHOWN = 3
_MAX_QUOTE = 80
_MAX_HEAD = 6  # lines above the first section: a name and how to reach it


def read_resume_file(data: bytes, filename: str | None = None) -> ImportedResume:
    """Return the resume in a file as Markdown, with what was found and what to look at.

    Raises: Refusal with a code and a sentence.
    """
    kind = sniff(data, filename)
    content, of_file = _resume_text(kind, data, filename)
    content = _storable(content)
    _check_length(content, kind)
    resume = read_resume(content)
    doubts = tuple(_doubts(resume))
    reading = sorted((*of_file, *doubts, *resume.warnings), key=lambda one: one.line)
    sentences = tuple(one.message for one in (*of_file, *doubts))
    return ImportedResume(kind.value, content, _findings(resume), sentences, tuple(reading))


def read_ad_file(data: bytes, filename: str | None = None) -> ImportedAd:
    """Return the ad in a file: HTML, PDF, DOCX or text. Raises: Refusal with a code and a sentence."""
    kind = sniff(data, filename)
    if kind is Format.HTML:
        return read_ad_page(_storable(decode(data)))
    if kind not in (Format.PDF, Format.DOCX, Format.MARKDOWN, Format.TEXT):
        raise unsupported("An ad in this format")
    content, warnings = _ad_text(kind, data)
    content = _storable(content).strip()
    if not content:
        raise no_text()
    return ImportedAd(content, warnings=(*warnings, *length_warnings(content)))


def _ad_text(kind: Format, data: bytes) -> tuple[str, tuple[str, ...]]:
    from jobforge.interchange.compose import compose_text

    if kind is Format.PDF:
        from jobforge.interchange.pdf_in import read_pdf

        content, warnings = read_pdf(data, compose_text)
        return content, tuple(one.message for one in warnings)
    if kind is Format.DOCX:
        from jobforge.interchange.docx_in import read_docx

        return compose_text(read_docx(data).rows), ()
    return decode(data), ()


def _resume_text(kind: Format, data: bytes, filename: str | None) -> tuple[str, tuple[ReadingWarning, ...]]:
    match kind:
        case Format.PDF:
            from jobforge.interchange.pdf_in import read_pdf

            return read_pdf(data)
        case Format.DOCX:
            from jobforge.interchange.compose import compose
            from jobforge.interchange.docx_in import read_docx

            document = read_docx(data)
            if not document.rows:
                raise no_text("document")
            return compose(document.rows), _column_warning(document.columns)
        case Format.LINKEDIN:
            from jobforge.interchange.archive import Archive
            from jobforge.interchange.linkedin import read_linkedin

            return read_linkedin(Archive(data, "LinkedIn export")), ()
        case Format.EUROPASS:
            from jobforge.interchange.europass import read_europass

            return read_europass(data), ()
        case Format.JSON_RESUME | Format.REACTIVE_RESUME:
            return _json_text(kind, data), ()
        case Format.HTML:
            return _html_text(data)
        case _:
            if (filename or "").lower().endswith((".json", ".xml")):
                raise damaged("file")
            return decode(data), ()


def _json_text(kind: Format, data: bytes) -> str:
    from jobforge.interchange.json_resume import read_json_resume
    from jobforge.interchange.reactive import read_reactive

    if len(data) > MAX_JSON_BYTES:
        raise Refusal(RefusalCode.TOO_LARGE, f"The JSON is larger than {MAX_JSON_BYTES // 1024**2} MiB.")
    try:
        value = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise damaged("JSON") from None
    if not isinstance(value, dict):
        raise unsupported("This JSON")
    if kind is Format.JSON_RESUME:
        return read_json_resume(value)
    return read_reactive(value["data"] if "sections" not in value and isinstance(value.get("data"), dict) else value)


def _html_text(data: bytes) -> tuple[str, tuple[ReadingWarning, ...]]:
    page = page_text(parse_html(_storable(decode(data))))
    if not page.markdown:
        raise no_text("page")
    return page.markdown, tuple(warning(1, "file.hidden_text", text=text) for text in page.hidden[:_MAX_SHOWN])


def _storable(text: str) -> str:
    """Return `text` with line feeds and without what cannot be stored."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _check_length(content: str, kind: Format) -> None:
    length = len(content.strip())
    if length == 0 or (length < MIN_RESULT and kind is Format.PDF):
        raise no_text()
    if length < MIN_RESULT:
        raise Refusal(RefusalCode.NO_TEXT, f"The file holds {length} characters; a resume has at least {MIN_RESULT}.")
    if len(content) > MAX_RESULT:
        message = f"The text of the file is {len(content):,} characters long; a resume has at most {MAX_RESULT:,}."
        raise Refusal(RefusalCode.TOO_LARGE, message)


def _findings(resume: Resume) -> ImportFindings:
    titles = tuple(section.title for section in resume.sections if section.title)
    bullets = sum(len(role.bullets) for role in resume.roles)
    return ImportFindings(resume.name, len(resume.roles), bullets, titles)


def _doubts(resume: Resume) -> Iterator[ReadingWarning]:
    """Yield what the user should look at, besides what a reading of the text alone tells."""
    if not resume.name:
        yield warning(1, "resume.no_name")
    if not resume.roles:
        yield warning(1, "resume.no_jobs")
    if undated := [role for role in resume.roles if role.period is None and not role.career_break]:
        jobs = ", ".join(role.title for role in undated[:_MAX_SHOWN])
        yield warning(undated[0].first_line, "resume.no_periods", count=len(undated), jobs=jobs)
    if unplaced := _unplaced(resume):
        number, text = unplaced[0]
        yield warning(number, "resume.no_section", count=len(unplaced), text=text[:_MAX_QUOTE])


def _unplaced(resume: Resume) -> list[tuple[int, str]]:
    """Return the lines that are in no section, with their numbers."""
    unplaced = [
        (number, resume.lines[number - 1].text)
        for section in resume.sections
        if section.kind is SectionKind.OTHER and not section.title
        for number in range(section.first_line, section.last_line + 1)
        if resume.lines[number - 1].text
    ]
    header = next((section for section in resume.sections if section.kind is SectionKind.HEADER), None)
    if header:
        above = [line for line in resume.lines[header.first_line - 1 : header.last_line] if line.text]
        unplaced += [(line.number, line.text) for line in above[_MAX_HEAD:]]
    return unplaced


def _column_warning(columns: bool) -> tuple[ReadingWarning, ...]:
    return (warning(1, "file.columns"),) if columns else ()
