"""The title's words: of the title line, of the file, or put together from what a meeting's paper tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from core.danish.dates import write_day
from core.schema import Block, BlockKind, Kind, Meta, Span
from ingest.metadata.subject import labelled_subject, line_below
from ingest.structure.build import Structure
from ingest.structure.joins import is_open
from ingest.structure.meetings import AGENDA_WORD, MINUTES_WORD, POINT_NUMBER, case_count, names_meeting
from ingest.structure.sections import is_case_section, is_formality, is_section_word, on_the_page_only
from ingest.structure.title import KIND_ONLY, ONLY_DAY, is_letterhead

FROM_NAME = 0.3  # confidence of a title that is only the file's name
_FIELD_LINE = re.compile(
    r"(?:til|fra|kopi|cc|(?:møde)?(?:dato|tid|sted)|tidspunkt|lokale|sags?(?:nr|nummer|id)|formand|referent)\.?\s*(?::|$)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:(?:møde)?deltagere|deltagende|medlemmer|til\s?stede|afbud|fraværende)\s*(?::|$)", re.IGNORECASE
)
_SENT = re.compile(
    r"[,.–-]?\s*\b(?:den\s+|d\.\s*)?\d{1,2}[./-]\s?(?:[a-zæøå]{3,9}|\d{1,2})[\s./-]+\d{2,4}\W*$", re.IGNORECASE
)
_TOWN = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+)?")
_RECEIVER = re.compile(r"(?:Til|Fra)\s+[A-ZÆØÅ]")
_GATHERED = re.compile(r"(?:ekstraordinært[ \t]+)?[a-zæøå]{4,}møde\b", re.IGNORECASE)
_GATHERING = re.compile(r"[\wæøå-]+møde(?:\s+(?:den\b|d\.|\d|[a-zæøå]+\s+(?:19|20)\d\d).*)?", re.IGNORECASE)
_NAMED_CASES, _LONGEST = 3, 200  # cases a title names, characters it has at most
_NO_TITLE = re.compile(r"\.(docx?|pdf|pptx?|xlsx?)$|^microsoft word|^untitled", re.IGNORECASE)
_REFERENCE = re.compile(r"\s+(?:sags?(?:id|nr|nummer)|dok\.?(?:nr|id)|j\.?\s?nr)\b.*$", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:mødested|mødedato|mødetid|sted|lokale|deltagere)\s*:", re.IGNORECASE)
_MARKED_POINT = re.compile(r"(?:punkt|pkt\.|sag)\s+(?:nr\.?\s*)?\d", re.IGNORECASE)
_TOP, _REACH = 1500, 6000  # characters in which the paper's word and the body that met are looked for
_OFTEN = 3  # times a body must be named
_BESIDE_BODY = re.compile(r"^(?:[\w-]+[ \t]+kommune|region[ \t]+\w+)\b|\bnr\.?[ \t]*\d+", re.IGNORECASE)
BODY = re.compile(
    r"(?i:udvalg(?:et)?)[ \t]+[\"“”][^\"“”\n]{3,60}[\"“”]|"
    r"(?i:udvalg(?:et)?)[ \t]+for[ \t]+(?!at\b)[\w-]+(?:(?:,[ \t][\w-]+){0,5}[ \t](?:og|&|for)[ \t][\w-]+)?"
    r"(?:[ \t](?!(?i:\w+dag|den|kl|mødet?)\b)[A-ZÆØÅ][\w-]*){0,3}|"
    r"(?:(?!I[ \t])[A-ZÆØÅ][\wæøåÆØÅ-]*(?<!udvalget)(?<!rådet)(?<!styrelsen)(?<!tionen),?[ \t]+(?:og[ \t]+)?){0,5}"
    r"(?:(?i:[\wæøå-]*(?:udvalg(?:et)?|byråd(?:et)?|kommunalbestyrelsen?|borgerrepræsentation(?:en)?|magistrat(?:en)?|"
    r"regionsråd(?:et)?|direktion(?:en)?|bestyrelsen?))|\w*MED\b|[A-ZÆØÅ][\wæøå]*(?:råd(?:et)?))(?=s?(?!\w|[ \t]*:))"
)
_SOME_BODY = re.compile(r"udvalg(?:et)?", re.IGNORECASE)  # names none


def first_title(text: str, structure: Structure, fields: Mapping[str, str], name: str) -> Meta:
    """The title line, else a labelled subject, else the file's own title, else its name. Surest first."""
    span = structure.title
    subject = labelled_subject(text)
    if subject is not None and (span is None or subject.end <= span.start):
        return _of_subject(text, subject, "")
    if span is not None:
        lines = [_bare(line) for line in text[span.start : span.end].splitlines()]
        value = _joined(_without_fields([line for line in lines if line]))
        kind = bool(KIND_ONLY.match(value))
        if subject is None and kind and not _paper_word(value):
            subject = line_below(text, structure.blocks, span.end)
        if subject is not None and (kind or is_letterhead(lines[0])):
            return _of_subject(text, subject, value if kind else "")
        if value:
            return Meta("title", _with_year(value, text[span.end : _TOP]), span, 0.9)
    running = _running_head(text, structure.blocks)
    if running is not None:
        return running
    carried = " ".join(fields.get("title", "").split())
    if len(carried) > 4 and not _NO_TITLE.search(carried):
        return Meta("title", carried, None, 0.6)
    return Meta("title", PurePath(name).stem.replace("_", " "), None, FROM_NAME)


