"""Word tables for reading resumes: section headings, job titles, employers, languages. Four languages."""

from enum import StrEnum


class SectionKind(StrEnum):
    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    LANGUAGES = "languages"
    AWARDS = "awards"
    PROJECTS = "projects"
    PUBLICATIONS = "publications"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.replace("\n", ";").split(";") if phrase.strip())


# Whole headings, casefolded and without punctuation. A heading made of two of them ("Education and Certificates")
# has the kind of the first.
HEADINGS: dict[SectionKind, frozenset[str]] = {
    SectionKind.HEADER: _phrases(
        """contact; contact details; contact information; personal details; personal information; personal data
        personalien; persönliche daten; persönliche angaben; kontakt; kontaktdaten; zur person
        coordonnées; informations personnelles; état civil; contacto; datos personales; datos de contacto
        información personal; información de contacto"""
    ),
    SectionKind.SUMMARY: _phrases(
        """summary; profile; about; about me; professional summary; professional profile; career summary; objective
        career objective; personal statement; personal profile; executive summary; overview; introduction; who i am
        in short; in brief; at a glance; statement; bio; headline; career profile; summary of qualifications
        profil; kurzprofil; über mich; zusammenfassung; persönliches profil; berufliches profil; wer ich bin; ziel
        berufsziel; kurz zu mir; zu mir; auf einen blick; qualifikationsprofil; persönliche zusammenfassung
        à propos; à propos de moi; résumé; présentation; profil professionnel; qui suis je; objectif; accroche
        en bref; objectif professionnel; projet professionnel
        perfil; perfil profesional; resumen; resumen profesional; sobre mí; acerca de mí; objetivo; presentación
        objetivo profesional; extracto; quién soy"""
    ),
    SectionKind.EXPERIENCE: _phrases(
        """experience; work experience; professional experience; employment; employment history; work history; career
        career history; work; jobs; relevant experience; professional background; clinical experience; positions
        teaching experience; legal experience; kitchen experience; industry experience; previous experience
        experience and achievements; where i have worked; where ive worked; my jobs; additional experience
        other experience; earlier experience; earlier career; selected experience; positions held; appointments
        nursing experience; career experience; freelance experience; military experience; military service
        internships; internship; job history; what i have done; driving experience; previous roles; earlier roles
        beruflicher werdegang; berufserfahrung; werdegang; berufspraxis; beruf; praxiserfahrung; tätigkeiten
        berufliche erfahrung; berufliche erfahrungen; berufliche tätigkeit; berufliche tätigkeiten; praktika
        berufliche stationen; stationen; arbeitserfahrung; berufliche laufbahn; laufbahn; praktische erfahrung
        praktische erfahrungen; bisherige tätigkeiten; relevante berufserfahrung; arbeit; praktikum
        expérience; expériences; expérience professionnelle; expériences professionnelles; parcours professionnel
        parcours; emplois; stages; postes occupés; mes expériences; carrière; emploi; historique professionnel
        experiencia; experiencia laboral; experiencia profesional; trayectoria; trayectoria profesional
        historial laboral; vida laboral; empleo; trabajo; prácticas; trabajos; trayectoria laboral; empleos"""
    ),
    SectionKind.EDUCATION: _phrases(
        """education; academic background; academic history; schooling; school; studies; degrees; training; degree
        education and training; educational background; qualifications; academic qualifications; apprenticeship
        where i studied; academic; university; education history; professional training; professional qualifications
        academics; education and qualifications; further education; vocational training; academic education; schools
        ausbildung; bildung; bildungsweg; schulbildung; studium; abschlüsse; schule; akademischer werdegang
        bildungsgang; hochschulbildung; ausbildung und studium; schule und ausbildung; berufsausbildung; lehre
        schulische ausbildung; akademische ausbildung; schulabschluss; schullaufbahn; universitäre ausbildung
        aus und weiterbildung; abschluss; bildungsabschlüsse; qualifikation; qualifikationen; schulischer werdegang
        formation; formations; études; diplômes; parcours scolaire; parcours académique; cursus; scolarité; diplôme
        formation académique; formation initiale; formations et diplômes; diplômes et formations; études et diplômes
        formación; formación académica; educación; estudios; titulación; titulaciones; formación y estudios
        estudios realizados; formación reglada; formación profesional; datos académicos"""
    ),
    SectionKind.CERTIFICATES: _phrases(
        """certificates; certifications; certification; licenses; licences; license; licence; courses; registration
        registrations; papers; tickets; licensure; professional development; continuing education; credentials
        training courses; memberships and certifications; licenses certifications; certificates and courses; cpd
        professional certifications; bar admissions; bar admission; admissions; accreditations; cards; endorsements
        continuing professional development; tickets and licences; professional registration; safety tickets
        professional licenses; technical certifications; courses and certificates; trade certifications; permits
        zertifikate; zertifizierungen; lehrgänge; weiterbildung; weiterbildungen; fortbildungen; fortbildung; kurse
        scheine; führerschein; führerscheine; bescheinigungen; nachweise; seminare; berechtigungen; schulungen
        fort und weiterbildung; fort und weiterbildungen; zusatzqualifikationen; zulassungen; prüfungen; zulassung
        certificats; certifications; habilitations; permis; formations complémentaires; permis et habilitations
        formation continue; attestations; caces; permis de conduire; agréments
        certificados; certificaciones; cursos; carnets; licencias; permisos; formación complementaria; carnet
        cursos y certificados; otros cursos; formación continua; permisos de conducir; acreditaciones; carnés
        formación adicional; colegiación"""
    ),
    SectionKind.SKILLS: _phrases(
        """skills; technical skills; key skills; core skills; competencies; core competencies; expertise; abilities
        tools; technologies; strengths; areas of expertise; i am good at; what i am good at; tech stack; toolbox
        skills and tools; professional skills; skill set; skillset; stack; software; computer skills; proficiencies
        technical expertise; what i can do; what i know; specialties; specialisms; it skills; practice areas; methods
        hard skills; soft skills; other skills; clinical skills; kitchen skills; knowledge; technical proficiencies
        capabilities; programming languages; tools and technologies; additional skills; digital skills; trade skills
        machines; equipment; machines and equipment; areas of practice; skills summary; skills profile; key strengths
        skills overview; im good at; specialities; technology; core strengths; relevant skills; process; processes
        kenntnisse; fähigkeiten; kompetenzen; fachkenntnisse; edv kenntnisse; it kenntnisse; stärken; was ich kann
        fertigkeiten; technische kenntnisse; besondere kenntnisse; weitere kenntnisse; kenntnisse und fähigkeiten
        fachliche kompetenzen; werkzeuge; schwerpunkte; fachliche schwerpunkte; programmierkenntnisse; edv; tools
        persönliche stärken; kernkompetenzen; soziale kompetenzen; methodenkompetenz; pc kenntnisse; skills
        compétences; compétences clés; compétences techniques; savoir faire; informatique; outils; atouts; logiciels
        compétences professionnelles; domaines de compétence; savoir être; qualités; mes compétences; compétence
        competencias; habilidades; conocimientos; aptitudes; herramientas; informática; competencias técnicas
        habilidades técnicas; conocimientos técnicos; destrezas; conocimientos informáticos; fortalezas; capacidades
        competencias profesionales; competencias clave; especialidades; habilidades y competencias; maquinaria"""
    ),
    SectionKind.LANGUAGES: _phrases(
        """languages; language skills; i speak; spoken languages; language; foreign languages; language proficiency
        sprachen; sprachkenntnisse; fremdsprachen; ich spreche; langues; langues parlées; langues étrangères
        compétences linguistiques; langues vivantes; je parle; idiomas; lenguas; conocimiento de idiomas; hablo"""
    ),
    SectionKind.AWARDS: _phrases(
        """awards; honors; honours; awards and honors; achievements; prizes; recognition; scholarships; distinctions
        key achievements; accomplishments; grants; honors and awards; career highlights; highlights
        auszeichnungen; preise; ehrungen; stipendien; erfolge; prix; distinctions; récompenses; bourses
        premios; reconocimientos; logros; becas; distinciones"""
    ),
    SectionKind.PROJECTS: _phrases(
        """projects; selected projects; personal projects; key projects; side projects; portfolio; selected work
        project experience; open source; case studies; representative matters; cases; exhibitions
        projekte; ausgewählte projekte; eigene projekte; projekterfahrung; projets; réalisations; projets personnels
        proyectos; proyectos personales; portafolio"""
    ),
    SectionKind.PUBLICATIONS: _phrases(
        """publications; papers and talks; talks; presentations; patents; research; conferences; selected publications
        publikationen; veröffentlichungen; vorträge; patente; publications et conférences; brevets
        publicaciones; ponencias; patentes"""
    ),
    SectionKind.VOLUNTEERING: _phrases(
        """volunteering; volunteer; volunteer work; volunteer experience; community; community service; voluntary work
        community involvement; volunteer activities; civic engagement; community work; leadership and volunteering
        ehrenamt; ehrenamtliche tätigkeit; ehrenamtliche tätigkeiten; engagement; ehrenamtliches engagement
        freizeit und ehrenamt; soziales engagement; bénévolat; engagements; engagement associatif; vie associative
        voluntariado; actividades de voluntariado; labor social"""
    ),
    SectionKind.INTERESTS: _phrases(
        """interests; hobbies; hobbies and interests; free time; personal interests; outside work; leisure; activities
        hobbys; interessen; freizeit; private interessen; persönliche interessen; hobbys und interessen
        centres d intérêt; centres d intérêts; loisirs; intérêts; hobbies; passions; activités; divers
        intereses; aficiones; tiempo libre; intereses personales; pasatiempos"""
    ),
    SectionKind.REFERENCES: _phrases(
        """references; referees; testimonials; what people say; recommendations; reference
        referenzen; références; recommandations; referencias; recomendaciones"""
    ),
    SectionKind.OTHER: _phrases(
        """other; extra; extras; additional; additional information; miscellaneous; other facts; practical; notes
        further information; other information; misc; memberships; affiliations; professional affiliations
        professional memberships; availability; mobility; remarks
        sonstiges; weitere angaben; weiteres; zusätzliche angaben; verschiedenes; mitgliedschaften; mobilität
        autres; informations complémentaires; autres informations; disponibilité; mobilité
        otros; otros datos; información adicional; datos de interés; otra información; disponibilidad"""
    ),
}
# Words that tell the kind of a longer heading ("Experience in hospitality").
HEADING_STEMS: tuple[tuple[str, SectionKind], ...] = (
    ("volunt", SectionKind.VOLUNTEERING), ("ehrenamt", SectionKind.VOLUNTEERING), ("bénévol", SectionKind.VOLUNTEERING),
    ("berufserfahrung", SectionKind.EXPERIENCE), ("experien", SectionKind.EXPERIENCE),
    ("expérien", SectionKind.EXPERIENCE), ("employ", SectionKind.EXPERIENCE), ("werdegang", SectionKind.EXPERIENCE),
    ("erfahrung", SectionKind.EXPERIENCE), ("career", SectionKind.EXPERIENCE), ("worked", SectionKind.EXPERIENCE),
    ("educat", SectionKind.EDUCATION), ("ausbildung", SectionKind.EDUCATION), ("degree", SectionKind.EDUCATION),
    ("studi", SectionKind.EDUCATION), ("schul", SectionKind.EDUCATION), ("diplôm", SectionKind.EDUCATION),
    ("certif", SectionKind.CERTIFICATES), ("zertifi", SectionKind.CERTIFICATES), ("licen", SectionKind.CERTIFICATES),
    ("course", SectionKind.CERTIFICATES), ("sprach", SectionKind.LANGUAGES), ("langue", SectionKind.LANGUAGES),
    ("idioma", SectionKind.LANGUAGES), ("language", SectionKind.LANGUAGES), ("skill", SectionKind.SKILLS),
    ("kenntnis", SectionKind.SKILLS), ("kompeten", SectionKind.SKILLS), ("compéten", SectionKind.SKILLS),
    ("competen", SectionKind.SKILLS), ("habilid", SectionKind.SKILLS), ("formac", SectionKind.EDUCATION),
    ("formation", SectionKind.EDUCATION), ("award", SectionKind.AWARDS), ("auszeichn", SectionKind.AWARDS),
    ("projec", SectionKind.PROJECTS), ("projek", SectionKind.PROJECTS), ("proyect", SectionKind.PROJECTS),
    ("public", SectionKind.PUBLICATIONS), ("hobb", SectionKind.INTERESTS), ("interest", SectionKind.INTERESTS),
    ("referen", SectionKind.REFERENCES),
)  # fmt: skip
# Labels inside a job ("Key achievements:"), which begin neither a section nor another job.
LABELS = _phrases(
    """key achievements; achievements; responsibilities; key responsibilities; duties; highlights; main duties; results
    tech stack; technologies; tools; environment; stack; projects; key projects; selected projects; summary; role; tasks
    accomplishments; selected achievements; main responsibilities; software; overview; skills; skills used
    aufgaben; aufgabenschwerpunkte; tätigkeiten; erfolge; projekte; verantwortung; hauptaufgaben; schwerpunkte; technologien
    missions; réalisations; tâches; responsabilités; missions principales; résultats; projets; environnement; outils
    funciones; logros; tareas; responsabilidades; proyectos; funciones principales; tecnologías; herramientas"""
)
CAREER_BREAK = (
    "gap", "career break", "career gap", "sabbatical", "parental leave", "maternity leave", "paternity leave",
    "family leave", "elternzeit", "auszeit", "mutterschutz", "arbeitssuchend", "arbeitsuchend", "unemployed",
    "congé parental", "congé maternité", "année sabbatique", "excedencia", "año sabático", "baja maternal", "caring for",
    "family care", "time off", "weltreise", "backpacking", "travelling", "traveling", "pause carrière", "familienzeit",
)  # fmt: skip

