"""HTML made into Markdown: the page's text, without what frames it and without what it hides."""

import re
from dataclasses import dataclass

from markdownify import MarkdownConverter
from selectolax.lexbor import LexborHTMLParser, LexborNode

from jobforge.interchange.limits import MAX_HTML_BYTES, MAX_OPEN_TAGS, too_complex, too_large

_DROPPED = (
    "script, style, nav, header, footer, aside, form, button, noscript, svg, iframe, template, object, canvas, dialog"
)
_FRAGMENT_DROPPED = "script, style, noscript, svg, iframe, template, object, canvas"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(0",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
_UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option".split()
)
_MAX_DEPTH = 256
_MIN_MAIN = 200  # characters: a shorter main part is no text of its own
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_MAX_HIDDEN_SHOWN = 200


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A page's text as Markdown, its title, and the words of hidden elements that were left out."""

    markdown: str
    title: str | None
    hidden: tuple[str, ...]


def decode(data: bytes) -> str:
    """Return a text file's or page's characters by its byte order mark, its own declaration, or UTF-8."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    declared = _CHARSET.search(data[:4096])
    names = [declared[1].decode("ascii")] if declared else []
    for name in (*names, "utf-8"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def parse_html(text: str) -> LexborHTMLParser:
    """Parse a page. Raises: Refusal when it is too large or nested beyond all use."""
    if len(text) > MAX_HTML_BYTES:
        raise too_large("page", f"{MAX_HTML_BYTES // 1024**2} MiB")
    if _open_tags(text) > MAX_OPEN_TAGS:
        raise too_complex("page")
    return LexborHTMLParser(text)


def _open_tags(text: str) -> int:
    """Return how many elements are open at once at most; parsers take time by the square of it."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _UNCOUNTED or match[3].endswith("/"):
            continue
        if match[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def page_text(tree: LexborHTMLParser) -> HtmlText:
    """Return the main text of a whole page."""
    title_node = tree.css_first("title")
    title = " ".join(title_node.text().split()) if title_node else None
    hidden = _remove_hidden(tree)
    for node in tree.css(_DROPPED):
        if not _holds_page(node):
            node.decompose()
    main = _main(tree)
    return HtmlText(_markdown(main), title or None, hidden)


def fragment_text(html: str) -> str:
    """Return a value that holds HTML, as forms and exports have them, as Markdown."""
    if "<" not in html and "&" not in html:
        return html.strip()
    tree = parse_html(html)
    for node in tree.css(_FRAGMENT_DROPPED):
        node.decompose()
    return _markdown(tree.body) if tree.body else ""


def _holds_page(node: LexborNode) -> bool:
    """Whether a frame's element wraps the main text after all: a page inside one `form`."""
    return bool(node.css_first("main, article"))


def _remove_hidden(tree: LexborHTMLParser) -> tuple[str, ...]:
    texts: list[str] = []
    for node in tree.css('[hidden], [aria-hidden="true"], [style]'):
        attributes = node.attributes
        marked = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        if not marked and not _HIDDEN_STYLE.search(attributes.get("style") or ""):
            continue
        text = " ".join(node.text(separator=" ").split())
        if any(letter.isalpha() for letter in text):
            texts.append(text[:_MAX_HIDDEN_SHOWN])
        node.decompose()
    return tuple(dict.fromkeys(texts))


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    best: LexborNode | None = None
    for selector in ("main", '[role="main"]', "article"):
        nodes = sorted(tree.css(selector), key=lambda node: -len(node.text()))
        if nodes and len(nodes[0].text().strip()) >= _MIN_MAIN:
            best = nodes[0]
            break
    return best or _densest(tree.body) or tree.body


def _densest(body: LexborNode | None) -> LexborNode | None:
    """Go down from the body while one element holds nearly all the text."""
    node = body
    for _ in range(_MAX_DEPTH):
        if node is None:
            return None
        total = len(node.text().strip())
        inner = [child for child in node.iter() if child.tag not in ("p", "ul", "ol", "table", "h1", "h2")]
        largest = max(inner, key=lambda child: len(child.text()), default=None)
        if largest is None or len(largest.text().strip()) < 0.9 * total or total < _MIN_MAIN:
            return node
        node = largest
    return node


def _markdown(node: LexborNode | None) -> str:
    if node is None:
        return ""
    _flatten(node)
    converter = MarkdownConverter(heading_style="atx", bullets="-", strip=["a", "img"], escape_misc=False, wrap=False)
    text = converter.convert(node.html or "")
    text = text.replace("\xa0", " ").replace("\u200b", "")
    lines = [line.rstrip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _flatten(root: LexborNode) -> None:
    """Turn what is nested too deeply for a recursive walk into text."""
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth >= _MAX_DEPTH:
            node.replace_with(node.text(separator=" "))
            continue
        stack.extend((child, depth + 1) for child in node.iter())
