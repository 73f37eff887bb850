"""One side of a comparison answered as a question of its own: a cell of a table, an owner of the register, a sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.clip import words_in
from answer.compose import owner, reckoning, table_text, tables
from answer.compose.common import Composer, Context
from answer.compose.views import View
from answer.draft import Statement
from answer.evidence import Sentence
from answer.look import Sight
from answer.question import Part
from answer.understanding.kinds import Asked
from core.schema import Document

VALUES = (Asked.AMOUNT, Asked.NUMBER, Asked.DATE)  # sorts that a sentence holds or does not
_BY_KIND: dict[Asked, tuple[Composer, ...]] = {
    Asked.OWNER: (table_text.by_column, owner.compose),
    Asked.AMOUNT: (table_text.by_column, tables.compose, reckoning.amounts),
    Asked.NUMBER: (reckoning.counts, tables.compose),
    Asked.DATE: (owner.compose,),
}


@dataclass(frozen=True)
class Told:
    """What one side tells: sentences, or an answer composed as for a question of its own; and what else is asked."""

    view: View
    part: Part
    chosen: Sequence[Sentence] = ()
    composed: Sequence[Statement] = ()
    further: Sequence[Statement] = ()

    @property
    def has_value(self) -> bool:
        """True where it tells something, and of the sort of value that is compared."""
        wanted = self.view.strict and self.view.kind in VALUES
        return bool(self.composed) or any(s.found or not wanted for s in self.chosen)

    @property
    def documents(self) -> list[Document]:
        """The documents it is told by."""
        return [s.sources[0].document for s in self.composed] or [s.document for s in self.chosen]


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
