"""Values behind a label: "Sagsnummer", "Mødested:", "Sagsbehandler" — beside it or on the next line."""

from __future__ import annotations

import re

from core.schema import Meta, Span

_TOP = 6000  # characters in which labels are looked for
_NUMBER = r"(?:[A-ZÆØÅ]{1,5} )?[A-ZÆØÅ]{0,6}[-.]?\d[\w./-]{3,30}"
_NAME = r"[A-ZÆØÅÉ][\wæøåé'.-]*(?:[ \t]+(?:[A-ZÆØÅÉ][\wæøåé'.-]*|af|von|de|van)){1,4}"
_REST = r"[^\n\t|]{2,80}"
_GAP = r"[ \t]*[:|]?[ \t]*(?:\n[ \t]*){0,2}"

_FIELDS: tuple[tuple[str, str, str], ...] = (
    ("case_number", r"sags?\s?(?:nummer|nr\.?|id)|journal\s?(?:nummer|nr\.?)|j\.?\s?nr\.?|sag\s+nr\.?", _NUMBER),
    ("document_number", r"dok(?:ument)?\.?[- ]?\s?(?:nummer|nr\.?|id)|edoc(?:[- ]?nr\.?)?", _NUMBER),
    ("case_worker", r"sagsbehandlere?|kontaktperson|sagsansvarlig|forfattere?|udarbejdet\s+af", _NAME),
    ("meeting_date", r"mødedato|møde\s*dato|dato\s+for\s+mødet?", _REST),
    ("place", r"mødested|sted|lokale|mødelokale", _REST),
    ("time", r"tidspunkt|mødetid|tid|starttidspunkt", _REST),
)  # fmt: skip


_ROOM = re.compile(r"(?:møde)?lokale\b", re.IGNORECASE)


def labelled(text: str) -> list[Meta]:
    """One value for each field the top of the text labels; a meeting's date as an ISO date."""
    head = text[:_TOP]
    found: list[Meta] = []
    for name, label, value in _FIELDS:
        match = _first(head, label, value)
        if match is None or name == "time":
            continue
        meta = _meta(name, match)
        if meta is not None:
            found.append(meta)
    return found


def _first(head: str, label: str, value: str) -> re.Match[str] | None:
    pattern = rf"(?im)^[ \t*|#-]*(?:{label})\b\.?{_GAP}(?P<value>(?-i:{value}))"
    same_line = rf"(?i)(?<![\w-])(?:{label})\.?[ \t]*:[ \t]*(?P<value>(?-i:{value}))"
    return re.search(pattern, head) or re.search(same_line, head)


def _meta(name: str, match: re.Match[str]) -> Meta | None:
    start = match.start("value")
    if name == "place" and _ROOM.match(match.group().lstrip()) and ":" not in match.group():
        start = match.start() + len(match.group()) - len(match.group().lstrip())  # the label is part of the name
    value = match.string[start : match.end("value")].strip().rstrip(".,;* ")
    span = Span(start, start + len(value))
    if name == "meeting_date":
        from core.danish.dates import date_iso

        iso = date_iso(value)
        return Meta(name, iso, span, 0.95) if iso else None
    if name == "place" and re.match(r"(?:den|d\.|kl|og|i)\b", value, re.IGNORECASE):
        return None
    return Meta(name, value, span, 0.9)
