"""What the refusal decision looks at: numbers that say how well the evidence meets the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.citations import Checked
from answer.compose.common import Context
from answer.draft import Draft
from answer.evidence import coverage, match
from answer.question import Term
from answer.understanding.kinds import Asked, counted
from answer.understanding.sources import named_strength
from answer.values import persons, values
from core.danish.tokens import stem, words
from core.schema import BlockKind

_VALUES = (Asked.AMOUNT, Asked.DATE, Asked.NUMBER, Asked.PERSON, Asked.OWNER)
_NEAR = 8  # words between a value and the topic beyond which it is taken for another's
_OUTCOME = re.compile(
    r"\b(?:faktisk\w*|reelt|endte|nåede|nået|opnåe\w*|resultat\w*|udfald\w*|blev der|blev det|kostede|gik det|lykkedes|"
    r"besluttede|vedtog|svarede|blev \w+ (?:ansat|valgt|udpeget)|actually|did .* (?:end|cost|reach))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:skal|vil|mål\w*|målsætning\w*|forvent\w*|foreslå\w*|planlagt|planlægges|bør|ønske\w*|kan|frem mod|senest|søges)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:blev|har|havde|er (?:\w+ )?(?:gennemført|godkendt|afsat|startet|nedsat)|opstartede|fik|godkendte)\b", re.I)


def decision_features(context: Context, draft: Draft | None, shown: Checked) -> dict[str, float]:
    """Features by name; all lie roughly between -1 and 1."""
    asked = context.question
    quotes = " ".join(citation.quote for citation in shown.citations)
    around = " ".join((*_around(context, shown), *(" ".join(c.section) for c in shown.citations)))
    titles = " ".join(f"{c.title} {c.document}" for c in shown.citations)
    topic = _topic(asked.terms)
    every = " ".join((*(d.title for d in context.documents.values()), *(h.passage.text for h in context.hits[:5])))
    features = {
        "shown": float(bool(shown.text)),
        "covered": coverage(topic, quotes),
        "covered_around": coverage(topic, quotes, f"{around} {titles}"),
        "rarest_missing": _rarest_missing(topic, f"{quotes} {around} {titles}"),
        "unknown": _unknown(topic, every),
        "unheard": float(_unknown(topic, every) > 0.25),
        "single": _single(context, topic),
        "missing_all": _rarest_missing(topic, every),
        "best": context.best[0].score if context.best else 0.0,
        "dense": _dense(context),
        "margin": _margin(context),
        "year_missing": _year_missing(context, quotes, around),
        "outcome": float(_outcome(asked.mended, quotes)),
        "keywords": float(asked.keywords),
        "english": float(asked.english),
    }
    features |= _kind_features(context, quotes)
    evidence = draft.evidence if draft else {}
    features["structured"] = max((evidence.get(n, 0.0) for n in _STRUCTURED), default=0.0)
    features["past_unknown"] = evidence.get("past_unknown", 0.0)
    return features


_STRUCTURED = ("register", "table", "conflict", "particular", "short_form", "list", "reckoned")


def _topic(terms: Sequence[Term]) -> list[Term]:
    heavy = [term for term in terms if term.weight > 0.15 and not term.word.isdigit()]
    return heavy or list(terms)


def _around(context: Context, shown: Checked) -> list[str]:
    """What stands around the cited sentences: neighbours and headings."""
    cited = {(c.document_id, c.quote) for c in shown.citations}
    return [
        sentence.around for ranked in context.ranked for sentence in ranked[:12]
        if any(d == sentence.document.id and (q in sentence.text or sentence.text in q) for d, q in cited)
    ]  # fmt: skip


def _rarest_missing(topic: Sequence[Term], text: str) -> float:
    """Weight of the heaviest topic word that the evidence does not meet, 0..1."""
    return max((term.weight * (1 - match(term, text)) for term in topic), default=0.0)


def _unknown(topic: Sequence[Term], text: str) -> float:
    """Share of the topic's weight that neither the collection nor the titles hold in any form."""
    whole = sum(term.weight for term in topic) or 1.0
    return sum(term.weight for term in topic if not term.known and match(term, text) < 0.5) / whole


