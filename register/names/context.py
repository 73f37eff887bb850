"""Units that a sentence names only as "udvalget" or "forvaltningen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from register.names.unit_forms import Mention, find_names
from register.names.units import UnitIndex
from register.owners.owner_names import heading_owner
from register.sentences.reading import Statement

_BARE = re.compile(
    r"(?<![\w-])(?P<word>[Uu]dvalget|[Ff]orvaltningen(?! af\b)|[Ff]orvaltningerne|[Uu]dvalgene|[Aa]fdelingen|"
    r"[Ee]nheden|"
    r"[Aa]lle (?:fag)?udvalg|[Aa]lle (?:fag)?forvaltninger|[Ff]agudvalgene|[Ff]agforvaltningerne|"
    r"[Cc]ent(?:e?re)t|[Ss]ekretariatet|[Bb]estyrelsen|[Tt]askforcen|"
    r"[Dd]enne (?:afdeling|enhed|forvaltning)|[Dd]ette (?:center|udvalg|sekretariat)|"
    r"[Dd]et nye (?:center|udvalg)|[Dd]en nye (?:forvaltning|afdeling))(?P<s>s)?(?![\w-])"
)
_PARAGRAPH = re.compile(r"^[^\S\n]*§\s*\d+\s?[a-z]?\.\s+(?:Stk\.\s*1\.\s+)?", re.MULTILINE)
_FAR = 4000  # characters; no § of a statute is longer
_LETTERHEAD = 500  # characters
_CLEARLY = 4  # times as often as the next unit of its kind
_GOVERNED = re.compile(
    r"\b(?:under|til|fra|af|hos|i|med|ved|for|mellem|jf\.?)\s+(?:det\s+|den\s+|de\s+)?$", re.IGNORECASE
)
_RENAMED = re.compile(
    r"\b(?:ændre|omdan|omdøb|omlæg|erstatt)\w*\b[^.]{0,90}\b(?:til|af)\s+(?:det\s+|den\s+|et\s+|en\s+)?(?:nye\s+|"
    r"nyt\s+)?$"
)
_TYPES = {
    "udvalget": "udvalg",
    "forvaltningen": "forvaltning",
    "afdelingen": "center",
    "enheden": "center",
    "centeret": "center",
    "centret": "center",
    "sekretariatet": "center",
    "denne afdeling": "center",
    "denne enhed": "center",
    "denne forvaltning": "forvaltning",
    "dette center": "center",
    "dette udvalg": "udvalg",
    "dette sekretariat": "center",
    "det nye center": "center",
    "det nye udvalg": "udvalg",
    "den nye forvaltning": "forvaltning",
    "den nye afdeling": "center",
}
_IF = r"^\W*(?:Når|Hvis|Såfremt|Hver gang|(?!Der\b|Her\b|Efter\b|Under\b)[A-ZÆØÅ][a-zæøå]*r)"  # or "Kommer en enhed …,"
_GENERIC = {  # any unit of that kind, named before in the same sentence
    "center": re.compile(rf"{_IF} (?:en (?:enhed|afdeling)|et (?:center|sekretariat))\b[^;]*,"),
    "udvalg": re.compile(rf"{_IF} et udvalg\b[^;]*,"),
    "forvaltning": re.compile(rf"{_IF} en forvaltning\b[^;]*,"),
}
_NAMED_NEW = re.compile(r"\b(?:til|hedde|hedder|navnet|som|etableres|oprettes|dannes)\s+(?:det nye\s+|den nye\s+)?$")


def bare_mentions(text: str, known: Sequence[Mention]) -> list[Mention]:
    """Places where a unit is named by its kind alone."""
    taken = {m.start for m in known}
    found = []
    for match in _BARE.finditer(text):
        if match.start() not in taken and not any(m.start <= match.start() < m.end for m in known):
            word = match["word"]
            found.append(
                Mention(match.start(), match.end(), word[0].upper() + word[1:], "bare", match["s"] is not None)
            )
    return found


@dataclass(frozen=True)
class Whole:
    """What a bare word can be resolved from beside its own sentence. title: the document's title and file name."""

    text: str
    title: str
    index: UnitIndex


