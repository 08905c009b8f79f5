"""French wording."""

import re

from jobforge.ads.parser import Remote, Seniority
from jobforge.documents.offline.legacy.telling import Form, uncapitalized
from jobforge.documents.offline.legacy.telling_fr import tell
from jobforge.documents.offline.legacy.wording import LetterWording, ReportWording, ResumeWording, Wording
from jobforge.text.language import Language

_MASCULINE = re.compile(
    r"(?:centre|chu|chr|collège|lycée|restaurant|groupe|cabinet|ministère|conseil|garage|laboratoire|musée|théâtre|"
    r"syndicat|service|magasin|studio|bureau|crédit|domaine|château)\b",
    re.IGNORECASE,
)
_FEMININE = re.compile(
    r"(?:clinique|mairie|ville|banque|boulangerie|pâtisserie|société|maison|ferme|pharmacie|fondation|région|"
    r"crèche|bibliothèque|résidence|brasserie|librairie|polyclinique|caisse|communauté|faculté)\b",
    re.IGNORECASE,
)
_ELIDED = re.compile(
    r"(?:hôpital|école|université|association|atelier|agence|entreprise|institut|imprimerie|hôtel|académie|usine|"
    r"ehpad|épicerie|auberge)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:le|la|les|l['’])\s?", re.IGNORECASE)


def _where(employer: str, place: str) -> str:
    if not employer:
        return ""
    aside = f" ({place})" if place and place.casefold() not in employer.casefold() else ""
    if _ARTICLE.match(employer):
        return f"chez {employer}{aside}"
    named = employer if employer.split()[0].isupper() else employer[0].lower() + employer[1:]
    if _MASCULINE.match(employer):
        return f"au {named}{aside}"
    if _FEMININE.match(employer):
        return f"à la {named}{aside}"
    if _ELIDED.match(employer):
        return f"à l'{named}{aside}"
    return f"chez {employer}{aside}"


def _as_title(title: str, own: bool) -> str:
    return f"comme {uncapitalized(title) if own else title}" if title else ""


_HONORIFIC = re.compile(r"(?P<honorific>Mme|Madame|M\.|Monsieur)\s+(?:\S+\s+)*(?P<family>\S+)$")


def _greet(name: str) -> str:
    if found := _HONORIFIC.match(name):
        return f"{'Madame' if found['honorific'] in ('Mme', 'Madame') else 'Monsieur'} {found['family']},"
    return f"Bonjour {name},"


