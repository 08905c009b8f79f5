"""Europass XML made into Markdown: `SkillsPassport` (to 2020) and `Candidate` (since).

Namespaces vary by issuer, local names do not.
"""

import re
from collections.abc import Iterator

from jobforge.interchange.limits import unsupported
from jobforge.interchange.outline import Outline, entry, item, rich, since_until
from jobforge.interchange.xml_in import Element, all_text, child, children, local, parse_xml, text_of

_WHAT = "Europass file"
_ROOTS = ("SkillsPassport", "Candidate")
_CEFR = re.compile(r"^[ABC][12]$")
_LANGUAGE = re.compile(r"language|iso639", re.IGNORECASE)


def is_europass(data: bytes) -> bool:
    """Whether bytes look like a Europass document, as PDFs of Europass carry one."""
    return any(f"{root}".encode() in data[:4096] for root in _ROOTS) and data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def read_europass(data: bytes) -> str:
    """Return the resume as Markdown. Raises: Refusal when it is damaged or something else."""
    root = parse_xml(data, _WHAT)
    if local(root) == "Candidate":
        return _read_candidate(root)
    learner = root if local(root) == "LearnerInfo" else child(root, "LearnerInfo")
    if learner is None:
        raise unsupported("This XML")
    return _read_learner(learner)


def _read_learner(learner: Element) -> str:
    person = child(learner, "Identification")
    name = " ".join(filter(None, (text_of(person, "PersonName", key) for key in ("FirstName", "Surname"))))
    contact = child(person, "ContactInfo")
    phones = [text_of(phone, "Contact") for phone in children(child(contact, "TelephoneList"), "Telephone")]
    sites = [text_of(site, "Contact") for site in children(child(contact, "WebsiteList"), "Website")]
    where = _place(child(contact, "Address", "Contact"))
    outline = Outline(name, "", [where, text_of(contact, "Email", "Contact"), *phones, *sites])
    outline.section("Profile", rich(_plain(child(learner, "Headline", "Description"))))
    jobs = children(child(learner, "WorkExperienceList"), "WorkExperience")
    outline.section("Experience", [text for job in jobs for text in _old_job(job)])
    schools = children(child(learner, "EducationList"), "Education")
    outline.section("Education", [text for school in schools for text in _old_school(school)])
    skills = child(learner, "Skills")
    outline.section("Languages", list(_old_languages(child(skills, "Linguistic"))))
    for title, key in (
        ("Communication skills", "Communication"),
        ("Organisational skills", "Organisational"),
        ("Job-related skills", "JobRelated"),
        ("Computer skills", "Computer"),
        ("Other skills", "Other"),
    ):
        outline.section(title, rich(_raw(child(skills, key, "Description"))))
    driving = [text_of(licence) for licence in children(child(skills, "Driving", "Description"), "Licence")]
    outline.section("Driving licence", item(driving))
    for achievement in children(child(learner, "AchievementList"), "Achievement"):
        title = text_of(achievement, "Title", "Label") or "Achievements"
        outline.section(title, rich(_raw(child(achievement, "Description"))))
    return outline.markdown


def _old_job(job: Element) -> list[str]:
    position = _place(child(job, "Employer", "ContactInfo", "Address", "Contact"))
    head = [text_of(job, "Position", "Label"), text_of(job, "Employer", "Name"), position]
    return entry(head, _old_period(child(job, "Period")), rich(_raw(child(job, "Activities"))))


def _old_school(school: Element) -> list[str]:
    position = _place(child(school, "Organisation", "ContactInfo", "Address", "Contact"))
    parts = [
        text_of(school, "Title"),
        text_of(school, "Organisation", "Name"),
        position,
        text_of(school, "Level", "Label"),
    ]
    period = _old_period(child(school, "Period"))
    return item([*parts, period]) + [f"  {text}" if text else "" for text in rich(_raw(child(school, "Activities")))]


def _old_period(period: Element | None) -> str:
    dates = []
    for end in ("From", "To"):
        element = child(period, end)
        year, month = (element.get("year") or "", element.get("month") or "") if element is not None else ("", "")
        dates.append("-".join(filter(None, (year, month.strip("-")))))
    current = text_of(period, "Current") == "true"
    return since_until(dates[0], dates[1], ongoing=current)


def _old_languages(linguistic: Element | None) -> Iterator[str]:
    for tongue in children(child(linguistic, "MotherTongueList"), "MotherTongue"):
        name = text_of(tongue, "Description", "Label")
        yield from item([f"{name} (native)"] if name else [])
    for language in children(child(linguistic, "ForeignLanguageList"), "ForeignLanguage"):
        level = child(language, "ProficiencyLevel")
        scores = [(local(part), all_text(part)) for part in level] if level is not None else []
        yield from _language(text_of(language, "Description", "Label"), scores)


