"""Makes the resumes of this folder anew: `python make_files.py CHROMIUM`. Four invented people in layouts of
their own.

PDFs are printed by Chromium from HTML, DOCX are made with python-docx as people build them in Word. `expect.j
son` says
what a reader must find, in the form of `../imports/expect.json`.
"""

import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Job:
    title: str
    employer: str
    place: str
    dates: str
    period: tuple[str, str]
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    label: str
    email: str
    phone: str
    place: str
    titles: tuple[str, str, str, str, str]
    profile: str
    jobs: tuple[Job, ...]
    education: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    skills: tuple[str, ...]


PEOPLE = (
    Person(
        "florist_en", "Maeve Tolland", "Florist", "maeve.tolland@example.com", "+353 1 555 0142", "Galway, Ireland",
        ("Profile", "Work Experience", "Education", "Languages", "Skills"),
        "Florist with eleven years in shops and at weddings, fond of wild flowers and exact deliveries.",
        (
            Job("Head Florist", "Petal & Thorn Ltd", "Galway", "May 2019 – Present", ("2019-5", "present"),
                ("Designed flowers for 140 weddings and a film set",
                 "Cut waste from 18 % to 9 % by ordering twice a week",
                 "Teach two apprentices, one of whom won a regional prize in 2023")),
            Job("Florist", "The Green Stem", "Limerick", "Feb 2015 – Apr 2019", ("2015-2", "2019-4"),
                ("Ran the Saturday market stall alone",
                 "Made 60 bouquets a day before Mother’s Day",
                 "Kept the cold room and its log")),
            Job("Shop Assistant", "Quayside Garden Centre", "Galway", "Sep 2012 – Jan 2015", ("2012-9", "2015-1"),
                ("Watered, priced and sold bedding plants", "Built the Christmas display for three years")),
        ),
        (("2011 – 2012", "Diploma in Floristry, West Coast College"),
         ("2011", "Leaving Certificate, St Brid’s School")),
        (("English", "native"), ("Irish", "B2"), ("Spanish", "A2")),
        ("Bridal work", "Wholesale buying", "Cold chain", "Till systems", "Driving licence B"),
    ),
    Person(
        "kaelte_de", "Jörg Wiesenmüller", "Mechatroniker für Kältetechnik", "j.wiesenmueller@example.de",
        "0351 555 0177", "Dresden",
        ("Profil", "Berufserfahrung", "Ausbildung", "Sprachen", "Kenntnisse"),
        "Kälteanlagenbauer mit zwölf Jahren in Montage und Service, gern draußen und gern beim Kunden.",
        (
            Job("Servicetechniker Kälte", "Frostwerk Elbe GmbH", "Dresden", "03/2018 – heute", ("2018-3", "present"),
                ("Wartung von 85 Verbundanlagen in Supermärkten",
                 "Störungsquote in zwei Jahren von 12 % auf 7 % gesenkt",
                 "Einweisung von drei Auszubildenden in Dichtheitsprüfungen")),
            Job("Kälteanlagenbauer", "Nordklima Service KG", "Leipzig", "08/2013 – 02/2018", ("2013-8", "2018-2"),
                ("Montage von Split- und VRF-Anlagen in Bürogebäuden",
                 "Inbetriebnahme und Übergabe mit Protokoll",
                 "Rufbereitschaft jede vierte Woche")),
        ),
        (("2010 – 2013", "Ausbildung zum Mechatroniker für Kältetechnik, Handwerkskammer Dresden"),
         ("2010", "Mittlere Reife, Oberschule Pirna")),
        (("Deutsch", "Muttersprache"), ("Englisch", "B1"), ("Tschechisch", "A2")),
        ("Zertifikat Kategorie I", "Hartlöten", "Regelungstechnik", "MSR", "Führerschein BE"),
    ),
    Person(
        "notaire_fr", "Solène Kervadec", "Clerc de notaire", "solene.kervadec@example.fr", "02 55 50 01 23",
        "Quimper",
        ("Profil", "Expérience professionnelle", "Formation", "Langues", "Compétences"),
        "Clerc de notaire depuis neuf ans, à l’aise avec les successions et le droit rural.",
        (
            Job("Clerc rédacteur", "Étude Le Goff & Associés", "Quimper", "janvier 2020 – aujourd’hui",
                ("2020-1", "present"),
                ("Rédaction de 120 actes de vente par an",
                 "Suivi des successions jusqu’au partage",
                 "Formation de deux stagiaires à la téléprocédure")),
            Job("Clerc aux formalités", "Office notarial du Port", "Brest", "septembre 2016 – décembre 2019",
                ("2016-9", "2019-12"),
                ("Demandes de pièces auprès de 30 communes",
                 "Réduction du délai des formalités de 21 à 12 jours",
                 "Archivage et comptabilité des débours")),
        ),
        (("2013 – 2016", "Licence professionnelle Métiers du notariat, Université de Rennes"),
         ("2013", "Baccalauréat ES, Lycée de Cornouaille")),
        (("Français", "langue maternelle"), ("Anglais", "B2"), ("Breton", "A2")),
        ("Droit rural", "Genapi", "Télé@ctes", "Publicité foncière", "Permis B"),
    ),
    Person(
        "almacen_es", "Íñigo Arriola Peña", "Jefe de almacén", "inigo.arriola@example.es", "945 555 018",
        "Vitoria-Gasteiz",
        ("Perfil", "Experiencia laboral", "Formación", "Idiomas", "Habilidades"),
        "Responsable de almacén con diez años de experiencia en distribución de alimentos.",
        (
            Job("Jefe de almacén", "Distribuciones Zadorra S.L.", "Vitoria-Gasteiz", "06/2020 – actualidad",
                ("2020-6", "present"),
                ("Coordinación de 24 personas en tres turnos",
                 "Reducción de errores de preparación del 3,1 % al 1,2 %",
                 "Implantación del inventario rotativo")),
            Job("Mozo especialista", "Frutas Llanada S.A.", "Vitoria-Gasteiz", "10/2014 – 05/2020",
                ("2014-10", "2020-5"),
                ("Manejo de carretilla retráctil y frontal",
                 "Preparación de 150 pedidos al día",
                 "Control de la cadena de frío")),
        ),
        (("2012 – 2014", "Técnico superior en Transporte y Logística, CIFP Ariznabarra"),
         ("2012", "Bachillerato, IES Mendizabala")),
        (("Español", "nativo"), ("Euskera", "B1"), ("Inglés", "A2")),
        ("SAP EWM", "Carretilla retráctil", "Inventario", "Prevención de riesgos", "Carné C"),
    ),
)  # fmt: skip
LANGUAGES = {
    "Deutsch": "German", "Englisch": "English", "Tschechisch": "Czech", "Français": "French", "Anglais": "English",
    "Español": "Spanish", "Euskera": "Basque", "Inglés": "English",
}  # fmt: skip
"""What the reader calls them."""
E = html.escape


