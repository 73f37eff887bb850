"""Danish sentence boundaries in running text, line breaks and page breaks included.

A boundary needs both a closing mark and a next word that can open a sentence. The word lists below are the
usual Danish abbreviations (Dansk Sprognævn, Retskrivningsordbogen, "Forkortelser"), not words of any document.
"""

from __future__ import annotations

import re

from core.danish.date_readers import SHORT_MONTH
from core.schema import Span

# Never the last word of a sentence: something must follow.
_OPEN_WORDS = (
    "adm adr afd afs alm art bd bl.a bla ca cand civ d d.d dir dr ds e.g eks ekskl eksl eng evt f f.eks feks fhv fig "
    "fr frk forh ft fx gl gnsn hhv hr i.e ift ifm iht ifbm inkl ing int jf jfr jur kap kgl kl kst lejl lic maks max "
    "md mdl mht mhp min ml nr nuv nævn obs omkr opr ordf overf p pkt pol pr prof ps red ref rep resp s sek sml s.k sk "
    "skt spec st str stud supl tab tidl tlf tr u udg ult v vedr vejl vha vs p.g.a pga dvs d.v.s m.h.t m.h.p i.h.t "
    "i.f.t i.f.m h.h.v"
)
# May close a sentence: a boundary when the next word is capitalised.
_CLOSING_WORDS = (
    "kr mio mia t.kr tkr pct stk mv m.v m.m mm m.fl mfl osv o.s.v etc o.l ol o.lign o.a e.kr f.kr a.m.b.a aps a/s e.l "
    "el.lign e.lign å årl dkk kvm km m cm kg incl p.t pt d.å s.å"
)
_BEFORE_ORDINAL = "den d det de fra til pr per senest om ca primo medio ultimo på ad hver"
_OPEN = frozenset(_OPEN_WORDS.split())
_CLOSING = frozenset(_CLOSING_WORDS.split())
_ORDINAL_BEFORE = frozenset(_BEFORE_ORDINAL.split())
_MONTH = re.compile(SHORT_MONTH, re.IGNORECASE)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\d{1,2}(?=\s))?(?=\s)")
_BREAK = re.compile(r"[^\S\n\f]*(?:\n[^\S\n]*(?:[\n\f][^\S\n]*)+|\n|\f)\s*")
_MARKER = re.compile(r"(?:[-–—•·▪●○◦*■□➢✓\uf0a7\uf0b7]\s|\(?(?:\d{1,3}|[a-zæøå])[.)]\s)")
_WORD_BEFORE = re.compile(r"[\w./]+$")
_OPENER = re.compile(r"[\"'“”„»«(\[§–-]*\s*([^\W_])")


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences in ``text``, ordered, trimmed; between them stands white space only."""
    spans: list[Span] = []
    start = 0
    for cut in _cuts(text):
        _add(text, start, cut, spans)
        start = cut
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(first, first + len(body)))


def _cuts(text: str) -> list[int]:
    cuts = {m.end() for m in _END.finditer(text) if _ends_sentence(text, m.start(), m.end())}
    cuts |= {m.end() for m in _BREAK.finditer(text) if _breaks(text, m)}
    return sorted(cuts)


def _breaks(text: str, gap: re.Match[str]) -> bool:
    """A line break parts sentences before a list marker, a blank line before a word that opens one."""
    if gap.start() == 0 or gap.end() == len(text):
        return False
    marker = _MARKER.match(text, gap.end())
    before = text[max(0, gap.start() - 40) : gap.start()].rstrip()
    if marker:
        return not (before.endswith("-") or _joins(before, marker.group()))
    if gap.group().count("\n") < 2:
        return False
    return _opens(text, gap.end()) and not before.endswith((",", "-", "(", "/"))


def _joins(before: str, marker: str) -> bool:
    """True where a "marker" is the rest of a date or a dash inside a sentence ("den\\n1. januar")."""
    last = _WORD_BEFORE.search(before)
    word = last.group().lower().rstrip(".") if last else ""
    return bool(word) and marker[0].isdigit() and (word in _ORDINAL_BEFORE or word in _OPEN)


def _ends_sentence(text: str, at: int, end: int) -> bool:
    if not _opens(text, end):
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    word_match = _WORD_BEFORE.search(text[max(0, at - 30) : at])
    word = word_match.group().lower() if word_match else ""
    closed = end > at + 1 and text[at + 1] in "\"'”’»"
    if word in _OPEN and not closed:
        return False
    if word in _CLOSING:
        return not _next_is_digit(text, end)
    if not word:
        return True
    if word.isdigit():
        return _number_ends(text, at, len(word), end)
    if len(word) == 1 and word.isalpha():
        return not _initial(text, at)
    return True


def _number_ends(text: str, at: int, length: int, end: int) -> bool:
    """A number and a dot end a sentence unless they are an ordinal or stand as a list number."""
    before = text[max(0, at - length - 40) : at - length]
    line = before.rsplit("\n", 1)[-1]
    starts_line = not line.strip(" \t-–•*#(") and ("\n" in before or at - length - len(line) <= 0)
    if length <= 3 and starts_line:
        return False
    last = _WORD_BEFORE.search(before.rstrip())
    word = last.group().lower().rstrip(".") if last else ""
    return not (length <= 2 and (word in _ORDINAL_BEFORE or _MONTH.match(text[end : end + 20].lstrip())))


def _next_is_digit(text: str, at: int) -> bool:
    """ "stk. 4", "mio. 2019": the abbreviation goes with the number."""
    return text[at : at + 20].lstrip()[:1].isdigit()


def _initial(text: str, at: int) -> bool:
    """True for the initial of a name: a capital between two capitalised words ("Ane B. Dahl")."""
    if not text[at - 1].isupper():
        return True
    before = re.search(r"([^\W\d_][\w-]*\.?)\s+$", text[max(0, at - 40) : at - 1])
    return bool(before) and before.group(1)[0].isupper()  # type: ignore[union-attr]


def _opens(text: str, at: int) -> bool:
    """True where the next visible thing can open a sentence: capital, digit, quote or list marker."""
    rest = text[at : at + 80].lstrip()
    if not rest or _MARKER.match(rest):
        return True
    found = _OPENER.match(rest)
    if not found:
        return not rest[0].isalnum() and rest[0] not in ",;:/%"
    return found.group(1).isupper() or found.group(1).isdigit()
