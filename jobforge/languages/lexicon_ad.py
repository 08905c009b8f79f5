"""How job ads announce what they say: headings and turns of phrase in English, German, French and Spanish.

The patterns are matched against text without diacritics and in lower case (`ad_layout.flat`), which keeps offsets.
"""

import re
from enum import StrEnum


class Zone(StrEnum):
    """What a part of an ad is about."""

    MUST = "must"
    NICE = "nice"
    DUTIES = "duties"
    BENEFITS = "benefits"
    COMPANY = "company"
    PROCESS = "process"
    MIXED = "mixed"
    """Duties and requirements in one list: only what says that it is asked for is."""


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# The first that matches decides: "preferred qualifications" is not "qualifications".
HEADINGS: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    (
        Zone.PROCESS,
        _any(
            r"\b(?:how to|ready to) apply", r"\bapply(?:ing)?\b", r"\bapplications?\b(?! support)", r"\bnext steps\b",
            r"\b(?:fine|small) ?(?:print|letters)\b", r"\bequal (?:opportunit|employ)", r"\bdiversity\b", r"\beeo\b",
            r"\bcontact\b", r"\bclosing date\b", r"\bdeadline\b", r"\b(?:hiring|interview|selection) process\b",
            r"\bbewerbung", r"\bbewerben\b", r"\bansprechpartner", r"\bkontakt\b", r"\bpostuler\b", r"\bcandidater\b",
            r"\bprocessus\b", r"\bcontacto\b", r"\binscri", r"\bproceso de seleccion", r"\bchancengleichheit",
            r"\begalite\b", r"\bigualdad\b", r"\bdisclaimer\b", r"\bprivacy\b", r"\bdatenschutzhinweis",
        ),
    ),
    (
        Zone.NICE,
        _any(
            r"\bnice[- ]?to[- ]?haves?\b", r"\bgood to have\b", r"\bsi (?:ademas|encima|tambien|en plus)\b", r"^ademas\b", r"^en plus\b", r"\bif you also\b", r"^additional(?:ly)?\b", r"\bzusatzlich\b", r"^ausserdem\b", r"\bdarfst du\b", r"\bmake us\b", r"\bwe.d (?:also |really )?love\b", r"\b(?:even|still) better\b", r"\bbetter still\b", r"\bencore mieux\b", r"\bnoch besser\b", r"\baun mejor\b", r"\bmejor si\b", r"\bwir uns (?:\w+ )?freuen\b", r"\bfreuen wir uns\b", r"\bglad (?:of|if)\b", r"^helpful\b", r"\bferai(?:t|ent) la difference\b", r"\bmakes? (?:the|a) difference\b", r"\bunterschied\b", r"\bsahnehaubchen\b", r"\bla guinda\b", r"\bla cerise\b", r"\bstand out\b", r"\bset you apart\b", r"^nice\b", r"\bpreferred\b", r"\bpreferably\b",
            r"\bdesir(?:able|ed)\b", r"\bplus(?:es)?$", r"\bplus(?:points|punkte?)\b", r"\bbig plus\b", r"\ba plus\b",
            r"\b(?:would|could|might|will) be (?:a |an )?(?:plus|lovely|great|nice|bonus|good|advantage|ideal|useful|helpful|awesome)\b",
            r"\blovely if\b", r"\bgreat if\b", r"\bnice if\b", r"^(?:it.s )?(?:an? )?bonus\b(?! (?:and|&|scheme|plan))", r"\bbonus (?:points|if|skills)\b",
            r"\bextra (?:credit|points|kudos)\b", r"\bbrownie points\b", r"\bkudos\b", r"\b(?:also )?useful\b", r"\badvantageous\b", r"\badvantages?\b(?! of)",
            r"\badditional assets?\b", r"^assets?\b", r"\boptional\b", r"\bideally\b", r"\bicing\b", r"\bcherry on\b",
            r"\bwunschenswert", r"\bvon vorteil\b", r"\bvorteilhaft\b", r"\bschon ware\b", r"\bware(?:n)? (?:schon|toll|super|klasse|ideal)\b",
            r"\bdas ware\b", r"\bidealerweise\b", r"\bgern gesehen\b", r"\bkein muss\b", r"\bnicht zwingend\b", r"\bextrapunkte\b",
            r"\b(?:un|les|petits?|vos|seraient un) (?:vrais? )?(?:plus|atouts?)\b", r"^atouts?\b", r"\bsouhaite", r"\bappreciee?s?\b",
            r"\bserait? un\b", r"\bvalorara", r"\bvalorable", r"\bvaloramos\b", r"\bse valora", r"\bdeseable", r"\bpuntos extra\b", r"\bsumar", r"\bsuma puntos\b",
            r"\ba favor\b", r"\bse aprecia", r"\bopcional",
        ),
    ),
    (
        Zone.MUST,
        _any(
            r"\babout you\b", r"^(?:you|vous|du|sie|tu|usted|toi)$", r"\bwichtig ist\b", r"\bimportant (?:to|for) us\b", r"\byour (?:profile|background|skills|qualifications|experience|strengths|toolkit)\b", r"\bwho you are\b", r"^the (?:person|candidate)\b",
            r"\bwho (?:we|are we) ?(?:.re |are )?(?:want|need|seek|looking)", r"\blooking for\b", r"\brequire(?:ments?|d|s)?\b", r"\bmust[- ]?haves?\b",
            r"^must\b", r"\bneeded\b", r"\b(?:you|we|you.ll|you will)(?:.d)? (?:need|bring|have|possess|should have|must have|expect|ask)\b",
            r"\bneed(?:s)? from you\b", r"\bessential", r"\bqualifi(?:cations?|ed)\b", r"\bperson(?:al)? spec", r"\bcandidate\b", r"\bideal (?:person|applicant|profile)\b",
            r"\b(?:selection|essential|key|minimum) criteria\b", r"\bminimum\b", r"\beligib", r"\b(?:great|good) fit\b", r"\bthis is you\b", r"\byou might be\b",
            r"\byou are\b", r"\byou.re\b(?! (?:getting|going))", r"\bnon-negotiable", r"\bwhat it takes\b", r"\b(?:cannot|can.t|could not|couldn.t) do without\b", r"\bgeht es nicht\b", r"\bda sein muss\b", r"\battend(?:ons|u|re)? de (?:vous|toi)\b", r"\bcompetenc(?:y|ies|es)\b",
            r"\bzwingend", r"\banforderung", r"\bvoraussetzung", r"\bmitbring", r"\bbringst? (?:du|sie)?\b", r"\bbringen sie\b", r"\bsolltest du\b", r"\bsollten sie\b",
            r"\bprofil\b", r"\bdu hast\b", r"\bsie haben\b", r"\b(?:was|das) (?:dich|sie) (?:ausmacht|auszeichnet)\b", r"\bwir erwarten\b", r"\bwir (?:uns )?wunschen\b",
            r"\bwen wir suchen\b", r"\bwir suchen\b", r"\bqualifikation", r"\bmuss(?:t|en)?\b", r"\bdu bist\b", r"\bsie sind\b", r"\bkompetenzen\b", r"\bunabdingbar\b",
            r"\b(?:was|das) (?:du|sie) (?:brauchst|brauchen|konnen|kannst)\b", r"\bkenntnisse\b", r"\bbrauchen wir\b", r"\bdamit (?:uberzeugst|punkten)",
            r"\bprofil recherche", r"\bvotre profil", r"\bvous etes\b", r"\bqui etes[- ]vous", r"\bvous avez\b", r"\bprerequis\b", r"\bpre-requis\b", r"\bexigences?\b",
            r"\brequise?s?\b", r"\bindispensables?\b", r"\bnous (?:cherchons|recherchons|attendons|demandons)\b", r"\bobligatoires?\b", r"\bcriteres\b",
            r"\brequisitos?\b", r"\bperfil\b", r"\bpedimos\b", r"\bbuscamos\b", r"\bnecesit", r"\bimprescindible", r"\bexigi", r"\besperamos de ti\b", r"\bobligatori",
            r"\bque debes\b", r"\bdebes tener\b", r"\btienes\b", r"\beres tu\b",
        ),
    ),
    (
        Zone.BENEFITS,
        _any(
            r"^(?:nous|wir|we|us|nosotros)$", r"\bte llevas\b", r"\bque ganas\b", r"\bleistungen\b", r"\bthe deal\b", r"\boffers?\b", r"\bbenefits?\b", r"\bperks?\b", r"\bin it for you\b", r"\bwhat.s in it\b", r"\bin return\b", r"\bwe give\b", r"\brewards?\b",
            r"\bcompensation\b", r"\bsalary\b", r"\bpay\b", r"\bpackage\b", r"\bmoney\b", r"\bwhy (?:us|join|work|you.ll love|choose)\b", r"\b(?:you.ll|you|you will) get\b",
            r"^terms\b", r"\bwe (?:provide|promise)\b", r"\bour promise\b", r"\b(?:vous|te) (?:donne|donnons|damos)\b", r"\blegen wir drauf\b", r"\bes dafur gibt\b", r"\bgood stuff\b", r"\bwhat we (?:give|have for)\b", r"\bour side\b",
            r"\bbieten\b", r"\bangebot\b", r"\bbekomm(?:st|en)\b", r"\bvergutung\b", r"\bgehalt\b", r"\bdas gibt\b", r"\bvorteile\b", r"\bwarum wir\b", r"\bwarum (?:zu )?uns\b",
            r"\bdarauf (?:kannst|konnen|darfst|freu)", r"\bfreuen\b", r"\bentlohnung\b", r"\bwas (?:dich|sie) erwartet\b",
            r"\bavantages\b", r"\boffrons\b", r"\bproposons\b", r"\bremuneration\b", r"\bsalaire\b", r"\bpourquoi nous\b", r"\bpourquoi\b", r"\bconditions\b",
            r"\bofrece(?:mos|n)?\b", r"\bbeneficios\b", r"\bventajas\b", r"\bsalario\b", r"\bcondiciones\b", r"\bpor que\b", r"\ba cambio\b", r"\bretribucion\b", r"\brecibiras\b",
        ),
    ),
    (
        Zone.DUTIES,
        _any(
            r"\b(?:you.ll|you will|you.d|you would|you) (?:do|be doing|be responsible|work on|own)\b", r"\bresponsib", r"\bduties\b", r"\bthe (?:role|job|position|post|work)\b",
            r"\b(?:your|key|main|core) (?:role|job|day|days|mission|tasks?|impact|work|challenge)\b", r"\bday[- ]to[- ]day\b", r"\b(?:job|role|position) (?:description|summary|purpose|overview)\b",
            r"\baccountabilit", r"\btasks\b", r"\bwhat the job\b", r"\boverview\b", r"^role\b", r"^job\b", r"\ba day in\b", r"\bsummary\b", r"^\[?what\?",
            r"\baufgaben", r"\btatigkeit", r"\bwartet auf (?:dich|sie|euch)\b", r"\bwhat happens here\b", r"\bdein(?:e)? (?:tag|job|mission|rolle|arbeit)\b", r"\bihr(?:e)? (?:job|mission|rolle|arbeit)\b", r"\b(?:das|was) (?:machst du|du machst|sie machen|tust du|du tust|du bewegst|erwartet)\b", r"\beinsatzgebiet", r"\bdie stelle\b", r"\bverantwort",
            r"\bmissions?\b", r"\ble poste\b", r"\btaches\b", r"\bactivites\b", r"\bvotre (?:role|quotidien|mission)\b", r"\bvous ferez\b", r"\bdescriptif\b", r"\bresponsabilites\b", r"\bau quotidien\b",
            r"\bfunciones\b", r"\bresponsabilidades\b", r"\btareas\b", r"\bque haras\b", r"\bharas\b", r"\btu dia\b", r"\bdescripcion\b", r"\bmision\b", r"\bel puesto\b", r"\bactividades\b",
        ),
    ),
    (
        Zone.COMPANY,
        _any(
            r"\babout\b", r"\bwho we are\b", r"\bwho.s asking\b", r"^\[?who\?", r"\bour (?:story|company|team|mission|values|culture|vision|history|world|client)\b", r"\bthe (?:company|team|organisation|organization|practice|school)\b",
            r"\bcompany\b", r"\bmeet (?:us|the)\b", r"\bwhat we do\b",
            r"\buber uns\b", r"\bwer (?:wir sind|sind wir)\b", r"\bdas sind wir\b", r"\bunternehmen\b", r"\bwas wir (?:machen|tun)\b", r"\bwir sind\b", r"\bdas team\b", r"\bunser team\b",
            r"\bqui sommes\b", r"\ba propos\b", r"\bnotre (?:entreprise|societe|equipe|histoire|etablissement)\b", r"\bl.entreprise\b", r"\bla societe\b", r"\bnous sommes\b", r"\bpresentation\b",
            r"\bsobre\b", r"\bquienes somos\b", r"\bla empresa\b", r"\bnuestra\b", r"\bnuestro\b", r"\bsomos\b", r"\bconocenos\b",
        ),
    ),
    (Zone.MUST, _any(r"\bskills?\b", r"\bexperience\b", r"\bexperiencia\b", r"\bknowledge\b", r"\beducation\b", r"\blanguages?\b", r"\btechnologies\b", r"\btech stack\b", r"\blicen[cs]es?\b", r"\bcertifi", r"\bcompetences?\b", r"\bformation\b", r"\bformacion\b", r"\bconocimientos\b", r"\bhabilidades\b", r"\bcompetencias\b", r"\bidiomas\b", r"\blangues\b", r"\bausbildung\b", r"\bsprachen\b")),
)  # fmt: skip