def _without_fields(lines: list[str]) -> list[str]:
    """Lines below the first that are labelled, and below a memo's word who gets it and when, are no title."""
    memo = bool(lines) and lines[0].lower() in ("notat", "memo")
    people = next((i for i, line in enumerate(lines) if i and _PEOPLE.match(line)), len(lines))
    kept = [line for line in lines[1:people] if not _FIELD_LINE.match(line) and line != lines[0]]
    kept = [line for line, before in zip(kept, [*lines[:1], *kept], strict=False) if not _sender(line, before)]
    if lines and not KIND_ONLY.match(lines[0]) and not any(_paper_word(line) for line in lines):
        kept = [line for line in kept if _only_body(lines[0]) or not _only_body(line)]
    return lines[:1] + [line for line in kept if not (memo and (_RECEIVER.match(line) or ONLY_DAY.match(line)))]


def _sender(line: str, before: str) -> bool:
    """Who sends it and when ("Prøveby Kommune, 5. april 2026"), below a title that goes no further."""
    dated = _SENT.search(line)
    if dated is None or is_open(before) or BODY.search(line) or names_meeting(line):
        return False
    return is_letterhead(line) or bool(_TOWN.fullmatch(line[: dated.start()].strip(" ,.–-")))


def _of_subject(text: str, subject: Span, kind: str) -> Meta:
    """ "Emne: …" and the like, behind the kind of paper where that is the heading."""
    value = _bare(text[subject.start : subject.end])
    return Meta("title", f"{kind}: {value}" if kind else value, subject, 0.85)


def _with_year(title: str, below: str) -> str:
    """The same title once more with its year or period ("Handleplan for stier", "Handleplan for stier 2027")."""
    again = re.search(
        rf"^[ \t#*]*({re.escape(title)}\W{{0,3}}(?:19|20)\d\d(?:\s*[-–]\s*\d{{2,4}})?)[ \t*]*$", below, re.M
    )
    return " ".join(again.group(1).split()) if again else title


def _running_head(text: str, blocks: Sequence[Block]) -> Meta | None:
    """The head that every page bears, where the first page has nothing above its text but that."""
    first = next(iter(blocks), None)
    if first is None or first.kind is not BlockKind.FURNITURE:
        return None
    line = text[first.start : first.end].splitlines()[0].strip()
    words = [word for word in line.split() if word.isalpha() and len(word) > 2]
    if len(words) < 3 or "kommune" in line.lower() or text.count(line) < 2:
        return None
    return Meta("title", line, Span(first.start, first.start + len(line)), 0.6)


def settled_title(title: Meta, kind: Kind, found: Sequence[Meta], text: str, blocks: Sequence[Block]) -> Meta:
    """The title as it is shown: a paper of a meeting by body, day and, where they are few, its cases."""
    if title.confidence <= FROM_NAME:
        return _composed(title, kind, found, text)
    bare = names_meeting(title.value) or (kind in (Kind.MINUTES, Kind.CASE_PAPER) and _only_body(title.value))
    if not bare:
        value = _case_name(title.value) if kind is Kind.CASE_PAPER else title.value
        return Meta("title", value or title.value, title.span, title.confidence)
    cases = _cases(text, blocks, _NAMED_CASES if kind is Kind.CASE_PAPER else 1)
    head = title.value
    lines = text[title.span.start : title.span.end] if title.span else head
    if not (_paper_word(head) and BODY.search(head)) or _LABEL.search(head) or _stacked(lines):
        parts = _meeting_parts(lines, found, text)
        if not parts[0] and _only_body(head):
            parts = ("", head, parts[2])
        head = ", ".join(part for part in parts if part) if sum(map(bool, parts)) > 1 else head
    day = _written(_value(found, "date"))
    head = head if re.search(r"(?:19|20)\d\d|\d[./-]\d", head) or not day else f"{head}, {day}"
    return Meta("title", _with_cases(head, cases), title.span, title.confidence)


def _stacked(title: str) -> bool:
    """The municipality or the kind of paper on a line of its own, the meeting on the others."""
    lines = [re.sub(r"\([^)]*\)", "", _bare(line)).strip() for line in title.splitlines() if line.strip()]
    alone = [line for line in lines if KIND_ONLY.match(line) or line.lower().endswith(" kommune") or _only_body(line)]
    return len(lines) > 1 and bool(alone)


