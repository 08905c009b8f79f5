"""Words that change what a sentence claims: negations, ranks, reach, limits, hedges, in four languages.

Tables of words are folded (see `terms.fold`); patterns match text as written, in any case.
"""

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(alternatives) + r")(?![\w-]\w|\w)", re.IGNORECASE)


def _folded(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATION = _any(
    r"no|not|never|none|nor|without|neither|cannot|\w+n['’]t|lacks?|lacking|absent|missing|yet to|nothing|unable",
    r"nein|kein\w{0,2}|nicht|nie|niemals|ohne|weder|noch nicht|fehl(?:t|en|end\w*)|nichts",
    r"ne|pas|jamais|aucune?|sans|non|ni|manque|absente?",
    r"no|nunca|jamás|sin|ningun[ao]?|ningún|tampoco|nada|falta|carece",
)  # fmt: skip
# `n'ai`, `n'est`: the elided French particle.
NEGATION_ELIDED = re.compile(r"(?<!\w)n['’](?=[aeiouyhéêà])", re.IGNORECASE)

# Said by one who wishes, offers or plans, and so claims nothing.
HEDGE = _any(
    r"would(?: (?:like|love|be|gladly|welcome|enjoy|bring|fit))?|i['’]d|want(?:s|ed)? to|wish(?: to)?|hope|hoping|look(?:ing)? forward"
    r"|look(?:ing)? for|eager|keen|curious|interested in|happy to|glad to|ready to learn|willing to learn|learn(?:ing)?|could|might"
    r"|plan to|intend to|aim to|please|thank you|appl(?:y|ying|ication) for|enclosed|attached|excited|invite you|drawn to|appeals?"
    r"|opportunity|attracts?|can imagine|let us|let me",
    r"möchte\w*|würde\w*|gerne?|freue|hoffe|wünsche|könnte\w*|interessier\w+|lernen|dazulernen|einarbeiten|bewerbe|bewerbung|anbei"
    r"|reizt|spricht mich|gespannt|danke|bitte|vorstellen|neugierig|plane(?:,| zu| \w+ zu)|bereit,? (?:mich|zu lernen)|motiviert mich|begeistert mich",
    r"aimerais|souhaite\w*|voudrais|serai(?:s|t)?|pourrais|espère|désire\w*|apprendre|hâte|envie|veuillez|candidature|intéress\w+"
    r"|merci|ci-joint|plaisir|heureu(?:x|se) de|ravie? de|me tente|m['’]attire|prêt(?:e)? à apprendre|remercie|prie|enthousiasme",
    r"gustaría|quisiera|querría|deseo|desearía|espero|aprender|ilusión|ganas|adjunto|candidatura|gracias|interesa\w*|encantad[oa]"
    r"|podría|agradezco|agradecería|atrae|presento mi|solicito|dispuest[oa] a aprender|sería",
)  # fmt: skip
# The strongest of these: a wish or an offer, whatever else the sentence says.
WISH = _any(
    r"would|wants?|wish|hope|(?:am |currently |still )learning|(?:next |still )?on my list|learn(?: more)?|could|looking for|look forward|interested in|plan to|intend to|keen to|new to me|new (?:ground|territory)|unfamiliar",
    r"möchte\w*|würde\w*|hoffe|wünsche|lernen|könnte\w*|mir (?:noch |bisher )?neu|neuland|suche|interessiert an|einarbeiten|plane(?:,| zu| \w+ zu)",
    r"aimerais|souhaite\w*|voudrais|serais|pourrais|espère|désire|apprendre|cherche|intéressée? par|nouve(?:au|lle) pour moi",
    r"gustaría|encantaría|quisiera|quiero|querría|deseo|desearía|espero|aprender|podría|busco|interesad[oa] en|sería|nuev[oa] para mí",
)  # fmt: skip
POSSESSION = _any(
    r"i have|i['’]ve|i hold|i am an?|i['’]m an?|i was|i led|i know|my \w+ years|i work|i (?!applied|enclosed|attached)\w+ed",
    r"ich habe|habe ich|ich bin|bin ich|ich verfüge|ich besitze|ich kenne|ich war",
    r"j['’]ai|je suis|je possède|je détiens|je connais|je maîtrise|je travaille",
    r"he|tengo|soy|poseo|conozco|domino|cuento con|trabajo",
)  # fmt: skip
FIRST_PERSON = _any(
    r"i|i['’](?:m|ve|d|ll)|my|me|mine|myself|we|our",
    r"ich|mein\w{0,2}|mir|mich",
    r"je|j['’]\w+|mon|ma|mes|m['’]\w+|moi",
    r"yo|mi|mis|me|he|soy|tengo|estoy|fui|trabajo|llevo|hice|\w{2,}(?:é|í)",
)  # fmt: skip
# Who says "I" does something or has something; "that is what draws me" does not.
ACTING = _any(
    r"i|i['’]\w+|my|mine|we|our|ich|mein\w{0,2}|wir|je|j['’]\w+|mon|ma|mes|nous|yo|mi|mis|he|soy|tengo|estoy|fui|trabajo|llevo|\w{2,}(?:é|í)"
)
# Spanish leaves the pronoun out: `Manejo la agenda`, `Dirijo un equipo`.
FIRST_PERSON_ES = re.compile(
    r"^(?:actualmente |también |además |hoy |allí )?(?!como|pero|cuando|todo|solo|sólo|tanto|mucho|bajo|cuanto|ello|esto|eso|segundo|primero|tercero)"
    r"\w{3,}o(?= (?:la|el|las|los|un|una|unas|unos|con|en|a|al|mi|de|\d))",
    re.IGNORECASE,
)
SECOND_PERSON = re.compile(
    r"(?<!\w)(?:(?i:you|your|yours|you['’]\w+|the ad|the advert|the advertisement|the job ad|the posting|the vacancy)"
    r"|Sie|Ihr|Ihre[mnrs]?|Ihnen|(?i:die Anzeige|die Ausschreibung|die Stellenanzeige|euch|eure?[mnrs]?|dein\w{0,2})"
    r"|(?i:vous|votre|vos|l['’]annonce|l['’]offre)"
    r"|(?i:ustedes|usted|su|sus|vuestr[oa]s?|el anuncio|la oferta|piden|pide|buscan|busca))(?!\w)"
)

REFERRAL = _any(
    r"(?:told|recommended|suggested|encouraged|introduced|mentioned|pointed|invited|urged|advised|asked|approached|contacted|tipped)"
    r" (?:this (?:post|job|role|position|opening) to )?me\b(?: to (?:apply|send|get|write|join|come|contact))?(?: about)?",
    r"(?:was|were|been) (?:referred|recommended|invited|approached|encouraged|headhunted|asked to apply)",
    r"(?:on|at|upon) the (?:recommendation|suggestion|advice|invitation) of|referr(?:ed|al) (?:by|from)|recommended (?:that i|i|to me)"
    r"|suggested (?:that i|i)|heard (?:about|of) (?:this|the|your) \w+ (?:from|through)|(?:spoke|talked|chatted) (?:with|to)|i met\b",
    r"(?:hat|haben|wurde|worden|habe) (?:mir|mich|ich)\b[^.]{0,80}(?:empfohlen|erzählt|aufmerksam gemacht|geraten|vorgeschlagen|angesprochen"
    r"|eingeladen|hingewiesen|ermutigt)",
    r"(?:mir|mich)\b[^.]{0,60}(?:empfohlen|empfahl|erzählte?|aufmerksam gemacht|aufmerksam|geraten|riet|vorgeschlagen|angesprochen|hingewiesen)"
    r"|auf (?:Empfehlung|Anregung|Rat|Hinweis|Einladung) (?:von|des|der|Ihre[sr])",
    r"m['’](?:a|ont|avait) (?:parlé|recommandé|conseillé|suggéré|orientée?|invitée?|encouragée?|proposé|signalé|contactée?)",
    r"sur (?:les conseils|la recommandation|l['’]invitation|le conseil) (?:de|d['’]|du)",
    r"me (?:recomendó|habló|sugirió|animó|invitó|comentó|aconsejó|propuso|dijo|contactó|ha recomendado|ha hablado|ha animado|recomendaron)",
    r"por (?:recomendación|consejo|sugerencia|invitación) de",
)  # fmt: skip
# Facts of a life: a letter may only tell them if the person did.
BIOGRAPHY = _any(
    r"family|mother|father|mum|mom|dad|parents?|uncle|aunt|brother|sister|grand\w+|wife|husband|son|daughter|cousin|neighbou?r|friends?"
    r"|childhood|child|as a (?:boy|girl|kid|student)|grew up|was born|since i was|loyal|customer of|regular(?:ly)?|fan of|bought|visited"
    r"|shopped|eaten|ate|stayed|always (?:admired|dreamed|dreamt|wanted|loved|been)|lifelong|for years|admired|followed|dreamed|dreamt"
    r"|(?:your|the) (?:product|app|software|service|shop|restaurant)s? (?:every|each|daily|myself)|attended|volunteered at your"
    r"|last (?:year|summer|week|month)|met",
    r"Familie|Mutter|Vater|Eltern|Onkel|Tante|Bruder|Schwester|Gro(?:ß|ss)(?:vater|mutter|eltern|onkel|tante)\w*|Sohn|Tochter|Nachbar\w*|Freund\w*|Kindheit|als Kind"
    r"|aufgewachsen|geboren|Kund(?:e|in)|Stammkund\w+|gekauft|besucht|bedient|schon (?:immer|lange|als)|seit Jahren|bewundere\w*|verfolge\w*"
    r"|Praktikum|treue[rn]?",
    r"famille|mère|père|parents|oncle|tante|frère|sœur|soeur|grand-\w+|mari|femme|fils|fille|voisine?|amie?s?|enfance|enfante?|grandi"
    r"|née?|clientes?|clients?|achetée?|visitée?|mangée?|depuis (?:des années|longtemps|toujours)|toujours|admire\w*|fidèle|rêve\w*|suis née?",
    r"familia|madre|padre|padres|tío|tía|hermano|hermana|abuel[oa]s?|marido|mujer|hijo|hija|vecin[oa]|amig[oa]s?|infancia|niñ[oa]|crecí|nací"
    r"|client[ea]s?|compr(?:é|o|amos)|visit(?:é|o)|comido|desde (?:hace años|siempre|pequeñ[oa])|siempre|admir\w+|fiel|soñ\w+",
)  # fmt: skip
PLACEHOLDER = re.compile(
    r"\[[^\]\n]{0,60}\](?!\()|\{\{?[^}\n]{1,60}\}?\}|<(?!/?(?:b|i|br|p|em|strong|a|ul|li|h\d|https?:|[\w.+-]+@)\b)[A-Za-zÀ-ÿ][^<>\n]{1,40}>"
    r"|(?<!\w)(?:X{3,}|x{3,}|Y{3,}|TBD|TODO|TBC|N\.?N\.?|lorem ipsum)(?!\w)|_{3,}|\.{6,}|…{2,}|\?{3,}"
)
# Brackets that belong to a product name (`ESI[tronic]`) or to Markdown are no placeholder.
PLACEHOLDER_WORD = re.compile(
    r"name|company|firma|unternehmen|entreprise|empresa|title|titel|titre|titulo|título|date|datum|fecha|address|adresse|dirección|position"
    r"|stelle|poste|puesto|insert|your|ihr|votre|su|role|employer|manager|phone|email|e-mail|city|stadt|ville|ciudad|hier|here|ici|aquí"
    r"|skill|number|x|n\.?n|anrede|ansprechpartner|contact|nom|nombre|prénom|vorname|nachname|street|zip|plz",
    re.IGNORECASE,
)

HELPED = _any(
    r"help(?:s|ed|ing)?|assist(?:s|ed|ing|ance)?|support(?:s|ed|ing)?|t(?:ook|ake|akes|aking) part|participat\w+|contribut\w+"
    r"|(?:was |am )?(?:a )?member of|(?:was |am )?part of|shadow\w*|observ(?:ed|ing)|aid(?:ed|ing)|involved in|under (?:a|the|close)|fill(?:s|ed|ing)? in|st(?:ood|and|ands|anding) in|cover(?:s|ed|ing)? for|deputi[sz]\w+|s[ia]t(?:s|ting)? on|serv(?:e|es|ed|ing) on|stepp?(?:s|ed|ing)? in",
    r"unterstütz\w*|hilf\w*|half|geholfen|mithilfe|mithelfen|aushilfe|mitarbeit|mitgearbeitet|mitwirk\w*|mitgewirkt|teilnahme|teilgenommen"
    r"|beteilig\w*|mitglied|assistier\w*|assistenz|arbeite\w*\b[^.;,]*\bmit(?=\s*(?:$|[.,;]))|wirk\w*\b[^.;,]*\bmit(?=\s*(?:$|[.,;]))|nehme\b[^.;]*\bteil|helfe|zuarbeit\w*|vertret(?:e|en|ung|ungen|ungsweise|e[nr]?)|vertrat|springe\b[^.;,]*\bein|eingesprungen|ausgeholfen|beitrag|begleitend|hospit\w+",
    r"aid(?:e(?!-)|é|ée|er|ais|ait)|particip\w*|contribu\w*|assist(?:é|ée|er|ais|ait|e)|soutien|soutenu|appui|membre|épaul\w+|renfort|rempla[cç]\w+|supplé\w+",
    r"apoy(?:o|é|ar|aba|ando|amos)|ayud(?:a|o|é|ar|aba|ando)|particip\w*|contribu\w*|colabor\w*|miembro|asist(?:o|í|ir|ía|encia)|soporte|sustitu\w+|supl(?:o|í|ía|ir|iendo)",
)  # fmt: skip
# Words by which somebody claims to have been at the head of a thing.
HEADED = _any(
    r"led|lead(?:s|ing)?|headed|heads|heading (?:the|a|up)|manag(?:e|es|ed|ing)|direct(?:s|ed|ing)|own(?:s|ed|ing)|dr(?:ove|ives?|iving) (?:the|all|a)\b"
    r"|spearhead\w*|mastermind\w*|orchestrat\w*|pioneer\w*|found(?:ed|ing)|champion(?:s|ed|ing)?|overs(?:ee|aw|ees|eeing|een)|supervis\w+"
    r"|(?:in|took|take) charge|sole(?:ly)? responsib\w*|responsible for|architect(?:s|ed|ing)|chair(?:s|ed|ing)|command(?:s|ed|ing)|govern(?:s|ed|ing)"
    r"|steer(?:s|ed|ing)|head of|leadership|rolled out|established|launched|accountable|coordinat(?:e|es|ed|ing)",
    r"leitung|leitete\w*|leite|geleitet|verantwort\w+|federführ\w*|herausgeb\w*|initiier\w*|initiator\w*|gründe(?:te|r|rin)|gegründet"
    r"|steuerung|steuerte|gesteuert|eigenverantwort\w*|alleinverantwort\w*|hauptverantwort\w*|chef\w*"
    r"|organisation|organisiert\w*|projektleit\w*|koordin\w+|vorsitz\w*|leiter(?:in)?",
    r"direction|dirig\w+|pilot\w+|responsable|responsabilité|chef(?:fe)? de|gér(?:é|ée|er|ais)|gestion|men(?:é|ée|er)|encadr\w+|supervis\w+"
    r"|fond(?:é|ée|er|ateur|atrice)|orchestr\w+|organis\w+|initi(?:é|ée|er)|coordin\w+|à la tête|conduit|conduite",
    r"dirección|dirig\w+|dirij\w+|lider\w+|jefatura|responsable|responsabilidad|gestion(?:é|aba|o|ar)|encabe\w+|supervis\w+|fund(?:é|ador|adora|ar)"
    r"|coordin\w+|encargad[oa]|al frente|a cargo|impuls\w+|mando|organiz\w+",
)  # fmt: skip
# To keep a thing going is to manage it; only taking the head of what others ran is more.
RAN = _any(
    r"teach\w*|taught|r[ua]n(?:s|ning)?|look(?:s|ed|ing)? after|keep(?:s|ing)?|kept|in charge|(?:line-)?manag\w+|handl\w+|organi[sz]\w+|plan(?:s|ned|ning)?|own(?:s|ed|ing)?",
    r"unterrichte\w*|führ(?:e|t|te|en)|geführt|betreu\w+|verwalt\w+|plan(?:e|te|en|ung)|geplant|organis\w+|dienstplan\w*",
    r"anim(?:e|é|er|ais|ait)|tien(?:s|t)|tenue?|s['’]occup\w+|gèr\w+|gér\w+|gestion|organis\w+|planifi\w+|prépar\w+",
    r"impart\w+|llev\w+|me (?:ocupo|encargo|ocupaba|encargaba)|gestion\w*|organi[zc]\w+|planific\w+",
)  # fmt: skip
# German "leite ... an" is to instruct, not to lead.
INSTRUCTS = re.compile(
    r"(?<!\w)(?:leite|leitete|leiten)\b[^.;]*\ban(?=\s*(?:$|[.,;)]|und\b))|angeleitet|Anleitung", re.IGNORECASE
)

# How far something reached, from the whole organisation to the world.
REACH = _any(
    r"national(?:ly)?|nation-?wide|country-?wide|state-?wide|county(?:-wide)?|region(?:al|ally|-wide|wide)|global(?:ly)?|world-?wide|international(?:ly)?"
    r"|company-?wide|group-?wide|firm-?wide|organi[sz]ation-?wide|enterprise-?wide|school-?wide|hospital-?wide|trust-?wide|site-?wide|city-?wide"
    r"|district-?wide|industry(?:-wide)?|across (?:the|all|every|several|multiple) (?:company|organi[sz]ation|country|group|firm|business|sites?"
    r"|departments?|offices?|regions?|hospitals?|schools?|countries|plants?|branches|locations|trust|county|state|city|stores?)"
    r"|(?:entire|whole) \w+|all (?:sites|departments|offices|branches|locations|stores|plants|teams|schools|hospitals|regions)"
    r"|multi-?(?:site|state|country|county|region(?:al)?|national)|cross-?(?:company|site)|europe(?:an)?-?wide|continental|statewide|federal",
    r"bundesweit\w*|landesweit\w*|weltweit\w*|konzernweit\w*|unternehmensweit\w*|firmenweit\w*|europaweit\w*|deutschlandweit\w*|überregional\w*"
    r"|national\w*|international\w*|global\w*|regional\w*|branchenweit\w*|standortübergreifend\w*|hausweit\w*|stadtweit\w*|klinikweit\w*"
    r"|(?:im |des |das |der |die |den )?gesamt(?:e[nrsm]?)?(?= \w)|alle[nr]? (?:Standorte\w*|Abteilungen|Filialen|Werke\w*|Bereiche\w*|Häuser\w*)",
    r"nationa(?:l|le|les|ux)|régiona(?:l|le|les|ux)|internationa(?:l|le|les|ux)|mondia(?:l|le|les|ux)|départementa(?:l|le|les|ux)|européen(?:ne)?s?"
    r"|(?:tout|toute) (?:le|la|l['’]) ?(?:groupe|entreprise|société|région|pays|établissement|réseau|site|hôpital)|l['’]ensemble (?:du|de la|des)"
    r"|tous les (?:sites|services|établissements|magasins)|dans toute la \w+",
    r"naciona(?:l|les)|regiona(?:l|les)|internaciona(?:l|les)|mundia(?:l|les)|provincia(?:l|les)|europe[oa]s?|global(?:es)?|autonómic[oa]"
    r"|tod[oa] (?:el|la) (?:empresa|grupo|país|región|organización|comunidad|centro|planta|compañía|hospital)"
    r"|tod[oa]s l[oa]s (?:centros|sedes|departamentos|tiendas|almacenes)",
)  # fmt: skip
UNIVERSAL = _any(
    r"every single(?: one)?|every(?! (?:other|day|week|month|year|quarter|morning|evening|night|shift|summer|spring|autumn|winter|term|season|saturday"
    r"|sunday|monday|tuesday|wednesday|thursday|friday))|all(?! (?:day|year|round|weathers?|kinds|sorts|ages|over|along|about))|always|entirely|"
    r"100 ?%|fully|without exception|each and every",
    r"alle[nrs]?|sämtliche\w*|jede[rsmn]? einzelne\w*|immer|ausnahmslos|lückenlos|vollständig|ausschließlich|hundertprozentig",
    r"tou(?:s|tes) (?:les|mes|nos|ses)|chacune?|sans exception|toujours|entièrement|la totalité|intégral\w*",
    r"tod[oa]s(?: l[oa]s| mis)?|siempre|sin excepción|cada un[oa]|íntegr\w+|totalidad",
)  # fmt: skip
# A source that says as much as `all`.
TOTAL = _any(r"everything|everybody|everyone|whole|alles|tout|todo")
TIME_ALL = _folded(
    "day days week weeks year years tag tage tagen jour jours dias ano anos semaines semanas woche wochen time zeit"
)

# Who something was for, from a room to the world; the place in the row is how far it reaches.
LADDER: tuple[re.Pattern[str], ...] = (
    _any(r"ward|team|shift|class|crew|station|schicht|klasse|équipe|classe|equipo|turno|clase|planta"),
    _any(r"department|unit|branch|store|shop|abteilung|filiale|bereich|service|rayon|magasin|boutique|departamento|tienda|sección|sucursal"),
    _any(r"school|hospital|clinic|site|plant|museum|hotel|company|firm|schule|klinik|betrieb|werk|standort|unternehmen|école|hôpital|clinique"
         r"|usine|entreprise|société|escuela|colegio|clínica|fábrica|empresa|compañía"),
    _any(r"city|town|borough|village|municipal|local|stadt|stadtteil|gemeinde|ville|commune|municipale?|ciudad|municipio|pueblo|barrio"),
    _any(r"county|district|(?:land)?kreis|landkreis|bezirk|département|comarca|provincia|provincial"),
    _any(r"state|region|regional|province|land|bundesland|région|régionale?|región|comunidad autónoma"),
    _any(r"country|nation|national|federal|bund|bundesweit\w*|pays|nationale?|país|nacional"),
    _any(r"europe|european|global|world|international|weltweit\w*|europaweit\w*|europe|européenne?|monde|mondiale?|mundo|mundial|europe[oa]"),
)  # fmt: skip
# The narrowest of limits: what is so bounded is hardly done at all.
BARELY = _any(
    r"only|solely|tried|dabbled|just|first steps|a few times|once|nur|lediglich|ausprobiert|erste schritte|einmal|seulement|uniquement"
    r"|essayé|testé|une fois|solo|sólo|únicamente|probado|una vez"
)
# A mark, as a degree or an examination gives it.
MARK = re.compile(
    r"(?<!\w)(?:(?:first|second|third|upper second|lower second)[- ]class(?: honou?rs)?|2[:.][12](?!\d)|(?:summa|magna|insigni) cum laude|cum laude"
    r"|with (?:high )?(?:distinction|merit|honou?rs)|gpa:? \d[.,]\d+|note:? \d[.,]\d+|mention (?:très bien|assez bien|bien|passable)"
    r"|matrícula de honor|sobresaliente|nota media:? \d[.,]\d+)(?!\w)",
    re.IGNORECASE,
)

# What a limit says of a skill, a degree or a figure; losing it makes the claim bigger.
LIMITS = _any(
    r"only|basics?|beginner|limited|local|some|part(?:ly|ial|ially)?|part-\w+|learning|expired|lapsed|assist\w*|as an? user|entry[ -]level"
    r"|elementary|introduct\w+|theory|coursework|hobby|temporary|cover|trainee|student|expected|ongoing|in progress|not (?:yet )?\w+|under supervision"
    r"|supervised|simple|occasional\w*|mostly|mainly|school level|conversational|scripts|self-taught|short|stand-in|acting|interim|voluntary|volunteer"
    r"|reading|observ\w+|amateur|little|a bit|(?:\w+-)(?:day|hour|week|evening) (?:course|class|workshop|seminar)|one (?:class|course|day|workshop)|tried|provisional|pending|until \d{4}|internal|handover|level [0-2]",
    r"nur|grund\w+|anfänger\w*|einfache?\w*|begrenzt\w*|teilweise|in teilen|abgelaufen|laufend|noch nicht|begonnen|vertretung\w*|befristet|aushilf\w*"
    r"|basis\w*|ehrenamtlich|hobby|unter anleitung|unter aufsicht|gelegentlich|überwiegend|schul\w+|theoretisch|teilzeit|nebenberuflich|werkstudent\w*|privat|wenig|etwas|kaum|\w+tägig\w*|(?:ein|eine[rn]?) (?:kurs|tag|schulung|lehrgang)|ausprobiert",
    r"notions|débutante?|bases?|scolaire|seulement|uniquement|partiel\w*|en cours|limité\w*|simple|occasionnel\w*|remplacement|temps partiel|intérim"
    r"|expiré\w*|lecture|surtout|principalement|saisons?|stage|élémentaire|sous (?:la )?supervision|bénévol\w+|amat(?:eur|rice)|(?:un )?peu|(?:un|deux|trois) (?:jours?|stages?|cours)|initiation|loisir",
    r"básic[oa]s?|nivel básico|nociones|principiante|solo|sólo|únicamente|parcial\w*|en curso|limitad[oa]|ocasional\w*|caducad[oa]|sustitución|eventual"
    r"|media jornada|elemental|sobre todo|prácticas|iniciación|bajo supervisión|voluntari[oa]|aficionad[oa]|(?:un )?poco|algo|un curso|afición",
)  # fmt: skip
# A paper that is not held now, and words of one who holds it.
EXPIRED = _any(
    r"(?:working|work|studying) (?:towards?|for)|in progress|pending|in vorbereitung|angemeldet|begonnen|en préparation|inscrite? à|en curso|en trámite"
    r"|expired|lapsed|abgelaufen|ungültig|expirée?|périmée?|caducad[oa]|vencid[oa]|planned|not (?:yet )?taken|booked|offen|à passer"
)
HOLDING = _any(
    r"hold(?:er|s|ing)?|held|certified|earned|completed|passed|active|current|valid|obtained|with the|inhaber(?:in)?|besitz\w*|bestanden|gültig\w*|abgeschlossen"
    r"|titulaire|obtenue?|détien\w+|valide|titular|obtenid[oa]|poseo|vigente|en vigor"
)
EXPERT = _any(
    r"expert(?:ise)?|advanced|in-depth|mastery|master(?:s|ed)? of|deep(?: knowledge)?|extensive(?:ly)?|proficient|specialist in|fluent|senior-level|world-class"
    r"|award-winning|certified|accredited|licen[sc]ed|chartered|qualified|registered|approved",
    r"expert\w*|fundiert\w*|umfassend\w*|vertieft\w*|tiefgehend\w*|fortgeschritten\w*|ausgezeichnet\w*|langjährig\w*|spezialist\w*|zertifiziert\w*"
    r"|geprüft\w*|anerkannt\w*|staatlich|perfekt\w*|meisterhaft",
    r"expert\w*|avancée?s?|approfondie?s?|maîtrise|parfait\w*|certifiée?s?|diplômée?s?|agréée?s?|spécialiste|confirmée?s?|habilitée?s?",
    r"expert[oa]s?|avanzad[oa]s?|dominio|amplia|profund[oa]s?|certificad[oa]s?|acreditad[oa]s?|titulad[oa]s?|homologad[oa]s?|especialista|perfect[oa]",
)  # fmt: skip
ATTESTED = _any(
    r"certified|accredited|licen[sc]ed|chartered|registered|approved|qualified|zertifiziert\w*|staatlich anerkannt\w*|geprüft\w*|certifiée?s?|diplômée?s?"
    r"|agréée?s?|habilitée?s?|certificad[oa]s?|acreditad[oa]s?|titulad[oa]s?|homologad[oa]s?|colegiad[oa]s?"
)

AWARD = _any(
    r"awards?|awarded|award-winning|prizes?|w(?:on|inner|inning)|honou?red|medal(?:list|s)?|trophy|(?:as|the|named|voted) best \w+"
    r"|(?:employee|staff|team|shop|bookshop|restaurant|project|company|chef|nurse|\w+(?:er|or|ist|ee|ian)) of the (?:year|month|quarter|season)"
    r"|top (?:performer|seller|\d+)|distinction|nominated|nominee|finalist|shortlisted|runner-up|first place|commendation|commended|scholarship|recogni[sz]ed (?:as|for|by)"
    r"|hall of fame|employee of|champion of|michelin",
    r"auszeichnung\w*|ausgezeichnet\w*|preisträger\w*|(?:innovations|ausbildungs|gründer|design|kultur|förder|umwelt|publikums|staats|ehren|landes|bundes)\w*preis\w*"
    r"|(?:1\.|erste[rn]?|zweite[rn]?) (?:preis|platz)|gewonnen|gewinner\w*|sieger\w*|(?:als|zum|zur) beste[rn]? \w+|medaille|ehrung|geehrt|prämiert\w*|nominiert\w*"
    r"|\w+(?:er|in|ist|ling|betrieb) des (?:jahres|monats)|stipendium|finalist\w*|summa|platz eins|sternekoch|sterneköchin",
    r"(?:premier|1er|grand) prix|prix (?:du meilleur|de la meilleure|d['’]excellence|national|régional|du public)|remport\w+|récompens\w*|lauréate?|médaill\w*|distinction"
    r"|(?:le|la|du|de la) meilleure? \w+ (?:de|du|d['’])\w*|primée?|gagn(?:é|ant|ante)|trophée|finaliste|(?:premi(?:er|ère)|deuxième|seconde?|troisième) place|vainqueur"
    r"|employée? du mois|(?:employée?|\w+(?:ier|ière|eur|euse|iste)) de l['’]année|étoilée?|concours",
    r"premios?|galard\w+|premiad[oa]|medalla|(?:el|la|al|a la|como) mejor \w+|ganador\w*|gané|trofeo|finalista|(?:primer|segundo|tercer) (?:puesto|lugar|premio)|distinción"
    r"|(?:emplead[oa]|\w+(?:or|ora|ero|era|ista)) del (?:mes|año)|beca|nominad[oa]|concurso",
)  # fmt: skip

# Which place somebody took.
PLACING = _any(
    r"first|second|third|1st|2nd|3rd|gold|silver|bronze|winner|runner-up|finalist|shortlisted|nominated|won",
    r"erste[rns]?|zweite[rns]?|dritte[rns]?|sieger\w*|gewonnen|gold|silber",
    r"premi(?:er|ère)|deuxième|second(?:e)?|troisième|lauréate?|finaliste|gagn(?:é|ant|ante)",
    r"primer[oa]?|segund[oa]|tercer[oa]?|ganador[a]?|finalista|gan(?:é|ado)",
)  # fmt: skip
# Nobody else had a part in it.
SOLE = _any(
    r"single-?handed(?:ly)?|sole(?:ly)?|all by myself",
    r"im alleingang|alleinverantwort\w+|ganz allein|hauptverantwort\w+",
    r"à (?:moi|elle|lui) seule?|toute seule|tout seul",
    r"en solitario|por mi cuenta|únic[oa] responsable",
)  # fmt: skip

# A boast by negation: "no accidents" is a figure of zero.
SPOTLESS = _any(
    r"(?:no|zero|without(?: a(?: single)?)?|never (?:had|missed|a)) (?:\w+ )?(?:accidents?|errors?|complaints?|incidents?|defects?|absen\w+|injur\w+|downtime|mistakes?"
    r"|delays?|deadlines?|findings|losses|violations?|outages?|rejections?|infections?|falls?|reworks?|sick days?)",
    r"(?:keine?|null|ohne|unfall|fehler)\s?(?:einzige[rn]? )?(?:unfälle?|fehler|beschwerden?|reklamationen?|mängel|ausfälle?|fehlzeiten|beanstandungen?|frei)",
    r"(?:sans|aucune?|zéro) (?:accidents?|erreurs?|plaintes?|incidents?|défauts?|réclamations?|retards?|absences?)",
    r"(?:sin|cero|ningún|ninguna) (?:accidentes?|errores?|quejas?|incidentes?|incidencias?|defectos?|reclamaciones?|retrasos?|bajas?|mermas?)",
)  # fmt: skip

# Being available is a claim of its own; the groups say for what.
AVAILABLE = _any(
    r"willing|available|happy|flexible|open|ready|prepared|able|can|free|free to|availability|mobile|possible|ok with|fine with|comfortable",
    r"bereit\w*|verfügbar\w*|möglich|flexibel|offen|\w*bereitschaft|gerne?|jederzeit|mobil|vorbereitet|geplant|hohe|uneingeschränkt",
    r"disponib\w+|prête?|mobile|mobilité|ouverte?|possible|flexible|accepte|envisag\w+",
    r"disponib\w+|dispuest[oa]|abiert[oa]|posibilidad|flexib\w+|movilidad|acepto|libre",
)  # fmt: skip
MOBILITY: dict[str, re.Pattern[str]] = {
    "travel": _any(r"travel\w*|overnight|lodg\w+|away|stay(?:ing)? (?:over|away)|long haul|reise\w*|reisetätigkeit|dienstreisen|montage\w*|auswärts"
                   r"|déplace\w+|voyag\w+|viaj\w+|desplaza\w+|desplac\w+"),
    "relocation": _any(r"relocat\w+|mov(?:e|ing) to|umzug\w*|umziehen|umzuziehen|déménag\w+|mutation|traslad\w+|mudan\w+|mudar\w*|cambio de residencia"),
    "hours": _any(r"nights?|weekends?|sundays?|shifts?|on[- ]call|nächte|nacht\w*|wochenend\w*|sonntag\w*|schicht\w*|bereitschaftsdienst\w*|rufbereitschaft"
                  r"|nuits?|week-?ends?|dimanches?|astreintes?|noches?|nocturn\w+|fin(?:es)? de semana|domingos?|festivos|turnos?|guardias?"),
}  # fmt: skip
PERMIT = _any(
    r"visa|work permit|right to work|permanent resid\w+|green card|citizen\w*|residence permit|security clearance|cleared|work authori[sz]ation|authori[sz]ed to work"
    r"|settled status|no sponsorship|naturali[sz]ed|passport",
    r"arbeitserlaubnis|aufenthaltstitel|aufenthaltserlaubnis|niederlassungserlaubnis|staatsbürger\w*|staatsangehör\w*|unbefristete aufenthalts\w+|blaue karte"
    r"|sicherheitsüberprüf\w*|visum|eu-bürger\w*",
    r"titre de séjour|permis de travail|carte de résident|nationalité|ressortissante?|citoyen\w*|habilitation (?:secret|défense)|autorisation de travail",
    r"permiso de trabajo|permiso de residencia|nacionalidad|ciudadan\w+|residencia permanente|visado|nie en vigor|habilitación de seguridad",
)  # fmt: skip
REGULATION = _any(
    r"gdpr|hipaa|pci(?:[ -]dss)?|sox|soc ?[12]|iso(?: ?\d+)?|ifrs|frs(?: ?\d+)?|gaap|haccp|osha|msha|fda|gmp|glp|gcp|mdr|en ?\d+|din|vde|dguv|asme|aws d\d.*|nec|nfpa|fsma|brc(?:gs)?"
    r"|ifs|fsc|reach|rohs|ce|coshh|cdm|riddor|cqc|ferpa|coppa|ccpa|basel(?: [iv]+)?|mifid|solvency|aml|kyc|dsgvo|bdsg|sgb|hgb|lksg|rgpd|lopd(?:gdd)?|nf|nis ?2|dora|lebensmittelrecht"
    r"|datenschutz\w*|data protection|food safety|food hygiene|cmmi|itar|ear|faa|easa|adr|imdg|iata|etim|wcag"
)
DEGREE = _any(
    r"ph\.?d\.?|doctora(?:te|l)|dr\.?|mba|ll\.?m\.?|m\.?sc\.?|m\.?a\.?|m\.?eng|b\.?sc\.?|b\.?a\.?|b\.?eng|bachelor\w*|master\w*|diploma|degree|graduate|postgraduate|diplom\w*"
    r"|magister|promotion|staatsexamen|meister\w*|techniker|abitur|licence|licenciatura|grado|doctorado|doctorat|máster|bts|but|dut|cap|bac|brevet|ingénieur|associate|professur"
)
LICENCE = _any(
    r"licen[cs]e\w*|certifi\w*|card|permit|endorsement|registr\w*|accredit\w*|ticket|badge|diploma|course|clearance|chartered|membership|zertifi\w*|\w*schein|berechtigung\w*"
    r"|zulassung|lehrgang|prüfung|führerschein\w*|befähigung\w*|fachan\w+|fachwirt\w*|meisterbrief|permis|habilitation|attestation|carné|carnet|licencia|permiso|certificado|título"
)

# Words of rank in a job title; `lower` ones make a title smaller, so losing them makes it bigger.
RANK_WORDS = _folded(
    "senior principal staff lead leader leading leitend leitender leitende head chief director directeur directrice direktor direktorin vice president vp "
    "ceo cto cfo coo cio manager manageress executive exekutiv executif executive partner partnerin supervisor foreman master meister meisterin leiter leiterin "
    "leitung teamleiter teamleiterin abteilungsleiter chef cheffe chefin jefe jefa gerente encargado encargada responsable superintendent captain "
    "owner founder cofounder inhaber inhaberin grunder fundador fundadora fondateur fondatrice geschaftsfuhrer geschaftsfuhrerin prokurist "
    "second sous consultant architect specialist expert professor profesor professeur coordinador coordinator koordinator oberarzt chefarzt capataz"
)
LOWERING_WORDS = _folded(
    "apprentice assistant associate deputy junior jr trainee intern student helper helferin helfer aide acting interim volunteer temporary probationary graduate "
    "cadet substitute relief auszubildender auszubildende azubi praktikant praktikantin werkstudent werkstudentin hilfskraft aushilfe assistent assistentin "
    "volontar volontarin referendar referendarin lehrling stellvertretender stellvertretende stv apprenti apprentie stagiaire assistante adjoint adjointe "
    "auxiliaire alternant alternante commis becario becaria aprendiz auxiliar ayudante asistente practicas suplente subjefe vice hilfs"
)
LOWERING_NOTES = _any(
    r"part[- ]time|temporary|cover|student|intern(?:ship)?|volunteer|voluntary|acting|interim|seasonal|freelance|placement|summers?|unpaid|maternity",
    r"teilzeit|befristet|vertretung|praktikum|aushilfe|minijob|werkstudent\w*|ehrenamt\w*|saison|ferienjob|elternzeitvertretung",
    r"temps partiel|remplacement|stage|intérim|saisons?|saisonnier|saisonnière|bénévol\w+|alternance|cdd",
    r"media jornada|sustitución|prácticas|temporal|eventual|voluntari\w+|beca|verano|campaña",
)  # fmt: skip

# Levels of a language from A1 = 1 to C2 = 6; a mother tongue is 7.
LEVELS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), level)
    for pattern, level in (
        (r"native|mother tongue|bilingual|muttersprach|erstsprache|zweisprachig|maternelle|natif|bilingue|bilingüe|nativ[oa]|materna", 7.0),
        (r"C2|proficient|perfekt|parfait", 6.0),
        (r"C1|fluent|business|full professional|professional|verhandlungssicher|flie(?:ß|ss)end|courant|professionnel|fluid[oa]|advanced|avanc|avanzad"
         r"|nivel alto|\balto\b|excellent|ausgezeichnet|sehr gut|very good", 5.0),
        (r"B2|upper|konversationssicher|bon niveau|\bgood\b|\bgut\w*", 4.0),
        (r"B1|conversational|intermedi|intermédi|nivel medio|\bmedio\b|working knowledge|mittel", 3.0),
        (r"A2|element|school|schulkenntnisse|scolaire|rusty|limited|reading|grundkenntnisse|basic|básic|notions|nociones", 2.0),
        (r"A1|beginner|anfänger|débutant|principiante|wenig|learning", 1.0),
    )
)  # fmt: skip

