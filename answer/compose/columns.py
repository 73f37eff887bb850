"""Which columns of a table a question means: by the words of their heads, by year, or by their place in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from answer.compose.common import Context
from answer.compose.table_rows import TOTAL, YEAR
from answer.matching import match
from answer.understanding.terms import Term
from core.danish.numbers import parse_ordinal, parse_word
from core.danish.roots import same_root
from core.danish.tokens import is_stop_word, stem, tokenize
from core.schema import Cell

SHARE = re.compile(r"\b(?:andel\w*|del af|procent\w*|pct|hvor stor (?:en )?del|share|percentage)", re.IGNORECASE)
_MORE = re.compile(r"\b(?:mere|flere|færre|mindre|højere|lavere|større|dyrere|billigere)\b.*?\bend\b", re.IGNORECASE)
_NO_SUM = re.compile(r"%|\bpct|procent|afvig|forskel|ændring|difference|\+/-", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?P<place>første|andet|tredje|fjerde|sidste|seneste)\s+(?P<count>to|tre|fire|fem)?\s*"
    r"(?:\w{3,}\s+)?(?:budget|projekt|kalender|regnskabs)?år(?:et)?\b",
    re.IGNORECASE,
)
_NAMED = 0.5  # share of a column head's words that the question must say
_PART, _HALF = 0.8, 4  # what a head's word is worth that holds one of the question's, of so many letters


def by_head(context: Context, cells: Sequence[Cell]) -> list[Cell]:
    """Cells whose column the question names in words ("pct.", "antal pladser", "det korrigerede budget")."""
    years = set(map(str, context.question.when.years))
    scored = [(cell, _said(context.question.terms, context.question.mended, cell.column_head)) for cell in cells]
    best = max((met for _, met in scored), default=0.0)
    if best < _NAMED or len(cells) < 2:
        return []
    picked = [cell for cell, met in scored if met >= best - 0.01]
    picked = [cell for cell in picked if years & set(YEAR.findall(cell.column_head))] or picked
    return picked if len(picked) < len(cells) else []


def _said(terms: Sequence[Term], text: str, head: str) -> float:
    """Share of a head's words that the question says; years and totals are looked for elsewhere."""
    if "%" in head and SHARE.search(text):
        return 2.0
    words = [w for w in tokenize(head) if len(w) > 2 and not w.isdigit() and not is_stop_word(w)]
    if not words or TOTAL.search(head):
        return 0.0
    return sum(max((_alike(term, word) for term in terms), default=0.0) for word in words) / len(words)


def _alike(term: Term, word: str) -> float:
    if match(term, word) >= 0.9 or same_root(term.word, word):
        return 1.0
    own = stem(term.word)
    return _PART if len(own) >= _HALF and own in word else 0.0


def against(context: Context, cells: Sequence[Cell]) -> list[Cell]:
    """The two cells set against each other ("hvor meget mere ventes brugt end i det oprindelige budget")."""
    text = context.question.mended
    found = _MORE.search(text)
    sums = [cell for cell in cells if not _NO_SUM.search(cell.column_head)]
    if found is None or len(sums) < 2:
        return []
    after = [t for t in context.question.terms if t.word in text[found.end() :].lower()]
    before = [t for t in context.question.terms if t not in after]
    second = max(sums, key=lambda cell: _said(after, "", cell.column_head))
    rest = [cell for cell in sums if cell is not second]
    first = max(rest, key=lambda cell: _said(before, "", cell.column_head))
    named = _said(after, "", second.column_head) >= _NAMED and _said(before, "", first.column_head) > 0
    return [second, first] if named else []


def of_years(context: Context, cells: Sequence[Cell]) -> set[str]:
    """The years asked for: as written, or by their place among the columns ("det første år", "de sidste to år")."""
    asked = context.question.when.years
    if asked:
        return set(map(str, asked))
    held = sorted({year for cell in cells for year in YEAR.findall(cell.column_head)})
    found = _PLACE.search(context.question.mended)
    if found is None or len(held) < 2 or any(int(b) - int(a) != 1 for a, b in pairwise(held)):
        return set()
    count = parse_word(found["count"] or "et") or 1
    if found["place"].lower() in ("sidste", "seneste"):
        return set(held[-count:])
    first = (parse_ordinal(found["place"]) or 1) - 1
    return set(held[first : first + count])


def between(cell: Cell, years: set[str]) -> bool:
    """True for a column of a year within the years asked for."""
    found = YEAR.search(cell.column_head)
    return found is not None and min(years) <= found.group() <= max(years)
