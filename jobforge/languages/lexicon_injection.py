"""What text that speaks to a machine is made of: words and patterns, in the languages it is likely to come in.

Each constant is the source of a regular expression, matched without regard to case on normalised text. Gaps are
bounded so that matching stays linear.
"""

# A space, or a single line break.
_S = r"(?:[ \t\xa0]|\n(?!\n)){1,4}"

# A letter of a word between a verb and its object: not past the end of a sentence, not into another clause.
_W = r"(?:(?!(?:and|but|und|et|y|follow|or)\b)[^\s.!?;:])"
_ARTICLE = (
    r"(?:(?:an?|any|the|all|every|our|le|la|les|l['’]|el|los|las|il|lo|gli|o|os|as|de|het|das|die|der|den|dem|des|du|ein|eine|einen|"
    r"einem|einer|una?|uma?|een|un['’]|une|en)?[ ]?)"
)
MACHINE_NAME = (
    r"(?<!\w)(?:(?:large|big|other|automatic|helpful|friendly|generative|virtual|digital|personal|große[ns]?|liebe[rs]?)\s)?(?:"
    r"a\.?i\.?(?:[- ](?:(?:based|powered|driven|screening|writing|resume|cv|hiring|recruiting|recruitment|matching|parsing|language|text|career)[- ])?(?:systems?|models?|assistants?|agents?|tools?|bots?|chatbots?|readers?|writers?|recruiters?|screeners?"
    r"|services?|software|programs?|engines?|generators?|modell?en|assistente?n?|systeem|systemen))*"
    r"|llms?|language\smodels?|chat[- ]?bots?|chat-?gpt|gpt(?:-?\d[\w.]*)?|claude|gemini|copilot|mistral|llama|deepseek"
    r"|text\sgenerators?|machine\sreaders?|bots?|neural\snet(?:work)?s?|artificial\sintelligences?"
    r"|automated\s(?:\w{2,12}\s)?(?:tools?|screeners?|systems?|readers?|agents?|writers?|parsers?|assistants?|processors?|services?)"
    r"|(?:resume|résumé|cv|letter|document|application)\s(?:writers?|builders?|generators?|optimi[sz]ers?|tools?|bots?|parsers?)"
    r"|(?:ats|parsing|screening|recruiting|hr)[- ](?:bots?|software|systems?|algorithms?|parsers?|models?)|algorithms?|(?:software|ai)\sagents?"
    r"|ki(?:[- ](?:\w{3,20}))?|künstliche[nr]?\sintelligenz(?:en)?|(?:große[ns]?\s)?sprachmodelle?[ns]?|sprach-ki|bewerbungs-?bots?"
    r"|(?:text|schreib|bewerbungs|auswertungs|lese)-?(?:roboter[ns]?|assistent(?:en)?|bots?|programme?n?|software|maschinen?|ki)|textgeneratore?n?|automatische[ns]?\s(?:system|systeme|leser|assistenten)"
    r"|i\.?a\.?(?:\sgénératives?)?|intelligences?\sartificielles?|mod[eè]les?\sde\slang(?:ag)?e|agents?\sconversationnels?"
    r"|assistants?\s(?:ia|virtuels?|rédactionnels?|numériques?|de\srédaction|d['’]écriture)(?:\sautomati(?:sé|que)s?)?|assistants?\sautomati(?:sé|que)s?|robots?\srédacteurs?|inteligencias?\sartificiale?s?|modelos?\sde\slenguaje|asistentes?\s(?:de\sia|virtual(?:es)?)"
    r"|intelligenz[ae]\sartificial[ei]|modell[oi]\s(?:di\slinguaggio|linguistic[oi])|assistent[ei]\s(?:ai|virtual[ei])"
    r"|inteligências?\sartificia(?:l|is)|modelos?\sde\slinguagem|assistentes?\s(?:de\sia|virtua(?:l|is))"
    r"|taalmodel(?:len)?|kunstmatige\sintelligentie|ai-?(?:assistenten?|modellen?|systemen)|språkmodell\w{0,5}|sprogmodel\w{0,5}|kunstig\sintelligens"
    r"|artificiell\sintelligens|sztuczn\w{1,4}\sinteligencj\w{1,3}|model\w{0,4}\sjęzykow\w{1,4}|umělá\sinteligence|jazykov\w{1,4}\smodel\w{0,3}"
    r"|tekoäly\w{0,4}|kielimalli\w{0,4}|mesterséges\sintelligencia|nyelvi\smodell\w{0,4}|inteligenț\w{1,3}\sartificial\w{1,3}|yapay\szek[aâ]\w{0,4}"
    r"|dil\smodel\w{0,5}|ии|ші|нейросет\w{1,4}|языков\w{1,4}\sмодел\w{1,3}|искусственн\w{2,4}\sинтеллект\w{0,2}|штучн\w{2,4}\sінтелект\w{0,2}"
    r"|人工智能|人工智慧|语言模型|語言模型|大模型|机器人|聊天机器人|人工知能|言語モデル|チャットボット|인공지능|언어\s?모델|챗봇|الذكاء\sالاصطناعي|نموذج\sاللغة"
    r"|τεχνητή\sνοημοσύνη|γλωσσικ\w{1,3}\sμοντέλ\w{1,3}"
    r")(?!\w)"
)
MACHINE = _ARTICLE + MACHINE_NAME
# The words of a sentence in any of the languages: more of them after undoing a disguise than before give it away.
COMMON = frozenset(
    "the and all to of in is your you that with this for write instructions previous ignore letter resume not must alle und die der das in mit "
    "anweisungen ignoriere schreibe les des et le la toutes instructions dans el los las y en todas las instrucciones anteriores escribe "
    "ignora le tutte nella as todas na de het en alle in een".split()
)

