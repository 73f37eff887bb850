"""How well a table's row is the one that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from answer.compose.common import Context
from answer.compose.table_meant import net_for_total, not_by_kin
from answer.compose.table_rows import (
    TOTAL,
    WHOLE,
    YEAR,
    Row,
    has_numbers,
    mark_of,
    may_be_asked,
    rows_of,
    speaks_of_table,
)
from answer.compose.table_totals import total_fit
from answer.matching import coverage, match
from answer.understanding.sources import codes, named_strength
from answer.understanding.terms import Term
from core.danish.roots import same_root
from core.danish.tokens import is_stop_word, stem, tokenize
from core.schema import Block, BlockKind, Document

SURE = 0.5  # share of the topic that row label and caption must meet
SURE_OF_TABLE = 0.34  # and where the question itself says that a table holds it
NAMED_FIT = 0.3  # least fit of a row whose whole label the question says
_LABEL = 0.45  # share of the fit that says how much of the row's own label the question names
_TOLD = 0.95  # what a fit by rows of the same number is worth of one by its own words
_BY_TEXT = 0.7  # and a fit by the section that tells of the row's activity
_KIN = 0.9  # what a label's word counts for of which the question says a near relative only
_ALL = 0.89  # from here every word of a label is met
_BY_CAPTION = 0.9  # and one by the caption of a table that has this one row
_RARE, _MET = 0.5, 0.5  # a word that says what the row must be of, and where it does
_HALF = 4  # letters of half a compound
_OWN_BONUS = 0.25  # for the row of own means, where the question asks what somebody pays themselves
_SECTION_CHARS = 2500
_MONEY_WORD = re.compile(
    r"udgift\w*|budget\w*|beløb\w*|sum\w*|delsum\w*|samle\w*|afsat|sat|kost\w*|bevil\w*|penge|periode\w*|år\w*|"
    r"tabel\w*|ift|ført|ifølge|iflg|stig\w*|fald\w*|ændr\w*|forskel\w*|mere|mindre|højere|lavere|øge\w*|reducer\w*|"
    r"linjen?|rækken?|beregn\w*|anfør\w*|angiv\w*|oplyst?|netto\w*|regnes?|sammen|første|sidste|brug(?:es?|t|te)|"
    r"forvent\w*|vente[ts]?"
)
PERCENT_WORD = re.compile(r"procent\w*|pct|andel\w*", re.IGNORECASE)
_SORTS = ("drift", "anlæg")
_OWN = re.compile(r"\b(?:egen|egne|eget|selv|own)\b", re.IGNORECASE)
_PAYS_ITSELF = re.compile(
    r"\b(?:\w*finansier|dæk|betal|bidrag)\w*\b.*\b(?:selv|egne|egen|eget)\b|"
    r"\b(?:selv|egne|egen|eget)\b.*\b(?:\w*finansier|dæk|betal|bidrag)",
    re.IGNORECASE,
)


def rows_by_fit(context: Context) -> list[Row]:
    """All rows that hold numbers, best first; totals give way to a row the question names in full."""
    found = [
        replace(row, fit=_fit(context, row)) for document in context.documents.values()
        for row in rows_of(document) if may_be_asked(context, row) and has_numbers(row)
    ]  # fmt: skip
    found = net_for_total(context, [not_by_kin(context, row) for row in found])
    return sorted(_without_totals(context, found), key=lambda row: (-round(row.fit, 2), -row.table.confidence))


def least_fit(context: Context) -> float:
    """The fit from which a row answers."""
    return SURE_OF_TABLE if speaks_of_table(context) else SURE


def _without_totals(context: Context, rows: Sequence[Row]) -> list[Row]:
    """Where the question names a row in full, "samlet" speaks of that row's own total: the row is sure enough,
    and the document's total rows are left out."""
    named = [r for r in rows if not TOTAL.search(r.label) and r.fit > NAMED_FIT and met(context, r.label) == 1.0]
    named = [r for r in named if not _of_other_thing(context, r)]
    if not named:
        return list(rows)
    raised = [replace(row, fit=max(row.fit, SURE)) if row in named else row for row in rows]
    inside = {row.document.id for row in named}
    return [row for row in raised if not (TOTAL.search(row.label) and row.document.id in inside)]


def _of_other_thing(context: Context, row: Row) -> bool:
    """True where the question asks for the row's thing of something ("implementering af havneplanen") that neither the
    table nor its paper's title names."""
    heads = " ".join((row.table.caption, *row.table.section, *row.table.columns, row.document.title))
    about = f"{row.name} {row.beside} {heads} {_told_of(row)}"
    heavy = [t for t in context.question.terms if t.weight >= _RARE and not t.word.isdigit()]
    return any(match(t, about) < _MET and not _MONEY_WORD.fullmatch(t.word) for t in heavy)


