"""The claim inside a yes/no question: what it says of what, turned which way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from answer.understanding.glossary import antonyms, is_english, to_danish
from core.danish.dates import find_dates
from core.danish.tokens import content_words, lemma, normal, stem, words

_OPENER = re.compile(
    r"^(?:og |men |altså )?(?:(?:er|var) det (?:så |virkelig )?(?:rigtigt|korrekt|sandt|sådan|tilfældet|meningen)|"
    r"passer det|stemmer det|kan det passe|forholder det sig sådan|betyder det|vil det sige|is it (?:true|right))"
    r",?\s+(?:at|that)\s+",
    re.IGNORECASE,
)
_HELPER = re.compile(
    r"^(?:og |men |altså |mon )?(?:er|var|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|bliver|blev|"
    r"findes|fandtes|får|fik|is|are|was|were|does|do|did|has|have|had|can|could|will|would|should)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:ikke(?! (?:kun|alene|blot|bare|mindst|uden|ingen)\b)|(?<!ikke )(?:ingen|uden)|intet|ej|aldrig|hverken|"
    r"undtagen|"
    r"eksklusive?|ekskl|næppe|ophør\w*|bortfald\w*|afvis\w*|fraråd\w*|forkast\w*|afslå\w*|afslag|imod|"
    r"not|no|never|without)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"^(?:og |men )?(?:er|var|findes|fandtes|is|are|was|were) (?:der|there)\b", re.IGNORECASE)
_BELONGS = re.compile(
    r"^(?:(?:hører|tilhører|indgår|omfatt\w+|dækker|gælder|varetager)\b|(?:følger|er|var|tages|tæller)\b.*\bmed\b)",
    re.IGNORECASE,
)
_DER = re.compile(r"^\w+ der\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?:[^aeiouyæøå]et|[dkspt]t|aget|ået|ede|hørt|ført|kørt|lært|valgt|solgt|fulgt|lagt|bragt|spurgt|delt|talt)$"
)
# "bliver nogen fyret", "blev der flyttet penge": what is done to somebody or something is the verb
_SUFFERED = re.compile(
    r"^(?:og |men |mon )?(?:(?:bliver|blev) (?:der|nogen|nogle)|(?:er|var|skal|vil) (?:nogen|nogle))(?: \w+){0,2}? "
    r"(?P<deed>\w+(?:[dkspt]t|[^aeiouyæøå]et|aget|ået|ede))\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"^(?:og |men |mon |altså )?(?:er|har) (?!der\b)", re.IGNORECASE)
_ARTICLES = frozenset(("en", "et", "noget", "nogen", "som"))
_DETERMINERS = frozenset(("den", "det", "de", "en", "et", "denne", "dette", "disse", "og"))
_ALL = re.compile(
    r"\b(?:kun|alene|udelukkende|alle|samtlige|hele|altid|enhver|hver eneste|only|all|always)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Claim:
    """text: the claim without "er det rigtigt, at". predicate: words (lower case) of which a sentence must meet
    one to settle it: the verb where it opens the question, else all that is said of the subject. verb: the
    predicate is that verb. negated: the question denies. whole: words that widen or narrow it ("alle", "kun").
    existence: it asks whether there is something. belongs: whether one thing goes with another.
    thing: what it asks about after "der" ("flyttes der penge …"), else empty. done: it asks whether something
    has come about ("er X flyttet"). dated: it names a day, month or year. anybody: it asks whether
    it happens to anybody."""

    text: str
    predicate: tuple[str, ...]
    verb: bool
    negated: bool
    whole: tuple[str, ...] = ()
    existence: bool = False
    belongs: bool = False
    thing: str = ""
    done: bool = False
    dated: bool = False
    anybody: bool = False


def read_claim(text: str) -> Claim:
    """The claim of a yes/no question; what an English one says, in Danish words."""
    body = text[opening(text) :]
    deed = _SUFFERED.match(body)
    verb = body == text and (bool(deed) or not _HELPER.match(body))
    own = (normal(deed["deed"] if deed else next(words(body)).text),) if verb else ()
    said = own or _predicate(body, stated=body != text)
    return Claim(
        body,
        _in_danish(text, said),
        verb,
        negates(body),
        tuple(dict.fromkeys(found.lower() for found in _ALL.findall(body))),
        _THERE.match(body) is not None,
        _BELONGS.match(body) is not None,
        _thing(body),
        bool(_DONE.match(body) and said and _PARTICIPLE.search(said[0])),
        bool(find_dates(body)),
        bool(deed and verb and not _DER.match(body)),
    )


def _in_danish(text: str, predicate: tuple[str, ...]) -> tuple[str, ...]:
    if not is_english(text):
        return predicate
    return tuple(group[0] for group in to_danish(" ".join(predicate)))


def opening(text: str) -> int:
    """Where the claim begins after "er det rigtigt, at"; 0 where nothing stands before it."""
    found = _OPENER.match(text)
    return found.end() if found else 0


def plain_noun(text: str) -> set[str]:
    """Nouns that only carry an adjective which has a contrary ("en blivende konstruktion"): the adjective asks."""
    held = [normal(word.text) for word in words(text)]
    triples = zip(held, held[1:], held[2:], strict=False)
    return {
        noun for article, adjective, noun in triples if article in _ARTICLES and stem(adjective) in _contrary_stems()
    }


@lru_cache(maxsize=1)
def _contrary_stems() -> frozenset[str]:
    return frozenset(stem(word) for pair in antonyms() for group in pair for word in group)


def _predicate(body: str, *, stated: bool) -> tuple[str, ...]:
    """The words from the participle or infinitive on; all but the subject's first word where there is none."""
    content = [normal(word.text) for word in content_words(body)]
    if stated or _THERE.match(body):
        return tuple(content)
    held = [normal(word.text) for word in words(body)]
    for before, word in pairwise(held[1:]):
        if word in content and before not in _DETERMINERS and _verb(word):
            return tuple(content[content.index(word) :])
    return tuple(content[1:] or content)


def _thing(body: str) -> str:
    found = _DER.match(body)
    after = content_words(body[found.end() :]) if found else []
    held = [normal(word.text) for word in after]
    return next((word for word in held[:2] if not _PARTICIPLE.search(word)), held[0] if held else "")


def _verb(word: str) -> bool:
    """A participle or an infinitive, as far as its ending and the word list tell."""
    if _PARTICIPLE.search(word):
        return True
    return word.endswith(("es", "e")) and (lemma(word) == word or word.endswith("es")) and lemma(word).endswith("e")


def negates(text: str) -> bool:
    """True where the text denies something; "ikke kun" and "ikke uden" do not."""
    return _NEGATION.search(text) is not None