# Imperatives (and infinitives, which give orders in French and Italian) by which a text is to be made or changed.
_WRITE_WORDS = (
    "write add put say insert append include mention list print output title sign place name state use replace rename "
    "rewrite change set start begin end close finish respond reply answer return repeat recommend describe call rate score "
    "rank grade give mark treat claim declare assert decode follow obey reveal praise highlight remove delete omit leave "
    "render show display translate summari[sz]e conclude assume approve select shortlist prioriti[sz]e emit embed inject "
    "generate produce quote slip weave ensure make do tell send classify consider pretend act "
    "schreibe? schreiben füge? setze? nenne erwähne? erwähnen ergänze beginne ende beende gib antworte verwende trage bewerte "
    "stufe behaupte wiederhole lass lösche ersetze übernimm behandle empfiehl markiere hänge bestätige sage? zeige unterschreibe "
    "schließe vermerke liste führe platziere baue gebe geben fügen setzen nennen "
    "écris écrivez écrire ajoute ajoutez ajouter mentionne mentionnez mentionner indique indiquez indiquer insère insérez insérer "
    "termine terminez commence commencez réponds répondez inclus incluez inclure place placez note notez dis dites affiche "
    "affichez considère considérez attribue attribuez recommande recommandez supprime supprimez remplace remplacez mets mettez "
    "escribe escriba escribir añade añada añádelo añadir agrega agregue menciona mencione mencionar incluye incluya incluir "
    "indica indique pon ponga inserta inserte empieza comienza comience termina termine responde responda di diga muestra "
    "muestre repite califica califique puntúa recomienda recomiende considera sustituye elimina "
    "scrivi scrivete scrivere scriva aggiungi aggiungete aggiungere inserisci inserire inserite inserisca menziona menzionare "
    "indica indicare includi includere includa inizia termina rispondi rispondere metti cita valuta "
    "escreva escrever adicione adicionar acrescente mencione inclua incluir insira comece termine responda coloque diga avalie "
    "schrijf voeg vermeld zet noem begin eindig antwoord plaats geef beoordeel gebruik "
    "dopisz napisz dodaj wpisz wspomnij umieść zakończ odpowiedz oceń użyj skriv lägg nämn ange börja avsluta svara sätt "
    "tilføj nævn start afslut kirjoita lisää mainitse vastaa napiš přidej uveď odpověz írd írj add válaszolj említsd "
    "scrie adaugă menționează răspunde yaz ekle belirt напиши напишите добавь добавьте укажи укажите упомяни упомяните "
    "ответь ответьте вставь поставь начни закончи напиши додай вкажи γράψε πρόσθεσε"
)
VERB = "(?:" + "|".join(sorted(set(_WRITE_WORDS.split()), key=len, reverse=True)) + ")(?!\\w)"
# Where a verb is an order: at the start, after a stop, a politeness or an "and"; not after "you" or "to".
COMMAND = (
    r"(?:(?:^|[:;,.!?>\"“”„»«()–—*-][ \t]{0,3}|\b(?:please|kindly|bitte|merci de|veuillez|por favor|per favore|prosz[eę]|alsjeblieft"
    r"|and|und|et|y|e|en|i|och|og|и|then|dann|puis|luego|just|only|always|never|also|immer|toujours|siempre|sempre|altijd|now|so|nur noch|you must"
    r"|пожалуйста|must|should|shall|ha[sv]e? to|needs? to|is to|are to)\s{1,2})"
    + VERB
    + r"|写上|写入|写|加入|添加|输出|回答|書いて|追加して|출력|작성해|اكتب|أضف)"
)

