"""A question read: what is asked, about what, for when, in which document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from answer.lexicon import Lexicon, light_first
from answer.understanding.claims import opening
from answer.understanding.followup import joined, leans_back
from answer.understanding.glossary import is_english, synonyms, to_danish
from answer.understanding.kinds import Asked, asked, is_keywords, split_parts
from answer.understanding.places import places_named, without_place
from answer.understanding.relative_times import relative_words
from answer.understanding.sources import named_kinds, source_words
from answer.understanding.spelling import mend_text, without_genitive
from answer.understanding.times import When, read_times
from core.danish.dates import find_dates
from core.danish.numbers import parse_word
from core.danish.roots import activities
from core.danish.tokens import content_words, fold, is_stop_word, lemma, normal, stem, words
from core.schema import Answer, Kind

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
_FRAME_WEIGHT = 0.25
# phrases that only join: their nouns are no topic
_JOINING = re.compile(
    r"\b(?:på grund|som følge|i forbindelse|med henblik|i stedet|ved hjælp|i forhold|i løbet|på baggrund|ud over|"
    r"spørgsmålstegn|i modsætning|i overensstemmelse|væk|bort|afsted)\b",
    re.IGNORECASE,
)
_SYNONYM = 0.55
_PART = 0.6
_RELATED = 0.9
_FIRST_PART = 0.85  # the first part of a compound whose last part says little
_OPENED = 0.7  # a longer word that opens with it
_DONE = 0.85  # what they do whom it names
_FIGURE = 0.3  # a number of one or two digits, which no word table holds
_VERB = 0.5  # the finite verb says less of the topic than its nouns
_STRANGE_VERB = 0.25  # and one that the collection lacks says next to nothing: it will have put it otherwise
_CLAUSE = 0.4  # words of a clause after "når", "hvis", "efter at": they say when it holds, not what it is
_CLAUSE_PLACE = re.compile(r",\s+(?:når|hvis|da|mens|efter(?: at)?|selv om)\s+(.+)$", re.IGNORECASE)
_PAST_VERB = re.compile(r"^[\wæøå]{3,}(?:ede|dte|kte|ttede)$")
_VERB_FORM = re.compile(r"(?:er|es|ede|te)$")
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
_NO_NOUN = re.compile(r"(?:ende|ede|te|lige|ligt|lig|iske?|isk|ige|igt|et|s)$")
_PARTICIPLE = re.compile(r"\b(?:bliver?|blevet|blev|være|været)\s+([\wæøå]{2,}t)\b", re.IGNORECASE)
_SUPINE = re.compile(r"\b(?:er|var|har|havde)(?: der)?\s+([\wæøå]{2,}[^\We]t)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:hvor mange|antallet af|antal) (?:af )?([\wæøå-]+)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# whether sources agree is asked of them, not told by them
_AGREE = re.compile(r"\b(?:u?enige?|uenighed\w*|modsig\w*|modstrid\w*|\w*overensstemmelse\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One topic word. word: as mended. weight: rarity 0..1. variants: stem → how well it stands for the
    word, 0..1. parts: stems of its compound parts, which together stand for it. known: the collection holds
    the word, one of its parts or another name of it. alike: or a word of like meaning. met: text → how well it
    is met there, kept because the same sentences are looked at again and again."""

    word: str
    weight: float
    variants: Mapping[str, float]
    known: bool
    parts: tuple[str, ...] = ()
    alike: bool = False
    met: dict[str, float] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a double question."""

    text: str
    kind: Asked
    terms: tuple[Term, ...]
    when: When


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. text: as asked. mended: typing errors undone, the subject of a follow-up put
    in. search: what the retriever gets. kinds: documents named by kind. subject: topic words, for the next
    turn. follows: subject taken from the turn before. places: keys of the municipalities it names."""

    text: str
    mended: str
    search: str
    kind: Asked
    terms: tuple[Term, ...]
    parts: tuple[Part, ...]
    when: When
    kinds: tuple[Kind, ...] = ()
    english: bool = False
    keywords: bool = False
    subject: str = ""
    follows: str = ""
    expansions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()