NICE = _any(
    r"\b(?:is|are|be|as) (?:(?:also|very|highly|much|particularly|considered|seen as|definitely) )*(?:an? )?(?:big |real |huge |definite |distinct |strong )?(?:plus|advantage|asset|bonus|benefit)\b",
    r"\b(?:is|are|be) (?:(?:also|very|highly|much|particularly) )?(?:desirable|desired|preferred|beneficial|advantageous|useful|helpful|appreciated|valued|welcome|welcomed|nice|ideal|good|great|handy|lovely|optional)\b(?! (?:with|at|in|to) )",
    r"(?<!\w)a (?:big |real |huge |definite |strong )?(?:plus|bonus)\b", r"(?:=|:)\s*(?:an? )?(?:big |huge |real )?(?:plus|bonus)\b", r"\bbig plus\b", r"\bpreferred\b", r"\bpreferably\b", r"\bpreference (?:for|given|will)\b", r"\bdesirable\b", r"\bnice[- ]to[- ]haves?\b", r"\bideally\b",
    r"\bwe(?:.d| would) (?:be (?:pleased|happy|delighted|glad|thrilled)|love|like|appreciate)\b", r"\b(?:extra|bonus) (?:credit|points)\b", r"\badvantageous\b", r"\bnot (?:a condition|required|essential|necessary|mandatory|a must|needed)\b", r"\bwould (?:help|be (?:a|an) )",
    r"\bhelps\b", r"\b(?:useful|helpful|beneficial|handy|an? (?:advantage|asset))\W*$", r"\b(?:even|still) better\b", r"\bencore mieux\b", r"\bnoch besser\b", r"\baun mejor\b", r"\boptional(?:ly)?\b", r"\bwould score\b", r"\bin your favou?r\b",
    r"\bvon vorteil\b", r"\bvon grossem vorteil\b", r"\bvorteilhaft\b", r"\bein (?:grosses )?plus\b", r"\bpluspunkte?\b", r"\bwunschenswert(?:e[nrs]?)?\b", r"\bidealerweise\b", r"\bim idealfall\b", r"\bbevorzugt\b", r"\bgern(?:e)? gesehen\b", r"\bkein muss\b", r"\bnicht (?:zwingend|bedingung|erforderlich|notwendig)\b",
    r"\bhilfreich\b", r"\bware[n]? (?:schon|toll|super|klasse|ideal|ein|gut|wunschenswert)\b", r"\bwunschen wir uns\b", r"\boptional\b", r"\bgern(?:e)? auch\b", r"\bbestenfalls\b", r"\bschon ware[n]?\b",
    r"\b(?:serai(?:t|ent)|est|sont|sera|constitue(?:nt|rait)?|represente) (?:un |une |des )?(?:vrai |reel |grand )?(?:plus|atouts?|avantage|\+)\b", r"\bappreciee?s?\b", r"\bsouhaitee?s?\b", r"\bsouhaitables?\b", r"\bidealement\b", r"\bun plus\b", r"\bun atout\b", r"\bde preference\b", r"\bbienvenue?s?\b", r"\bnous aimerions\b", r"\bfacultati(?:f|ve)\b",
    r"\b(?:se )?valora(?:ra|ran|remos|mos|ble|bles)?\b", r"\bdeseables?\b", r"\bse apreciara\b", r"\bnos gustaria\b", r"\bno (?:es |son )?(?:necesari[oa]s?|imprescindibles?|obligatori[oa]s?)\b", r"\bsera un plus\b", r"\bsumara\b", r"\ba favor\b", r"\bpreferiblemente\b", r"\bpreferible\b", r"\bidealmente\b", r"\bun plus\b", r"\bpositivamente\b",
)  # fmt: skip

