"""Resumes of invented people set in the layouts that people use, and the share of their jobs that is read right."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jobforge.resumes.parser import Resume, read_resume
from jobforge.resumes.roles import Role

HERE = Path(__file__).parent / "layouts"
PRESENT = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad"}
HEADINGS = {
    "en": ("Work Experience", "Education", "B.Sc. Economics, Example University, 2011", "Skills"),
    "de": ("Berufserfahrung", "Ausbildung", "Abitur, Gymnasium Musterstadt, 2010", "Kenntnisse"),
    "fr": ("Expérience professionnelle", "Formation", "Baccalauréat, Lycée Exemple, 2010", "Compétences"),
    "es": ("Experiencia laboral", "Formación", "Bachillerato, Instituto Ejemplo, 2010", "Habilidades"),
}
MONTHS = {
    "month": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "long": "January February March April May June July August September October November December",
    "monat": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "mois": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "mes": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


@dataclass(frozen=True, slots=True)
class Job:
    """A job with its dates as (year, month); `end` is None for a present one."""

    title: str
    employer: str
    place: str
    start: tuple[int, int]
    end: tuple[int, int] | None
    work: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    language: str
    style: str
    jobs: list[Job] = field(default_factory=list)

    def dates(self, job: Job) -> str:
        """Return the dates of a job in the person's style."""
        end = self.point(job.end) if job.end else PRESENT[self.language]
        return f"{self.point(job.start)} {'-' if self.style in ('slash', 'year') else '–'} {end}"

    def point(self, month: tuple[int, int]) -> str:
        year, number = month
        if self.style in MONTHS:
            return f"{MONTHS[self.style].split()[number - 1]} {year}"
        if self.style in ("slash", "punkt"):
            return f"{number:02}{'/' if self.style == 'slash' else '.'}{year}"
        return str(year)

    @property
    def dated_by_year(self) -> bool:
        return self.style not in MONTHS and self.style not in ("slash", "punkt")


def _point(text: str) -> tuple[int, int]:
    year, _, month = text.partition("-")
    return int(year), int(month or 0)


def people() -> list[Person]:
    """Return all invented people with their jobs."""
    found: list[Person] = []
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name, language, style = line[1:].strip().split("; ")
            found.append(Person(name, language, style))
        elif line.startswith("="):
            title, employer, place, start, end = line[1:].strip().split("; ")
            found[-1].jobs.append(Job(title, employer, place, _point(start), None if end == "now" else _point(end)))
        elif line and not line.startswith("#"):
            found[-1].jobs[-1].work.append(line)
    return found


Head = Callable[[Person, Job], str]


def _bullets(job: Job, sign: str) -> str:
    return "\n".join(f"{sign}{line}" for line in job.work)


def _gap(left: str, right: str) -> str:
    return left + " " * max(4, 78 - len(left) - len(right)) + right


def _with_dots(job: Job) -> str:
    return "\n".join(line + "." for line in job.work)


LAYOUTS: Mapping[str, Head] = {
    "headings": lambda p, j: f"### {j.title}, {j.employer}\n{j.place} | {p.dates(j)}\n\n{_bullets(j, '- ')}",
    "bars": lambda p, j: f"{j.title} | {j.employer} | {j.place} | {p.dates(j)}\n{_bullets(j, '• ')}",
    "employer over title, right column": lambda p, j: (
        f"{_gap(j.employer, j.place)}\n{_gap(j.title, p.dates(j))}\n{_bullets(j, '• ')}"
    ),
    "title over employer, right column": lambda p, j: (
        f"{_gap(j.title, p.dates(j))}\n{j.employer}, {j.place}\n{_bullets(j, '◦ ')}"
    ),
    "bare lines": lambda p, j: f"{j.employer}\n{p.dates(j)}\n{j.title}\n" + "\n".join(j.work),
    "dates first": lambda p, j: f"{p.dates(j)}\t{j.title}, {j.employer}, {j.place}\n{_bullets(j, chr(9) + '- ')}",
    "labels": lambda p, j: (
        f"Company: {j.employer}\nRole: {j.title}\nDates: {p.dates(j)}\nLocation: {j.place}\n"
        f"Responsibilities:\n{_bullets(j, '* ')}"
    ),
    "LinkedIn": lambda p, j: f"{j.employer}\n{j.title}\n{p.dates(j)} (2 years 3 months)\n{j.place}\n{_with_dots(j)}",
    "capitals": lambda p, j: f"{j.employer.upper()} — {j.place}\n{j.title.upper()}\n{p.dates(j)}\n{_bullets(j, '■ ')}",
    "dates after the bullets": lambda p, j: f"{j.title} | {j.employer}\n{_bullets(j, '- ')}\n{j.place} | {p.dates(j)}",
    "private glyphs, wrapped": lambda p, j: (
        f"{j.title}\n{j.employer}, {p.dates(j)}\n" + "\n".join(textwrap.fill("\uf0b7 " + line, 44) for line in j.work)
    ),
    "emoji": lambda p, j: f"🏢 {j.title} @ {j.employer} ({p.dates(j)})\n{_bullets(j, '✅ ')}",
    "bold employer": lambda p, j: f"**{j.employer}** — *{j.title}*\n_{p.dates(j)}_ · {j.place}\n\n{_bullets(j, '- ')}",
    "heads as bullets": lambda p, j: f"• {j.title}, {j.employer} ({p.dates(j)})\n{_bullets(j, '  – ')}",
    "mojibake": lambda p, j: (
        f"{j.title}\n{j.employer} â€“ {j.place}\n{p.dates(j).replace('–', 'â€“')}\n{_bullets(j, 'â€¢ ')}"
    ),
}
WITHOUT_PLACE = {"bare lines", "private glyphs, wrapped", "emoji", "heads as bullets"}


