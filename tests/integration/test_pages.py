"""The pages need nothing but this server, say who writes and what is sent, and run no script but ours."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from jobforge.http import pages
from jobforge.settings import load


async def explorer(request: Request) -> Response:
    return pages.graphiql()


def client_with(**settings: object) -> TestClient:
    return TestClient(Starlette(routes=[*pages.routes(load(**settings)), Route("/graphql", explorer)]))


@pytest.fixture
def client() -> TestClient:
    return client_with()


class Addresses(HTMLParser):
    """Every address in a page, and whatever would run or look without a file of its own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.found.append(value)
            if name == "style" or name.startswith("on"):
                self.inline.append(f"{tag} {name}")
        if tag == "style" or (tag == "script" and "src" not in dict(attrs)):
            self.inline.append(tag)


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql"])
def test_a_page_asks_nothing_of_other_hosts_and_carries_no_inline_script(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    links = Addresses(page.text)
    assert links.found
    assert links.inline == []
    assert [link for link in links.found if urlsplit(link).netloc] == []
    for link in links.found:
        if link.startswith("/assets/"):
            assert client.get(link).status_code == 200


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql"])
def test_a_page_lets_only_our_own_scripts_run_and_nobody_frame_it(client: TestClient, path: str) -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in client.get(path).headers["content-security-policy"].split(";"))
    assert rules["script-src"] == "'self'"
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"


def test_no_style_sheet_asks_for_another_file(client: TestClient) -> None:
    for name, address in pages.addresses().items():
        if name.endswith(".css"):
            asked = re.findall(r"url\(\s*[\"']?(?!data:|#)([^)\"']+)", client.get(address).text)
            assert asked == [], name


def test_assets_may_be_kept_for_good_because_their_address_names_their_content(client: TestClient) -> None:
    for name, address in pages.addresses().items():
        answer = client.get(address)
        assert "immutable" in answer.headers["cache-control"], name
        assert answer.headers["x-content-type-options"] == "nosniff"
        stem, suffix = name.rsplit(".", 1)
        assert client.get(f"/assets/{stem}.0123456789abcdef.{suffix}").status_code == 404


@pytest.mark.parametrize("name", ["README.md", "graphiql.js", "..%2fpages.py", "%2e%2e", "%00", "a" * 5000])
def test_no_other_file_can_be_had(client: TestClient, name: str) -> None:
    assert client.get(f"/assets/{name}").status_code == 404


def test_without_a_key_the_offline_writer_writes_and_nobody_is_sent_anything() -> None:
    text = client_with().get("/").text
    assert "written by the offline writer; set ANTHROPIC_API_KEY or OPENAI_API_KEY" in text
    assert "sent to nobody" in text


@pytest.mark.parametrize(
    ("settings", "order", "receivers"),
    [
        (
            {"anthropic_api_key": "k", "anthropic_model": "opus"},
            "Anthropic's opus; if that fails, by the offline writer.",
            "Anthropic.",
        ),
        (
            {"anthropic_api_key": "k", "openai_api_key": "k", "ai": "openai,anthropic", "openai_model": "g"},
            "OpenAI's g; if that fails, by Anthropic's claude-sonnet-5-5.",
            "OpenAI and Anthropic.",
        ),
        (
            {"openai_base_url": "http://localhost:11434/v1", "openai_model": "llama", "ai": "openai"},
            "llama at localhost:11434.",
            "localhost:11434.",
        ),
    ],
)
def test_whoever_receives_resumes_is_named(settings: dict[str, object], order: str, receivers: str) -> None:
    writers, privacy = pages.who_writes(load(**settings))
    assert writers == f"Documents are written by {order}"
    assert privacy == f"Resumes and job ads are sent to {receivers}"
    assert receivers in client_with(**settings).get("/").text


def test_a_strange_host_header_stays_text(client: TestClient) -> None:
    text = client.get("/", headers={"host": '"><script>alert(1)</script>'}).text
    assert "<script>" not in text