def bullets(job: Job) -> str:
    return "<ul>" + "".join(f"<li>{E(text)}</li>" for text in job.bullets) + "</ul>"


def rows(person: Person, sign: str = " ") -> str:
    return "".join(f"<p>{E(dates)}{sign}{E(text)}</p>" for dates, text in person.education)


def languages(person: Person) -> str:
    return "".join(f"<p>{E(name)} ({E(level)})</p>" for name, level in person.languages)


def grid_sidebar_left(p: Person) -> str:
    side = f"<h3>{E(p.titles[3])}</h3>{languages(p)}<h3>{E(p.titles[4])}</h3>" + "".join(
        f"<p>{E(skill)}</p>" for skill in p.skills
    )
    work = "".join(
        f"<div class=j><b>{E(j.title)}</b><br><i>{E(j.employer)}, {E(j.place)}"
        f"</i><br><span>{E(j.dates)}</span>{bullets(j)}</div>"
        for j in p.jobs
    )
    return f"""<style>body{{display:grid;grid-template-columns:5cm 1fr;gap:8mm;font:10pt 'Noto Sans'}}
    aside{{background:#eef;padding:4mm}}
    h3{{text-transform:uppercase;font-size:9pt;letter-spacing:1px}}p{{margin:1mm 0}}</style>
    <aside><p>{E(p.place)}</p><p>{E(p.phone)}</p><p style="font-size:8pt">{E(p.email)}</p>{side}</aside>
    <main><h1>{E(p.name)}</h1><p>{E(p.label)}</p><h3>{E(p.titles[0])}</h3><p>{E(p.profile)}</p>
    <h3>{E(p.titles[1])}</h3>{work}
    <h3>{E(p.titles[2])}</h3>{rows(p)}</main>"""