# Job titles: words, and endings of words, that name what somebody is.
TITLE_WORDS = frozenset(
    """nurse chef cook teacher driver welder lawyer attorney solicitor barrister paralegal engineer developer designer manager
    director lead leader head executive officer assistant associate analyst consultant technician mechanic electrician plumber
    carpenter accountant bookkeeper clerk cashier waiter waitress bartender barista baker butcher host hostess server
    supervisor foreman operator coordinator administrator specialist advisor adviser representative rep agent broker buyer
    planner programmer architect scientist researcher lecturer professor tutor instructor trainer coach intern trainee
    apprentice journeyman helper labourer laborer worker picker packer porter guard cleaner housekeeper janitor caretaker
    carer caregiver therapist physiotherapist psychologist doctor physician surgeon pharmacist dentist midwife paramedic
    radiographer veterinarian counselor counsellor editor writer author journalist reporter photographer illustrator artist
    musician actor producer owner founder partner president chairman chairwoman ceo cto cfo coo vp freelancer contractor
    secretary receptionist auditor controller comptroller treasurer cofounder co-founder principal deputy captain pilot
    sailor soldier sergeant lieutenant firefighter fitter installer roofer painter plasterer bricklayer mason machinist
    toolmaker fabricator gardener landscaper farmer florist tailor seamstress hairdresser stylist beautician merchandiser
    salesperson salesman saleswoman sales-assistant storekeeper dispatcher courier chauffeur trucker forklift librarian
    archivist curator translator interpreter recruiter scrum marketer strategist copywriter sommelier commis sous pastry
    operative handler loader mover dishwasher steward stewardess purser surveyor inspector estimator superintendent aide hca cna rn lpn technologist
    volunteer student fellow postdoc counsel clerkship prosecutor notary magistrate judge conservator animator
    koch köchin fahrer fahrerin lehrer lehrerin schweißer schweißerin anwalt anwältin rechtsanwalt rechtsanwältin pfleger
    pflegerin krankenschwester krankenpfleger altenpfleger altenpflegerin pflegefachkraft pflegefachfrau pflegefachmann
    pflegehelfer pflegehelferin leiter leiterin mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin kaufmann kauffrau
    meister meisterin geselle gesellin auszubildender auszubildende azubi praktikant praktikantin werkstudent
    werkstudentin ingenieur ingenieurin entwickler entwicklerin berater beraterin techniker technikerin mechaniker
    mechatroniker elektriker elektroniker erzieher erzieherin verkäufer verkäuferin bäcker metzger tischler schreiner
    maurer maler lagerist lageristin staplerfahrer disponent disponentin buchhalter buchhalterin referent referentin
    assistent assistentin aushilfe fachkraft hilfskraft geschäftsführer geschäftsführerin teamleiter schichtleiter
    infirmier infirmière cuisinier cuisinière serveur serveuse professeur professeure enseignant enseignante chauffeur
    conducteur conductrice soudeur soudeuse avocat avocate juriste ingénieur ingénieure développeur développeuse
    responsable directeur directrice assistante employé employée vendeur vendeuse technicien technicienne électricien
    mécanicien plombier menuisier maçon peintre boulanger boulangère pâtissier pâtissière commis gestionnaire chargé chargée
    conseiller conseillère stagiaire apprenti apprentie alternant alternante adjoint adjointe préparateur préparatrice
    magasinier cariste aide-soignant aide-soignante secrétaire comptable graphiste formateur formatrice éducateur
    éducatrice agent opérateur opératrice cheffe ouvrier ouvrière gérant gérante second plongeur auxiliaire
    enfermero enfermera cocinero cocinera camarero camarera profesor profesora maestro maestra conductor conductora
    soldador soldadora abogado abogada ingeniero ingeniera desarrollador desarrolladora gerente encargado encargada
    jefe jefa director directora auxiliar ayudante dependiente dependienta técnico técnica electricista mecánico mecánica
    fontanero carpintero albañil pintor panadero pastelero administrativo administrativa asesor asesora becario becaria
    aprendiz oficial mozo moza operario operaria contable diseñador diseñadora educador educadora secretario secretaria
    recepcionista vendedor vendedora repartidor transportista responsable coordinador coordinadora peón carretillero
    analista consultor consultora supervisor supervisora comercial""".split()
)
TITLE_ENDINGS = (
    "er", "or", "ist", "ian", "ant", "man", "woman", "person", "eur", "euse", "trice", "ière", "ier", "ienne", "ien",
    "erin", "kraft", "leiter", "leitung", "ierter", "meister", "ero", "era", "dor", "dora", "ista",
)  # fmt: skip
EMPLOYER_WORDS = frozenset(
    """ltd limited llc inc incorporated corp corporation plc llp company gmbh ohg mbh gbr
    sarl sasu eurl scop srl slu s.l.u sau pty group holding holdings partners associates agency studio studios
    systems solutions technologies technology software labs services consulting bank insurance trust foundation society charity
    university college school academy institute hospital clinic practice surgery hospice council ministry department authority
    church museum library theatre theater hotel restaurant bistro café cafe bar pub inn kitchen
    bakery brewery farm farms garage workshop works factory mill mine shipyard yard warehouse logistics freight transport
    transportation haulage airlines airport railway construction contracting builders electric electrical plumbing engineering
    manufacturing fabrication fabrications industries foods stores store supermarket market shop pharmacy motors press media
    publishing news house home homes housing centre center nhs army navy force police union network office firm chambers
    klinik klinikum krankenhaus universität hochschule schule gymnasium realschule grundschule akademie stiftung verein
    werkstatt autohaus bäckerei gasthaus gasthof hotel restaurant kanzlei praxis pflegeheim seniorenheim stadtwerke stadt
    spedition logistik werk werke werft bau handwerk agentur büro verlag amt landratsamt bundesamt sparkasse gruppe technik
    kita kindergarten metallbau maschinenbau elektrotechnik agrartechnik brauerei apotheke wirtshaus seniorenzentrum
    hôpital clinique université lycée collège école ehpad mairie cabinet société entreprise groupe boulangerie brasserie
    auberge association banque transports atelier ateliers usine chantier chantiers agence centre maison résidence étude
    hospital clínica universidad colegio instituto escuela ayuntamiento restaurante taller talleres empresa grupo bodega
    panadería farmacia bufete despacho asociación fundación banco transportes construcciones residencia supermercados hostal
    almacenes fábrica astilleros tienda hoteles""".split()
)
EMPLOYER_ENDINGS = (
    "klinik", "haus", "heim", "werk", "werke", "schule", "technik", "bau", "gruppe", "werkstatt", "zentrum", "markt",
    "spedition", "bäckerei", "kanzlei", "verlag", "soft", "tech", "hof", "werft",
)  # fmt: skip

