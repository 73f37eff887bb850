"""Cuts a text into pieces that the decoder may look at, and keeps everything else out of its reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\S+")
# letters, and the signs an engine without Danish letters puts in their place
_PIECE = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿﬀ-ﬆ@©&|£¢§#®;{}€]+")
_SIGNS = "@©&|£¢§#®;{}€"
_ADDRESS = re.compile(r"\w@\w[\w-]*\.\w|https?:|www\.|\w\.(?:dk|com|org|eu|net)\b|[\\_]|\w/\w+/\w|^/\w", re.IGNORECASE)
_DOTTED = re.compile(r"^(?:[A-Za-zæøåÆØÅ]{1,4}\.){2,}[A-Za-zæøåÆØÅ]{0,4}$")
_END = ".!?"
_LONGEST = 200  # characters; a longer token is no word
_ABBREVIATION = re.compile(
    r"^\(?(?:kr|mio|mia|ca|pct|inkl|ekskl|evt|nr|stk|jf|pr|vedr|mv|hhv|osv|dvs|kap|pkt|[a-zæøå]{1,4}\.[a-zæøå]{1,4})\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters. start, end: offsets into the text. sentence_start: may be capital for that reason.
    glued: digits stand directly before it ("1årsværk"); touching: digits stand directly beside it otherwise.
    alone: nothing but the piece between white space. line_start: first on its line."""

    start: int
    end: int
    text: str
    sentence_start: bool
    glued: bool
    touching: bool
    alone: bool
    line_start: bool


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of text[start:end] in order, protected tokens left out."""
    opens = True
    line_at = start
    for token in _TOKEN.finditer(text, start, end):
        line_start = text.find("\n", line_at, token.start()) >= 0 or line_at == start
        blank = text.count("\n", line_at, token.start()) > 1
        yield from _of_token(text, token.start(), token.end(), opens or blank, line_start)
        word = token.group().rstrip("\"'”’»)")
        ends = bool(word) and word[-1] in _END and not _ABBREVIATION.match(word)
        opens = not word or ends or word in {"-", "•", "–", "*", "e"}
        line_at = token.end()


def _of_token(text: str, start: int, end: int, opens: bool, line_start: bool) -> Iterator[Piece]:
    token = text[start:end]
    if len(token) > _LONGEST or protected(token):
        return
    for match in _PIECE.finditer(text, start, end):
        first, last = _trim(text, match.start(), match.end())
        if first >= last:
            continue
        before, after = (
            text[first - 1 : first] if first > start else "",
            text[last : last + 1] if last < end else "",
        )
        glued = before.isdigit() and token[: first - start].isdigit() and not after.isdigit()
        touching = after.isdigit() or (before.isdigit() and not glued)
        yield Piece(
            first,
            last,
            text[first:last],
            opens and not any(c.isalnum() for c in text[start:first]),
            glued,
            touching,
            first == start and last == end,
            line_start,
        )


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    """Signs at the rim that are punctuation rather than damage stay outside the piece."""
    while first < last and text[first] in ";{}#§€":
        first += 1
    while first < last and text[last - 1] in ";{}#§€":
        last -= 1
    return first, last


def protected(token: str) -> bool:
    """True for addresses, paths and dotted abbreviations, which are never read as words."""
    return bool(_ADDRESS.search(token) or _DOTTED.match(token.rstrip(",;:)")))


def has_sign(word: str) -> bool:
    """True where a sign stands in the word that no Danish word holds."""
    return any(c in _SIGNS for c in word)
