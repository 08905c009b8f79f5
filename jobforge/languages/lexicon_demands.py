"""How years, levels, licences, degrees and headcounts are written in English, German, French and Spanish.

Matched against folded text (`terms.fold`), licence classes against the text itself.
"""

import re

NUMBER_WORDS = {
    word: value
    for value, said in enumerate(
        (
            "one ein eine einem einen einer un une uno una", "two zwei deux dos", "three drei trois tres",
            "four vier quatre cuatro", "five funf cinq cinco", "six sechs seis", "seven sieben sept siete", "eight acht huit ocho",
            "nine neun neuf nueve", "ten zehn dix diez", "eleven elf onze once", "twelve zwolf douze doce",
        ),
        1,
    )
    for word in said.split()
}  # fmt: skip

COUNT = r"\d{1,2}(?:[.,]\d)?|" + "|".join(sorted(NUMBER_WORDS, key=lambda word: -len(word)))

YEARS = re.compile(
    rf"\b(?P<number>{COUNT})(?:\s?(?:-|–|to|bis|a|à)\s?\d{{1,2}})?\s?\+?\)?\s?(?:or more|oder mehr|ou plus|o mas|volle[n]?|full)?[\s-]{{0,2}}"
    r"(?:years?|yrs?|j(?=\.)|jahr(?:e|en|es)?|ans|annees?|anos?)\b"
)

SEVERAL_YEARS = re.compile(r"\bmehrjahrig|\bseveral years|\blangjahrig|\bplusieurs annees|\bvarios anos|\bmany years")

HEADCOUNT = re.compile(
    rf"\b(?:at least|minimum(?: of)?|more than|mindestens|mehr als|au moins|plus de|al menos|mas de|minimo)\s(?:de\s)?(?P<number>\d{{1,4}}|{COUNT})\b(?!\s?\+?\s?(?:years?|yrs?|jahr|ans\b|anos?\b|months?|monat|mois|meses|hours|stunden))"
)

# Common European Framework levels A1 to C2 as 1 to 6, and the words people use for them.
CEFR = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}

LEVEL_WORDS = (
    (6, re.compile(r"native|mother tongue|muttersprach|maternelle|nativ[oa]|bilingual|zweisprachig|bilingue")),
    (5, re.compile(r"business fluent|verhandlungssicher|negotiat|proficient|full professional|perfect|perfekt|profesional completo")),
    (4, re.compile(r"fluen|fliess|flies|courant|fluid|wort und schrift|written and spoken|spoken and written|ecrit et (?:a l.)?oral|very good|sehr gut|avanzad|advanced|\balto\b|lu, ecrit|hablado y escrito|upper.intermediate")),
    (3, re.compile(r"working knowledge|gesprach|conversa(?:t|c)ional|intermediate|good|gute?\b|bon(?:ne)?\b|buen|intermedi|\bmedio\b|solid|konversation|profession(?:al|nel)")),
    (2, re.compile(r"basic|grundkenntnis|notions|basic[oa]|elementary|elemental|scolaire|schulkenntnis")),
    (1, re.compile(r"beginner|anfanger|debutant|principiante")),
)  # fmt: skip

AROUND_LANGUAGE = frozenset(
    """a1 a2 b1 b2 c1 c2 wort schrift word level niveau nivel languages language sprache sprachen langue lengua idioma speaker speaking
    native spoken written basic intermediate advanced conversational professional working business both every day fluency fluidez
    courant lu ecrit parle oral maternelle verhandlungssicher verhandlungssichere verhandlungssicheres fliessend fliessende fliessendes
    sprichst sprechen speak speaks parlez hablas communicate communication verbal hablado escrito alto medio good gute deutschkenntnisse
    positivamente sehr nativo nativa mindestens minimum minimo least on professionnel professionnelle si""".split()
)

