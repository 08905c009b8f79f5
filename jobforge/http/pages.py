"""The pages for people: what is here, two API explorers, and the files these are made of, served by us."""

from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from jobforge import __version__
from jobforge.enums import Writer
from jobforge.settings import Settings

ASSETS = Path(__file__).parent.parent / "assets"
SERVED = (".css", ".js", ".txt")

# The explorers set styles from their scripts; scripts themselves come from our files only.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; "
    "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

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
<li><a href="/graphql">GraphQL</a><p>Everything, with live progress by subscription. Opens GraphiQL.</p></li>
<li><a href="/docs">REST</a><p>The same under <code>/api/v1</code>, as
<a href="/openapi.json">OpenAPI</a> describes it.</p></li>
<li><a href="/readyz">Readiness</a><p>Database, queue and worker.
<a href="/healthz">/healthz</a> says whether we live.</p></li>
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
    """What `app` serves besides the API: `/`, `/docs` and `/assets/...`."""

    async def home(request: Request) -> Response:
        writers, privacy = who_writes(settings)
        origin = f"{request.url.scheme}://{request.url.netloc}"
        fields = {"writers": writers, "privacy": privacy, "origin": origin, "version": __version__}
        fields["licences"] = addresses()["LICENSES.txt"]
        return _page("JobForge", HOME.substitute({name: escape(text) for name, text in fields.items()}), "home.css")

    async def docs(request: Request) -> Response:
        body = '<div id="swagger" data-openapi="/openapi.json"></div>'
        return _page("REST API - JobForge", body, "swagger.css", "swagger.js")

    return [Route("/", home), Route("/docs", docs), Route("/assets/{name}", asset)]


async def asset(request: Request) -> Response:
    """A file of the pages. It never changes at its address, which holds the file's hash."""
    for name, address in addresses().items():
        if address == request.url.path:
            headers = {
                "Cache-Control": "public, max-age=31536000, immutable",
                "X-Content-Type-Options": "nosniff",
            }
            return FileResponse(ASSETS / name, headers=headers)
    raise HTTPException(404)


@cache
def addresses() -> dict[str, str]:
    """Where each of the pages' files is served."""
    files = [file for file in sorted(ASSETS.iterdir()) if file.suffix in SERVED]
    return {
        file.name: f"/assets/{file.stem}.{sha256(file.read_bytes()).hexdigest()[:16]}{file.suffix}" for file in files
    }


def graphiql() -> Response:
    """GraphiQL for the address at which it is served."""
    return _page("GraphiQL - JobForge", '<div id="graphiql"></div>', "graphiql.css", "graphiql.js")


def who_writes(settings: Settings) -> tuple[str, str]:
    """Two sentences for whoever runs or uses this: who writes the documents, and what is sent where."""
    remote = {
        Writer.ANTHROPIC: (
            f"Anthropic's {settings.anthropic_model}",
            settings.anthropic_base_url,
            "Anthropic",
        ),
        Writer.OPENAI: (f"OpenAI's {settings.openai_model}", settings.openai_base_url, "OpenAI"),
    }
    names = {Writer.OFFLINE: "the offline writer"}
    receivers = []
    for writer in settings.writers:
        if writer in remote:
            name, address, company = remote[writer]
            host = urlsplit(address).netloc if address else ""
            names[writer] = f"{settings.openai_model} at {host}" if host and writer is Writer.OPENAI else name
            receivers.append(host or company)
    order = "; if that fails, by ".join(names[writer] for writer in settings.writers)
    if not receivers:
        hint = "set ANTHROPIC_API_KEY or OPENAI_API_KEY to have them written by a model."
        return f"Documents are written by {order}; {hint}", "Resumes and job ads are sent to nobody."
    return f"Documents are written by {order}.", f"Resumes and job ads are sent to {' and '.join(receivers)}."


def _page(title: str, body: str, style: str, script: str | None = None) -> HTMLResponse:
    """A page of our own files; `body` is HTML."""
    tag = f'<script defer src="{addresses()[script]}"></script>\n' if script else ""
    html = PAGE.substitute(title=escape(title), style=addresses()[style], script=tag, body=body)
    headers = {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    return HTMLResponse(html, headers=headers)
