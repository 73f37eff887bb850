"""The plain composer: the sentences that answer best, for each part of the question."""

from __future__ import annotations

from answer.compose.common import USUAL_WORDS, Context, choose, with_lead_in
from answer.compose.fitting import SURE
from answer.compose.owner import beside
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.understanding.kinds import Asked


def compose(context: Context) -> Draft | None:
    """Quoted sentences for every part; two parts share the room."""
    parts = context.question.parts
    budget = USUAL_WORDS if len(parts) == 1 else 2 * USUAL_WORDS // len(parts) - 20
    chosen: list[Sentence] = []
    statements: list[Statement] = []
    for part, ranked in zip(parts, context.ranked, strict=True):
        fresh = [s for s in ranked if not any(s.overlaps(other) for other in chosen)]
        picked = choose(fresh if statements else ranked, part, budget, most=3 if len(parts) == 1 else 2)
        chosen += picked
        if part.kind is Asked.DATE and not any(s.found for s in picked):
            statements += beside(context, part, ranked, SURE)
        statements += [s for sentence in picked for s in with_lead_in(sentence, part)]
    if not statements:
        return None
    return Draft(tuple(dict.fromkeys(statements)))
