"""Which composers are tried for which kind of question, in order."""

from __future__ import annotations

from answer.compose import (
    actors,
    attended,
    body_counts,
    conflicts,
    decisions,
    definitions,
    doers,
    each,
    each_day,
    group_members,
    holding,
    lists,
    naming,
    order,
    owner,
    persons,
    portfolio,
    posts,
    reckoning,
    sentences,
    short_forms,
    table_text,
    tables,
    tally,
    two_sides,
    yes_no,
)
from answer.compose.beside_proposal import with_decision
from answer.compose.common import Composer, Context
from answer.compose.rivals import with_rival
from answer.compose.views import of_parts
from answer.draft import Draft
from answer.understanding.contests import contest
from answer.understanding.kinds import Asked
from answer.understanding.sides import by_place
from answer.understanding.sources import names_several

_BY_KIND: dict[Asked, tuple[Composer, ...]] = {
    Asked.OWNER: (
        conflicts.registered,
        table_text.by_column,
        each_day.compose,
        owner.compose,
        table_text.by_value,
        doers.compose,
    ),
    Asked.AMOUNT: (table_text.by_column, tables.compose, reckoning.amounts, conflicts.registered, each.compose),
    Asked.NUMBER: (
        body_counts.compose,
        reckoning.counts,
        conflicts.registered,
        tables.compose,
        tally.compose,
        each.compose,
    ),
    Asked.DATE: (each.compose, persons.compose, conflicts.registered, table_text.by_value, owner.compose),
    Asked.PERSON: (persons.compose, lists.members, actors.compose),
    Asked.FACT: (tables.extreme_row, table_text.by_column, tables.of_table),
    Asked.LIST: (lists.compose,),
    Asked.YES_NO: (attended.compose, order.compose, conflicts.registered, holding.compose, yes_no.compose),
    Asked.DEFINITION: (definitions.compose,),
    Asked.COMPARISON: (two_sides.compose,),
    Asked.CONFLICT: (two_sides.compose,),
}


_BY_SIDES = (Asked.FACT, Asked.PROCESS, Asked.REASON)  # kinds whose sides are looked at before anything else

_BY_VALUE = (Asked.AMOUNT, Asked.NUMBER)  # kinds whose sides are cells and sums


def compose(context: Context) -> Draft | None:
    """The first composer's draft that has something to say; at last the plain sentences."""
    own = _BY_KIND.get(context.question.kind, ())
    sided: tuple[Composer, ...] = (two_sides.named_sides,)
    first = sided if _sides_first(context) else ()
    last = sided if not first and context.question.kind not in _BY_VALUE else ()
    reckoned: tuple[Composer, ...] = (reckoning.amounts,) if first and context.question.kind is Asked.AMOUNT else ()
    for composer in (
        short_forms.compose,
        naming.compose,
        posts.compose,
        group_members.compose,
        portfolio.compose,
        decisions.compose,
        *reckoned,
        *first,
        *own,
        lists.opening,
        *last,
        sentences.compose,
    ):
        draft = composer(context)
        if draft is not None and draft.statements:
            return with_rival(context, with_decision(context, draft))
    return None


def _sides_first(context: Context) -> bool:
    """Double questions, and questions that ask of two what both are or do."""
    question = context.question
    return (
        question.kind in _BY_SIDES
        or two_sides.asks_of_both(question)
        or bool(of_parts(context))
        or by_place(question.mended)
        or bool(contest(question.mended))
        or names_several(question.mended)
    )
