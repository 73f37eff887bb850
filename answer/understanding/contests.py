"""Two set against each other by more and less: "hvad koster mest, A eller B?", "er A større end B?"."""

from __future__ import annotations

import re

from answer.understanding.kinds import Asked, aspect
from answer.understanding.sides import Side, sides_of

_MOST = (
    r"(?:mest|flest|størst\w*|mindst\w*|færrest|dyrest\w*|billigst\w*|længst\w*|kortest\w*|højest\w*|lavest\w*|ældst\w*|"
    r"yngst\w*|nyest\w*|først|sidst|tidligst|senest|hurtigst\w*|bedst\w*|oftest)"
)
_MORE = (
    r"(?:mere|flere|større|mindre|færre|dyrere|billigere|længere|kortere|højere|lavere|ældre|yngre|nyere|tidligere|"
    r"senere|hurtigere|oftere)"
)
_OPENS = r"(?:er|var|bliver|blev|har|havde|får|fik|koster|kostede|varer|varede|fylder|skal|kan|kom|kommer|bruger)"
_THING = r"[^,:?]+?"
_CHOICE = re.compile(
    rf"\b(?:{_MOST}|{_MORE})\b.*?(?:[:,–]| af(?= \w))\s*(?P<a>{_THING}),?\s+eller\s+(?P<b>[^,:?]+)", re.IGNORECASE
)
_THAN = (
    re.compile(rf"\b{_MORE}\b[^,:?]*?\b(?P<prep>i|hos|for|til|på|ved|fra|under)\s+(?P<a>{_THING})\s+end\s+"
               rf"(?P=prep)\s+(?P<b>[^,:?]+)", re.IGNORECASE),
    re.compile(rf"^{_OPENS}\s+(?P<a>{_THING})\s+{_MORE}\b[^,:?]*?\s+end\s+(?P<b>[^,:?]+)", re.IGNORECASE),
    re.compile(rf"\b{_MORE}\b[^,:?]*?\b(?:i|hos|for|til|på|ved|fra|under)\s+(?P<a>{_THING})\s+end\s+"
               rf"(?P<b>[^,:?]+)", re.IGNORECASE),
)  # fmt: skip
_COUNT = re.compile(r"\b(?:flest|flere|færrest|færre)\b", re.IGNORECASE)
_SIZE = re.compile(r"\b(?:høj|lav|stør|mind|læng|kort)(?:ere|re|est|st)(?:e|en)?\b|\bmindre\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:først|sidst|tidlig(?:st|ere)|sene(?:re|st)|nye(?:re|st)\w*|æld(?:re|st)\w*)\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:dyr|billig)(?:ere|est)\b|\bkoste", re.IGNORECASE)
_NO_THING = re.compile(r"(?:(?:det|den|de|der|vi|i|et|en|\d{1,3})(?: .*)?|(?:19|20)\d\d)$", re.IGNORECASE)
_WORDS = re.compile(rf"\b(?:{_MOST}|{_MORE})\b|\bend\b|\beller\b", re.IGNORECASE)


def contest(text: str) -> tuple[Side, ...]:
    """The two that a question sets against each other by more and less; () where it does not."""
    for pattern in (_CHOICE, *_THAN):
        found = pattern.search(text)
        sides = sides_of(found["a"], found["b"]) if found else ()
        if sides and not any(_NO_THING.match(side.text) for side in sides):
            return sides
    return ()


def wanted(text: str) -> Asked:
    """The sort of value by which the two are set against each other."""
    if _TIME.search(text):
        return Asked.DATE
    if _PRICE.search(text):
        return Asked.AMOUNT
    kind = aspect(without_degree(text))
    return Asked.NUMBER if kind is Asked.FACT and (_COUNT.search(text) or _SIZE.search(text)) else kind


def without_degree(text: str) -> str:
    """The question without its words of more and less: what is asked of each."""
    return " ".join(_WORDS.sub(" ", _COUNT.sub("hvor mange", text, count=1)).split())
