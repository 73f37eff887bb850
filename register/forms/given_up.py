"""What a unit gives away: "<unit> afgiver turismen" below a lead-in that names who gets it, "<unit>, der har haft
ansvaret for klinikken, afgiver opgaven til <unit>", "jobcentret følger med fra <unit>"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.schema import BlockKind, Responsibility
from register.names.unit_forms import Mention
from register.rules import load_rules
from register.sentences.masking import UNITS, Masked
from register.sentences.reading import Statement
from register.sentences.slots import Draft

_GIVES = re.compile(
    rf"\s*(?P<from>{UNITS})(?:, (?:som|der) [^,]*?(?:ansvaret for|varetaget|haft|varetager|løst) (?P<had>[^,]+),)? "
    rf"(?:afgiver|afleverer|overdrager) (?P<task>[^.;]+?)(?: til (?P<to>{UNITS}))?(?=[.;,]?\s*$|, (?:som|der|når|jf)\b)"
)
_ALONG = re.compile(
    rf"\s*(?P<task>[^,.;]{{3,90}}?) følger (?:også |ligeledes )?med (?:over )?fra (?P<from>{UNITS})(?=[.;,]|$)"
)
_POINTS = re.compile(r"\W*(?:opgaven|opgaverne|ansvaret|den|det|denne opgave)\W*$", re.IGNORECASE)
_DUTY = re.compile(r"\s*(?:en|et|sin|sit|sine|bidrag|indstilling\w*|udtalelse\w*|svar|høringssvar\w*|rapport\w*)\b")


def receivers(statement: Statement, earlier: Sequence[Responsibility]) -> list[Mention]:
    """Who gets what the points of a list give away: the receiver of the move told just before the list."""
    moves = [r for r in earlier if r.relation == "transfer" and r.to_unit and statement.kind is BlockKind.LIST_ITEM]
    return [Mention(0, 0, moves[-1].to_unit, "udvalg")] if moves else []


def dated_as_lead(
    rows: Sequence[Responsibility], statement: Statement, earlier: Sequence[Responsibility]
) -> list[Responsibility]:
    """The rows of a point; a move without a day to the receiver of the lead-in takes the lead-in's day."""
    lead = next((r for r in reversed(earlier) if r.relation == "transfer"), None)
    if lead is None or lead.effective_from is None or statement.kind is not BlockKind.LIST_ITEM:
        return list(rows)
    return [_dated(r, lead) if r.from_unit and r.to_unit == lead.to_unit else r for r in rows]


def _dated(row: Responsibility, lead: Responsibility) -> Responsibility:
    if row.relation != "transfer" or row.effective_from or row.conditions:
        return row
    return replace(
        row,
        effective_from=lead.effective_from,
        basis=lead.basis,
        effective_text=lead.effective_text,
        effective_span=lead.effective_span,
    )


def given_up(masked: Masked, receivers: Sequence[Mention]) -> Iterator[Draft]:
    """Drafts of one masked sentence. receivers: who gets it where the sentence names nobody."""
    rule = next(r for r in load_rules() if r.name == "flyttes")
    for form in (_GIVES, _ALONG):
        match = form.match(masked.text)
        if match is None or _DUTY.match(match["task"]):
            continue
        named = match.groupdict().get("to")
        to = masked.mentions(*match.span("to")) if named else list(receivers)
        source = masked.mentions(*match.span("from"))
        points = _POINTS.match(match["task"]) is not None
        if points and not match.groupdict().get("had"):
            continue
        task = match.span("had" if points else "task")
        if to and source and not source[-1].genitive and to[-1].text != source[-1].text:
            verb = (match.end("from"), match.end("from") + 1) if form is _GIVES else (match.end("task"), match.end())
            yield Draft(rule, task, (0, len(masked.text)), verb, to, source, match.end())
