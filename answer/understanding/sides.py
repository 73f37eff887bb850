"""The sides of a comparison, as the question names them: two groups, two years, the old one and the new one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.danish.tokens import is_stop_word, normal, stem, words

_SPAN = r"(?P<a>[^,:?]+?)"
_MANY = r"(?P<a>[^:?]+?)"
_REST = r"(?P<b>[^,:?]+)"
_BRIEF = r"(?:(?:den|det|de) )?[^\s,:?]+(?: [^\s,:?]+)?"
_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bforskel\w*\s+(?:på|mellem|i|imellem)\s*,?\s+(?:hvad |hvordan )?{_SPAN}\s+(?:og|eller)\s+{_REST}",
        rf"\b(?:sammenlign|sammenhold)(?!e[ts])\w*\s+{_SPAN}\s+(?:med|og|mod)\s+{_REST}",
        rf"\badskiller\s+{_SPAN}\s+sig\s+fra\s+{_REST}",
        rf"\badskiller\s+.+?\s+sig\s+(?:i|mellem|for|hos)\s+{_SPAN}\s+og\s+(?:i |for |hos )?{_REST}",
        rf"\bhenholdsvis\s+{_MANY}\s+og\s+{_REST}",
        rf"\bbåde\s+{_SPAN}\s+og\s+{_REST}",
        rf"^(?:er|var)\s+{_SPAN}\s+og\s+(?P<b>[^,:?]+?)\s+(?:u?enige|ens|lige|samme)\b",
        rf"(?P<a>{_BRIEF})\s+(?:vs\.?|versus|kontra|i modsætning til|holdt op mod)\s+{_REST}",
        rf"\b(?:i|for|fra|hos|under)\s+(?P<a>{_BRIEF})\s+og\s+(?:i|for|fra|hos|under)\s+(?P<b>{_BRIEF})",
    )
)
_PLACE = r"[A-ZÆØÅ][\wæøå-]+(?: [^\s,:?]+){0,5}?"
_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<prep>i|om|for|fra|hos|under|på|til)\s+(?P<a>{_PLACE})\s+og\s+(?P=prep)\s+(?P<b>{_PLACE})\s*[?,]",
        rf"\b(?:i|for|fra|hos|om|på)\s+(?P<a>{_PLACE})\s+(?:sammenlignet|sammenholdt)\s+med\s+(?P<b>{_PLACE})\s*[?,]",
    )
)  # two names after the same preposition, whatever is said of each
_YEARS = re.compile(
    r"\b((?:19|20)\d\d)\s+(?:og|eller|mod|sammenlignet med|kontra)\s+(?:i |fra |for )?((?:19|20)\d\d)\b", re.IGNORECASE
)
_ONE_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_OLD = re.compile(r"\b(?:gamle|tidligere|oprindelige|ældre|ældste|daværende|forrige|old|previous)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:nye|nyere|nyeste|nuværende|seneste|aktuelle|new|current)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:den|det|de|en|et|i|på|for|af|til|fra)\s+", re.IGNORECASE)
_CUT = re.compile(
    r"\s+(?:sig|når|hvis|ifølge|over for|hver(?:især)?|tilbydes|får|siger|skal|har|er|var|kommer|"
    r"skriver|nævner|koster|kostede|foreslår|peger|lægger|gør|gjorde|giver|gælder|gjaldt|ligger|lå|varer|løber|bruger|"
    r"vil|kan|bør|må|blev|bliver|blevet|skulle|ville|kunne|mener|mente|vurderer|anbefaler|træder|trådte|fylder|dækker|"
    r"omfatter|beskriver|forventes|forventer|[a-zæøå]{4,}es(?=\s*$))\b.*$|\s+om$",
    re.IGNORECASE,
)  # where a side ends and what is said of it begins
_BARE = re.compile(r"^(?:\d+[.)]?|første|andet|anden|tredje|fjerde|[A-Z]|gamle|nye)$", re.IGNORECASE)
_KEPT = frozenset(("første", "andet", "anden", "tredje", "fjerde"))  # tell sides apart, stop words or not
_LONGEST = 9  # words of a side's name


@dataclass(frozen=True, slots=True)
class Side:
    """One side. text: its words. own: the words (lower case) that tell it from the others; a number goes with
    the word before it ("gruppe 1"). year: for sides that are years. old, new: "den gamle", "den nye"."""

    text: str
    own: tuple[str, ...]
    year: int = 0
    age: str = ""


def read_sides(text: str) -> tuple[Side, ...]:
    """The sides a question names; () where it names none."""
    pair = _YEARS.search(text)
    aged = _OLD.search(text) and _NEW.search(text)
    if pair:
        return tuple(Side(year, (year,), int(year)) for year in pair.groups())
    for pattern in (*_PLACES, *_NAMED):
        named = pattern.search(text)
        sides = sides_of(named.group("a"), named.group("b")) if named else ()
        if sides:
            return sides
    return (Side("", (), age="old"), Side("", (), age="new")) if aged else ()


def by_place(text: str) -> bool:
    """True where two places or other names are set beside each other ("i X og i Y")."""
    return any(pattern.search(text) for pattern in _PLACES)


def of_the_old(text: str) -> bool:
    """True where only "den gamle" or "den tidligere" is asked about."""
    return _THE_OLD.search(text) is not None and _NEW.search(text) is None


_THE_OLD = re.compile(r"\b(?:den|det|de) (?:gamle|tidligere|oprindelige|ældre|daværende|forrige)\b", re.IGNORECASE)


def rest(text: str, sides: tuple[Side, ...]) -> str:
    """The question without the names of its sides: what is asked of each."""
    for side in sides:
        text = text.replace(side.text, " ") if side.text else text
    return " ".join(text.split())


def sides_of(a: str, b: str) -> tuple[Side, ...]:
    """Two sides from what stands before and after the word that sets them apart; the first may hold several."""
    first = [part.strip() for part in re.split(r",\s+", _after_the_shared(a, b))]
    texts = [_plain(part) for part in (*first, b)]
    if len(set(map(str.lower, texts))) < 2 or not all(texts) or any(len(t.split()) > _LONGEST for t in texts):
        return ()
    texts = [_whole(text, texts) for text in texts]
    return tuple(Side(text, _own(text, [t for t in texts if t != text]), _year(text), side_age(text)) for text in texts)


def _year(text: str) -> int:
    found = _ONE_YEAR.findall(text)
    return int(found[0]) if len(found) == 1 else 0


# "bemandingen af X" beside "Y": the staff of both; not beside "antallet af Y"
_SHARED = re.compile(
    r"(?:[\wæøå-]+ )?[\wæøå-]{3,}(?:en|et|erne|ne) (?:af|for|på|ved|i|hos) (?!(?:19|20)\d\d)(?P<of>.+)$", re.IGNORECASE
)
_OF_ITS_OWN = re.compile(r"\w (?:af|for|på|ved|til|i|hos) (?!(?:19|20)\d\d)", re.IGNORECASE)


def _after_the_shared(a: str, b: str) -> str:
    """ "brugen af X i A" beside "i B": the sides are A and B; so are they in "bemandingen af A" beside "B"."""
    opening = re.match(r"(i|for|fra|hos|under|ved)\s", b)
    if opening is None:
        shared = _SHARED.match(a)
        return shared.group("of") if shared and not _OF_ITS_OWN.search(b) else a
    return a.rsplit(f" {opening.group(1)} ", 1)[-1]


def side_age(text: str) -> str:
    """ "old" or "new" where a text speaks of "den gamle" or "den nye", else ""."""
    return "old" if _OLD.search(text) else "new" if _NEW.search(text) else ""


def _plain(text: str) -> str:
    text = _CUT.sub("", text.strip())
    while _LEAD.match(text):
        text = _LEAD.sub("", text, count=1)
    return text.strip(" .?")


def _whole(text: str, others: list[str]) -> str:
    """ "første" beside "andet rul af X" means "første rul af X"; "2" beside "gruppe 1" means "gruppe 2"."""
    if not _BARE.match(text):
        return text
    for other in others:
        held = other.split()
        if other == text or len(held) < 2:
            continue
        if text[0].isdigit() and held[-1][0].isdigit():
            return f"{' '.join(held[:-1])} {text}"
        return f"{text} {' '.join(held[1:])}" if _BARE.match(held[0]) else text
    return text


def _own(text: str, others: list[str]) -> tuple[str, ...]:
    """The words of a side that no other side has."""
    elsewhere = {stem(word.text) for other in others for word in words(other)}
    held = [normal(word.text) for word in words(text)]
    own: list[str] = []
    for i, word in enumerate(held):
        if stem(word) in elsewhere or (is_stop_word(word) and word not in _KEPT) or side_age(word):
            continue
        if word in _KEPT and i + 1 < len(held):
            own.append(f"{word} {held[i + 1]}")
        elif word.isdigit() and i and not is_stop_word(held[i - 1]):
            own.append(f"{held[i - 1]} {word}")
        else:
            own.append(word)
    numbered = {part for word in own if " " in word for part in word.split()}
    return tuple(dict.fromkeys(word for word in own if word not in numbered))


def mentions(side: Side, text: str) -> float:
    """Share of the side's own words that a text holds, 0..1; 1 for a side without any."""
    if not side.own:
        return 1.0
    low = " ".join(normal(word.text) for word in words(text))
    held = {stem(word.text) for word in words(text)}
    return sum(_holds(word, low, held) for word in side.own) / len(side.own)


def _holds(word: str, low: str, held: set[str]) -> bool:
    if " " in word or word.isdigit():
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) is not None
    own = stem(word)
    return own in held or (len(own) > 4 and any(own in other for other in held))
