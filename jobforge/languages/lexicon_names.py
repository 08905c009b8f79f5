"""Names that have several spellings, and names that are only names in one spelling."""

# One name per line, its spellings after each other. Every spelling counts as every other.
ALIASES = """
kubernetes | k8s | kube
postgresql | postgres | postgre sql | psql
javascript | js | ecmascript
typescript | ts
node.js | nodejs | node
vue | vue.js | vuejs
react | react.js | reactjs
next.js | nextjs
angular | angularjs | angular.js
.net | dotnet | .net core | asp.net
c# | c sharp | csharp
c++ | cpp
golang | go language | go programming
python | python3
ruby on rails | rails | ror
microsoft sql server | sql server | mssql | ms sql
mongodb | mongo
elasticsearch | elastic search
amazon web services | aws
google cloud | google cloud platform | gcp
microsoft azure | azure
ci cd | ci/cd | continuous integration | continuous delivery | continuous deployment | ci pipelines | ci pipeline | build pipelines
infrastructure as code | iac
rest api | rest apis | restful api | restful apis | rest services | rest interfaces | apis rest | api rest | rest schnittstellen
machine learning | ml
artificial intelligence | ai | ki
natural language processing | nlp
user experience | ux
user interface | ui
quality assurance | qa
search engine optimisation | search engine optimization | seo
ms office | microsoft office | office 365 | microsoft 365 | office suite | word and excel | ms office paket
excel | ms excel | microsoft excel
power bi | powerbi
ms word | microsoft word
automated testing | automated tests | test automation | automatisierte tests | tests automatises | pruebas automatizadas
unit tests | unit testing | pruebas unitarias | tests unitaires | komponententests
relational database | relational databases | rdbms | relationale datenbank | relationale datenbanken | base de donnees relationnelle | bases de donnees relationnelles | bases de datos relacionales
accessibility | a11y | barrierefreiheit | accessibilite | accesibilidad
end to end | e2e
object oriented programming | oop
application programming interface | api | apis
version control | versionsverwaltung
scrum master
project management professional | pmp
agile | agile methods | agile methoden | methodes agiles | metodologias agiles
registered nurse | rn | examinierte pflegefachkraft
licensed practical nurse | lpn
certified nursing assistant | cna
health care assistant | healthcare assistant | hca
venepuncture | venipuncture | phlebotomy | blutentnahme | prise de sang | extraccion de sangre
basic life support | bls
advanced life support | als | acls | advanced cardiac life support
immediate life support | ils
cardiopulmonary resuscitation | cpr
intravenous | iv
electronic health record | electronic health records | ehr | emr | electronic medical records | electronic patient record
intensive care | icu | intensive care unit | critical care | itu | intensivstation | intensivpflege | reanimation | uci | cuidados intensivos
emergency department | accident and emergency | a&e | notaufnahme | urgences | urgencias
operating theatre | operating room | theatre nursing | op saal | bloc operatoire | quirofano
general practitioner | gp
occupational therapy | ergotherapie | ergotherapy | terapia ocupacional
physiotherapy | physical therapy | physiotherapie | kinesitherapie | fisioterapia | krankengymnastik
learning disabilities | learning disability | intellectual disabilities
individual education plans | individual education plan | iep | ieps | individual plans
special educational needs | sen | send | special needs | special education | sonderpadagogik | education specialisee | educacion especial
english as a second language | esl | efl | tefl | english as a foreign language
early childhood | early years | eyfs | fruhpadagogik | petite enfance | educacion infantil
solar | photovoltaic | photovoltaics | pv | photovoltaik | solaire | photovoltaique | fotovoltaica
ev charger | ev chargers | ev charging | car charger | car chargers | electric vehicle charger | electric vehicle charging | charging points | charge points | wallbox | wallboxen | ladestation | ladestationen | ladesaulen | borne de recharge | bornes de recharge | puntos de recarga
programmable logic controller | plc | plcs | sps | automate programmable | automates programmables | automatas programables
variable frequency drive | variable frequency drives | vfd | vfds | frequenzumrichter | variateur de frequence
heating ventilation and air conditioning | hvac | klimatechnik
air conditioning | klimaanlage | klimaanlagen | climatisation | aire acondicionado | klimaservice
electrical metallic tubing | emt
high voltage | hochspannung
heavy goods vehicle | hgv | lgv | lkw | lastwagen | lastkraftwagen | poids lourd | poids lourds | truck | trucks | camion | camiones
commercial drivers license | cdl
motor vehicle | kfz | kraftfahrzeug | kraftfahrzeuge
forklift | fork lift | forklifts | fork truck | gabelstapler | stapler | chariot elevateur | chariots elevateurs | carretilla elevadora | carretillas elevadoras | carretillero | flurforderzeuge | flurforderfahrzeuge
forklift licence | forklift license | forklift certificate | forklift certification | forklift operator certification | forklift certified | staplerschein | gabelstaplerschein | caces chariot | caces r489 | carnet de carretillero
warehouse management system | warehouse management systems | wms
enterprise resource planning | erp
customer relationship management | crm
point of sale | pos | epos | kassensystem
computerised maintenance management system | cmms
computer aided design | cad
building information modelling | building information modeling | bim
computer numerical control | cnc
tungsten inert gas | tig | gtaw | wig | soudage tig
metal inert gas | mig | mag | gmaw | mig mag | mig/mag
arc welding | smaw | mma | stick welding | soudage a l arc | elektrodenschweissen | lichtbogenhandschweissen
stainless steel | inox | edelstahl | acero inoxidable | acier inoxydable
technical drawings | blueprints | blueprint | engineering drawings | reading plans | technische zeichnungen | zeichnungen lesen | lecture de plans | lectura de planos | interpretacion de planos | plans
circuit diagrams | wiring diagrams | schematics | schaltplan | schaltplane | schaltplanen | stromlaufplane | schemas electriques | esquemas electricos
hazard analysis | haccp | appcc
food hygiene | food safety | lebensmittelhygiene | hygiene alimentaire | manipulador de alimentos | manipulacion de alimentos
generally accepted accounting principles | gaap
international financial reporting standards | ifrs
value added tax | vat | umsatzsteuer | ust | tva | iva
accounts payable | purchase ledger | kreditorenbuchhaltung | kreditoren | comptabilite fournisseurs
accounts receivable | sales ledger | debitorenbuchhaltung | debitoren | comptabilite clients
month end close | month end | monthly close | monthly closing | monatsabschluss | monatsabschlusse | cloture mensuelle | cierre mensual
annual accounts | annual financial statements | jahresabschluss | jahresabschlusse | bilan annuel | cierre anual | year end accounts
mergers and acquisitions | m&a
profit and loss | p&l | guv
payroll | lohnabrechnung | gehaltsabrechnung | lohnbuchhaltung | entgeltabrechnung | paie | nominas | nomina
bookkeeping | buchhaltung | buchfuhrung | finanzbuchhaltung | comptabilite | contabilidad
budgeting | budget | budgets | budgetplanung | elaboration du budget | presupuesto | presupuestos
human resources | hr | personalwesen | ressources humaines | recursos humanos
customer service | customer support | kundenservice | kundendienst | kundenbetreuung | service client | relation client | atencion al cliente | client service
labour law | employment law | arbeitsrecht | droit du travail | derecho laboral
data protection | gdpr | dsgvo | datenschutz | datenschutzrecht | rgpd | proteccion de datos
good laboratory practice | glp
good manufacturing practice | gmp | cgmp
good clinical practice | gcp
high performance liquid chromatography | hplc
polymerase chain reaction | pcr | qpcr
standard operating procedures | standard operating procedure | sop | sops
environmental health and safety | ehs | hse
health and safety | arbeitssicherheit | arbeitsschutz | seguridad laboral | prevencion de riesgos laborales | prl | securite au travail
first aid | first aider | erste hilfe | ersthelfer | premiers secours | premiers soins | sst | primeros auxilios
disclosure and barring service | dbs
social media | soziale medien | reseaux sociaux | redes sociales
graphic design | grafikdesign | graphisme | diseno grafico
user research | usability testing | user testing | tests utilisateurs | nutzertests | pruebas con usuarios | usability tests
adobe creative suite | adobe creative cloud | creative suite | creative cloud | suite adobe
stock control | inventory control | inventory management | inventory | cycle counts | cycle counting | cycle count | stock counts | stocktaking | bestandsfuhrung | lagerverwaltung | inventur | gestion des stocks | gestion de stock | control de inventario | inventario
cold chain | refrigerated | chilled | kuhlkette | chaine du froid | cadena de frio
load securing | ladungssicherung | arrimage
tachograph | tachographs | tachographen | tachographe | tacografo
route planning | tourenplanung | planificacion de rutas
palliative care | end of life care | palliativpflege | soins palliatifs | cuidados paliativos
dementia | demenz | demence | alzheimer | demencia
wound care | wound management | wundversorgung | wundmanagement | pansements | curas
care planning | care plans | care plan | pflegeplanung | plan de cuidados
teaching assistant | classroom assistant
child protection | safeguarding | kinderschutz | protection de l enfance
welding certificate | schweisserprufung | schweisserprufungen | schweisserschein | welder qualification
master craftsman | meisterbrief | meisterprufung | meisterschule
state examination | staatsexamen | staatsexamina
works agreement | works agreements | betriebsvereinbarung | betriebsvereinbarungen
menu planning | menus | menu development | speisekarte | speisekarten | menuplanung | seasonal menus
cost of goods | food costing | cost dishes | menu costing | cost new dishes | wareneinsatz
single cell sequencing | single cell rna seq | scrna seq | single cell rna sequencing
rna seq | rna sequencing
"""

