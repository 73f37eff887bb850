"""A sentence that tells who has a thing and who gets it: "udføres i dag af A; det overtages af B", "varetages af A
indtil …, hvorefter opgaven overgår til B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft
from register.sentences.text import STAGE_WORD

_SAME = re.compile(
    r"\W*(?:det|den|de|disse|dette|opgaven|opgaverne|ansvaret|driften|området)?(?:\s+(?:blev|er))?"
    r"(?:\s+(?:i medfør af|som følge af|efter|i henhold til)\s[^,.;]*)?\W*$",
    re.IGNORECASE,
)
_STAGE = re.compile(rf"\b(?:indtil|frem til|til og med|løber til|i (?:den )?første (?:{STAGE_WORD}|omgang))\b")
_FORMERLY = re.compile(
    rf"\W*(?P<task>\w[^;\ue000-\ue7ff]*?) (?:er|blev|var|har) (?:tidligere|hidtil|førhen|indtil nu) (?:blevet |været )?"
    rf"[a-zæøå]+t (?:af|i|hos) (?P<units>{UNITS}),? (?:men|og)\b"
)
_AFTER = re.compile(r"(?:;|, (?:hvorefter|hvor|men|og)\b|\bog\b)")


def handed_on(drafts: Sequence[Draft], masked: Masked) -> list[Draft]:
    """Drafts of one sentence with the receiver's task and giver taken from the clause that tells who has it now.
    Who has it only until then keeps its row where its end is told, and none otherwise."""
    out = list(drafts)
    for later in [d for d in drafts if d.rule.relation == "transfer" and d.to and _points(d, masked)]:
        had = [d for d in out if d.verb < later.verb and _holds(d, masked) and d.to != later.to]
        before = _FORMERLY.match(masked.text, 0, later.verb[0]) if not had else None
        if before:
            source = later.source or masked.mentions(*before.span("units"))
            out[out.index(later)] = replace(later, task=before.span("task"), source=source)
        if not had or not _AFTER.search(masked.text, had[-1].verb[1], later.verb[0]):
            continue
        first = had[-1]
        out[out.index(later)] = replace(later, task=first.task, source=later.source or first.to)
        if not _STAGE.search(masked.text, first.task[0], later.verb[0]):
            out.remove(first)
    return out


def _points(draft: Draft, masked: Masked) -> bool:
    return draft.rule.form in ("passive", "active") and _SAME.match(masked.text[slice(*draft.task)]) is not None


def _holds(draft: Draft, masked: Masked) -> bool:
    named = masked.text[slice(*draft.task)].strip(" ,.")
    says_what = re.search(UNITS, named) or not _SAME.match(named)  # "Sekretariatet" is a unit too
    return draft.rule.relation in ("assign", "keep") and bool(draft.to) and bool(named) and bool(says_what)
