"""Whether a sentence says that a claim holds: which of its words it meets, which it turns round, what it denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.clauses import conditional, of_some_only
from answer.matching import match, ordered_stems, stems
from answer.understanding.claims import Claim, negates
from answer.understanding.glossary import antonyms, synonyms
from answer.understanding.terms import Term
from core.danish.tokens import is_stop_word, lemma, normal, stem, word_texts

_MET = 0.5  # match from which a word counts as met
_ALIKE = 0.55  # a word of the same root as one of the same meaning
_TOGETHER = re.compile(r"\bsammen\b", re.IGNORECASE)  # has the stem of "samme"
_JOINED = re.compile(r"\bsammen([a-zæøå]{4,})", re.IGNORECASE)
_MOSTLY = 0.75  # of the question's words that a sentence meets
_KIN = 0.8  # a word of the same root ("behandlet" for "behandling")
_SHORTEST_ROOT = 4
_LONG_PART, _FIRST_PART = 5, 0.55
_CLAUSE = re.compile(
    r"[,;:()–]\s+|\s+[-–]\s+|\s+(?=(?:men|hvorfor|mens|dog|hvoraf|selvom|selv om|ligesom|da|fordi|idet|hvis)\b)"
)
# "borgere, der bor i byen, skal ikke betale": what is said goes on behind the clause set in
_SET_IN = re.compile(r",\s+((?:der|som)\s[^,;:()]{3,160}),\s+")
_LATER_ON = re.compile(r"\bførst\b(?! og fremmest)", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:s|t|d|e|r|n|et|en|er|es|ede|te|ne|ing|else|elsen|ning|ningen|inger|elser|ende|lig|isk|ig|or|ere|st)*"
)
# "efterspørge" is no kind of "spørge"
_PARTICLE = re.compile(
    r"(?:af|an|be|bi|efter|for|fore|fra|gen|hen|imod|ind|med|mis|mod|ned|om|op|over|på|sam|til|ud|under|ved|vide)$"
)
_REMAINS = re.compile(
    r"\bbliver? (?:(?:derimod|dog|fortsat|stadig|altså|alligevel) )?(?=(?:i|på|hos|liggende|siddende|stående)\b)|"
    r"\bbliver?(?=, hvor\b)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"^(?:[-•–*]\s*)?(?:at\b|[A-ZÆØÅ][a-zæøå]+e\b)", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:skal|vil|kan|bør|forventes|planlægges|senest)\b", re.IGNORECASE)
_INCLUDES = re.compile(
    r"\b(?:inkl\w*|ekskl\w*|herunder|omfatt\w*|indgår|indeholder|følger|undtag\w*|medregnet)\b", re.IGNORECASE
)
_EXISTS = re.compile(r"\b(?:der|har|havde|findes|fandtes|indeholder|omfatter|består|foreligger)\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:foreslå\w*|indstiller?|indstilles|søges|ønsker?|forslag|opfordrer)\b", re.IGNORECASE)
# "det har været drøftet, om …" tells that something was thought of, not that it is so
_WONDERED = re.compile(
    r"\b(?:drøft|overvej|undersøg|vurder|afklar|spurg|spørg|diskuter|debatter|analyser|belys|uvist|uafklare|usikker|"
    r"tvivl|stilling til)\w*(?: [\w-]+){0,8}?,? (?:om|hvorvidt)\b",
    re.IGNORECASE,
)
_BY_NOW = re.compile(r"\b(?:allerede|endnu)\b", re.IGNORECASE)  # what stays as it is does not tell how far it has come
_HAPPENED = re.compile(r"^(?:\w+ede|\w+te|blev|har|var|havde|fik)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence stands to a claim. verdict: "ja", "nej" or "". predicate: how well it meets what is
    claimed, 0..1. turned: it uses a contrary word. denied: it denies. Both in the clause that matters."""

    verdict: str
    predicate: float
    turned: bool
    denied: bool
    clause: str = ""