# Words of everyday work and of letters: said anew without claiming anything new. Folded.
EVERYDAY = _folded(
    """
ability able accurate accurately achieve achieved across act active actively add added additional adapt adapted address administer administered advice advise
advised aid aim application apply approach area arrange arranged arrangement aspect assess assist assisted attention available background based become begin began
benefit bring bringing brought build building built busy calm capable care careful carefully caring carry carried carrying case cause change changed changing check
checked checking chance choose clean clear clearly close closely collaborate collaborated collaborating collaboration collaborative colleague colleagues collect collected combine
combined comfortable committed commitment common communicate communicated communication community complete completed completing conduct conducted conducting connect
consistent consistently contact content continue continued continuous contribute contributed contribution cooperate coordinate core create created creating creation
current currently cut daily day dealing deal dealt dear decade decrease decreased dedicated deliver delivered delivering delivery department demonstrate describe
detail detailed details develop developed developing development different direct discuss display documentation draw drive driven drop dropped due duties duty each early
ease easy effective effectively efficient efficiently effort encourage end engage engaged engaging enable enabled ensure ensured ensuring enthusiasm enjoy enjoyed environment
established everyday exactly example excellent execute executed executing expand experience experienced explain explaining fact familiar fast field finally find fit
focus focused focusing follow followed following form found foundation friendly full further future gain gained general get give given giving goal good ground group
grow growing grown guide guided handle handled handling hands happy hard helpful help helped high hiring hold honest idea implement implemented implementing important
improve improved improvement improving include included including increase increased independent independently individual inform information initial inspect install
interest interested introduce introduced involve involved issue item job join joined keep keeping kept key kind know known large last later lead level letter like line
listen little live long look looked looking lower lowered main maintain maintained maintaining maintenance major make making manner many match matter mean meet member
method mind modern month monthly motivated move moved name near necessary need needed new next note noted number offer office open operate operated operating operation
opportunity order organise organised organising organisation organize organized organizing overall overview own paid part particular pass past people perform performed
performing period person personal phase place plan planned planning play please plus point position possible post practical practice prepare prepared preparing present
previous previously prior process produce produced producing product production professional proficient progress proof proud prove proven provide provided providing
purpose put quality quick quickly raise raised range read ready real reason receive received record recorded recording recently reduce reduced reducing reduction regular
regularly related reliable reliably remain report require required responsibilities responsibility responsible rest result resulting review reviewed reviewing right role routine
routinely run running safe safely same see seek seen send sent serve served serving service set setting several share shared show showed shown significant significantly simple since
skill skilled skills small solid solve solving special spent staff stage start started state stay steady step strength strong structure structured success successful
successfully suit support supported supporting sure system systems take taken taking task tasks teach team teams teamwork thing things think thorough thoroughly time timely today together
took top track train trained training transfer treat try turn type understand understanding undertake undertook unit update updated updating use used user using usual usually
utilise utilize utilized value various view way week weekly well wide work worked worker working workplace world write writing written year yearly young stakeholder
rather quite indeed especially particularly proud pride pleased enjoyable actually exactly familiar territory shift whole heart comes matters means knew learned learnt
pressure trust trusted honest patient patience calmly sound reads reading lives live based suits familiarity natural naturally equally happily gladly soon convince truly deeply strongly likewise
newly hired hire annual annually seasoned adept versed accomplished preceded preceding followed dont davon darunter solution solutions tool tools topic hour hours minute minutes employer employee employment career profile summary background regards sincerely faithfully sir madam manager
class classes category applicant candidate candidacy vacancy advertised conversation interview attitude passionate passion dependable detail-oriented organised punctual proactive flexible
positive supportive customer customers client clients situation situations need needs thrive bringing hand-on firsthand evidence resume requirement gap asks mention mentions names
aber besonders stolz darauf dass konnte konnten kann gelernt lernte druck sauber sorgfaltig grundlich ruhig gelassen freundlich zuvor danach dabei damit dadurch davon dazu hierbei bisher
oft haufig meist zudem ausserdem daruber hinaus ebenso sowie gerade genau wichtig gelesen anzeige ausschreibung uberzeuge uberzeugen personlich personlichen spreche beherrsche kenne weiss selbstverstandlich vertraut
klasse kategorie stufe abend ablauf ablaufe abteilung aktiv aktuell alltag anforderung anforderungen angebot anliegen ansprechpartner anschreiben arbeit arbeiten arbeitsalltag arbeitsplatz arbeitsweise
art aufgabe aufgaben aufbau ausfuhrung austausch auswahl bearbeitung bedarf bedurfnisse beginn bereich bereiche bericht beruf berufliche berufserfahrung beschaftigung beitrag
betreuung betrieb bewerbung blick chance damen dank dauer daten detail dienst dinge dokumentation durchfuhrung eigenschaften einblick einsatz einstieg ende engagement
entwicklung erfahrung erfahrungen erfolg erfolge erganzung ergebnis ergebnisse erledigung erstellung fachwissen fahigkeit fahigkeiten fall familie firma form fragen freude fuhrung
gebiet gesprach gestaltung grosse grund gruppe haus hause herausforderung herausforderungen herren hinweis idee ihnen interesse jahr jahre kenntnis kenntnisse kollege kollegen
kollegin kommunikation konnen kontakt kontrolle koordination kunde kunden kundin kundschaft lebenslauf leistung leute losung losungen mal material menge mensch menschen
mitarbeiter mitarbeitende mittel monat monate motivation nachweis neugier nutzung ordnung organisation ort person personal phase plan planung position praxis probleme profil
projekt projekte prozess prozesse prufung punkt qualifikation qualitat raum rahmen reihe rolle schritt schwerpunkt seite service sicherheit sorgfalt stadt stand standort starke
starken stelle stellen struktur stunde stunden suche system systeme tag tage tatigkeit tatigkeiten team teams teil teile thema themen uberblick uberwachung umfeld umgang
umsetzung unterlagen unternehmen unterstutzung ursache verantwortung verbesserung verfugung vergangenheit verkurzung verringerung verwendung vorbereitung vorgang vorgange vorlage wartung weg
weise werdegang wert wissen woche wochen wunsch zahl zeit zeiten zeitraum ziel ziele zukunft zusammenarbeit zustand zuverlassigkeit beruflich erste lauf freundlichen grussen
verfasst verfasste erstellt erstellte erstellung gefuhrt durchgefuhrt durchfuhrung gearbeitet bearbeitet betreut gewartet begleitet ubernommen ubernahme verantwortlich zustandig gesenkt reduziert
reduzierung senkung verringert verkurzt verbessert erhoht gesteigert eingesetzt genutzt verwendet umgesetzt eingefuhrt entwickelt aufgebaut organisiert koordiniert kommuniziert geleistet
coeur retenu attire attention rigueur tiens tient veille permis progresser rencontrer agreer salutations distinguees auparavant egalement ainsi notamment surtout fiere fier calme patience exerce
categorie classe acces accompagnement accueil actuellement action activite activites ambiance annee annees annonce appel apport atout attention autonomie aupres avis base besoin besoins bon bonne
bonjour cadre candidature capacite carriere cas chaque charge choix client clients clientele collegue collegues competence competences conditions connaissance connaissances contact
controle cours creation cuisine cordialement date debut demande depart developpement dossier echange effet effort emploi encadrement ensemble entreprise entretien equipe equipes esprit
etablissement etape execution experience expertise facon fin fois fonction formation forme gestion gout groupe habitude idee important information interet jour journee jours
lettre lieu ligne madame main maintien maison maniere membre mesure metier methode mise mission missions mois moment monde monsieur motivation moyen niveau nom nombre objectif occasion
offre operation organisation outil outils parcours part partie passage passe passer passion periode personne personnes personnel place plan point poste pratique preparation presence
prise probleme problemes produit produits profil projet projets proposition qualite quotidien rapport realisation recherche reduction regle relation resultat resultats reussite rigueur role
salle securite semaine sens service services serieux site situation soin soins solution soutien stage structure succes suite suivi sujet systeme tache taches tenue temps terrain tour
traitement travail travailler travaux type unite usage utilisation valeur vie ville vue realise realiser effectue effectuer assure assurer abaisse baisse reduit developpe mis mettre
dirijo presentar consegui logre ocupo ocupe quedo disposicion rapido antes ademas tambien especialmente orgullosa orgulloso paciente ordenada ordenado tranquila tranquilo gusta
clase categoria actualidad actividad actividades actualmente acuerdo ambiente ambito anuncio apoyo area atencion ayuda base bajar baje buen caracter cargo carrera carta caso clase cliente clientes
colaboracion compania companero companeros competencia compromiso comunicacion condiciones conocimiento conocimientos contacto control coordinacion curso datos departamento desarrollo detalle
dia dias ejecucion empresa empleo encargo entorno equipo equipos esfuerzo estado etapa experiencia fase fecha fin forma formacion funcion funciones gente gestion grupo habilidad hora horas
idea importante informacion inicio interes labor labores lado linea lugar manera manejo mano materia medio mejora mes meses metodo mision modo momento motivacion mundo necesidad
nivel nombre objetivo obra oferta operacion oportunidad orden organizacion parte paso pasion perfil periodo persona personal personas plan planificacion posicion practica preparacion
presencia problema problemas proceso procesos producto productos profesional proyecto proyectos puesto punto rapidez razon realizacion reduccion registro relacion resultado resultados
responsabilidad ritmo sector seguimiento seguridad semana semanas servicio servicios sistema sistemas situacion solucion soluciones tarea tareas tema temas tiempo tipo trabajar trabajo
trabajos trato turno unidad uso usuario vacante valor vez vida zona realizar realice reduje reducir bajar mejorar mejore elaborar preparar preparo llevar llevo hacer estimado estimada
saludo cordial atentamente curriculum
"""
)