def resolve(mention: Mention, statement: Statement, before: Sequence[Mention], whole: Whole) -> Mention:
    """The unit a bare word means: one in the statement's headings, else the last of its kind the section
    speaks of, else the issuer in the letterhead or title, else the only one of its kind, where that is more
    than a name in passing further on. A word that stays open keeps its own letters."""
    meant = _meant(mention, statement, before, whole)
    return meant if _may_mean(mention, meant) else replace(meant, text=mention.text)


def _meant(mention: Mention, statement: Statement, before: Sequence[Mention], whole: Whole) -> Mention:
    kind = _TYPES.get(mention.text.lower())
    if kind is None:
        return replace(mention, type="andet")
    if _GENERIC[kind].search(statement.text[: mention.start - statement.start]):
        return replace(mention, text=mention.text.lower(), type="andet")  # "Er en enhed bagud, retter enheden op"
    index = whole.index
    own = _of_paragraph(mention, kind, whole)
    if own:
        return replace(mention, text=own, type=kind)
    if " nye " in mention.text:
        made = [m for m in before if m.type == kind and _NAMED_NEW.search(whole.text, max(0, m.start - 40), m.start)]
        return replace(mention, text=made[-1].text if made else mention.text, type=kind)
    for heading in reversed(statement.section):
        named = [u for u in index.units if u.type == kind and _named_in(u.name, heading)]
        if len(named) == 1:
            return replace(mention, text=named[0].name, type=kind)
    if kind == "center" and statement.section and (owner := heading_owner(statement.section[-1])):
        return replace(mention, text=owner, type=kind)
    recent = [m for m in before if m.type == kind and _may_mean(mention, m)]
    spoken_of = [m for m in recent if not _governed(whole.text, m)]
    sole = len({m.text for m in recent}) == 1 and (len(recent) > 1 or kind == "center")
    if spoken_of or sole:
        return replace(mention, text=(spoken_of or recent)[-1].text, type=kind)
    letterhead = (m for m in index.mentions[:3] if m.type == kind and m.start < min(_LETTERHEAD, mention.start))
    issuer = next((m for m in letterhead if not _GOVERNED.search(whole.text, max(0, m.start - 24), m.start)), None)
    issuer = issuer or next((m for m in find_names(whole.title) if m.type == kind), None)
    return replace(mention, text=issuer.text if issuer else _main(mention, kind, whole), type=kind)


def _may_mean(mention: Mention, other: Mention) -> bool:
    """False where the other unit, too, goes by another kind alone, or is no secretariat and this is: "Sekretariatet"
    is not "Enheden"."""
    word, name = mention.text.lower(), other.text.lower()
    return (name not in _TYPES or name == word) and ("sekretariat" not in word or "sekretariat" in name)


def _of_paragraph(mention: Mention, kind: str, whole: Whole) -> str:
    """The unit a numbered paragraph opens with ("§ 7. <unit> består af …"), "" where its own § opens otherwise."""
    opened = [m.end() for m in _PARAGRAPH.finditer(whole.text, max(0, mention.start - _FAR), mention.start)]
    if not opened:
        return ""
    return next((m.text for m in whole.index.mentions if m.start == opened[-1] and m.type == kind), "")


def _governed(text: str, mention: Mention) -> bool:
    """True for a unit a sentence only names on the way; the new name of a body that changes is not."""
    if _RENAMED.search(text, max(0, mention.start - 120), mention.start):
        return False
    return _GOVERNED.search(text, max(0, mention.start - 24), mention.start) is not None


def _main(mention: Mention, kind: str, whole: Whole) -> str:
    every = sorted((u for u in whole.index.units if u.type == kind), key=lambda u: -len(u.places))
    if not every or (len(every) > 1 and len(every[0].places) <= _CLEARLY * len(every[1].places)):
        return mention.text
    first = every[0].places[0][1].start
    governed = _GOVERNED.search(whole.text, max(0, first - 24), first) is not None
    in_passing = len(every[0].places) == 1 and (governed or first > mention.start)
    return mention.text if in_passing else every[0].name


def _named_in(name: str, heading: str) -> bool:
    stem = re.sub(r"(?:et|en)$", "", name.lower())
    return stem in heading.lower()