def _with_cases(head: str, cases: Sequence[str]) -> str:
    """As many cases as there is room for."""
    shown = [case for i, case in enumerate(cases) if len(head) + len("; ".join(cases[: i + 1])) <= _LONGEST - 10]
    return f"{head}: {'; '.join(shown)}{' m.fl.' * (len(shown) < len(cases))}" if shown else head


def _composed(title: Meta, kind: Kind, found: Sequence[Meta], text: str) -> Meta:
    """For a paper without a title line: its kind, issuer and date ("Referat, Økonomiudvalget, 14. marts 2024")."""
    issuer, day = _value(found, "issuer") or _most_named(text), _value(found, "date")
    if kind is Kind.OTHER or not issuer or not day:
        return title
    return Meta("title", ", ".join([kind.value.capitalize(), issuer, _written(day)]), None, 0.5)


def _meeting_parts(title: str, found: Sequence[Meta], text: str) -> tuple[str, str, str]:
    """The word for the paper, the body that met, the day."""
    body = BODY.search(title)
    return (
        _paper_word(title) or _paper_word(text[:_TOP]),
        body.group() if body else _gathering(title, text) or _issuing_body(found) or _most_named(text),
        _written(_value(found, "date")),
    )


def _gathering(title: str, text: str) -> str:
    """ "Skolebestyrelsesmøde" of "Skolebestyrelsesmøde maj 2026", the first line of the title or of the text."""
    lines = [_bare(line) for line in (title.split("\n", 1)[0], text.lstrip()[:80].split("\n", 1)[0])]
    alone = next((line.split()[0] for line in lines if _GATHERING.fullmatch(line)), "")
    within = None if alone else _GATHERED.search(lines[0])
    return within.group() if within else alone


def _paper_word(text: str) -> str:
    found = re.search(rf"(?<!\w)(?:{MINUTES_WORD}|{AGENDA_WORD})(?!\w)", text, re.IGNORECASE)
    return " ".join(found.group().split()).capitalize() if found else ""


def _issuing_body(found: Sequence[Meta]) -> str:
    bodies = [meta for meta in found if meta.name == "issuer" and BODY.fullmatch(meta.value)]
    bodies = [meta for meta in bodies if not _SOME_BODY.fullmatch(meta.value)]
    return max(bodies, key=lambda meta: meta.confidence).value if bodies else ""


def _most_named(text: str) -> str:
    """The body a paper without a head speaks of again and again, and of no other as often."""
    named = Counter(BODY.findall(text[:_REACH])).most_common(2)
    if not named or named[0][1] < _OFTEN or (len(named) > 1 and named[1][1] * 2 > named[0][1]):
        return ""
    return " ".join(named[0][0].split())


def _only_body(title: str) -> bool:
    """True for a body's name, with the municipality's and a meeting's number at most."""
    bare = _BESIDE_BODY.sub("", title)
    return bool(_GATHERING.fullmatch(title)) or bool(BODY.fullmatch(bare.strip(" \t,.:|–-")))


def _cases(text: str, blocks: Sequence[Block], most: int) -> list[str]:
    """The cases' headings where there are few, each above the first of its usual sections."""
    if not 1 <= case_count(text) <= most:
        return []
    named = list(dict.fromkeys(_case_headings(text, blocks)))
    return named if len(named) <= most else []


def _case_headings(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Headings marked as points; where there are none, each above the section that opens a case."""
    heads = [(_bare(" ".join(text[b.start : b.end].split())), b.kind is BlockKind.HEADING) for b in blocks]
    marked = [words for words, heading in heads if heading and _MARKED_POINT.match(words)]
    if marked:
        yield from (_case_name(words) for words in marked)
        return
    opener = next((words.lower() for words, _ in heads if is_case_section(words)), "")
    above = ""
    for words, heading in heads:
        if words.lower() == opener and above:
            yield above
        if is_case_section(words):
            above = ""
        elif heading and not (names_meeting(words) or is_section_word(words) or on_the_page_only(words)):
            above = "" if is_formality(words) else _case_name(words)


def _case_name(words: str) -> str:
    return _REFERENCE.sub("", POINT_NUMBER.sub("", words))


def _value(found: Sequence[Meta], name: str) -> str:
    return next((meta.value for meta in found if meta.name == name and meta.confidence >= 0.5), "")


def _written(day: str) -> str:
    return write_day(date.fromisoformat(day)) if day else ""


def _bare(line: str) -> str:
    return " ".join(re.sub(r"^\s*#{1,6}\s*|\*\*|__", "", line).split()).rstrip(":")


def _joined(lines: list[str]) -> str:
    """Wrapped lines as one; a kind above a title as "Implementeringsplan: Aftale om …"."""
    if len(lines) > 1 and len(lines[0].split()) == 1 and lines[1][:1].isupper():
        return f"{lines[0]}: {' '.join(lines[1:])}"
    return " ".join(lines)