def strength(term: Term, text: str) -> float:
    """How well a term is met in a text: as everywhere, or by a word of the same root, also at a compound's end."""
    held = stems(text)
    said = (value for variant, value in term.variants.items() if variant in held and not _scrap(variant, term))
    found = max(said, default=0.0)
    if found < _KIN and len(term.parts) > 1 and match(term, text) > _KIN:  # a compound written apart
        return match(term, text)
    found = max(found, meaning(term.word, text)) if found < _KIN else found
    return max(found, _FIRST_PART) if found < _FIRST_PART and _opens(stem(term.word), text) else found


def _scrap(variant: str, term: Term) -> bool:
    """A short part of a compound ("over" of "overtager") says nothing by itself."""
    return variant in term.parts and len(variant) < _LONG_PART


@lru_cache(maxsize=50_000)
def _opens(own: str, text: str) -> bool:
    """True where a longer word of the text begins with this one ("koncern" in "koncernenhederne")."""
    return len(own) >= _LONG_PART and any(normal(word).startswith(own) for word in word_texts(text))


def meaning(word: str, text: str) -> float:
    """How well a word is met by its root or that of one like it ("overtager" by "ressortflyt")."""
    if stem(word) in stems(text) or _kin(word, text) or _in_one(word, text):
        return _KIN
    return _ALIKE if any(_kin(other, text) for other in synonyms(word)) else 0.0


def _in_one(word: str, text: str) -> bool:
    """True for both words of "lægges sammen" where the text has "sammenlægges"."""
    rests = _JOINED.findall(text)
    return bool(rests) and (_TOGETHER.fullmatch(word) is not None or any(stem(r) == stem(word) for r in rests))


def contrary(word: str, text: str) -> bool:
    """True where the text has a word that excludes this one ("midlertidig" for "varig", "ubemandet" for "bemandet").
    The "sammen" of "lægges sammen" has none."""
    if _TOGETHER.fullmatch(word):
        return False
    own, said = stem(word), _all_stems(text)
    for mine, against in _opposed(own):
        if not said.isdisjoint(against) and said.isdisjoint(mine):
            return True
    return own not in said and not said.isdisjoint(_un(own))


