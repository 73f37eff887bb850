"""A question read: what is asked, about what, for when, in which document."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from answer.lexicon import Lexicon
from answer.understanding.broad import of_thing
from answer.understanding.followup import joined, leans_back
from answer.understanding.glossary import is_english, to_danish
from answer.understanding.kinds import Asked, asked, is_keywords, split_parts
from answer.understanding.places import places_named, without_place
from answer.understanding.roles import no_subject
from answer.understanding.sources import named_kinds
from answer.understanding.spelling import mend_text, without_genitive
from answer.understanding.terms import Term, terms_of, topic_words
from answer.understanding.times import When, read_times
from core.danish.tokens import content_words, fold, normal
from core.schema import Answer, Kind


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
    if previous is not None and leans_back(mended, len(topic_words(mended, english)), previous):
        mended, follows = joined(mended, previous)
    named = places_named(mended, places)
    topic = without_place(mended, *named.values()) if len(named) == 1 else mended  # only its papers are searched
    topic = of_thing(topic) or topic
    terms = terms_of(topic, lexicon, aliases, english)
    parts = _with_subject([_part(part, lexicon, aliases, english, today) for part in split_parts(topic)])
    return Question(
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


def _part(text: str, lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], english: bool, today: date | None) -> Part:
    return Part(text, asked(text), terms_of(text, lexicon, aliases, english), read_times(text, today))


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


def _subject(text: str, english: bool) -> str:
    """The topic words, with what stands between them when they are neighbours."""
    topics = set(topic_words(text, english))
    if english:
        return " ".join(list(dict.fromkeys(topic_words(text, english)))[:4])
    topics = (topics - no_subject(text)) or topics
    held = [word for word in content_words(text) if normal(word.text) in topics]
    if not held:
        return ""
    best = [held[0]]
    for word in held[1:]:
        if word.start - best[-1].end > 5 or len(best) >= 4:
            break
        best.append(word)
    return text[best[0].start : best[-1].end]


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
