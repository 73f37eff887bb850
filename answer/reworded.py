"""Whether a reply in other words may stand for the extract: nothing added, nothing turned round, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.citations import MOST_WORDS, fault_of
from answer.draft import Statement
from answer.matching import stems
from answer.polarity import meaning
from answer.understanding.claims import negates
from answer.understanding.glossary import contraries
from core.danish.sentences import sentence_spans
from core.danish.tokens import fold, is_stop_word, stem, words
from core.schema import Answer, Citation

_MARK = re.compile(r"\[(\d{1,2})\]")
_LAST_MARK = re.compile(r"(?:\[\d{1,2}\])+[.!?]?$")
_FURNITURE = re.compile(r"[<>‹›|]")  # the prompt's own marks, a table's lines
_YES_NO = re.compile(r"^(Ja|Nej)\b[.,:;]?\s*", re.IGNORECASE)
_SET = re.compile(r"\b(?:Dokumenterne er uenige|Kilden siger to ting|The Danish documents say):")
_ASIDE = re.compile(r"\([^)]*\)|, nyt navn:.*|; før:.*", re.DOTALL)
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_NAME = re.compile(r"(?<!^)\b[A-ZÆØÅ][\w-]{2,}")
_WAY = re.compile(r"\b(fra|til)\s+([A-ZÆØÅ][\w-]+)", re.IGNORECASE)


def may_reword(answer: Answer) -> bool:
    """False where the frame around the statements is part of the answer: a disagreement, an English lead."""
    return not _SET.search(answer.answer)


def verified(said: str, answer: Answer) -> str:
    """The sentences of a reply that stand in the quotes they name, under the extract's own Ja or Nej. "" where
    they say another Ja or Nej, leave out a source or what its first statement says, or are too long."""
    own, other = _YES_NO.match(answer.answer), _YES_NO.match(said.strip())
    if other and (not own or own[1].lower() != other[1].lower()):
        return ""
    by_number = {citation.n: citation for citation in answer.citations}
    bare = said.strip()[other.end() :] if other else said
    kept = [s for s in dict.fromkeys(_sentences(bare)) if _stands(s, by_number)]
    text = " ".join(kept)
    if not kept or not _whole(text, answer.answer[own.end() :] if own else answer.answer):
        return ""
    text = f"{own[1]}. {text}" if own else text
    return text if len(text.split()) <= MOST_WORDS else ""


def _sentences(said: str) -> list[str]:
    """Sentences with the marks that follow them, whether they stand before or after the full stop; the first
    opens with a capital, also where "Ja," was taken from it."""
    text = re.sub(r"([.!?])\s*((?:\[\d{1,2}\])+)", r" \2\1", " ".join(said.split()))
    text = text[:1].upper() + text[1:]
    return [text[span.start : span.end] for span in sentence_spans(text)]


def _stands(sentence: str, by_number: dict[int, Citation]) -> bool:
    marks = [int(n) for n in _MARK.findall(sentence)]
    if not marks or any(n not in by_number for n in marks) or not _LAST_MARK.search(sentence):
        return False
    bare = " ".join(_MARK.sub("", sentence).split())
    cited = [by_number[n] for n in dict.fromkeys(marks)]
    if _FURNITURE.search(bare) or fault_of(Statement(f"Og {bare}", ()), cited):
        return False
    quotes = [citation.quote for citation in cited]
    return _same_words(bare, " ".join(quotes)) and _same_sign(bare, quotes) and _same_way(bare, " ".join(quotes))


def _same_words(text: str, quotes: str) -> bool:
    """True where every content word stands in the quotes, by its root or one like it, and none is its contrary."""
    return all(_said(word.text, quotes) for word in words(text) if not is_stop_word(word.text))


def _said(word: str, quotes: str) -> bool:
    held = stems(quotes)
    if word[0].isdigit() or stem(word) in held:
        return True
    return meaning(word, quotes) > 0 and not any(stem(other) in held for other in contraries(word))


def _same_sign(text: str, quotes: Sequence[str]) -> bool:
    """True where the text denies as its quotes do; quotes that differ allow both."""
    return negates(text) in {negates(quote) for quote in quotes}


def _same_way(text: str, quotes: str) -> bool:
    """True where no name after "fra" stands in the quotes only after "til", or the other way round."""
    held = {(way.lower(), name) for way, name in _WAY.findall(quotes)}
    turned = {"fra": "til", "til": "fra"}
    said = {(way.lower(), name) for way, name in _WAY.findall(text)}
    return not any((turned[way], name) in held and (way, name) not in held for way, name in said)


def _whole(text: str, extract: str) -> bool:
    """True where the text names every source of the extract and holds the names and figures of its first
    statement, but for what stands beside (in brackets, what was before)."""
    if not set(_MARK.findall(extract)) <= set(_MARK.findall(text)):
        return False
    first = _ASIDE.sub("", _MARK.split(extract, maxsplit=1)[0]).strip()
    wanted = (*_FIGURE.findall(first), *_NAME.findall(first))
    return all(fold(one) in fold(_MARK.sub("", text)) for one in wanted)
