"""The composed answer checked against its sources, and whether it is given or refused."""

from __future__ import annotations

from dataclasses import replace

from answer.citations import Checked, checked
from answer.compose.beside_proposal import with_decision
from answer.compose.common import Context
from answer.compose.registry import compose
from answer.compose.rivals import with_rival
from answer.compose.sentences import brief
from answer.confidence import confidence, making
from answer.draft import Draft
from answer.evidence import Sentence
from answer.features import decision_features
from answer.lacking import lacking
from answer.question import Question
from answer.reading import Verdict, decide
from answer.refusal import refusal_text
from core.ports import CrossEncoder
from core.schema import Answer

NEAR = 3  # passages shown beside a refusal
LACKING = 0.06  # share of questions answered all the same where a rule says what lacks (2 of 33 measured)
SURE = 0.88  # confidence from which plain sentences are given briefly


def composed(context: Context, cross_encoder: CrossEncoder | None = None) -> Answer:
    """The answer in the sources' own sentences, before any language model."""
    draft = compose(context)
    return _decided(context, draft, checked(draft) if draft else Checked("", (), ()), cross_encoder)


def _decided(context: Context, draft: Draft | None, shown: Checked, cross_encoder: CrossEncoder | None) -> Answer:
    asked = context.question
    features = decision_features(context, draft, shown) | making(draft, shown)
    lacks = lacking(context, draft, shown)
    verdict = Verdict(False, LACKING) if lacks else decide(context, shown, features, cross_encoder)
    features |= verdict.read
    base = Answer(
        asked.text,
        "",
        kind=str(asked.kind),
        subject=asked.subject,
        understood=asked.mended,
        trace=_trace(context, draft, shown, features),
    )
    if not shown.text or not verdict.answers:
        return replace(
            base,
            answer=refusal_text("not_in_documents", asked, features, lacks),
            refused=True,
            reason="not_in_documents",
            confidence=round(1 - verdict.share, 3),
            near=tuple(context.hits[:NEAR]),
        )
    sure = confidence(features)
    shown = _brief(context, draft, shown) if sure >= SURE else shown
    return replace(
        base,
        answer=_framed(asked, shown.text),
        confidence=round(sure, 3),
        citations=shown.citations,
        responsibilities=draft.responsibilities if draft else (),
    )


def _brief(context: Context, draft: Draft | None, shown: Checked) -> Checked:
    """Plain sentences again, fewer; anything else as it is."""
    shorter = brief(context) if draft and draft.how == "sentences" else None
    shorter = with_rival(context, with_decision(context, shorter)) if shorter else None
    return checked(shorter) if shorter else shown


def _framed(asked: Question, text: str) -> str:
    """The subject of a follow-up shown, and an English sentence before Danish quotes."""
    if asked.english:
        text = f"The Danish documents say: {text}"
    return f"Om {asked.follows}: {text}" if asked.follows else text


def _trace(context: Context, draft: Draft | None, shown: Checked, features: dict[str, float]) -> dict[str, object]:
    asked = context.question
    return {
        "kind": str(asked.kind),
        "parts": [str(part.kind) for part in asked.parts],
        "mended": asked.mended,
        "subject": asked.subject,
        "hits": [_short(hit.passage.text) for hit in context.hits[:5]],
        "sentences": [[_line(sentence) for sentence in ranked[:4]] for ranked in context.ranked],
        "how": draft.how if draft else "",
        "dropped": list(shown.dropped),
        "features": {name: round(value, 4) for name, value in features.items()},
    }


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"


def _line(sentence: Sentence) -> tuple[float, str]:
    return round(sentence.score, 3), _short(sentence.text)
