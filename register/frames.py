"""Rules applied to masked sentences: who, what, from whom, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from register.clauses import (
    ADVERBS,
    RELATIVE_CUT,
    after_units,
    clauses,
    is_hypothetical,
    is_negated,
    leading_adverbs,
    subject_span,
)
from register.masking import UNITS, Masked
from register.rules import Rule
from register.unit_forms import Mention

_SUPPOSED = frozenset(["når", "hvis", "såfremt", "fordi", "da", "om", "hvorvidt"])
_SAME = re.compile(
    r"(?:hos|under|i|til|af) (?P<which>sidstnævnte|førstnævnte|samme (?:forvaltning|udvalg)|"
    r"begge (?:\w+ )?(?:udvalg|forvaltninger))"
)
_BODY = re.compile(
    r"team|task ?force|udvalg|råd\b|rådet|bestyrelse|gruppe|enhed|center|korps|afdeling|funktion|kontor|"
    r"sekretariat|nævn|forum|kommission|"
    r"indgang|forvaltning|selskab|panel|organisation|stab\b|komité|kreds",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r",|\.|;| som | der | bestående | til at | med henblik| for at | på tværs | under | i regi | pr\. |"
    r" fra den | med virkning"
)
_OWNER = re.compile(
    rf"(?P<units>{UNITS})(?: i (?P<inside>{UNITS}))?,?(?: (?:som|der))?"
    rf"(?: (?:skal|vil|kan|bør|må) (?:på|i|med|som|sammen|frem|inden|fra|senest|efter|via|"
    rf"gennem)\b[^,\ue000-\ue7ff]{{0,60}}?)?(?:\s+{ADVERBS})*\s*$"
)
_WHOSE = re.compile(r"\s*(?:opgaver|ansvar|funktioner|medarbejdere)\b")
_LIES = re.compile(
    r", (?:som|der) (?:\w+ ){0,3}?(?:ligger|lå|hørte|hører|været|er|var|varetages|varetaget|placeret|"
    r"forankret)\b[^,]{0,30}\b(?:i|under|hos|af|til) $"
)
_FIRST_OF_TWO = re.compile(rf"\s*(?P<units>{UNITS}) \w+(?:er|es|har|kan|skal|ar)\b.* og(?:\s+{ADVERBS})*\s*$")
_ROLE = re.compile(
    r"(?P<role>(?:[A-ZÆØÅ]\w+s )?\w*(?:sagsbehandler|leder|chef|koordinator|konsulent|formand|medarbejder|"
    r"team|direktør)(?:en|ne|e|et)?) "
    r"(?P<prep>i|for|fra) $",
    re.IGNORECASE,
)


@dataclass
class Draft:
    """A row as one rule read it; spans are offsets into the masked text. task: span, (0, 0) where the
    sentence leaves it to a list. clause: the clause's span."""

    rule: Rule
    task: tuple[int, int]
    clause: tuple[int, int]
    verb: tuple[int, int]
    to: list[Mention] = field(default_factory=list)
    source: list[Mention] = field(default_factory=list)
    after: int = 0  # end of the last slot


def read_frames(masked: Masked, rules: tuple[Rule, ...], last: list[Mention] | None = None) -> list[Draft]:
    """All rows the rules read in one sentence. last: units of the sentence before, for "samme forvaltning"."""
    drafts: list[Draft] = []
    for start, end, opening in clauses(masked.text):
        if opening in _SUPPOSED and not _WHOSE.match(masked.text[start:end]):
            continue
        for rule in rules:
            for verb in rule.trigger.finditer(masked.text, start, end):
                if is_negated(masked.text, verb.start(), verb.end(), start) or is_hypothetical(
                    masked.text, start, verb.start()
                ):
                    continue
                if rule.requires and not re.search(rule.requires, masked.text[verb.end() :]):
                    continue
                draft = _FORMS[rule.form](rule, masked, (start, end), verb.span(), last or [])
                if draft is not None:
                    drafts.append(draft)
        drafts += _inverted_active(masked, rules, (start, end))
        drafts += _pronoun_active(masked, rules, (start, end), last or [])
    return _best(drafts)


def _best(drafts: list[Draft]) -> list[Draft]:
    """One reading per verb: the one with most units, then the longer verb."""
    kept: list[Draft] = []
    ranked = sorted(drafts, key=lambda d: (-(len(d.to) > 0) - (len(d.source) > 0), -(d.verb[1] - d.verb[0])))
    for draft in ranked:
        if not any(draft.verb[0] < k.verb[1] and k.verb[0] < draft.verb[1] for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.verb)