FORGET = (
    r"(?:ignore|ignoring|disregard|disregarding|forget|override|overrule|bypass|discard|neglect|skip|drop|abandon|(?:set|put|leave|lay|cast) aside|cancel|revoke|void|erase|clear|do not follow|don['’]t follow"
    r"|do not obey|stop following|pay no attention to|do not (?:heed|apply|use|observe|respect)"
    r"|dej(?:a|ad|e|en|ar) de lado|prescinde de|haz a un lado|laisse[zr]? de côté|met(?:s|tez) de côté|passe[zr]? outre(?: à)?|metti da parte"
    r"|(?:ne )?(?:tiens|tenez|tenir) pas compte|fai(?:s|tes) fi|no (?:hagas|haga|hagan) caso|no (?:tengas|tenga) en cuenta|non (?:tenere|tener) conto|non (?:considerare|seguire)"
    r"|não (?:leve|considere|siga)|halte dich nicht an|halten sie sich nicht an|befolge nicht|houd geen rekening met|volg niet"
    r"|ignorier(?:e|en|t)?|vergiss|vergesst|vergessen|missachte[nt]?|übergehe?n?|verwirf|überschreibe?n?|umgehe|lass(?:e|t)? .{0,30}außer acht|beachte(?:n sie)? nicht"
    r"|ignore[zr]?|oublie[zr]?|oublier|néglige[zr]?|négliger|fais abstraction|faites abstraction|contourne[zr]?"
    r"|ignora[rd]?|ignore[n]?|olvida[rd]?|olvide[n]?|descarta[r]?|descarte|omite|haz caso omiso|desobedece|pasa por alto"
    r"|ignorate|ignorare|dimentica(?:te|re)?|scorda|trascura(?:re)?|tralascia"
    r"|esqueç[ao]|esquece|esqueça[m]?|desconsider[ea]|despreze|negeer|negeren|vergeet|sla .{0,20}over"
    r"|zignoruj(?:cie)?|ignoruj(?:cie)?|zapomnij(?:cie)?|pomiń|ignorera|glöm|bortse från|ignorér|glem|se bort fra|ohita|unohda|älä noudata|ignoruj|zapomeň"
    r"|hagyd figyelmen kívül|felejtsd el|ignoră|uită|yok say|unut|görmezden gel"
    r"|игнорируй(?:те)?|проигнорируй(?:те)?|забудь(?:те)?|отбрось|ігноруй(?:те)?|забудь(?:те)?|αγνόησε|ξέχασε)"
)
# What of it is to be forgotten; `before` or `yours` beside it makes it a machine's.
RULES = (
    r"(?:instructions?|directions?|directives?|rules?|prompts?|guidelines?|guardrails?|orders?|commands?|constraints?|restrictions?|polic(?:y|ies)|programming|training"
    r"|system (?:message|prompt)s?|context|tasks?|anweisung(?:en)?|vorgaben?|regeln?|befehle?n?|instruktion(?:en)?|richtlinien|aufgaben?|auftr[aä]ge?|einschränkungen"
    r"|consignes?|règles?|directives?|ordres?|contraintes?|instruccion(?:es)?|instrucción|órdenes|reglas|indicaciones|directrices|restricciones|istruzion[ei]|regole"
    r"|ordini|direttive|indicazioni|instruç(?:ões|ão)|regras|ordens|diretrizes|comandos|instructies?|opdracht(?:en)?|regels|aanwijzingen|poleceni[ae]|instrukcj[eia]|zasad\w{0,3}"
    r"|instruktione?r(?:na|ne)?|anvisningar|regler|instruktioner|anvisninger|ohjeet|ohjeita|säännöt|pokyny|instrukce|pravidla|utasítás\w{0,6}|szabály\w{0,6}|instrucțiun\w{1,5}|regulile"
    r"|talimat\w{0,6}|kural\w{0,6}|инструкци\w{1,2}|указани\w{1,2}|правила?|команды|інструкці\w{1,3}|вказівки|οδηγίες)"
)
BEFORE = (
    r"(?:previous|prior|above|current|earlier|preceding|foregoing|former|past|all|any|every|your|the|these|those|existing|initial|original|system|given|safety|hidden|other"
    r"|alle|allen|aller|bisherigen?|vorherigen?|vorigen?|vorangehenden|obigen?|deine[rnms]?|ihre[rnms]?|sämtliche[ns]?|früheren?|ursprünglichen?|vorigen"
    r"|toutes?|tous|tes|vos|précédente?s?|antérieure?s?|ci-dessus|initiales?|todas?|todos?|tus|sus|anterior(?:es)?|previ[ao]s|iniciales"
    r"|tutte?|le tue|tue|precedenti|anteriori|as|suas|tuas|prévias|eerdere|vorige|voorgaande|al je|je|alle|bovenstaande"
    r"|wszystkie|wszystkich|poprzednie|wcześniejsze|swoje|twoje|alla|tidigare|dina|tidligere|dine|kaikki|aiemmat|aikaisemmat|všechny|předchozí|korábbi|minden|összes|toate|anterioare"
    r"|önceki|tüm|bütün|все|всі|предыдущие|прежние|свои|попередні|όλες|προηγούμενες)"
)
OVERRIDE = (
    rf"(?<!\w){FORGET}{_S}(?:{_W}{{1,20}}{_S}){{0,4}}?{BEFORE}{_S}(?:{_W}{{1,20}}{_S}){{0,3}}?{RULES}(?!\w)",
    rf"(?<!\w){FORGET}{_S}(?:{_W}{{1,14}}{_S}){{0,2}}?{RULES}{_S}(?:{_W}{{1,14}}{_S}){{0,2}}?(?:above|before|so far|given|received|reçues?|recibidas|erhalten\w*|précédentes?|anterior(?:es)?|precedenti|previ[ao]s)",
    rf"(?<!\w){FORGET}{_S}(?:all{_S}|everything{_S}|anything{_S}|what(?:ever)?{_S}|that{_S}){{1,2}}(?:(?:that{_S})?you(?: were|['’]ve been| have been| had been| are)"
    rf"{_S}(?:told|instructed|given|asked|taught)|(?:of{_S}the{_S})?(?:above|before|previous|said|came|written|stated|prior)\b)",
    r"(?:everything|anything|all (?:text|instructions|rules)|the (?:text|instructions|rules)|alles|tout|todo)[^.\n]{0,40}(?:before|above|prior|so far|previous|davor|bisher|oben|avant|anterior)[^.\n]{0,20}\b(?:is|are|was|ist|sind|est|es)\s(?:void|invalid|null"
    r"|cancel\w+|obsolete|no longer|outdated|superseded|irrelevant|wrong|ungültig|hinfällig|nul|nulo)|\bonly (?:valid|real|true|binding) (?:instruction|rule|order|task)\b",
    rf"\b(?:leg|schieb|wirf|werfen|lass|setz|stell)(?:e|en|t)?(?: sie)?{_S}(?:{_W}{{1,20}}{_S}){{0,3}}?{BEFORE}{_S}(?:{_W}{{1,20}}{_S}){{0,2}}?{RULES}{_S}(?:beiseite|zur seite|über bord|weg|fallen|außer acht|außer kraft)\b",
    # What was said before is said to hold no longer.
    rf"{RULES}{_S}(?:that{_S}|which{_S})?you{_S}(?:were|have been|got|had|received)[^.\n]{{0,40}}?\b(?:(?:do|does|did) not|don['’]t|no longer|never|are (?:void|cancel\w+|invalid|off|suspended|superseded))\b",
    r"(?:what(?:ever)?|everything|anything|all) (?:that )?you (?:were|have been|had been) (?:told|asked|given|instructed|taught)[^.\n]{0,20}(?:before|earlier|so far|above|previously|until now|up to here)[^.\n]{0,30}(?:no longer|not|void|cancel\w+|off)\b",
    r"was (?:dir|ihnen|euch) (?:\w+ )?(?:vorher|bisher|zuvor|davor|oben|bis hierher)[^.\n]{0,30}(?:gesagt|mitgeteilt|aufgetragen|vorgegeben|befohlen|angewiesen)[^.\n]{0,40}(?:nicht|ungültig|hinfällig|nichtig|aufgehoben)",
    r"ce qu[ie]? ?(?:t['’]a|vous a|on t['’]a|on vous a)[^.\n]{0,8} (?:demandé|dit|ordonné|prescrit|indiqué)[^.\n]{0,30}(?:annulé|nul|caduc|plus|oublié)",
    r"lo que (?:se )?(?:te|os|le) (?:han?|haya[n]?)? ?(?:dicho|pedido|indicado|ordenado|dijeron|pidieron)[^.\n]{0,30}(?:ya no|anulad|no vale|no cuenta|sin efecto)",
    r"(?:vergiss|ignoriere?n?)(?: sie)? alles,? (?:was|bisher|vorher|oben|davor)|(?:oublie|ignore)[zr]? tout ce qui|(?:olvida|ignora) todo lo (?:anterior|que)|(?:ignora|dimentica) tutto",
    r"(?:esqueça|ignore) tudo|(?:vergeet|negeer) alles|(?:zapomnij|zignoruj) wszystko|(?:забудь|игнорируй)(?:те)? (?:всё|все), что",
    r"(?:忽略|无视|無視|忘记|忘掉|不要理会|请忽略)[^。\n]{0,16}(?:指令|指示|规则|規則|提示|命令|说明|要求)|(?:無視し|忘れ)[^。\n]{0,12}|[^。\n]{0,20}(?:指示|命令|ルール)を(?:すべて|全て)?(?:無視|忘れ)",
    r"(?:이전|위의|모든)[^.\n]{0,20}(?:지시|명령|규칙)[^.\n]{0,10}(?:무시|잊)|تجاهل[^.\n]{0,30}(?:التعليمات|الأوامر|القواعد)|התעלם[^.\n]{0,20}הוראות|(?:पिछले|सभी)[^।\n]{0,20}निर्देश[^।\n]{0,14}(?:अनदेखा|भूल)",
    r"önceki[^.\n]{0,20}talimat\w{0,8}[^.\n]{0,12}(?:yok say|unut|görmezden gel)",
)

