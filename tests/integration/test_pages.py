"""The pages need nothing but this server, say who writes and what is sent, and run no script but ours."""

import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from jobforge import settings
from jobforge.app import create_app
from jobforge.errors import ConfigurationError
from jobforge.http import pages
from jobforge.http.base_path import ForwardedHeaders
from jobforge.settings import load


async def explorer(request: Request) -> Response:
    return pages.graphiql(request)


def client_with(**given: object) -> TestClient:
    return TestClient(Starlette(routes=[*pages.routes(load(**given)), Route("/graphql", explorer)]))


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


@pytest.mark.parametrize("path", ["/about", "/docs", "/graphql"])
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


@pytest.mark.parametrize("path", ["/about", "/docs", "/graphql"])
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
    text = client_with().get("/about").text
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
            "nobody.",
        ),
        (
            {"openai_base_url": "https://models.example.org/v1", "openai_model": "llama", "ai": "openai,offline"},
            "llama at models.example.org; if that fails, by the offline writer.",
            "models.example.org.",
        ),
    ],
)
def test_whoever_receives_resumes_is_named(settings: dict[str, object], order: str, receivers: str) -> None:
    writers, privacy = pages.who_writes(load(**settings))
    assert writers == f"Documents are written by {order}"
    assert privacy == f"Resumes and job ads are sent to {receivers}"
    assert receivers in client_with(**settings).get("/about").text


def test_a_strange_host_header_stays_text(client: TestClient) -> None:
    text = client.get("/about", headers={"host": '"><script>alert(1)</script>'}).text
    assert "<script>" not in text


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages' files with a workbench among them, whatever was built."""
    for file in filter(Path.is_file, pages.ASSETS.iterdir()):
        shutil.copy(file, tmp_path)
    for name in ("workbench.js", "workbench.css", "workbench-de.json"):
        (tmp_path / name).write_text("{}" * 1000)
    monkeypatch.setattr(pages, "ASSETS", tmp_path)
    pages.addresses.cache_clear()
    yield
    pages.addresses.cache_clear()


@pytest.fixture
def workbench(built: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., TestClient]:
    def made(**given: object) -> TestClient:
        chosen = load(**given, jwt_secret="s" * 32)
        monkeypatch.setattr(settings, "_in_force", chosen)
        return TestClient(create_app(chosen))

    return made


HTML = {"accept": "text/html,*/*;q=0.8"}
VIEWS = ("/", "/start", "/applications", f"/applications/{'0' * 36}?tab=ad", "/resumes", "/resumes/x", "/settings")


@pytest.mark.parametrize("path", VIEWS)
def test_each_address_of_the_workbench_is_its_shell(workbench: Callable[..., TestClient], path: str) -> None:
    page = workbench().get(path, headers=HTML)
    assert page.status_code == 200
    rules = dict(rule.strip().split(" ", 1) for rule in page.headers["content-security-policy"].split(";"))
    assert rules == {
        "default-src": "'none'",
        **dict.fromkeys(("script-src", "style-src", "connect-src", "form-action"), "'self'"),
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    links = Addresses(page.text)
    assert links.inline == []
    assert len(page.text) < 3000
    assert all(link.startswith(("/", "data:")) for link in links.found)


@pytest.mark.parametrize("path", ["/nothing", "/applications/a/b", "/resumes/a/b", "/docs/x"])
def test_an_unknown_address_is_the_shell_with_404_for_people_and_an_envelope_for_programs(
    workbench: Callable[..., TestClient], path: str
) -> None:
    client = workbench()
    page = client.get(path, headers=HTML)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    program = client.get(path, headers={"accept": "application/json"})
    assert (program.status_code, program.json()["error"]["code"]) == (404, "NOT_FOUND")
    assert client.get("/api/v1/nothing", headers=HTML).json()["error"]["code"] == "NOT_FOUND"


def test_the_page_can_be_turned_off(workbench: Callable[..., TestClient]) -> None:
    client = workbench(page=False)
    assert client.get("/", headers=HTML).text == client.get("/about", headers=HTML).text
    assert client.get("/applications", headers=HTML).json()["error"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("path", ["/", "/about", "/docs", "/graphql", "/nothing"])
def test_below_a_base_path_every_address_in_a_page_has_it(workbench: Callable[..., TestClient], path: str) -> None:
    client = workbench(base_path="/jobs/forge/")
    page = client.get(f"/jobs/forge{path}", headers=HTML)
    found = [link for link in Addresses(page.text).found if not link.startswith("data:")]
    assert found
    for link in found:
        assert link.startswith("/jobs/forge/")
        if not link.endswith("/readyz"):  # the database is not open here
            assert client.get(link, headers=HTML).status_code == 200
    assert client.get(path, headers=HTML).text == page.text  # a proxy took the prefix off
    assert client.get("/jobs/forge", headers=HTML, follow_redirects=False).headers["location"] == "/jobs/forge/"
    assert client.get("/jobs/forgery", headers=HTML).status_code == 404


def test_only_a_trusted_proxy_says_what_the_prefix_is(workbench: Callable[..., TestClient]) -> None:
    inner = workbench().app
    for trusted, prefix, expected in (
        ("testclient", "/behind", "/behind/assets/"),
        ("testclient", '/"><script>', "/assets/"),
        ("testclient", "//evil.example", "/assets/"),
        ("testclient", "/" + "a" * 300, "/assets/"),
        ("10.0.0.1", "/behind", "/assets/"),
    ):
        client = TestClient(ForwardedHeaders(inner, [trusted]))
        page = client.get("/about", headers=HTML | {"X-Forwarded-Prefix": prefix})
        assert f'href="{expected}' in page.text, (trusted, prefix)


@pytest.mark.parametrize("path", ["jobs", "/jobs path", "/a//b", "/../a?b", '/"', "https://x"])
def test_a_base_path_that_is_none_is_refused(path: str) -> None:
    with pytest.raises(ConfigurationError, match="JOBFORGE_BASE_PATH"):
        load(base_path=path)


def test_assets_come_compressed_to_those_who_take_it(client: TestClient) -> None:
    for name, address in pages.addresses().items():
        plain = client.get(address, headers={"accept-encoding": "identity"})
        small = client.get(address, headers={"accept-encoding": "br, gzip"})
        assert plain.content == small.content == (pages.ASSETS / name).read_bytes()
        assert "content-encoding" not in plain.headers
        assert small.headers["content-encoding"] == "gzip"
        assert plain.headers["vary"] == small.headers["vary"] == "Accept-Encoding"
        assert int(small.headers["content-length"]) <= int(plain.headers["content-length"]) + 30
