"""What a question says of a task, seen from one row: its words without the units that only name the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.compose.common import Context
from answer.matching import coverage, match
from answer.question import Part
from answer.understanding.roles import is_frame
from answer.understanding.ruled_out import ruled_out
from answer.understanding.terms import Term
from core.danish.tokens import is_stop_word, normal, words
from core.schema import Responsibility

# words that say that somebody has a task, not which
_HAVING = re.compile(
    r"(?:driv\w*|drifte[rs]?|varetage\w*|passe[rs]?|styre[rs]?|ansvarlig\w*|liggende|behold\w*|hjemme|fast|formel\w*|"
    r"overdrage\w*|overfør\w*|overtog|flytte\w*|flyttet|skifte\w*|overgå\w*|samlede|hånd|indtil|december|januar|"
    r"ligge|lå|stå|stod|handle[rs]?|høre?[rs]?|findes|endte|ender|havne[rt]?|havnede|bord(?:et)?|gennemført|placere\w*|forankre\w*)"
)
# "efter sammenlægningen", "før den nye vedtægt": when, not what
_OCCASION = re.compile(
    r"\b(?:før|efter|inden|siden|når|after|before)\s+(?:og\s+(?:før|efter)\s+)?(?:(?:den|det|de|nye?|gamle|the|new)\s+)*"
    r"([\wæøå]+)",
    re.IGNORECASE,
)
# what follows says when, not what: "…, når reformen er indfaset", "… efter at vedtægten er ændret"
_LATER_CLAUSE = re.compile(
    r"(?<=\w)(?:,\s*|\s+)(?:når|efter(?: at)?|da|hvis|mens|idet|før|inden|indtil|siden|when|after|before|until)"
    r"\s+(?=\w).*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\d.,]+")  # which rows it falls in, their limits tell
_NAME = re.compile(r"(?<=\w )[A-ZÆØÅ][a-zæøå]{2,}\b")  # capitalised inside a sentence
_ASIDE = 0.3
_EMPTY = re.compile(r"(?:opgave\w*|hørte?|indsats\w*|arbejdet?|område\w*|københavns|by|byens|kommunal\w*)")
_SAID = 0.5
_BODY = re.compile(r"(?:s?udvalget?|s?forvaltningen?|s?afdelingen?)$")
AGREES, DIFFERS = 0.08, -0.1  # what it adds that a row holds a unit the question names, or none of them


def unit_keys(context: Context, text: str) -> frozenset[str]:
    """Keys of the units a text names; a committee and its administration share theirs."""
    found = set()
    for value in context.names.find(text):
        unit = context.names.unit(value.text)
        found.add(_BODY.sub("", normal(unit.name if unit else value.text)))
    return frozenset(key for key in found if key)


def main_clause(text: str) -> str:
    """A question without the clause that says when."""
    return _LATER_CLAUSE.sub("", text)


def municipalities(context: Context, text: str) -> frozenset[str]:
    """Words of a question that name the municipality whose papers are read ("i Hedeby"): where, not what."""
    found = set()
    for name in _NAME.findall(text):
        own = re.compile(
            rf"\b{re.escape(name.removesuffix('s'))}s? (?:Kommune|Byråd|Kommunalbestyrelse)s?\b", re.IGNORECASE
        )
        if any(own.search(document.cleaned) or own.search(document.title) for document in context.documents.values()):
            found.add(normal(name))
    return frozenset(found)


class Topic:
    """The topic of one part of a question, ready to be held against rows."""

    def __init__(self, context: Context, part: Part) -> None:
        self._context = context
        names = {normal(name): unit for unit in context.names.units for name in (unit.name, *unit.abbreviations)}
        kept = [
            t for t in part.terms if not _FIGURE.fullmatch(t.word) and t.weight > 0 and not _HAVING.fullmatch(t.word)
        ]
        later = _LATER_CLAUSE.search(part.text)
        occasion = {normal(word) for word in _OCCASION.findall(part.text)}
        occasion |= {normal(word.text) for word in words(later.group())} if later else set()
        kept = [replace(t, weight=_ASIDE * t.weight) if t.word in occasion else t for t in kept]
        kept = [t for t in kept if t.word not in municipalities(context, part.text)]
        apart = ruled_out(part.text)
        self._apart = [t for t in part.terms if t.word in apart]
        kept = [t for t in kept if t.word not in apart]
        self.units = unit_keys(context, part.text)
        self._unit_terms = [t for t in kept if t.word in names]
        self._words = [t for t in kept if t.word not in names]
        self.things = {normal(names[t.word].name) for t in self._unit_terms}

    def of(self, row: Responsibility) -> Sequence[Term]:
        """The terms to find in a row: units too where the row's task is told by a unit."""
        if self._unit_terms and (not self._words or self.is_thing(row) or self._told_by_unit(row)):
            return [*self._words, *self._unit_terms]
        return self._words

    def is_thing(self, row: Responsibility) -> bool:
        """True where the task is itself a unit that the question names ("CSV", a centre that moves)."""
        task = normal(row.task)
        return any(task == thing or task.endswith(f" {thing}") for thing in self.things)

    def _told_by_unit(self, row: Responsibility) -> bool:
        """ "De opgaver som hørte under Skoleudvalget": without the unit nothing of the task is left."""
        return bool(self.units & unit_keys(self._context, row.task))

    def rules_out(self, text: str) -> bool:
        """True for a text of what the question sets apart ("og ikke på en skole")."""
        return any(match(term, text) >= _SAID for term in self._apart)

    def agreement(self, row: Responsibility, text: str) -> float:
        """Up where the row holds a unit of the question, down where it holds other units only."""
        if not self.units:
            return 0.0
        held = unit_keys(self._context, f"{row.to_unit}; {row.from_unit}; {row.task}; {text}")
        return AGREES if self.units & held else DIFFERS


def named_share(context: Context, task: str, topic: Sequence[Term]) -> float:
    """Share of the task's own content words that the question says, in any form; units and words that say
    little of any task ("opgaver", "hørte") left out."""
    units = {normal(word.text) for value in context.names.find(task) for word in words(value.text)}
    every = [word.text for word in words(task) if not is_stop_word(word.text)]
    own = [w for w in every if normal(w) not in units and not is_frame(normal(w)) and not _EMPTY.fullmatch(normal(w))]
    own = own or every
    return sum(any(match(term, word) >= _SAID for term in topic) for word in own) / max(len(own), 1)


def says_little(text: str) -> bool:
    """True for words that name no task of their own ("opgaverne", "ansvaret")."""
    own = [normal(word.text) for word in words(text) if not is_stop_word(word.text)]
    return all(is_frame(word) or _EMPTY.fullmatch(word) or "ansvar" in word for word in own)


def covered(topic: Sequence[Term], row: Responsibility, around: str) -> float:
    """Share of the topic's weight that the row and what stands around it meet."""
    return coverage(topic, row.task, f"{row.area} {around} {' '.join(row.conditions)}")
