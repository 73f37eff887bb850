"""Rows of what the tagger marked, where no rule gave one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from core.danish.tokens import content_stem, content_words
from core.schema import Responsibility, Span, Tagged
from register.names.unit_forms import Mention
from register.owners.owner_words import CAP, KINDS, LOW, NOBODY
from register.rows import LONGEST_QUOTE, Told, row_at
from register.sentences.place import Place
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task
from register.sentences.timing import Timing, general_timing, own_timing

ORIGIN = "tagger"
_BESIDE = 0.8  # share from which a mark counts where a rule gives the same unit another task in the same sentence
_SENT_TO = re.compile(  # "… forelægges for <unit>": it hears of the task
    r"\b(?:forelæg\w*|forelagt|indstilles|afrapporter\w*|orienter\w*|underret\w*|(?:videre|frem|ind)?sendes)"
    r"(?:\s+\w+){0,2}?(?:\s+(?:for|til|i))?(?:\s+(?:den|det|de))?\s*$"
    r"|\b(?:tæt(?:tere)?\s+på|sammen\s+med|i\s+(?:samarbejde|dialog)\s+med|efter\s+(?:aftale|drøftelse)\s+med)"
    r"(?:\s+(?:den|det|de))?\s*$"  # or stands near it
)
_TREATED = re.compile(r"\b(?:behandles|behandlet|drøftes|drøftet)\b(?!.*\baf\s*$)", re.DOTALL)  # a case, by a body
_OWNER = re.compile(  # a name, or a noun for a body or role; never a fragment
    rf"(?!(?:og|samt|for|fra|til|med|i|på|af|som|der)\b|[-–])(?={NOBODY}\S+$|.*\s)"
    rf"(?=.*(?:[{LOW}-]*{KINDS}[{LOW}]{{0,5}}(?![\w-])|(?<![\w-])[{CAP}])).*(?<![-–])(?<!\sog)(?<!\sfra)(?<!\sfor)(?<!\si)$"
)
_GENITIVE = re.compile(r"(en|et|ne|mune)s$")  # "Formandens opgaver"
_BELONGS = re.compile(  # what follows a genitive that names an owner: "Formandens opgaver", "er Planudvalgets."
    r"\s*(?:$|[.,;:)(–-])|\s+(?:\w+\s+){0,2}?(?:opgave|ansvar|pligt|rolle|kompetence|område|funktion|bord|sag|domæne)"
)
_HEARS = re.compile(r"\s+(?:orienteres|høres|underrettes|inddrages|informeres)\b")
_BEGINS = re.compile(
    r"\s*Det\s+bliver\s+(?!ved\b|fortsat\b|uændret\b)|\s*(?:Fremover|Herefter|Derefter|Fra den dato)\s+(?!fortsat\b)"
)
_FEWEST_WORDS = 4  # of a statement
_BESIDE_SIGN = re.compile(r"[:|–\t(]|\.{3}|\s-")
_AROUND_TIME = 12  # characters before words of time that may bound them: "senest den"
_LONGEST_NAME = 300  # characters


def rows_of_tags(
    tagged: Iterable[Tagged],
    text: str,
    places: Callable[[int], Place],
    statements: Sequence[Statement],
    mentions: Mapping[int, Sequence[Mention]],
    known: Sequence[Responsibility],
) -> list[Responsibility]:
    """Rows marked origin "tagger". text: the cleaned text. places: gives the place of the
    statement of that number. known: rows of the rules, which stand."""
    at = {statement.start: n for n, statement in enumerate(statements)}
    named = sorted((mention for found in mentions.values() for mention in found), key=_start)
    rows: list[Responsibility] = []
    for one in tagged:
        n = at.get(one.here.start)
        if n is not None and not (_hears(one, text) or _is_unit(one.task, named) or _is_scrap(one, text)):
            row = _row(one, places(n), named)
            rows += [row] if row is not None and _is_new(row, one.share, known) else []
    return rows


def _start(mention: Mention) -> int:
    return mention.start


def _near(named: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Mentions that may overlap a span; named: in order."""
    first = bisect_left(named, span.start - _LONGEST_NAME, key=_start)
    return named[first : bisect_left(named, span.end, key=_start)]


def _row(one: Tagged, place: Place, named: Sequence[Mention]) -> Responsibility | None:
    text = place.document.cleaned
    task = clean_task(text[one.task.start : one.task.end])
    to = _names(text, one.to, named)
    if not task or not to or task in to or not all(_is_owner(name) for name in to):
        return None
    if any(_GENITIVE.search(text, span.start, span.end) and not _BELONGS.match(text, span.end) for span in one.to):
        return None  # "Nordby Kommunes regelsæt for kørsel"
    source = "; ".join(name for name in _names(text, one.source, named) if name not in to)
    timing = _timing(one, place, task)
    before = text[one.here.start : min(one.to[0].start, one.here.end)] if one.to[0].start > one.here.start else ""
    begins = one.relation == "keep" and _BEGINS.match(text, one.here.start) is not None
    relation = "assign" if begins else one.relation
    told = Told(task, "; ".join(to), source, relation, timing, before, state=relation == "keep")
    row = row_at(told, place)
    first = min(span.start for span in (one.task, *one.to, one.here))
    start = first if row.end - first <= LONGEST_QUOTE else row.start
    return replace(row, start=start, origin=ORIGIN)


