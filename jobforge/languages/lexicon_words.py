"""Words that carry no requirement of their own, in English, German, French and Spanish.

All words stand here folded: lower case, without diacritics, ß as ss (see `terms.fold`).
"""

STOP_WORDS = frozenset(
    """
a an and any are as at be been being both but by can could did do does each either for from had has have having he her
his how i if in into is it its itself just may me might more most my no nor not of off on onto or other others our ours
out over own per she should so some such than that the their them then there these they this those through to too under
until up upon us use used using very via was we were what when where which while who whom whose why will with within
without would yet you your yours ve ll re im youll youd youve also about across along among around because before
after between during every few further get gets got here keep like make many much need needs needed one only same since
still take let well etc eg ie incl including ideally preferably similar equivalent relevant related another
able willing one condition though although thing things anything something
aber alle allem allen aller alles als am an auch auf aus bei beim bis bist da damit dann das dass dein deine deinem
deinen deiner dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem
einen einer eines er es etwas euch euer eure fur gern gerne haben hat hast hatte ich ihm ihn ihnen ihr ihre ihrem ihren
ihrer im in ins ist ja jede jedem jeden jeder jedes kann kannst konnen man mehr mein mit nach nicht noch nur ob oder
ohne sehr sein seine seit sich sie sind so sollte sollten solltest sowie uber um und uns unser unsere unserem unseren
unserer unter vom von vor wann war waren was weil welche wenn wer werden wie wir wird wo zu zum zur zwischen bereits
davon sowohl bedingung z b bzw ggf idealerweise ahnlich ahnliche ahnlichem ahnlichen vergleichbar vergleichbare vergleichbaren
au aux avec avez ayant c ce ces cet cette ceux chez comme d dans de des deux deja donc du elle elles en entre est et
etes etre eu fait il ils j je l la le les leur leurs lui m ma mais me mes meme moi mon n ne ni nos notre nous on ont ou
par pas plus pour qu que qui s sa sans se ses si son sont sous sur ta te tes toi ton tout tous toute toutes tres tu un
une vers vos votre vous y ainsi afin idealement notamment equivalente similaire
al algo alguna algunas alguno algunos ante antes asi aun aunque cada como con contra cual cuando de del desde donde
dos e el ella ellas ellos en entre era eres es esa ese eso esta estas este esto estos fue ha han has hasta hay haya la
las le les lo los mas me mi mis muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otro para pero
por porque que quien se ser si sin sobre somos son su sus tambien tan te ti tiene tienes tu tus u un una unas uno unos
vosotros y ya yo similares equivalente idealmente
m w d x h f gn m/w w/m h/f f/h m/f w/d o/a
""".split()
)

FRAME_WORDS = frozenset(
    """
experience experiences experienced knowledge skill skills ability abilities able understanding proficiency proficient
familiarity familiar background expertise competence competency competent command grasp awareness hands on proven strong
solid good great excellent deep sound basic advanced working practical demonstrated demonstrable thorough extensive
broad comfortable confident confidence capable track record year years yrs yr month months minimum least better mejor mucho date up handling handle do does make makes making comes see
muss kein keine required requirement requirements mandatory essential desirable preferred plus nice bonus advantage must advantageous
welcome professional previous prior recent valid current full fully clear qualification qualifications qualified level
work worked works job role position field area sector industry environment setting way know knows hold holds holding
bring possess willingness availability available interest passion keen care eye understand use user recognised recognized completed whole time first
part fulltime formal appropriate suitable high quality production inside want one two three four five six seven eight nine ten
bilingual spoken written fluent fluently
zwei drei vier funf sechs sieben acht neun zehn erfahrung erfahrungen berufserfahrung kenntnisse kenntnis grundkenntnisse fachkenntnisse fahigkeit fahigkeiten umgang
verstandnis sicher sichere sicherer sicheren sicheres fundiert fundierte fundierten gut gute guter guten gutes sehr
mehrjahrige mehrjahriger mehrjahrigen einschlagige einschlagiger einschlagigen praktische mindestens mind jahr jahre
jahren jahrige jahriger erforderlich vorteil wunschenswert zwingend voraussetzung voraussetzungen qualifikation
abgeschlossen abgeschlossene abgeschlossenes abgeschlossener beherrschung anwendung bereich gangig gangige gangigen
tatigkeit arbeit arbeiten bereitschaft idealerweise nachweislich nachweisbare routiniert routinierter vertiefte ausgepragte gearbeitet machst machen macht gehst geht bringst
bringen mitbringen verfugen verfugst besitzen besitzt beherrschen beherrschst hilfreich notwendig vorausgesetzt
deux trois quatre cinq six sept huit neuf dix bilingue courant experience experiences connaissance connaissances maitrise maitriser maitrisez competence competences capacite aisance
savoir aise capable disponibilite disponible gerer faire faites travaille notions bonne bon bonnes excellente excellent solide solides minimum moins an ans annee annees exige exigee
requis requise souhaite souhaitee souhaitable apprecie appreciee atout indispensable obligatoire pratique confirmee
confirme significative reussie avere averee domaine secteur poste niveau valide cours validite disposez justifiez
possedez connaissez avez titulaire formation
dos tres cuatro cinco seis siete ocho nueve diez experiencia experiencias conocimiento conocimientos manejo dominio habilidad habilidades capacidad nivel buen buena
buenos buenas solido solida solidos avanzado avanzada basico basicos demostrable demostrada minimo minima menos ano
anos imprescindible deseable valorable valorara requiere requisito necesario necesaria previa previo sector area puesto
trabajado trabajo acreditada acreditable titulacion formacion conocer tener hacer trabajar manejas sabes disponibilidad disponible alto medio b2 c1 b1
""".split()
)

