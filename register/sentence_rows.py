"""Rows of a document's sentences, one after the other; what one says may hold for those below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.schema import BlockKind, Responsibility
from register.forms.belongings import read_belongings
from register.forms.by_turns import by_turns
from register.forms.entrusted import read_entrusted
from register.forms.followed import followed
from register.forms.given_up import dated_as_lead, given_up, receivers
from register.forms.handed_on import handed_on
from register.forms.left_behind import with_left_behind
from register.forms.list_leads import moved_from, read_remits
from register.forms.meanwhile import held_meanwhile
from register.forms.moved_along import moved_along
from register.forms.moved_here import moved_here
from register.forms.pointing import settled
from register.forms.present_duties import read_present
from register.forms.purposes import with_purposes
from register.forms.same_day import on_same_day
from register.forms.succession import succeeded
from register.forms.today import from_who_has_it
from register.forms.working import read_working
from register.names.unit_forms import Mention
from register.owners.here import done_here
from register.prepared import Reading
from register.rows import rows_of
from register.rules import load_rules
from register.sentences.frames import Draft, read_frames
from register.sentences.lead_ins import AMONG, GOES_ON, LIST_FOLLOWS, lists_what_was_told, named_before_list, of_item
from register.sentences.masking import mask
from register.sentences.open_leads import lead_words
from register.sentences.place import Place
from register.sentences.reading import Statement

_LONGEST_SENTENCE = 1500  # characters; what is longer is no sentence but a table or a list without marks
_SENTENCE_WORDS = 8  # a "heading" this long may be a sentence
_LEFT_OUT = re.compile(r"\b(?:eksklusive|ekskl\.|undtagen|undtaget|bortset fra|med undtagelse af)", re.IGNORECASE)
_LINES_OF_TABLE = re.compile(r"\|[^\n|]*\|[^\n]*\n[^\n|]*\|")  # two lines set with bars
_ENDS = re.compile(r"[.!?]\s*$")
_PROPOSED = re.compile(r"indstill|beslutning", re.IGNORECASE)

_Said = tuple[Place, list[Draft]]


@dataclass
class _Before:
    """What the statements before say for the next one. lead: the one whose list it may stand in; last: the one just
    before; units: those named last; rows: of the sentences before in its section."""

    lead: _Said | None = None
    last: _Said | None = None
    units: list[Mention] = field(default_factory=list)
    rows: list[Responsibility] = field(default_factory=list)
    section: tuple[str, ...] = ()


def rows_of_sentences(reading: Reading) -> Iterator[Responsibility]:
    """Rows of all sentences in their order, those of a list under the sentence that opens it."""
    before = _Before()
    for n, statement in enumerate(reading.statements):
        place = place_of(reading, n)
        drafts = _drafts(place, before.units) or list(given_up(place.masked, receivers(statement, before.rows)))
        drafts = drafts or [*done_here(place.masked, statement.section), *moved_from(place.masked, before.rows)]
        rows = _rows(reading, n, place, drafts, before.rows)
        words = lead_words(statement.text, _list_below(reading.statements, n))
        if _is_item(statement) and before.lead and before.lead[1]:
            yield from of_item(statement, before.lead, rows)
        elif not (_opens_list(words) and LIST_FOLLOWS.search(words)) or AMONG.search(words):
            yield from rows
        else:
            yield from named_before_list(drafts, place)
        before = _Before(
            _lead(before, place, drafts, words),
            (place, drafts),
            reading.mentions[statement.start] or before.units,
            [*(before.rows[-4:] if statement.section == before.section else ()), *rows],
            statement.section,
        )


def place_of(reading: Reading, n: int) -> Place:
    """A statement with all that its rows may need to look at."""
    statement = reading.statements[n]
    following = []
    for other in reading.statements[n + 1 : n + 4]:
        if other.first:
            break
        following.append(" ".join(other.text.split()))
    masked = mask(reading.document.cleaned, statement.start, statement.end, reading.mentions[statement.start])
    before = " ".join(_closed(s.text) for s in reading.statements[max(0, n - 3) : n])
    case = reading.cases[n]
    return Place(reading.document, statement, masked, tuple(following), reading.dating[n], before, case)


def _rows(
    reading: Reading, n: int, place: Place, drafts: Sequence[Draft], earlier: list[Responsibility]
) -> list[Responsibility]:
    """What the drafts of a sentence come to beside the rows of the sentences before."""
    statement, document = place.statement, reading.document
    rows = [row for draft in drafts for row in rows_of(draft, place)]
    rows = with_left_behind(rows, statement.text, statement.start, document.date)
    rows = from_who_has_it(rows, statement, reading.mentions[statement.start])
    rows = dated_as_lead(rows, statement, earlier)
    here = moved_here(place, n, reading.statements, reading.mentions)
    rows = [here] if here else moved_along(rows, statement, earlier)
    rows = on_same_day(rows, statement, reading.statements[max(0, n - 1)], document.date)
    rows = settled(rows, earlier, place.before, place.case, document.cleaned)
    rows = with_purposes(followed(rows, statement, earlier, document), statement.text)
    return held_meanwhile(place, earlier) or succeeded(rows, place, earlier)


def _lead(before: _Before, place: Place, drafts: list[Draft], words: str) -> _Said | None:
    """The sentence whose list comes next, None where none does. words: the statement's own, as far as they lead."""
    statement, lead, last = place.statement, before.lead, before.last
    if last and last[1] and not drafts and lists_what_was_told(statement, last[1], last[0]):
        return last  # "Det er opgaver vedrørende:" lists what the sentence before gives to someone
    if _opens_list(words) and lead and lead[1] and not drafts and GOES_ON.match(statement.text):
        return lead  # "samt drift af:" or "Skoler:" goes on with the list before
    unfilled = [d for d in drafts if not list(rows_of(d, place))]
    if _opens_list(words) or (unfilled and not _is_item(statement) and not _ENDS.search(statement.text)):
        return place, drafts if LIST_FOLLOWS.search(words) else unfilled
    return lead if statement.kind is BlockKind.LIST_ITEM else None


