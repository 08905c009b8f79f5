"""The words around what is asked: tags, articles, connectors, "solid experience in" and "is a plus". Four languages.

Matched against flat text (`ad_layout.flat`).
"""

import re

YEARS = re.compile(
    r"\d\s?\+?\s*(?:years?|yrs?|jahre?n?|ans|anos)\b|\b(?:one|two|three|four|five|ten|zwei|drei|funf|deux|trois|cinq|dos|tres|cinco)\b.{0,12}\b(?:years?|jahren?|ans|anos)\b"
)

# "Two years' experience of driving large vehicles." asks for them without a verb, unless they are the company's own.
YEARS_FIRST = re.compile(
    r"(?:at least|minimum(?: of)?|a minimum of|mindestens|mind\.|au moins|al menos|minimo)?\s*(?:[1-9]|1\d|one|two|three|four|five|six|ein|zwei|drei|vier|funf|un|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)\s?\+?\s(?:years?'?|yrs|jahre?|ans|anos)\s(?:of |de |d')?(?:\w+ )?(?:experience|erfahrung|berufserfahrung|experiencia)\b"
)
OWN_YEARS = re.compile(r"\b(?:we|our|us|wir|uns|unsere?|nous|notre|nos|nosotros|nuestr[oa]s?)\b")

TRAILING_TAG = re.compile(
    r"\s*(?:[–—-]|\||:)\s*(?:essential|required|mandatory|must(?: have)?|desirable|preferred|optional|nice to have|a plus|bonus|zwingend|pflicht|muss|wunschenswert|von vorteil|optional|exige|obligatoire|indispensable|souhaite|un plus|apprecie|imprescindible|obligatorio|deseable|valorable)\s*$"
)

LEADING_TAG = re.compile(
    r"^\s*[(\[]?(?:essential|required|mandatory|must(?: have)?|desirable|preferred|optional|nice to have|plus|bonus|zwingend|pflicht|muss|wunschenswert|von vorteil|kann|exige|obligatoire|indispensable|souhaite|imprescindible|obligatorio|deseable|valorable)[)\]]?\s*(?:[–—:|-]|\))\s*"
)

FILLER = re.compile(
    r"^(?:(?:(?:as|so) (?:is|are|would be)|and|or|but|so|und|oder|aber|et|ou|mais|y|e|o|pero|sowie|also|too|that|si|if|damit|as well as|plus|ausserdem|zudem|ademas|tambien|auch|egalement)\s+)+"
)

EXAMPLE = re.compile(
    r"(?:z\. ?b\.|e\.g\.|i\.e\.|p\. ?ej\.)|(?:such as|like|including|for example|wie|inklusive|insbesondere|comme|notamment|tels? que|par exemple|como|por ejemplo|ideally|davon|dont)\b"
)

# Nothing is missing after these: "Salesforce experience, HubSpot preferred" are two things, "Word, Excel preferred" one.
COMPLETE = re.compile(
    r"(?:experience|knowledge|skills?|degree|licen[cs]e|english|german|kenntnisse|erfahrung|ausbildung|studium|englisch|deutsch|diplome|anglais|experiencia|ingles)$|^(?:fluent|fliessend|sehr gute|good|bon|buen)\b"
)

LIKEWISE = re.compile(
    r"(?:as (?:is|are|would|does)|ebenso|genauso|de meme|tout comme|lo mismo)\b|.*\b(?:egalement|aussi|auch|ebenfalls|tambien|too|as well)\s*$"
)

NEEDED_PERSON = re.compile(
    r"(?:need|necesitamos|brauchen|cherchons)\s+(?:an? |une? |una? |eine?n? )(?!master|driver)\w*(?:or|ora|er|ist|ista|ero|era|eur|euse|ier|iere|nurse|chef|person|persona|someone|in)\b(?!')"
)

# "..., die auch Eltern verstehen", "..., because we drive": says something of what was asked, asks for nothing.
RELATIVE = re.compile(
    r"(?:die|der|das|den|dem|deren) (?:auch|man|wir|sie|sich|nicht|jeder|alle|immer|dann)\b|(?:which|who|whom|whose|because|since|as we|weil|denn|da wir|qui|dont|car|puisque|porque|ya que)\b"
)

ARTICLE = re.compile(r"(?:an?|the|eine?n?|une?|la|le|les|una?|el|los|las)\s")

SEEKING = re.compile(r"(?:look|seek|such|gesucht|recherch|cherch|busca|busco|se busca|are after)")

SOUGHT = re.compile(r"\b(?:with|mit|avec|con|who|qui|die|der|das)\s+")