def _table(person: Person) -> str:
    columns = {
        "en": "| Period | Employer | Position | Tasks |",
        "de": "| Zeitraum | Arbeitgeber | Position | Aufgaben |",
        "fr": "| Période | Entreprise | Poste | Missions |",
        "es": "| Periodo | Empresa | Puesto | Funciones |",
    }
    rows = [f"| {person.dates(job)} | {job.employer} | {job.title} | {'; '.join(job.work)} |" for job in person.jobs]
    return "\n".join([columns[person.language], "|---|---|---|---|", *rows])


def render(person: Person, layout: str) -> str:
    """Return the resume of a person in a layout."""
    work, school, degree, skills = HEADINGS[person.language]
    mail = re.sub(r"\W+", ".", unicodedata.normalize("NFKD", person.name.lower()).encode("ascii", "ignore").decode())
    mark = "## " if layout in ("headings", "table", "bold employer") else ""
    top = f"# {person.name}" if mark else person.name
    between = "\n" if layout in ("LinkedIn", "private glyphs, wrapped") else "\n\n"
    footer = f"\n\n{person.name} · Page 1 of 2\n" if layout in ("private glyphs, wrapped", "LinkedIn") else ""
    if layout == "emoji":
        work, school, skills = f"💼 {work}", f"🎓 {school}", f"🛠 {skills}"
    if layout == "capitals":
        work, school, skills = work.upper(), school.upper(), skills.upper()
    jobs = _table(person) if layout == "table" else between.join(LAYOUTS[layout](person, job) for job in person.jobs)
    return (
        f"{top}\n{mail}@example.com | +44 20 7946 0000\n\n{mark}{work}\n\n{jobs}\n{footer}\n"
        f"{mark}{school}\n\n{degree}\n\n{mark}{skills}\n\nExcel, Word\n"
    )


def _plain(text: str | None) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text or "").casefold()).strip()


def work_of(resume: Resume, role: Role) -> list[str]:
    """Return what a job's lines say, each once."""
    texts = (resume.lines[number - 1].text for number in role.bullets)
    return [_plain(text) for text in texts]


def faults(person: Person, resume: Resume, *, tables: bool = False) -> Iterator[str]:
    """Return for each job that is not read right what was read instead."""
    for index, job in enumerate(person.jobs):
        role = resume.roles[index] if index < len(resume.roles) else None
        if role is None:
            yield f"{job.title}: not read"
            continue
        start = role.period.start if role.period else None
        end = role.period.end if role.period else None
        read = {
            "title": _plain(role.title) == _plain(job.title),
            "employer": _plain(role.employer) == _plain(job.employer),
            "place": role.place is None or _plain(role.place) == _plain(job.place),
            "start": start is not None and (start.year, start.month or 0) == job.start,
            "end": (end and (end.year, end.month or 0)) == job.end,
            "work": [_plain("; ".join(job.work))] == work_of(resume, role)
            if tables
            else work_of(resume, role) == [_plain(line) for line in job.work],
        }
        if not all(read.values()):
            wrong = ", ".join(name for name, right in read.items() if not right)
            yield f"{job.title} ({wrong}): {role}"
    if len(resume.roles) > len(person.jobs):
        yield f"{len(resume.roles)} jobs read instead of {len(person.jobs)}"


def right_share(layout: str, group: Sequence[Person], *, verbose: bool = False) -> float:
    """Return the share of jobs read right: title, employer, place or none, period and what was done."""
    jobs = wrong = 0
    for person in group:
        resume = read_resume(render(person, layout))
        found = list(faults(person, resume, tables=layout == "table"))
        jobs += len(person.jobs)
        wrong += min(len(found), len(person.jobs))
        if verbose:
            for fault in found:
                print(f"  {layout} · {person.name}: {fault}")
    return 1 - wrong / jobs


def measure_layouts() -> dict[str, float]:
    """Return the mean and the lowest share of jobs read right over all layouts."""
    group = people()
    shares = [right_share(layout, group) for layout in (*LAYOUTS, "table")]
    return {
        "jobs read in usual layouts, mean": sum(shares) / len(shares),
        "jobs read in usual layouts, lowest": min(shares),
    }


def main() -> None:
    import sys

    chosen = sys.argv[1:] or [*LAYOUTS, "table"]
    group = people()
    for layout in chosen:
        print(f"{right_share(layout, group, verbose=bool(sys.argv[1:])):.3f} {layout}")


if __name__ == "__main__":
    main()