def _language(name: str, scores: list[tuple[str, str]]) -> list[str]:
    """Return a language with its level: one where all its parts agree, else each."""
    levels = [(part, level) for part, level in scores if _CEFR.match(level)]
    if not levels:
        return item([name])
    if len({level for _, level in levels}) == 1:
        return item([f"{name} ({levels[0][1]})"])
    parts = ", ".join(f"{re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', part).lower()} {level}" for part, level in levels)
    return item([f"{name} ({parts})"])


def _read_candidate(root: Element) -> str:
    person, profile = child(root, "CandidatePerson"), child(root, "CandidateProfile")
    names = child(person, "PersonName")
    name = " ".join(filter(None, (text_of(names, key) for key in ("GivenName", "FamilyName")))) or text_of(
        names, "FormattedName"
    )
    outline = Outline(name, "", list(_communications(person)))
    outline.section("Profile", rich(_raw(child(profile, "ExecutiveSummary"))))
    employers = children(child(profile, "EmploymentHistory"), "EmployerHistory")
    outline.section("Experience", [text for employer in employers for text in _new_jobs(employer)])
    schools = children(child(profile, "EducationHistory"), "EducationOrganizationAttendance")
    outline.section("Education", [text for school in schools for text in _new_school(school)])
    certificates = [
        text
        for group, inner in (("Certifications", "Certification"), ("Licenses", "License"))
        for element in children(child(profile, group), inner)
        for text in item([text_of(element, f"{inner}Name") or text_of(element, f"{inner}TypeCode")])
    ]
    outline.section("Certificates", certificates)
    languages, skills = [], []
    for competency in children(child(profile, "PersonQualifications"), "PersonCompetency"):
        label = text_of(competency, "CompetencyName") or text_of(competency, "CompetencyID")
        taxonomy = text_of(competency, "TaxonomyID") or text_of(competency, "CompetencyTypeCode")
        if _LANGUAGE.search(taxonomy):
            languages += _language(label, list(_dimensions(competency)))
        else:
            skills += item([label])
    outline.section("Skills", skills)
    outline.section("Languages", languages)
    return outline.markdown


def _communications(person: Element | None) -> Iterator[str]:
    for element in children(person, "Communication"):
        yield _place(child(element, "Address"))
        yield text_of(element, "URI").removeprefix("mailto:")
        dial = text_of(element, "DialNumber")
        code = text_of(element, "CountryDialing")
        yield f"+{code.lstrip('+')} {dial}" if dial and code else dial


def _new_jobs(employer: Element) -> Iterator[str]:
    for position in children(employer, "PositionHistory"):
        location = text_of(position, "City") or _place(
            child(employer, "OrganizationContact", "Communication", "Address")
        )
        head = [text_of(position, "PositionTitle"), text_of(employer, "OrganizationName"), location]
        period = child(position, "EmploymentPeriod")
        yield from entry(head, _new_period(period), rich(_raw(child(position, "Description"))))


def _new_school(school: Element) -> list[str]:
    position = _place(child(school, "OrganizationContact", "Communication", "Address"))
    degree = text_of(school, "EducationDegree", "DegreeName")
    parts = [degree, text_of(school, "OrganizationName"), position]
    return item([*parts, _new_period(child(school, "AttendancePeriod"))])


def _new_period(period: Element | None) -> str:
    start, end = (text_of(period, key, "FormattedDateTime") or text_of(period, key) for key in ("StartDate", "EndDate"))
    current = text_of(period, "CurrentIndicator") or text_of(period, "Ongoing")
    return since_until(start[:10], end[:10], ongoing=current == "true")


def _dimensions(competency: Element) -> Iterator[tuple[str, str]]:
    for dimension in children(competency, "CompetencyDimension"):
        kind = text_of(dimension, "CompetencyDimensionTypeCode").replace("CEF-", "").replace("-", " ")
        yield kind, text_of(dimension, "Score", "ScoreText") or text_of(dimension, "Score")


def _place(address: Element | None) -> str:
    if address is None:
        return ""
    street = text_of(address, "AddressLine")
    town = " ".join(
        filter(None, (text_of(address, "PostalCode"), text_of(address, "Municipality") or text_of(address, "CityName")))
    )
    country = text_of(address, "Country", "Label") or text_of(address, "CountryCode")
    return ", ".join(filter(None, (street, town, country)))


def _raw(element: Element | None) -> str:
    """Return an element's text with its line breaks: it holds HTML or lines."""
    return all_text(element) if element is not None else ""


def _plain(element: Element | None) -> str:
    return text_of(element, "Label") or _raw(element)
