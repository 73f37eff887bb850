"""Two papers that give one committee, council or group different numbers of members."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from core.danish.numbers import number_value
from core.schema import BlockKind, Conflict, Document, Span
from register.library.differences import newer
from register.library.happenings import bodies
from register.sentences.reading import Statement

_MEMBERS = re.compile(
    r"^\W*(?:at\s+)?(?P<body>[A-ZÆØÅ][\wæøå-]*(?:(?:\s+|,\s+|-\s+)(?:og\s+)?[\wæøåÆØÅ-]+){0,4}?)\s+"
    r"(?:har|får|består\s+af|består\s+fremover\s+af)\s+(?P<number>\d{1,2}|[a-zæøå]{2,8})\s+medlemmer\b"
)
_Told = tuple[str, Span, str, str, float]


def members(
    documents: Sequence[Document], statements: Mapping[str, list[Statement]], days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    """Of a body that both papers name, or that one of them is all about ("Udvalget har …" under its title)."""
    by_body: dict[str, list[_Told]] = defaultdict(list)
    for document in documents:
        for statement in statements[document.id]:
            for body, told in _told(document, statement):
                by_body[body].append(told)
    for held in by_body.values():
        for a, b in combinations(held, 2):
            if a[0] != b[0] and a[4] != b[4]:
                about = f"{max(a[2], b[2], key=len)}: antal medlemmer"
                yield Conflict(about, "number", a[:2], b[:2], (a[3], b[3]), newer(a[0], b[0], days), 0.7)


def _told(document: Document, statement: Statement) -> Iterator[tuple[str, _Told]]:
    found = _MEMBERS.match(" ".join(statement.text.split()))
    if found is None or statement.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return
    value = number_value(found["number"])
    named = bodies(found["body"]) or bodies(document.title)
    if value and len(named) == 1:
        span = Span(statement.start, statement.end)
        yield next(iter(named)), (document.id, span, found["body"], found["number"], value)
