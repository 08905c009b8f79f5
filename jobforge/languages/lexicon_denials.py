"""How resumes say that something is not so, not finished, or only wished for. Four languages, folded text."""

import re

DENIED = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:no|not|never|none|without|cannot|don't|didn't|haven't|isn't|kein(?:e|en|er|em|es)?|nicht|nie|ohne|noch nie|pas|aucune?|sans|jamais|ne|nunca|sin|ningun[ao]?)\b(?! (?:only|nur|seulement|solo))"
)

UNFINISHED = re.compile(
    r"\bpart[- ]qualified|\bpartly qualified|\bstudying\b|\bin progress\b|\bongoing\b(?= (?:degree|course))|\bexpected\b|\bnot (?:yet )?(?:finished|completed|started)|\bpending\b|\bworking towards\b|\bcandidate for\b|\bexpired\b|\blapsed\b|\bdropped out\b|\bunfinished\b"
    r"|\bin ausbildung\b|\bberufsbegleitend\b|\blaufend|\babgelaufen|\bnicht mehr gultig|\bungultig|\babgebrochen|\bnoch nicht\b|\bvoraussichtlich\b|\bangestrebt|\bderzeit im studium"
    r"|\ben cours\b(?! de validite)|\bperime|\bexpire|\binacheve|\bpreparation (?:du|de la|au)\b|\ben curso\b|\bcursando\b|\bestudiando\b|\bcaducad|\bsin terminar\b|\bpendiente\b|\binacabad"
)

WISHED = re.compile(
    r"\b(?:would like|want|hope|wish|plan|aim|keen|eager|planning|hoping) to\b|\binterested in\b|\blooking (?:for|to)\b|\blearning\b(?! (?:disabilit|difficult|support|management|outcomes|centre|center))"
    r"|\bmochte\b|\binteressier|\bwurde gern|\bsuche\b|\bsouhait|\benvie de\b|\baimerais\b|\bquiero\b|\bme gustaria\b|\bbusco\b|\binteresad[oa]\b|\baprendiendo\b"
)
