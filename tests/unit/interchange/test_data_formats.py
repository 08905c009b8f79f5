"""Resumes kept as data: every field of each format arrives, what is hidden or private does not."""

import io
import json
import zipfile

import pytest
import typst
from pypdf import PdfWriter

from jobforge.interchange.europass import read_europass
from jobforge.interchange.json_resume import read_json_resume
from jobforge.interchange.outline import lines_of, since_until
from jobforge.interchange.reading import read_resume_file
from jobforge.interchange.results import Refusal, RefusalCode
from jobforge.resumes.parser import read_resume
from jobforge.text.dates import Month

JSON_RESUME = {
    "basics": {
        "name": "Ida Moser",
        "label": "Baker",
        "email": "ida@example.com",
        "phone": "+44 20 5555 0100",
        "url": "https://ida.example",
        "summary": "Bakes bread.\n\nLikes mornings.",
        "location": {
            "address": "1 Mill Lane",
            "postalCode": "LS1",
            "city": "Leeds",
            "region": "Yorks",
            "countryCode": "GB",
        },
        "profiles": [{"network": "LinkedIn", "username": "ida", "url": "https://linkedin.com/in/ida"}],
    },
    "work": [
        {
            "name": "Crumb Ltd",
            "position": "Head Baker",
            "location": "Leeds",
            "startDate": "2020-03",
            "summary": "Runs the night shift.",
            "highlights": ["Baked 900 loaves a night", "Trained *four* apprentices"],
        },
        {"name": "Oven & Sons", "position": "Baker", "startDate": "2016", "endDate": "2020"},
    ],
    "volunteer": [
        {
            "organization": "Food Bank",
            "position": "Driver",
            "startDate": "2019-01",
            "endDate": "2019-06",
            "highlights": ["Drove"],
        }
    ],
    "education": [
        {
            "institution": "Leeds College",
            "area": "Baking",
            "studyType": "Diploma",
            "startDate": "2013",
            "endDate": "2015",
            "score": "Merit",
            "courses": ["Bread"],
        }
    ],
    "awards": [{"title": "Golden Loaf", "awarder": "Guild", "date": "2021", "summary": "For rye"}],
    "certificates": [{"name": "Food hygiene", "issuer": "Council", "date": "2022-05"}],
    "publications": [{"name": "On Rye", "publisher": "Crust", "releaseDate": "2018", "url": "https://crust.example"}],
    "skills": [
        {"name": "Bread", "level": "expert", "keywords": ["sourdough", "rye"]},
        {"name": "Pastry", "level": "basic"},
    ],
    "languages": [{"language": "English", "fluency": "native"}, {"language": "German"}],
    "interests": [{"name": "Choir", "keywords": ["alto"]}],
    "references": [{"name": "Bo", "reference": "The best bread."}],
    "projects": [
        {
            "name": "Bread van",
            "description": "A van.",
            "highlights": ["Sold out"],
            "keywords": ["van"],
            "startDate": "2017-01",
            "endDate": "2017-12",
            "url": "https://van.example",
            "roles": ["Owner"],
            "entity": "Own",
            "type": "shop",
        }
    ],
    "meta": {"jobforge": {"sections": [{"title": "Remarks", "text": "- No early shifts\n- Own van"}]}},
}


def test_json_resume_arrives_with_every_field() -> None:
    content = read_json_resume(JSON_RESUME)
    for value in _strings({key: value for key, value in JSON_RESUME.items() if key != "meta"}):
        if value in ("LinkedIn", "ida", "shop"):
            continue  # a profile is its address; the kind of a project has no place in a resume
        for line in value.splitlines():
            assert line.replace("*", "\\*") in content or line in content, line
    read = read_resume(content)
    assert read.name == "Ida Moser"
    assert [(role.title, role.employer) for role in read.roles[:2]] == [
        ("Head Baker", "Crumb Ltd"),
        ("Baker", "Oven & Sons"),
    ]
    assert read.roles[0].period is not None
    assert (read.roles[0].period.start, read.roles[0].period.end) == (Month(2020, 3), None)
    assert "## Remarks\n\n- No early shifts" in content


def test_json_resume_may_lack_everything_and_hold_nonsense() -> None:
    assert read_json_resume({"basics": {}}) == "\n"
    odd = {
        "basics": {"name": 5, "profiles": "x", "location": []},
        "work": ["x", {"name": None, "highlights": 3}],
        "skills": {},
    }
    assert read_json_resume(odd).strip() == "# 5"


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in inner for text in _strings(item)]