TERM_BOUNDARY = re.compile(
    r"\s*[,;/|]\s*|\s+&\s+|\s+(?:and|or(?! more| above| over)|und|oder(?! mehr)|et|ou(?! plus)|y|e|o(?! mas)|u|sowie|as well as|plus|such as|like|including|incl\.?|e\.g\.|i\.e\.|ideally|z\. ?b\.|wie|inklusive|idealerweise|insbesondere|tel que|tels que|telles que|comme|notamment|como|tales como|incluyendo|p\. ?ej\.|ainsi que|asi como)\s+|\s*[()\[\]]\s*|\s+[-–—]\s+"
)

FRAME = frozenset(
    """
    you ve we i te manejas sabes du sie vous have has had hold holds holding know knows are be been is can must should need needs worked used using
    shipped bring your our their his her own way around with of in on for to at as by from the a an and or also too if that least
    minimum min more than over up years year yrs yr months month years' one two three four five six seven eight nine ten several
    experience experienced knowledge skill skills ability able understanding proficiency proficient familiar familiarity background
    expertise command grasp awareness proven strong solid good great excellent deep sound basic working practical demonstrated
    thorough extensive broad comfortable confident hands-on track record previous prior professional relevant recognised valid
    current full clear including ideally another other similar such like use tuned run running write production-quality re ll
    kennst kannst der die das den dem des ein eine einen einem einer eines mit im vom von zu zur zum auf als bei beim fur und hast haben bringst
    bringen verfugst verfugen uber sprichst sprechen mindestens mind jahr jahre jahren zwei drei vier funf erfahrung erfahrungen
    berufserfahrung kenntnisse grundkenntnisse umgang sichere sicherer sicheren sicheres sicher fundierte fundierten gute guter
    guten gutes sehr mehrjahrige mehrjahriger einschlagige einschlagiger praktische abgeschlossene abgeschlossenes abgeschlossener
    erste ersten idealerweise bereits davon eines
    le la les l d de du un une en au aux sur dans pour avec avez etes maitrise maitrisez maitriser justifiez disposez parlez deja
    moins ans an annees experiences connaissance connaissances bonne bonnes bon excellente solide solides pratique notions capacite
    niveau et vos votre
    el los las una del al con para tienes tener has trabajado menos minimo mas anos ano experiencia conocimiento conocimientos
    manejo dominio nivel buen buena avanzado avanzada avanzados demostrable dos tres cuatro cinco
    """.split()
)

FRAME_TAIL = frozenset(
    """
    = big bienvenue bienvenu la egalement aussi auch tambien is are would be also an a as required essential mandatory needed necessary must preferred desirable plus bonus advantage asset
    welcome helpful useful ideal nice to have too experience knowledge skill skills or and equivalent similar another other related
    field sector years of ist sind wird werden erforderlich vorausgesetzt von vorteil wunschenswert ware waren schon hilfreich ein
    kein muss zwingend ware waren toll super schon mit kenntnisse konnen umgehen est sont serait seraient un une atout apprecie appreciee souhaite souhaitee
    souhaitable exige exigee requis requise indispensable obligatoire minimum es son imprescindible obligatorio deseable valorable
    se valorara equivalente similaire ahnliches ahnlicher vergleichbar vergleichbare vergleichbares
    """.split()
)

NUMBERS = frozenset("one two three four five six seven eight nine ten zwei drei vier funf deux trois dos tres".split())

# How the parts of a requirement hang together.
OR = r"(?:or(?! more| above| over)|oder(?! mehr)|o\.|ou(?! plus)|o(?! mas)|u|and/or|und/oder|beziehungsweise|bzw\.)"
AND = r"(?:&|and|und|et|y|e|sowie|as well as|plus|ainsi que|asi como)"
INSTANCE = r"(?:such as|like|including|incl\.?|e\.g\.|i\.e\.|ideally|preferably|z\. ?b\.|wie|inklusive|idealerweise|insbesondere|tel que|tels que|telles que|comme|notamment|como|tales como|incluyendo|p\. ?ej\.|davon|dont)"
OR_WORD = re.compile(rf"(?<!\w){OR}(?!\w)|/")
CONNECTOR = re.compile(
    rf"(?P<example>\s*[(\[:]\s*|,?\s+{INSTANCE}\s+)|(?P<close>\s*[)\]]\s*,?\s*(?:{AND}\s+|{OR}\s+)?)|(?P<either>\s*,?\s+{OR}\s+|\s*/\s*)|(?P<both>\s*,?\s+{AND}\s+|\s+[-–—]\s+)|(?P<comma>\s*[,;|]\s+)"
)
