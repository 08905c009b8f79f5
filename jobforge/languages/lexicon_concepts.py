"""Ideas of working life that are said in many words, in English, German, French and Spanish.

Each concept has its words, folded; a trailing `*` stands for any ending. A word may belong to several concepts.
Only ideas common to all trades stand here: what a trade calls its own things comes from the texts themselves.
"""

CONCEPTS = {
    "lead": """lead leads leading leader leaders leadership led manage manages managed managing manager head
        heads headed supervis* oversee oversees oversaw overseen line-manage direct directed directing directeur
        directrice foreman captain vorarbeit* leit* fuhr* geleitet gefuhrt fuhrung* anleit* vorgesetzt*
        teamleit* schichtleit* encadr* dirig* managerin pilot* animer responsable chef-d-equipe cheffe-d-equipe chef-d-atelier chef-de-projet coordin* koordin* lider*
        jefe jefa supervis* responsab* mando""",
    "people": """team teams staff crew crews brigade people employees employee personnel colleagues workers subordinates
        reports assistant assistants associates
        mitarbeit* personal* belegschaft kollegen kolleginnen kollege beschaftigte mannschaft equipe equipes personnel
        salaries collaborateurs collaborateur equipo equipos personal empleados trabajadores subordinados plantilla
        direct-reports compagnons personnes personas leute""",
    "teach": """teach teaches teaching taught teacher train trains trained training trainer mentor* coach* tutor* instruct*
        supervis* onboard* induct* lecture* educate* educator* anleit* ausbild* einarbeit* einweis* unterricht* schul* betreu*
        lehr* former forme formation forma formateur formatrice encadr* enseign* tuteur tutorat accompagn* parrain*
        ensen* formar formacion formador* tutor* tutel* instrui* mentor* docen* capacit*""",
    "learner": """student students apprentice apprentices trainee trainees junior juniors intern interns helpers helper
        learners pupil pupils commis newcomers auszubildende auszubildenden azubi azubis lehrling* praktikant*
        studierende* schuler* apprenti apprentis apprentie alternant* stagiaire* eleves etudiants debutants
        aprendi* becari* alumn* estudiante* practicas others colleagues kollegen""",
    "drive licence": """driving-licence driving-license drivers-license driver-license driver-licence fuhrerschein*
        fahrerlaubnis* permis-de-conduire permis-b permis-c permis-ce carne-de-conducir permiso-de-conducir
        licencia-de-conducir carnet-de-conducir""",
    "drive": """drive drives driver drivers driving drove fahr* kraftfahrer berufskraftfahrer lkw-fahrer conducteur
        conductrice conduite conduire chauffeur* conductor conductora conducir conduccion""",
    "own car": """car own-car own-vehicle vehicle eigener-pkw eigenes-auto pkw vehicule voiture coche vehiculo""",
    "patient": """patient* resident residents bewohner* residente* resid* pflegebedurftige* clients-at-home
        service-users usagers usuarios""",
    "elderly": """elderly older-people older-adults geriatr* gerontolog* senior-citizens senioren* altenpflege* pflegeheim*
        nursing-home care-home personnes-agees ehpad maison-de-retraite mayores ancianos tercera-edad gerocult*
        residencia* aged-care""",
    "home care": """own-homes their-homes at-home home-care domiciliary home-visits community-nursing district-nurs* ambulante-pflege
        hauslich* domicile domicilio domicilios hausbesuch*""",
    "child": "child children kids kinder* kita kindergarten* enfant* creche nino* nina* infantil guarderia nursery",
    "hospitality": """hospitality hotel* restaurant* guest guests gastronomi* gast gaste hostel* catering tourism tourismus
        tourisme turismo hosteler* hoteler* restauration campsites holiday-parks pub gastropub bar bistro brasserie""",
    "travel": "travel* journey* booking bookings tourism hotel* holiday holidays reise* voyage* viaje* buchung* airline*",
    "housing": "housing homes tenants landlord wohnungswirtschaft logement vivienda residential",
    "residential": "residential home homes house houses domestic wohnungsbau wohnhaus* logements viviendas",
    "charity": """charit* nonprofit non-profit not-for-profit ngo third-sector gemeinnutzig* association associatif ong
        trust appeal foundation stiftung fondation fundacion grant donors""",
    "school": "school schools schul* ecole ecoles college colegio escuela instituto lycee gymnasium grundschule*",
    "register": "registered registration register licensed approbation zugelassen inscrit* colegiad* inscription",
    "vet": "vetted vetting cleared clearance background-check dbs fuhrungszeugnis casier-judiciaire antecedentes",
    "cost": """cost costs costing costed costings pric* quot* estimat* kalkul* angebotserstellung devis chiffrage
        presupuest* coste costes escandall*""",
    "forecast": "forecast* projection* prognos* previsionn* previsi*",
    "negotiate": "negotiat* verhandl* negoci*",
    "present": "present* prasent* speaking vortrag* expos*",
    "sell": "sale sales sell* sold verkauf* vertrieb* vendre vente* vendeu* venta* vender comercial commercial",
    "buy": "purchas* procure* buy* bought sourcing einkauf* beschaff* achat* acheteu* compra* order orders ordered",
    "clean": "clean* reinig* nettoyage menage limpi* aseo",
    "repair": """repair* fix fixes fixed overhaul* instandsetz* reparatur* reparier* depann* repar* reparaci*""",
    "maintain": "mainten* maintain* servic* wart wartung* instandhalt* entretien mantenim* manten*",
    "diagnose": "diagnos* troubleshoot* fault-finding faults fehlersuche* fehlerdiagnose* fehleranalyse* diagnost* averias",
    "install": "install* fit fits fitted fitting mount* einbau* montage* montier* montaje* instal*",
    "test": "test tests tested testing pruf* essai* prueba* ensayo*",
    "design": "design* entwurf* entwerf* gestalt* concevoir conception concepteu* disen* diseno*",
    "develop": """develop* build builds building built programm* coding code engineer* entwickl* developp* desarroll*
        implement*""",
    "application": "app apps application applications anwendung* applikation* aplicacion* pages sites website* interface*",
    "research": "research* forsch* recherche* investig*",
    "publication": "publication* publish* paper papers article articles veroffentlich* publie* publica*",
    "document": "document* record* report* dokument* bericht* protokoll* documentation redaction registro* informe*",
    "plan": "plan plans planning planned schedul* rota roster* dienstplan* planung* einsatzplan* planif* turnos planning",
    "draft": "draft* write writes writing written wrote entwerf* verfass* erstell* redig* redact* formul*",
    "advise": "advis* consult* counsel* berat* beratung conseil* asesor* consultor*",
    "litigate": "litigat* court* gericht* prozess* tribunal* tribunaux juzgado* trial*",
    "deploy": "deploy* rollout release* bereitstell* deploie* desplieg* despliegue*",
    "migrate": "migrat* migracion*",
    "contract": "contract* vertrag* vertrage contrat* contrato*",
    "nurse": "nurse nurses nursing krankenpfleg* pflegefach* gesundheits-und-krankenpfleg* infirmier* enfermer*",
    "caregiver": "carer* caregiver* care-worker* care-assistant* pflegehelfer* pflegehilf* aide-soignant* auxiliar* gerocult*",
    "cook": "cook* chef chefs koch* kuche* cuisin* cocin*",
    "weld": "weld* schweiss* soud* soldad* soldar",
    "electric": "electri* elektr* elektrik*",
    "warehouse": "warehous* lager* entrepot* almacen* logisti* distribution fulfilment fulfillment parcel",
    "accountant": "accountan* accounting accounts buchhalt* bilanzbuchhalt* comptab* contab*",
    "shift": "shift shifts schicht schichten schichtarbeit* schichtdienst* schichtbetrieb* schichtsystem* wechselschicht* fruhschicht* spatschicht* nachtschicht* dreischicht* zweischicht* mehrschicht* nachtdienst* turno* poste-de-nuit equipes-alternantes",
    "vocational": """apprenticeship* gesellenbrief* gesellenprufung* berufsausbildung* ausbildung lehre lehrabschluss*
        facharbeiter* journeyman cap bep ciclo-formativo fp tecnico formacion-profesional nvq""",
    "certificate": "certificat* certified zertifi* certifica* schein diploma zeugnis* nachweis",
    "inspect": "inspect* inspekt* kontroll* control controle inspecc*",
    "lift people": "hoist* movilizacion* mobilis* lagern transfer* gruas grua",
    "hygiene": "hygien* higien*",
    "supplier": "supplier* vendor* lieferant* fournisseur* proveedor*",
    "customer": "customer* client* kund* kundschaft* homeowner* cliente* guests guest",
    "audit": "audit* revision* wirtschaftspruf* auditor*",
    "quality": "qualit* calidad*",
    "budget": "budget* presupuest*",
    "safety": "safety sicherheit* securit* segurid*",
    "alone": "alone lone independent* independently selbststandig* eigenstandig* autonom*",
    "team player": "teamfahig* teamwork team-player trabajo-en-equipo esprit-d-equipe teamarbeit",
    "lawyer": "lawyer* attorney* solicitor* barrister* rechtsanw* anwalt* anwaltin avocat* abogad* syndikus*",
    "motivate": "motivat* motivier*",
    "warehouse pick": "pick picks picked picking picker packer kommission* preparateur* preparation-de-commandes picking",
    "bake": "bak* backer* backerei boulang* panad* pastelero* patiss* konditor*",
    "assess": "assess* beurteil* evaluat* evalu*",
    "machine": "machine* maschin* maquin*",
    "material": "materials material*",
    "medication": "medic* medikament* medicament* arzneimittel* drugs",
    "fundraise": "fundrais* spenden* collecte-de-fonds captacion-de-fondos",
    "translate": "translat* ubersetz* tradui* traduc*",
    "store": "store stores shop shops retail einzelhandel* filiale* magasin* tienda* laden verkaufsstelle*",
}