_LETTER = LetterWording(
    subject="Objet : candidature au poste « {role} »",
    dear_team="Madame, Monsieur,",
    opening=(
        "Je vous adresse ma candidature au poste « {role} » {at}.",
        "Par cette lettre, je postule au poste « {role} » {at}.",
        "Votre annonce pour le poste « {role} » {at} m'amène à vous écrire.",
    ),
    opening_bare=(
        "Je vous adresse ma candidature au poste « {role} ».",
        "Votre annonce pour le poste « {role} » m'amène à vous écrire.",
    ),
    needs=("Vous demandez notamment {needs}.", "Votre annonce cite {needs}.", "De votre côté, vous citez {needs}."),
    need=("Vous citez entre autres {needs}.", "Votre annonce cite entre autres {needs}."),
    works=("Je travaille depuis {start} {as_title} {where}.", "Depuis {start}, je travaille {as_title} {where}."),
    worked=("De {start} à {end}, j'ai travaillé {as_title} {where}.",),
    worked_before=(
        "Auparavant, de {start} à {end}, j'ai travaillé {as_title} {where}.",
        "De {start} à {end}, j'ai travaillé {as_title} {where}.",
    ),
    worked_undated=("J'ai travaillé {as_title} {where}.",),
    worked_undated_too=("J'ai aussi travaillé {as_title} {where}.",),
    told={
        Form.CLAUSE: (("À ce poste, {text}.",), ("À ce poste, {text}.",)),
        Form.ACTIVITY: (("Mon travail comprend {text}.",), ("Mon travail comprenait {text}.",)),
        Form.INFINITIVE: (("Ma mission est {text}.",), ("Ma mission était {text}.",)),
        Form.STATEMENT: (("À ce poste : {text}.",), ("À ce poste : {text}.",)),
        Form.FRAGMENT: (("Une part de ce travail : {text}.",), ("Une part de ce travail : {text}.",)),
    },
    further={
        Form.CLAUSE: (("De plus, {text}.", "{text}."), ("De plus, {text}.", "{text}.")),
        Form.ACTIVITY: (
            ("S'y ajoute {text}.", "Mon travail comprend aussi {text}."),
            ("S'y ajoutait {text}.", "Mon travail comprenait aussi {text}."),
        ),
        Form.INFINITIVE: (("Il s'agit aussi {text}.",), ("Il s'agissait aussi {text}.",)),
        Form.STATEMENT: (("De plus : {text}.",), ("De plus : {text}.",)),
        Form.FRAGMENT: (
            ("À citer aussi : {text}.", "Également : {text}."),
            ("À citer aussi : {text}.", "Également : {text}."),
        ),
    },
    foreign=("Une ligne de mon dossier, dans le texte : {text}.", "Mon dossier le dit ainsi : {text}."),
    papers=("Mes titres et attestations : {items}.", "Côté diplômes et attestations, j'apporte : {items}."),
    listed=("Mon parcours mentionne aussi : {items}.", "À noter également dans mon parcours : {items}."),
    gaps_must=(
        "Mon parcours ne montre pas ce que vous demandez aussi : {gaps}. Je préfère le dire dès maintenant.",
        "Je le dis franchement, mon parcours ne montre pas {gaps}.",
    ),
    gaps_nice=(
        "Mon parcours ne dit rien de ce que vous souhaitez encore : {gaps}.",
        "Parmi vos souhaits, mon parcours ne montre pas {gaps}.",
    ),
    gaps_nice_alone=(
        "Mon parcours ne dit rien de ce que vous souhaitez encore : {gaps}.",
        "Parmi vos souhaits, mon parcours ne montre pas {gaps}.",
    ),
    besides=("J'ajoute ceci : {text}.", "Par ailleurs : {text}."),
    practical=("Quelques points pratiques : {items}.",),
    thin=(
        "Mon dossier est court ; je le compléterai volontiers de vive voix.",
        "Je m'en tiens ici à ce que mon dossier peut montrer.",
    ),
    offer=(
        "Je reviendrai volontiers avec vous sur chacun de ces points, pièces à l'appui.",
        "Je peux vous en dire plus sur chacun de ces points et vous apporter les pièces correspondantes.",
    ),
    closing=(
        "C'est avec plaisir que j'en parlerai avec vous lors d'un entretien.",
        "Je me tiens à votre disposition pour un entretien.",
        "Je vous remercie de votre lecture et serai à votre disposition pour un entretien.",
    ),
    farewell="Je vous prie d'agréer l'expression de mes salutations distinguées.",
)

_RESUME = ResumeWording(
    summary="Profil",
    skills="Compétences",
    since="{title} {where} depuis {start}{years}.",
    until="{title}, dernièrement {where}.",
    years=(" ({years} ans)", " (plus de {years} ans)"),
    shown="Expérience : {terms}.",
)

