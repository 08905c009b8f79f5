"""Common German nouns and noun endings. German writes every noun with a capital, so only these tell a noun from a name.

Words are folded; a compound counts as common when it parts into these.
"""

ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "sion", "sionen", "tat", "taten", "ismus", "enz", "enzen", "anz",
    "ment", "nis", "nisse", "tum", "ierung", "ierungen", "igkeit", "logie", "grafie", "metrie", "nahme", "nahmen", "weise", "maßnahme", "gabe", "gaben", "fahigkeit",
)  # fmt: skip

NOUNS = frozenset(
    """
lkw pkw kfz abend ablauf abschluss absprache abstand abteilung achtung akte akten alltag alter amt analyse anfang anfrage angebot angebote anlage anlagen anlass anruf anrufe ansatz anspruch
anteil antrag antrage anzahl apparat arbeit arbeiten arm art arzt arzte aufbau auftrag auftrage aufsicht aufwand auge augen ausbau ausdauer ausflug ausfluge ausgabe auskunft ausland
auslastung austausch auswahl auto autos bad bahn band bank bau bauteil bauteile beamte bedarf bedienung begeisterung begriff beispiel beispiele beitrag belag belege beleg beratung berg
bericht berichte beruf berufe bescheid besuch besucher betrag betrieb betriebe bett bewohner bild bilder blatt blick boden bogen brand brief briefe brot brucke buch bucher buhne buro burger
chance computer dach daten datei dateien dauer decke dichte dienst dienste dienstplan ding dinge draht druck durchlauf ecke ehre eigentum eile einblick eindruck einfluss eingang einheit
einkauf einsatz einsatze einstieg eintrag einzug eisen eltern ende energie engagement entwurf entwurfe erde erfolg erfolge ergebnis ernte ertrag essen etage fach facher fahrt fahrten fahrzeug
fahrzeuge fall falle familie farbe farben fehler feier feld felder fenster ferien fertiger fest feste feuer film firma firmen flache flachen fleisch form formen fortschritt frage fragen frau
frauen freude freund frist fristen front fuhrung fund gang garten gast gaste gebaude gebiet gebuhr geduld gefahr gefuhl gehalt geist geld gelande gelegenheit gerat gerate gerausch gericht
gerichte gesetz gesetze gesicht gesprach gesprache gesundheit gewerbe gewicht gewinn glas gleis grad grenze grenzen grosse grund grunde gruppe gruppen gut guter haftung halle hallen halt hand
hande handel handler handlung handwerk haus hauser haushalt haut heft heim heizung herz herzblut hilfe himmel hinweis hinweise hof hohe hof holz hunger idee ideen inhalt inhalte innen interesse
interessen inventar jahr jahre jubilaum jugend kabel kalender kampf karte karten kasse kauf kenntnis kern kind kinder klasse klassen kleid klima knoten koch kochen kollege kolleg kollegen kollegium konto
konzept konzepte kopf korb korper kosten kraft krafte kreis kreuz kuche kuchen kunde kunden kundschaft kurs kurse labor laden lage lager land lander landschaft last lauf laufe leben leder lehre lehrer leistung
leiter leitung lernen leute licht lied lieferant lieferanten lieferung linie linien liste listen loch lohn losung luft lust maschine maschinen mass masse material materialien mauer meister menge mengen mensch
menschen messe messer metall miete minute minuten mittag mittel mitte modell modelle moment monat monate montage morgen motor motoren muhe mull mund musik muster mut nachfrage nachmittag nachricht nacht nachweis
nahe name namen natur netz note notfall notfalle nummer nutzen objekt objekte ofen offnung ohr ordner ordnung ort orte packung paket pakete papier partei partner pause person personen pflanze pflanzen pflege pflicht
plan plane platte platten platz platze post posten praxis preis preise presse probe proben problem probleme produkt produkte prozess prozesse puls punkt punkte putz qualitat quelle rad rahmen rand rat raum raume rechnung
rechnungen recht regal regel regeln reihe reihen reise rest richtung risiko risiken rohr rohre rolle rollen ruckfrage ruckfragen ruckmeldung ruhe runde ruf saal sache sachen saison salz sand satz satze schaden schicht schichten
schiff schild schirm schlag schluss schlussel schnitt schrank schranke schreiben schrift schritt schritte schuh schule schulen schuler schutz schwache schwerpunkt see seite seiten sicht sinn sitz software sonne sorge sorgfalt spannung
spass spiel spiele sport sprache sprachen spur staat stadt stahl stamm stand stapel start statt staub stein stelle stellen steuer steuern stimme stimmung stock stoff stoffe strasse strassen strecke strom struktur stuck stucke stufe stunde
stunden stuck suche summe system tabelle tabellen tag tage tafel takt tasche tat tausch teig teil teile teller termin termine test tests text texte thema themen tiefe tier tiere tisch ton tor tour touren tradition transport treffen
treppe tugend tur turen typ uberblick ubergabe uhr umfang umfeld umgang umsatz umsicht unfall unfalle unterlage unterlagen unterricht unterschied ursache urlaub verband vergleich verhalten verkauf verkehr verlag verlauf verlust verstand vertrag
vertrage vertrauen verwalter verzug vielfalt volk vorgang vorgange vorgabe vorgaben vorlage vorrat vorschlag vorschlage vorteil vorteile waage wachstum wagen wahl wald wand ware waren warme wartung wasche wasser weg wege weise weiterbildung welt werk
werke werkstatt werkzeug werkzeuge wert werte wesen wetter wille wind winter wirkung wissen woche wochen wohl wohnung wohnungen wort worte wunde wunden wunsch wunsche zahl zahlen zeichen zeile zeit zeiten zeitdruck zeug zeugnis ziel ziele zimmer zone zoll
zug zuge zugang zukunft zustand zweck beruf freizeit leidenschaft teamgeist neugier humor fleiss ehrgeiz gewissen empathie respekt herkunft heimat blut hygiene sauberkeit kommunikation digital technik techniken logistik medizin theorie physik chemie
elektrik mechanik statik optik hydraulik pneumatik fachkraft fachkrafte mitarbeiter mitarbeitende kollegin patient patienten klient klienten mandant mandanten gesprachspartner ansprechpartner vorgesetzte team teams projekt projekte bereich bereiche schwerpunkte
""".split()
)
_LINKS = ("", "s", "n", "es", "en", "er", "e")


def is_common_noun(folded: str) -> bool:
    """A noun of the table, with a common ending, or a compound of such."""
    if folded in NOUNS or len(folded) > 6 and folded.endswith(ENDINGS):
        return True
    return any(
        folded[:cut].removesuffix(link) in NOUNS
        and (folded[cut:] in NOUNS or folded[cut:].rstrip("ens") in NOUNS or folded[cut:].endswith(ENDINGS))
        for cut in range(3, min(len(folded) - 2, 30))
        for link in _LINKS
    )
