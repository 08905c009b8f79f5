"""English lines of work as clauses in the first person."""

import re

from jobforge.documents.offline.legacy.telling import Form, Telling, first_word, uncapitalized, word_set

_IRREGULAR_PAIRS = """
    begin:began bend:bent bind:bound break:broke bring:brought build:built buy:bought catch:caught
    choose:chose cut:cut deal:dealt dig:dug draw:drew drive:drove feed:fed find:found get:got give:gave
    grow:grew hang:hung hold:held keep:kept lay:laid lead:led learn:learned make:made meet:met
    oversee:oversaw pay:paid put:put quit:quit read:read rebuild:rebuilt rewrite:rewrote ride:rode run:ran
    see:saw sell:sold send:sent set:set sew:sewed shoot:shot show:showed sing:sang speak:spoke spend:spent
    spin:spun stand:stood strike:struck sweep:swept swim:swam take:took teach:taught tell:told think:thought
    undertake:undertook understand:understood upset:upset weave:wove win:won write:wrote look:looked
    help:helped fight:fought fit:fitted ship:shipped plan:planned scan:scanned trim:trimmed cap:capped
    map:mapped chop:chopped grip:gripped spot:spotted stop:stopped tag:tagged wrap:wrapped refer:referred
    admit:admitted equip:equipped format:formatted program:programmed control:controlled label:labelled
    transfer:transferred
"""
_IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR_PAIRS.split())
# Base forms that open a line as a verb. Those in _EITHER are as often nouns ("Service upgrades"), and count as verbs
# only before a word that a noun would not have after it.
_VERBS = word_set(
    """
    accompany achieve act adapt add administer advise agree align allocate analyse analyze answer apply
    appoint arrange assemble assess assign assist attend audit automate balance bake book brief build buy
    calculate calibrate care carry chair check choose claim clean clear close coach collect commission
    communicate compile complete compose conduct configure connect consult contribute convert cook
    coordinate create curate cut deal decide decorate define deliver demonstrate deploy describe develop
    devise diagnose direct discuss dispatch distribute document draft draw drive edit educate elicit empty
    enable encourage enforce engage ensure establish estimate evaluate examine execute expand explain
    facilitate feed file fill film find finish fit fix follow forecast foster fulfil fulfill gather generate
    give greet grow guide handle help hire hold host identify illustrate implement improve increase inform
    initiate inspect install instruct integrate interpret interview introduce investigate join keep launch
    lay lead learn liaise lift line list listen load look maintain make manage measure meet mentor migrate
    model moderate monitor mount move negotiate nurse observe obtain offer operate optimise optimize
    orchestrate order organise organize oversee pack paint participate partner perform pick pilot plan
    prepare present process procure produce programme promote propose protect provide publish pull purchase
    quote raise read reconcile recruit redesign reduce refer refine refurbish register repair replace report
    represent research resolve respond restock restore review revise rewrite run scan schedule secure see
    select sell send serve service ship show sign simplify solve sort source speak specify staff standardise
    standardize start steer stock store streamline strengthen structure study submit supervise supply
    support survey sustain take teach test tend track train translate transport treat troubleshoot turn
    update upgrade use validate verify visit wash watch weigh weld welcome wire work write trim control
    label transfer hang pair record lay sew chop garnish plate braise butcher fillet tune mill grind
    """
)
_EITHER = word_set(
    """
    act audit balance book brief care chair check claim clean clear close coach commission control cook deal
    document draft file film finish fit fix forecast guide help hire host increase interview label launch
    lead lift line list load model move nurse offer order pack paint partner pick pilot plan plate present
    process produce programme purchase quote raise record report research review rewrite schedule sell
    service ship show sign sort source staff start stock store structure study supply support survey test
    track train transfer transport tune turn update upgrade visit watch welcome work repair release design
    contact mentor
    """
)
_AFTER_VERB = re.compile(
    r"^(?:the|a|an|all|both|my|our|their|its|new|up|out|over|on|in|with|for|as|at|to|about|from|\d|one|two|three|"
    r"four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|many|some|any|every|each|other|daily|"
    r"weekly|monthly|"
    r"small|large|more|most|visits|patients|clients|customers|guests|children|pupils|students|residents|staff|"
    r"teams|release|"
    r"after|and)\b",
    re.IGNORECASE,
)
# What stands before these can only be a verb, even one that is in no list ("Cost new dishes").
_BEFORE_OBJECT = re.compile(r"(?:the|a|an|all|our|my|new)\s", re.IGNORECASE)
_NOT_A_VERB = re.compile(
    r"(?:ing|tion|ment|ness|ship|ance|ence|ity|ly)$|^(?:about|after|as|at|before|by|during|for|from|in|into|of|on|over|"
    r"to|under|with|within|and|or|also|both|half|only|quite|such|all|not|plus|then|once|now)$"
)
_PREPOSITION = re.compile(r"^(?:of|by|per)\b", re.IGNORECASE)
_ADJECTIVES = word_set(
    """
    advanced applied certified combined continued detailed experienced fixed licensed limited mixed
    qualified registered related required shared skilled specialised specialized varied dedicated motivated
    accredited automated based integrated interested located used unpaid paid need seed speed feed weed red
    bed
    """
)
_ADVERBS = re.compile(r"^(?:also|successfully|personally|regularly|jointly|\w+ly)\s+", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|fell|rose|grew|dropped|went|shrank|doubled|tripled|halved|increased|"
    r"decreased|improved|came|became|rides?|reports?|remained|stayed|passed)\b"
)
# "School lead for maths since 2022: chose the new scheme"
_IN_OFFICE = re.compile(
    r"(?P<office>[^:]*\b(?:lead|head|member|chair|\w+(?:er|or|ist|ant|ian))\b[^:]*):\s+(?P<deed>\w[^:]{5,})$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:share|number|proportion|percentage|rate|average|amount|volume|cost|size) of\b", re.IGNORECASE
)
_STATES = word_set(
    """
    based interested located
    """
)
_QUANTITY = re.compile(r"^(?:\d[\d.,]*|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)\s", re.IGNORECASE)


