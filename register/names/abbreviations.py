"""Abbreviations of units, taken only from evidence in the document.

Evidence, strongest first: "Navn (ABC)" and "forkortet til ABC/ABD" (stated); two short forms beside one name,
where the one that does not fit belongs to the committee or administration it is paired with (inferred); the
initials of exactly one known name (inferred)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from register.names.unit_forms import Mention
from register.names.unit_names import fits, initials, parts

SHORT = r"[A-ZÆØÅ]{2,5}"
_IN_BRACKETS = re.compile(rf"\s*\(\s*(?P<a>{SHORT}|[A-ZÆØÅ@©]{{1,3}})(?:\s*/\s*(?P<b>{SHORT}))?\s*\)")
_ABBREVIATED = re.compile(
    rf"[\s,(]*(?:i\s+det\s+følgende\s+(?:kaldet|benævnt)|herefter|forkortet(?:\s+til)?|forkortes(?:\s+til)?|"
    rf"kaldet)\s*:?\s*[\"'”»]?"
    rf"(?P<a>[A-ZÆØÅ@©]{{2,5}})(?:\s*/\s*(?P<b>{SHORT}))?"
)
_DEFINED = re.compile(rf"\s\(\s*(?P<short>{SHORT})\s*\)")
_WORDS_BEFORE = re.compile(r"(?:[\w-]+\s+){0,7}[\w-]+\s*$")
_REACH = 160  # characters before a bracket that can hold its eight words
_SHORT_TOKEN = re.compile(rf"(?<![\w-])(?P<short>{SHORT})(?=s\b|'s|’s|[^\w]|$)")
_PAIR = re.compile(rf"(?<!\w)(?P<a>{SHORT})\s*/\s*(?P<b>{SHORT})(?!\w)")
_PROPER = re.compile(r"(?:[A-ZÆØÅ][\wæøå]+(?:\s+(?:for|og|i|til|af)\s+|\s+)){0,5}[A-ZÆØÅ][\wæøå]+\s*$")


@dataclass(frozen=True, slots=True)
class Link:
    """``short`` stands for ``name`` ("" where only its kind is known). inferred: reasoned, not stated."""

    short: str
    name: str
    inferred: bool = False


def stated(text: str, mentions: Sequence[Mention]) -> Iterator[Link]:
    """Links the document states after a spelled-out name."""
    for at, mention in enumerate(mentions):
        match = _IN_BRACKETS.match(text, mention.end) or _ABBREVIATED.match(text, mention.end)
        if match is None:
            continue
        names = [mention.text]
        before = mentions[at - 1] if at else None
        if (
            before
            and mention.start - before.end < 40
            and re.search(r"med\s+ansvar|under", text[before.end : mention.start])
        ):
            names.insert(0, before.text)
        yield from _share_out([s for s in (match["a"], match["b"]) if s], names)


def _share_out(shorts: list[str], names: list[str]) -> Iterator[Link]:
    """One short form to one name; of two beside two names the first goes with the first, unless the letters
    say otherwise. A short form that does not fit the only name is left to ``paired``."""
    if len(shorts) == 2 and len(names) == 2:
        if fits(shorts[0], names[1]) and fits(shorts[1], names[0]) and not fits(shorts[0], names[0]):
            names.reverse()
        yield from (Link(short, name) for short, name in zip(shorts, names, strict=True))
        return
    name = names[-1]
    own = [s for s in shorts if fits(s, name)] or (shorts if len(shorts) == 1 else [])
    yield from (Link(short, name) for short in own[:1])


def pairs(text: str) -> dict[str, str]:
    """Short forms written side by side ("SOF/SUD"): each maps to the other."""
    found: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        found[match["a"]], found[match["b"]] = match["b"], match["a"]
    return found


def other_words(text: str, mentions: Sequence[Mention]) -> set[str]:
    """Short forms the document uses for something that is no unit ("særlig tilrettelagt undervisning (STU)")."""
    ends = {m.end for m in mentions}
    found = set()
    for short, words, start in _defined(text):
        if start + len(words.rstrip()) in ends:
            continue
        last = [w for w in re.split(r"[\s-]+", words) if w][-len(short) :]
        alike = "".join(w[0] for w in last).upper()[-2:] == short[-2:]
        if (alike or _spelled_by(short, words)) and not _PROPER.search(words):
            found.add(short)
    return found


def _spelled_by(short: str, words: str) -> bool:
    letters, at = words.lower(), 0
    for letter in short.lower():
        at = letters.find(letter, at) + 1
        if not at:
            return False
    return True


def named(text: str) -> Iterator[tuple[int, int, str]]:
    """Proper names with their short form behind them: (start, end, short) of "Din Sociale Indgang (DSI)"."""
    for short, before, start in _defined(text):
        proper = _PROPER.search(before)
        if proper is None:
            continue
        words = [w for w in re.split(r"[\s-]+", proper.group().strip()) if w[0].isupper()]
        while words and "".join(w[0] for w in words) != short:
            words = words[1:]
        if len(words) > 1 or (words and _spelled_by(short, words[0])):
            yield start + before.rindex(words[0]), start + len(before.rstrip()), short


def _defined(text: str) -> Iterator[tuple[str, str, int]]:
    """Short forms in brackets: (short form, the up to eight words before it, where those start)."""
    for match in _DEFINED.finditer(text):
        start = max(0, match.start() - _REACH)
        words = _WORDS_BEFORE.search(text[start : match.start()])
        if words:
            yield match["short"], words.group(), start + words.start()


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word in capitals that could be a short form."""
    for match in _SHORT_TOKEN.finditer(text):
        yield match.start("short"), match.end("short"), match["short"]


