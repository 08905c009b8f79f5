"""Ads as web pages: what a JobPosting states, else the page's text."""

import html
import re
from collections.abc import Iterator
from typing import Any

import orjson
from selectolax.lexbor import LexborHTMLParser

from jobforge.interchange.html_in import HtmlText, fragment_text, page_text, parse_html
from jobforge.interchange.limits import no_text
from jobforge.interchange.results import ImportedAd

MAX_AD = 10_000  # characters, as `inputs.JobDescription` takes
_MIN_DESCRIPTION = 200
_MAX_NODES = 2_000
_ESCAPED = re.compile(r"&lt;/?[a-zA-Z]|&amp;lt;")
_SALARY_UNITS = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_NOT_SHOWN = "Hidden text on the page was left out"

Json = dict[str, Any]


def read_ad_page(text: str) -> ImportedAd:
    """Return the ad on a web page. Raises: Refusal when there is none or it is too complex."""
    tree = parse_html(text)
    posting = next(_postings(tree), None)
    address = _address(tree)
    page = page_text(tree)
    warnings = list(_hidden_warnings(page))
    stated = posting_ad(posting) if posting else None
    if stated and len(stated.job_description) >= _MIN_DESCRIPTION:
        warnings += _compared(stated, page)
        return ImportedAd(
            stated.job_description,
            stated.company_name,
            stated.role_title,
            stated.location,
            stated.job_url or address,
            (*warnings, *length_warnings(stated.job_description)),
        )
    if not page.markdown:
        raise no_text("page")
    return ImportedAd(
        page.markdown,
        stated.company_name if stated else None,
        stated.role_title if stated else None,
        stated.location if stated else None,
        address,
        (*warnings, *length_warnings(page.markdown)),
    )


def length_warnings(text: str) -> tuple[str, ...]:
    """Return a sentence when the text is longer than an ad may be; nothing is cut."""
    if len(text) <= MAX_AD:
        return ()
    over = len(text) - MAX_AD
    return (
        f"The text is {len(text):,} characters long, {over:,} more than the {MAX_AD:,} an ad may have. Shorten it.",
    )


def posting_ad(posting: Json) -> ImportedAd:
    """Return what a schema.org JobPosting says; its facts stand above its description."""
    title = _string(posting.get("title")) or _string(posting.get("name"))
    company = _name(posting.get("hiringOrganization"))
    position = _places(posting.get("jobLocation"))
    if not position and _string(posting.get("jobLocationType")).upper() == "TELECOMMUTE":
        position = "Remote"
    facts = [
        ("Location", position),
        ("Employment type", ", ".join(_strings(posting.get("employmentType")))),
        ("Salary", _salary(posting.get("baseSalary"))),
        ("Apply by", _string(posting.get("validThrough"))[:10]),
    ]
    description = description_text(_string(posting.get("description")))
    for key, label in (
        ("responsibilities", "Responsibilities"),
        ("qualifications", "Qualifications"),
        ("skills", "Skills"),
    ):
        text = description_text("\n".join(_strings(posting.get(key))))
        if text and text not in description:
            description += f"\n\n## {label}\n\n{text}"
    head = "\n".join(f"{label}: {value}" for label, value in facts if value and value not in description)
    heading = f"# {title}" if title else ""
    body = "\n\n".join(part for part in (heading, company, head, description) if part) if description else ""
    return ImportedAd(body, company or None, title or None, position or None, _string(posting.get("url")) or None)


def description_text(value: str) -> str:
    """Return a description as Markdown; boards escape its HTML once or twice."""
    for _ in range(2):
        if _ESCAPED.search(value):
            value = html.unescape(value)
    if "<" not in value:
        return html.unescape(value).strip()
    return fragment_text(value)


def _postings(tree: LexborHTMLParser) -> Iterator[Json]:
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text(deep=True).strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError:
            try:
                value = orjson.loads(re.sub(r"[\x00-\x1f]", " ", text))
            except orjson.JSONDecodeError:
                continue
        yield from _find_postings(value)


def _find_postings(value: object) -> Iterator[Json]:
    """Yield the JobPostings within lists, graphs and other things."""
    stack, visited = [value], 0
    while stack and visited < _MAX_NODES:
        item = stack.pop(0)
        visited += 1
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            if "JobPosting" in _strings(item.get("@type")):
                yield item
            else:
                stack.extend(inner for inner in item.values() if isinstance(inner, (dict, list)))


def _address(tree: LexborHTMLParser) -> str | None:
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        value = (node.attributes.get(attribute) or "").strip() if node else ""
        if re.match(r"https?://[^\s/]", value) and len(value) <= 2_048:
            return value
    return None


def _hidden_warnings(page: HtmlText) -> Iterator[str]:
    if page.hidden:
        visible = "; ".join(f"“{text}”" for text in page.hidden[:3])
        more = f" and {len(page.hidden) - 3} more" if len(page.hidden) > 3 else ""
        yield f"{_NOT_SHOWN}: {visible}{more}."


def _compared(stated: ImportedAd, page: HtmlText) -> list[str]:
    """Return a sentence when the page shows another text than the data that it carries."""
    visible = set(re.findall(r"\w{4,}", page.markdown.casefold()))
    words = re.findall(r"\w{4,}", stated.job_description.casefold())
    if len(visible) < 60 or not words:
        return []
    share = sum(token in visible for token in words) / len(words)
    return [] if share >= 0.5 else ["The page shows another text than the job posting data in it. Compare the two."]


def _string(value: object) -> str:
    return (
        " ".join(value.split())
        if isinstance(value, str) and "<" not in value
        else value
        if isinstance(value, str)
        else ""
    )


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in map(_string, values) if text]


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _places(value: object) -> str:
    places = [_place(position) for position in (value if isinstance(value, list) else [value])]
    return "; ".join(dict.fromkeys(position for position in places if position))


def _place(value: object) -> str:
    if not isinstance(value, dict):
        return _string(value)
    address = value.get("address", value)
    if not isinstance(address, dict):
        return _string(address) or _string(value.get("name"))
    parts = [address.get("addressLocality"), address.get("addressRegion"), _name(address.get("addressCountry"))]
    return ", ".join(dict.fromkeys(part for part in map(_string, parts) if part))


def _salary(value: object) -> str:
    if not isinstance(value, dict):
        return _number(value)
    amount = value.get("value", value)
    currency = _string(value.get("currency"))
    if not isinstance(amount, dict):
        return " ".join(filter(None, (_number(amount), currency)))
    low, high = _number(amount.get("minValue")), _number(amount.get("maxValue"))
    numbers = f"{low} to {high}" if low and high and low != high else low or high or _number(amount.get("value"))
    unit = _SALARY_UNITS.get(_string(amount.get("unitText")).upper(), "")
    currency = currency or _string(amount.get("currency"))
    return " ".join(filter(None, (numbers, currency, f"per {unit}" if unit and numbers else ""))) if numbers else ""


def _number(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return _string(value)
