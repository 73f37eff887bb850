"""What a paper is about: its title, kind and date, a sentence or two of its own, and its main headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from answer.clip import words_in
from answer.compose.common import USUAL_WORDS, quoted
from answer.danish_words import numbers_in
from answer.draft import Draft, Source, Statement
from answer.units import passage_sentences
from core.citations import collapse
from core.danish.dates import write_day
from core.schema import Block, BlockKind, Document, Kind, Span

_HEADINGS, _NAMED = 4, 2  # at most, of headings and of other papers named
_FRAME = 5  # words around: "Afsnit", "og 3 til"
_HEADING_ROOM, _HEADING = 18, 9  # words of all headings and of one
_LONGEST = 30  # words of one quote
_BODY = 24  # sentences from the start that may tell what a paper is about
_SHORTEST = 8  # words of such a sentence
_LATER = 0.12  # what each sentence before it takes from one's worth
_OWN = {  # how a paper speaks of itself
    Kind.AGREEMENT: "aftale",
    Kind.MINUTES: "(?:referat|møde)",
    Kind.BUDGET_NOTE: "(?:notat|forslag)",
    Kind.MEMO: "notat",
    Kind.ACTION_PLAN: "plan",
    Kind.IMPLEMENTATION_PLAN: "plan",
    Kind.CASE_PAPER: "(?:indstilling|sag)",
}
_MAKERS = re.compile(r"\b(?:forligs|aftale)?part(?:i)?erne\b", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:formål\w*|målet|hensigten|skal sikre|sikrer?|sigter|enige om|(?:ind)?gået|indgik|beslutte\w*|godkend\w*|"
    r"vedt(?:aget|og)|indstille\w*|foreslå\w*|udmønte\w*|samler?|omfatter|indebærer|handler om|behov for|flytte\w*|"
    r"styrke\w*|indfører?)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(  # it goes on from what stands before
    r"^(?:det|den|de|dette(?! er)|disse|her\w*|der\w*|så\w*|dog|men|også|samtidig|desuden|endvidere)\b|"
    r"\b(?:imidlertid|desuden|således|i så fald|anbefaler det)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(?:formål\w*|hensigten|målet)\b", re.IGNORECASE)
_BEFORE_LIST = re.compile(r",?\s*(?:(?:under|i|med|på|af|om)\s+)?følgende(?:\s+\w+){0,3}:$")
_LEAST = -0.8  # worth of a sentence that is shown; of a second one 0
_ABOUT_READING = re.compile(
    r"\b(?:nedenfor|herunder|i det følgende|anvendes|forkort\w+|fremgår af bilag|genfortalt|gengiv\w*|teksten)\b",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"(?:(?:referat|dagsorden|indhold|indholdsfortegnelse|bilag|deltagere|notat|dato|dokumentnummer|til stede|"
    r"fraværende|mødedeltagere|underskrift\w*|godkendelse af|eventuelt|[\w-]+ kommune|\(\w\)|og|af|den)\W*)+",
    re.IGNORECASE,
)
_DRESS = re.compile(r"^[\s#*•-]*(?:(?:punkt |§ ?)?\d+(?:\.\d+)*[.:)]*\s+)?|[\s*:]+$", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:[:(\[,]|\s[–-]\s)")


def compose(papers: Sequence[Document]) -> Draft | None:
    """The gist of the first of the papers meant; the others are named. None where nothing of it can be told."""
    document = papers[0]
    lead, others = f"»{document.title}« ({_sort(document)})", _others(papers[1:])
    headings = _headings(document)
    room = USUAL_WORDS - _FRAME - words_in(lead) - sum(words_in(said.text) for said in (*headings, *others))
    told = _sentences(document, room)
    return Draft((*told, *headings, *others), lead + (":" if told else "."), how="gist") if told or headings else None


def tells_purpose(document: Document) -> bool:
    """True where a sentence of the paper says what the paper is for."""
    texts = (document.cleaned[span.start : span.end] for span in _body(document))
    return any(_PURPOSE.search(text) and _of_itself(document, text) for text in texts)


def _sort(document: Document) -> str:
    return f"{document.kind}, {write_day(document.date)}" if document.date else str(document.kind)


def _others(papers: Sequence[Document]) -> list[Statement]:
    """The other papers that could be meant, by their titles."""
    placed = [(paper, place) for paper in papers if (place := _title_place(paper))][:_NAMED]
    if not placed:
        return []
    text = ", ".join(f"»{paper.title}«" for paper, _ in placed)
    more = f" og {len(papers) - len(placed)} til" if len(papers) > len(placed) else ""
    sources = tuple(Source(paper, place) for paper, place in placed)
    return [Statement(text + more, sources, label="Se også", computed=tuple(numbers_in(text + more)), given=(text,))]


def _title_place(document: Document) -> Span | None:
    told = (meta.span for meta in document.meta if meta.name == "title" and meta.span)
    heads = (Span(b.start, b.end) for b in document.blocks if b.kind is BlockKind.HEADING)
    return next(told, None) or next(heads, None)


def _sentences(document: Document, room: int) -> list[Statement]:
    """The sentence that says most of what the paper is, and a second where there is room, in the paper's order."""
    found = [(span, _worth(document, span) - _LATER * i) for i, span in enumerate(_body(document)[:_BODY])]
    shown: list[tuple[int, Statement]] = []
    for span, worth in sorted(found, key=lambda pair: -pair[1]):
        said = quoted(document, span, most=_LONGEST)
        if worth <= (0 if shown else _LEAST) or len(shown) > 1 or (shown and words_in(said.text) > room):
            continue
        shown.append((span.start, said))
        room -= words_in(said.text)
    return [said for _, said in sorted(shown, key=lambda pair: pair[0])]