# The thing asked for stands before these.
MUST_AFTER = _any(
    r"\b(?:is|are) (?:(?:also|absolutely|strictly|all|an?) )*(?:required|essential|mandatory|needed|necessary|must|must-have|expected|prerequisite|requirement|vital|crucial|compulsory|non-negotiable|indispensable|key)\b",
    r"\brequired\b", r"\bmandatory\b", r"\bessential\b", r"\bis needed\b",
    r"\b(?:ist|sind|wird|werden) (?:\w+ ){0,2}?(?:erforderlich|zwingend|notwendig|voraussetzung|pflicht|ein muss|vorausgesetzt|erwartet|verlangt|unerlasslich|unabdingbar|obligatorisch|benotigt)\b", r"\b(?:zwingend )?erforderlich\b", r"\bsetzen wir voraus\b", r"\berwarten wir\b", r"\bnotig\b",
    r"\b(?:est|sont|sera|seront) (?:\w+ )?(?:exigee?s?|requise?s?|indispensables?|obligatoires?|imperati(?:f|fs|ve|ves)|necessaires?|demandee?s?|attendue?s?)\b", r"\bexigee?s?\b", r"\brequise?s?\b", r"\bindispensables?\b", r"\bobligatoires?\b", r"\bimperati(?:f|ve|vement)\b",
    r"\b(?:es|son|sera) (?:imprescindibles?|obligatori[oa]s?|necesari[oa]s?|indispensables?)\b", r"\bimprescindibles?\b", r"\bobligatori[oa]s?\b",
)  # fmt: skip