LICENCE = re.compile(
    r"\bdriv(?:ing|er'?s?|ers) licen[cs]e|\bfuhrerschein|\bfahrerlaubnis|\bpermis (?:de conduire|a|b|be|c|ce|c1|d)\b|\b(?:carnet?|permiso|licencia) (?:de )?(?:conducir|b|c)\b"
)

NOT_A_CAR = re.compile(r"\bforklift|\bstapler|\bkran|\bboat|\bcdl\b|\bhgv\b|\bcaces\b|\bpersonenbeforderung")

CLASS = re.compile(r"\b(?:A1|A2|AM|A|BE|B96|B|C1E|C1|CE|C\+E|C|D1E|D1|DE|D|T|L)\b")

INCLUDES = {
    "CE": "CE C C1 C1E BE B", "C": "C C1 B", "C1E": "C1E C1 BE B", "C1": "C1 B", "BE": "BE B", "B96": "B96 B", "D": "D D1 B",
    "DE": "DE D D1 BE B", "D1": "D1 B", "A": "A A2 A1 AM", "A2": "A2 A1 AM", "B": "B AM L", "T": "T L AM",
}  # fmt: skip

DEGREES = (
    (5, re.compile(r"\bph\.? ?d\b|\bdoctora|\bdoktor|\bpromotion zum\b|\bpromoviert|^promotion\b|\bdr\. ?(?:iur|rer|med|phil|ing)|\bdphil\b")),
    (4, re.compile(r"\bmaster(?:'?s|s)? (?:degree|of|in|level)|\bmaster(?:'s|abschluss|studium)?\b(?! (?:craftsman|data|file|electrician))|\bm\.?sc\b|\bm\.?eng\b|\bmba\b|\bma\b(?= )|\bm\.a\b|\bms\b(?= (?:in|with|or|degree))|\bmagister|\bdiplom(?:-?(?:ingenieur|kauf|inform|psycholog)|\b(?! \w+ \d))|\bstaatsexam|\bbac ?\+ ?5|\bllm\b|\bll\.m|\bdiplome d.ingenieur|\blicenciatura\b")),
    (3, re.compile(r"\bbachelor|\bb\.?sc\b|\bb\.?eng\b|\bba\b(?= )|\bb\.a\b|\bb\.?s\b(?= )|\bllb\b|\bb\.?ed\b|\bgrado en|\bgrado universitario|\bgraduad[oa] en|\btitulacion (?:superior|universitaria)|\buniversity degree|\bcollege degree|(?<!master's )(?<!master )(?<!masters )(?<!associate )(?<!associate's )(?<!associates )(?<!foundation )\bdegree\b|\bstudium\b|\bhochschul|\bbac ?\+ ?[34]|\blicence (?:pro|en|de)\b(?!.*\biso\b)|\bingenieria\b")),
    (2, re.compile(r"\bassociate(?:'?s)? degree|\bassociate of|\bbac ?\+ ?2|\bbts\b|\bdut\b|\bhn[dc]\b|\btecnico superior|\bfoundation degree")),
    (1, re.compile(r"\bhigh school|\bged\b|\babitur\b|\bmatura\b|\brealschul|\bhauptschul|\bmittlere reife|\bbachillerato|\bbaccalaureat|\bsecondary school|\bleaving cert|\bgcse|\ba[- ]levels?\b")),
)  # fmt: skip

DEGREE_WORDS = frozenset(
    """degree bachelor bachelors master masters phd doctorate doctoral bsc ba msc ma ms mba beng meng llb llm bed university college
    higher studium hochschulstudium studienabschluss abschluss hochschulabschluss promotion diplom diplome diploma high school ged
    abitur associate related field fields discipline subject equivalent similar relevant quantitative technical stem ingenieur bac
    bac+2 bac+3 bac+4 bac+5 licence grado titulacion titulo universitaria universitario universitat superior estudios hons honours
    staatsexamen staatsexamina juristische juristisches zweites erstes zwei graduado formation type""".split()
)
