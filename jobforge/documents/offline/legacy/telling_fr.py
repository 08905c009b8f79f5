"""French lines of work as sentences in the first person."""

import re

from jobforge.documents.offline.legacy.telling import Form, Telling, first_word, uncapitalized, word_set

_FEMININE = re.compile(r"(?:tion|sion|xion|té|ure|ance|ence|erie|ise|ée|tude|aison)$")
_MASCULINE = re.compile(r"(?:ment|age|isme)$")
_FEMININE_WORDS = word_set(
    """
    vente aide mise prise maintenance tenue conduite recherche remise garde paie caisse pose pesée collecte
    toilette surveillance veille étude commande reprise coupe cuisson découpe taille livraison refonte
    """
)
_MASCULINE_WORDS = word_set(
    """
    suivi accueil conseil service contrôle soin soutien entretien montage développement travail pilotage
    calcul tri transport repas appui réglage relevé dépannage diagnostic envoi
    """
)
_NOT_NOUNS = word_set(
    """
    usage image page plage santé beauté
    """
)
_AFTER_NOUN = re.compile(r"^(?:de|du|des|d['’]|à|au|aux|en|dans|pour|avec|sur|auprès|chez)(?:\s|\b)", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:le|la|les|l['’]|un|une|des|du|de la|deux|trois|quatre|cinq|six|dix|\d|plusieurs|tous|toutes|mon|ma|mes|"
    r"ce|en place|à bien|chaque)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"^[a-zà-ÿ'’]{2,}(?:er|ir|re|oir)$")
_NOT_INFINITIVE = word_set(
    """
    cahier atelier chantier dossier papier métier courrier pair hiver cuir avenir loisir désir plaisir
    souvenir titre cadre maître centre chambre lettre livre offre ordre registre semestre trimestre théâtre
    autre notre votre quatre œuvre montre rencontre encadre gendre heure entre cuisinier infirmier plombier
    boulanger premier dernier particulier mer fer hier amer cher leader manager master espoir pouvoir devoir
    soir trottoir couloir terre guerre verre commerce
    """
)
_PARTICIPLES = word_set(
    """
    réduit conduit produit construit introduit traduit écrit transcrit mis remis pris repris appris compris
    ouvert offert découvert tenu obtenu maintenu vendu rendu répondu défendu fait refait conçu reçu élu
    accompli réussi fini établi fourni rempli rétabli assaini garanti choisi servi suivi bâti investi élargi
    cuit soumis transmis
    """
)
_WITH_ETRE = word_set(
    """
    allé arrivé entré monté né passé resté tombé retourné rentré
    """
)


def tell(text: str, ongoing: bool, names: str) -> Telling:
    """The sentence part that `text` is; see `telling_en.tell`."""
    word = first_word(text)
    rest = text[len(word) :].lstrip()
    lower = word.casefold()
    if lower == "je" or lower.startswith(("j'", "j’")):
        return Telling(Form.CLAUSE, uncapitalized(text))
    if _is_participle(lower) and _DETERMINER.match(rest) and lower not in {"suivi"}:
        return Telling(Form.CLAUSE, f"j'ai {lower} {rest}")
    if (
        _INFINITIVE.match(lower)
        and lower not in _NOT_INFINITIVE
        and rest
        and not rest.startswith(("de ", "d'", "d’", "du "))
    ):
        of = "d'" if _vowel(lower) else "de "
        return Telling(Form.INFINITIVE, f"{of}{lower} {rest}")
    if article := _article(lower, rest):
        return Telling(Form.ACTIVITY, f"{article}{lower}{text[len(word) :]}")
    return Telling(Form.FRAGMENT, uncapitalized(text, names=names))


def _is_participle(lower: str) -> bool:
    return lower in _PARTICIPLES or (lower.endswith("é") and len(lower) > 4 and lower not in _WITH_ETRE)


def _article(lower: str, rest: str) -> str | None:
    if not _AFTER_NOUN.match(rest) or lower in _NOT_NOUNS:
        return None
    feminine = lower in _FEMININE_WORDS or bool(_FEMININE.search(lower))
    masculine = lower in _MASCULINE_WORDS or bool(_MASCULINE.search(lower))
    if not (feminine or masculine):
        return None
    if _vowel(lower):
        return "l'"
    return "le " if masculine and lower not in _FEMININE_WORDS else "la "


def _vowel(word: str) -> bool:
    return bool(re.match(r"[aeiouyàâéèêëîïôûœ]|h(?:abill|armon|éberg|ospital|ygièn|ydrat|umanis|omolog)", word))