# The thing asked for stands after these.
MUST_BEFORE = _any(
    r"\byou (?:also |therefore |really )?(?:must|need|should|will need|have to|ought to)\b(?: (?:to )?(?:also )?(?:have|hold|be|bring|possess|know|speak|show|demonstrate|offer))?", r"\byou.ll (?:also |ideally )?(?:need|have|bring)\b(?: to (?:have|be|hold))?", r"\byou will (?:have|hold|bring|possess|need)\b(?! (?:the|a) (?:chance|opportunity|freedom))",
    r"\b(?:applicants?|candidates?|the (?:person|successful \w+|right \w+|ideal \w+)|successful \w+) (?:must|should|will|needs?(?: to)?|has|have)\b(?: (?:have|hold|be|bring|possess|to have))?", r"\bmust (?:have|hold|be|possess|speak|know|bring)\b",
    r"\bwe (?:also )?(?:need|require|expect|ask for|seek|look for|want|are looking for|are seeking|are after|insist on)\b", r"\bwe.re (?:looking for|seeking|after)\b", r"\blooking for\b", r"\b(?:role|job|post|position) (?:requires|calls for|demands|needs)\b", r"\brequires\b", r"\bto (?:join us|apply|qualify|succeed),? you\b", r"\brequirements? (?:is|are|include)\b",
    r"\b(?:du|sie) (?:hast|haben|bringst|bringen|verfugst|verfugen|besitzt|besitzen|beherrschst|beherrschen|(?:sprichst|sprechen)(?! mit\b)|kennst|kennen|solltest|sollten|musst|mussen|brauchst|brauchen|benotigst|benotigen|bist|sind|kannst|konnen)\b",
    r"(?<!\w)(?:verfugst|verfugen|bringst|bringen|besitzt|besitzen|beherrschst|hast) (?:du|sie)\b", r"\bwir (?:erwarten|suchen|setzen|brauchen|verlangen|fordern|benotigen)\b", r"\bvoraussetzung(?:en)?(?: dafur| hierfur)? (?:ist|sind)\b", r"\bvorausgesetzt (?:wird|werden)\b", r"\berforderlich (?:ist|sind)\b", r"\bsuchen wir\b", r"\bgesucht wird\b", r"\bnotwendig (?:ist|sind)\b",
    r"\bvous (?:avez|etes|justifiez|maitrisez|possedez|disposez|connaissez|parlez|detenez|savez|devez|aimez|beneficiez d.une experience)\b", r"\bnous (?:recherchons|cherchons|exigeons|attendons|demandons)\b", r"\bil (?:faut|vous faut|est imperatif|est indispensable)\b", r"\btitulaire d", r"\bde formation\b", r"\bdiplomee? d", r"\b(?:le|la) candidate? (?:doit|devra|justifie|possede|dispose|maitrise)\b", r"\bexige\b(?= (?:un|une|la|le|des))", r"\bet maitrisez\b",
    r"\b(?:si )?(?:tienes|hablas|dominas|necesitas|cuentas con|dispones de|posees|conoces|sabes|debes|deberas)\b", r"\bhas (?:trabajado|tenido|realizado|desarrollado|liderado|coordinado|gestionado)\b", r"\bse (?:requieren?|exigen?|precisan?|necesitan?|pide|busca)\b", r"\b(?:buscamos|requerimos|pedimos|necesitamos|exigimos)\b", r"\b(?:es |son )?(?:imprescindible|necesario|obligatorio|indispensable)\b", r"\brequisitos?\b",
)  # fmt: skip

