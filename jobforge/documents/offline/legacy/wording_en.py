"""English wording."""

import re

from jobforge.ads.parser import Remote, Seniority
from jobforge.documents.offline.legacy.telling import Form
from jobforge.documents.offline.legacy.telling_en import tell
from jobforge.documents.offline.legacy.wording import LetterWording, ReportWording, ResumeWording, Wording
from jobforge.text.language import Language

_NO_ARTICLE = re.compile(r"(?:head|chief|director|president|vice|deputy head|chair|principal|the|an?)\b", re.IGNORECASE)
_VOWEL_SOUND = re.compile(
    r"(?:[aeio]|u(?!ni|se|s\b|k\b|ti)|h(?:our|onest|onou?r|eir)|(?:[FHLMNRSX][A-Z]))", re.IGNORECASE
)


def _as_title(title: str, own: bool) -> str:
    if not title:
        return ""
    ending = "," if "," in title else ""
    if _NO_ARTICLE.match(title):
        return f"as {title}{ending}"
    sound = _VOWEL_SOUND.match(title) and not re.match(r"[a-z]?[A-Z]?[FHLMNRSX][a-z]", title[:2])
    return f"as {'an' if sound else 'a'} {title}{ending}"


def _where(employer: str, place: str) -> str:
    if not employer:
        return ""
    return f"at {employer}" + (f" in {place}" if place and place.casefold() not in employer.casefold() else "")


_HONORIFIC = re.compile(r"(?P<honorific>(?:Ms|Mr|Mrs|Miss|Mx|Dr|Prof)\.?)\s+(?:\S+\s+)*(?P<family>\S+)$")


def _greet(name: str) -> str:
    if found := _HONORIFIC.match(name):
        return f"Dear {found['honorific']} {found['family']},"
    return f"Dear {name},"


_LETTER = LetterWording(
    subject="Application: {role}",
    dear_team="Dear hiring team,",
    opening=(
        "I am applying for the post of {role} {at}.",
        "I would like to apply for the post of {role} {at}.",
        "This is my application for the post of {role} {at}.",
    ),
    opening_bare=("I am applying for the post of {role}.", "I would like to apply for the post of {role}."),
    needs=(
        "You ask for {needs}; let me show where I have done that work.",
        "Your ad asks for {needs}, so I will keep to what I have done in these.",
        "Among other things you ask for {needs}, and of these I have most to tell.",
    ),
    need=("You ask for {needs}, among other things; let me show where I have done that work.",),
    works=("Since {start} I have worked {as_title} {where}.", "I have worked {as_title} {where} since {start}."),
    worked=("From {start} to {end} I worked {as_title} {where}.",),
    worked_before=(
        "Before that, from {start} to {end}, I worked {as_title} {where}.",
        "Earlier, from {start} to {end}, I worked {as_title} {where}.",
    ),
    worked_undated=("I have worked {as_title} {where}.",),
    worked_undated_too=("I have also worked {as_title} {where}.",),
    told={
        Form.CLAUSE: (("There {text}.", "In this post {text}."), ("There {text}.", "In that post {text}.")),
        Form.ACTIVITY: (
            ("My work there includes {text}.", "Part of my work is {text}."),
            ("My work there included {text}.", "Part of my work was {text}."),
        ),
        Form.INFINITIVE: (("My job there is to {text}.",), ("My job there was to {text}.",)),
        Form.STATEMENT: (("There, {text}.",), ("There, {text}.",)),
        Form.FRAGMENT: (("One part of this work: {text}.",), ("One part of that work: {text}.",)),
    },
    further={
        Form.CLAUSE: (("{text}.", "{also}."), ("{text}.", "{also}.")),
        Form.ACTIVITY: (
            ("The work also includes {text}.", "Another part of the work is {text}."),
            ("The work also included {text}.", "Another part of the work was {text}."),
        ),
        Form.INFINITIVE: (("It is also my job to {text}.",), ("It was also my job to {text}.",)),
        Form.STATEMENT: (("{text}.",), ("{text}.",)),
        Form.FRAGMENT: (("Also part of it: {text}.",), ("Also part of it: {text}.",)),
    },
    foreign=("One line of my resume, in the original: {text}.", "My resume puts it this way: {text}."),
    papers=("My papers include: {items}.", "On paper I bring: {items}."),
    listed=("Also on my resume: {items}.", "My resume also names: {items}."),
    gaps_must=(
        "My resume does not show {gaps}, which you also ask for. I would rather say so now than leave it open.",
        "One thing to be plain about: my resume does not show {gaps}, which you ask for.",
    ),
    gaps_nice=(
        "Nor does it show {gaps}, which you would welcome.",
        "Of the points you would welcome, it does not show {gaps}.",
    ),
    gaps_nice_alone=(
        "You also name {gaps}, which my resume does not show.",
        "Of the points you would welcome, {gaps} would be new to me.",
    ),
    besides=("In addition: {text}.", "I would also like to mention: {text}."),
    practical=("Some practical points: {items}.",),
    thin=(
        "My resume is short, and I would rather add to it in conversation than on paper.",
        "I keep this letter to what my resume can show.",
    ),
    offer=(
        "I would be glad to go through any of these points with you and to bring the papers that go with them.",
        "I am happy to talk through each of these points in more detail and to show the papers that go with them.",
    ),
    closing=(
        "I would welcome the chance to talk with you about the post.",
        "I look forward to hearing from you and to talking about the post.",
        "Thank you for reading this. I would be glad to meet you and talk about the post.",
    ),
    farewell="Kind regards,",
)

