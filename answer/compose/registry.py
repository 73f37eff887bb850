"""Which composers are tried for which kind of question, in order."""

from __future__ import annotations

from answer.compose import actors, definitions, lists, owner, persons, reckoning, sentences, tables, two_sides, yes_no
from answer.compose.common import Composer, Context
from answer.draft import Draft
from answer.understanding.kinds import Asked

_BY_KIND: dict[Asked, tuple[Composer, ...]] = {
    Asked.OWNER: (two_sides.conflicting, owner.compose),
    Asked.AMOUNT: (tables.compose, reckoning.amounts, two_sides.conflicting),
    Asked.NUMBER: (reckoning.counts, two_sides.conflicting, tables.compose),
    Asked.DATE: (persons.compose, two_sides.conflicting, owner.compose),
    Asked.PERSON: (persons.compose, lists.members, actors.compose),
    Asked.FACT: (tables.of_table,),
    Asked.LIST: (lists.compose,),
    Asked.YES_NO: (two_sides.conflicting, yes_no.compose),
    Asked.DEFINITION: (definitions.compose,),
    Asked.COMPARISON: (two_sides.compose,),
    Asked.CONFLICT: (two_sides.compose,),
}


def compose(context: Context) -> Draft | None:
    """The first composer's draft that has something to say; at last the plain sentences."""
    for composer in (*_BY_KIND.get(context.question.kind, ()), lists.opening, sentences.compose):
        draft = composer(context)
        if draft is not None and draft.statements:
            return draft
    return None