APPLICANT = (
    r"(?:(?:the|this|our|these|every|any|all|das|der|die|den|diese[rn]?|le|la|les|ce|el|este|los|il|lo|questo|o|de|deze)\s)?(?:applicants?|candidates?|job ?seekers?|bewerber(?:in|s)?"
    r"|kandidat(?:en|in)?|candidate?s?|candidates?|candidat[ao]s?|kandydat\w{0,3}|sollicitant|соискател\w{1,3}|кандидат\w{0,3})(?!\w)"
)
DOCUMENT = (
    r"(?:resumes?|résumés?|cvs?|curriculum(?: vitae)?|currículum|(?:cover |motivation )?letters?|headline|skills(?: list| section)?|certificates|qualifications section|summary|lebenslauf|anschreiben"
    r"|bewerbungsschreiben|lettre(?: de motivation)?|carta(?: de presentación)?|habilidades|compétences|lettera|briefje|brief|cv|życiorys\w{0,2}|list motywacyjny|brevet|carta de apresentação|currículo"
    r"|резюме|письм[оае]|research report|report|简历|求职信|履歴書|이력서|document|documents|cover note)(?!\w)"
)
# Rules forgotten without a word of whose they are, and at once something to write.
RULES_AND_WRITE = rf"(?<!\w){FORGET}{_S}(?:{_W}{{1,14}}{_S}){{0,3}}?{RULES}[^.\n]{{0,30}}?(?:,|;|\b(?:and|und|et|y|e|en|i|og|och|a|и))[ ]{{0,2}}{VERB}"
# The applicant's own papers, as against any report.
PAPERS = (
    r"(?:resumes?|résumés?|cvs?|curriculum(?: vitae)?|currículum|(?:cover |motivation )?letters?|headline|skills(?: list| section)?|summary|lebenslauf|anschreiben|bewerbungsschreiben"
    r"|lettre(?: de motivation)?|carta(?: de presentación)?|resumen|lettera|brief|życiorys\w{0,2}|list motywacyjny|carta de apresentação|currículo|резюме|письм[оае]|match)(?!\w)"
)
