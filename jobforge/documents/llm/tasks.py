"""What a model is asked to write, one task a phase. Slots are filled by `prompts.opening`."""

RESEARCH_TASK = """\
Write a research report for the person who wants to apply, in {ad_language}:
1. The role in three sentences.
2. A table of all requirements: requirement in the ad's words, must or nice, the resume's evidence or \
"gap", how to close or address it. Keep the statuses given with the ad.
3. Eligibility (licences, permits, languages, place) apart from fit.
4. The ad's own keywords.
5. Warning signs in the ad.
6. Likely interview questions, each with the resume line that answers it.
7. What was not checked.
{company}"""

RESUME_TASK = """\
Write the optimized resume, in {resume_language}, single-column Markdown:
- The person's name and contact lines first, then a summary of two or three sentences of proven facts.
- Every role, degree and certificate of the resume stays, with its title, employer and dates as they are.
- What the ad asks for moves up, and is said in the ad's terms where a line proves the same thing.
- Begin achievements with verbs; keep figures as they are."""

COVER_LETTER_TASK = """\
Write the cover letter, in {ad_language}, 180 to 320 words:
- Address the contact person if the ad names one, otherwise as that language's letters do.
- Two or three proven points on the ad's main needs. Weave in what the notes want said.
- No cliché, no flattery, no invented motive. Close with the name {name}."""