@lru_cache(maxsize=2000)
def _opposed(own: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of contraries in which a stem stands on the first side only."""
    both = (pair for one, other in _groups() for pair in ((one, other), (other, one)))
    return tuple((mine, against) for mine, against in both if own in mine and own not in against)


def _alike(word: str, text: str) -> bool:
    """True where the text has another word on the same side of a pair of contraries ("samme", "fastholdes")."""
    own, said = stem(word), _all_stems(text)
    return any(own in side and said & side for pair in _groups() for side in pair)


def read(claim: Claim, terms: Sequence[Term], text: str) -> Reading:
    """A sentence against a claim. terms: the question's."""
    text = _REMAINS.sub("forbliver ", text)
    clause = _clause(text, terms, claim)
    turned = _turned(claim, clause)
    predicate = max(_predicate(claim, terms, text), 0.9 if turned else 0.0)
    denied = negates(clause)
    against = (denied != claim.negated) != turned
    open_ = predicate < _MET or (not denied and negates(text) and not _decides(clause, text, terms))
    open_ |= bool(_HAPPENED.match(claim.text)) and bool(_PROPOSED.search(text) or _only_meant(text))
    open_ |= bool(_LATER_ON.search(clause)) and not _LATER_ON.search(claim.text) and (turned or claim.dated)
    open_ |= claim.done and not denied and _yet_to_come(claim, clause)
    open_ |= claim.existence and not denied and not _EXISTS.search(text)
    open_ |= only_wondered(claim, terms, text) or (turned and bool(_BY_NOW.search(claim.text)))
    open_ |= conditional(text, claim.text) or (denied and of_some_only(text, negates))
    return Reading("" if open_ else "nej" if against else "ja", predicate, turned, denied, clause)


def only_wondered(claim: Claim, terms: Sequence[Term], text: str) -> bool:
    """True where a sentence tells only that it was asked or weighed whether the claim holds, and the question does not
    ask that."""
    found = _WONDERED.search(text)
    if found is None or any(meaning(verb, found.group()) >= _MET for verb in claim.predicate[:1]):
        return False
    return _weight(terms, text[found.end() :]) >= _MOSTLY * _weight(terms, text)


def _turned(claim: Claim, clause: str) -> bool:
    """True where the clause has a contrary of what is claimed, and nothing of its own side."""
    said = [normal(word) for word in word_texts(_TOGETHER.sub(" ", claim.text))]
    return any(contrary(word, clause) for word in claim.predicate) and not any(_alike(word, clause) for word in said)


def _yet_to_come(claim: Claim, clause: str) -> bool:
    """True where the clause tells what is asked about as planned ("flyttes", "skal flyttes") and not as done."""
    forms = [normal(word) for word in word_texts(clause) if any(meaning(verb, word) for verb in claim.predicate[:1])]
    if any(form.endswith(("t", "ede", "te")) for form in forms):
        return False
    return any(form.endswith("es") for form in forms) or _PLANNED.search(clause) is not None


def _only_meant(text: str) -> bool:
    """True for a point of a list in the infinitive ("Indlede en dialog"): what is to happen, not what is."""
    first = _INFINITIVE.match(text)
    word = normal(first.group().lstrip("-•–* ")) if first else ""
    return word == "at" or (word.endswith("e") and not is_stop_word(word) and lemma(word) == word and len(word) > 3)


def _predicate(claim: Claim, terms: Sequence[Term], text: str) -> float:
    """How well a sentence meets what is said of the subject: the verb in any form, or the share of the rest."""
    said = [term for term in terms if term.word in claim.predicate]
    if claim.belongs and _INCLUDES.search(text):
        return _ALIKE
    if claim.verb:
        return max([strength(term, text) for term in said] + [meaning(word, text) for word in claim.predicate])
    whole = sum(term.weight for term in said)
    return sum(term.weight * strength(term, text) for term in said) / whole if whole else 0.0


def _clause(text: str, terms: Sequence[Term], claim: Claim) -> str:
    """The clause that meets most of the question; one with the verb asked about, where there is one."""
    verbs = claim.predicate if claim.verb else ()
    whole = _SET_IN.sub(r" \1 ", text)
    clauses: list[str] = [*_CLAUSE.split(text), *(_CLAUSE.split(whole) if whole != text else ())]
    return max(
        clauses,
        key=lambda clause: (any(meaning(verb, clause) >= _MET for verb in verbs), _weight(terms, clause)),
    )


def _decides(clause: str, text: str, terms: Sequence[Term]) -> bool:
    """True where the clause alone meets most of what the whole sentence does, so that a denial elsewhere in
    the sentence is about something else."""
    return _weight(terms, clause) >= _MOSTLY * _weight(terms, text)


def _weight(terms: Sequence[Term], text: str) -> float:
    return sum(term.weight * max(strength(term, text), 0.9 if contrary(term.word, text) else 0.0) for term in terms)


@lru_cache(maxsize=50_000)
def _kin(word: str, text: str) -> bool:
    root = _root(word)
    if len(root) < _SHORTEST_ROOT:
        return False
    return any(_same_root(root, normal(other)) for other in word_texts(text) if not is_stop_word(other))


def _root(word: str) -> str:
    """The stem without a doubled last letter ("flytt" → "flyt")."""
    own = stem(word)
    return own[:-1] if len(own) > _SHORTEST_ROOT and own[-1] == own[-2] else own


def _same_root(root: str, other: str) -> bool:
    at = other.find(root)
    if at < 0 or (at > 0 and (at < 3 or _PARTICLE.match(other[:at]))):
        return False
    return _ENDING.fullmatch(other[at + len(root) :]) is not None


def _un(own: str) -> tuple[str, ...]:
    """ "bemand" and "ubemand": the stem with u- before it, and without where it has one."""
    longer = (f"u{own}",) if len(own) > _SHORTEST_ROOT else ()
    return (*longer, own[1:]) if own.startswith("u") and len(own) > _SHORTEST_ROOT + 1 else longer


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(map(stem, a)), frozenset(map(stem, b))) for a, b in antonyms())


@lru_cache(maxsize=20_000)
def _all_stems(text: str) -> frozenset[str]:
    return frozenset(ordered_stems(_TOGETHER.sub(" ", text)))
