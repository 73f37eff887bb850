"""Names that a scan has cut or misread before their last part: "Socia l- og Sundhedsudvalget" where the paper names a
"Social- og Sundhedsudvalget" elsewhere. Without this the last part would stand as a unit of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from register.names.unit_forms import Mention

_HEAD = re.compile(r"\w-[\s,]")  # "Social- og …", "Børne-, Kultur- og …"
_READ_AS = str.maketrans({"ø": "o", "å": "a", "æ": "a", "é": "a", "í": "i", "á": "a", "@": "o", "1": "l", "|": "l"})
_LAST = re.compile(r"\s(?P<word>[a-zæøåI]{4,})\b")
_CAPITAL_I = re.compile(r"(?<=[a-zæøå])I")


def with_cut_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; one that is only the end of a longer name, with that name's beginning damaged before it, as the
    longer name."""
    names = {m.text for m in mentions if _HEAD.search(m.text)}
    whole = {_folded(name): name for name in sorted(names)}
    return [_ended(text, _whole(text, m, names), whole) for m in mentions]


def _ended(text: str, mention: Mention, whole: dict[str, str]) -> Mention:
    """ "Miljø- og Natur udvalget" as the name it is without the space."""
    end = _LAST.match(text, mention.end)
    name = whole.get(_folded(mention.text + end["word"])) if end and _HEAD.search(mention.text) else None
    return replace(mention, end=end.end(), text=name) if end and name else mention


def _whole(text: str, mention: Mention, names: set[str]) -> Mention:
    longer = sorted((n for n in names if n != mention.text and n.endswith(f" {mention.text}")), key=len, reverse=True)
    for name in longer:
        start = _start(text, mention.start, name.removesuffix(mention.text))
        if start is not None:
            return replace(mention, start=start, text=name)
    return mention


def _start(text: str, end: int, head: str) -> int | None:
    """Where the head of a name starts that ends at a place, its letters as a scan may read them and spaces anywhere;
    None where something else stands there."""
    wanted = _folded(head)
    at = end
    while at > 0 and len(_folded(text[at:end])) < len(wanted):
        at -= 1
    if _folded(text[at:end]) != wanted or not text[at:end].strip():
        return None
    before = text[at - 1 : at]
    return at if (text[at].isupper() or text[at] == "@") and not before.isupper() else None


def _folded(words: str) -> str:
    """Letters alone, alike where a scan takes one for the other."""
    return "".join(_CAPITAL_I.sub("l", words).split()).lower().translate(_READ_AS)
