"""A body named by its kind alone ("Rådet", "Enheden") behind the sentence that sets it up or says its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from register.names.unit_forms import Mention
from register.sentences.reading import Statement

_BARE = re.compile(
    r"(?:Udvalget|Rådet|Enheden|Gruppen|Bestyrelsen|Arbejdsgruppen|Styregruppen|Selskabet|Nævnet|Teamet|Afdelingen|"
    r"Cent(?:e?re)t|Foreningen|Kredsen|Sekretariatet|Forummet)$"
)
_MADE = re.compile(
    r"\b(?:nedsæt|nedsat|etabler|oprett|dann)[a-zæøå]*\s+(?:(?!et\b|en\b)[a-zæøå]+\s+){0,3}(?P<article>et|en)\s+"
    r"(?P<body>(?:§\s?\d+,?\s+stk\.\s?\d+-)?[^,.;:§]{3,70}?)"
    r"(?:,\s+(?:kaldet\s+|med\s+navnet\s+)?(?P<called>[A-ZÆØÅ][\wæøå-]+(?:\s+(?:og\s+)?[A-ZÆØÅ][\wæøå-]+){0,3}))?"
    r"(?=[,.;:]|\s(?:som|der|med|bestående|til|under|i|på|for|af|hos|fra|pr)\b|$)"
)
_NAMED = re.compile(
    r"(?:^|\b(?:at|og) )(?P<name>[A-ZÆØÅ][\wæøå-]+(?: (?:og |for )?[A-ZÆØÅ][\wæøå-]+){1,4}) "
    r"(?:etableres|oprettes|dannes)\b[^;.]*(?:,| og) "
)
_UNITS = ("enheden", "afdelingen", "centret", "centeret", "selskabet", "teamet")
_ABOUT = re.compile(r"\s(?:om|vedrørende)\s")
_PLACED = re.compile(r"\b(?:placeres|samles|forankres|flyttes|overgår|lægges)\b[^.;,]{0,60}\b(?:i|hos|til|under)\s+$")
_NO_DEPARTMENT = ("udvalg", "råd", "borgmester")
_SENTENCES_BACK = 2
_GENERAL = re.compile(r"(?:by|region|kommunal|amts|folke)\w*$", re.IGNORECASE)


def with_full_names(
    own: Sequence[Mention], statement: Statement, before: Sequence[Statement], known: Sequence[Mention] = ()
) -> list[Mention]:
    """The mentions of a sentence with such words named in full. before: the sentences before, nearest last; known: the
    units they name."""
    near = [s for s in before if s.section == statement.section][-_SENTENCES_BACK:]
    return [_in_full(m, statement, near, known) for m in own]


def _in_full(mention: Mention, statement: Statement, near: Sequence[Statement], known: Sequence[Mention]) -> Mention:
    at = mention.start - statement.start
    word = statement.text[at : mention.end - statement.start].removesuffix("s" if mention.genitive else "")
    if not _BARE.match(word[:1].upper() + word[1:]):
        return mention
    made = next((name for s in reversed(near) if (name := _made(s.text, word.lower()))), "")
    if not made and mention.text.lower() == word.lower():
        made = (
            _set_up_here(statement.text[:at], word)
            or _said_before(near, word, known)
            or _called(statement, near, word)
            or _receiver(statement, near, word, known)
        )
    return replace(mention, text=made) if made else mention


def _made(text: str, word: str) -> str:
    """Name of the last body of that kind that a sentence sets up, "" where it sets up none."""
    for made in reversed(list(_MADE.finditer(" ".join(text.split())))):
        head, *about = _ABOUT.split(made["body"], maxsplit=1)
        noun = head.split()[-1]
        ending = ("n" if noun.endswith("e") else "en") if made["article"] == "en" else "et"
        definite = "centret" if noun.endswith("center") and word == "centret" else f"{noun}{ending}".lower()
        if not definite.endswith(word):
            continue
        if made["called"]:
            return str(made["called"])
        named = re.search(r"[A-ZÆØÅ§]", head) is not None  # "et Kyst- og Havneudvalg"
        whole = f"{head}{ending}" if named else definite[0].upper() + definite[1:]
        return f"{whole} om {about[0]}" if about else whole
    return ""


def _set_up_here(before: str, word: str) -> str:
    """ "Byens Ejendomme etableres den 1. maj, og enheden …": the name that the sentence itself sets up."""
    made = _NAMED.search(" ".join(before.split())) if word.lower() in _UNITS else None
    return made["name"] if made else ""


def _said_before(near: Sequence[Statement], word: str, known: Sequence[Mention]) -> str:
    """What the same word stood for in the sentences right before, "" where it named itself."""
    for sentence in reversed(near):
        for unit in (m for m in known if sentence.start <= m.start < sentence.end):
            written = sentence.text[unit.start - sentence.start : unit.end - sentence.start]
            if written.lower() == word.lower() != unit.text.lower():
                return unit.text
    return ""


def _receiver(statement: Statement, near: Sequence[Statement], word: str, known: Sequence[Mention]) -> str:
    """ "Afdelingen" right behind "… placeres i Byg og Miljø." is that department."""
    last = near[-1] if near and not statement.first and word.lower() in ("afdelingen", "enheden") else None
    if last is None:
        return ""
    inside = [m for m in known if last.start <= m.start < last.end]
    ends = [m for m in inside if re.match(r"\W*$", last.text[m.end - last.start :])]
    placed = ends and _PLACED.search(last.text[: ends[-1].start - last.start])
    return ends[-1].text if placed and ends[-1].type not in _NO_DEPARTMENT else ""


def _called(statement: Statement, near: Sequence[Statement], word: str) -> str:
    """ "SSP-bestyrelsen" for "Bestyrelsen" behind a sentence that says so; "" where it says two such names. Committees
    have names of several words, which are read elsewhere."""
    if word.lower() == "udvalget":
        return ""
    form = re.compile(rf"(?<![\w-])(?P<first>[A-ZÆØÅ]{{2,5}}[ -]|[A-ZÆØÅa-zæøå]{{3,}}-?){word.lower()}(?![\w-])")
    for sentence in reversed(near):
        names = {m.group() for m in form.finditer(sentence.text) if not _GENERAL.match(m["first"])}
        if len({re.sub(r"[\s-]", "", n).lower() for n in names}) == 1:
            name = re.sub(r"^([A-ZÆØÅ]{2,5}) ", r"\1-", names.pop())
            return name[0].upper() + name[1:]
        if names:
            return ""
    return ""
