"""Ads of five job boards by their public interfaces, each answer made into a page that holds a JobPosting.

None but these hosts is spoken to. An answer in another shape than expected is `AddressUnavailable`.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import orjson

from jobforge.providers.addresses import AddressUnavailable, FetchedPage, Fetcher

_ID = r"[\w.%-]{1,100}"
_TELECOMMUTE = "TELECOMMUTE"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Board:
    """A board: the pages that people see, the address of its interface, and how an answer becomes a JobPosting."""

    name: str
    pages: re.Pattern[str]
    interface: str
    posting: Callable[[Any, Mapping[str, str]], Json | None]

    @property
    def host(self) -> str:
        return urlsplit(self.interface).hostname or ""


@dataclass(frozen=True, slots=True)
class BoardAd:
    """An ad on a board, told from the address of its page."""

    board: Board
    ids: Mapping[str, str]

    @property
    def address(self) -> str:
        """The address of the interface that has the ad."""
        return self.board.interface.format(**{key: quote(value, safe="") for key, value in self.ids.items()})


def board_ad(url: str) -> BoardAd | None:
    """Return which ad of which board an address shows, None when it is no board's."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.username is not None:
        return None
    plain = f"{(parts.hostname or '').lower()}{parts.path.rstrip('/')}"
    for board in BOARDS:
        if match := board.pages.fullmatch(plain):
            return BoardAd(board, {key: unquote(value) for key, value in match.groupdict().items() if value})
    return None


async def fetch_board_ad(url: str, ad: BoardAd, fetcher: Fetcher | None = None) -> FetchedPage:
    """Return the ad as a page with a JobPosting. Raises AddressUnavailable."""
    answer = await (fetcher or Fetcher(hosts=HOSTS)).fetch(ad.address)
    return FetchedPage(url, posting_page(url, ad, answer.data), "page.html")


def posting_page(url: str, ad: BoardAd, answer: bytes) -> bytes:
    """Return a board's answer as a page. Raises AddressUnavailable when its shape is not the one expected."""
    try:
        posting = ad.board.posting(orjson.loads(answer), ad.ids)
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError):
        raise AddressUnavailable from None
    if not posting or not posting.get("title") or not posting.get("description"):
        raise AddressUnavailable
    data = orjson.dumps({"@type": "JobPosting", **posting, "url": url}).replace(b"</", b"<\\/")
    title = html.escape(str(posting["title"])).encode()
    return (
        b"<!doctype html><html><head><title>" + title + b'</title><script type="application/ld+json">'
        + data
        + b"</script></head><body></body></html>"
    )  # fmt: skip


def _greenhouse(answer: Any, _ids: Mapping[str, str]) -> Json:
    return {
        "title": answer["title"],
        "description": html.unescape(answer["content"]),
        "hiringOrganization": {"name": answer.get("company_name") or ""},
        "jobLocation": (answer.get("location") or {}).get("name") or "",
    }


def _name(identifier: str) -> str:
    """Return an employer's name where a board has only what stands in its address: `crumb-bakery` is Crumb Bakery."""
    words = re.sub("[-_]+", " ", identifier).strip()
    return words.title() if words.islower() else words


def _lever(answer: Any, ids: Mapping[str, str]) -> Json:
    lists = "".join(
        f"<h3>{html.escape(part['text'])}</h3><ul>{part['content']}</ul>" for part in answer.get("lists") or []
    )
    categories = answer.get("categories") or {}
    text = answer.get("description") or (answer.get("opening") or "") + (answer.get("descriptionBody") or "")
    ending = (answer.get("salaryDescription") or "") + (answer.get("additional") or "")
    return {
        "title": answer["text"],
        "description": text + lists + ending,
        "hiringOrganization": {"name": _name(ids["site"])},
        "jobLocation": _distinct([categories.get("location"), *(categories.get("allLocations") or [])]),
        "jobLocationType": _TELECOMMUTE if answer.get("workplaceType") == "remote" else "",
        "employmentType": categories.get("commitment") or "",
        "baseSalary": _lever_salary(answer.get("salaryRange") or {}),
    }


def _lever_salary(pay: Json) -> Json:
    """Return a range as schema.org has it; Lever's interval is `per-year-salary`, `per-hour-wage`, `one-time`."""
    unit = re.match(r"per-(hour|day|week|month|year)-", str(pay.get("interval")))
    value = {"minValue": pay.get("min"), "maxValue": pay.get("max"), "unitText": unit[1].upper() if unit else ""}
    return {"currency": pay.get("currency"), "value": value}


def _distinct(places: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(position for position in places if position))


