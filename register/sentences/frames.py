"""Rules applied to masked sentences: who, what, from whom, to whom."""

from __future__ import annotations

import re
from dataclasses import replace

from register.forms.actors import active, inverted, possessive, pronoun
from register.forms.cases import read_cases
from register.forms.given_over import with_given_over
from register.forms.standings import read_standings
from register.names.unit_forms import Mention
from register.owners.coordinated import further_thats, parted
from register.rules import Rule
from register.sentences.clauses import (
    ADVERBS,
    clauses,
    is_hypothetical,
    is_negated,
    leading_adverbs,
    of_participle,
    subject_span,
)
from register.sentences.date_words import begins, undated
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft, Slot, fronted, names_again, owner_before, same_as_before, slot, told_aside
from register.sentences.taken_up import taken_up

__all__ = ["Draft", "read_frames"]

_SUPPOSED = frozenset(["når", "hvis", "såfremt", "fordi", "da", "om", "hvorvidt", "medmindre"])
_BODY = re.compile(
    r"team|task ?force|udvalg|råd\b|rådet|bestyrelse|gruppe|enhed|center|centre|korps|afdeling|funktion|kontor|"
    r"sekretariat|nævn|forum|kommission|"
    r"indgang|forvaltning|selskab|panel|organisation|stab\b|komité|kreds",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r",(?! stk\.)|\.(?! ?\d)|;| som | der | bestående | til at | for at |"
    r" med (?:henblik|reference|det formål|det ene formål)| ifm\b| i forbindelse |"
    r" med (?=[^,.;]{1,50} som formand)| med deltagelse | på tværs | under | – (?![\ue000-\ue7ff])|"
    r" i regi | pr\. |"
    r" fra den | med virkning"
)
_SETS_UP = re.compile(r"(?:nedsætter|etablerer|opretter)$")
_HAS_SET_UP = re.compile(r"\bhar(?: [a-zæøå]+)? (?:nedsat|etableret|oprettet)$")
_LEFT_OUT = re.compile(r"\b(?:bortset fra|undtagen|undtaget|med undtagelse af|på nær)\b[^.;]*$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:var|havde|blev)\s+(?:\w+\s+){0,2}?(?:oprindelig\w*|egentlig|førhen|i sin tid)\b[^,.;]*$")
_AIM = re.compile(  # "Formålet er at etablere …" sets nothing up
    r"\b(?:[Ff]ormål|[Mm]ål|[Hh]ensigt|[Aa]mbition|[Vv]ision|[Øø]nske|[Ss]igte)(?:en|et)?\b[^.;,]{0,60}\ber\b"
)
_STAFF_FOLLOWS = re.compile(  # "Ved flytningen af hallerne følger 14 årsværk med til <unit>"
    r" (?:følger|medfølger|overføres|overgår|flyttes|flytter) "
    r"(?=[^,.;]{0,30}(?:årsværk|stilling|medarbejder|ansat|kr\.|midler))"
)
_WITHOUT_UNITS = ("create", "merge")  # all other forms need a unit in the sentence
_WHOSE = re.compile(r"\s*(?:opgaver|ansvar|funktioner|medarbejdere)\b")


def read_frames(masked: Masked, rules: tuple[Rule, ...], last: list[Mention] | None = None) -> list[Draft]:
    """All rows the rules read in one sentence. last: units of the sentence before, for "samme forvaltning"."""
    named = bool(masked.units) or names_again(masked.text)
    rules = rules if named else tuple(r for r in rules if r.form in _WITHOUT_UNITS)
    drafts: list[Draft] = []
    for start, end, opening in clauses(masked.text):
        if opening in _SUPPOSED and not _WHOSE.match(masked.text[start:end]):
            continue
        if opening == "hvor" and _LEFT_OUT.search(masked.text[:start]):
            continue  # "bortset fra områder, hvor <unit> …"
        for rule in rules:
            for verb in rule.trigger.finditer(masked.text, start, end):
                draft = _read(rule, masked, (start, end), verb, last or [])
                drafts += [draft] if draft is not None else []
        if named:
            drafts += inverted(masked, rules, (start, end))
            drafts += pronoun(masked, rules, (start, end), last or [])
    drafts = with_given_over(drafts, masked) if named else drafts
    cases = (*read_cases(masked), *read_standings(masked)) if named else ()
    drafts += [d for d in cases if not is_negated(masked.text, *d.verb, 0) and not _overlaps(d, drafts)]
    return further_thats(parted(_best(drafts), masked.text), masked.text)