def reactive(version: int) -> bytes:
    text, date = ("description", "period") if version == 5 else ("summary", "date")
    address = {"url": "https://a.example"} if version == 5 else {"href": "https://a.example", "label": ""}
    shown = {"hidden": False} if version == 5 else {"visible": True}
    hidden = {"hidden": True} if version == 5 else {"visible": False}

    def section(*items: dict[str, object], title: str = "") -> dict[str, object]:
        return {"title": title, **shown, "items": [{**shown, **item} for item in items]}

    experience = section(
        {
            "company": "Crumb",
            "position": "Baker",
            "location": "Leeds",
            date: "May 2020 - Present",
            text: "<ul><li>Bread</li></ul>",
        },
        {"company": "Secret", "position": "Spy", date: "2001", text: "<p>x</p>", **hidden},
    )
    profiles = section(
        {"network": "GitHub", "username": "ida", "website" if version == 5 else "url": {"url": "https://g.example/ida"}}
    )
    value: dict[str, object] = {
        "basics": {
            "name": "Ida Moser",
            "headline": "Baker",
            "email": "ida@example.com",
            "phone": "555 0100 200",
            "location": "Leeds",
            "website" if version == 5 else "url": address,
            "customFields": [{"text": "Licence B"}],
        },
        "summary": {"content": "<p>Likes <strong>mornings</strong>.</p>", **shown},
        "sections": {
            "profiles": profiles,
            "experience": experience,
            "education": section(
                {
                    "school": "College",
                    "degree": "Diploma",
                    "area": "Baking",
                    "grade": "Merit",
                    "location": "York",
                    date: "2015",
                }
            ),
            "certifications": section(
                {"title": "Hygiene", "issuer": "Council", "date": "2022", text: "<p>Level 2</p>"}
            ),
            "skills": section(
                {"name": "Bread", "keywords": ["rye", "wheat"]}, {"name": "Pastry", "proficiency": "basic"}
            ),
            "languages": section({"language": "German", "fluency": "B2"}),
            "projects": section({"name": "Van", date: "2017", text: "<p>A bread van</p>", "keywords": ["van"]}),
            "volunteer": section(
                {"organization": "Food Bank", "position": "Driver", "location": "Leeds", date: "2019"}
            ),
            "awards": section({"title": "Golden Loaf", "awarder": "Guild", "date": "2021"}),
            "publications": section({"title": "On Rye", "publisher": "Crust", "date": "2018"}),
            "interests": section({"name": "Choir", "keywords": ["alto"]}),
            "references": section({"name": "Bo", text: "<p>The best.</p>"}),
        },
        "customSections": [
            {"type": "custom", **section({"title": "Own tools", "content": "<p>A mixer</p>"}, title="Tools")}
        ],
    }
    return json.dumps(value).encode()


@pytest.mark.parametrize("version", [4, 5])
def test_reactive_resume_arrives_with_every_field_but_the_hidden(version: int) -> None:
    content = read_resume_file(reactive(version), "resume.json").content
    words = (
        "Ida Moser|Baker|ida@example.com|555 0100 200|Leeds|https://a.example|Licence"
        " B|https://g.example/ida|mornings|Crumb"
        "|May 2020|Bread|College|Diploma|Baking|Merit|York|Hygiene|Council|Level 2|rye, wheat|Pastry"
        " (basic)|German (B2)|Van"
        "|bread van|Food Bank|Driver|Golden Loaf|Guild|On Rye|Crust|Choir|alto|Bo|The best.|Own tools|A mixer|## Tools"
    ).split("|")
    assert [word for word in words if word not in content] == []
    assert "Secret" not in content
    assert "<" not in content
    role = read_resume(content).roles[0]
    assert (role.title, role.employer, len(role.bullets)) == ("Baker", "Crumb", 1)