WEAK_WORDS = frozenset(
    """
dealing handling giving performing undertaking carrying specialist specialised specialized record
management manage service services support process processes procedure procedures project
projects development program programme training trainings course courses technique techniques method methods tool tools
technology technologies solution solutions task tasks activity activities operation operations daily company
business material product products industry customer control new junior senior peer reviewed unit units site
betrieb prozess prozesse verfahren projekt projekte schulung kurs aufgaben einsatz firma
gestion suivi gerer traitement projet projets outil outils methode client clients
gestion atencion resolucion tratamiento proyecto proyectos herramienta herramientas cliente clientes curso cursos
""".split()
)

INFLECTION = (
    # Longest first within a language; `terms.stem` takes the longest that leaves enough of a word.
    "ships ship ians ian izations ization ations ation itions ition ments ment ings ing ities ity ally ively ively ances ance ences ence "
    "ating ated ates ate ants ants ents ers ors ies ied ed er or es s ly al ive able ibly ical ic age ages ion ions ure ures e y ist ists ism "
    "ungen ung igkeiten igkeit keiten keit heiten heit lichen licher liches liche lich ischen ischer isches ische isch "
    "enden ender ende erinnen erin innen ern erns en er em es e n s end ierung ierungen ieren iert "
    "aires aire tions tion eurs eur euses euse rices rice ements ement antes ante ants ant ees ee es er ez ons ent aux ale ales "
    "ciones cion aciones acion adores adoras ador adora ados adas ado ada idos idas ido ida ando iendo ar er ir "
    "mientos miento idades idad istas ista ores oras ora as os a o"
).split()

IRREGULAR = {
    # form: the word it goes with
    "taught": "teach", "management": "managmt", "led": "lead", "wrote": "write", "written": "write", "built": "build", "ran": "run",
    "running": "run", "drove": "drive", "driven": "drive", "driving": "drive", "held": "hold", "sold": "sell",
    "bought": "buy", "bent": "bend", "made": "make", "drew": "draw", "drawn": "draw", "grew": "grow", "flew": "fly",
    "children": "child", "wives": "wife", "registered": "registr", "registration": "registr", "register": "registr",
    "licence": "license", "licences": "license", "licensed": "license", "licensing": "license", "analyse": "analysis",
    "analyses": "analysis", "analyze": "analysis", "analyzing": "analysis", "analysing": "analysis",
    "analysed": "analysis", "analyzed": "analysis", "analyst": "analysis", "analytics": "analysis",
    "mathematics": "math", "maths": "math", "wiring": "wire", "wired": "wire", "wires": "wire", "costing": "cost",
    "programming": "program", "programmer": "program", "programme": "program", "certified": "certificate",
    "certification": "certificate", "certifications": "certificate", "photos": "photo", "photography": "photo",
    "published": "publish", "publications": "publish", "publication": "publish", "nursing": "nurse",
    "welding": "weld", "welder": "weld", "prescription": "prescrib", "counselling": "counsel",
    "gefuhrt": "fuhren", "geleitet": "leiten", "geschweisst": "schweissen", "gefahren": "fahren",
    "betreut": "betreuen", "beraten": "beratung", "verkauft": "verkauf", "geplant": "planung", "planen": "planung",
    "concu": "concevoir", "conception": "concevoir", "conduite": "conduire",
    "redaction": "rediger", "dirigido": "dirigir", "hecho": "hacer", "escrito": "escribir",
}  # fmt: skip

# Capitals that are a country and not a name of what is asked.
REGIONS = frozenset("uk us usa eu gb dach".split())
# Short spellings of names that are ordinary words of one of the languages when written in small letters.
AMBIGUOUS_SMALL = frozenset(
    "ai als arc ila ils it iv iva ki mag mat ml pos sen send sop ts uci ust us am pm ms vue aca cap sage safe".split()
)
# German compounds whose last part says nothing: what counts is before it.
EMPTY_TAILS = ("kenntnissen", "kenntnisse", "erfahrungen", "erfahrung", "qualifikation", "fertigkeiten")