def _worth(document: Document, span: Span) -> float:
    text = collapse(document.cleaned[span.start : span.end])
    names = sum(word[:1].isupper() for word in text.split()[1:]) / max(words_in(text), 1)
    own = _of_itself(document, text)
    worth = 2.5 * own + bool(_MAKERS.search(text)) + 0.7 * min(len(_AIM.findall(text)), 3)
    worth -= 2 * names + 1.5 * (not own and bool(_LEANS.search(text))) + 3 * bool(_ABOUT_READING.search(text))
    return worth - 0.5 * (words_in(text) > _LONGEST)


def _of_itself(document: Document, text: str) -> bool:
    """True where the sentence opens with the paper it stands in ("Med denne aftale", "Planen")."""
    own = _OWN.get(document.kind)
    this = r"(?:denne|dette|nærværende|nedenstående)"
    before = r"(?:dette er |hermed |med |(?:\w+ )?formål\w* (?:med|i|bag) )?"
    named = re.compile(rf"{before}(?:{this} \w*{own}|\w*{own}(?:en|et))\b", re.IGNORECASE)
    return own is not None and named.match(text) is not None


def _body(document: Document) -> list[Span]:
    """Whole sentences of the running text; one that brings a list in, up to there."""
    running = [
        span for p in document.passages if p.kind is BlockKind.PARAGRAPH for span in passage_sentences(document, p)
    ]
    running += [block.lead_in_span for block in document.blocks if block.lead_in_span]
    spans: dict[int, Span] = {}
    for span in running:
        text = document.cleaned[span.start : span.end].rstrip()
        told = _BEFORE_LIST.sub("", text)
        least = _SHORTEST - 3 * _of_itself(document, told)
        if words_in(told) >= least and (told != text or text.endswith((".", "!"))) and not _rows(text):
            spans.setdefault(span.start, Span(span.start, span.start + len(told)))
    return [spans[start] for start in sorted(spans)]


def _rows(text: str) -> bool:
    """Letterheads and lists of people stand in short lines, or with a colon after their name."""
    lines = [line for line in text.splitlines() if line.strip()]
    return (len(lines) > 2 and sum(map(len, lines)) / len(lines) < 35) or re.match(r"[\w .]{2,25}:\s", text) is not None


def _headings(document: Document) -> list[Statement]:
    """The main headings in one statement, with how many more there are."""
    found = list(_main(document))
    shown: list[Span] = []
    room = _HEADING_ROOM
    for span in found:
        size = words_in(document.cleaned[span.start : span.end])
        if len(shown) < _HEADINGS and size <= room:
            shown.append(span)
            room -= size
    if not shown:
        return []
    left = len(found) - len(shown)
    text = "; ".join(collapse(document.cleaned[span.start : span.end]) for span in shown)
    more = f" og {left} til" if left else ""
    sources = tuple(Source(document, span) for span in shown)
    return [
        Statement(
            f"{text}{more}",
            sources,
            label="Punkter" if document.kind is Kind.MINUTES else "Afsnit",
            computed=(str(left),),
        )
    ]


def _main(document: Document) -> Iterator[Span]:
    """The headings below the title of the outermost depth that has at least two with a topic, else all."""
    title = collapse(document.title).lower()
    held: list[tuple[int, Span, str]] = []
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        span = _bare(document, block)
        text = collapse(document.cleaned[span.start : span.end]).lower()
        if text and (text in title or title in text):
            held = []  # what stands above the title is a letterhead
        elif len(text) > 3 and not _NO_TOPIC.fullmatch(text):
            held.append((block.level, span, text))
    times = Counter(text for _, _, text in held)  # what stands over every point of a meeting is no topic
    held = [one for one in held if times[one[2]] == 1]
    depths = Counter(level for level, _, _ in held)
    depth = next((level for level in sorted(depths) if depths[level] > 1), None)
    return (span for level, span, _ in held if depth in (None, level))


def _bare(document: Document, block: Block) -> Span:
    """The heading without its number and marks; a long one up to where its first part ends."""
    raw = document.cleaned[block.start : block.end]
    first = _DRESS.match(raw)
    start = first.end() if first else 0
    end = len(raw.rstrip(" *:\n\t"))
    cut = _CUT.search(raw, start + 3, end)
    if words_in(raw[start:end]) > _HEADING and cut:
        end = cut.start()
    return Span(block.start + min(start, end), block.start + end)