OLD_EUROPASS = """<?xml version="1.0"?>
<SkillsPassport xmlns="urn:any"><LearnerInfo>
<Identification><PersonName><FirstName>Ida</FirstName><Surname>Moser</Surname></PersonName><ContactInfo>
<Address><Contact><AddressLine>Mill Lane 1</AddressLine><PostalCode>8010</PostalCode><Municipality>Graz</Municipality>
<Country><Label>Austria</Label></Country></Contact></Address><Email><Contact>ida@example.com</Contact></Email>
<TelephoneList><Telephone><Contact>555 0100 200</Contact></Telephone></TelephoneList>
<WebsiteList><Website><Contact>https://ida.example</Contact></Website></WebsiteList></ContactInfo></Identification>
<Headline><Description><Label>Baker for rye</Label></Description></Headline>
<WorkExperienceList><WorkExperience><Period><From year="2020" month="--03" day="---01"/><Current>true</Current></Period>
<Position><Label>Head Baker</Label></Position>
<Activities>&lt;ul&gt;&lt;li&gt;Baked 900 loaves&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Crumb</Name><ContactInfo><Address><Contact><Municipality>Graz</Municipality></Contact></Address></ContactInfo>
</Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2013"/><To year="2015"/></Period><Title>Diploma in Baking</Title>
<Organisation><Name>College</Name></Organisation><Level><Label>EQF 4</Label></Level></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>German</Label></Description></MotherTongue>
</MotherTongueList><ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description><ProficiencyLevel>
<Listening>B2</Listening><Reading>B2</Reading></ProficiencyLevel></ForeignLanguage><ForeignLanguage><Description>
<Label>French</Label></Description><ProficiencyLevel><Listening>B1</Listening><SpokenInteraction>A2</SpokenInteraction>
</ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<Communication><Description>&lt;p&gt;Talks to guests&lt;/p&gt;</Description></Communication>
<Computer><Description>Spreadsheets</Description></Computer><Driving><Description><Licence>B</Licence></Description></Driving>
</Skills><AchievementList><Achievement><Title><Label>Awards</Label></Title>
<Description>Golden Loaf</Description></Achievement>
</AchievementList></LearnerInfo></SkillsPassport>"""

NEW_EUROPASS = """<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://oa.example" xmlns:hr="http://hr.example">
<CandidatePerson><PersonName><oa:GivenName>Ida</oa:GivenName><hr:FamilyName>Moser</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ida@example.com</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>43</CountryDialing><oa:DialNumber>5550100</oa:DialNumber>
</Communication><Communication><Address><oa:CityName>Graz</oa:CityName><CountryCode>at</CountryCode></Address></Communication>
</CandidatePerson><CandidateProfile><hr:ExecutiveSummary>&lt;p&gt;Baker for rye&lt;/p&gt;</hr:ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Crumb</hr:OrganizationName><PositionHistory>
<PositionTitle>Head Baker</PositionTitle><EmploymentPeriod>
<StartDate><hr:FormattedDateTime>2020-03</hr:FormattedDateTime>
</StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></EmploymentPeriod>
<Description>&lt;ul&gt;&lt;li&gt;Baked 900 loaves
&lt;/li&gt;&lt;/ul&gt;</Description><City>Graz</City></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>College</hr:OrganizationName><AttendancePeriod>
<StartDate><hr:FormattedDateTime>2013</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2015
</hr:FormattedDateTime></EndDate></AttendancePeriod><EducationDegree><hr:DegreeName>Diploma in Baking</hr:DegreeName>
</EducationDegree></EducationOrganizationAttendance></EducationHistory>
<Certifications><Certification><hr:CertificationName>Hygiene</hr:CertificationName></Certification></Certifications>
<Licenses><License><hr:LicenseName>Driving licence B</hr:LicenseName></License></Licenses>
<PersonQualifications><PersonCompetency><CompetencyName>Spreadsheets</CompetencyName></PersonCompetency>
<PersonCompetency><CompetencyID>English</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID><CompetencyDimension>
<hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score
 xmlns:eures="http://e.example"><hr:ScoreText>B2</hr:ScoreText></eures:Score></CompetencyDimension></PersonCompetency>
</PersonQualifications></CandidateProfile></Candidate>"""


def test_an_old_europass_arrives_with_every_field() -> None:
    content = read_resume_file(OLD_EUROPASS.encode(), "cv.xml").content
    words = (
        "# Ida Moser|Mill Lane 1, 8010 Graz, Austria|ida@example.com|555 0100 200|https://ida.example|Baker for rye"
        "|Head Baker \\| Crumb \\| Graz \\| 2020-03 – present|- Baked 900 loaves|Diploma in Baking,"
        " College, EQF 4, 2013 – 2015"
        "|German (native)|English (B2)|French (listening B1, spoken interaction A2)|Talks to"
        " guests|Spreadsheets|Golden Loaf"
    )
    expected = [word.replace("\\", "|") for word in words.replace("\\|", "\\").split("|")]
    assert [word for word in expected if word not in content] == []