_LANGUAGE_NAMES = """English englisch anglais inglés ingles; German deutsch allemand alemán aleman
    French französisch franzoesisch français francais francés frances; Spanish spanisch espagnol español castellano
    Italian italienisch italien italiano; Portuguese portugiesisch portugais portugués; Dutch niederländisch néerlandais
    neerlandés holländisch; Polish polnisch polonais polaco; Russian russisch russe ruso; Ukrainian ukrainisch ukrainien
    ucraniano; Turkish türkisch turc turco; Arabic arabisch arabe árabe; Chinese chinesisch chinois chino; Mandarin
    mandarín; Cantonese kantonesisch; Japanese japanisch japonais japonés; Korean koreanisch coréen coreano; Hindi; Urdu
    Punjabi panjabi; Bengali bengalisch; Gujarati; Tamil; Telugu; Marathi; Nepali; Sinhala; Farsi persisch persan persa
    persian; Dari; Pashto paschtu; Kurdish kurdisch kurde kurdo; Hebrew hebräisch hébreu hebreo; Greek griechisch grec
    griego; Latin latein latín; Czech tschechisch tchèque checo; Slovak slowakisch slovaque eslovaco; Hungarian ungarisch
    hongrois húngaro; Romanian rumänisch roumain rumano; Bulgarian bulgarisch bulgare búlgaro; Serbian serbisch serbe
    serbio; Croatian kroatisch croate croata; Bosnian bosnisch; Slovenian slowenisch; Albanian albanisch albanais albanés
    Macedonian mazedonisch; Lithuanian litauisch lituano; Latvian lettisch; Estonian estnisch; Finnish finnisch finnois
    finlandés; Swedish schwedisch suédois sueco; Norwegian norwegisch norvégien noruego; Danish dänisch danois danés
    Icelandic isländisch; Irish gaeilge irisch irlandais irlandés; Welsh walisisch gallois galés; Gaelic; Catalan
    katalanisch catalán català valenciano; Basque baskisch euskera vasco; Galician galego gallego; Yoruba; Igbo; Hausa; Swahili
    suaheli; Amharic amharisch; Somali; Tigrinya; Zulu; Xhosa; Afrikaans; Tagalog filipino; Vietnamese vietnamesisch
    vietnamien vietnamita; Thai thailändisch; Indonesian indonesisch; Malay malaiisch; Wolof; Lingala; Twi; Shona
    Creole kreolisch créole; Armenian armenisch; Georgian georgisch; Kazakh; Luxembourgish luxemburgisch; Maltese
    maltesisch; Oromo; Quechua; Guarani guaraní; Breton bretonisch; BSL; ASL; LSF; DGS"""


