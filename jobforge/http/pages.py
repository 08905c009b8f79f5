"""The pages for people: the workbench, what is here, two API explorers, and the files these are made of."""

import gzip
import json
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from jobforge import __version__
from jobforge.enums import Writer
from jobforge.operations.capabilities import COMPANIES
from jobforge.operations.capabilities import writers as service_writers
from jobforge.settings import Settings, current

ASSETS = Path(__file__).parent.parent / "assets"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served, by the ending of its name."""
WORKBENCH = "workbench"
WORKBENCH_PATHS = (
    "/",
    "/start",
    "/applications",
    "/applications/{id}",
    "/resumes",
    "/resumes/{id}",
    "/settings",
    "/statistics",
    "/reset-password",
)
"""The addresses of the workbench's views. Its script decides what each shows."""

# The explorers set styles from their scripts; scripts themselves come from our files only.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; "
    "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

# The workbench has no inline anything, and no sink for HTML: every exception would be one too many.
WORKBENCH_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

SHELL = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>JobForge</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="$style">
<script defer src="$script"></script>
</head>
<body>
<div id="workbench" data-base="$base" data-version="$version" data-locales="$locales"></div>
<noscript><p>This page needs JavaScript. The <a href="$base/about">API</a> does not.</p></noscript>
</body>
</html>
""")

PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="$style">
$script</head>
<body>
$body
</body>
</html>
""")

HOME = Template("""<header>
<h1>JobForge</h1>
<p class="lead">From your resume and a job ad: a research report, an optimized resume and a cover letter.</p>
</header>
<main>
<h2>What is here</h2>
<ul class="cards">
<li><a href="$base/graphql">GraphQL</a><p>Everything, with live progress by subscription. Opens GraphiQL.</p></li>
<li><a href="$base/docs">REST</a><p>The same under <code>/api/v1</code>, as
<a href="$base/openapi.json">OpenAPI</a> describes it.</p></li>
<li><a href="$base/readyz">Readiness</a><p>Database, queue and worker.
<a href="$base/healthz">/healthz</a> says whether we live.</p></li>
</ul>
<h2>Who writes the documents</h2>
<div class="note">
<p>$writers</p>
<p>$privacy</p>
</div>
<h2>Three phases</h2>
<ol class="cards">
<li><strong>Research report</strong><p>What the ad asks for, held against your resume.</p></li>
<li><strong>Optimized resume</strong><p>Your own facts, in the order that this ad calls for.</p></li>
<li><strong>Cover letter</strong><p>Built on the two before. You have the last word on each.</p></li>
</ol>
<h2>First step</h2>
<pre tabindex="0"><code>curl $origin/api/v1/auth/register \\
  -H 'Content-Type: application/json' \\
  -d '{"email": "me@example.org", "password": "correct horse 1", "full_name": "My Name"}'</code></pre>
</main>
<footer>JobForge $version, MIT. <a href="$licences">Licences</a> of what these pages are made of.</footer>""")


def routes(settings: Settings) -> list[BaseRoute]:
    """Return what `app` serves besides the API: the workbench, `/about`, `/docs` and `/assets/...`."""

    async def about(request: Request) -> Response:
        writers, privacy = who_writes(settings)
        base = base_of(request)
        origin = f"{request.url.scheme}://{request.url.netloc}{base}"
        fields = {"writers": writers, "privacy": privacy, "origin": origin, "version": __version__, "base": base}
        fields["licences"] = base + addresses()["LICENSES.txt"]
        body = HOME.substitute({name: escape(text) for name, text in fields.items()})
        return _page(request, "JobForge", body, "home.css")

    async def workbench(request: Request) -> Response:
        return shell(request)

    async def docs(request: Request) -> Response:
        body = f'<div id="swagger" data-openapi="{escape(base_of(request))}/openapi.json"></div>'
        return _page(request, "REST API - JobForge", body, "swagger.css", "swagger.js")

    served = [Route("/about", about), Route("/docs", docs), Route("/assets/{name}", asset)]
    if settings.page and is_built():
        return [*served, *(Route(path, workbench) for path in WORKBENCH_PATHS)]
    return [*served, Route("/", about)]


