"""Which composers are tried for which kind of question, in order."""

from __future__ import annotations

from answer.compose import sentences
from answer.compose.common import Composer, Context
from answer.draft import Draft
from answer.understanding.kinds import Asked

_BY_KIND: dict[Asked, tuple[Composer, ...]] = {}


def compose(context: Context) -> Draft | None:
    """The first composer's draft that has something to say; at last the plain sentences."""
    for composer in (*_BY_KIND.get(context.question.kind, ()), sentences.compose):
        draft = composer(context)
        if draft is not None and draft.statements:
            return draft
    return None
