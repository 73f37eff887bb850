"""Rows whose task only points back: "udførelsen overdrages til pumpelaget", "Distriktet lægges til Byskolen",
"Driften varetages af …". The sentences before, or the case, say what is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.danish.dates import find_dates
from core.schema import Basis, Precision, Responsibility, Span
from register.forms.pronoun_tasks import with_things
from register.names.naming import UNNAMED
from register.rows import row_key

_POINTS = re.compile(
    r"^(?:(?:selve|hele|den daglige|den videre) )?(?P<word>(?:den|denne) opgave|disse opgaver|udførelsen|driften|"
    r"opgaven|opgaverne|varetagelsen|"
    r"arbejdet|ansvaret|indkøbet|"
    r"evalueringen|administrationen|produktionen|tilsynet|sekretariatsbetjeningen|koordineringen|vedligeholdelsen|"
    r"distriktet|skoledistriktet|eleverne|brugerne|bygningerne|medarbejderne|bygningen)$",
    re.IGNORECASE,
)
_THAT_TASK = re.compile(r"^(?:den|denne|disse) opgaver?$", re.IGNORECASE)
_PARTS = re.compile(r"distriktet|skoledistriktet|eleverne|brugerne|bygninge|medarbejderne", re.IGNORECASE)
_SAME = re.compile(
    r"(?:den|denne) opgave|disse opgaver|udførelsen|opgaven|opgaverne|varetagelsen|arbejdet|ansvaret", re.IGNORECASE
)
_CLOSED = re.compile(
    r"(?:^|[.:] |\d\. )(?P<what>[A-ZÆØÅ][^.,;:]{2,60}?) (?:nedlægges|lukkes|lukker|ophører|hjemtages|udliciteres|"
    r"opsiges|"
    r"sammenlægges)\b"
)
_ACT_BEFORE = re.compile(  # "Behandlingen af klager indgår ikke. Opgaven løses af …"
    r"(?P<what>(?:Drift|[A-ZÆØÅ]\w*(?:ing|else|drift|tilsyn|service|rådgivning|hjælp|pleje))(?:en|n|et)?"
    r"(?: (?:af|for|med|til|på) [^,.;:]{3,70}?)?) (?:indgår|er|bliver|har|hører|kræver|forudsætter|\w{3,}es)\b"
)
_HAD = re.compile(  # "… er hidtil blevet varetaget af skolernes egne pedeller."
    r"\b(?:varetaget|varetages|drevet|drives|løst|løses|udført|udføres) (?:(?:i dag|hidtil) )?"
    r"af (?P<who>[^.,;:]{3,60})\.$"
)
_LAY = re.compile(  # "Nødberedskabet lå tidligere hos Driftsgården. Opgaven er lagt over til …"
    r"(?P<what>[A-ZÆØÅ][^.,;:]{2,60}?) (?:(?:lå|hørte|ligger|hører) (?:tidligere|hidtil|før|i dag|indtil nu) "
    r"|(?:har (?:hidtil|tidligere) (?:ligget|hørt)|er (?:i dag|hidtil) placeret|var tidligere placeret) )"
    r"(?:hos|under|i|på|til) (?P<who>[^.,;:]{3,60})[.]$"
)
_SECTION = re.compile(  # headings that name no task
    r"(?:\d[\d.]*\s+)?(?:ændringer|orientering|baggrund|indledning|resumé|generelt|øvrig|bilag|proces|status|nyt|"
    r"historik|rettelser|forord|opfølgning|tidsplan|bemærkninger|eventuelt)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"^(?:denne|dette) (?P<word>[a-zæøå]{4,})$")
_OPEN = re.compile(rf"{_THAT_TASK.pattern}|{_THIS.pattern}", re.IGNORECASE)
_VERBAL = re.compile(r"[a-zæøå]{4,}(?:ningen|ringen|elsen|driften)$")
_GRANTED = re.compile(
    r"\b(?:afsættes|afsat|bevilges|bevilget)\b(?:[^.]|\.(?= ?kr|\d| og| til)){0,60}? til (?P<what>[a-zæøå][^.,;]{5,80})"
)
_ACT_TOLD = re.compile(r"[a-zæøå]{3,}e(?<!else)(?<!erne)(?<!ene) ")
_CALLED = re.compile(r"(?<=[.:;!?])\s+(?=[A-ZÆØÅ])")
_MONEY = re.compile(r"^(?:midlerne|beløbet|pengene|bevillingen)$", re.IGNORECASE)
_UNIT = re.compile(r"(?:udvalg|forvaltning|afdeling|center|centr|kontor|sekretariat|råd|nævn|enhed|team)(?:et|en)?$")
_LONGEST_CASE = 90


def settled(
    rows: Sequence[Responsibility], earlier: Sequence[Responsibility], before: str, case: str, text: str = ""
) -> list[Responsibility]:
    """Rows with the task they point at. earlier: rows of the one or two sentences before; before: their words; case:
    the title of the case; text: the document's. A task that nothing explains keeps its word."""
    named = [_dated(_settled(row, earlier, before, case, text), row, before, text) for row in rows]
    return with_things(
        [row for row in named if row.task.lower() not in UNNAMED and not _OPEN.match(row.task)], before, text
    )