def _read(
    rule: Rule, masked: Masked, clause: tuple[int, int], verb: re.Match[str], last: list[Mention]
) -> Draft | None:
    """What a rule reads at one verb, None where the verb is denied, weighed or of long ago."""
    text, start = masked.text, clause[0]
    if rule.relation == "create" and _AIM.search(text[start : verb.start()]):
        return None
    if is_negated(text, verb.start(), verb.end(), start) or is_hypothetical(text, start, verb.start()):
        return None
    if rule.relation != "create" and _ONCE.search(text[max(start, verb.start() - 40) : verb.start()]):
        return None
    if rule.requires and not re.search(rule.requires, text[verb.end() :]):
        return None
    return _FORMS[rule.form](rule, masked, clause, verb.span(), last)


def _overlaps(draft: Draft, others: list[Draft]) -> bool:
    """True where a rule already gives the same units the same stretch of the sentence."""
    return any(o.to == draft.to and o.task[0] < draft.task[1] and draft.task[0] < o.task[1] for o in others)


def _best(drafts: list[Draft]) -> list[Draft]:
    """One reading per verb: the one with most units, then the longer verb."""
    kept: list[Draft] = []
    ranked = sorted(drafts, key=lambda d: (-(len(d.to) > 0) - (len(d.source) > 0), -(d.verb[1] - d.verb[0])))
    for draft in ranked:
        if not any(draft.verb[0] < k.verb[1] and k.verb[0] < draft.verb[1] for k in kept):
            kept.append(draft)
    return sorted((d for d in kept if not _tells_giver(d, kept)), key=lambda d: d.verb)


def _tells_giver(draft: Draft, drafts: list[Draft]) -> bool:
    """True for the clause inside a move that says who had it: "opgaven, som i dag varetages af <unit>, flyttes"."""
    return draft.rule.relation in ("assign", "keep") and any(
        d.rule.relation == "transfer" and d.source == draft.to and d.task[0] < draft.verb[0] < d.task[1] for d in drafts
    )


def _passive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    aside = re.search(r", (?:som|der) ", m.text[verb[1] : clause[1]])
    end = verb[1] + aside.start() if aside else clause[1]
    to = slot(m, rule.to, verb[1], end)
    end = end if to else clause[1]
    source = slot(m, rule.source, verb[1], end)
    giver = source[2] if source else []
    to = to or (
        slot(m, rule.to, verb[1], clause[1]) if aside is None else _behind(rule, m, clause, verb[1] + aside.end())
    )
    if to is None and rule.to != ("af",):
        to = same_as_before(m, verb[1], clause[1], giver, last)
    if to is None:
        return _fronted(rule, m, clause, verb)
    if told_aside(m.text, clause, verb, to[0], rule.state):
        return None
    first = min(to[0], source[0]) if source else to[0]
    if rule.source and source is None:
        source = owner_before(m, clause[0], verb[0])
    between = m.text[verb[1] : first]
    if rule.name == "gøres-af-nogen" and (len(between.split()) > 5 or "," in between):
        return None
    bare = undated(between)
    if rule.state and (len(bare.split()) > 4 or re.search(r"fysisk|\bog\b|, [a-zæøå]+es\b", bare)):
        return None
    rule = replace(rule, relation="transfer", state=False) if rule.name == "er-placeret" and begins(between) else rule
    subject = subject_span(m.text, clause[0], verb[0])
    if subject is None and rule.state and m.text[verb[0] : verb[1]].startswith("bliver"):
        return None  # "derfor bliver fem kontorer i <unit> til fire"
    after = max(to[1], source[1]) if source else to[1]
    subject = subject or of_participle(m.text, clause[0], verb)
    task = subject or (verb[1] + leading_adverbs(m.text[verb[1] : first]), first)
    if not m.text[task[0] : task[1]].strip() and clause[0] > 0 and not m.text[clause[0] : verb[0]].strip():
        task = taken_up(m.text, clause[0]) or task  # "Rådet nedlægges ikke, men betjenes af …"
    if not m.text[task[0] : task[1]].strip() and not rule.source:
        task = (to[1], clause[1])
    return Draft(rule, task, clause, verb, to[2], source[2] if source else [], after)