# The general name, then what counts as an instance of it: who has the instance has the general thing, not the reverse.
KINDS = """
ci cd | github actions | gitlab ci | jenkins | circleci | azure devops | travis ci | teamcity
infrastructure as code | terraform | pulumi | cloudformation | bicep
relational database | postgresql | mysql | mariadb | oracle | sql server | sqlite | sql
sql | postgresql | mysql | mariadb | sql server | sqlite
automated testing | playwright | cypress | selenium | junit | pytest | jest | end to end tests | unit tests
accessibility | wcag | rgaa | bitv | section 508
version control | git | github | gitlab | subversion
agile | scrum | kanban | safe framework | scaled agile framework
scrum | psm | csm | scrum master
containers | docker | kubernetes | podman | helm
kubernetes | helm | openshift | eks | aks | gke
cloud | amazon web services | google cloud | microsoft azure
cloud platform | amazon web services | google cloud | microsoft azure
message queue | kafka | rabbitmq | sqs
javascript | typescript
front end | react | vue | angular | svelte | html | css
spring | spring boot
machine learning | scikit learn | pytorch | tensorflow
programming language | python | java | c++ | c# | golang | r language
statistics software | spss | stata | sas software | r language
adobe creative suite | photoshop | indesign | illustrator | after effects
ms office | excel | ms word | powerpoint
spreadsheets | excel | google sheets
accounting software | sage | sage 50 | xero | quickbooks | datev | lexware | contaplus | sage accounts
erp | sap | netsuite | odoo | microsoft dynamics | navision
crm | salesforce | hubspot | pipedrive
warehouse management system | manhattan wms | sap ewm | blue yonder
electronic health record | systmone | emis | epic | cerner | resiplus | orbis
design tools | figma | sketch | adobe xd
computer aided design | autocad | solidworks | catia | inventor | revit
first aid | cardiopulmonary resuscitation | basic life support | immediate life support | advanced life support
scrum certificate | psm | csm | professional scrum master | certified scrum master
graphic design | graphiste | grafiker
wound care | compression bandaging | leg ulcer | leg ulcers | wounds | tissue viability
wound dressing | wound care
food safety | haccp
welding | tungsten inert gas | metal inert gas | arc welding
weld | tungsten inert gas | metal inert gas | arc welding
insulin | insulin administration
diabetes | insulin
conduit | electrical metallic tubing
home batteries | powerwall
bank holidays | public holidays
sequencing | rna seq | single cell sequencing
gene editing | crispr
accountancy qualification | cima | acca | aca | cpa | cfa
"""

# Written exactly so they are names; in any other spelling they are ordinary words or letters.
CASE_SENSITIVE = {
    "Go": "golang", "R": "r language", "C": "c language", "SAFe": "scaled agile framework", "SAS": "sas software",
    "Swift": "swift language", "Rust": "rust language", "Word": "ms word", "Excel": "excel", "Outlook": "outlook mail",
    "Access": "access database", "React": "react", "Spark": "spark engine", "Chef": "chef", "Teams": "ms teams",
    "Less": "less css", "Sage": "sage accounts", "Notion": "notion app", "Slack": "slack app", "Express": "express",
    "SAP": "sap", "IT": "information technology", "AI": "artificial intelligence", "TS": "typescript", "JS": "javascript",
    "ALS": "advanced life support", "SEN": "special educational needs", "SEND": "special educational needs",
    "PAYE": "paye", "MAG": "metal inert gas", "ARC": "arc welding", "WIG": "tungsten inert gas", "Node": "node.js",
}  # fmt: skip
