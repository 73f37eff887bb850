"""Owners that are no body with a name of its own kind: "hjemmeplejen", "lederne i distrikterne", a company.

They are known by their place in the sentence, beside a verb that only one who does the work can carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from register.forms.present_duties import acting
from register.names.unit_forms import Mention
from register.owners.belongings import owners_of_belongings
from register.owners.entrusted import entrusted_owners
from register.owners.owner_clauses import owners_in_clauses
from register.owners.owner_places import owners_of_places
from register.owners.owner_slots import owners_by_place
from register.owners.owner_words import KINDS, NOBODY
from register.owners.succession_places import next_owners
from register.owners.working import owners_at_work
from register.sentences.reading import Statement

_CAP, _LOW = "A-ZÆØÅ", "a-zæøå"
_ADVERB = r"(?:fremover|fortsat|herefter|primært|alene|desuden|i dag|dagligt|typisk|også|nu|samlet|løbende)"
_DONE = (  # "varetages af <doer>"
    r"(?:varetages|varetaget|drives|drevet|udføres|udført|ledes|forestås|løses|løst|løftes|løftet|leveres|"
    r"administreres|"
    r"håndteres|koordineres|visiteres|foretages|overtages|overtaget|gennemføres)"
)
_DOES = (  # "<doer> varetager"
    rf"(?:varetager|forestår|står (?:{_ADVERB} )?for|administrerer|driver|bliver ansvarlige? for|"
    r"har (?:til opgave at|ansvaret for|ansvar for|"
    r"det (?:\w+ )?ansvar for)|er ansvarlige? for|overtager|overtog|beholder)"
)
_COMPANY = rf"[{_CAP}]{{3,8}}(?![\w-])|[{_CAP}][\w]+(?:-[{_CAP}]?\w+)*(?:\s+(?:og\s+)?[{_CAP}][\w-]+){{0,3}}"
_DEFINITE = rf"[{_LOW}]*{KINDS}(?:r?ne|e?rne|en|n|et|ene|erne|met)"
_PLACE = rf"(?: (?:i|på|for|fra) (?:de |den |det |kommunens )?(?:(?:respektive|enkelte) )?[{_LOW}]+(?:erne|ene|et|en))?"
_ROLE = rf"(?:den |det |de |kommunens |kommunens egne |(?:den|det) enkelte )?{_DEFINITE}{_PLACE}"
_OWN = rf"(?:kommunens |egne |egen |en |et ){{1,2}}(?:[{_LOW}]+ )?[{_LOW}]*{KINDS}(?:er|e|r)?(?![{_LOW}])"
_SEVERAL = rf"[{_LOW}]*{KINDS}(?:er|e|ere)(?: (?:på|i|fra) (?:[{_LOW}]+ )?[{_LOW}]+)"
_AGENT = re.compile(
    rf"(?:(?<![\w-]){_DONE}(?: {_ADVERB}){{0,2}} |\b[Dd]et påhviler )"
    rf"(?:(?<=påhviler )|af |i fællesskab (?:af|mellem) |i (?:et )?samarbejde mellem )"
    rf"(?P<who>{_COMPANY}|{_ROLE}|{_OWN}|{_SEVERAL})(?=[ .,;:)]|$)"
)
_WORD = rf"[{_CAP}][{_LOW}]+(?:-[{_CAP}{_LOW}]+)?"
_NOT = NOBODY + r"(?!(?:Kommunen|Regionen|Udvalget|Forvaltningen)\b)(?!\w+ [Kk]ommune\b)"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.:;] )|(?<=, at )|(?<=\bat ))(?P<who>(?i:{_ROLE})|[{_CAP}][{_LOW}]+forum)"
    rf"(?: (?:skal|vil|kan))?(?: {_ADVERB}){{0,2}} {_DOES}(?=\s)"
)
_NAMED = re.compile(  # "Vej & Park, ledet af …, varetager", "Grundejerne har ansvaret for"
    rf"(?:^|(?<=\. )|(?<=\bat ))(?P<who>{_NOT}{_WORD}(?: (?:&|og|for) {_WORD}){{1,3}}|"
    rf"{_NOT}{_WORD}(?: {_WORD}){{1,2}}|{_NOT}[{_CAP}][{_LOW}]{{4,}}(?:en|et|ne|service))"
    rf"(?P<aside>,? (?:ledet|med) [^,.;]{{3,60}},| – [^–.;]{{3,80}} –)?(?: (?:skal|vil))?(?: {_ADVERB}){{0,2}} "
    rf"(?:{_DOES}|udvikler og dri(?:fter|ver))(?=\s)"
    rf"(?! (?:\d|en (?:stor|større|stigende)|hoved|størst|ca\.|omkring|under|over))"
)
_BEHIND = re.compile(  # "Desuden overtager politiet …"
    rf"(?:^|(?<=\. ))(?:Desuden|Derudover|Herudover|Herefter|Fremover|Samtidig|Endvidere|Fremadrettet|I dag) "
    rf"(?:overtager|varetager|forestår|driver|administrerer) (?P<who>{_ROLE})(?= )"
)
_TEAM = re.compile(
    rf"(?:^|(?<=\. ))(?P<who>(?:Et|En) (?:\w+ )?[{_LOW}]*(?:team|gruppe|enhed)"
    rf"(?: bestående af| af| med) [^,.;]{{4,90}}?)"
    rf" (?P<verb>varetager|forestår|står for|har ansvaret for|har til opgave at)(?=\s)"
)
_MUNICIPALITY = re.compile(
    rf"(?:^|(?<=\. ))(?P<who>[{_CAP}][\w-]+ [Kk]ommune|[Kk]ommunen|Region [{_CAP}][{_LOW}]+) "
    rf"(?:overtog|overtager|har overtaget)(?=\s)"
)
_LONGER = re.compile(r" (?:af|for|i|på) | (?:&|og) (?=[A-ZÆØÅ])")
_PROPER = re.compile(r"[A-ZÆØÅ][\w-]* (?:[A-ZÆØÅ]|for [A-ZÆØÅ])")
_CALLED = re.compile(
    r"(?:(?:[Dd]et|[Dd]en) )?(?:[a-zæøå]+ )?[A-ZÆØÅa-zæøå]*(?:selskab|forening|fond|firma|"
    r"virksomhed|institution)(?:et|en)?"
)
_PART = re.compile(r" [a-zæøå]*(?:stab|sekretariat|afdeling|kontor|enhed|forvaltning|ledelse)(?![\w-])")
_NOBODY = re.compile(r"^(?:Byen|Kommunen|Staten|Danmark|Det|Den|De|Denne|Dette|Der|Januar|Loven)\b")
_PERSON = re.compile(rf"^[{_CAP}][{_LOW}]+ (?:[{_CAP}][{_LOW}]+ )?[{_CAP}][{_LOW}]+(?:sen|s|e)?$")


def doers(statement: Statement, known: Sequence[Mention], names: frozenset[str] = frozenset()) -> list[Mention]:
    """Mentions of such owners in one sentence, none over a unit that is known by its name. names: those the document
    gives an owner elsewhere."""
    flat = re.sub(r"\s", " ", statement.text)  # offsets stay
    flat = re.sub(r"(^|: )At (?=\S)", r"\1at ", flat)  # a point of a proposal: "At Vej og Park overtager …"
    found = [_of_unit(m, flat, statement) for m in known if m.genitive and _PART.match(flat, m.end - statement.start)]
    for match in _matches(flat):
        words = " ".join(match["who"].split())
        if _NOBODY.match(words) and match.re is not _MUNICIPALITY:
            continue
        kind = "center" if match.re is _NAMED else "funktion"
        _add(found, _mention(statement, *match.span("who"), kind), known)
    whose = (*owners_by_place(flat, names), *owners_of_belongings(flat, names), *entrusted_owners(flat, names))
    for start, end, genitive in whose:
        _add(found, replace(_mention(statement, start, end, "funktion"), genitive=genitive), known)
    for start, end in (*owners_in_clauses(flat, names), *acting(flat, names)):
        _add(found, _mention(statement, start, end, "funktion"), known)
    for start, end in (*owners_of_places(flat), *owners_at_work(flat, names), *next_owners(flat, names)):
        _add(found, _mention(statement, start, end, "funktion"), known)
    return found


def _mention(statement: Statement, start: int, end: int, kind: str) -> Mention:
    words = " ".join(statement.text[start:end].split())
    return Mention(statement.start + start, statement.start + end, words[0].upper() + words[1:], kind)


def _of_unit(unit: Mention, flat: str, statement: Statement) -> Mention:
    """ "kommunaldirektørens stab", a part of the unit."""
    part = _PART.match(flat, unit.end - statement.start)
    end = unit.end + (len(part.group()) if part else 0)
    return replace(unit, end=end, text=f"{unit.text}s{part.group() if part else ''}", genitive=False, type="funktion")


def _add(found: list[Mention], new: Mention, known: Sequence[Mention]) -> None:
    """Adds an owner, with the unit it belongs to ("koordinatoren i <unit>"); none over another."""
    cut = [k for k in found if k.start == new.start and k.end < new.end and not k.genitive]
    if len(cut) == 1 and _LONGER.match(new.text, len(cut[0].text)):
        found.remove(cut[0])  # "lederen" of "lederen af biblioteket"
    if any(k.start < new.end and new.start < k.end for k in found):
        return
    called = next((k for k in known if new.end < k.start <= new.end + 1 or new.start < k.start <= new.end), None)
    if called and _CALLED.fullmatch(new.text[: called.start - new.start].strip()):
        found.append(replace(new, end=called.end, text=called.text))  # "det fælles selskab <unit>"
        return
    over = [k for k in known if k.start < new.end and new.start < k.end]
    if over:
        first = over[0]
        if (
            len(over) == 1
            and new.start <= first.start
            and first.end < new.end + (new.start < first.start)
            and _PROPER.match(new.text)
        ):
            found.append(new)
            return
        if len(over) == 1 and first.genitive and first.start == new.start and first.end < new.end and not new.genitive:
            found.append(new)  # "<unit>s medarbejdere"
            return
        if first.start <= new.start or first.genitive or len(over) > 1:
            return
        head = new.text[: first.start - new.start]
        if not re.search(r"\s(?:i|for|af|på|ved|hos)\s+(?:det\s+|den\s+)?$", head):
            return
        new = replace(new, end=first.end, text=head + first.text)
    if new.genitive:
        new = replace(new, text=new.text[:-1])
    found.append(new)


def _matches(flat: str) -> Iterator[re.Match[str]]:
    for form in (_AGENT, _SUBJECT, _TEAM, _MUNICIPALITY, _NAMED, _BEHIND):
        yield from form.finditer(flat)
