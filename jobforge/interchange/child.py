"""The process that converts one file: `python -m jobforge.interchange.child TASK`, bounded by `jobforge.sandbox`.

Standard input is a line of JSON and then bytes; so is standard output. A refusal is an answer like any other; whatever
else goes wrong ends the process with a status, and the parent says that the file cannot be read.
"""

import sys
from dataclasses import asdict
from typing import Any

import orjson

from jobforge.enums import ExportFormat, ExportTemplate, PaperSize, TextKind
from jobforge.interchange.export_options import ExportOptions
from jobforge.interchange.results import (
    ImportedAd,
    ImportedResume,
    Refusal,
    RefusalCode,
    RenderedFile,
    ad_from_plain,
    resume_from_plain,
    to_plain,
)

MODULE = "jobforge.interchange.child"


def pack(head: dict[str, Any], data: bytes = b"") -> bytes:
    """Return a line of JSON and the bytes after it."""
    return orjson.dumps(head) + b"\n" + data


def unpack(message: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what `pack` joined."""
    head, _, data = message.partition(b"\n")
    plain = orjson.loads(head)
    if not isinstance(plain, dict):
        raise ValueError("a message begins with an object")
    return plain, data


def export_message(markdown: str, options: ExportOptions) -> bytes:
    """Return what the task `export` takes."""
    return pack(asdict(options), markdown.encode())


def file_message(data: bytes, filename: str | None = None) -> bytes:
    """Return what the tasks `read_resume` and `read_ad` take."""
    return pack({"filename": filename}, data)


def exported(message: bytes) -> RenderedFile:
    """Return the file of an answer."""
    head, data = unpack(message)
    return RenderedFile(data, head["media_type"], tuple(head["warnings"]))


def imported_resume(message: bytes) -> ImportedResume:
    """Return the resume of an answer."""
    return resume_from_plain(unpack(message)[0])


def imported_ad(message: bytes) -> ImportedAd:
    """Return the ad of an answer."""
    return ad_from_plain(unpack(message)[0])


def raise_refusal(message: bytes) -> None:
    """Raise the Refusal that an answer may be."""
    if refusal := unpack(message)[0].get("refusal"):
        raise Refusal(RefusalCode(refusal["code"]), refusal["message"])


def convert(task: str, message: bytes) -> bytes:
    """Return the answer to a message; a refusal is one."""
    head, data = unpack(message)
    try:
        match task:
            case "export":
                from jobforge.interchange.export import export_text

                rendered = export_text(data.decode(), _options(head))
                answer = {"media_type": rendered.media_type, "warnings": rendered.warnings}
                return pack(answer, rendered.data)
            case "read_resume":
                from jobforge.interchange.reading import read_resume_file

                return pack(to_plain(read_resume_file(data, head["filename"])))
            case "read_ad":
                from jobforge.interchange.reading import read_ad_file

                return pack(to_plain(read_ad_file(data, head["filename"])))
            case _:
                raise ValueError(f"no task is called {task}")
    except (MemoryError, RecursionError):
        refusal = Refusal(RefusalCode.TOO_COMPLEX, "The file takes more memory than one file may take.")
    except Refusal as error:
        refusal = error
    return pack({"refusal": {"code": refusal.code, "message": refusal.message}})


def _options(plain: dict[str, Any]) -> ExportOptions:
    return ExportOptions(
        kind=TextKind(plain["kind"]),
        format=ExportFormat(plain["format"]),
        template=ExportTemplate(plain["template"]),
        paper=PaperSize(plain["paper"]),
        title=plain["title"],
        author=plain["author"],
        language=plain["language"],
        font_directory=plain["font_directory"],
    )


def main() -> None:
    """Answer the message on standard input."""
    answer = convert(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
