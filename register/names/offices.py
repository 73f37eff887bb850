"""Offices and departments that go by the name of their field: "rådmanden for Teknik og Miljø", then only
"Teknik og Miljø". Such a name is known as a unit by what the document itself says of it, or by the place in the
sentence where only a unit can stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from register.names.unit_forms import FIELD_NAME, FIELD_NAMES, Mention

_ROLE = r"(?<![\w-])(?:(?P<role>[Rr]ådmand|[Dd]irektør|[Ff]ormand|[Cc]hef)en|(?P<title>Rådmand|Direktør))"
_OFFICE = re.compile(
    _ROLE + r"\s+for\s+(?:det\s+|den\s+)?"
    r"(?:[Mm]agistratsafdelingen\s+for\s+)?$"
)
_ROLES = {"rådmand": "Rådmanden", "direktør": "Direktøren", "formand": "Formanden", "chef": "Chefen"}
_OFFICE_FOR = re.compile(rf"{_ROLE}\s+for\s+(?P<name>{FIELD_NAMES}|{FIELD_NAME}(?=\s+[a-zæøå]|[,.]))(?![\w-])")
_FIELD_OF = re.compile(
    r"^(?:Magistratsafdelingen|Forvaltningen|Afdelingen|Rådmanden|Direktøren|Center|Centret)\s+for\s+(.+)$"
)
_SEVERAL = re.compile(r"(?:,|\s(?:og|&|samt)\s)")
_POSSESSED = re.compile(
    r"\s+(?:[a-zæøå]+(?:ing|else|hed|område|budget|bemærkning|forslag|notat|svar|drift|ansvar|opgave)\w{0,4}\b|"
    r"(?:og|samt)\s+(?:Magistrats|Center|Afdeling|Forvaltning))"
)
# Verbs that move a task, and the prepositions a department stands behind
_PLACED = re.compile(
    rf"\b(?:flytte\w*|overgå\w*|overføre\w*|overtage\w*|placere\w*|henlægge\w*|forankre\w*|samle\w*|sendes|"
    rf"henvises|varetages|hører|overdrage\w*)\b[^.\n]{{0,120}}?\b(?:til|fra|under|hos|af)\s+(?P<name>{FIELD_NAMES})"
    rf"(?!\s+[Kk]ommune|\s*\(|[\w-])"
)


def with_offices(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with "rådmanden for <unit>" as one, with departments named by their field alone, and with the
    genitive seen of a name that also stands without it."""
    found = [_held(text, m) for m in mentions]
    found = _merged(found, _of_field(text))
    found = _with_genitives(text, found)
    return _merged(found, _alone(text, found))


def _held(text: str, mention: Mention) -> Mention:
    """ "formanden for Kulturudvalget" is the chair, not the committee."""
    before = _OFFICE.search(text, max(0, mention.start - 60), mention.start)
    if before is None or before.end() != mention.start:
        return mention
    role = _ROLES[(before["role"] or before["title"]).lower()]
    name = re.sub(r"^Magistratsafdelingen for ", "", mention.text)
    kind = "borgmester" if role == "Rådmanden" else "funktion"
    return Mention(before.start(), mention.end, f"{role} for {name}", kind, mention.genitive)


def _of_field(text: str) -> Iterator[Mention]:
    """ "direktøren for Børn og Unge": with the name of the field behind the office."""
    for match in _OFFICE_FOR.finditer(text):
        role, name = (match["role"] or match["title"]).lower(), " ".join(match["name"].split())
        kind = "borgmester" if role == "rådmand" else "funktion"
        yield Mention(match.start(), match.end(), f"{_ROLES[role]} for {name}", kind)


def _with_genitives(text: str, mentions: list[Mention]) -> list[Mention]:
    """ "Center for Byplans forslag", where the name also stands without the s or a noun follows it."""
    return [
        replace(m, text=m.text[:-1], genitive=True)
        if re.search(r" for .*[^s]s$", m.text) and not m.genitive and _owns(text, m)
        else m
        for m in mentions
    ]


def _owns(text: str, mention: Mention) -> bool:
    if _POSSESSED.match(text, mention.end):
        return True
    field = mention.text.rsplit(" for ", 1)[1][:-1]
    return re.search(rf"{re.escape(field)}(?!\w)", text) is not None


def _alone(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Every place where a known field stands by itself ("Teknik og Miljø har …")."""
    whole = Counter(m.text for m in mentions)
    fields: dict[str, str] = {}
    for name in sorted(whole, key=lambda n: -whole[n]):
        field = _FIELD_OF.match(name)
        if field and _SEVERAL.search(field[1]) and not name.startswith("Udvalg"):
            fields.setdefault(field[1], name)
    for match in _PLACED.finditer(text):
        name = " ".join(match["name"].split())
        if _SEVERAL.search(name):
            fields.setdefault(name, name)
    for known, name in fields.items():
        unit = known if name.startswith(("Rådmanden", "Direktøren")) else name
        words = re.escape(known).replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?<![\w-]){words}(?P<s>s)?(?![\w-])", text):
            yield Mention(match.start(), match.end(), unit, "forvaltning", bool(match["s"]))


def _merged(mentions: Sequence[Mention], more: Iterator[Mention]) -> list[Mention]:
    """Both, the longer one where two overlap, in order."""
    kept: list[Mention] = []
    for mention in sorted([*mentions, *more], key=lambda m: (m.start - m.end, m.start)):
        if not any(mention.start < k.end and k.start < mention.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