def base_of(request: Request) -> str:
    """Return what all our paths begin with, as the browser sees them."""
    base: str = request.scope.get("base_path", "")
    return base


def is_built() -> bool:
    """Whether the workbench's files are there."""
    return {f"{WORKBENCH}.js", f"{WORKBENCH}.css"} <= addresses().keys()


def is_page_wanted(request: Request) -> bool:
    """Whether a person in a browser asked for an address that is none, rather than a program."""
    wants_html = "text/html" in request.headers.get("accept", "")
    return request.method == "GET" and wants_html and current().page and is_built()


def shell(request: Request, status: int = 200) -> Response:
    """Return the page that the workbench's script fills. It is the same at all of its addresses."""
    base = base_of(request)
    files = {name: base + address for name, address in addresses().items()}
    locales = {
        name.removeprefix(f"{WORKBENCH}-").removesuffix(".json"): address
        for name, address in files.items()
        if name.startswith(f"{WORKBENCH}-") and name.endswith(".json")
    }
    html = SHELL.substitute(
        style=files[f"{WORKBENCH}.css"],
        script=files[f"{WORKBENCH}.js"],
        base=escape(base),
        version=escape(__version__),
        locales=escape(json.dumps(locales, sort_keys=True)),
    )
    return HTMLResponse(html, status, _headers(WORKBENCH_SECURITY_POLICY))


async def asset(request: Request) -> Response:
    """A file of the pages. It never changes at its address, which holds the file's hash."""
    for name, address in addresses().items():
        if address == request.scope["path"]:
            headers = {
                "Cache-Control": "public, max-age=31536000, immutable",
                "X-Content-Type-Options": "nosniff",
                "Vary": "Accept-Encoding",
            }
            compressed = "gzip" in request.headers.get("accept-encoding", "")
            if compressed:
                headers["Content-Encoding"] = "gzip"
            content = _content(name, compressed=compressed)
            return Response(content, headers=headers, media_type=MEDIA_TYPES[Path(name).suffix])
    raise HTTPException(404)


@cache
def _content(name: str, *, compressed: bool) -> bytes:
    content = (ASSETS / name).read_bytes()
    return gzip.compress(content, mtime=0) if compressed else content


@cache
def addresses() -> dict[str, str]:
    """Where each of the pages' files is served, the base path left out."""
    files = [file for file in sorted(ASSETS.iterdir()) if file.suffix in MEDIA_TYPES]
    return {
        file.name: f"/assets/{file.stem}.{sha256(file.read_bytes()).hexdigest()[:16]}{file.suffix}" for file in files
    }


def graphiql(request: Request) -> Response:
    """GraphiQL for the address at which it is served."""
    return _page(request, "GraphiQL - JobForge", '<div id="graphiql"></div>', "graphiql.css", "graphiql.js")


def who_writes(settings: Settings) -> tuple[str, str]:
    """Two sentences for whoever runs or uses this: who writes the documents, and what is sent where."""
    names, receivers = [], []
    for each in service_writers(settings):
        writer = Writer(each.name)
        if writer is Writer.OFFLINE:
            names.append("the offline writer")
            continue
        is_elsewhere = writer is Writer.OPENAI and each.host
        names.append(f"{each.model} at {each.host}" if is_elsewhere else f"{COMPANIES[writer]}'s {each.model}")
        if each.receiver:
            receivers.append(each.receiver)
    order = "; if that fails, by ".join(names)
    if names == ["the offline writer"]:
        order += "; set ANTHROPIC_API_KEY or OPENAI_API_KEY to have them written by a model"
    privacy = " and ".join(receivers) if receivers else "nobody"
    return f"Documents are written by {order}.", f"Resumes and job ads are sent to {privacy}."


def _page(request: Request, title: str, body: str, style: str, script: str | None = None) -> HTMLResponse:
    """A page of our own files; `body` is HTML."""
    base = base_of(request)
    tag = f'<script defer src="{base}{addresses()[script]}"></script>\n' if script else ""
    html = PAGE.substitute(title=escape(title), style=base + addresses()[style], script=tag, body=body)
    return HTMLResponse(html, headers=_headers(CONTENT_SECURITY_POLICY))


def _headers(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