def _behind(rule: Rule, m: Masked, clause: tuple[int, int], start: int) -> Slot | None:
    """A unit behind a relative clause that a comma closes; else it stands inside that clause and is its own."""
    closed = m.text.find(", ", start, clause[1])
    if closed < 0 or re.match(r", (?:og |samt )?(?:som|der)\b", m.text[closed:]):
        return None  # "har lavet en tavle, der viser …, og som passes af <unit>"
    return slot(m, rule.to, closed, clause[1])


def _fronted(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int]) -> Draft | None:
    """ "Under <unit> samles <task>", "Under <unit> er <task> placeret"."""
    to = fronted(m, rule.to, clause[0], verb[0])
    if to is None:
        return None
    subject = subject_span(m.text, clause[0], verb[0])
    task = subject or (verb[1] + leading_adverbs(m.text[verb[1] : clause[1]]), clause[1])
    return Draft(rule, task, clause, verb, to[2], [], clause[1])


def _infinitive(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    source = slot(m, rule.source, verb[1], clause[1])
    to = slot(m, rule.to, verb[1], clause[1]) or same_as_before(
        m, verb[1], clause[1], source[2] if source else [], last
    )
    if to is None:
        return None
    first = min(to[0], source[0]) if source else to[0]
    after = max(to[1], source[1]) if source else to[1]
    source = source or owner_before(m, verb[1], first)
    return Draft(rule, (verb[1], first), clause, verb, to[2], source[2] if source else [], after)


def _nominal(
    rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]
) -> Draft | None:
    of = re.match(r" af ", m.text[verb[1] :])
    if of is None:
        return None
    draft = _infinitive(rule, m, clause, (verb[0], verb[1] + of.end()), last)
    staff = _STAFF_FOLLOWS.search(m.text, *draft.task) if draft else None
    if draft and staff:
        draft.task = (draft.task[0], staff.start())
    return draft


def _create(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    left, right = m.text[clause[0] : verb[0]], m.text[verb[1] : clause[1]]
    owner = re.search(rf"(?P<units>{UNITS})(?:\s+{ADVERBS})*\s*$", left)
    part = re.search(r" (?:heraf|hvoraf) ", right)  # "…, heraf 2 udpeget af <unit>"
    to = slot(m, rule.to, verb[1], verb[1] + part.start() if part else clause[1])
    units = to[2] if to else []
    subject = subject_span(m.text, clause[0], verb[0])
    if re.search(r"\b(?:som|der) (?:allerede|tidligere|netop) ?$|\bkan(?: [a-zæøå]+){0,2} $", left):
        return None
    active = _SETS_UP.match(m.text[verb[0] : verb[1]]) or _HAS_SET_UP.search(m.text[clause[0] : verb[1]])
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
    if re.fullmatch(r"\s*[a-zæøå]+(?:en|et)\s*", m.text[task[0] : task[1]]):  # "organisationen" names none
        return None
    head = re.split(r" (?:af|til|for|i|på|med|om|bestående|hos|under) ", m.text[task[0] : task[1]].strip())[0]
    if task[1] <= task[0] or not (_BODY.search(head) or re.search(UNITS, head)):
        return None
    return Draft(rule, task, clause, verb, units, [], clause[1])


def _merge(rule: Rule, m: Masked, clause: tuple[int, int], verb: tuple[int, int], last: list[Mention]) -> Draft | None:
    to = slot(m, rule.to, verb[1], clause[1])
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
    "active": active,
    "possessive": possessive,
    "create": _create,
    "merge": _merge,
}