# --- slots --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _slot_pattern(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(prepositions, key=len, reverse=True)
    joined = "|".join(f"(?:{after_units(p).replace('(?P<units>', f'(?P<u{n}>')})" for n, p in enumerate(longest))
    return re.compile(joined)


def _slot(masked: Masked, prepositions: tuple[str, ...], start: int, end: int) -> tuple[int, int, list[Mention]] | None:
    """First preposition with units behind it: (start, end, units)."""
    if not prepositions:
        return None
    for match in _slot_pattern(prepositions).finditer(masked.text[start:end]):
        group = next(g for g, value in match.groupdict().items() if value is not None)
        units = masked.mentions(start + match.start(group), start + match.end(group))
        if units and not units[-1].genitive:
            return start + match.start(), start + match.end(), units
    return None


def _owner_before(m: Masked, start: int, end: int) -> tuple[int, int, list[Mention]] | None:
    """The unit a task is named after or lies under: "Miljøudvalgets kontaktcenter", "området under <unit>"."""
    for found in re.finditer(UNITS, m.text[start:end]):
        units = m.mentions(start + found.start(), start + found.end())
        before = m.text[start : start + found.start()]
        under = before.endswith(" under ") or _LIES.search(before) is not None
        if units and (units[-1].genitive or under):
            return start + found.start(), start + found.end(), units
    return None


def _same(
    masked: Masked, start: int, end: int, source: list[Mention], last: list[Mention]
) -> tuple[int, int, list[Mention]] | None:
    match = _SAME.search(masked.text, start, end)
    if match is None:
        return None
    if match["which"].startswith("begge"):
        at = masked.span(match.start("which"), match.end("which"))
        return match.start(), match.end(), [Mention(*at, match["which"], "andet")]
    pool = source if "nævnte" in match["which"] else last
    if "udvalg" in match["which"] or "forvaltning" in match["which"]:
        pool = [m for m in pool if m.type in ("udvalg", "forvaltning")]
    if not pool:
        return None
    return match.start(), match.end(), [pool[0] if match["which"] == "førstnævnte" else pool[-1]]


# --- forms --------------------------------------------------------------------------------------------------


def _passive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    source = _slot(m, rule.source, verb[1], clause[1])
    to = _slot(m, rule.to, verb[1], clause[1]) or _same(m, verb[1], clause[1], source[2] if source else [], last)
    if to is None:
        return None
    first = min(to[0], source[0]) if source else to[0]
    if rule.source and source is None:
        source = _owner_before(m, clause[0], verb[0])
    between = m.text[verb[1] : first]
    if rule.state and (len(between.split()) > 4 or "fysisk" in between):
        return None
    subject = subject_span(m.text, clause[0], verb[0])
    after = max(to[1], source[1]) if source else to[1]
    task = subject or (verb[1] + leading_adverbs(m.text[verb[1] : first]), first)
    if not m.text[task[0] : task[1]].strip() and not rule.source:
        task = (to[1], clause[1])
    return Draft(rule, task, clause, verb, to[2], source[2] if source else [], after)


def _infinitive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    source = _slot(m, rule.source, verb[1], clause[1])
    to = _slot(m, rule.to, verb[1], clause[1]) or _same(m, verb[1], clause[1], source[2] if source else [], last)
    if to is None:
        return None
    first = min(to[0], source[0]) if source else to[0]
    after = max(to[1], source[1]) if source else to[1]
    source = source or _owner_before(m, verb[1], first)
    return Draft(rule, (verb[1], first), clause, verb, to[2], source[2] if source else [], after)