def _language_names() -> dict[str, str]:
    names: dict[str, str] = {}
    english = ""
    for name in _LANGUAGE_NAMES.replace(";", " ").split():
        english = name if name[0].isupper() else english
        names[name.casefold()] = english
    return names


# Every name of a language, casefolded, to its English name.
LANGUAGES: dict[str, str] = _language_names()

DEGREE_STEMS = (
    "bachelor", "master", "diplom", "degree", "phd", "doctor", "promotion", "magister", "staatsexamen", "licence", "licen",
    "abitur", "realschul", "hauptschul", "matura", "baccalauréat", "bachillerato", "grado", "máster", "ged", "a-level",
    "a levels", "gcse", "high school", "b.sc", "bsc", "m.sc", "msc", "b.a.", "m.a.", "mba", "beng", "meng", "llb", "llm",
    "b.ed", "bed ", "pgce", "hnd", "hnc", "nvq", "btec", "bts", "dut", "brevet", "cap ", "bac ", "bep ", "apprenticeship",
    "ausbildung", "gesellenbrief", "meisterbrief", "gesellenprüfung", "foundation degree", "associate", "juris", " jd",
    "fachhochschulreife", "fachabitur", "ciclo formativo", "técnico superior", "técnico en", "graduado", "licenciat", "ingenierí",
    "lehre", "studium", "mittlere reife", "schulabschluss", "secondary school", "leaving cert", "doctorat", "maîtrise", "deug",
)  # fmt: skip
CERTIFICATE_STEMS = (
    "certif", "zertifi", "licen", "registr", "course", "kurs", "lehrgang", "schulung", "ticket", "card", "permit", "permis",
    "carnet", "carné", "führerschein", "schein", "habilit", "attestation", "cpr", "first aid", "erste hilfe", "ersthelfer",
    "life support", "osha", "aws d1", "haccp", "food hygiene", "food safety", "scrum master", "psm", "pmp", "itil", "cisco",
    "aat", "acca", "cima", "cpa", "caces", "secourisme", "sst", "prince2", "six sigma", "sachkunde", "vetted", "dbs", "bar of",
    "admitted", "curso", "accredit", "training", "badge", "level 4", "weiterbildung", "fortbildung", "cdl", "adr", "cpc",
    "nmc", "bls", "acls", "unterweisung", "prüfung", "approbation", "manipulador", "prl", "diploma in", "membership",
)  # fmt: skip