def _opens_list(words: str) -> bool:
    return words.rstrip().endswith(":")


def _is_item(statement: Statement) -> bool:
    return statement.kind is BlockKind.LIST_ITEM and statement.first


def _list_below(statements: Sequence[Statement], n: int) -> bool:
    """A list starts right behind this statement, which is no item itself."""
    after = statements[n + 1] if n + 1 < len(statements) else None
    return after is not None and after.kind is BlockKind.LIST_ITEM and statements[n].kind is not BlockKind.LIST_ITEM


def _drafts(place: Place, last: list[Mention]) -> list[Draft]:
    """What the rules read in a sentence. A heading is read where it is long enough to be a sentence. What is
    left out of a move ("dog eksklusive …, som flyttes til …") comes from the same giver."""
    if len(place.statement.text) > _LONGEST_SENTENCE or _LINES_OF_TABLE.search(place.statement.text):
        return []
    read = list(read_remits(place.masked)) or handed_on(
        by_turns(read_frames(place.masked, load_rules(), last), place.masked), place.masked
    )
    read = [*read, *read_present(place.masked, place.statement, read)]
    read = [*read, *read_working(place.masked, read)]
    read = [*read, *read_belongings(place.masked, read)]
    read = [*read, *read_entrusted(place.masked, read)]
    drafts = [d for d in read if not _settled_here(d, place.statement)]
    if place.statement.kind is BlockKind.HEADING:
        long = len(place.statement.text.split()) >= _SENTENCE_WORDS
        opens = {
            d.clause: not place.masked.text[d.task[0] : d.task[1]].strip() for d in drafts
        }  # "Selskabet overtager"
        return [d for d in drafts if (long or opens[d.clause]) and d.rule.form in ("passive", "active")]
    sources = [d.source for d in drafts if d.source and d.rule.relation == "transfer"]
    for draft in drafts:
        before = place.masked.text[: draft.verb[0]]
        own = draft.source and draft.source[-1].type not in ("center", "funktion")
        if sources and not own and draft.rule.relation == "transfer" and _LEFT_OUT.search(before):
            draft.source = sources[0]
    return drafts


def _settled_here(draft: Draft, statement: Statement) -> bool:
    """ "Det indstilles, at Byrådet godkender …" asks for this meeting's decision; it gives nobody a task."""
    if draft.rule.name == "godkendes-af":
        return (
            re.match(r"\s*(?:At|at)\b", statement.text) is not None
            and _PROPOSED.search(" ".join((*statement.section[-1:], statement.lead_in))) is not None
        )
    if draft.rule.name != "godkender":
        return False
    around = " ".join((*statement.section[-2:], statement.lead_in, statement.text))
    return _PROPOSED.search(around) is not None or re.match(r"\s*At\b", statement.text) is not None


def _closed(text: str) -> str:
    """A sentence or heading with its full stop."""
    return text if re.search(r"[.:;!?]\s*$", text) else f"{text.rstrip()}."
