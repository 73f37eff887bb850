"""Measures with "Ansvarlig: <unit>" below their title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import Document, Responsibility
from register.forms.fields import dated_by_field
from register.forms.plain_rows import named_owner, plain_row
from register.names.unit_forms import Mention
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task

_RESPONSIBLE = re.compile(
    r"(?:^|\n)\s*(?:(?:Ansvarlig(?:e|t)?(?:\s+(?:enhed|afdeling|forvaltning|udvalg|center|part|parter|instans))?|"
    r"Ansvar|"
    r"Tovholder|Opgaveansvarlig|Ansvarsplacering|Forankring|Leverandør(?:er)?|Udføres af|Udførende enhed|"
    r"Driftsansvarlig|"
    r"Projektansvarlig)\s*:|Hvem (?:udfører|leverer|varetager) (?:opgaven|ydelsen|"
    r"indsatsen)\s*\?)\s*(?P<who>[^\n]{3,120})"
)
_WITH = re.compile(r",?\s(?:i samarbejde med|sammen med|med bistand fra|i dialog med|med inddragelse af)\s.*$")
_NUMBER = re.compile(r"^\W*(?:[A-ZÆØÅ]\w+\s+)?\d+(?:\.\d+)*\s*[.:)]?\s+")
_FIELDS = re.compile(
    r"\s+(?:Ansvarlig\w*(?:\s\w+)?|Ansvar|Tovholder|Tidsplan|Frist|Forankring|Leverandør)\s*:\s.*$", re.DOTALL
)
_TITLE = re.compile(r"[A-ZÆØÅ][^.:;!?]*(?:\d\.\d+[^.:;!?]*)?$")
_LONGEST_NAME = 90


def measure_title(heading: str) -> str:
    """The heading of a measure without its number and without fields that a page set right below it."""
    return _NUMBER.sub("", _FIELDS.sub("", heading))


def rows_of_measure(
    statement: Statement, mentions: Sequence[Mention], document: Document, area: str
) -> Iterator[Responsibility]:
    """Rows for the fields in one statement. area: the nearest heading; a title line in the statement itself is
    nearer."""
    for match in _RESPONSIBLE.finditer(statement.text):
        if match.start() == 0 and not statement.first and document.cleaned[statement.start - 1] == " ":
            continue  # "Kurser for ledere. Ansvarlig: HR.": not the heading's
        title = _title_above(statement.text[: match.start()]) or area
        who = _WITH.sub("", match["who"])
        start = statement.start + match.start("who")
        inside = [m.text for m in mentions if start <= m.start < start + len(who)]
        owner = "; ".join(dict.fromkeys(inside)) or named_owner(who)
        task = clean_task(measure_title(title))
        if owner and task and len(owner) <= _LONGEST_NAME:
            span = statement.start + match.start(), start + len(match["who"])
            row = plain_row(task, owner, document.id, span, measure_title(title))
            yield dated_by_field(row, document.cleaned, document.date)


def _title_above(words: str) -> str:
    line = words.strip().rpartition("\n")[2].strip()
    return line if 1 < len(line.split()) < 12 and _TITLE.match(line) else ""