def _settled(
    row: Responsibility, earlier: Sequence[Responsibility], before: str, case: str, text: str
) -> Responsibility:
    if _MONEY.match(row.task):
        granted = list(_GRANTED.finditer(before))
        return _named(row, f"midler til {granted[-1]['what'].strip()}") if granted else row
    this = _THIS.match(row.task)
    if this:
        same = [r for r in earlier[-1:] if re.match(rf"\W*{this['word']}(?:en|et|n|erne)?\b", r.task, re.IGNORECASE)]
        return _given_on(row, same[0]) if same else row
    points = _POINTS.match(row.task)
    if points is None and _VERBAL.match(row.task):
        act = _same_act(row, earlier[-1:], before, text)
        return _given_on(row, act) if act else _named(row, _compound(row.task, before))
    if points is None:
        return row
    word = points["word"]
    known = [r for r in earlier if r.relation in ("assign", "keep") and not _POINTS.match(r.task)]
    runs_on = row.relation == "transfer" and word.lower() == "driften"
    if _THAT_TASK.match(row.task) and not (known and _is_beside(known[-1], before, text)):
        return row
    elsewhere = _CLOSED.search(_CALLED.split(before.strip())[-1]) and known and not _is_beside(known[-1], before, text)
    if known and (_SAME.match(word) or runs_on) and not elsewhere:
        last = known[-1]
        moved = row.relation == "transfer" and not row.from_unit and last.to_unit not in ("", row.to_unit)
        return _named(row, last.task, last.to_unit if moved else row.from_unit)
    told = _told_last(row, before) if _SAME.match(word) else None
    if told:
        return told
    closed = list(_CLOSED.finditer(before))
    last_row = earlier[-1] if earlier else None
    if last_row and re.match(r"tilsynet|koordineringen|sekretariats", word, re.IGNORECASE):
        if _ACT_TOLD.match(last_row.task):
            return row  # "skal sikre fremdrift, mens sekretariatsbetjeningen varetages af"
        return _named(row, f"{word.lower()}: {last_row.task}") if not _POINTS.match(last_row.task) else row
    if closed:
        return _of_closed(row, word, " ".join(closed[-1]["what"].split()))
    return _of_case(row, word, case, before)


def _same_act(row: Responsibility, earlier: Sequence[Responsibility], before: str, text: str) -> Responsibility | None:
    """ "Rengøring af skolerne hører til og med 2026 under <unit>. Fra 2027 overgår rengøringen til …": the row of the
    sentence before whose act this is."""
    act = re.compile(rf"{re.sub('e[nt]$', '', row.task)}(?:e[nt])? (?:af|for|på|i|ved) ", re.IGNORECASE)
    return next((r for r in earlier if r.until and act.match(r.task) and _is_beside(r, before, text)), None)


