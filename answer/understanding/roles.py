"""What part a word of a question plays: frame, verb, join, time or aside, and so what it says of the topic."""

from __future__ import annotations

import re

from answer.understanding.claims import opening
from answer.understanding.kinds import Asked, asked
from answer.understanding.relative_times import relative_words
from core.danish.dates import find_dates
from core.danish.tokens import normal, words

# words that frame a question in any municipality and say little of its topic
_FRAME = re.compile(
    r"(?:ansvar\w*|udvalg(?:et|ene)?|forvaltning(?:en|er|erne)?|kommune[nrs]*|kommunens|overta\w*|omlægning\w*|ifølge|"
    r"dokument\w*|fremover|mange|meget|stor|stort|store|lang|langt|længe|får|skal|politisk\w*|hører|ligger|gælder|"
    r"tabel\w*|sker|skete|antal|penge|koste\w*|beløb\w*|dag|dage|dato\w*|tidspunkt|år|året|årligt|navn\w*|hedder?|hede|"
    r"gang|henholdsvis|sammenlign\w*|forskel\w*|betyder|dækker|begrebet|forkortelse\w*|står|tager|tage|går|gør|gøre|"
    r"kommer|bruges|særligt|selve|videre|høre|hørte|stå|stod|havne[rt]?|havnede|"
    r"føres?|gives?|laves?|sættes?|holdes?|vs|egentlig|bagefter|"
    r"derefter|senere|henne|rent|frist\w*|deadline|tidshorisont\w*|hele|del|ny|nye|nyt|"
    r"gamle?|følge|plan|planen|personer?|forhold|pr|årige?|konkret\w*|bord(?:et)?|bolden|hånd|hatten|kasketten)"
)
# phrases that only join: their nouns are no topic
_JOINING = re.compile(
    r"\b(?:på grund|som følge|i forbindelse|med henblik|i stedet|ved hjælp|i forhold|i løbet|på baggrund|ud over|"
    r"spørgsmålstegn|i modsætning|i overensstemmelse|væk|bort|afsted)\b",
    re.IGNORECASE,
)
_CLAUSE_PLACE = re.compile(r",\s+(?:når|hvis|da|mens|efter(?: at)?|selv om)\s+(.+)$", re.IGNORECASE)
_FIRST = re.compile(r"^([\wæøå]+)")
_VERB_PLACE = re.compile(
    r"\b(?:hvor mange [\wæøå-]+|hvilke[nt]? [\wæøå-]+|hvem|hvad|hvor(?! mange)|hvornår|hvordan|hvorfor|"
    r"hvor (?:længe|ofte))\s+([\wæøå]+)",
    re.IGNORECASE,
)
_LATER_VERB = re.compile(
    r"\b(?:der|som)\s+([\wæøå]{3,}(?:er|ede|te))\b|\b(?:skal|skulle|kan|kunne|må|vil|ville|bør)\s+([\wæøå]{3,}e)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bat ([\wæøå]{2,}e)\b", re.IGNORECASE)
_NO_NOUN = re.compile(r"(?:ende|ede|te|lige|ligt|lig|iske?|isk|ige|igt|et|s)$")
_PARTICIPLE = re.compile(r"\b(?:bliver?|blevet|blev|være|været)\s+([\wæøå]{2,}t)\b", re.IGNORECASE)
_SUPINE = re.compile(r"\b(?:er|var|har|havde)(?: der)?\s+([\wæøå]{2,}[^\We]t)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:hvor mange|antallet af|antal) (?:af )?([\wæøå-]+)", re.IGNORECASE)
_AGREE = re.compile(r"\b(?:u?enige?|uenighed\w*|modsig\w*|modstrid\w*|\w*overensstemmelse\w*)\b", re.IGNORECASE)


def is_frame(word: str) -> bool:
    """True for words that frame a question ("ansvar", "antal", "forskel") and say little of its topic."""
    return _FRAME.fullmatch(word) is not None


def is_thing(word: str) -> bool:
    """False for words with the ending of an adjective or a verb."""
    return _NO_NOUN.search(word) is None


def verbs(text: str) -> set[str]:
    """The verbs a question is built with: what is done to the topic, not the topic."""
    found = {*_VERB_PLACE.findall(text), *_PARTICIPLE.findall(text)}
    found |= {verb for pair in _LATER_VERB.findall(text) for verb in pair if verb}
    if asked(text) in (Asked.YES_NO, Asked.CONFLICT):
        found |= set(_FIRST.findall(text))
    return {normal(verb) for verb in found}


def infinitives(text: str) -> set[str]:
    """Words after "at" that end as an infinitive does: what is done, no thing that a paper mentions."""
    return {normal(word) for word in _INFINITIVE.findall(text)}


def no_subject(text: str) -> set[str]:
    """Verbs, and the noun that is counted: what is asked of the subject."""
    found = {*_SUPINE.findall(text), *_COUNTED.findall(text)}
    return verbs(text) | agreeing(text) | {normal(word) for word in found}


def agreeing(text: str) -> set[str]:
    """Words that ask whether sources agree: asked of them, not told by them."""
    return {normal(found) for found in _AGREE.findall(text)}


def aside(text: str) -> set[str]:
    """Words of a clause after "når", "hvis", "efter at": they say when it holds, not what it is."""
    clause = _CLAUSE_PLACE.search(text)
    return {normal(word.text) for word in words(clause.group(1))} if clause else set()


def joining_words(text: str) -> set[str]:
    """Words of joining phrases and of "er det rigtigt, at"."""
    joining = " ".join((text[: opening(text)], *(found.group() for found in _JOINING.finditer(text))))
    return {normal(word.text) for word in words(joining)}


def time_words(text: str) -> set[str]:
    """Words of the dates a question names: they say when, not what."""
    told = (*(text[span.start : span.end] for span in find_dates(text)), relative_words(text))
    return {normal(word.text) for said in told for word in words(said)}