def _ashby(answer: Any, ids: Mapping[str, str]) -> Json | None:
    """Pick the job by its id; the published example has none, there it is the end of the job's address."""
    job = next(
        (job for job in answer["jobs"] if ids["id"] in (job.get("id"), (job.get("jobUrl") or "").rpartition("/")[2])),
        None,
    )
    if job is None:
        return None
    return {
        "title": job["title"],
        "description": job.get("descriptionHtml") or job.get("descriptionPlain") or "",
        "hiringOrganization": {"name": _name(ids["board"])},
        "jobLocation": _distinct(
            [job.get("location"), *(entry.get("location") for entry in job.get("secondaryLocations") or [])]
        ),
        "jobLocationType": _TELECOMMUTE if job.get("isRemote") else "",
        "employmentType": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", job.get("employmentType") or ""),
    }


def _workable(answer: Any, ids: Mapping[str, str]) -> Json | None:
    jobs = [job for job in answer["jobs"] if job.get("shortcode") == ids["id"]]
    if not jobs:
        return None
    job = jobs[0]
    visible = [place for place in job.get("locations") or [] if not place.get("hidden")]
    places = [
        ", ".join(_distinct([entry.get("city"), entry.get("region") or entry.get("state"), entry.get("country")]))
        for entry in [*jobs, *visible]
    ]
    return {
        "title": job["title"],
        "description": (job.get("description") or "") + (job.get("requirements") or "") + (job.get("benefits") or ""),
        "hiringOrganization": {"name": answer.get("name") or ids["account"]},
        "jobLocation": _distinct(places),
        "jobLocationType": _TELECOMMUTE if job.get("telecommuting") else "",
        "employmentType": job.get("employment_type") or "",
    }


def _smartrecruiters(answer: Any, ids: Mapping[str, str]) -> Json:
    sections = (answer.get("jobAd") or {})["sections"]
    texts = (
        sections.get(key) for key in ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
    )
    text = "".join(
        f"<h3>{html.escape(part.get('title') or '')}</h3>{part['text']}" for part in texts if part and part.get("text")
    )
    position = answer.get("location") or {}
    country = position.get("country") or ""
    parts = (position.get("city"), position.get("region"), country.upper() if len(country) == 2 else country)
    return {
        "title": answer["name"],
        "description": text,
        "hiringOrganization": {"name": (answer.get("company") or {}).get("name") or ids["company"]},
        "jobLocation": position.get("fullLocation") or ", ".join(_distinct(parts)),
        "jobLocationType": _TELECOMMUTE if position.get("remote") else "",
        "employmentType": (answer.get("typeOfEmployment") or {}).get("label") or "",
    }


BOARDS = (
    Board(
        "Greenhouse",
        re.compile(
            rf"(?:job-)?boards(?:-api)?(?:\.eu)?\.greenhouse\.io(?:/v1/boards)?/(?P<board>{_ID})/jobs/(?P<id>{_ID})"
        ),
        "https://boards-api.greenhouse.io/v1/boards/{board}/jobs/{id}",
        _greenhouse,
    ),
    Board(
        "Lever",
        re.compile(rf"(?:jobs\.lever\.co|api\.lever\.co/v0/postings)/(?P<site>{_ID})/(?P<id>{_ID})(?:/apply)?"),
        "https://api.lever.co/v0/postings/{site}/{id}",
        _lever,
    ),
    Board(
        "Lever (EU)",
        re.compile(rf"(?:jobs\.eu\.lever\.co|api\.eu\.lever\.co/v0/postings)/(?P<site>{_ID})/(?P<id>{_ID})(?:/apply)?"),
        "https://api.eu.lever.co/v0/postings/{site}/{id}",
        _lever,
    ),
    Board(
        "Ashby",
        re.compile(rf"jobs\.ashbyhq\.com/(?P<board>{_ID})/(?P<id>{_ID})(?:/application)?"),
        "https://api.ashbyhq.com/posting-api/job-board/{board}",
        _ashby,
    ),
    Board(
        "Workable",
        re.compile(rf"apply\.workable\.com/(?P<account>{_ID})/j/(?P<id>{_ID})(?:/apply)?"),
        "https://apply.workable.com/api/v1/widget/accounts/{account}?details=true",
        _workable,
    ),
    Board(
        "SmartRecruiters",
        re.compile(
            rf"(?:jobs|careers)\.smartrecruiters\.com/(?P<company>{_ID})/(?P<id>\d{{1,40}})(?:-[\w.%-]{{0,200}})?"
        ),
        "https://api.smartrecruiters.com/v1/companies/{company}/postings/{id}",
        _smartrecruiters,
    ),
)
HOSTS = frozenset(board.host for board in BOARDS)