def looks_like_unit(short: str, text: str, at: int) -> bool:
    """True where an unexplained short form ends like a committee or administration (U, F) and stands where
    a unit stands: after "i", "fra", "til", "og", in brackets, or before "har", "skal"."""
    if not re.fullmatch(r"[A-ZÆØÅ]{2,4}[UF]|[A-ZÆØÅ]{1,2}U[D]|[A-ZÆØÅ]{1,2}[UF]", short):
        return False
    if re.search(r"[A-ZÆØÅ]{2}\s?\(\s?$", text[max(0, at - 8) : at]):  # "AC (DJØF)": names of other bodies
        return False
    before, after = text[max(0, at - 14) : at], text[at + len(short) : at + len(short) + 12]
    return bool(
        re.search(r"(?:\b(?:i|fra|til|og|af|under|hos|mellem|ml\.|for|hhv\.|både)\s+|[(/]\s?)$", before)
        or re.match(r"(?:'s|’s|s)?\s+(?:har|skal|vil|og|udarbejd|behandl|overtag|varetag|kan|er)\b", after)
        or after.startswith("-")
    )


def reasoned(short: str, names: Sequence[str]) -> str:
    """The one name a short form must mean, "" where none or several fit: by initials, by the initials of
    its committee or administration (the name is then formed from that), or by its letters."""
    for swap in (False, True):
        wanted = _swapped_short(short) if swap else short
        fitting = {parts(n): n for n in names if wanted and initials(n) == wanted}
        if len(fitting) == 1:
            name = next(iter(fitting.values()))
            return swap_head(name) if swap else name
    letters = [n for n in names if re.search(r"udvalg|forvaltning", n) and fits(short, n)]
    return letters[0] if len(letters) == 1 else ""


def _swapped_short(short: str) -> str:
    if short.endswith("F"):
        return short[:-1] + "U"
    return short[:-1] + "F" if short.endswith("U") else ""


def swap_head(name: str) -> str:
    """The administration's name from its committee's, and the reverse."""
    if "udvalg" in name:
        return re.sub(r"udvalg(?:et)?$", "forvaltningen", name)
    return re.sub(r"forvaltning(?:en)?$", "udvalget", name)