def understand(
    text: str,
    lexicon: Lexicon,
    aliases: Mapping[str, Sequence[str]] | None = None,
    previous: Answer | None = None,
    today: date | None = None,
    places: Collection[str] = (),
) -> Question:
    """Read a question. aliases: any name of a unit in lower case → its other names. places: keys of the
    municipalities whose papers are held."""
    aliases = aliases or {}
    english = is_english(text)
    clean = without_genitive(" ".join(text.split()))
    mended = clean if english else mend_text(clean, lexicon)
    follows = ""
    if previous is not None and leans_back(mended, len(_topics(mended, english)), previous):
        mended, follows = joined(mended, previous)
    named = places_named(mended, places)
    topic = without_place(mended, *named.values()) if len(named) == 1 else mended  # only its papers are searched
    terms = _terms(topic, lexicon, aliases, english)
    parts = _with_subject([_part(part, lexicon, aliases, english, today) for part in split_parts(topic)])
    question = Question(
        text=text,
        mended=mended,
        search=_search_text(topic, english),
        kind=parts[0].kind,
        terms=terms,
        parts=parts if len(parts) > 1 else (replace(parts[0], terms=terms),),
        when=read_times(mended, today),
        kinds=named_kinds(mended),
        english=english,
        keywords=is_keywords(mended),
        subject=follows or _subject(mended, english),
        follows=follows,
        expansions=_expansions(terms, aliases),
        places=frozenset(named),
    )
    return question


def is_frame(word: str) -> bool:
    """True for words that frame a question ("ansvar", "antal", "forskel") and say little of its topic."""
    return _FRAME.fullmatch(word) is not None


def is_thing(word: str) -> bool:
    """False for words with the ending of an adjective or a verb."""
    return _NO_NOUN.search(word) is None


def _part(text: str, lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], english: bool, today: date | None) -> Part:
    return Part(text, asked(text), _terms(text, lexicon, aliases, english), read_times(text, today))


def _with_subject(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A later part that only points back ("og hvem havde det i 2025?") takes the first part's topic."""
    first = parts[0]
    return (
        first,
        *(
            part if sum(term.weight > 0.3 for term in part.terms) > 1 else replace(part, terms=_both(part, first))
            for part in parts[1:]
        ),
    )


def _both(part: Part, first: Part) -> tuple[Term, ...]:
    own = {term.word for term in part.terms}
    return (*part.terms, *(term for term in first.terms if term.word not in own))


def _topics(text: str, english: bool) -> list[str]:
    """Topic words in order: no function words, no frame words, no document names, no bare years."""
    if english:
        return [group[0] for group in to_danish(text) if not _FRAME.fullmatch(group[0])]
    skip = source_words(text)
    found = [normal(word.text) for word in content_words(text)]
    return [
        word for word in found
        if not _FRAME.fullmatch(word) and not is_stop_word(word) and word not in skip
        and not word.isdigit() and len(word) > 1
    ]  # fmt: skip


def _terms(text: str, lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], english: bool) -> tuple[Term, ...]:
    groups = to_danish(text) if english else [[normal(word.text)] for word in content_words(text)]
    kind = asked(text)
    skip = source_words(text) | ({normal(found) for found in _AGREE.findall(text)} if kind is Asked.CONFLICT else set())
    timed = _time_words(text) | _joining_words(text)
    verbs = {normal(found) for found in _VERB_PLACE.findall(text)}
    verbs |= {normal(found) for found in _PARTICIPLE.findall(text)}
    verbs |= {normal(found) for pair in _LATER_VERB.findall(text) for found in pair if found}
    if kind in (Asked.YES_NO, Asked.CONFLICT):
        verbs |= {normal(found) for found in _FIRST.findall(text)}
    clause = _CLAUSE_PLACE.search(text)
    aside = {normal(word.text) for word in words(clause.group(1))} if clause else set()
    terms: dict[str, Term] = {}
    for group in groups:
        if group[0] in timed or (english and is_stop_word(group[0])):
            continue
        term = _term(group, lexicon, aliases, skip)
        if term is not None and english and _VERB_FORM.search(term.word) and lemma(term.word) != term.word:
            term = replace(term, weight=round(term.weight * _VERB, 4))
        if term is not None and not english:
            term = replace(term, weight=round(term.weight * _role(term, verbs, aside), 4))
        if term is not None:
            terms.setdefault(stem(term.word), term)
    return tuple(terms.values())


def _role(term: Term, verbs: set[str], aside: set[str]) -> float:
    """What a word's place in the sentence makes of its weight."""
    if term.word in verbs or _PAST_VERB.search(term.word):
        return _VERB if term.known else _STRANGE_VERB
    return _CLAUSE if term.word in aside else 1.0


def _joining_words(text: str) -> set[str]:
    """Words of joining phrases and of "er det rigtigt, at"."""
    joining = " ".join((text[: opening(text)], *(found.group() for found in _JOINING.finditer(text))))
    return {normal(word.text) for word in words(joining)}


def _time_words(text: str) -> set[str]:
    """Words of the dates a question names: they say when, not what."""
    told = (*(text[span.start : span.end] for span in find_dates(text)), relative_words(text))
    return {normal(word.text) for said in told for word in words(said)}


