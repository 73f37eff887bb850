"""One side of a comparison answered as a question of its own: a cell of a table, an owner of the register, a sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose import owner, reckoning, table_text, tables
from answer.compose.common import Composer, Context
from answer.compose.views import View
from answer.draft import Statement
from answer.look import Sight
from answer.understanding.kinds import Asked

_BY_KIND: dict[Asked, tuple[Composer, ...]] = {
    Asked.OWNER: (table_text.by_column, owner.compose),
    Asked.AMOUNT: (table_text.by_column, tables.compose, reckoning.amounts),
    Asked.NUMBER: (reckoning.counts, tables.compose),
    Asked.DATE: (owner.compose,),
}


def answered(context: Context, view: View, sight: Sight, room: int) -> list[Statement]:
    """What the composers of the kind asked for say of one side, within ``room`` words; [] where none has it."""
    for composer in _BY_KIND.get(view.kind, ()):
        draft = composer(of_side(context, view, sight))
        if draft is not None and draft.statements:
            return _within(draft.statements, room)
    return []


def of_side(context: Context, view: View, sight: Sight) -> Context:
    """The context of the side's own question: what was found for it, and the register of its documents."""
    rows = [row for row in context.rows if not view.documents or row.document_id in view.documents]
    return replace(
        context,
        question=sight.question,
        hits=sight.hits,
        documents={s.document.id: s.document for s in sight.ranked},
        ranked=[sight.ranked],
        rows=rows,
        conflicts=(),
    )


def _within(statements: Sequence[Statement], room: int) -> list[Statement]:
    kept: list[Statement] = []
    for statement in statements:
        if not kept or sum(words_in(s.text) for s in (*kept, statement)) <= room:
            kept.append(statement)
    return kept