def _is_owner(name: str) -> bool:
    return len(name) <= _LONGEST_NAME and _OWNER.match(name) is not None


def _names(text: str, spans: Sequence[Span], named: Sequence[Mention]) -> list[str]:
    """The units' names as the document's other rows have them, else the words themselves: "Ældrerådets sekretær" is
    not the council."""
    found = []
    for span in spans:
        words = " ".join(text[span.start : span.end].split())
        inside = [
            m for m in _near(named, span) if span.end <= m.end and 2 * (span.end - m.start) > span.end - span.start
        ]
        best = max(inside, key=lambda m: m.end - m.start, default=None)
        found.append(best.text if best else _without_genitive(words, text))
    return list(dict.fromkeys(found))


def _without_genitive(words: str, text: str) -> str:
    """ "Kajens" is the owner "Kajen" where the text also says that."""
    bare = _GENITIVE.sub(r"\1", words)
    known = bare.endswith("s") and re.search(rf"(?<!\w){re.escape(bare[:-1])}(?!\w)", text)
    return bare[:-1] if known else bare


def _timing(one: Tagged, place: Place, task: str) -> Timing:
    """The marked words' date; for a move without any that of the general clause."""
    statement, timing = place.statement, Timing()
    for span in (*one.when, *one.until):
        if statement.start <= span.start and span.end <= statement.end:
            begin = max(0, span.start - statement.start - _AROUND_TIME)
            read = own_timing(statement.text, (begin, span.end - statement.start), place.document.date)
            read = read.placed(statement.start)
            timing = replace(timing, until=read.until or read.start) if span in one.until else read
    if one.when or one.until or one.relation != "transfer":
        return timing
    return general_timing(place.clauses, statement.section, task)


def _hears(one: Tagged, text: str) -> bool:
    """True where the task is only brought before its "owner"."""
    before = " ".join(text[one.here.start : max(one.here.start, one.to[0].start)].split())
    if _SENT_TO.search(before) or _HEARS.match(text, one.to[-1].end):
        return True
    return one.relation == "assign" and _TREATED.search(before) is not None


def _is_scrap(one: Tagged, text: str) -> bool:
    """ "Omdelt til Udvalg": too few words for a statement, and no sign that sets an owner beside a task."""
    words = text[one.here.start : one.here.end]
    return len(words.split()) < _FEWEST_WORDS and not _BESIDE_SIGN.search(words)


def _is_unit(task: Span, named: Sequence[Mention]) -> bool:
    """ "<unit> kommer til at hedde <unit>"."""
    return any(m.start <= task.start and task.end <= m.end for m in _near(named, task))


def _is_new(row: Responsibility, share: float, known: Sequence[Responsibility]) -> bool:
    """False where a rule gave the task an owner: in the same words, by the same sentence or anywhere to the same
    unit. A second task of that sentence for the same unit must be surer."""
    beside = [r for r in known if r.start < row.end and row.start < r.end and not _is_former(r, row)]
    if share < _BESIDE and any(r.to_unit == row.to_unit for r in beside):
        return False
    same = [r for r in known if r.to_unit == row.to_unit]
    return not any(_alike(row.task, r.task) for r in (*beside, *same))


def without_former(known: Sequence[Responsibility], rows: Sequence[Responsibility]) -> list[Responsibility]:
    """A rule's rows without those that give a task to whom a tagged row of the same sentence says it is taken from."""
    return [r for r in known if not any(_is_former(r, row) for row in rows)]


def _is_former(rule: Responsibility, row: Responsibility) -> bool:
    """ "Broen, som Vejudvalget har i dag, …": what a rule reads of today, where the tagger reads the move."""
    told = rule.start < row.end and row.start < rule.end and rule.relation in ("assign", "keep")
    return told and rule.to_unit in row.from_unit.split("; ") and _alike(rule.task, row.task)


def _alike(a: str, b: str) -> bool:
    """True where the shorter's words stand in the longer."""
    first, second = ({content_stem(word.text) for word in content_words(words)} for words in (a, b))
    small, large = sorted((first, second), key=len)
    return (bool(small) and len(small & large) >= 0.6 * len(small)) or re.sub(r"\W", "", a) in re.sub(r"\W", "", b)
