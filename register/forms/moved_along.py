"""Moves whose receiver the sentence before names: "Hovednummeret, som i dag passes af A, overdrages samtidig", "De tre
medarbejdere overføres dertil"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.schema import Basis, Responsibility, Status
from register.rows import area_of, row_key
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task

_ALONG = re.compile(
    r"(?P<task>[A-ZÆØÅ][^,.;:]{3,90}?(?:, (?!som |der )[^,.;:]{2,40}?)*)(?:, (?:som|der) (?P<had>[^,.;]{5,90}),)? "
    r"(?:overdrages|overføres|overgår|flyttes|flytter|følger|overgives|henlægges)"
    r"(?P<how>(?: (?:samtidig|samtidigt|ligeledes|også|tilsvarende|med|dertil|hertil))+)"
    r"(?: med| til (?:samme (?:udvalg|forvaltning|enhed|afdeling|sted)))?[.;]?\s*$"
)
_HELD = re.compile(
    r"(?:Indtil|Frem til) da har (?P<who>[A-ZÆØÅ][\wæøå, -]{3,60}?) fortsat (?:ansvaret|myndigheden|driften)"
    r"(?: (?:for|af) (?:begge dele|det hele|disse|opgaverne|opgaven|den|det|dem))?\.$"
)
_LIKEWISE = re.compile(
    r"(?:Det samme|Tilsvarende) gælder (?:også |ligeledes )?(?!for\b|når\b|hvis\b|om\b|i\b|ved\b|at\b|de krav|reglerne)"
    r"(?P<task>[a-zæøåA-ZÆØÅ](?:[^.;:]|\.(?=\s?(?:\d|§))){3,100})\.?\s*$"
)
_NEAR = 3  # characters between a sentence and the next
_NOBODYS = re.compile(r"^(?:Der\b|(?:Det|Den|De|Dette|Disse|Opgave\w*|Ansvaret)$)|^(?:I|På|Ved|For|Fra|Til|Med) ")


def moved_along(
    rows: Sequence[Responsibility], statement: Statement, earlier: Sequence[Responsibility]
) -> list[Responsibility]:
    """The rows of a sentence; where it only goes along with the move told just before, one row with that receiver
    and day instead of the row of who has the thing today."""
    if not rows and earlier and not statement.first:
        rows = _held_until(statement, earlier)
    same = _LIKEWISE.match(" ".join(statement.text.split()))
    if same and not rows and earlier and not statement.first:
        return _likewise(same["task"], statement, earlier)
    found = _ALONG.match(" ".join(statement.text.split()))
    known = [r for r in earlier if r.relation == "transfer" and r.to_unit]
    if found is None or not known or _NOBODYS.match(found["task"]) or statement.first:
        return list(rows)
    if any(r.relation == "transfer" for r in rows):
        return list(rows)
    last, had = known[-1], next((r.to_unit for r in rows if r.relation in ("assign", "keep")), "")
    task = clean_task(found["task"]) or found["task"]  # "de to guider" is vague only by itself
    if not task or had == last.to_unit:
        return list(rows)
    along = last.from_unit if " følger " in statement.text and " med" in found["how"] else ""
    return [_copied(last, task, had if found["had"] else along, statement)]


def _held_until(statement: Statement, earlier: Sequence[Responsibility]) -> list[Responsibility]:
    """ "Indtil da har <unit> fortsat ansvaret for begge dele": of the dated move just before, up to the day before."""
    held, last = _HELD.match(" ".join(statement.text.split())), earlier[-1]
    near = 0 <= statement.start - last.end < _NEAR
    if held is None or not near or last.relation != "transfer" or last.effective_from is None:
        return []
    told = _copied(last, last.task, "", statement)
    day = last.effective_from - timedelta(days=1)
    kept = replace(told, relation="keep", to_unit=held["who"], until=day, effective_from=None, basis=Basis.NONE)
    kept = replace(kept, effective_text="", effective_span=None)
    return [replace(kept, key=row_key(kept))]


def _likewise(words: str, statement: Statement, earlier: Sequence[Responsibility]) -> list[Responsibility]:
    """ "Det samme gælder <task>": what the sentence just before tells of one move, told of another thing."""
    last = earlier[-1]
    told = [r for r in earlier if r.start == last.start and r.relation == last.relation]
    task = clean_task(words)
    near = 0 <= statement.start - last.end < _NEAR
    if last.relation != "transfer" or len(told) != 1 or not task or not near:
        return []
    return [_copied(last, task, last.from_unit, statement)]


def _copied(last: Responsibility, task: str, source: str, statement: Statement) -> Responsibility:
    """The move told before, of another thing."""
    moved = replace(
        last,
        task=task,
        from_unit=source,
        start=statement.start,
        end=statement.end,
        status=Status.DECIDED if last.basis is not Basis.EXPECTED else last.status,
        area=area_of(statement.section),
        conditions=(),
        exceptions=(),
        amounts=(),
        fte=None,
    )
    return replace(moved, key=row_key(moved))