def dates_float_right_serif(p: Person) -> str:
    work = "".join(
        f"<p class=h><span class=d>{E(j.dates)}</span><b>{E(j.employer)}"
        f"</b>, {E(j.place)}</p><p><i>{E(j.title)}</i></p>{bullets(j)}"
        for j in p.jobs
    )
    education = "".join(f"<p><span class=d>{E(dates)}</span>{E(text)}</p>" for dates, text in p.education)
    return f"""<style>body{{font:11pt 'Libertinus Serif',serif}}
    h1{{text-align:center;font-variant:small-caps}}.d{{float:right}}.c{{text-align:center}}
    h2{{border-bottom:1px solid;font-size:13pt}}p{{margin:1mm 0}}</style><h1>{E(p.name)}</h1>
    <p class=c>{E(p.place)} · {E(p.phone)} · {E(p.email)}</p><h2>{E(p.titles[0])}</h2><p>{E(p.profile)}</p>
    <h2>{E(p.titles[1])}</h2>{work}<h2>{E(p.titles[2])}</h2>{education}
    <h2>{E(p.titles[3])}</h2><p>{", ".join(f"{E(n)} ({E(v)})" for n, v in p.languages)}</p>
    <h2>{E(p.titles[4])}</h2><p>{", ".join(map(E, p.skills))}</p>"""


def table_timeline(p: Person) -> str:
    work = "".join(
        f"<tr><td class=d>{E(j.dates)}</td><td><b>{E(j.title)}"
        f"</b> – {E(j.employer)}, {E(j.place)}{bullets(j)}</td></tr>"
        for j in p.jobs
    )
    education = "".join(f"<tr><td class=d>{E(d)}</td><td>{E(t)}</td></tr>" for d, t in p.education)
    return f"""<style>body{{font:10pt 'DejaVu Sans'}}td{{vertical-align:top;padding:1mm 3mm}}
    .d{{width:4cm;color:#555;border-right:2px solid #999}}
    h2{{font-size:12pt;background:#ddd;padding:1mm}}ul{{margin:0 0 2mm 0}}</style>
    <table width=100%><tr><td><h1>{E(p.name)}</h1>{E(p.label)}</td><td align=right>{E(p.email)}
    <br>{E(p.phone)}<br>{E(p.place)}</td></tr></table>
    <h2>{E(p.titles[0])}</h2><p>{E(p.profile)}</p><h2>{E(p.titles[1])}</h2><table>{work}</table>
    <h2>{E(p.titles[2])}</h2><table>{education}</table>
    <h2>{E(p.titles[3])}</h2><p>{" | ".join(f"{E(n)}: {E(v)}" for n, v in p.languages)}</p>
    <h2>{E(p.titles[4])}</h2><p>{" • ".join(map(E, p.skills))}</p>"""


