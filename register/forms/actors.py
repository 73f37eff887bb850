"""Sentences in which a unit acts: "<unit> overtager …", "Herefter overtager <unit> …", "<unit>s opgaver er …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from register.names.unit_forms import Mention
from register.owners.coordinated import shared_subject
from register.rules import Rule
from register.sentences.clauses import ADVERBS, RELATIVE_CUT, is_hypothetical, is_negated, leading_adverbs, subject_span
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft, owner_before, slot

_TELLS = re.compile(r" (?:er|bliver|omfatter|består af)(?: således| bl\.a\.| blandt andet| primært)*(?: følgende)?")
_TOLD = re.compile(
    r" (?:(?:i|på|efter|nærmere|også|dog|ikke|kort) ?(?:[\w-]+ )?){0,2}(?:beskrevet|fastlagt|fastsat|angivet|defineret|"
    r"fordelt|anført|samlet|nævnt|reguleret|mange|forskellige|ændret|uændrede?|at finde|steget|faldet)\b"
)
_OWNER = re.compile(
    rf"(?P<units>{UNITS})(?: i (?P<inside>{UNITS}))?"
    rf"(?:,? (?:ledet|med \w+|(?:som|der) består af|bestående af) [^,\ue000-\ue7ff]{{3,60}},|"
    rf" – [^–]{{3,80}} –)?(?: alene(?=,))?,?(?: (?:som|der))?"
    rf"(?: (?:skal|vil|kan|bør|må) (?:på|i|med|som|sammen|frem|inden|fra|senest|efter|via|"
    rf"gennem)\b[^,\ue000-\ue7ff]{{0,60}}?)?(?:\s+{ADVERBS})*\s*$"
)
_RELATIVE_BETWEEN = re.compile(  # "<unit>, som er forankret i <unit>, afrapporterer …"
    rf"\s*(?P<units>{UNITS}), (?:som|der) [^,;]{{3,100}},(?:\s+{ADVERBS})*\s*$"
)
_OWNER_AT = re.compile(
    rf"\s*(?:At (?:\d{{1,2}}\) )?)?(?P<units>{UNITS}) "
    rf"(?:efter|i|ved|inden|indtil|til og med|fra|på|med|pr\.|fremadrettet|fremover|frem)\b"
    rf"[^,\ue000-\ue7ff]{{0,60}} $"
)
_IF_FIRST = re.compile(r"\s*(?:Hvis|Såfremt)\b[^,]*,$")
_PLACE = re.compile(r" (?:i|på|ved) [A-ZÆØÅ][\w-]+(?= [a-zæøå])")  # "overtager <unit> i Bogense driften"
_ROLE = re.compile(
    r"(?P<role>(?:[A-ZÆØÅ]\w+s )?\w*(?:sagsbehandler|leder|chef|koordinator|konsulent|formand|medarbejder|"
    r"team|direktør)(?:en|ne|e|et)?) "
    r"(?P<prep>i|for|fra) $",
    re.IGNORECASE,
)


def active(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    left = m.text[clause[0] : verb[0]]
    owner = (
        _RELATIVE_BETWEEN.match(left)
        or _OWNER.search(left)
        or shared_subject(left)
        or _adverbial_between(m, clause, left)
    )
    if owner is None:
        return None
    units = m.mentions(clause[0] + owner.start("units"), clause[0] + owner.end("units"))
    if not units or units[-1].genitive or (rule.prefix == "afrapportering" and units[-1].type == "andet"):
        return None
    relative = re.search(r"(?P<head>[^,]{3,120}),? som $", left[: owner.start()])
    if relative and not relative["head"].strip().startswith(("og ", "samt ")):
        return _of_antecedent(rule, clause, verb, units, relative)
    role = _ROLE.search(left[: owner.start()])
    acts = re.search(r" (?:som|der)\b", owner.group()) is not None  # "<unit>, der …"
    if clause[0] and m.text[verb[0] : verb[1]].startswith("arbejder"):
        return None  # "et møde, hvor <unit> arbejder med …"
    if acts and rule.name == "sikrer":
        return None  # "en løsning på tværs af <unit>, som sikrer …"
    if role and acts and role["prep"] == "for" and not re.search(r"(?:en|ne)$", role["role"]):
        role = None  # "hun er chef for <unit>, der …": the unit acts
    if role:
        start, end = m.span(clause[0] + role.start(), clause[0] + owner.end("units"))
        units = [Mention(start, end, f"{role['role']} {role['prep']} {units[-1].text}", "funktion")]
    elif not acts and _is_object(left[: owner.start()]):
        return None
    return _with_object(rule, m, clause, verb, units)


def _adverbial_between(m: Masked, clause: tuple[int, int], left: str) -> re.Match[str] | None:
    """ "at <unit> efter indgåelse af aftalen bemyndiges": in an at-clause the adverbial stands before the verb."""
    opened = re.search(r"\bat ?$", m.text[: clause[0]]) or re.match(r"\s*At\b", left)
    return _OWNER_AT.match(left) if opened else None


def _of_antecedent(
    rule: Rule, clause: tuple[int, int], verb: tuple[int, int], units: list[Mention], relative: re.Match[str]
) -> Draft:
    """ "… en beskrivelse, som <unit> godkender": what the unit does stands before it."""
    head = relative["head"]
    cut = RELATIVE_CUT.match(head)
    start = clause[0] + relative.start("head") + (cut.end() if cut else 0)
    return Draft(rule, (start, clause[0] + relative.end("head")), clause, verb, units, [], clause[1])


def _is_object(before: str) -> bool:
    """True where the unit before the verb is governed by a preposition: "planen for U godkendes"."""
    if re.search(r"\b[Mm]edlemmerne (?:af|i) $", before):
        return False
    return (
        re.search(
            r"\b(?:for|fra|til|hos|under|ved|med|mellem|om|på|af|i|mod)\s+(?:det |den |de )?$", before, re.IGNORECASE
        )
        is not None
    )


def _with_object(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], units: list[Mention]) -> Draft:
    source = slot(m, rule.source, verb[1], clause[1])
    end = source[0] if source else clause[1]
    if source is None and rule.source:
        had = owner_before(m, verb[1], clause[1])
        source = had if had and not had[2][-1].genitive else None
    place = _PLACE.match(m.text, verb[1], end)
    start = place.end() if place else verb[1]
    start += leading_adverbs(m.text[start:end])
    return Draft(rule, (start, end), clause, verb, units, source[2] if source else [], clause[1])


def possessive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    """ "<unit>s opgaver er …"; the tasks may follow as a list."""
    owner = re.search(rf"(?P<units>{UNITS}) $", m.text[clause[0] : verb[0]])
    tells = _TELLS.match(m.text[verb[1] :])
    if owner is None or tells is None or _TOLD.match(m.text, verb[1] + tells.end()):
        return None
    units = m.mentions(clause[0] + owner.start("units"), clause[0] + owner.end("units"))
    if not units or not units[-1].genitive:
        return None
    return Draft(rule, (verb[1] + tells.end(), clause[1]), clause, verb, units, [], clause[1])


def inverted(m: Masked, rules: tuple[Rule, ...], clause: tuple[int, int]) -> Iterator[Draft]:
    """ "Herefter overtager <unit> …", "Pr. 1. maj har <unit> det samlede ansvar for …"."""
    for rule in rules:
        if rule.form != "active":
            continue
        for found in _inverted_pattern(rule.verbs).finditer(m.text, *clause):
            left = m.text[clause[0] : found.start()].rstrip()
            opens = found.start() if _IF_FIRST.match(left) else clause[0]  # the condition stands in the row
            if is_negated(m.text, found.start(), found.end(), opens) or is_hypothetical(m.text, opens, found.start()):
                continue
            if not left.endswith(",") and subject_span(m.text, clause[0], found.start()) is not None:
                continue  # the unit behind the verb is its object
            group = "u1" if found["u1"] else "u2"
            units = m.mentions(found.start(group), found.end(group))
            if units and not units[-1].genitive and m.text[clause[0] : found.start()].strip():
                yield _with_object(rule, m, clause, found.span(), units)


@lru_cache(maxsize=64)
def _inverted_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    single = "|".join(v for v in verbs if " " not in v)
    split = []
    for verb in verbs:
        head, _, rest = verb.partition(" ")
        if rest:
            split.append(f"(?:{head} (?P<x>{UNITS})(?: {ADVERBS})* {rest})".replace("(?P<x>", "(?:"))
    units = f"(?P<u1>{UNITS})"
    whole = "|".join(split) or "(?!)"
    return re.compile(
        rf"(?<![\w-])(?:(?:{single or '(?!)'}) {units}(?=[ .])|(?=\w+ (?P<u2>{UNITS}))(?:{whole})(?![\w-]))",
        re.IGNORECASE,
    )


def pronoun(m: Masked, rules: tuple[Rule, ...], clause: tuple[int, int], last: list[Mention]) -> Iterator[Draft]:
    """ "Fra <unit> overtager det …": the pronoun is the committee or administration named last before."""
    known = [u for u in last if u.type in ("udvalg", "forvaltning")]
    match = re.match(
        rf"\s*Fra (?P<units>{UNITS}) (?P<verb>overtager|får) (?:det|den|de) ", m.text[clause[0] : clause[1]]
    )
    if not match or not known:
        return
    rule = next((r for r in rules if r.form == "active" and r.relation == "transfer"), None)
    source = m.mentions(clause[0] + match.start("units"), clause[0] + match.end("units"))
    if rule and source:
        verb = (clause[0] + match.start("verb"), clause[0] + match.end("verb"))
        yield Draft(rule, (clause[0] + match.end(), clause[1]), clause, verb, [known[-1]], source, clause[1])