_REPORT = ReportWording(
    title="Rapport de recherche : {role}, {company}",
    brief="Le poste en bref",
    brief_post="L'annonce décrit le poste « {role} » {at}{place}.",
    brief_asks="L'annonce demande d'abord {needs}.",
    brief_asks_nothing="Elle ne cite aucune exigence qui se distingue clairement du reste du texte.",
    brief_gaps="Le dossier ne montre pas {needs} ; le tableau dit que faire.",
    brief_more_gaps="Le dossier ne montre pas {needs}, ni quelques autres points ; le tableau dit que faire.",
    brief_fit="Le dossier répond à chaque point de l'annonce ; le tableau dit comment.",
    brief_low="L'annonce en dit trop peu pour juger si le dossier convient.",
    post="Le poste dans les mots de l'annonce",
    pay="Rémunération",
    place="Lieu",
    mode="Mode de travail",
    seniority="Niveau",
    years="Années demandées",
    contact="Contact",
    modes={Remote.REMOTE: "à distance", Remote.HYBRID: "hybride", Remote.ON_SITE: "sur place"},
    seniorities={
        Seniority.INTERN: "stage ou apprentissage",
        Seniority.JUNIOR: "débutant",
        Seniority.MID: "intermédiaire",
        Seniority.SENIOR: "confirmé",
        Seniority.LEAD: "encadrement",
        Seniority.HEAD: "direction",
    },
    duties="Tâches",
    offers="Ce qui est proposé",
    company="L'employeur",
    requirements="Exigences",
    columns=("L'annonce demande", "Nature", "Dans le dossier", "Preuve", "Que faire"),
    must="indispensable",
    nice="souhaité",
    status={"proved": "montré", "listed": "cité, pas montré", "missing": "absent"},
    advice_proved=(
        "À placer haut, pas à la fin.",
        "À reprendre dans la lettre, sans oublier les détails.",
        "À dire tôt, pour ne pas laisser le point ouvert.",
    ),
    advice_listed=(
        "Ajouter une ligne qui dit où cela a servi, mais ne pas l'inventer.",
        "Nommer le poste et la tâche correspondants ; s'il n'y en a pas, ne rien changer.",
    ),
    advice_missing_must=(
        "Dire franchement que cela manque, ou l'ajouter si c'était un oubli.",
        "Demander si cela s'apprend en poste ; l'ajouter si c'était un oubli.",
    ),
    advice_missing_nice=(
        "Pas nécessaire pour postuler ; le dire si la question vient.",
        "Laisser ouvert, ou dire l'envie d'apprendre si elle existe.",
    ),
    advice_paper="Vérifier la pièce elle-même : détenue, demandée ou absente ? Seul cela peut figurer dans le dossier.",
    advice_language="Indiquer le niveau dans le dossier, s'il y en a un.",
    advice_years="Compter les années d'après les dates du dossier et dire le vrai chiffre.",
    advice_condition="Voir avant de postuler si cela convient ; c'est oui ou non.",
    nearest="La ligne du dossier la plus proche : {quote}. Dire ce qui est semblable et ce qui ne l'est pas.",
    no_evidence="aucune",
    none_found="Rien n'a été trouvé que l'annonce demande clairement.",
    eligibility="Conditions d'accès, à part de l'adéquation",
    eligibility_intro="Ces points ne relèvent pas de l'adéquation : ils décident si la candidature est possible.",
    licence="Titre",
    permit="Permis de travail",
    language="Langue",
    in_resume="le dossier indique {quote}",
    not_in_resume="le dossier n'en dit rien (à vérifier avant l'envoi)",
    condition="Condition",
    own_conditions="Conditions et limites nommées dans le dossier :",
    keywords="Mots-clés dans les termes de l'annonce",
    keywords_in="Aussi dans le dossier",
    keywords_out="Pas dans le dossier",
    warnings="Signes d'alerte",
    warnings_none="Aucun dans le texte de l'annonce.",
    warning_texts={
        "ad.seniority_contradiction": "Le titre et les années demandées ne vont pas ensemble.",
        "ad.remote_contradiction": "Sur le lieu de travail, l'annonce dit deux choses : demander.",
        "ad.unpaid": "L'annonce parle de travail non payé : demander ce qui est payé et combien de temps cela dure.",
        "ad.fee": "On demande au candidat de payer : un employeur sérieux ne le fait pas.",
        "ad.commission_only": "La rémunération est à la commission seulement.",
        "ad.hype": "Des slogans au lieu d'une description : demander en quoi consiste le travail.",
        "ad.overwork": "Des tournures qui cachent souvent de longues journées : demander les horaires.",
        "ad.family": "La « famille » ne dit rien des horaires ni de la paie.",
        "ad.bank_details": "Coordonnées bancaires et pièces d'identité n'ont pas leur place dans une candidature.",
        "ad.age": "L'annonce demande l'âge ou une photo, qui ne disent rien des capacités.",
        "ad.wish_list": "Un très grand nombre de points sont dits indispensables : demander lesquels comptent.",
        "ad.no_pay": "L'annonce n'indique pas la rémunération.",
    },
    questions="Questions probables en entretien",
    question_proved=(
        "Sur le point {need}, qu'avez-vous fait jusqu'ici ?",
        "Pouvez-vous raconter une tâche où {need} comptait ?",
        "Quelle est votre expérience sur le point {need} ?",
    ),
    question_listed=("Où avez-vous pratiqué {need} ?", "Quelle pratique avez-vous de {need} ?"),
    question_missing=(
        "Nous demandons {need} : comment vous y prendriez-vous ?",
        "Que vous faudrait-il apprendre pour {need} ?",
    ),
    question_result="De quel résultat de votre travail êtes-vous le plus content ?",
    question_motive="Pourquoi ce poste, et pourquoi maintenant ?",
    story="Exemple du dossier{where} : {quote}",
    story_listed="Le dossier ne fait que le citer ({quote}) : penser à un cas de son propre travail.",
    story_missing="Le dossier n'a pas d'exemple pour ce point. Le dire, et dire par quoi l'on commencerait.",
    story_motive="Le dossier ne le dit pas, et personne d'autre ne le peut : préparer sa propre réponse.",
    injections="Texte de l'annonce qui s'adresse à une machine",
    injections_intro="Des parties de l'annonce sont écrites pour un logiciel et non pour les candidats. Elles ont "
    "été écartées "
    "partout et ne sont pas répétées :",
    injection_kinds={
        "injection.instruction": "un ordre à une machine",
        "injection.addressed": "un propos adressé à une machine",
        "injection.hidden": "un texte que les lecteurs ne voient pas",
        "injection.encoded": "un texte codé",
        "injection.role_tag": "un faux message du système ou d'un dialogue",
        "injection.forged_end": "une fausse fin d'annonce",
        "injection.rating": "l'ordre de donner une note",
        "injection.exfiltration": "l'ordre d'envoyer des données",
    },
    injection="{kind}, ligne {line}",
    applying="Pour postuler, selon l'annonce",
    unchecked="Ce qui n'a pas été vérifié",
    unchecked_items=(
        (
            "L'employeur : rien n'a été consulté au-delà du texte de l'annonce. Taille, réputation, résultats et "
            "actualité ne sont "
            "pas connus ici."
        ),
        "On ne sait pas si le poste est encore ouvert ni si la rémunération est habituelle.",
        "L'annonce et le dossier n'ont pas été vérifiés : chacun a été pris au mot.",
        "Ce que l'annonce ne dit pas, par exemple sur le contrat, les horaires ou l'équipe, sauf citation ci-dessus.",
    ),
)

FRENCH = Wording(
    language=Language.FR,
    quotes=("« ", " »"),
    names_needs_bare=False,
    colon=" :",
    semicolon=" ;",
    conjunction="et",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    month_year="{month} {year}",
    day="{day} {month} {year}",
    languages={Language.EN: "anglais", Language.DE: "allemand", Language.FR: "français", Language.ES: "espagnol"},
    tell=tell,
    as_title=_as_title,
    greet=_greet,
    where=_where,
    letter=_LETTER,
    resume=_RESUME,
    report=_REPORT,
)