def tell(text: str, ongoing: bool, names: str) -> Telling:
    """The clause, noun phrase or statement that `text` is; `ongoing` says that the role is held today."""
    word = first_word(text)
    rest = text[len(word) :].lstrip()
    lower = word.casefold()
    if lower in {"i", "my", "we"}:
        return Telling(Form.CLAUSE if lower == "i" else Form.STATEMENT, text if lower == "i" else uncapitalized(text))
    if _ADVERBS.match(text) and lower != "only":
        inner = tell(rest[:1].upper() + rest[1:], ongoing, names)
        if inner.form is Form.CLAUSE:
            return Telling(Form.CLAUSE, f"I {lower} {inner.text[2:]}")
    if re.match(r"(?:can|could|will|have|am)\b", lower) and rest:
        return Telling(Form.CLAUSE, f"I {lower} {rest}")
    if found := re.match(r"line[- ]managed?\b", text, re.IGNORECASE):
        return Telling(Form.CLAUSE, f"I line-manage{'' if ongoing else 'd'}{text[found.end() :]}")
    if past := _past(lower, rest):
        return Telling(Form.CLAUSE, f"I {past}{_gap(text, word)}{rest}")
    if base := _base(lower, rest):
        if base != lower:
            rest = _THIRD_PERSON.sub(_first_person, rest)
        verb = base if ongoing else past_tense(base)
        if not ongoing and _second_verb(rest):
            return Telling(Form.INFINITIVE, f"{base}{_gap(text, word)}{rest}")
        return Telling(Form.CLAUSE, f"I {verb}{_gap(text, word)}{rest}")
    if lower in _STATES and rest:
        return Telling(Form.CLAUSE, f"I {'am' if ongoing else 'was'} {lower} {rest}")
    if found := _IN_OFFICE.match(text):
        clause = tell(found["deed"][0].upper() + found["deed"][1:], ongoing, names)
        if clause.form is Form.CLAUSE:
            return Telling(Form.STATEMENT, f"as {uncapitalized(found['office'], names=names)}, {clause.text}")
    if ":" in text:
        return Telling(Form.FRAGMENT, uncapitalized(text, names=names))
    if _FINITE.search(rest) or (_QUANTITY.match(text) and re.search(r"\b(?:me|my)\b", text)):
        counted = "the " if _MEASURE.match(text) else ""
        return Telling(Form.STATEMENT, counted + uncapitalized(text, names=names))
    if re.match(r"(?:no|not|never|only|responsible|main|key)\b", text, re.IGNORECASE):
        if found := re.match(r"(?:mainly |solely )?responsible for (.+)", text, re.IGNORECASE):
            return Telling(Form.CLAUSE, f"I {'am' if ongoing else 'was'} responsible for {found[1]}")
        return Telling(Form.FRAGMENT, uncapitalized(text, names=names))
    return Telling(Form.ACTIVITY, uncapitalized(text, names=names))


def _gap(text: str, word: str) -> str:
    """What stands between the first word and the rest: usually a space, sometimes a comma or a slash."""
    after = text[len(word) :]
    return after[: len(after) - len(after.lstrip())]


def _past(lower: str, rest: str) -> str | None:
    if not rest or lower in _ADJECTIVES or "-" in lower:
        return None
    if lower in _PAST_FORMS and lower not in _IRREGULAR:
        return lower
    if lower.endswith("ed") and len(lower) > 4 and not _PREPOSITION.match(rest):
        return lower
    return None


def _base(lower: str, rest: str) -> str | None:
    if not rest or _PREPOSITION.match(rest):
        return None
    candidates = [lower]
    if lower.endswith("s") and not lower.endswith("ss"):
        candidates.append(lower[:-1])
        candidates += [lower[:-2]] if lower.endswith("es") else []
        candidates += [lower[:-3] + "y"] if lower.endswith("ies") else []
    if _BEFORE_OBJECT.match(rest) and re.fullmatch(r"[a-z]{3,}", lower) and not _NOT_A_VERB.search(lower):
        candidates = [base for base in candidates if base in _VERBS or base in _IRREGULAR] or [lower]
        return candidates[0]
    for base in candidates:
        if base in _IRREGULAR or base in _VERBS:
            if base in _EITHER and not _AFTER_VERB.match(rest):
                return None
            if base != lower and base in _EITHER and not re.match(r"(?:and \w+s|the|a|an|all|\d+)\b", rest):
                return None
            return base
    return None


_THIRD_PERSON = re.compile(r"\b(?P<lead>and |, )(?P<verb>[a-z]+s)\b(?= [a-z])")


def _first_person(found: re.Match[str]) -> str:
    """A further verb of "Drafts and negotiates leases" in the form that goes with "I"."""
    base = _base(found["verb"], "the")
    return f"{found['lead']}{base}" if base and base not in _EITHER else found[0]


def _second_verb(rest: str) -> bool:
    """Whether a second base form follows ("Cook and serve"), which the past tense of the first would leave behind."""
    return any(
        word in _VERBS and word not in _EITHER or word in _IRREGULAR
        for word in re.findall(r"(?:\band|,) ([a-z]+)", rest)
    )


def past_tense(base: str) -> str:
    """The simple past of a base form in the lists above."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


_PAST_FORMS = frozenset(_IRREGULAR.values())
