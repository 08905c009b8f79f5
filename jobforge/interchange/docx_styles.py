"""What a DOCX's styles and numbering say of a paragraph: its heading level, its list, the look of its letters."""

import re
from dataclasses import dataclass, replace

from jobforge.interchange.xml_in import Element, child, children, local

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_HEADING = re.compile(r"^(?:heading|überschrift|titre|título|titulo)\s?(\d)$", re.IGNORECASE)
_LIST = re.compile(
    r"^(?:list bullet|list number|aufzählungszeichen|listenabsatz \w+|liste à puces|lista con viñetas)", re.I
)
_TITLE = re.compile(r"^(?:title|titel|titre|título)$", re.IGNORECASE)
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class LetterLook:
    bold: bool = False
    italic: bool = False
    size: float = 11.0
    caps: bool = False
    hidden: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style with everything it inherits. `listed` is the level of its list, None outside lists."""

    look: LetterLook = LetterLook()
    heading: int | None = None
    listed: int | None = None
    before: float = 0.0
    after: float = 0.0


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute of Word's namespace."""
    if element is None:
        return None
    return element.get(_W + name) or element.get(_STRICT + name)


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {attribute(style, "styleId") or "": style for style in children(root, "style")}
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._plain = with_run_properties(LetterLook(size=10.0), defaults)
        self._resolved: dict[str, ParagraphStyle] = {}
        self._default = next(
            (
                key
                for key, s in self._elements.items()
                if attribute(s, "default") == "1" and attribute(s, "type") == "paragraph"
            ),
            "",
        )

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return the style of a paragraph that names `style_id`, or none."""
        key = style_id or self._default
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key, 0)
        return self._resolved[key]

    def run(self, look: LetterLook, style_id: str | None) -> LetterLook:
        """Return `look` as a character style changes it."""
        style = self._elements.get(style_id or "")
        return with_run_properties(look, child(style, "rPr")) if style is not None else look

    def _resolve(self, key: str, depth: int) -> ParagraphStyle:
        element = self._elements.get(key)
        if element is None or depth > _MAX_CHAIN:
            return ParagraphStyle(look=self._plain)
        parent = attribute(child(element, "basedOn"), "val")
        style = self._resolve(parent, depth + 1) if parent else ParagraphStyle(look=self._plain)
        name = attribute(child(element, "name"), "val") or key
        style = with_paragraph_properties(style, child(element, "pPr"))
        style = replace(style, look=with_run_properties(style.look, child(element, "rPr")))
        if match := _HEADING.match(name):
            style = replace(style, heading=int(match[1]))
        elif _LIST.match(name) and style.listed is None:
            style = replace(style, listed=0)
        elif _TITLE.match(name):
            style = replace(style, heading=None, look=replace(style.look, size=max(style.look.size, 24.0)))
        return style


def with_paragraph_properties(style: ParagraphStyle, properties: Element | None) -> ParagraphStyle:
    """Return `style` as a `pPr` changes it."""
    if properties is None:
        return style
    level = attribute(child(properties, "outlineLvl"), "val")
    if level and level.isdigit():
        style = replace(style, heading=int(level) + 1 if int(level) < 9 else None)
    numbering = child(properties, "numPr")
    if numbering is not None:
        number = attribute(child(numbering, "numId"), "val")
        depth = attribute(child(numbering, "ilvl"), "val") or "0"
        style = replace(style, listed=None if number == "0" else int(depth) if depth.isdigit() else 0)
    spacing = child(properties, "spacing")
    if spacing is not None:
        style = replace(
            style,
            before=_points(attribute(spacing, "before"), style.before),
            after=_points(attribute(spacing, "after"), style.after),
        )
    return style


def with_run_properties(look: LetterLook, properties: Element | None) -> LetterLook:
    """Return `look` as an `rPr` changes it."""
    if properties is None:
        return look
    for inner in properties:
        name = local(inner)
        if name == "b":
            look = replace(look, bold=_is_on(inner))
        elif name == "i":
            look = replace(look, italic=_is_on(inner))
        elif name in ("caps", "smallCaps"):
            look = replace(look, caps=_is_on(inner))
        elif name in ("vanish", "webHidden"):
            look = replace(look, hidden=_is_on(inner))
        elif name == "color":
            look = replace(look, colour=attribute(inner, "val") or "")
        elif name == "sz":
            look = replace(look, size=_half_points(attribute(inner, "val"), look.size))
    return look


def _is_on(element: Element) -> bool:
    return attribute(element, "val") not in ("0", "false", "off", "none")


def _half_points(value: str | None, default: float) -> float:
    return int(value) / 2 if value and value.isdigit() and 0 < int(value) < 2_000 else default


def _points(value: str | None, default: float) -> float:
    return int(value) / 20 if value and value.isdigit() and int(value) < 20_000 else default