def _term(group: Sequence[str], lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], skip: set[str]) -> Term | None:
    word = group[0]
    if (len(word) < 2 and not word.isdigit()) or parse_word(word) is not None or _YEAR.fullmatch(word):
        return None
    variants: dict[str, float] = {}
    for i, alternative in enumerate(group):
        for token in alternative.split():
            _add(variants, token, 1.0 if i == 0 else 0.9, lexicon, aliases)
    known = any(lexicon.frequency(variant) for variant, strength in variants.items() if strength >= _PART)
    weight = lexicon.weight(_rarest(variants, stem(word.split()[0]), lexicon))
    if _FRAME.fullmatch(word) or word in skip:
        weight *= _FRAME_WEIGHT
    if word.isdigit() and len(word) < 3:
        weight, known = _FIGURE, True
    parts = lexicon.parts(word) if " " not in word else ()
    alike = known or any(lexicon.frequency(variant) for variant in variants)
    return Term(word, round(weight, 4), variants, known, parts or _full_name(aliases.get(word, ())), alike)


def _full_name(names: Sequence[str]) -> tuple[str, ...]:
    """Stems of the longest name that a short form stands for, in order; they stand for it together."""
    longest = max(names, key=len, default="")
    return tuple(stem(word.text) for word in words(longest)) if " " in longest else ()


def _rarest(variants: Mapping[str, float], own: str, lexicon: Lexicon) -> str:
    """The stem that says how rare the word is: its own, or a name it stands for when it is not held."""
    if lexicon.frequency(own):
        return own
    held = [variant for variant, strength in variants.items() if strength >= _OPENED and lexicon.frequency(variant)]
    return min(held, key=lexicon.frequency, default=own)


def _add(
    variants: dict[str, float],
    word: str,
    strength: float,
    lexicon: Lexicon,
    aliases: Mapping[str, Sequence[str]],
) -> None:
    """The word's own stem, its compound parts, its other names and its synonyms."""
    own = stem(word)
    variants[own] = max(variants.get(own, 0.0), strength)
    if not lexicon.frequency(own):
        for related in (*lexicon.relatives(word), *lexicon.misread(word)):
            variants.setdefault(related, _RELATED * strength)
        for opened in lexicon.openings(word):
            variants.setdefault(opened, _OPENED * strength)
        for done in filter(lexicon.frequency, map(stem, activities(word))):
            variants.setdefault(done, _DONE * strength)
        _add_first_part(variants, word, strength, lexicon)
    for part in lexicon.parts(word):
        variants.setdefault(part, _PART * strength)
    for name in aliases.get(word, ()):
        if " " not in name:
            variants.setdefault(stem(name), 0.9 * strength)
    for other in synonyms(word):
        variants.setdefault(stem(other), _SYNONYM * strength)


def _add_first_part(variants: dict[str, float], word: str, strength: float, lexicon: Lexicon) -> None:
    """What a compound with an empty last part is about (erhvervsarbejdet → erhverv)."""
    first = light_first(word)
    if not first:
        return
    variants.setdefault(stem(first), _FIRST_PART * strength)
    for opened in lexicon.openings(first):
        variants.setdefault(opened, _OPENED * strength)
    for other in synonyms(first):
        variants.setdefault(stem(other), _SYNONYM * strength)


def _subject(text: str, english: bool) -> str:
    """The topic words, with what stands between them when they are neighbours."""
    topics = set(_topics(text, english))
    if english:
        return " ".join(list(dict.fromkeys(_topics(text, english)))[:4])
    topics = (topics - _no_subject(text)) or topics
    held = [word for word in content_words(text) if normal(word.text) in topics]
    if not held:
        return ""
    best = [held[0]]
    for word in held[1:]:
        if word.start - best[-1].end > 5 or len(best) >= 4:
            break
        best.append(word)
    return text[best[0].start : best[-1].end]


def _no_subject(text: str) -> set[str]:
    """Verbs, and the noun that is counted: what is asked of the subject."""
    found = {*_VERB_PLACE.findall(text), *_PARTICIPLE.findall(text), *_SUPINE.findall(text), *_AGREE.findall(text)}
    found |= {verb for pair in _LATER_VERB.findall(text) for verb in pair if verb}
    if asked(text) in (Asked.YES_NO, Asked.CONFLICT):
        found |= set(_FIRST.findall(text))
    return {normal(word) for word in (*found, *_COUNTED.findall(text))}


def _search_text(text: str, english: bool) -> str:
    if not english:
        return text
    return f"{text} {' '.join(group[0] for group in to_danish(text))}"


def _expansions(terms: Sequence[Term], aliases: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {}
    for term in terms:
        names = tuple(aliases.get(fold(term.word), ())) or tuple(aliases.get(term.word, ()))
        if names:
            found[term.word] = names
    return found
