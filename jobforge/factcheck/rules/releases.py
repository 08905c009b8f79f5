"""Years in which tools, rules and events of working life first appeared.

Only the public release (general availability or first announced version) counts. Sources: the makers' own release
notes and announcements as recorded in their Wikipedia articles; regulations by the date of the official text.
"""

import re

from jobforge.text.terms import fold

_BY_YEAR = """
2009: golang | mongodb | node.js | whatsapp
2010: angularjs | ipad | pinterest | instagram | azure
2011: kotlin | snapchat | bootstrap | elasticsearch service
2012: typescript | ansible | redshift | tinder
2013: docker | react | slack | canva | electron
2014: kubernetes | swift | vue | terraform | alexa | aws lambda
2015: tensorflow | react native | graphql | power bi | apple watch | visual studio code | vs code | windows 10
2016: figma | pytorch | notion | tiktok
2017: microsoft teams | ms teams | istio | fortnite
2018: gdpr | dsgvo | rgpd | flutter
2019: github actions | swiftui
2020: covid | covid-19 | corona | coronavirus | playwright | gpt-3
2021: github copilot | copilot | windows 11 | dall-e
2022: chatgpt | midjourney | stable diffusion
2023: gpt-4 | claude | bard | microsoft 365 copilot | adobe firefly | firefly
2024: gpt-4o | gemini | sora | apple intelligence
2025: deepseek | gpt-5 | claude code
"""
RELEASES: dict[str, int] = {
    fold(name.strip()): int(year)
    for year, names in (row.split(":", 1) for row in _BY_YEAR.strip().splitlines())
    for name in names.split("|")
}
_NAMED = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(RELEASES, key=len, reverse=True)) + r")(?!\w)"
)
# Everyday words in one of the languages unless written as a name.
_CAPITAL = frozenset(
    {
        "swift",
        "react",
        "claude",
        "figma",
        "notion",
        "sora",
        "bard",
        "gemini",
        "bun",
        "electron",
        "svelte",
        "slack",
        "yarn",
        "alexa",
        "firefly",
    }
)


def released_after(text: str, year: int) -> tuple[str, int] | None:
    """The first name in `text` that did not exist yet in `year`, and the year it appeared."""
    for result in _NAMED.finditer(fold(text)):
        name = result[0]
        if RELEASES[name] > year and (name not in _CAPITAL or re.search(rf"\b{name.capitalize()}\b", text)):
            return name, RELEASES[name]
    return None
