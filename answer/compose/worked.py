"""Numbers worked out from one sentence or two: a yearly sum over its years, what is left of a whole, and the items that
a sentence enumerates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose.common import Context, quote, source_of
from answer.counting import Value, numbers
from answer.danish_words import crowns, number_words, numbers_in
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.matching import coverage, match
from answer.understanding.kinds import counted
from core.danish.amounts import find_amounts
from core.danish.numbers import WRITTEN, number_value, parse_word
from core.danish.tokens import Word, is_stop_word, stem, words
from core.schema import Amount

SUM = re.compile(
    r"\b(?:i alt|samlet|samlede|sammenlagt|tilsammen|lægges? sammen|lagt sammen|sum(?:men)?|total\w*|"
    r"alle (?:\w+ )?år(?:ene)?|hele (?:\w*perioden|årrækken)|over (?:hele )?(?:perioden|årene))\b",
    re.I,
)
LEFT = re.compile(
    r"\b(?:tilbage|mangle[rdt]\w*|resten|resterende|uden for|udenfor|endnu ikke|udestå\w*|"
    r"ikke (?:er |var |blev )?(?:med|omfattet))\b",
    re.I,
)
_YEARS = re.compile(rf"\bi (?P<count>{WRITTEN}|\w+) år\b", re.I)
_OF = re.compile(rf"(?P<part>{WRITTEN}|\w+) (?:ud )?af (?:de |i alt |alle |samtlige )*(?P<whole>{WRITTEN}|\w+)\b", re.I)
_EVERY = re.compile(r"\b(?:alle|samtlige|de i alt)\s+$", re.I)
_FIT = 0.4  # share of the topic a sentence must meet for its numbers to count
_SENTENCES = 4
_NEAR = 12  # sentences among which one may tell the whole
_PHRASE = 3  # words after a number that say what it counts
_MOST = 8  # items added up


def _fits(context: Context, sentence: Sentence) -> bool:
    """True where the sentence meets the topic; the words that ask for the reckoning are no part of it."""
    asking = " ".join(m.group() for pattern in (SUM, LEFT) for m in pattern.finditer(context.question.mended)).lower()
    terms = [t for t in context.question.parts[0].terms if t.word not in asking.split()]
    return coverage(terms, sentence.text, sentence.around) >= _FIT


def told_whole(context: Context) -> bool:
    """True where one of the best sentences tells the whole itself ("på i alt 30 mio. kr.")."""
    near = (s for s in context.best[:_NEAR] if _fits(context, s))
    return any(SUM.search(s.text) and len(find_amounts(s.text)) == 1 for s in near)


def over_years(context: Context) -> Draft | None:
    """A yearly sum times its years, where the question asks for all of them together."""
    if not SUM.search(context.question.mended):
        return None
    for sentence in context.best[:_SENTENCES]:
        sums = find_amounts(sentence.text)
        if len(sums) != 1 or not sums[0].per_year or not _fits(context, sentence):
            continue
        years = _years(sums[0], sentence.text)
        if years > 1 and _of_those(context.question.when.years, sums[0]):
            total = crowns(years * sums[0].value_dkk)
            text = f"I alt {total} ({years} år à {' '.join(sums[0].text.split())})."
            return _draft(context, text, [sentence], (*numbers_in(total), str(years)))
    return None


def _of_those(asked: Sequence[int], amount: Amount) -> bool:
    """False where the question names a span of years that is not the sum's."""
    return len(asked) < 2 or (min(asked), max(asked)) == (amount.year, amount.year_to)


def _years(amount: Amount, text: str) -> int:
    """How many years a yearly sum is given for, 0 where the sentence does not say."""
    if amount.year and amount.year_to:
        return amount.year_to - amount.year + 1
    found = _YEARS.search(text)
    return int(_value(found["count"])) if found else 0


def left(context: Context) -> Draft | None:
    """What is left of a whole: "27 ud af 31", or a number of things against all of them."""
    if not LEFT.search(context.question.mended):
        return None
    near = [s for s in context.best[:_SENTENCES] if _fits(context, s)]
    if any(LEFT.search(s.text) and s.found for s in near[:2]):
        return None  # the text tells it
    for sentence in near:
        found = next((m for m in _OF.finditer(sentence.text) if 0 < _value(m["part"]) < _value(m["whole"])), None)
        if found is not None:
            return _rest(context, found["whole"], found["part"], [sentence])
    return _of_every(context, near)


def _of_every(context: Context, near: Sequence[Sentence]) -> Draft | None:
    """The thing asked for counted twice, once with "alle"."""
    nouns = {stem(noun) for noun in counted(context.question.mended)}
    held = [(s, v) for s in near for v in numbers(s.text) if nouns & {stem(w.text) for w in _after(s.text, v)}]
    every = next(((s, v) for s, v in held if _EVERY.search(s.text[: v.start])), None)
    if every is None:
        return None
    fewer = ((s, v) for s, v in held if 0 < _value(v.text) < _value(every[1].text))
    other = next((one for one in fewer if one[0].document.id == every[0].document.id), None)
    if other is None:
        return None
    sentences = [every[0], other[0]] if other[0] is not every[0] else [every[0]]
    return _rest(context, every[1].text, other[1].text, sentences)


def _rest(context: Context, whole: str, part: str, sentences: Sequence[Sentence]) -> Draft:
    rest = number_words(_value(whole) - _value(part))
    return _draft(context, f"{rest} ({whole} - {part}).", sentences, (rest,))


def enumerated(context: Context) -> Draft | None:
    """The items that one sentence enumerates, each with its number, added up ("2 x i A samt 2 x og 2 y i B")."""
    if not SUM.search(context.question.mended):
        return None
    asked = {stem(noun) for noun in counted(context.question.mended)}
    for sentence in context.best[:_SENTENCES]:
        values = numbers(sentence.text)
        if not 2 <= len(values) <= _MOST or SUM.search(sentence.text):
            continue
        if not _fits(context, sentence):
            continue
        if all(_counts(context, _after(sentence.text, value), asked) for value in values):
            total = number_words(sum(_value(value.text) for value in values))
            text = f"I alt {total} ({' + '.join(value.text for value in values)})."
            return _draft(context, text, [sentence], (total,))
    return None


def _counts(context: Context, after: Sequence[Word], asked: set[str]) -> bool:
    """True where the words after a number say the thing asked for."""
    terms = [t for t in context.question.parts[0].terms if stem(t.word) in asked]
    return any(stem(w.text) in asked or any(match(t, w.text) >= 0.6 for t in terms) for w in after)


def _after(text: str, value: Value) -> list[Word]:
    """The words that follow a number up to the next stop word."""
    found: list[Word] = []
    for word in [w for w in words(text) if w.start >= value.end][:_PHRASE]:
        if is_stop_word(word.text):
            break
        found.append(word)
    return found


def _value(text: str) -> float:
    return number_value(text) or float(parse_word(text) or 0)


def _draft(context: Context, text: str, sentences: Sequence[Sentence], computed: Sequence[str]) -> Draft:
    sources = tuple(source_of(s.document, s.span) for s in sentences)
    worked = Statement(text, sources, computed=tuple(computed))
    part = context.question.parts[0]
    return Draft((worked, *(quote(s, part) for s in sentences)), evidence={"reckoned": 1.0}, how="reckoning")
