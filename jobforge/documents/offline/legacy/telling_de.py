"""German lines of work as sentences in the first person.

German resumes speak in nouns ("Wartung von Pumpen"), infinitives at the end ("Motoren zerlegen") and participles
("Kosten um 7 % gesenkt"). Only nouns whose gender their ending tells get an article; nothing is declined.
"""

import re

from jobforge.documents.offline.legacy.telling import Form, Telling, first_word, word_set

_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|tion|sion|ität|pflege|hilfe|aufsicht|annahme|ausgabe|abnahme|aufnahme|übergabe|"
    r"analyse|diagnose|kontrolle)$"
)
_AFTER_NOUN = re.compile(
    r"^(?:von|vom|der|des|einer|eines|meiner|unserer|unseres|bei|mit|für|im|in|am|an|zur|zum|aller|über|durch|vor|"
    r"an|auf|gegen|nach|unter|zwischen|[a-zäöüß]{3,}er)\b"
)
_FIRST_PERSON = word_set(
    """
    leite betreue führe berate verantworte plane koordiniere organisiere entwickle pflege versorge
    unterrichte verkaufe bediene repariere warte prüfe erstelle bearbeite dokumentiere schule begleite
    unterstütze steuere baue montiere installiere schreibe arbeite übernehme vertrete backe koche bereite
    kontrolliere
    """
)
# Participles whose perfect is made with "sein", or which are as often adjectives.
_NOT_WITH_HABEN = re.compile(
    r"(?:gestiegen|gesunken|gewachsen|gegangen|gekommen|gefahren|gereist|gewesen|geworden|geblieben|gefallen|"
    r"gelungen|geschehen|entstanden|verantwortlich|zuständig)$"
)
_PARTICIPLE = re.compile(
    r"(?:^|[a-zäöü]{0,9})ge[a-zäöüß]{2,}(?:t|en)$|^[a-zäöüß]{3,}iert$|^(?:be|ver|er|ent|zer|über|"
    r"unter)[a-zäöüß]{3,}(?:t|en)$"
)
_PLURAL_OR_DETERMINED = re.compile(
    r"^(?:\d[\d.,]*\s|(?:[Dd]ie|[Dd]en|[Dd]as|[Ee]inen?|[Ee]ine|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Aa]lle|"
    r"[Mm]ehrere|[Vv]iele|"
    r"[Nn]eue|[Rr]und|[Ee]twa|[Üü]ber)\s|[A-ZÄÖÜ][a-zäöüß]{3,}(?:ungen|turen|tionen|kosten|kunden|zeiten|zahlen|"
    r"pläne|"
    r"schulungen|linge|anlagen|projekte|systeme|prozesse|aufträge)\s)"
)
_FINITE = re.compile(r"\b(?:ist|sind|war|waren|stieg|stiegen|sank|sanken|fiel|fielen|wuchs|wird|werden|wurde|wurden)\b")


def tell(text: str, ongoing: bool, names: str) -> Telling:
    """The sentence part that `text` is; see `telling_en.tell`."""
    word = first_word(text)
    rest = text[len(word) :].lstrip()
    if word == "Ich":
        verb, _, object_ = rest.partition(" ")
        return Telling(Form.CLAUSE, f"{verb} ich {object_}".rstrip())
    if word.casefold() in _FIRST_PERSON and ongoing and word != word.upper() and not _AFTER_NOUN.match(rest):
        return Telling(Form.CLAUSE, f"{word.lower()} ich {rest}".rstrip())
    if (participle := _final_participle(text)) and _PLURAL_OR_DETERMINED.match(text) and "," not in text:
        return (
            Telling(Form.CLAUSE, f"habe ich {text[0].lower() + text[1:] if _determined(word) else text}")
            if participle
            else Telling(Form.FRAGMENT, text)
        )
    if _FINITE.search(rest) and ":" not in text:
        return Telling(Form.STATEMENT, text)
    if (
        _FEMININE.search(word)
        and word[0].isupper()
        and _AFTER_NOUN.match(rest)
        and not _final_infinitive(text)
        and not participle
    ):
        return Telling(Form.ACTIVITY, f"die {text}")
    return Telling(Form.FRAGMENT, text)


def _determined(word: str) -> bool:
    return word.casefold() in {
        "die",
        "den",
        "das",
        "einen",
        "eine",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "alle",
        "mehrere",
        "viele",
        "neue",
        "rund",
        "etwa",
        "über",
    }


def _last_word(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)\s*$", "", text).rsplit(" ", 1)[-1]


def _final_participle(text: str) -> bool:
    word = _last_word(text)
    return bool(
        word.islower() and _PARTICIPLE.search(word) and not _NOT_WITH_HABEN.search(word)
    ) and not text.casefold().endswith("arbeiten")


def _final_infinitive(text: str) -> bool:
    word = _last_word(text)
    return word.islower() and bool(re.search(r"(?:en|ern|eln)$", word)) and len(word) > 4