def _single(context: Context, topic: Sequence[Term]) -> float:
    """Greatest share of the topic that one of the best sentences meets by itself, with what stands around it."""
    return max((coverage(topic, s.text, s.around) for s in context.best[:3]), default=0.0)


def _dense(context: Context) -> float:
    """Best cosine, moved so that 0.80 (little in common) is 0 and 0.90 (very near) is 1."""
    best = max((hit.features.get("dense", 0.0) for hit in context.hits), default=0.0)
    return (best - 0.80) * 10


def _margin(context: Context) -> float:
    """How far the best passage stands out from the rest."""
    scores = [hit.score for hit in context.hits]
    return scores[0] - sum(scores) / len(scores) if scores else 0.0


def _year_missing(context: Context, quotes: str, around: str) -> float:
    """1 where a year asked for stands neither in the evidence nor in a cited document's date."""
    years = context.question.when.years
    if not years or context.question.kind in (Asked.OWNER, Asked.YES_NO):
        return 0.0
    dated = {d.date.year for d in context.documents.values() if d.date and named_strength(context.question.mended, d)}
    missing = [y for y in years if str(y) not in quotes and str(y) not in around and y not in dated]
    return len(missing) / len(years) if not _in_range(years, quotes) else 0.0


def _in_range(years: Sequence[int], text: str) -> bool:
    """True where "2019-2022" in the text spans all the years asked for."""
    spans = [(int(a), int(b)) for a, b in re.findall(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", text)]
    return any(all(a <= year <= b for year in years) for a, b in spans)


def _outcome(question: str, quotes: str) -> bool:
    """True where the question asks how it went and the evidence only tells what is meant to happen."""
    return bool(_OUTCOME.search(question) and _PLANNED.search(quotes) and not _DONE.search(quotes))


def _kind_features(context: Context, quotes: str) -> dict[str, float]:
    """Whether the cited words hold the sort of value asked for, and near the topic."""
    part = context.question.parts[0]
    kind = part.kind
    if kind not in _VALUES:
        return {"value_missing": 0.0, "value_far": 0.0, "person_missing": 0.0, "uncounted": 0.0, "open": 1.0}
    found = values(kind, quotes, context.names)
    if kind is Asked.AMOUNT and not found and _from_table(context):
        found = values(Asked.NUMBER, quotes, context.names)
    return {
        "value_missing": float(not found),
        "value_far": 0.0 if not found else 1.0 - _closeness(part.terms, quotes, [v.start for v in found]),
        "person_missing": float(kind is Asked.PERSON and not persons(quotes)),
        "uncounted": float(kind is Asked.NUMBER and _uncounted(part.text, quotes, [v.end for v in found])),
        "open": 0.0,
    }


def _from_table(context: Context) -> bool:
    return any(s.hit.passage.kind is BlockKind.TABLE for s in context.best[:5])


def _closeness(terms: Sequence[Term], text: str, starts: Sequence[int]) -> float:
    """Weight share of the topic words that stand within some words of a value."""
    tokens = list(words(text))
    places = [i for i, token in enumerate(tokens) if token.start in starts]
    topic = _topic(terms)
    whole = sum(term.weight for term in topic) or 1.0
    met = 0.0
    for term in topic:
        near = (
            match(term, token.text) for i, token in enumerate(tokens) if any(abs(i - p) <= _NEAR for p in places)
        )
        met += term.weight * max(near, default=0.0)
    return met / whole


def _uncounted(question: str, text: str, ends: Sequence[int]) -> bool:
    """True where no number stands before the thing counted."""
    nouns = {stem(noun) for noun in counted(question)}
    if not nouns:
        return False
    tokens = list(words(text))
    for end in ends:
        after = [stem(token.text) for token in tokens if token.start >= end][:3]
        if any(a in nouns or any(len(n) > 4 and a.endswith(n) for n in nouns) for a in after):
            return False
    return True


