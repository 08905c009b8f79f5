"""Resumes and ads in other trades and languages, for the tests of the offline writers. Nobody in them exists."""

from datetime import date

from jobforge.documents.writing_input import Material

TODAY = date(2026, 11, 22)

COOK_FR = """# Maëlle Kerbrat
Nantes · maelle.kerbrat@example.com · 06 00 00 00 00

## Profil
Cuisinière, huit ans en restauration traditionnelle. Je ne fais pas de pâtisserie de vitrine.

## Expérience professionnelle

### Cheffe de partie, Restaurant La Cale, Nantes
mars 2021 – aujourd'hui
- Préparation des poissons et des sauces, 80 couverts par service
- Gestion des commandes et des stocks de la marée
- Formé trois apprentis à la découpe
- Réduit le gaspillage de 12 % à 7 % en un an

### Commise de cuisine, Auberge des Trois Moulins, Clisson
09/2017 – 02/2021
- Mise en place et nettoyage du poste froid
- Participation à la carte d'été avec le chef
- Respecter les règles HACCP

## Formation
- CAP Cuisine, Lycée Nicolas Appert, 2017

## Compétences
Cuisson sous vide, HACCP, poissons, sauces, Excel (bases)

## Langues
Français : langue maternelle ; anglais : B1

## Divers
- Permis B
- Disponible sous deux mois
"""

COOK_AD_FR = """Chef de partie poisson (H/F)
Le Comptoir du Port, Saint-Nazaire

Notre restaurant sert 90 couverts le midi, face aux bassins.

Vos missions
- Préparer les poissons et les sauces
- Suivre les commandes et les stocks
- Encadrer les apprentis

Profil recherché
- CAP Cuisine exigé
- Expérience d'au moins trois ans en restauration
- Maîtrise des normes HACCP
- Travail le week-end

Ce serait un plus
- Anglais
- Cuisson sous vide
- Pâtisserie

Nous offrons
2 300 € brut par mois, deux jours de repos consécutifs, repas sur place.

Candidature à envoyer à recrutement@example.com avant le 15 décembre.
"""

DESIGNER_ES = """# Itziar Olabarrieta
Bilbao | itziar.olabarrieta@example.com

## Perfil
Diseñadora gráfica con experiencia en envases y señalética.

## Experiencia laboral

### Diseñadora gráfica — Estudio Marmoka, Bilbao (enero 2020 – actualidad)
- Diseño de envases para 14 marcas de alimentación
- Coordinar las pruebas de imprenta con tres proveedores
- Reduje los plazos de entrega de 15 a 9 días
- Preparación de artes finales en Illustrator e InDesign

### Auxiliar de diseño — Rótulos Deba, Eibar (2017 – 2019)
- Montaje de vinilos y rótulos
- Apoyo al diseñador principal en la señalética de un hospital

## Formación
- Grado en Diseño, Universidad de la Ría, 2017

## Conocimientos
Illustrator, InDesign, Photoshop, Figma, artes finales

## Idiomas
Castellano: nativo; euskera: C1; inglés: B2
"""

DESIGNER_AD_ES = """Diseñador/a de packaging
Conservas Ondarra, Bermeo

Buscamos una persona para nuestro equipo de marca.

Requisitos
- Experiencia en diseño de envases
- Dominio de Illustrator e InDesign
- Trato con imprentas
- Grado en Diseño o similar

Se valorará
- Euskera
- Fotografía de producto
- Conocimientos de After Effects

Ofrecemos contrato indefinido, jornada intensiva en verano y comedor.
"""

WAREHOUSE_DE = """Ralf Timpelkamp
Duisburg, ralf.timpelkamp@example.com, 0151 000000

BERUFSERFAHRUNG

Schichtleiter Lager, Hafenlogistik Rheinkamp GmbH, Duisburg
04/2019 - heute
- Leitung einer Schicht mit 18 Mitarbeitern
- Einführung von Handscannern, Fehlerquote von 2,1 % auf 0,8 % gesenkt
- Planung der Verladung von täglich 40 Lkw
- Arbeitssicherheit unterwiesen und dokumentiert

Fachkraft für Lagerlogistik, Spedition Overbruch, Moers
08/2014 - 03/2019
- Wareneingang prüfen und buchen (SAP)
- Stapler gefahren
- Inventur vorbereitet

AUSBILDUNG
- Fachkraft für Lagerlogistik, IHK Niederrhein, 2014

NACHWEISE
- Staplerschein, 2014
- Ladungssicherung nach VDI 2700, 2020

KENNTNISSE
SAP WM, Excel, Tourenplanung

SPRACHEN
Deutsch (Muttersprache), Türkisch (fließend)
"""

