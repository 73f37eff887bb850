"""Short lines that set a task beside its owner: "Forplejning: Det Kommunale Køkken.", "Flytning af bøjer –
Havneholdet", "Vask af sejl ...... Sejlværkstedet", "Snerydning på stier (ansv.: Driftsgården)", "Kurser for ledere.
Ansvarlig: HR."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import BlockKind, Document, Responsibility
from register.forms.cell_owners import cell_owner
from register.forms.plain_rows import plain_row
from register.owners.owner_duties import PRIVATE
from register.owners.owner_words import CAP, FIELD, LOW, ORGANISED
from register.owners.working import is_worker
from register.rows import area_of
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task

_MARK = r"^\s*(?:[-•*–] |\d{1,2}[.)] |\d+(?:\.\d+)+\.? |[a-zæøå][.)] )?"
_WHO = (
    r"(?P<who>[^.,;:()\n|]{2,70}?)(?: (?:indkalder|tager imod|tager sig af det|sørger for det|ordner det|står for det|"
    r"klarer det|svarer))?(?P<rest>\s*(?:[.;]|$|\n|, (?:dog|indtil|efter|fra|senest|når|hvis)\b|\((?!ikke)))"
)
_LINE = re.compile(
    rf"{_MARK}(?P<task>[{CAP}](?:[^:.;!?|\n]|(?<=\d)\.(?=[ ])){{4,80}}?)"
    rf"(?:: | ?\.{{4,}} ?| (?:–|->|→) )(?:også )?{_WHO}"
)
_ASIDE = re.compile(
    rf"{_MARK}(?P<task>[{CAP}][^:;!?()|\n]{{5,90}}?) (?:\.{{4,}} )?\((?:ansv\.?|ansvarlig\w*|tovholder|ved|v/)\s*:? ?"
    r"(?P<who>[^():;\n]{2,50}?)(?P<rest>\))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:Ansvarlig(?:e|t)?|Ansv\.|Tovholder|Ejer|Opgaveejer|Driftsansvarlig): (?P<who>[^.;:\n]{2,60})[.;]?$"
)
_ACTION = re.compile(
    r"(?:ing|else|tion|drift|kontrol|pleje|hjælp|service|tilsyn|regnskab|vask|vagt|støtte|ledelse|opsyn|kursus|prøver|"
    r"kørsel|salg|køb|rengøring|vedligehold|visitation)(?:en|et|er|erne|n|r|s|ne)?$"
)
_ABOUT = re.compile(r"\s(?:af|til|over|på|med|for|om|ved)\s")
_NO_TASK = re.compile(
    r"^(?:Bilag|Til stede|Afbud|Svar|Besluttet|Beslutning|Ref|Referent|Kontakt\w*|Dato|Tid|Sted|Emne|Delt|Deltag\w*|"
    r"Fraværende|Udarbejdet|Ansøger|Model|Scenarie|Kilde|Foto\w*|Oplæg|Orientering|Høring\w*|Indstilling|Indledning|"
    r"Behandling|Bemærkning\w*|Kommentar\w*|Anbefaling\w*|Stillingtagen|Besparelse|Velkomst|Mødeleder|Ordstyrer|"
    r"Næste|Pause|Spørgsmål|Spm|Status|Drøftelse|Præsentation|Formand\w*|Næstformand|Medlem\w*|Sekretær|Til|Fra|Kopi|Cc|"
    r"Vedr|Sag\w*|Punkt|Pkt|Løn\w*|Udgift\w*|Afstemning|Opsamling på|Godkendt|Vedtaget|Ændring|Afsender|Modtager\w*|"
    r"Ansvarlig\w*|Ejer|Fase|Trin|Bølge|Kategori|Mål|Formål|Målgruppe\w*|Organisation\w*|Forening\w*|Henvendelse\w*|"
    r"Tilmelding|Beslutningskompetence|Kompetence\w*|Forkortelse\w*|Bestilling|"
    r"Afdeling\w*|Forvaltning\w*|Center|Enhed\w*|Område\w*|Udvalg\w*|Team|\w*gruppe|Godkendelse|Referat|Type)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"råd(?:et)?\b|udvalg|bestyrelse|kommune|region|parti|liste", re.IGNORECASE)  # or is heard
_FINITE = re.compile(rf"\b(?:er|bliver|har|skal|kan|vil|blev|var|får|må|[{LOW}]{{4,}}(?:edes|ede))\b")
_LEAD = re.compile(r"^(?:Tovholder|Ansvarlig|Ansvar|Ansvaret|Projektleder|Koordinator) (?:for|på|af) (?P<what>.+)$")
_MOST_WORDS = 11


def rows_of_colons(
    statements: Sequence[Statement],
    document: Document,
    rows: Sequence[Responsibility],
) -> list[Responsibility]:
    """Rows of such lines, none where the sentence already has one. rows: those read so far."""
    taken = {(r.start, r.end) for r in rows}
    found: list[Responsibility] = []
    for n, statement in enumerate(statements):
        told = (statement.start, statement.end) in taken or any(r.start <= statement.start < r.end for r in rows)
        if told and not _ASIDE.match(statement.text):
            continue
        found += _of_line(statement, document)
        found += _of_label(statement, statements[n - 1], document) if n and not statement.first else []
    return found


def _of_line(statement: Statement, document: Document) -> Iterator[Responsibility]:
    match = _ASIDE.match(statement.text) or _LINE.match(statement.text)
    if match is None or statement.kind is BlockKind.HEADING:
        return
    words = " ".join(match["task"].split())
    owner = _owner(match["who"])
    lead = _LEAD.match(words)
    task = clean_task(lead["what"] if lead else words)
    if owner and task and (lead or match.re is _ASIDE or is_task(words)):
        end = statement.start + match.end("who") + (1 if match.re is _ASIDE else 0)
        yield plain_row(task, owner, document.id, (statement.start, end), area_of(statement.section))


def _of_label(statement: Statement, before: Statement, document: Document) -> Iterator[Responsibility]:
    """ "Kurser for ledere. Ansvarlig: HR.": the words before, where they are no sentence."""
    label = _LABEL.match(" ".join(statement.text.split()))
    words = " ".join(before.text.split()).rstrip(".;")
    close = statement.start - before.end < 3
    if label is None or not close or _FINITE.search(words) or len(words.split()) > _MOST_WORDS:
        return
    owner = _owner(label["who"])
    task = clean_task(re.sub(_MARK, "", re.sub(r"^[A-Z]{1,2}\d+\s+", "", words)))
    if owner and task:
        yield plain_row(task, owner, document.id, (before.start, statement.end), area_of(statement.section))


def _owner(words: str) -> str:
    """A body or a role that works."""
    words = re.sub(r"\s+(?:selv|alene|også)$", "", " ".join(words.split()))
    who = cell_owner(words)
    body = re.match(ORGANISED, words) or re.search(rf"(?:^|[ ]){FIELD}$", words)
    return who if who and (is_worker(who) or (body and not _DECIDES.search(who) and not PRIVATE.search(who))) else ""


def is_task(words: str) -> bool:
    """True for words that name something to be done: "Forplejning", "Stikprøver på journaler".

    >>> is_task("Flytning af bøjer"), is_task("Til stede"), is_task("Havnen ligger ved byen")
    (True, False, False)
    """
    if _NO_TASK.match(words) or _FINITE.search(words) or len(words.split()) > _MOST_WORDS:
        return False
    first = words.split()[0]
    return _ACTION.search(first) is not None or (_ABOUT.search(words) is not None and not first.endswith(("er", "or")))
