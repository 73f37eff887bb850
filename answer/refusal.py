"""One calibrated decision: do the documents answer this question? And the words of a refusal."""

from __future__ import annotations

import math
from collections.abc import Mapping

from answer.learned import learned
from answer.question import Question
from answer.understanding.kinds import Asked
from answer.understanding.roles import infinitives, is_thing
from answer.understanding.times import When

_WANTED = {
    Asked.AMOUNT: "intet beløb om det",
    Asked.DATE: "ingen dato for det",
    Asked.NUMBER: "intet tal for det",
    Asked.PERSON: "intet navn på en person i den rolle",
    Asked.OWNER: "ingen, der har ansvaret for det",
}
_NAMED = 0.4  # weight of a word that may be told as lacking
_NO_DOCUMENTS = "Biblioteket er tomt. Tilføj dokumenter, før du spørger."
_FILTERED = "Det fremgår ikke: ingen dokumenter passer til de valgte filtre. Fjern et filter, og prøv igen."


def weights() -> dict[str, float]:
    """Weights, threshold and calibration; learned as docs/decisions tell."""
    return learned("refusal")


def evidence_score(features: Mapping[str, float]) -> float:
    """Log odds that the documents answer the question: the logistic regression's linear part."""
    table = weights()
    return table["bias"] + sum(table.get(name, 0.0) * value for name, value in features.items())


def answers(score: float) -> bool:
    """True where the score is high enough to answer."""
    return score >= weights()["threshold"]


def answerable(score: float) -> float:
    """Share (0..1) of questions at this score that the documents do answer (Platt scaling of cross-validated
    scores, Platt 1999)."""
    table = weights()
    return 1 / (1 + math.exp(-(table["slope"] * score + table["offset"])))


def refusal_text(reason: str, asked: Question, features: Mapping[str, float] | None = None, lacks: str = "") -> str:
    """Why there is no answer, in plain Danish. lacks: what the evidence does not hold, where a rule has told it."""
    if reason == "empty_library":
        return _NO_DOCUMENTS
    if reason == "filtered_away":
        return _FILTERED
    why = f": {lacks}" if lacks else _why(asked, features or {})
    text = f"Det fremgår ikke af dokumenterne{why}."
    if asked.english:
        return f"The documents do not say. {text}"
    return f"Om {asked.follows}: {text}" if asked.follows else text


def _why(asked: Question, features: Mapping[str, float]) -> str:
    if not features:
        return ""
    unnamed = [term.word for term in asked.terms if term.weight > _NAMED and not term.alike and is_thing(term.word)]
    strange = [word for word in unnamed if word not in infinitives(asked.mended)]
    if strange and features.get("unknown_missing", 0.0) > 0.3:
        return f": »{strange[0]}« er ikke nævnt"
    if features.get("asked_missing", 0.0) < 0.5:
        return ""
    years = _years(asked.when)
    wanted = _WANTED.get(asked.kind)
    if wanted:
        return f": der står {wanted}{f' for {years}' if years else ''}"
    return f": der står intet om {years}" if years else ""


def _years(when: When) -> str:
    return " og ".join(str(year) for year in when.years[:2])
