"""What the refusal decision looks at: numbers that say how well the evidence meets the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from answer.citations import Checked
from answer.compose.common import Context
from answer.compose.decisions import about_case
from answer.counting import counts, numbers
from answer.draft import Draft
from answer.matching import coverage, match
from answer.signs import hit_signs, lasts, question_signs
from answer.understanding.kinds import Asked
from answer.understanding.terms import Term
from answer.unmet import date_missing, in_range, outcome_missing, year_missing
from answer.values import values
from core.schema import Citation

_VALUES = (Asked.AMOUNT, Asked.DATE, Asked.NUMBER, Asked.PERSON, Asked.OWNER)
_EVEN = 0.7  # what a fit counts for where it does not apply
_LEAST_FIT = 0.3  # share of the topic that a sentence with the value must meet
_ALL, _CLEAR = 0.98, 0.9  # share of the question's words, score of a sentence that says them and is the best by far
_EXACT = frozenset({"table", "particular", "short_form", "reckoning", "conflict"})
_NO_NOUN = re.compile(r"(?:ende|ede|te|lige|ligt|lig|iske?|isk|ige|igt)$")  # endings of adjectives and verbs
_STRUCTURED = (
    "register", "table", "conflict", "particular", "short_form", "list", "reckoned", "sides", "doer", "decided",
)  # fmt: skip
# a doer of any name ("frivillige", "en koordinator"); a party, a first name filled in, a speaker named before
_BY_ANY_NAME = ("doer", "actor")


def decision_features(context: Context, draft: Draft | None, shown: Checked) -> dict[str, float]:
    """Features by name; all lie roughly between -1 and 1. Those ending in _missing speak against an answer."""
    quotes = " ".join((*(citation.quote for citation in shown.citations), shown.text))
    around = " ".join(_around(context, shown))
    how, evidence = (draft.how, draft.evidence) if draft else ("", {})
    topic = _topic(about_case(context.question.terms) if how == "decision" else context.question.terms)
    features = _met(context, topic, quotes, around, evidence)
    features["plain"] = max(evidence.get("plain", 0.0), float(_counted_plainly(context, shown)))
    if _holds_for_years(context, shown, how, evidence):
        features["hit_year_out"] = 0.0
    if how in _EXACT and not _lost_first(draft, shown):
        return features | {"fits_value": 1.0, "fits_open": _EVEN, "asked_missing": 0.0}
    fits = _value(context, shown, topic, sided=how == "two_sides")
    by_name = [evidence[name] for name in _BY_ANY_NAME if name in evidence]
    fits["fits_value"] = max(fits["fits_value"], *by_name) if by_name else fits["fits_value"]
    value = fits.pop("value")
    reasons = {
        # the register says who, or somebody is told of by no name
        "value": 0.0 if by_name or (how == "owner" and features["unknown_missing"] < _LEAST_FIT) else value,
        "past": evidence.get("past_unknown", 0.0),
        "unsettled": evidence.get("unsettled", 0.0),
        "outcome": float(outcome_missing(context, quotes)),
        "date": date_missing(context, f"{quotes} {around}"),
        "year": year_missing(context, quotes, around),
    }
    if reasons["past"]:
        # the register knows the task, but not who had it then
        features["structured"] = features["best"] = fits["fits_value"] = 0.0
    return features | fits | {"asked_missing": max(reasons.values())}


def _met(
    context: Context, topic: Sequence[Term], quotes: str, around: str, evidence: Mapping[str, float]
) -> dict[str, float]:
    """How well the cited words, what stands around them and the best hits meet the question."""
    asked = context.question
    near = (" ".join((*h.passage.section, h.passage.text)) for h in context.hits[:5])
    every = " ".join((*(d.title for d in context.documents.values()), *near))
    covered = coverage(topic, quotes, around)
    sure = max((evidence.get(name, 0.0) for name in _STRUCTURED), default=0.0)
    return {
        "covered": covered,
        "rarest_missing": _rarest_missing(topic, f"{quotes} {around}"),
        "head_missing": _head_missing(topic, f"{quotes} {around}"),
        "unknown_missing": _unknown(topic, every),
        "best": context.best[0].score if context.best else 0.0,
        "dense": _dense(context),
        "structured": min(sure, covered),
        "keywords": float(asked.keywords),
        "english": float(asked.english),
        **question_signs(asked),
        **hit_signs(context.hits),
    }


def _counted_plainly(context: Context, shown: Checked) -> bool:
    """True where the best sentence counts the very thing, says every word of the question, and no year is asked."""
    best = context.best[0] if context.best else None
    if context.question.kind is not Asked.NUMBER or best is None or context.question.when.years or not shown.citations:
        return False
    told = best.features.get("counted", 0.0) > 0 and best.features.get("inside", 0.0) >= _ALL and best.score >= _CLEAR
    return told and shown.citations[0].quote in best.text


def _holds_for_years(context: Context, shown: Checked, how: str, evidence: Mapping[str, float]) -> bool:
    """True where the years a passage names need not be those asked about: who has a task in a year is reckoned from
    the day it moved, and "indtil 1. januar 2027" speaks of the autumn before it."""
    if how in ("owner", "portfolio") and not evidence.get("past_unknown"):
        return True
    when = context.question.when
    within = when.years and any(in_range(when.years, citation.quote) for citation in shown.citations[:2])
    return bool(within) or any(lasts(citation.quote, when) for citation in shown.citations[:2])


def _lost_first(draft: Draft | None, shown: Checked) -> bool:
    """True where the statement that the composer was sure of did not stand up to its sources."""
    return draft is not None and any(text == draft.statements[0].text for text, _ in shown.dropped)


def _topic(terms: Sequence[Term]) -> list[Term]:
    heavy = [term for term in terms if term.weight > 0.15 and not term.word.isdigit()]
    return heavy or list(terms)


def _around(context: Context, shown: Checked) -> list[str]:
    """What stands around the cited sentences: neighbours, headings, titles."""
    cited = {(c.document_id, c.quote) for c in shown.citations}
    beside = [
        sentence.around for ranked in context.ranked for sentence in ranked[:12]
        if any(d == sentence.document.id and (q in sentence.text or sentence.text in q) for d, q in cited)
    ]  # fmt: skip
    sections = (" ".join(c.section) for c in shown.citations)
    return [*beside, *sections, *(f"{c.title} {c.document}" for c in shown.citations)]


def _rarest_missing(topic: Sequence[Term], text: str) -> float:
    """Weight of the heaviest topic word that the evidence does not meet, 0..1."""
    return max((term.weight * (1 - match(term, text)) for term in topic), default=0.0)


def _unknown(topic: Sequence[Term], text: str) -> float:
    """Weight of the heaviest noun that neither the collection nor the titles hold in any form."""
    unheard = (t.weight for t in topic if not t.known and match(t, text) < 0.5 and not _NO_NOUN.search(t.word))
    return max(unheard, default=0.0)


def _head_missing(topic: Sequence[Term], text: str) -> float:
    """Weight of the first topic word, which most often is the thing asked for, when the evidence lacks it."""
    return topic[0].weight * (1 - match(topic[0], text)) if topic else 0.0


def _dense(context: Context) -> float:
    """Best cosine, moved so that 0.80 (little in common) is 0 and 0.90 (very near) is 1."""
    best = max((hit.features.get("dense", 0.0) for hit in context.hits), default=0.0)
    return (best - 0.80) * 10


def _value(context: Context, shown: Checked, topic: Sequence[Term], *, sided: bool = False) -> dict[str, float]:
    """fits_value, fits_open: how well one cited sentence meets the topic, for questions that want a value of
    some sort (which that sentence must hold, for the year asked) and for the others. value: 1 where no
    cited sentence holds such a value."""
    part = context.question.parts[0]
    wants = part.kind in _VALUES and not sided
    held = [c for c in shown.citations if not wants or _holds(context, c.quote)]
    around = {c.n: " ".join((*c.section, c.title, _near(context, c))) for c in shown.citations}
    fit = max((coverage(topic, c.quote, around[c.n]) for c in held), default=0.0)
    return {
        "fits_value": fit if wants else _EVEN,
        "fits_open": _EVEN if wants else fit,
        "value": float(wants and fit < _LEAST_FIT),
    }


def _holds(context: Context, quote: str) -> bool:
    """True where a quote has the sort of value asked for, of the year asked for; a number must count the thing
    asked for, a sum may stand in a table's row."""
    part = context.question.parts[0]
    found = values(part.kind, quote, context.names, part.text)
    if part.kind is Asked.NUMBER and counts(part.text, quote, found) is False:
        return False
    if part.kind is Asked.AMOUNT and not found:
        return len(numbers(quote)) > 1
    # who owns a task in a year is reckoned from the day it changed hands, which need not be that year
    return bool(found) and (part.kind is Asked.OWNER or _year_fits(context, quote))


def _year_fits(context: Context, quote: str) -> bool:
    """A sentence that names other years than those asked about is of those other years."""
    years = context.question.when.years
    if not years or context.question.parts[0].kind not in (Asked.AMOUNT, Asked.NUMBER):
        return True
    named = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", quote)
    return not named or any(str(year) in named for year in years) or in_range(years, quote)


def _near(context: Context, citation: Citation) -> str:
    """What stands around a cited sentence."""
    beside = (
        s.around for ranked in context.ranked for s in ranked[:12]
        if citation.quote in s.text or s.text in citation.quote
    )  # fmt: skip
    return next(beside, "")