# "You have", "you know": a requirement where nothing says that it is a duty or a gift.
YOU_ARE = re.compile(
    r"(?:^|[,;:] ?|\b(?:if|and|that|because) )you(?:.ve| have| hold| know| are| bring| speak| possess| understand| can| write| enjoy| love|.re| led| has|.d be)\b"
)
NICE_BEFORE = _any(
    r"\bif you\b", r"\bextra credit (?:for|if)\b", r"\bbonus (?:points )?(?:for|if)\b", r"\bideally\b", r"\bpreferably\b", r"\bwe(?:.d| would) (?:be (?:pleased|happy|delighted|glad|thrilled)|love|like|appreciate)[^.]{0,40}?\bif\b",
    r"\bvon vorteil (?:ist|sind|ware|waren)(?: \w+)?\b", r"\bidealerweise\b", r"\bwunschenswert (?:ist|sind|ware|waren)(?: \w+)?\b", r"\bschon ware[n]?\b", r"\bhilfreich (?:ist|sind)\b", r"\bim idealfall\b", r"\bbestenfalls\b", r"\bgern(?:e)? gesehen (?:ist|sind)\b",
    r"\bidealement\b", r"\bde preference\b", r"\bseraient (?:appreciee?s|un plus) ?:", r"\bnous apprecierons\b",
    r"\bse valorara[n]?\b(?: positivamente)?", r"\bvaloraremos\b(?: positivamente)?", r"\bvaloramos\b(?: positivamente)?", r"\bvalorables?\b", r"\bdeseables?\b", r"\bnos gustaria(?: que)?\b", r"\bse apreciara[n]?\b", r"\bpreferiblemente\b", r"\bidealmente\b",
    r"\bpreferred ?:", r"\bnice to have ?:",
)  # fmt: skip

