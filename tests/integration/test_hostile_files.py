"""Files made to do harm end in their child process, in time, with a code; the server does not notice."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import hostile_files as made
import psutil
import pytest

from jobforge.interchange import child as converter
from jobforge.sandbox import child
from jobforge.sandbox.child import ChildFailed

WALL_SECONDS = 15.0
SIGNAL = "ended by a signal"
READ = "read"

HOSTILE: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "paragraphs": ("a.docx", made.docx_of_paragraphs, {"TOO_LARGE"}),
    "media": ("a.docx", made.docx_with_media, {READ}),
    "entries": ("a.docx", made.docx_of_entries, {"TOO_COMPLEX", "TOO_LARGE"}),
    "billion laughs": ("a.docx", made.docx_of_entities, {"TOO_COMPLEX"}),
    "controls": ("a.docx", made.docx_of_controls, {"TOO_COMPLEX"}),
    "tables": ("a.docx", made.docx_of_tables, {"TOO_COMPLEX"}),
    "one paragraph": ("a.docx", made.docx_of_one_paragraph, {"TOO_LARGE"}),
    "pages": ("a.pdf", made.pdf_of_pages, {"TOO_MANY_PAGES"}),
    "spaces": ("a.pdf", made.pdf_of_spaces, {"NO_TEXT", SIGNAL}),
    "text": ("a.pdf", made.pdf_of_text, {"TOO_LARGE", SIGNAL}),
    "words": ("a.pdf", made.pdf_of_words, {"TOO_LARGE"}),
    "form in itself": ("a.pdf", made.pdf_with_form_in_itself, {READ}),
    "doubling forms": ("a.pdf", made.pdf_with_doubling_forms, {"TOO_LARGE", SIGNAL}),
    "circular pages": ("a.pdf", made.pdf_with_circular_pages, {"DAMAGED"}),
    "brackets": ("a.pdf", made.pdf_of_brackets, {READ, "DAMAGED"}),
    "user password": ("a.pdf", partial(made.pdf_with_password, "user", "owner"), {"ENCRYPTED"}),
    "owner password": ("a.pdf", partial(made.pdf_with_password, "", "owner"), {READ}),
    "half": ("a.pdf", made.pdf_cut_in_half, {"DAMAGED", "NO_TEXT"}),
    "changed": ("a.pdf", made.pdf_with_changes, {READ, "DAMAGED", "NO_TEXT"}),
    "zeros": ("a.pdf", made.pdf_of_zeros, {"DAMAGED"}),
    "scan": ("a.pdf", made.pdf_without_text, {"NO_TEXT"}),
    "program": ("a.pdf", lambda: b"MZ\x90\x00" + bytes(range(256)) * 20, {"UNSUPPORTED_FORMAT"}),
    "DOCX called PDF": ("a.pdf", made.docx_with_media, {READ}),
    "LinkedIn rows": ("a.zip", made.linkedin_of_rows, {"TOO_LARGE"}),
    "LinkedIn path": ("a.zip", made.linkedin_with_path, {"NO_TEXT"}),
    "JSON": ("a.json", made.json_of_brackets, {"DAMAGED"}),
    "JSON list": ("a.json", lambda: b"[" * 100_000, {"DAMAGED", "UNSUPPORTED_FORMAT"}),
    "HTML": ("a.html", made.html_of_divisions, {"TOO_COMPLEX"}),
    "deep HTML": ("a.html", made.html_of_spans, {READ}),
}


async def outcome(data: bytes, filename: str, task: str = "read_resume") -> tuple[str, str]:
    """Return the code that a file ends with, or `read`, and the text or sentence."""
    try:
        answer = await child.run(converter.MODULE, converter.file_message(data, filename), task)
    except ChildFailed as failure:
        assert failure.status < 0, "the child ended by itself without an answer"
        return SIGNAL, ""
    head, _ = converter.unpack(answer)
    if refusal := head.get("refusal"):
        return refusal["code"], refusal["message"]
    return READ, head["content"] if task == "read_resume" else head["job_description"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_ends_in_time_with_its_code(name: str) -> None:
    filename, make, codes = HOSTILE[name]
    data = make()
    start = time.monotonic()
    code, message = await outcome(data, filename, "read_ad" if filename.endswith("html") else "read_resume")
    assert time.monotonic() - start < WALL_SECONDS + 1
    assert code in codes, message
    assert code in (READ, SIGNAL) or message.endswith("."), "a refusal is a sentence"


async def test_the_server_does_not_notice() -> None:
    """The event loop goes on and the memory stays while children run into their limits."""
    files = [(made.pdf_with_doubling_forms(), "a.pdf"), (made.docx_of_paragraphs(), "a.docx")]
    before = psutil.Process().memory_info().rss
    longest = 0.0
    conversions = asyncio.gather(*(outcome(*file) for file in files))
    while not conversions.done():
        start = time.monotonic()
        await asyncio.sleep(0.01)
        longest = max(longest, time.monotonic() - start)
    await conversions
    assert longest < 1.0
    assert psutil.Process().memory_info().rss - before < 20 * 1024 * 1024


async def test_no_file_makes_the_server_speak_to_anybody(tmp_path: Path) -> None:
    callers: list[str] = []

    async def note(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        callers.append("called")
        writer.close()

    secret = tmp_path / "secret"
    secret.write_text("SECRET-OF-THE-SERVER")
    listener = await asyncio.start_server(note, "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    entity = f"<!DOCTYPE r [<!ENTITY x SYSTEM '{address}'>]><SkillsPassport>&x;</SkillsPassport>".encode()
    page = f"<html><body><main><img src={address}><iframe src={address}></iframe><p>{'An ad. ' * 50}".encode()
    results = [
        await outcome(made.pdf_with_script(port), "a.pdf"),
        await outcome(made.docx_with_external_entity(str(secret)), "a.docx"),
        await outcome(entity, "a.xml"),
        await outcome(page, "a.html", "read_ad"),
    ]
    listener.close()
    assert callers == []
    assert [code for code, _ in results] == [READ, "TOO_COMPLEX", "TOO_COMPLEX", READ]
    assert not any("SECRET" in text for _, text in results)
