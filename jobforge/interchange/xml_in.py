"""XML parsed so that it can reach for nothing outside itself."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from jobforge.interchange.limits import damaged, too_complex

_DOCTYPE = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E|<!ENTITY", re.IGNORECASE)

Element: TypeAlias = etree._Element


def parse_xml(data: bytes, what: str) -> Element:
    """Return the root of a document. Raises: Refusal for a DOCTYPE, damage, or nesting without end."""
    if _DOCTYPE.search(data[: 64 * 1024]) or _DOCTYPE.search(data):
        raise too_complex(what)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).casefold() or "huge" in str(error).casefold():
            raise too_complex(what) from None
        raise damaged(what) from None
    except ValueError:
        raise damaged(what) from None
    if root is None:
        raise damaged(what)
    return root


def local(element: Element) -> str:
    """Return the element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children with a local name."""
    if element is not None:
        yield from (inner for inner in element if local(inner) == name)


def text_of(element: Element | None, *path: str) -> str:
    """Return the text of the first descendant along a path, empty where there is none."""
    inner = child(element, *path)
    return " ".join(all_text(inner).split()) if inner is not None else ""


def all_text(element: Element) -> str:
    """Return an element's text, line breaks included."""
    return "".join(part if isinstance(part, str) else part.decode() for part in element.itertext()).strip()
