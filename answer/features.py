"""What the refusal decision looks at: numbers that say how well the evidence meets the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.citations import Checked
from answer.compose.common import Context
from answer.counting import counts, numbers
from answer.draft import Draft
from answer.matching import coverage, match
from answer.signs import hit_signs, lasts, question_signs
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from answer.understanding.terms import Term
from answer.values import values
from core.danish.dates import find_dates
from core.schema import Citation, Precision

_VALUES = (Asked.AMOUNT, Asked.DATE, Asked.NUMBER, Asked.PERSON, Asked.OWNER)
_ACTUAL = re.compile(r"\b(?:faktisk\w*|reelt|resultat\w*|udfald\w*|actually|outcome)\b", re.IGNORECASE)
_PAST = re.compile(
    r"^(?:blev|har)\b|\b(?:deltog|kom|fik|gik|tog|endte|nåede|nået|lykkedes|kostede|steg|faldt|besluttede|vedtog|svarede|"
    r"stemte|åbnede|opnåede|modtog|var udgift\w*|did|were|was)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:skal|vil|mål\w*|målsætning\w*|forvent\w*|foreslå\w*|planlagt|planlægges|bør|ønske\w*|kan|frem mod|"
    r"senest|søges)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:blev|har|havde|er (?:\w+ )?(?:gennemført|godkendt|afsat|startet|nedsat)|opstartede|fik|godkendte)\b", re.I
)


def decision_features(context: Context, draft: Draft | None, shown: Checked) -> dict[str, float]:
    """Features by name; all lie roughly between -1 and 1. Those ending in _missing speak against an answer."""
    asked = context.question
    quotes = " ".join((*(citation.quote for citation in shown.citations), shown.text))
    titles = " ".join(f"{c.title} {c.document}" for c in shown.citations)
    around = " ".join((*_around(context, shown), *(" ".join(c.section) for c in shown.citations), titles))
    topic = _topic(asked.terms)
    every = " ".join((*(d.title for d in context.documents.values()), *(h.passage.text for h in context.hits[:5])))
    evidence = draft.evidence if draft else {}
    features = {
        "covered": coverage(topic, quotes, around),
        "rarest_missing": _rarest_missing(topic, f"{quotes} {around}"),
        "head_missing": _head_missing(topic, f"{quotes} {around}"),
        "unknown_missing": _unknown(topic, every),
        "best": context.best[0].score if context.best else 0.0,
        "dense": _dense(context),
        "structured": min(
            max((evidence.get(name, 0.0) for name in _STRUCTURED), default=0.0), coverage(topic, quotes, around)
        ),
        "keywords": float(asked.keywords),
        "english": float(asked.english),
        **question_signs(asked),
        **hit_signs(context.hits),
    }
    how = draft.how if draft else ""
    if how in ("owner", "portfolio") and not evidence.get("past_unknown"):
        features["hit_year_out"] = 0.0  # who has a task in a year is reckoned from the day it moved
    elif any(lasts(citation.quote, asked.when) for citation in shown.citations[:2]):
        features["hit_year_out"] = 0.0  # "indtil 1. januar 2027" speaks of the autumn before it
    if how in _EXACT and not _lost_first(draft, shown):
        return features | {"fits_value": 1.0, "fits_open": _EVEN, "asked_missing": 0.0}
    fits = _value(context, shown, topic, sided=how == "two_sides")
    if how == "owner" and features["unknown_missing"] < _LEAST_FIT:  # the register says who
        fits["value"] = 0.0
    if "doer" in evidence:  # a doer of any name: "frivillige", "en koordinator"
        fits |= {"fits_value": max(fits["fits_value"], evidence["doer"]), "value": 0.0}
    if "actor" in evidence:  # a party, a first name filled in, a speaker named before: no name in the sentence itself
        fits |= {"fits_value": max(fits["fits_value"], evidence["actor"]), "value": 0.0}
    reasons = {
        "value": fits.pop("value"),
        "past": evidence.get("past_unknown", 0.0),
        "unsettled": evidence.get("unsettled", 0.0),
        "outcome": float(_outcome(context, quotes)),
        "date": _date_missing(context, f"{quotes} {around}"),
        "year": _year_missing(context, quotes, around),
    }
    if reasons["past"]:
        # the register knows the task, but not who had it then
        features["structured"] = features["best"] = fits["fits_value"] = 0.0
    return features | fits | {"asked_missing": max(reasons.values())}


_EVEN = 0.7  # what a fit counts for where it does not apply
_LEAST_FIT = 0.3  # share of the topic that a sentence with the value must meet
_EXACT = frozenset({"table", "particular", "short_form", "reckoning", "conflict"})
_NO_NOUN = re.compile(r"(?:ende|ede|te|lige|ligt|lig|iske?|isk|ige|igt)$")  # endings of adjectives and verbs
_STRUCTURED = (
    "register",
    "table",
    "conflict",
    "particular",
    "short_form",
    "list",
    "reckoned",
    "sides",
    "doer",
    "decided",
)


def _lost_first(draft: Draft | None, shown: Checked) -> bool:
    """True where the statement that the composer was sure of did not stand up to its sources."""
    return draft is not None and any(text == draft.statements[0].text for text, _ in shown.dropped)


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


def _year_missing(context: Context, quotes: str, around: str) -> float:
    """1 where a year asked for stands neither in the evidence nor in a cited document's date."""
    years = context.question.when.years
    if not years or context.question.kind not in (Asked.AMOUNT, Asked.NUMBER, Asked.DATE):
        return 0.0
    dated = {d.date.year for d in context.documents.values() if d.date and named_strength(context.question.mended, d)}
    missing = [y for y in years if str(y) not in quotes and str(y) not in around and y not in dated]
    return len(missing) / len(years) if not _in_range(years, quotes) else 0.0


def _in_range(years: Sequence[int], text: str) -> bool:
    """True where "2019-2022" in the text spans all the years asked for."""
    spans = [(int(a), int(b)) for a, b in re.findall(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", text)]
    return any(all(a <= year <= b for year in years) for a, b in spans)


def _outcome(context: Context, quotes: str) -> bool:
    """True where the question asks how it went and the evidence only tells what is meant to happen."""
    question = context.question.mended
    if context.question.kind is Asked.OWNER:
        return False
    went = _ACTUAL.search(question) or _PAST.search(question)
    return bool(went and _PLANNED.search(quotes) and not _DONE.search(quotes))


def _date_missing(context: Context, text: str) -> float:
    """1 where a month or day is asked about that neither the evidence nor a document's date falls in."""
    spans = [s for s in context.question.when.spans if s.precision in (Precision.DAY, Precision.MONTH)]
    if not spans or context.question.kind in (Asked.OWNER, Asked.YES_NO, Asked.COMPARISON):
        return 0.0
    days = [(d.first, d.last) for d in find_dates(text)]
    days += [(d.date, d.date) for d in context.documents.values() if d.date]
    met = any(
        first and last and (span.last is None or first <= span.last) and (span.first is None or span.first <= last)
        for first, last in days for span in spans
    )  # fmt: skip
    return float(not met)


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
    return not named or any(str(year) in named for year in years) or _in_range(years, quote)


def _near(context: Context, citation: Citation) -> str:
    """What stands around a cited sentence."""
    return next(
        (
            s.around
            for ranked in context.ranked
            for s in ranked[:12]
            if citation.quote in s.text or s.text in citation.quote
        ),
        "",
    )
