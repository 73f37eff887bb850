"""What a decision says of the proposal before it: adopted, rejected, put off, sent on, or adopted with another day.

The words are those of minutes everywhere ("Godkendt.", "Sagen udsættes", "Ikke imødekommet", "Overgangen udskydes dog
til …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.danish.dates import find_dates
from core.danish.sentences import sentence_spans
from core.danish.tokens import is_stop_word, normal, word_texts
from core.schema import DateSpan, Precision, Span


class Ruling(StrEnum):
    """How a case ended. SENT_ON: only recommended to those who decide. OPEN: nothing that settles it, or parts of it
    settled differently."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    SENT_ON = "sent_on"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Moved:
    """A day that a decision sets in place of the proposed one. span: its sentence in the text read. subject: the
    sentence's words up to its verb. old: the day given up, where the sentence names it."""

    span: Span
    subject: str
    old: DateSpan | None
    new: DateSpan


_CASE_WORD = (
    r"(?:sag|punkt|forslag|indstilling|behandling|beslutning|dagsordenspunkt|anmodning|ansøgning|stillingtagen|afgørelse)"
    r"(?:en|et|er|erne|ens|ets)?"
)
_FIRST = r"^\W*(?:(?:ad|at|pkt\.?|punkt) ?\d+\W+)?"
_LITTLE = r"(?:[a-zæøå]+ ){0,3}?"
_POSTPONED = re.compile(
    rf"{_FIRST}(?:udsat|udsættes|udskudt|udgik|udgår)\b|\b{_CASE_WORD}\b[^.;]{{0,60}}?\b{_LITTLE}"
    rf"(?:udsat|udsættes|udskudt|udskydes|udgik|udgår|trukket|tages? af dagsordenen)\b|"
    rf"\b(?:udsætte|udsatte|udsætter|udskyde|udskød|udskyder) {_LITTLE}{_CASE_WORD}\b|\btaget af dagsordenen\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:afvist|afvises|afviste|afslået|afslog|forkastet|forkastede|nedstemt|bortfaldt|bortfalder)\b|"
    r"\bstemt(?:es)? ned\b|\b(?:meddelt|meddeles|gav|giver|gives) afslag\b|"
    r"\b(?:ikke|hverken|ingen) (?:[a-zæøå]+ ){0,2}?(?:godkend|imødekom|tiltr[åæ]d|vedtag|fremme|følge|støtte|"
    r"bifald)\w*|\b(?:godkendte|godkender|tiltrådte|tiltræder|vedtog|imødekom|imødekommer|fulgte|støttede) "
    r"(?:[a-zæøå]+ ){0,2}?ikke\b",
    re.IGNORECASE,
)
_SENT_ON = re.compile(
    r"\bindstilles (?:til )?(?:godkendt|tiltrådt|vedtaget|godkendelse)\b|"
    rf"{_FIRST}(?:anbefales|anbefalet|indstilles)\b|"
    r"\b(?:udvalget|flertallet|økonomiudvalget|magistraten|\w+udvalget) (?:\w+ )?(?:anbefaler|anbefalede|indstiller|"
    r"indstillede)\b|\banbefaler? (?:over for|til) \w+|\b(?:fremsendes|oversendes|sendes videre) (?:\w+ )?til\b|"
    r"\banbefal\w+ (?:til|over for) (?:byrådet|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen)\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:godkendt|godkendte|godkendes|tiltrådt|tiltrådte|tiltrædes|vedtaget|vedtog|vedtages|bifaldt|imødekommet|"
    r"imødekom)\b|\b(?:følge|følger|fulgte) (?:\w+ )?(?:indstillingen|forslaget|anbefalingen)\b|\bsom indstillet\b|"
    r"\b(?:besluttede|besluttet|beslutter),? (?:(?!ikke\b)[a-zæøå]+ ){0,3}?at "
    r"(?!(?:udsætte|udskyde|afvise|sende|oversende)\b)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(  # "Et ændringsforslag fra … blev forkastet", "Mindretallet ønskede"
    r"\b(?:ændringsforslag\w*|underændringsforslag\w*|modforslag\w*|protokol\w*|mindretal\w*|"
    r"(?:et|en|to|tre) (?:[a-zæøå]+ )?(?:forslag|ønske) (?:fra|om)|dagsordenspunkter)\b|^\W*dagsorden(?:en)?\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:udskyd|udskudt|udskød|udsæt|udsat|fremryk|fremskyn|rykke|rykket|ændre[ts]?|forskyd|forskudt|forlæng|"
    r"flyttes? (?:fra|til) (?:den )?\d|(?:først|allerede) (?:pr\.|fra|den|med virkning|træder|sker|gælder)|i stedet|"
    r"ændring(?:en)?,? at|dog\b[^.;]{0,40}\b(?:pr\.|fra|den|til))",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:udskyd\w*|udskudt|udskød|udsæt\w*|udsat|fremryk\w*|fremskyn\w*|rykke[st]?|ændre[st]?|forskyd\w*|forlæng\w*|"
    r"flyttes?|sker|træder|gælder|sættes|skal|bliver|er)\b",
    re.IGNORECASE,
)