def dense_two_pages(p: Person) -> str:
    work = "".join(
        f"<h4>{E(j.title)} | {E(j.employer)} | {E(j.place)} | {E(j.dates)}</h4>"
        + "".join(f"<p class=b>▪ {E(text)}</p>" for text in j.bullets)
        for j in p.jobs
    )
    return f"""<style>@page{{size:A5;margin:14mm}}body{{font:11pt 'Carlito',sans-serif;text-align:justify;hyph
    ens:auto}}
    h2{{color:#a33;font-size:14pt}}h4{{margin:3mm 0 1mm}}.b{{margin:0 0 0 4mm;text-indent:-4mm}}</style>
    <div style="position:fixed;bottom:0;font-size:8pt">{E(p.name)} · {E(p.label)}</div>
    <h1>{E(p.name)}</h1><p>{E(p.label)}<br>{E(p.place)}<br>☎ {E(p.phone)}<br>✉ {E(p.email)}</p>
    <h2>{E(p.titles[0])}</h2><p>{E(p.profile)}</p><h2>{E(p.titles[1])}</h2>{work}
    <h2>{E(p.titles[2])}</h2>{rows(p, ": ")}<h2>{E(p.titles[3])}</h2>{languages(p)}
    <h2>{E(p.titles[4])}</h2><ul>{"".join(f"<li>{E(s)}</li>" for s in p.skills)}</ul>"""


def sidebar_right_cards(p: Person) -> str:
    work = "".join(
        f"<div class=c><div class=r><b>{E(j.title)}</b><span>{E(j.dates)}</span>"
        f"</div><div class=e>{E(j.employer)} · {E(j.place)}</div>{bullets(j)}</div>"
        for j in p.jobs
    )
    return f"""<style>body{{font:9.5pt 'Noto Sans'}}.w{{display:flex;gap:6mm}}
    .m{{flex:2}}.s{{flex:1;border-left:1px solid #bbb;padding-left:4mm}}
    .r{{display:flex;justify-content:space-between}}.e{{color:#666}}
    .c{{border:1px solid #ddd;border-radius:2mm;padding:2mm;margin:2mm 0}}
    header{{background:#234;color:#fff;padding:5mm}}h2{{font-size:12pt}}p{{margin:.6mm 0}}</style>
    <header><h1>{E(p.name)}</h1><p>{E(p.label)} — {E(p.place)} — {E(p.phone)} — {E(p.email)}</p></header>
    <div class=w><div class=m><h2>{E(p.titles[0])}</h2><p>{E(p.profile)}</p><h2>{E(p.titles[1])}</h2>{work}</div>
    <div class=s><h2>{E(p.titles[2])}</h2>{rows(p)}<h2>{E(p.titles[3])}</h2>{languages(p)}
    <h2>{E(p.titles[4])}</h2>{"".join(f"<p>{E(s)}</p>" for s in p.skills)}</div></div>"""


PDF_LAYOUTS: dict[str, Callable[[Person], str]] = {
    each.__name__: each
    for each in (grid_sidebar_left, dates_float_right_serif, table_timeline, dense_two_pages, sidebar_right_cards)
}


