"""Small pieces of regular expressions that several files share."""

from __future__ import annotations

from core.danish.numbers import TWO_TO_TEN

TO_END = r"(?:[^.;]|\.(?=\s*[a-zæøå(\d]))"
"""Any character up to the end of a sentence; the dot of an abbreviation does not end it."""

TO_COMMA = r"(?:[^.;,)]|\.(?=\s*[a-zæøå(\d]))"
"""The same, but a comma or a closing bracket ends it as well."""

TO_BRACKET = r"(?:[^.;)]|\.(?=\s*[a-zæøå(\d]))"
"""The same, but only a closing bracket ends it as well."""

_STAGES = {  # one: many
    "fase": "faser",
    "etape": "etaper",
    "trin": "trin",
    "bølge": "bølger",
    "rul": "rul",
    "runde": "runder",
    "delfase": "delfaser",
    "tranche": "trancher",
}
STAGE_NAMES = tuple(name.capitalize() for name in _STAGES)
"""What a numbered stage of a plan is called where its name opens a line."""

STAGE = rf"(?:{'|'.join(STAGE_NAMES)})"
"""The same as one pattern."""

STAGE_WORD = rf"(?:{'|'.join(_STAGES)})"
"""The same inside a sentence."""

STAGES = rf"(?:{'|'.join(_STAGES.values())}|omgange)"
"""More than one of them."""

IN_STAGES = rf"\bi (?:{TWO_TO_TEN}|flere) {STAGES}\b"
"""A move in several stages, none of them named."""