_TOLD = re.compile(
    r"(?:^|\b[A-ZÆØÅ][\wæøå-]*|[a-zæøå]+(?:et|en|et flertal)) (?:\w+ )?(?:besluttede|godkendte|tiltrådte|vedtog|"
    r"afviste|forkastede|udsatte)\b|\bblev (?:\w+ )?(?:godkendt|tiltrådt|vedtaget|afvist|forkastet|udsat|nedstemt)\b"
)
_OF_ALL = re.compile(  # subjects that mean the whole proposal
    r"^(?:overgang|overdragelse|overførsel|overtagelse|flytning|omlægning|ændring|ordning|ikrafttræd|sammenlægning|"
    r"nedlæggelse|samling|omorganisering|virkning|dato|tidspunkt|dag|start|forslag|indstilling|det|dette|denne|beslutning|"
    r"gennemførelse|implementering|iværksættelse|hjemtagelse|model)[a-zæøå]*$"
)
_ROOT = 6  # opening letters by which two words are taken for kin


def ruling_of(text: str) -> Ruling:
    """How the words of one decision end the case.

    >>> ruling_of("Udvalget godkendte forslaget. Liste B stemte imod.").value
    'adopted'
    >>> ruling_of("Sagen blev udsat til mødet i maj.").value
    'postponed'
    """
    told = {_of_sentence(" ".join(text[s.start : s.end].split())) for s in sentence_spans(text)} - {Ruling.OPEN}
    return told.pop() if len(told) == 1 else Ruling.OPEN


def _of_sentence(sentence: str) -> Ruling:
    if _OF_OTHERS.search(sentence):
        return Ruling.OPEN
    forms = ((Ruling.POSTPONED, _POSTPONED), (Ruling.REJECTED, _REJECTED), (Ruling.SENT_ON, _SENT_ON))
    return next((r for r, form in (*forms, (Ruling.ADOPTED, _ADOPTED)) if form.search(sentence)), Ruling.OPEN)


def moved_days(text: str, reference: date | None = None) -> list[Moved]:
    """Days that a decision sets in place of those proposed, in order; not when the case itself is taken up again."""
    found = []
    for span in sentence_spans(text):
        sentence = text[span.start : span.end]
        days = [d for d in find_dates(sentence, reference) if d.first and d.precision is not Precision.OPEN]
        verb = _VERB.search(sentence)
        if days and _OTHER_DAY.search(sentence) and not _POSTPONED.search(" ".join(sentence.split())):
            old, new = _from_to(days)
            found.append(Moved(span, sentence[: verb.start()] if verb else "", old, _placed(new, span.start)))
    return found


def _from_to(days: Sequence[DateSpan]) -> tuple[DateSpan | None, DateSpan]:
    """The day given up, where it is named, and the new one; "fra den 1. maj til den 1. juni" is both."""
    last = days[-1]
    cut = last.text.lower().rfind("til ")
    if len(days) > 1 or cut <= 0 or last.last is None or last.first == last.last:
        return (days[0] if len(days) > 1 else None), last
    cut += len("til ")
    return last, DateSpan(last.last, last.last, last.precision, "on", last.text[cut:], last.start + cut, last.end)


def _placed(day: DateSpan, at: int) -> DateSpan:
    """The day with offsets in the whole text."""
    return DateSpan(day.first, day.last, day.precision, day.bound, day.text, day.start + at, day.end + at)


def names_part(moved: Moved) -> bool:
    """True where the subject of a moved day is something of its own, not the whole proposal ("Overgangen")."""
    return bool(_parts(moved))


def speaks_of(moved: Moved, words: str) -> bool:
    """True where a moved day is that of something these words name, or of the whole proposal."""
    parts = _parts(moved)
    own = {normal(word)[:_ROOT] for word in word_texts(words)}
    return not parts or any(part[:_ROOT] in own for part in parts)


def _parts(moved: Moved) -> list[str]:
    subject = [normal(word) for word in word_texts(moved.subject) if not is_stop_word(word)]
    return [word for word in subject if len(word) >= _ROOT and not _OF_ALL.match(word)]


def settles(text: str) -> bool:
    """True for a sentence that tells a body's decision in so many words ("Udvalget besluttede …")."""
    return _TOLD.search(" ".join(text.split())) is not None


def one_ruling(rulings: Sequence[Ruling]) -> Ruling:
    """Of several decisions in order the last that says something."""
    return next((r for r in reversed(rulings) if r is not Ruling.OPEN), Ruling.OPEN)
