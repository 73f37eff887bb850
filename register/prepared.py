"""A document made ready for the register's rules: its sentences, units and general clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Document
from register.forms.cases import case_titles
from register.names.context import Whole, bare_mentions, resolve
from register.names.just_made import with_full_names
from register.names.renaming import apply_renamings, find_renamings, with_present_names
from register.names.tables import renamings_of_tables
from register.names.unit_forms import Mention
from register.names.units import UnitIndex, read_units
from register.owners.doers import doers
from register.owners.owner_names import owner_names, with_whole_names
from register.owners.pronouns import pronoun_owner
from register.sentences.agenda import clauses_by_item
from register.sentences.dated_stages import opens_stage
from register.sentences.reading import Statement, read_statements
from register.sentences.timing import Clause, general_clauses


@dataclass
class Reading:
    """A document made ready for the rules. dating: the general clauses that may date each statement; mentions: bare
    ones included, per statement; cases: the title of the case each statement belongs to."""

    document: Document
    statements: list[Statement]
    index: UnitIndex
    clauses: list[Clause]
    dating: list[list[Clause]]
    mentions: dict[int, list[Mention]]
    cases: list[str]


def read(document: Document) -> Reading:
    """Statements, units and general clauses of a document."""
    statements = read_statements(document)
    index = read_units(document.id, document.cleaned)
    names = owner_names(document)
    index.mentions = with_whole_names(document.cleaned, index.mentions, names)
    clauses = general_clauses([s for s in statements if not opens_stage(s.text)], document.date)
    renamings = [*renamings_of_tables(document), *find_renamings(document.cleaned, index.mentions, document.date)]
    day = next((c.timing.start for c in clauses if not c.section), None)
    index.units = apply_renamings(index.units, renamings, day)
    index.mentions = with_present_names(index.mentions, index.units, document.cleaned)
    mentions = _mentions(document, statements, index, names)
    cases = case_titles(statements)
    dating = clauses_by_item(clauses, statements, cases)
    return Reading(document, statements, index, clauses, dating, mentions, cases)


def _mentions(
    document: Document, statements: Sequence[Statement], index: UnitIndex, names: frozenset[str]
) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    before: list[Mention] = []
    section: tuple[str, ...] = ()
    bare = bare_mentions(document.cleaned, index.mentions)
    queue = sorted([*index.mentions, *bare], key=lambda m: m.start)
    at = 0
    whole = Whole(document.cleaned, f"{document.title} {re.sub(r'[_.]', ' ', document.name)}", index)
    for n, statement in enumerate(statements):
        if statement.section != section:
            before, section = [], statement.section
        while at < len(queue) and queue[at].start < statement.start:
            at += 1
        own: list[Mention] = []
        while at < len(queue) and queue[at].end <= statement.end:
            mention = queue[at]
            own.append(resolve(mention, statement, before + own, whole) if mention.type == "bare" else mention)
            at += 1
        new = doers(statement, own, names)
        kept = [m for m in own if not any(n.start <= m.start and m.end <= n.end for n in new)]
        pronoun = pronoun_owner(document.cleaned, statement, before)
        clear = pronoun and not any(m.start < pronoun.end for m in (*kept, *new))
        own = sorted([*kept, *new, *([pronoun] if pronoun and clear else [])], key=lambda m: m.start)
        own = with_full_names(own, statement, statements[max(0, n - 3) : n], before)
        found[statement.start] = own
        before = [*before, *own][-40:]
    return found