def word_tabs(p: Person, path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(p.name).runs[0].font.size = Pt(20)
    document.add_paragraph(f"{p.place}\t{p.phone}\t{p.email}")

    def heading(text: str) -> None:
        run = document.add_paragraph().add_run(text.upper())
        run.bold = True

    heading(p.titles[0])
    document.add_paragraph(p.profile)
    heading(p.titles[1])
    for job in p.jobs:
        line = document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{job.employer}, {job.place}").bold = True
        line.add_run(f"\t{job.dates}")
        document.add_paragraph().add_run(job.title).italic = True
        for text in job.bullets:
            document.add_paragraph(f"–\t{text}")
    heading(p.titles[2])
    for dates, text in p.education:
        document.add_paragraph(f"{dates}\t{text}")
    heading(p.titles[3])
    document.add_paragraph("; ".join(f"{name} ({level})" for name, level in p.languages))
    heading(p.titles[4])
    document.add_paragraph(", ".join(p.skills))
    document.save(str(path))


def word_two_column_table(p: Person, path: Path) -> None:
    document = docx.Document()
    document.add_heading(p.name, 0)
    table = document.add_table(rows=0, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER

    def row(label: str, *texts: str, style: str | None = None) -> None:
        left, right = table.add_row().cells
        left.width, right.width = Cm(4), Cm(12)
        left.paragraphs[0].add_run(label).bold = True
        right.paragraphs[0].text = texts[0]
        for text in texts[1:]:
            right.add_paragraph(text, style)

    row("", f"{p.place} | {p.phone} | {p.email}")
    row(p.titles[0], p.profile)
    for index, job in enumerate(p.jobs):
        if not index:
            row(p.titles[1], "")
        row(job.dates, f"{job.title}, {job.employer}, {job.place}", *job.bullets, style="List Bullet")
    row(p.titles[2], "")
    for dates, text in p.education:
        row(dates, text)
    row(p.titles[3], ", ".join(f"{name} ({level})" for name, level in p.languages))
    row(p.titles[4], ", ".join(p.skills))
    document.save(str(path))


def word_styles_dates_first(p: Person, path: Path) -> None:
    document = docx.Document()
    document.add_heading(p.name, 0)
    document.add_paragraph(p.label)
    document.add_paragraph(f"{p.email} / {p.phone} / {p.place}")
    document.add_heading(p.titles[0], 1)
    document.add_paragraph(p.profile)
    document.add_heading(p.titles[1], 1)
    for job in p.jobs:
        document.add_heading(f"{job.dates}: {job.title}", 2)
        document.add_paragraph(f"{job.employer}, {job.place}")
        for text in job.bullets:
            document.add_paragraph(text, "List Bullet 2")
    document.add_heading(p.titles[2], 1)
    for dates, text in p.education:
        document.add_paragraph(f"{dates}  {text}", "List Bullet")
    document.add_heading(p.titles[3], 1)
    for name, level in p.languages:
        document.add_paragraph(f"{name}: {level}")
    document.add_heading(p.titles[4], 1)
    document.add_paragraph(" / ".join(p.skills))
    document.save(str(path))


DOCX_LAYOUTS = {each.__name__: each for each in (word_tabs, word_two_column_table, word_styles_dates_first)}


def expected(person: Person, with_titles: bool) -> dict[str, object]:
    result: dict[str, object] = {
        "name": person.name,
        "email": person.email,
        "roles": [
            {"title": j.title, "employer": j.employer, "period": list(j.period), "bullets": list(j.bullets)}
            for j in person.jobs
        ],
        "education": len(person.education),
        "certificates": 0,
        "languages": [LANGUAGES.get(name, name) for name, _ in person.languages],
        "skills": list(person.skills),
    }
    return result | ({"titles": list(person.titles)} if with_titles else {})


def chosen() -> list[tuple[Person, str]]:
    """Each layout with two of the people, each person with four layouts."""
    names = [*PDF_LAYOUTS, *DOCX_LAYOUTS]
    return [(PEOPLE[(number + turn) % 4], name) for number, name in enumerate(names) for turn in (0, 2)]


def main(chromium: str) -> None:
    files = HERE / "files"
    wanted = {}
    for person, name in chosen():
        if name in DOCX_LAYOUTS:
            file = files / f"{person.key}__{name}.docx"
            DOCX_LAYOUTS[name](person, file)
        else:
            file = files / f"{person.key}__{name}.pdf"
            page = f'<!doctype html><html lang="{person.key[-2:]}"><meta charset="utf-8">{PDF_LAYOUTS[name](person)}'
            with tempfile.TemporaryDirectory() as folder:
                source = Path(folder) / "page.html"
                source.write_text(page, encoding="utf-8")
                options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
                command = [chromium, *options, "--no-pdf-header-footer", f"--print-to-pdf={file}", str(source)]
                subprocess.run(command, check=True, capture_output=True, timeout=60)
        wanted[file.name] = expected(person, with_titles=True)
    (HERE / "expect.json").write_text(json.dumps(wanted, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