def test_a_new_europass_arrives_with_every_field() -> None:
    content = read_europass(NEW_EUROPASS.encode())
    expected = [
        *(
            "# Ida Moser",
            "ida@example.com",
            "+43 5550100",
            "Graz, at",
            "Baker for rye",
            "- Baked 900 loaves",
            "Hygiene",
        ),
        *("### Head Baker | Crumb | Graz | 2020-03 – present", "Diploma in Baking, College, 2013 – 2015"),
        *("Driving licence B", "Spreadsheets", "English (B2)"),
    ]
    assert [word for word in expected if word not in content] == []


@pytest.mark.parametrize("source", [OLD_EUROPASS, NEW_EUROPASS])
def test_europass_gives_the_role_with_its_bullet(source: str) -> None:
    role = read_resume(read_europass(source.encode())).roles[0]
    assert (role.title, role.employer, len(role.bullets)) == ("Head Baker", "Crumb", 1)


def test_xml_with_a_doctype_is_refused() -> None:
    source = OLD_EUROPASS.replace("<SkillsPassport", "<!DOCTYPE x [<!ENTITY a 'b'>]><SkillsPassport", 1)
    with pytest.raises(Refusal) as refused:
        read_europass(source.encode())
    assert refused.value.code is RefusalCode.TOO_COMPLEX


LINKEDIN = {
    "Profile.csv": 'Notes:\n"A preamble, of LinkedIn\'s"\n\n'
    "Last Name,First Name,Headline,Summary,Geo Location,Websites\n"
    'Moser,Ida,Baker,"Bakes bread.\nLikes mornings.",Leeds,[PERSONAL:https://ida.example]\n',
    "Positions.csv": "Title,Company Name,Description,Location,Started On,Finished On\n"
    'Head Baker,Crumb Ltd,"Runs the shift.\n• Baked 900 loaves\n- Trained ""four"" apprentices",Leeds,Mar 2020,\n'
    "Baker,Oven & Sons,,York,2016,Feb 2020\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree"
    " Name,Activities\nCollege,2013,2015,Merit,Diploma,Choir\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\nHygiene,,Council,May 2022,,77\n",
    "Skills.csv": "Name\nSourdough\nRye\n",
    "Languages.csv": "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated"
    " On\nold@example.com,Yes,No,\nida@example.com,Yes,Yes,\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,555 0100 200,Mobile\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nBread van,A"
    " van,https://van.example,Jan 2017,Dec 2017\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\nFood"
    " Bank,Driver,,Jan 2019,Jun 2019,Drove\n",
    "Honors.csv": "Title,Description,Issued On\nGolden Loaf,For rye,2021\n",
    "Publications.csv": "Name,Published On,Description,Publisher,Url\nOn Rye,2018,,Crust,\n",
    "Courses.csv": "Name,Number\nBread chemistry,B1\n",
    "messages.csv": "FROM,CONTENT\nX,PRIVATE\n",
    "Connections.csv": "First Name\nPRIVATE\n",
}


@pytest.mark.parametrize("folder", ["", "Basic_LinkedInDataExport_01-02-2026/"])
def test_linkedin_arrives_with_every_field_and_nothing_private(folder: str) -> None:
    content = read_resume_file(linkedin(folder), "export.zip").content
    expected = [
        *("# Ida Moser", "Baker", "Leeds", "ida@example.com", "555 0100 200", "https://ida.example", "Bakes bread."),
        *(
            "### Head Baker | Crumb Ltd | Leeds | Mar 2020 – present",
            "- Baked 900 loaves",
            '- Trained "four" apprentices',
        ),
        *("### Baker | Oven & Sons | York | 2016 – Feb 2020", "Diploma, College, Merit, Choir, 2013 – 2015"),
        *("Hygiene, Council, 77, May 2022", "Sourdough, Rye", "German (Native or bilingual proficiency)", "Bread van"),
        *("Food Bank", "Golden Loaf", "On Rye", "Crust", "Bread chemistry"),
    ]
    assert [word for word in expected if word not in content] == []
    assert "PRIVATE" not in content
    assert "old@example.com" not in content
    assert "preamble" not in content


