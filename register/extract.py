"""All facts of one document: units, responsibilities, events, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import BlockKind, Document, Facts, Responsibility, Tagged
from register.decided import by_decision
from register.events import find_all_amounts, find_events
from register.forms.belongings import read_belongings
from register.forms.bodies import rows_of_bodies
from register.forms.by_turns import by_turns
from register.forms.colon_owners import rows_of_colons
from register.forms.due_later import due_as_told_later
from register.forms.entrusted import read_entrusted
from register.forms.exempted import exempted
from register.forms.followed import followed
from register.forms.given_up import dated_as_lead, given_up, receivers
from register.forms.handed_on import handed_on
from register.forms.headings import rows_of_headings
from register.forms.label_lines import rows_of_label_lines
from register.forms.left_behind import with_left_behind
from register.forms.list_leads import moved_from, read_remits, rows_of_steps
from register.forms.moved_along import moved_along
from register.forms.moved_here import moved_here
from register.forms.owner_tables import rows_of_owner_tables
from register.forms.pointing import settled
from register.forms.present_duties import read_present
from register.forms.purposes import with_purposes
from register.forms.remits import rows_of_remits
from register.forms.roles import rows_of_roles
from register.forms.same_day import on_same_day
from register.forms.statutes import dated_by_statute
from register.forms.succession import succeeded
from register.forms.today import from_who_has_it, taken_over, without_givers
from register.forms.until_then import ended_then
from register.forms.waves import rows_of_waves
from register.forms.working import read_working
from register.names.unit_forms import Mention
from register.no_task import without_non_tasks
from register.owners.here import done_here
from register.prepared import Reading, read
from register.rows import rows_of
from register.rules import load_rules
from register.sentences.dated_headings import dated_by_heading
from register.sentences.dated_stages import dated_by_stage
from register.sentences.frames import Draft, read_frames
from register.sentences.lead_ins import AMONG, GOES_ON, LIST_FOLLOWS, lists_what_was_told, named_before_list, of_item
from register.sentences.masking import mask
from register.sentences.open_leads import lead_words
from register.sentences.place import Place
from register.sentences.reading import Statement
from register.tagging.rows import rows_of_tags, without_former
from register.tidy import tidy

_LONGEST_SENTENCE = 1500  # characters; what is longer is no sentence but a table or a list without marks
_SENTENCE_WORDS = 8  # a "heading" this long may be a sentence
_LEFT_OUT = re.compile(r"\b(?:eksklusive|ekskl\.|undtagen|undtaget|bortset fra|med undtagelse af)", re.IGNORECASE)
_LINES_OF_TABLE = re.compile(r"\|[^\n|]*\|[^\n]*\n[^\n|]*\|")  # two lines set with bars
_ENDS = re.compile(r"[.!?]\s*$")
_PROPOSED = re.compile(r"indstill|beslutning", re.IGNORECASE)


def extract(document: Document, tagged: Sequence[Tagged] = ()) -> Facts:
    """Everything the register reads from one document. Every row's span holds the words it rests on; a
    document without responsibilities gives no row. tagged: what the tagger marked, for rows no rule reads."""
    reading = read(document)
    rows = list(_from_sentences(reading))
    rows += rows_of_waves(reading.statements, reading.index, document, rows)
    rows += rows_of_steps(reading.statements, document, rows)
    rows += rows_of_headings(reading.statements, reading.mentions, document, reading.clauses, rows)
    rows += rows_of_remits(reading.statements, reading.mentions, document, rows)
    rows += rows_of_bodies(reading.statements, reading.mentions, document, reading.clauses)
    rows += rows_of_roles(reading.statements, reading.mentions, document, reading.cases)
    rows += rows_of_owner_tables(document, reading.index)
    rows += rows_of_label_lines(document, reading.statements, reading.mentions)
    rows += rows_of_colons(reading.statements, document, rows)
    marked = rows_of_tags(
        tagged,
        document.cleaned,
        lambda n: _place(reading, reading.statements[n], n),
        reading.statements,
        reading.mentions,
        rows,
    )
    rows = [*without_former(rows, marked), *marked]
    rows = dated_by_stage(rows, reading.statements, document.date)
    rows = exempted(rows, reading.statements, document.date)
    rows = due_as_told_later(rows, reading.statements, document.date)
    rows = without_non_tasks(dated_by_heading(rows, document), document.cleaned)
    rows = without_givers(taken_over(rows, document.cleaned), document.cleaned)
    rows = [ended_then(r, document.cleaned, document.date) for r in rows]
    rows = dated_by_statute(tidy(_without_steps(rows, reading), reading.index.units), document, reading.clauses)
    rows = by_decision(rows, document)
    return Facts(
        document.id,
        tuple(reading.index.units),
        tuple(rows),
        tuple(find_events(document, reading.statements)),
        tuple(find_all_amounts(document, reading.statements)),
    )


def _without_steps(rows: list[Responsibility], reading: Reading) -> list[Responsibility]:
    """That a case is sent on for treatment is told only where the case hands nobody its own delegation."""
    case_at = {s.start: case for s, case in zip(reading.statements, reading.cases, strict=True)}
    words = {s.start: s.text for s in reading.statements}
    delegated = {case_at.get(r.start, "") for r in rows if "delegere" in words.get(r.start, "")} - {""}
    return [r for r in rows if not (r.task.startswith("behandling: ") and case_at.get(r.start) in delegated)]


def _from_sentences(reading: Reading) -> Iterator[Responsibility]:
    lead: tuple[Place, list[Draft]] | None = None
    last: list[Mention] = []
    told: tuple[Place, list[Draft]] | None = None  # what the statement before said
    earlier: list[Responsibility] = []
    section: tuple[str, ...] = ()
    for n, statement in enumerate(reading.statements):
        place = _place(reading, statement, n)
        drafts = _drafts(place, last) or list(given_up(place.masked, receivers(statement, earlier)))
        drafts = drafts or [*done_here(place.masked, statement.section), *moved_from(place.masked, earlier)]
        rows = [row for draft in drafts for row in rows_of(draft, place)]
        rows = with_left_behind(rows, statement.text, statement.start, reading.document.date)
        rows = from_who_has_it(rows, statement, reading.mentions[statement.start])
        rows = dated_as_lead(rows, statement, earlier)
        here = moved_here(place, n, reading.statements, reading.mentions)
        rows = [here] if here else moved_along(rows, statement, earlier)
        rows = on_same_day(rows, statement, reading.statements[max(0, n - 1)], reading.document.date)
        rows = settled(rows, earlier, place.before, place.case, reading.document.cleaned)
        rows = with_purposes(followed(rows, statement, earlier, reading.document), statement.text)
        rows = succeeded(rows, place, earlier)
        earlier = [*(earlier[-4:] if statement.section == section else ()), *rows]
        section = statement.section
        words = lead_words(statement.text, _list_below(reading.statements, n))
        listing = words.rstrip().endswith(":")
        in_list = statement.kind is BlockKind.LIST_ITEM and statement.first
        if in_list and lead and lead[1]:
            yield from of_item(statement, lead, rows)
        elif not (listing and LIST_FOLLOWS.search(words)) or AMONG.search(words):
            yield from rows
        else:
            yield from named_before_list(drafts, place)
        open_drafts = [d for d in drafts if not list(rows_of(d, place))]
        if told and told[1] and not drafts and lists_what_was_told(statement, told[1], told[0]):
            lead = told  # "Det er opgaver vedrørende:" lists what the sentence before gives to someone
        elif listing and lead and lead[1] and not drafts and GOES_ON.match(statement.text):
            pass  # "samt drift af:" or "Skoler:" goes on with the list before
        elif listing or (open_drafts and not in_list and not _ENDS.search(statement.text)):
            lead = (place, drafts if LIST_FOLLOWS.search(words) else open_drafts)
        elif statement.kind is not BlockKind.LIST_ITEM:
            lead = None
        last = reading.mentions[statement.start] or last
        told = (place, drafts)


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


def _place(reading: Reading, statement: Statement, n: int) -> Place:
    following = []
    for other in reading.statements[n + 1 : n + 4]:
        if other.first:
            break
        following.append(" ".join(other.text.split()))
    masked = mask(reading.document.cleaned, statement.start, statement.end, reading.mentions[statement.start])
    before = " ".join(_closed(s.text) for s in reading.statements[max(0, n - 3) : n])
    case = reading.cases[n]
    return Place(reading.document, statement, masked, tuple(following), reading.dating[n], before, case)