def _fit(context: Context, row: Row) -> float:
    """How well a row is the one asked for. A total row fits a question about the whole; any other must be met
    by the question as well as meet it."""
    asked = context.question
    named = named_strength(asked.mended, row.document, asked.when.spans)
    naming = codes(asked.mended) if named else set()
    topic = [t for t in asked.terms if not t.word.isdigit() and not WHOLE.fullmatch(t.word)]
    around = f"{row.table.caption} {' '.join(row.table.section)}"
    if TOTAL.search(row.label):
        bare = [t for t in topic if not _MONEY_WORD.fullmatch(t.word)]
        return total_fit(context, row, bare, around, named, met(context, row.label))
    if not _right_year(context, row) or _other_sort(asked.mended, f"{row.name} {row.table.caption}"):
        return 0.0
    inner = [t for t in topic if t.word not in naming and not _MONEY_WORD.fullmatch(t.word)]
    inner = [t for t in inner if not _names_column(t, row)] or inner
    own = bool(_PAYS_ITSELF.search(asked.mended)) and bool(_OWN.search(row.label))
    around = f"{row.group} {around} {_halves(inner, f'{row.label} {row.group} {row.beside}')}"
    label = f"{row.label} {_kin(inner, row.label)}"
    if _whole(context, row.label):
        label = f"{label} {_halves(inner, row.label)}"  # every word of it is asked for
    beside = _TOLD * coverage(inner, label, f"{around} {row.beside}") if row.beside else 0.0
    inside = max(coverage(inner, label, around), beside)
    said = max(said_in_full(context, row.label), 0.9 * met(context, row.name))
    if is_alone(row) and speaks_of_table(context):
        inside = max(inside, _BY_CAPTION * coverage(inner, f"{label} {row.table.caption}"))
    named_so = inside * (1 - _LABEL + _LABEL * said) + _OWN_BONUS * own
    return max(named_so, _BY_TEXT * coverage(inner, row.label, f"{around} {_told_of(row)}"))


def is_alone(row: Row) -> bool:
    """True for the only row of a table, its total set aside: the table's caption is about it."""
    labels = {cell.row_label for cell in row.table.cells}
    return len([label for label in labels if label and not TOTAL.search(label)]) == 1


def _halves(topic: Sequence[Term], label: str) -> str:
    """Compounds of the question of which the label says one half ("jura" for "juraundervisning")."""
    own = [w for w in tokenize(label) if len(w) >= _HALF]
    return " ".join(t.word for t in topic if any(_shares_half(t, word) for word in own))


def _shares_half(term: Term, word: str) -> bool:
    """True where one begins or ends with the other, or the word begins with the term's first part."""
    if term.word.startswith(word) or stem(term.word).endswith(stem(word)):
        return True
    return bool(term.parts) and len(term.parts[0]) >= _HALF and word.startswith(term.parts[0])


def _kin(topic: Sequence[Term], label: str) -> str:
    """Words of the question made of the same loan verb as one of the label's ("supervisere" for "supervision")."""
    return " ".join(t.word for t in topic if any(same_root(t.word, word) for word in tokenize(label)))


def _other_sort(question: str, about: str) -> bool:
    """True where the question speaks of the one of two sorts of spending, and the row of the other."""
    asked, held = ({sort for sort in _SORTS if sort in text.lower()} for text in (question, about))
    return bool(asked and held and not asked & held)


def _right_year(context: Context, row: Row) -> bool:
    """A row that is a year is the one asked for only when the question names that year."""
    own = YEAR.findall(row.label) if re.fullmatch(r"\W*(?:år\s*)?(?:19|20)\d\d\b.*", row.label, re.I) else []
    asked = set(map(str, context.question.when.years))
    return not own or not asked or bool(asked & set(own))


def _names_column(term: Term, row: Row) -> bool:
    """True for a word of the question that names a column and not this row."""
    heads = row.table.columns[1:]
    if PERCENT_WORD.fullmatch(term.word):
        return any("%" in head or "pct" in head.lower() for head in heads)
    return match(term, row.name) < 0.5 and any(match(term, head) >= 0.9 for head in heads)


def met(context: Context, label: str, *, halves: bool = False) -> float:
    """Share of the label's own words that the question says, or of which it says a near relative. halves: a word
    that opens or ends one of the question's counts too ("team" for "plejeteamet")."""
    own = {stem(w): w for w in tokenize(label) if len(w) > 2 and not w.isdigit() and not is_stop_word(w)}
    terms = context.question.terms
    said = {variant for term in terms for variant, s in term.variants.items() if s >= 0.55}
    near = (w for w in own if w not in said and (_has_kin(terms, own[w]) or (halves and _is_half(terms, own[w]))))
    return (len(own.keys() & said) + _KIN * len(list(near))) / max(len(own), 1)


def said_in_full(context: Context, label: str) -> float:
    """Share of the label's words met; halves of compounds count where that makes it whole."""
    return max(met(context, label), _whole(context, label))


def _whole(context: Context, label: str) -> float:
    """How much the label is met where all its words are, 0 where one is not."""
    share = met(context, label, halves=True)
    return share if share > _ALL else 0.0


def _is_half(terms: Sequence[Term], word: str) -> bool:
    return len(word) >= _HALF and any(t.word.startswith(word) or stem(t.word).endswith(stem(word)) for t in terms)


def _has_kin(terms: Sequence[Term], word: str) -> bool:
    return any(same_root(term.word, word) for term in terms)


def _told_of(row: Row) -> str:
    """The text under a heading of the row's own name: what the document tells of the activity in the row."""
    own = _stems_of(row.label)
    if not own:
        return ""
    for first, block in enumerate(row.document.blocks):
        if block.kind is BlockKind.HEADING and _is_of(row.label, own, _text(row.document, block)):
            return _under(row.document, first)
    return ""


def _is_of(label: str, own: frozenset[str], heading: str) -> bool:
    """A heading that says the label's words and no others, or bears its number and says them among others."""
    said = _stems_of(heading)
    return said == own or (own <= said and mark_of(label) != "" and mark_of(label) == mark_of(heading))


def _under(document: Document, first: int) -> str:
    start = document.blocks[first].start
    end = next((b.start for b in document.blocks[first + 1 :] if b.kind is BlockKind.HEADING), len(document.cleaned))
    return document.cleaned[start : min(end, start + _SECTION_CHARS)]


def _text(document: Document, block: Block) -> str:
    return document.cleaned[block.start : block.end]


@lru_cache(maxsize=10_000)
def _stems_of(label: str) -> frozenset[str]:
    return frozenset(stem(w) for w in tokenize(label) if len(w) > 2 and not w.isdigit() and w != "afsnit")
