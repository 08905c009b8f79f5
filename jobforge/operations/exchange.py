"""Files in: what a resume's or an ad's file says, to be looked at before anything is saved."""

from dataclasses import dataclass

from jobforge import inputs
from jobforge.errors import FileRefused, InvalidState, ValidationError
from jobforge.injection.detect import Injection
from jobforge.inputs import REQUIRED, read
from jobforge.interchange.results import ImportedAd, ImportedResume
from jobforge.matching.ad_reading import AdText, read_ad_text
from jobforge.matching.match import MatchedRequirement
from jobforge.operations import conversions, text_reading
from jobforge.operations.ad_addresses import fetch_ad_page
from jobforge.operations.text_reading import TextReader
from jobforge.settings import current
from jobforge.storage.models import Caller

ad_texts: TextReader[AdText] = TextReader(read_ad_text)
MAX_NAME_CHARACTERS = 255
_ONE_SOURCE = "Send exactly one of url, html and file"


@dataclass(frozen=True, slots=True)
class AdReading:
    """What is read out of an ad; None where it does not say."""

    company_name: str | None
    role_title: str | None
    location: str | None
    language: str
    requirements: tuple[MatchedRequirement, ...]
    low_confidence: bool
    injections: tuple[Injection, ...]


@dataclass(frozen=True, slots=True)
class AdWithReading:
    """An ad's text as it would be saved, and what is read out of it."""

    job_url: str | None
    job_description: str
    reading: AdReading
    warnings: tuple[str, ...]


async def read_resume_file(user: Caller, data: bytes | None, given: object) -> ImportedResume:
    """Return the resume in a file; nothing is saved. Raises FileRefused, RateLimited, ValidationError."""
    file = read(inputs.ImportedFile, given)
    return await conversions.read_resume(_checked(data), file.filename)


async def read_ad(user: Caller, given: object) -> AdReading:
    """Return what is read out of an ad's text; nothing is saved. Raises ValidationError."""
    text = read(inputs.AdText, given).text
    return await _reading(user, ImportedAd(text))


async def read_ad_file(user: Caller, given: object) -> AdWithReading:
    """Return the ad at an address, in HTML or in a file; nothing is saved.

    Raises:
        ValidationError: none or more than one of them was sent.
        FileRefused, RateLimited: from the conversion.
        InvalidState: the address is not fetched.
    """
    source = read(inputs.AdSource, given)
    if sum(value is not None for value in (source.url, source.html, source.file)) != 1:
        raise ValidationError(details={name: [_ONE_SOURCE] for name in ("url", "html", "file")})
    if source.url is not None:
        page = await fetch_ad_page(str(user.id), source.url)
        ad = await conversions.read_ad(page.data, page.filename)
        url: str | None = ad.job_url or page.url
    else:
        data, name = (source.html.encode(), "ad.html") if source.html is not None else (source.file, source.filename)
        ad = await conversions.read_ad(_checked(data), name)
        url = ad.job_url
    reading = await _reading(user, ad)
    return AdWithReading(url, ad.job_description, reading, ad.warnings)


def _checked(data: bytes | None) -> bytes:
    if not data:
        raise ValidationError(details={"file": [REQUIRED]})
    if len(data) > current().import_bytes:
        raise too_large()
    return data


def too_large() -> FileRefused:
    """Return the refusal of a file that is larger than one may be."""
    return FileRefused("TOO_LARGE", f"The file is larger than {current().import_bytes / 1024**2:g} MiB.")


async def _reading(user: Caller, ad: ImportedAd) -> AdReading:
    """Return the reading of an ad; what its page states goes before what its text seems to say.

    Raises InvalidState for a text that takes too long, RateLimited while the user's earlier ones are being read."""
    (parsed,) = await ad_texts.read([text_reading.call(ad.job_description)], user=user.id)
    if parsed is None:
        raise InvalidState("This text takes too long to read. Shorten it, or split its longest lists.", status=422)
    return AdReading(
        _name(ad.company_name or parsed.company),
        _name(ad.role_title or parsed.title),
        _name(ad.location or parsed.place),
        parsed.language,
        parsed.requirements,
        parsed.low_confidence,
        parsed.injections,
    )


def _name(text: str | None) -> str | None:
    return (text or "").strip()[:MAX_NAME_CHARACTERS] or None