def test_linkedin_may_lack_files() -> None:
    content = read_resume_file(linkedin("", only=("Positions.csv", "Skills.csv")), "export.zip").content
    assert "Crumb Ltd" in content


def linkedin(folder: str, only: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in LINKEDIN.items():
            if not only or name in only:
                archive.writestr(folder + name, "\ufeff" + text)
    return out.getvalue()


def test_a_description_keeps_its_bullets() -> None:
    assert lines_of("Lead.\n• One\n- Two\n* Three") == ["Lead.", "", "- One", "- Two", "- Three"]


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        ("2020", "2021", "2020 – 2021"),
        ("2020", "", "2020 – present"),
        ("", "2021", "2021"),
        ("2020", "2020", "2020"),
        ("", "", ""),
    ],
)
def test_periods_keep_the_precision_that_is_there(start: str, end: str, period: str) -> None:
    assert since_until(start, end) == period


@pytest.mark.parametrize(
    ("summary", "title", "line", "headings", "ongoing"),
    [
        (
            "Ich arbeite seit zehn Jahren in der Pflege und leite ein Team.",
            "Pflegefachfrau",
            "Betreuung von zwölf Patienten auf der Station",
            ["Profil", "Berufserfahrung", "Kenntnisse"],
            "heute",
        ),
        (
            "Je travaille depuis dix ans dans les soins et je dirige une équipe.",
            "Infirmière",
            "Prise en charge de douze patients dans le service",
            ["Profil", "Expérience professionnelle", "Compétences"],
            "aujourd’hui",
        ),
        (
            "Trabajo desde hace diez años en la enfermería y dirijo un equipo.",
            "Enfermera",
            "Atención a doce pacientes en la planta del hospital",
            ["Perfil", "Experiencia profesional", "Competencias"],
            "actualidad",
        ),
        (
            "I have worked in nursing for ten years and lead a team.",
            "Nurse",
            "Care for twelve patients on the ward",
            ["Profile", "Experience", "Skills"],
            "present",
        ),
    ],
)
def test_titles_and_open_ends_are_in_the_language_of_the_texts(
    summary: str, title: str, line: str, headings: list[str], ongoing: str
) -> None:
    job = {"name": "Nord", "position": title, "startDate": "2019-01", "highlights": [line]}
    markdown = read_json_resume(
        {"basics": {"name": "Jana Roth", "summary": summary}, "work": [job], "skills": [{"name": "Excel"}]}
    )
    assert [row.removeprefix("## ") for row in markdown.splitlines() if row.startswith("## ")] == headings
    assert f"2019-01 – {ongoing}" in markdown
    (role,) = read_resume(markdown).roles
    assert role.period is not None
    assert role.period.ongoing


def pdf_with(**attached: bytes) -> bytes:
    """Return a PDF whose page names another baker than its attachments do."""
    work = b"- Baked buns every day of the year, from four to noon\n- Cleaned ovens and swept\n"
    page = typst.compile(b"= Otto Page\n\n== Experience\n\n=== Baker, Stale Ltd, 2010 - 2012\n" + work)
    writer = PdfWriter(clone_from=io.BytesIO(page))
    for name, data in attached.items():
        writer.add_attachment(name, data)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("source", [OLD_EUROPASS, NEW_EUROPASS])
def test_a_pdf_of_europass_is_read_by_the_data_that_it_carries(source: str) -> None:
    attached = {"notes": b"Not this one", "picture": b"\x89PNG", "attachment": source.encode()}
    content = read_resume_file(pdf_with(**attached), "cv.pdf").content
    assert "# Ida Moser" in content
    assert "Otto" not in content
    assert "- Baked 900 loaves" in content


@pytest.mark.parametrize(
    "data",
    [
        b"<SkillsPassport><broken",
        b'<!DOCTYPE x [<!ENTITY e "boom">]><SkillsPassport>&e;</SkillsPassport>',
        b"<Candidate></Candidate>",
        b"<html><body>Ida Moser</body></html>",
    ],
)
def test_a_pdf_is_read_by_its_pages_where_what_it_carries_is_no_good(data: bytes) -> None:
    content = read_resume_file(pdf_with(attachment=data), "cv.pdf").content
    assert "Otto Page" in content
    assert "Baked buns every day" in content
