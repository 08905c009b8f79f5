"""Spanish lines of work as sentences in the first person."""

import re

from jobforge.documents.offline.legacy.telling import Form, Telling, first_word, uncapitalized, word_set

_FEMININE = re.compile(r"(?:[cst]ión|dad|tad|tud|anza|encia|ancia|ería|logía|ura)$")
_MASCULINE = re.compile(r"(?:miento|aje|ismo)$")
_FEMININE_WORDS = word_set(
    """
    venta compra ayuda puesta limpieza carga descarga mejora entrega recogida toma búsqueda defensa reforma
    reserva factura nómina tutoría cocina caja visita
    """
)
_MASCULINE_WORDS = word_set(
    """
    manejo control cuidado desarrollo diseño apoyo trabajo trato servicio cobro registro cierre montaje
    análisis cálculo envío transporte soporte acompañamiento reparto pedido inventario uso cultivo riego
    corte
    """
)
_AFTER_NOUN = re.compile(r"^(?:de|del|a|al|en|con|para|por|y|e|sobre)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"^[a-záéíóúñ]{2,}(?:ar|er|ir)(?:me|se|los|las|les)?$")
_NOT_INFINITIVE = word_set(
    """
    lugar hogar bar mar par titular auxiliar escolar familiar taller alquiler mujer poder líder máster
    similar regular particular celular azúcar tercer primer cualquier porvenir
    """
)
_PRETERITE = word_set(
    """
    hice puse propuse reduje conduje introduje produje traduje tuve mantuve obtuve estuve fui di dirigí
    """
)


def tell(text: str, ongoing: bool, names: str) -> Telling:
    """The sentence part that `text` is; see `telling_en.tell`."""
    word = first_word(text)
    rest = text[len(word) :].lstrip()
    lower = word.casefold()
    if lower == "yo":
        return Telling(Form.CLAUSE, rest)
    if rest and (lower in _PRETERITE or re.fullmatch(r"[a-zñáéíóú]{3,}[éí]", lower)):
        return Telling(Form.CLAUSE, f"{lower} {rest}")
    if _INFINITIVE.match(lower) and lower not in _NOT_INFINITIVE and rest and not rest.startswith(("de ", "del ")):
        return Telling(Form.INFINITIVE, f"{lower} {rest}")
    if article := _article(lower, rest):
        return Telling(Form.ACTIVITY, f"{article} {lower}{text[len(word) :]}")
    return Telling(Form.FRAGMENT, uncapitalized(text, names=names))


def _article(lower: str, rest: str) -> str | None:
    if not _AFTER_NOUN.match(rest):
        return None
    if lower in _MASCULINE_WORDS or _MASCULINE.search(lower):
        return "el"
    if lower in _FEMININE_WORDS or _FEMININE.search(lower):
        return "la"
    return None