_RESUME = ResumeWording(
    summary="Summary",
    skills="Skills",
    since="{title} {where} since {start}{years}.",
    until="{title}, most recently {where}.",
    years=(" ({years} years)", " (more than {years} years)"),
    shown="Experience: {terms}.",
)

_REPORT = ReportWording(
    title="Research report: {role}, {company}",
    brief="The role in brief",
    brief_post="The ad describes the post of {role} {at}{place}.",
    brief_asks="The ad asks first for {needs}.",
    brief_asks_nothing="It names no requirement that could be told apart from the rest of its text.",
    brief_gaps="The resume does not show {needs}; the table says what to do about it.",
    brief_more_gaps="The resume does not show {needs}, nor some further points; the table says what to do about them.",
    brief_fit="The resume has an answer to every point of the ad; the table says which.",
    brief_low="The ad gives too little to say how well the resume fits.",
    post="The post in the ad's own words",
    pay="Pay",
    place="Place",
    mode="Way of working",
    seniority="Level",
    years="Years asked for",
    contact="Contact",
    modes={Remote.REMOTE: "remote", Remote.HYBRID: "hybrid", Remote.ON_SITE: "on site"},
    seniorities={
        Seniority.INTERN: "internship",
        Seniority.JUNIOR: "junior",
        Seniority.MID: "mid-level",
        Seniority.SENIOR: "senior",
        Seniority.LEAD: "lead",
        Seniority.HEAD: "head",
    },
    duties="Tasks",
    offers="What is offered",
    company="About the employer",
    requirements="Requirements",
    columns=("The ad asks for", "Kind", "In the resume", "Where", "What to do"),
    must="must",
    nice="nice to have",
    status={"proved": "found", "listed": "named only", "missing": "not there"},
    advice_proved=(
        "Put it near the top.",
        "Use it in the letter; have the details ready.",
        "Say it early; it answers the point as it stands.",
    ),
    advice_listed=(
        "Add a line that says where it was used, but invent nothing.",
        "Name the post and the task in which it was used; if there was none, leave it as it is.",
    ),
    advice_missing_must=(
        "Say plainly that it is missing, or add it to the resume if it was only left out.",
        "Ask whether it can be learnt in the post; add it to the resume if it was only left out.",
    ),
    advice_missing_nice=(
        "Not needed to apply; say so if asked.",
        "Leave it open, or name the wish to learn it if that is so.",
    ),
    advice_paper="Check the paper itself: is it held, applied for, or still to be done? Only that can go into the "
    "resume.",
    advice_language="Give the level in the resume, if there is one.",
    advice_years="Count the years from the dates in the resume and say the true number.",
    advice_condition="Settle whether this suits before applying; it is a matter of yes or no.",
    nearest="Nearest line of the resume: {quote}. Say what is alike and what is not.",
    no_evidence="none",
    none_found="Nothing was found that the ad clearly asks for.",
    eligibility="Eligibility, apart from fit",
    eligibility_intro="These points are not a matter of fit: they decide whether an application is possible at all.",
    licence="Qualification",
    permit="Right to work",
    language="Language",
    in_resume="the resume says {quote}",
    not_in_resume="the resume does not say (check before sending)",
    condition="Condition",
    own_conditions="Conditions and limits that the resume names:",
    keywords="Keywords in the ad's own words",
    keywords_in="In the resume too",
    keywords_out="Not in the resume",
    warnings="Warning signs",
    warnings_none="None were found in the text of the ad.",
    warning_texts={},
    questions="Likely interview questions",
    question_proved=(
        "You have worked with {need}; how did you go about it?",
        "Can you tell us about a time when {need} mattered in your work?",
        "What is your experience with {need}?",
    ),
    question_listed=("Where have you used {need}?", "How much practice do you have in {need}?"),
    question_missing=("Our ad asks for {need}: how would you go about that?", "How would you get started with {need}?"),
    question_result="Which result of your work are you most content with?",
    question_motive="Why this post, and why now?",
    story="Story from the resume{where}: {quote}",
    story_listed="The resume only names it ({quote}): think of a case from your own work.",
    story_missing="The resume has no story for this. Say so, and say what you would do first.",
    story_motive="The resume does not say, and nobody else can: prepare an answer of your own.",
    injections="Text in the ad that speaks to a machine",
    injections_intro="Parts of the ad are written for software that reads it and not for applicants. They were "
    "left out of "
    "everything here and are not repeated:",
    injection_kinds={
        "injection.instruction": "an order to a machine",
        "injection.addressed": "words to a machine",
        "injection.hidden": "text that people do not see",
        "injection.encoded": "text in a code",
        "injection.role_tag": "posing as a message of the system or a chat",
        "injection.forged_end": "posing as the end of the ad",
        "injection.rating": "an order for a rating",
        "injection.exfiltration": "an order to send data away",
    },
    injection="{kind}, line {line}",
    applying="How to apply, as the ad says",
    unchecked="What was not checked",
    unchecked_items=(
        "The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are "
        "not known here.",
        "It is not known whether the post is still open and whether the pay is usual for it.",
        "The ad and the resume were not checked: each was taken at its word.",
        "Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.",
    ),
)

ENGLISH = Wording(
    language=Language.EN,
    quotes=("“", "”"),
    names_needs_bare=True,
    colon=":",
    semicolon=";",
    conjunction="and",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    month_year="{month} {year}",
    day="{day} {month} {year}",
    languages={Language.EN: "English", Language.DE: "German", Language.FR: "French", Language.ES: "Spanish"},
    tell=tell,
    as_title=_as_title,
    greet=_greet,
    where=_where,
    letter=_LETTER,
    resume=_RESUME,
    report=_REPORT,
)
