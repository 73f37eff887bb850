"""Names that a document itself gives an owner: in a column of those responsible, behind "Ansvarlig:", behind
"varetages af". Such a name ("Kommunikation", "PPR") is an owner at the start of other sentences too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Document
from register.forms.aligned import aligned_tables
from register.forms.plain_rows import named_owner
from register.names.unit_forms import Mention
from register.owners.owner_words import CAP, ORGANISED, PROPER

_COLUMN = re.compile(
    r"^(?:ansvarlig|tovholder|hvem|forankring|fra|til|enhed|afdeling|center|udføres af)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:^|\n)\s*(?:Ansvarlig(?:e|t)?(?:\s+\w+)?|Tovholder|Projektejer|Forankring)\s*:\s*(?P<who>[^\n]{2,80})"
)
_AGENT = re.compile(
    rf"\b(?:varetages|varetaget|udføres|drives|forestås|administreres|løses|ledes|koordineres|"
    rf"udarbejdes)\s(?:\w+\s){{0,2}}af\s"
    rf"(?P<who>{PROPER})(?=[\s.,;])"
)
_EXPLAINED = re.compile(rf"(?P<who>{PROPER})\s\((?P<short>[{CAP}]{{2,5}})\)")
_LEADS = re.compile(rf"\b(?:lederen|chefen|leder|chef|direktøren)\s(?:af|for)\s(?P<who>{PROPER})(?=[\s.,;)])")


_IS_BODY = re.compile(ORGANISED)
_BODIES = ("udvalg", "forvaltning", "råd", "borgmester")


def with_whole_names(text: str, mentions: Sequence[Mention], names: frozenset[str]) -> list[Mention]:
    """Mentions with "Jobcenter og Borgerservice" as the one owner the document makes of it, not as two."""
    kept = list(mentions)
    for name in sorted(n for n in names if re.search(r"\s(?:og|&)\s", n)):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name).replace(chr(92) + ' ', chr(92) + 's+')}(?![\w-])", text):
            inside = [m for m in kept if m.start < match.end() and match.start() < m.end]
            parted = all(match.start() <= m.start and m.end <= match.end() for m in inside)
            if inside and parted and not any(m.type in _BODIES for m in inside):
                kept = [m for m in kept if m not in inside]
                kept.append(Mention(match.start(), match.end(), name, "center"))
    return sorted(kept, key=lambda m: m.start)


def heading_owner(heading: str) -> str:
    """The heading as the name of a department ("Økonomi og Løn"), "" where it is none."""
    words = re.sub(r"^\d[\d.]*\s+", "", " ".join(heading.split())).strip(" :")
    several = re.search(r"\s(?:og|&)\s|(?:service|kontor|sekretariat|afdeling(?:en)?|sekretariatet|kontoret)$", words)
    return (
        words
        if several and named_owner(words) and _IS_BODY.match(words) and not words.endswith(("ommune", "pgaver"))
        else ""
    )


def owner_names(document: Document) -> frozenset[str]:
    """All such names, as written, white space collapsed."""
    found: set[str] = set()
    for table in document.tables:
        owning = {n for n, head in enumerate(table.columns) if _COLUMN.match(head.strip())}
        for cell in table.cells:
            if cell.column in owning or _COLUMN.match(cell.column_head.strip()):
                found.add(named_owner(cell.text))
    for aligned in aligned_tables(document.cleaned):
        owning = {c.column for c in aligned.heads if _COLUMN.match(c.text.strip())}
        found |= {named_owner(c.text) for line in aligned.lines for c in line if c.column in owning}
    for form in (_LABEL, _AGENT, _LEADS):
        for match in form.finditer(document.cleaned):
            found.add(named_owner(match["who"]))
    for match in _EXPLAINED.finditer(document.cleaned):
        if match["short"][0] == match["who"][0]:
            found.add(named_owner(match["who"]))
    return frozenset(name for name in found if len(name) > 1)
