"""Documents that a question names in words: by kind ("i aftalen"), by title words or code ("BI6a"), by date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise

from core.danish.tokens import content_stem, normal, stem, word_texts, words
from core.schema import DateSpan, Document, Kind

_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.IMPLEMENTATION_PLAN, r"implementeringsplan\w*|implementation plan"),
    (Kind.ACTION_PLAN, r"handle?plan\w*|handlingsplan\w*|action plan"),
    (Kind.BUDGET_NOTE, r"budgetnotat\w*|budgetønske\w*|budgetforslag\w*|budget (?:note|memo)"),
    (Kind.MINUTES, r"\w*referat(?:et|er|erne)?|mødereferat\w*|minutes"),
    (Kind.AGREEMENT, r"\w*aftale(?:n|teksten|rne)?|(?:political )?agreement"),
    (Kind.MEMO, r"notat(?:et|er|erne)?|memo"),
    (Kind.CASE_PAPER, r"sagsfremstilling\w*|indstilling(?:en)?|case paper"),
)
_NAMED = tuple((kind, re.compile(rf"(?<![^\W_])(?:{pattern})s?(?![^\W_])", re.IGNORECASE)) for kind, pattern in _KINDS)
_PLAN = re.compile(r"\bplan(?:en)?\b", re.IGNORECASE)
_CODE = re.compile(r"(?=[^\W_]*[A-ZÆØÅ])(?=[^\W_]*\d)[^\W_]{2,12}")


@lru_cache(maxsize=1000)
def named_kinds(text: str) -> tuple[Kind, ...]:
    """Kinds of document the question speaks of, in its order."""
    found = [(match.start(), kind) for kind, pattern in _NAMED for match in pattern.finditer(text)]
    kinds = list(dict.fromkeys(kind for _, kind in sorted(found)))
    if _PLAN.search(text) and not set(kinds) & {Kind.IMPLEMENTATION_PLAN, Kind.ACTION_PLAN}:
        kinds += [Kind.IMPLEMENTATION_PLAN, Kind.ACTION_PLAN]
    return tuple(kinds)


def without_others(text: str, titles: str) -> str:
    """The text without words for papers that none of the titles knows ("samarbejdsaftalen" where the only agreement
    is one on harbours): they are things the papers speak of."""
    low = titles.lower()

    def kept(match: re.Match[str]) -> str:
        first = _LAST_PART.sub("", match.group().lower()).strip("-")
        known = len(first) < _SHORTEST or first[:_SHORTEST] in low
        return match.group() if known else " "

    for _, pattern in _NAMED:
        text = pattern.sub(kept, text)
    return text


_SHORTEST = 5  # letters of a first part that say which paper is meant
_LAST_PART = re.compile(
    r"(?:(?:implementerings|handle?|handlings)plan|(?:budget|møde)?(?:notat|referat|ønske|forslag)|aftale|"
    r"sagsfremstilling|indstilling|agreement|minutes|memo|action plan|implementation plan)\w*$"
)


def names_several(text: str) -> bool:
    """True where a question names two documents in one breath ("i referatet fra 2031 og budgetnotatet XY12")."""
    spans = [match.span() for _, pattern in _NAMED for match in pattern.finditer(text)]
    spans = sorted({*spans, *(match.span() for match in _CODE.finditer(text))})
    return any(_BETWEEN.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(spans) if a[1] <= b[0])


_BETWEEN = re.compile(
    r"[,\s]+(?:[^\W\d_]*\d[\w-]*[,\s]+|(?:fra|for|af|i|om|den|det|de)[,\s]+|(?:gamle|nye|tidligere|politiske)\s+)*"
    r"(?:og|samt|eller|med|mod)\s+(?:(?:i|fra|af|for|med|den|det|gamle|nye|tidligere|politiske)\s+)*",
    re.IGNORECASE,
)


def source_words(text: str) -> set[str]:
    """The words of a question that only name a document ("aftalen", "referatet"), in lower case."""
    found: set[str] = set()
    for _, pattern in _NAMED:
        for match in pattern.finditer(text):
            found.update(w for word in words(match.group()) if _plain(w := normal(word.text)))
    return found


def without_documents(text: str) -> str:
    """The text without the words and codes that name documents, and what joined them."""
    for _, pattern in _NAMED:
        text = pattern.sub(" ", text)
    return " ".join(_LEFT_OVER.sub(" ", _CODE.sub(" ", text)).split())


_LEFT_OVER = re.compile(
    r"\b(?:sammen(?:lign|hold)\w*|hvad siger|henholdsvis|både)\b|"
    r"\b(?:ifølge|i|fra)\b(?=\s*(?:,|\bog\b|\?|$|\s))|(?<=\s),|\bog\b(?=\s*(?:\?|,|$|\bog\b))",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:(?:implementerings|handle|handlings)plan|(?:budget|møde)?(?:notat|referat)|aftale|sagsfremstilling|indstilling|"
    r"agreement|minutes|memo|plan|action|implementation|political)(?:e?n|e?t|er|erne|s|ens|ets|teksten)?"
)


def _plain(word: str) -> bool:
    """A bare document word; in "ressortaftalen" the first part says more than which document is meant."""
    return _PLAIN.fullmatch(word) is not None


@lru_cache(maxsize=2000)
def codes(text: str) -> frozenset[str]:
    """Letter-and-digit codes such as budget numbers, in lower case."""
    return frozenset(normal(match.group()) for match in _CODE.finditer(text))


def named_strength(text: str, document: Document, spans: Iterable[DateSpan] = ()) -> float:
    """How clearly the question names this document: 0 not at all, 1 its kind, more with its code, its date
    or words of its title beside the kind."""
    kinds = named_kinds(text)
    strength = 0.0
    if document.kind in kinds or (document.kind is Kind.BUDGET_NOTE and Kind.MEMO in kinds):
        strength += 1.0
    title = f"{document.title} {document.name}"
    if codes(text) & codes(title):
        strength += 1.5
    if strength:
        strength += 0.5 * _title_share(text, document)
        strength += sum(0.5 for span in spans if _covers(span, document.date))
    return strength


def _title_share(text: str, document: Document) -> float:
    title, asked = _title_words(document.title), {stem(word) for word in word_texts(text)}
    joined = " ".join(asked)
    return sum(word in asked or (len(word) > 5 and word in joined) for word in title) / max(len(title), 1)


@lru_cache(maxsize=2000)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(filter(None, map(content_stem, word_texts(title))))


def _covers(span: DateSpan, day: date | None) -> bool:
    if day is None or span.bound not in ("on", "from"):
        return False
    return (span.first is None or span.first <= day) and (span.last is None or day <= span.last)
