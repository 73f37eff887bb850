"""Whether a line goes on with the text before it."""

from __future__ import annotations

import re

# Danish words no sentence ends with: what follows belongs to it, whatever the layout says.
_WORDS = (
    "og eller samt men at om af for fra til i på med mod ved under over efter før mellem som der den det de en et hvor "
    "når hvis fordi da inden uden gennem hos via per pr jf inkl ekskl ca bl.a f.eks mhp ift vedr dvs herunder blandt "
    "både hverken enten såvel sin sit sine deres dens dets hvilke hvilken hvilket"
)
_OPEN_WORDS = frozenset(_WORDS.split())
_SHORT = "pr. jf. inkl. ekskl. ca. bl.a. f.eks. mhp. ift. vedr. dvs. hhv. evt. nr. d. kl. stk."
_OPEN_ABBREVIATIONS = frozenset(_SHORT.split())
_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$|[^\d\s][.!?][\"'”’»)\]]*\d{1,2}$")
_LAST_WORD = re.compile(r"([\w./]+)$")


def is_open(text: str) -> bool:
    """True where the text can't end there: a comma, a hyphen, an opening bracket or a small word last."""
    if text.endswith((",", "-", "(", "/", "§")):
        return not text.endswith(" -")
    last = _LAST_WORD.search(text)
    if last is None:
        return False
    word = last.group(1).lower()
    return word in _OPEN_ABBREVIATIONS if word.endswith(".") else word in _OPEN_WORDS


def is_closed(text: str) -> bool:
    """True where the text ends with a mark that closes a sentence or opens a list."""
    return bool(_TERMINAL.search(text))


def starts_low(text: str) -> bool:
    """True where the text starts with a small letter or a sign that can't open a sentence."""
    head = text.lstrip("\"'”“„»«")
    return bool(head) and (head[0].islower() or head[0] in ",;)%/")


def goes_on(before: str, after: str) -> bool:
    """True where ``after`` carries ``before`` on, judged by the words alone."""
    if starts_low(after):
        return not is_closed(before) or before.endswith(("bl.a.", "f.eks.", "jf.", "pr.", "ca.", "mv.", "kr."))
    return is_open(before)
