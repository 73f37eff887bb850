"""Values and heads as they stand in lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.danish.numbers import parse_number

_NUMBER = r"[-−–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-−–]?\d+(?:,\d+)?"
_VALUE = re.compile(rf"(?<!\S)(?:\(?(?:{_NUMBER})\)?(?:\s?%)?|[-–—])(?!\S)")
_HEAD = re.compile(
    r"(?<![\w.,/-])(?:(?:B|BO|R|F|KB|OB|Budget|Regnskab|Overslag|År)[ .]?)?(?:19|20)\d\d(?![\w./,-])"
    r"|(?<!\w)(?:I\s?alt|[Il1]alt|Total|Sum)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Token:
    """text and its offsets in the document; value: the number, None for a dash."""

    text: str
    start: int
    end: int
    value: float | None


def trailing_values(text: str, start: int) -> tuple[str, list[Token]]:
    """The words of a line and the values it ends with; bars between them are rules. start: the line's offset."""
    text = text.replace("|", " ").replace(" = ", " - ").replace(" = ", " - ")
    tokens: list[Token] = []
    stop = len(text.rstrip())
    for found in reversed(list(_VALUE.finditer(text))):
        if text[found.end() : stop].strip():
            break
        tokens.append(_token(found, start))
        stop = found.start()
    while tokens and tokens[-1].value is None and text[:stop].strip():
        # a dash between words and numbers parts them; it holds no place of its own unless numbers are few
        if len(tokens) > 1 and text[stop:].lstrip().startswith(("- ", "– ", "— ")) and _opens_pair(tokens):
            stop = tokens.pop().end - start
            continue
        break
    return text[:stop].strip(), tokens[::-1]


def _opens_pair(tokens: list[Token]) -> bool:
    """A first dash straight before numbers only, as in "Drift – 300 200"."""
    return all(token.value is not None for token in tokens[:-1])


def _token(found: re.Match[str], start: int) -> Token:
    bare = found.group().strip("()%").strip().replace("−", "-").replace("–", "-").replace("—", "-")
    value = None if bare == "-" else parse_number(bare)
    if value is not None and found.group().startswith("("):
        value = -abs(value)
    return Token(found.group(), start + found.start(), start + found.end(), value)


def trailing_heads(text: str, start: int) -> tuple[str, list[Token]]:
    """The words of a line and the column heads it ends with: years and totals, bars between them aside."""
    heads: list[Token] = []
    stop = len(text.rstrip(" |"))
    for found in reversed(list(_HEAD.finditer(text))):
        if text[found.end() : stop].strip(" |*"):
            break
        heads.append(Token(found.group(), start + found.start(), start + found.end(), None))
        stop = found.start()
    return text[:stop].strip(), heads[::-1]


def is_year(text: str) -> bool:
    """True for a head that names a year."""
    return bool(_YEAR.search(text.strip()))