GIFT = _any(
    r"\bwe (?:offer|pay|provide|give|cover|sponsor)\b", r"\bin return\b", r"\byou(?:.ll| will)? (?:get|receive|enjoy|earn|benefit)\b", r"\bsalary\b", r"\bpension\b", r"\bholidays?\b(?= |,|\.|$)", r"\bannual leave\b", r"\bdays (?:off|of leave)\b", r"\bbonus (?:of|up|scheme|plan)\b", r"\binsurance\b", r"\b401\s?\(?k", r"\bdental\b", r"\bdiscount", r"\bpto\b", r"\bbenefits\b", r"\bfree (?:parking|lunch|coffee|fruit|tea|uniform|meals)\b", r"[£$€] ?\d", r"\d ?(?:€|eur\b|k€)", r"\bequity\b", r"\bshare options\b", r"\bpaid (?:time|leave|holiday)",
    r"\bwir bieten\b", r"\bbieten wir\b", r"\bdich erwarte[nt]\b", r"\bsie erwarte[nt]\b(?! man)", r"\burlaub(?:stage|sgeld)?\b", r"\bgehalt\b", r"\baltersvorsorge\b", r"\bverpflegung\b", r"\bjobticket\b", r"\bjobrad\b", r"\bzuschuss\b", r"\bbekommst du\b", r"\berhalten sie\b", r"\bvergutung\b", r"\bzahlen wir\b", r"\bdafur gibt\b",
    r"\bnous (?:offrons|proposons|vous offrons|vous proposons)\b", r"\bsalaire\b", r"\bremuneration\b", r"\bmutuelle\b", r"\btickets?[- ]restaurants?\b", r"\bprime[s]?\b", r"\brtt\b", r"\bcongés\b", r"\bavantages\b",
    r"\b(?:te |le )?ofrecemos\b", r"\ba cambio\b", r"\bsalario\b", r"\bsueldo\b", r"\bvacaciones\b", r"\bseguro medico\b", r"\btendras\b", r"\bretribucion\b",
)  # fmt: skip
DUTY = _any(
    r"\byou(?:.ll| will|.d| would) (?!need|have\b|hold|bring|possess|be (?:an?|the|able|comfortable|confident|familiar))", r"\bthe role (?:is|involves|includes)\b", r"\bresponsible for\b",
    r"\b(?:du|sie) (?:wirst|werden|ubernimmst|ubernehmen|arbeitest|arbeiten|unterstutzt|unterstutzen|betreust|betreuen|fuhrst|fuhren|berats?t|beraten|planst|planen|entwickelst|entwickeln|steuerst|steuern|verantwortest|verantworten)\b", r"\bzu (?:deinen|ihren) aufgaben\b",
    r"\bvous (?:serez|ferez|travaillerez|aurez|assurez|organisez|participez|prenez|gerez|pilotez|encadrez|accompagnez|realisez|rejoignez|intervenez|suivez)\b", r"\brattache", r"\bvos missions\b",
    r"\b(?:trabajaras|seras|haras|te encargaras|participaras|gestionaras|coordinaras|formaras parte)\b",
)  # fmt: skip
FORMALITY = _any(
    r"\bequal\b", r"\bdiversity\b", r"\bregardless\b", r"\bwithout regard\b", r"\bdisabilit", r"\bdisabled\b", r"\bveteran", r"\bapplications?\b", r"\bapply\b", r"\bsend (?:us|your)\b", r"\bcover letter\b", r"\bresumes?\b", r"\byour cv\b", r"\binterview", r"\bshortlist", r"\bwelcome applic", r"\bfrom (?:everyone|everybody|all)\b", r"\bclosing\b", r"\bsponsor(?:ship)?\b", r"\bquestions\b", r"\brecruiters?\b", r"\bagenc(?:y|ies)\b", r"\bcanvass", r"\btell us\b", r"\bplease\b", r"\bcovenant\b",
    r"\bbewerbung", r"\bbewirb", r"\bbewerben", r"\bschwerbehind", r"\bvielfalt\b", r"\bunabhangig von\b", r"\bchancengleich", r"\bruckfragen\b", r"\bunterlagen\b", r"\banschreiben\b", r"\blebenslauf\b", r"\bgesprache\b",
    r"\bcandidature", r"\bhandicap", r"\bpostul", r"\bdiscrimin", r"\begalite\b", r"\benvoye", r"\badresse[rz]\b", r"\bcv\b", r"\bvotre dossier\b",
    r"\bcandidatura", r"\bcurriculum\b", r"\bigualdad\b", r"\benviar?\b", r"\bdiscapacidad\b", r"\bsolicitud",
)  # fmt: skip
# A chunk of a sentence that begins like this is a new thing asked for, not the second half of the one before.
NEW_ITEM = re.compile(
    r"(?:also |too |as well |ausserdem |zudem |auch |également |egalement |ademas |tambien |a |an |the )*"
    r"(?:an? |at least\b|a minimum\b|minimum\b|\d|two |three |four |five |six |seven |eight |ten |several |have\b|has\b|having\b|hold\b|holding\b|know\b|you\b|speak\b|experience\b|knowledge\b|familiarity\b|proficiency\b"
    r"|fluen|good \w|strong\b|proven\b|solid\b|excellent\b|ability\b|able to\b|willing|confiden|hands-on\b|the \w+ (?:qualification|certificate|licence)|your own\b|his or her\b|are\b|be\b|can\b|\w+'s degree|bachelor|master|phd|degree|certifi|licen|driving|valid"
    r"|eine?n?r?m? |mindestens|mind\.|gute\b|guter\b|sehr gute|fundierte|sicher|fliessend|mehrjahrig|erfahrung|berufserfahrung|kenntnisse|fuhrerschein|deutsch|englisch|abgeschlossen|bringst|bringen|verfug|hast\b|haben\b|sprichst|sprechen|spass|freude|teamf|flexib"
    r"|une? |au moins|maitris|connaiss|experience|bonne|un bon|anglais|permis|disposez|avez|etes|justifiez|parlez|capacite|la connaissance|la maitrise|la pratique|une bonne"
    r"|una? |al menos|minimo|conocimiento|manejo|dominio|formacion|titulacion|experiencia|nivel|ingles|carne|carnet|permiso|vehiculo|disponibilidad|capacidad|has\b|tener|disponer|haber|graduad|grado)"
)  # fmt: skip
BOUNDARY = re.compile(
    r"\s*;\s*|\s+&\s+|\s*,\s+(?:and|or|but|und|oder|aber|et|ou|mais|y|o|pero|sowie|as well as|plus|so|asi como|ainsi que)\s+|\s*,\s+|\s+(?:and|or|but|und|oder|aber|et|ou|mais|y|e|o|pero|sowie|as well as|so|asi como|ainsi que|damit)\s+|\s+[-–—]\s+"
)
LOOKS_ASKED = _any(
    r"\bexperience\b", r"\bknowledge\b", r"\bdegree\b", r"\bdiploma\b", r"\bcertifi", r"\blicen[cs]", r"\byears?\b", r"\bfluen", r"\bproficien", r"\bfamiliar", r"\bability to\b", r"\bable to\b", r"\bunderstanding\b", r"\bqualif", r"\bskills?\b",
    r"\berfahrung", r"kenntnisse\b", r"\bausbildung\b", r"\bstudium\b", r"\bfuhrerschein", r"\bjahre\b", r"\bsicher", r"\bfliessend\b", r"\bumgang\b", r"\babgeschlossen", r"\babschluss",
    r"\bconnaissance", r"\bdiplome\b", r"\bmaitrise\b", r"\bans d", r"\bpermis\b", r"\banglais\b", r"\bcompetence", r"\bexperiencia\b", r"\bconocimiento", r"\btitul", r"\banos\b", r"\bcarne", r"\bnivel\b", r"\bmanejo\b", r"\bformacion\b",
)  # fmt: skip
LIST_WORD = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|sowie)\b")
# A full stop after these ends no sentence.
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\. ?b|d\. ?h|u\. ?a|o\. ?a|ca|inkl|ggf|bzw|mind|max|min|evtl|nr|no|dr|prof|mr|mrs|ms|mme|mlle|st|str|sr|sra|approx|incl|etc|vs|p\. ?ej|ej|art|abs|hr|fr|jr|inc|ltd|co)|(?<![-\w&])[a-z]|\b\d{1,2})\.$"
)