def _nominal(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    of = re.match(r" af ", m.text[verb[1] :])
    if of is None:
        return None
    return _infinitive(rule, m, clause, (verb[0], verb[1] + of.end()), last)


def _active(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    left = m.text[clause[0] : verb[0]]
    owner = _OWNER.search(left) or _FIRST_OF_TWO.match(left)
    if owner is None:
        return None
    units = m.mentions(clause[0] + owner.start("units"), clause[0] + owner.end("units"))
    if not units or units[-1].genitive:
        return None
    relative = re.search(r"(?P<head>[^,]{3,120}),? som $", left[: owner.start()])
    if relative and not relative["head"].strip().startswith(("og ", "samt ")):
        return _of_antecedent(rule, clause, verb, units, relative)
    role = _ROLE.search(left[: owner.start()])
    if role:
        start, end = m.span(clause[0] + role.start(), clause[0] + owner.end("units"))
        units = [Mention(start, end, f"{role['role']} {role['prep']} {units[-1].text}", "funktion")]
    elif _is_object(left[: owner.start()]):
        return None
    return _with_object(rule, m, clause, verb, units)


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
    return (
        re.search(
            r"\b(?:for|fra|til|hos|under|ved|med|mellem|om|på|af|i|mod)\s+(?:det |den |de )?$", before, re.IGNORECASE
        )
        is not None
    )


def _with_object(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], units: list[Mention]) -> Draft:
    source = _slot(m, rule.source, verb[1], clause[1])
    end = source[0] if source else clause[1]
    start = verb[1] + leading_adverbs(m.text[verb[1] : end])
    return Draft(rule, (start, end), clause, verb, units, source[2] if source else [], clause[1])


def _inverted_active(m: Masked, rules: tuple[Rule, ...], clause: tuple[int, int]) -> Iterator[Draft]:
    """ "Herefter overtager <unit> …", "Pr. 1. maj har <unit> det samlede ansvar for …"."""
    for rule in rules:
        if rule.form != "active":
            continue
        for found in _inverted_pattern(rule.verbs).finditer(m.text, *clause):
            if is_negated(m.text, found.start(), found.end(), clause[0]) or is_hypothetical(
                m.text, clause[0], found.start()
            ):
                continue
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
        rf"(?<![\w-])(?:(?:{single or '(?!)'}) {units}(?= )|(?=\w+ (?P<u2>{UNITS}))(?:{whole})(?![\w-]))",
        re.IGNORECASE,
    )


def _pronoun_active(
    m: Masked, rules: tuple[Rule, ...], clause: tuple[int, int], last: list[Mention]
) -> Iterator[Draft]:
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


def _possessive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    """"<unit>s opgaver er …"; the tasks may follow as a list."""
    owner = re.search(rf"(?P<units>{UNITS}) $", m.text[clause[0] : verb[0]])
    tells = re.match(r" (?:er|omfatter|består af)(?: således| bl\.a\.| blandt andet| primært)*(?: følgende)?", m.text[verb[1] :])
    if owner is None or tells is None:
        return None
    units = m.mentions(clause[0] + owner.start("units"), clause[0] + owner.end("units"))
    if not units or not units[-1].genitive:
        return None
    return Draft(rule, (verb[1] + tells.end(), clause[1]), clause, verb, units, [], clause[1])


def _create(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    left, right = m.text[clause[0] : verb[0]], m.text[verb[1] : clause[1]]
    owner = re.search(rf"(?P<units>{UNITS})(?:\s+{ADVERBS})*\s*$", left)
    to = _slot(m, rule.to, verb[1], clause[1])
    units = to[2] if to else []
    subject = subject_span(m.text, clause[0], verb[0])
    if re.search(r"\b(?:som|der) (?:allerede|tidligere|netop) ?$", left):
        return None
    active = re.match(r"(?:nedsætter|etablerer|opretter)$", m.text[verb[0] : verb[1]])
    if active:
        if owner is None:
            return None
        units = m.mentions(clause[0] + owner.start("units"), clause[0] + owner.end("units"))
        subject = None
    if subject and not re.search(r"\bder\b", left[-30:]) and not m.text[verb[0] : verb[1]].startswith("at "):
        task = subject
    else:
        end = _BODY_END.search(right)
        start = verb[1] + leading_adverbs(right)
        task = (start, verb[1] + (end.start() if end else len(right)))
    head = re.split(r" (?:af|til|for|i|på|med|om|bestående|hos|under) ", m.text[task[0] : task[1]].strip())[0]
    if task[1] <= task[0] or not (_BODY.search(head) or re.search(UNITS, head)):
        return None
    return Draft(rule, task, clause, verb, units, [], clause[1])


def _merge(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    to = _slot(m, rule.to, verb[1], clause[1])
    word = m.text[verb[0] : verb[1]].lower()
    task = (verb[1], to[0] if to else clause[1])
    if not word.startswith("at ") and not word.endswith(" af"):
        subject = subject_span(m.text, clause[0], verb[0])
        task = subject or task
    words = m.text[task[0] : task[1]]
    if word == "at lægge" and not re.search(r"\bsammen\b", words):
        return None
    if not re.search(r"\b(?:og|samt|med|to|tre|fire)\b", words) or re.search(r"\b(?:kommer|er|har|skal|dem)\b", words):
        return None
    return Draft(rule, task, clause, verb, to[2] if to else [], [], clause[1])


_FORMS = {
    "passive": _passive,
    "infinitive": _infinitive,
    "nominal": _nominal,
    "active": _active,
    "possessive": _possessive,
    "create": _create,
    "merge": _merge,
}