def _given_on(row: Responsibility, before: Responsibility) -> Responsibility:
    """The task of the row before, from whom has it until then."""
    if before.until is None or before.to_unit == row.to_unit or row.relation not in ("assign", "transfer"):
        return _named(row, before.task)
    return _named(replace(row, relation="transfer"), before.task, row.from_unit or before.to_unit)


def _told_last(row: Responsibility, before: str) -> Responsibility | None:
    """ "Behandlingen af klager indgår ikke. Opgaven løses af …", "Vagten lå hos <unit>. Opgaven er lagt over til …"."""
    last = _CALLED.split(before.strip())[-1]
    lay = _LAY.match(last)
    if lay:
        moved = replace(row, relation="transfer") if row.relation == "assign" else row
        return _named(moved, lay["what"], row.from_unit or lay["who"][0].upper() + lay["who"][1:])
    act = _ACT_BEFORE.match(last)
    if act is None or row.relation not in ("assign", "keep", "transfer"):
        return None
    had = _HAD.search(before.strip()) if row.relation == "transfer" and not row.from_unit else None
    return _named(row, " ".join(act["what"].split()), had["who"][0].upper() + had["who"][1:] if had else None)


def _of_closed(row: Responsibility, word: str, what: str) -> Responsibility:
    """A part or a task of what the sentences before close or take home."""
    if _PARTS.match(word):
        source = row.from_unit or what if row.relation == "transfer" else row.from_unit
        return _named(row, f"{word.lower()}: {what}", source)
    if _SAME.match(word) and _UNIT.search(what):
        return _named(row, f"opgaver fra {what}", row.from_unit or what)
    return _named(row, what if _SAME.match(word) else f"{word.lower()}: {what}")


def _of_case(row: Responsibility, word: str, case: str, before: str) -> Responsibility:
    unnamed = row.relation == "transfer" and _SAME.match(word) and before.strip()
    if not case or _SECTION.match(case) or _PARTS.match(word) or unnamed:
        return row
    return _named(row, f"{word.lower()}: {case[:_LONGEST_CASE]}")


def _compound(task: str, before: str) -> str:
    """ "planlægningen" by the longer word that the sentence before calls it by ("vagtplanlægningen"), or by the thing
    that is done to ("Målingen gennemføres …": "gennemførelsen: Målingen")."""
    last = _CALLED.split(before.strip())[-1]
    longer = re.findall(rf"\b([A-ZÆØÅa-zæøå-]{{3,}}{task})\b", last)
    if len(set(longer)) == 1:
        return str(longer[0])
    root = re.sub(r"(?:e?n?ningen|e?ringen|elsen|driften)$", "", task)[:12]
    done = re.match(rf"(?P<what>[A-ZÆØÅ][^.,;:]{{2,60}}?) (?:(?:skal|bliver|kan) )?{root}[a-zæøå]{{0,4}}e?s\b", last)
    return f"{task}: {' '.join(done['what'].split())}" if done and len(root) > 3 else task


def _is_beside(row: Responsibility, before: str, text: str) -> bool:
    """True for a row of the last sentence before."""
    return " ".join(before.split()).rstrip(" .").endswith(" ".join(text[row.start : row.end].split()).rstrip(" ."))


def _dated(row: Responsibility, told: Responsibility, before: str, text: str) -> Responsibility:
    """A move under the day on which what it points at is closed or taken home."""
    closed = list(_CLOSED.finditer(before))
    if row is told or row.relation != "transfer" or row.effective_from or not closed:
        return row
    end = re.search(r"[.;](?!\s?\d|\s[a-z])", before[closed[-1].end() :])
    words = before[closed[-1].end() :][: end.start() if end else 120]
    day = next((d for d in find_dates(words, None) if d.precision is Precision.DAY and d.bound != "until"), None)
    at = text.rfind(day.text, 0, row.start) if day else -1
    if day is None or at < 0:
        return row
    span = Span(at, at + len(day.text))
    return replace(row, effective_from=day.first, basis=Basis.EXPLICIT, effective_text=day.text, effective_span=span)


def _named(row: Responsibility, task: str, source: str | None = None) -> Responsibility:
    row = replace(row, task=task, from_unit=row.from_unit if source is None else source)
    return replace(row, key=row_key(row))