WAREHOUSE_AD_DE = """Lagerleiter (m/w/d)

Die Kessler Frischdienst GmbH in Krefeld beliefert 300 Kantinen.

Ihre Aufgaben
- Führung von 30 Mitarbeitenden in zwei Schichten
- Planung der Verladung
- Verantwortung für Bestand und Inventur

Ihr Profil
- Abgeschlossene Ausbildung als Fachkraft für Lagerlogistik
- Erfahrung in der Führung von Mitarbeitern
- Staplerschein
- Sicherer Umgang mit SAP
- Bereitschaft zur Schichtarbeit

Von Vorteil
- Türkisch oder Polnisch
- Kenntnisse in Lean Management

Ihre Ansprechpartnerin: Frau Sabine Dornbusch. Bewerbungen bitte bis 31. Januar per E-Mail.
"""

LAWYER_EN = """Tobias Grantley-Moore
Leeds | t.grantleymoore@example.com | +44 113 000 0000

EXPERIENCE

Associate Solicitor, Hartwell & Crane LLP, Leeds
Sept 2020 - Present
* Drafts and negotiates commercial leases for retail clients
* Manages a caseload of 45 files
* Trained two paralegals in land registry applications
* Responsible for the monthly property newsletter

Trainee Solicitor, Hartwell & Crane LLP, Leeds
Sept 2018 - Aug 2020
* Seats in property, employment and dispute resolution
* Assisted on the purchase of a shopping centre

EDUCATION
LLB (Hons) Law, University of the Dales, 2017
Legal Practice Course, 2018

QUALIFICATIONS
Admitted as a solicitor of England and Wales, 2020

SKILLS
Commercial leases, Land Registry portal, Word, client care
"""

LAWYER_AD_EN = """Property Solicitor (commercial), 2-5 years PQE

Moss Ridley is a firm of forty people in York.

You will have
- qualification as a solicitor in England and Wales
- experience of commercial leases
- experience of running your own caseload
- knowledge of SDLT
- an interest in business development

Helpful
- residential conveyancing
- supervision of paralegals

Your contact is Ms Priya Venkataraman.
Salary 48,000 to 56,000 GBP; 28 days of holiday.
"""

HAIR_THIN_EN = """Jo Pell
jo.pell@example.com

I cut hair. Four summers at Salon Nine in Ludlow, sweeping, washing, colouring and in the end cutting. I like people and
I am on time.
"""

HAIR_AD_EN = """Stylist wanted. Cuts, colour and a smile.
Ask for Denise at the desk, any day but Monday, or drop in with your scissors.
"""

NO_DATES_EN = """# Wanjiru Odhiambo

wanjiru.odhiambo@example.com

## Work

### Warehouse Supervisor, Coastline Cold Store
- Led a shift of 12 packers
- Kept the temperature log for six chambers

### Forklift Driver, Mombasa Grain Terminal
- Loaded and unloaded trucks

## Certificates
- Counterbalance forklift licence
"""


def material(resume: str, ad: str, company: str, role: str) -> Material:
    return Material(resume=resume, ad=ad, company_name=company, role_title=role, today=TODAY)


SAMPLES = {
    "cook_fr": material(COOK_FR, COOK_AD_FR, "Le Comptoir du Port", "Chef de partie poisson (H/F)"),
    "designer_es": material(DESIGNER_ES, DESIGNER_AD_ES, "Conservas Ondarra", "Diseñador/a de packaging"),
    "warehouse_de": material(WAREHOUSE_DE, WAREHOUSE_AD_DE, "Kessler Frischdienst GmbH", "Lagerleiter (m/w/d)"),
    "lawyer_en": material(LAWYER_EN, LAWYER_AD_EN, "Moss Ridley", "Property Solicitor"),
    "hair_thin_en": material(HAIR_THIN_EN, HAIR_AD_EN, "Denise's", "Stylist"),
    "no_dates_en": material(NO_DATES_EN, WAREHOUSE_AD_DE, "Kessler Frischdienst GmbH", "Lagerleiter (m/w/d)"),
    "cook_fr_to_en": material(COOK_FR, LAWYER_AD_EN, "Moss Ridley", "Property Solicitor"),
    "warehouse_de_to_es": material(WAREHOUSE_DE, DESIGNER_AD_ES, "Conservas Ondarra", "Diseñador/a de packaging"),
}
