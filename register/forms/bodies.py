"""Bodies listed with their tasks beside them, without a verb: "Kulturudvalg: (museer, biblioteker og idræt)",
"Skoleudvalget (uændrede opgaver)", and a unit on a line by itself over "Ansvarlig for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from core.schema import BlockKind, Document, Responsibility
from register.forms.plain_rows import plain_row
from register.names.unit_forms import Mention
from register.owners.owner_names import heading_owner
from register.rows import area_of, row_key
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task, split_tasks
from register.sentences.timing import Clause, general_timing

_BODIES = ("udvalg", "forvaltning", "center")
_AFTER = re.compile(
    r"\s*+(?:\([A-ZÆØÅ]{2,5}\))?\s*+(?:(?P<colon>[:–-])\s*+)?"
    r"(?:\((?P<listed>[^()]{8,600})\)|(?P<open>(?<=[:–-] )[^()\n]{12,400}))"
)
_UNCHANGED = re.compile(r"^\s*uændre(?:de|t)\s+(?:opgaver|opgaveportefølje|område|ansvarsområde)\b", re.IGNORECASE)
_NO_TASK = re.compile(
    r"\d|\b(?:formand|medlem|næstformand|tidligere|nu|herefter|tlf|mail|se|jf|kl|er|har|vi|skal|kan|vil|bliver|var)\b",
    re.IGNORECASE,
)
_FIELD_WORD = re.compile(
    r"(?:området|opgaver(?:ne)?|politik|planlægning|\w*funktion|\w*betjening|\w*drift|\w*ledelse|koordinering|"
    r"\w*tilsyn)\b"
)
_BEARS = re.compile(
    r"^\s*(?:Er\s+)?(?:[Aa]nsvarlig(?:e|t)?|[Aa]nsvar(?:et)?|[Oo]pgaver?)\s+(?:for|vedr\.|vedrørende|"
    r"med)\s+(?P<task>.+)",
    re.DOTALL,
)
_CODE = re.compile(r"^[A-ZÆØÅ]{1,3}(?:-[A-ZÆØÅ]{2,5})?$|^[A-ZÆØÅ]{2,5}$")


def rows_of_bodies(
    statements: Sequence[Statement],
    mentions: Mapping[int, list[Mention]],
    document: Document,
    clauses: Sequence[Clause],
) -> list[Responsibility]:
    """Rows of bodies with their tasks beside or below them. A clause that dates the document's bodies dates them."""
    rows: list[Responsibility] = []
    for n, statement in enumerate(statements):
        rows += [_dated(r, clauses, statement) for r in _listed(statement, mentions, document)]
        rows += _below(statement, statements[n - 1] if n else None, mentions, document)
    return rows


def _dated(row: Responsibility, clauses: Sequence[Clause], statement: Statement) -> Responsibility:
    timing = general_timing(clauses, statement.section)
    row = replace(
        row,
        effective_from=timing.start,
        basis=timing.basis,
        effective_text=timing.text,
        effective_span=timing.span,
    )
    return replace(row, key=row_key(row))


def _listed(
    statement: Statement, mentions: Mapping[int, list[Mention]], document: Document
) -> Iterator[Responsibility]:
    own = mentions.get(statement.start, ())
    unit = own[0] if own and own[0].type in _BODIES and not own[0].genitive else None
    if unit is None or document.cleaned[statement.start : unit.start].strip(" *•–-0123456789.)\n"):
        return
    match = _AFTER.match(document.cleaned, unit.end, statement.end)
    words = (match["listed"] or match["open"] or "") if match else ""
    if match is None or not words:
        return
    group = "listed" if match["listed"] else "open"
    span = (unit.start, match.end(group) + (group == "listed"))
    area = area_of(statement.section)
    if _UNCHANGED.match(words):
        row = plain_row(f"{unit.text}s opgaver", unit.text, document.id, span, area)
        yield replace(row, relation="keep", key="")
        return
    for task in _tasks(words):
        yield plain_row(task, unit.text, document.id, span, area)


def _tasks(words: str) -> list[str]:
    """The tasks of a list; none where it may be anything else (names, numbers, one word in passing)."""
    flat = re.sub(r"^\s*(?:herunder|bl\.a\.|varetager|med ansvar for)\s+", "", " ".join(words.split()))
    flat = re.sub(r",?\s+(?:mv|m\.v|m\.m|osv)\.?$", "", flat)
    if _NO_TASK.search(flat) or not flat[0].islower() or ". " in flat:
        return []
    tasks = [t for t in map(clean_task, split_tasks(flat.replace(", og ", " og "))) if t]
    several = "," in flat or " og " in flat
    return tasks if several or _FIELD_WORD.search(flat) else []


def _below(
    statement: Statement, above: Statement | None, mentions: Mapping[int, list[Mention]], document: Document
) -> Iterator[Responsibility]:
    """ "Center for Byg" on a line by itself, below it "Ansvarlig for …"."""
    bears = _BEARS.match(statement.text)
    if above is None or bears is None or not statement.first or statement.kind is BlockKind.LIST_ITEM:
        return
    name = " ".join(above.text.split()).strip(" :")
    own = [
        m
        for m in mentions.get(above.start, ())
        if document.cleaned[above.start : above.end].strip(" :\n") and m.end - m.start >= len(name)
    ]
    owner = own[0].text if own else name if _CODE.match(name) else ""
    owner = owner or (heading_owner(name) if re.match(r"\s*(?:Er\s+)?[Aa]nsvarlig", statement.text) else "")
    if not owner or above.kind is not BlockKind.HEADING:
        return
    for task in split_tasks(clean_task(bears["task"])):
        yield plain_row(task, owner, document.id, (above.start, statement.end), area_of(statement.section[:-1]))
