"""Tasks that a sentence only points at: "opgaven", "Funktionen", "den", "Afdelingen"."""

from __future__ import annotations

import re

from register.sentences.place import Place
from register.sentences.slots import Draft

_BODY = (  # "en tværfaglig taskforce", "et fælles kontor"
    r"\bARTICLE\s+(?:[a-zæøå-]+\s+){0,3}?[\w-]*(?:task ?force|team|enhed|gruppe|funktion|center|kontor|sekretariat|"
    r"udvalg|ordning|pulje|råd|nævn|stab|afdeling)\b"
)
UNNAMED = ("opgaven", "opgaverne", "ansvaret")
"""Tasks that only the sentences before can name; a row whose task stays so is dropped."""

_THE_TASK = re.compile(
    r"^\W*(?:opgaven|ansvaret|opgaverne)(?:,? (?:(?:når|fra den|i (?:et )?samarbejde)\b|pr\. ).*)?\W*$",
    re.DOTALL | re.IGNORECASE,
)
_BY_A_DAY = re.compile(r"^\W*opgaven(?: (?:fra|pr\.) .*)?\W*$", re.DOTALL)  # inside a that-clause
_THESE = re.compile(r"^\W*(?:også |ligeledes )?disse (?:sager|opgaver|områder|funktioner|ansvarsområder)\W*$", re.I)
_ANAPHOR = re.compile(
    r"^(?P<stem>funktion|opgave|enhed|ordning|område|indsats|projekt|pulje|drift|afdeling|liste|"
    r"råd|nævn|gruppe|team|plan|tilbud|udvalg|forum)(?:d?en|d?et|n|met|erne)$",
    re.IGNORECASE,
)

_STOP = r"(?=[,.;:]|$| (?:er|var|har|bliver|ligger|hører|\w{3,}es|skal|kan|vil)\b)"
_MEASURE = re.compile(  # "Handling 1.3 Klippekort"
    r"(?:Handling|Indsats|Tiltag|Initiativ|Projekt|Leverance|Aktivitet)\s\d+(?:\.\d+)*[.:)]?\s(?P<what>[^:]{3,80}?)"
    r"(?:\s(?:Ansvarlig\w*|Tovholder|Tidsplan|Frist)\s?:.*)?$"
)
_MADE = re.compile(
    r"\b(?P<article>en|et) (?P<what>(?:\w+ )?\w*(?:evaluering|analyse|undersøgelse|rapport|plan|redegørelse|kampagne|"
    r"kortlægning|oplæg|notat|forslag|regnskab))\.$"
)
_THIS = re.compile(r"\W*(?P<thing>denne (?:indsats|ordning|funktion|drift)|dette (?:tilbud|område))\W*", re.IGNORECASE)
_CASE_FAR = 3000  # characters; few cases of minutes are longer
_CONTRACT = re.compile(r"^(?:kontrakt|aftale)en$", re.IGNORECASE)
_ABOUT = re.compile(r"(?P<subject>[A-ZÆØÅ][^,.;:]{3,60}?)\s+\w{4,}es\b")  # "Vinduespudsning udføres …"


def task_before(draft: Draft, words: str, place: Place) -> str:
    """What "den" or "opgaven" stands for, "" where the text before does not tell."""
    return (
        _subject_before(draft, words, place)
        or _made_before(draft, words, place)
        or _body_before(draft, words, place)
        or _task_before(draft, words, place)
    )


def _opens(draft: Draft, place: Place) -> bool:
    """True where the task is the first word of its sentence, so that only the sentences before name it."""
    return place.masked.origin[draft.task[0]] - place.statement.start < 3


def _subject_before(draft: Draft, words: str, place: Place) -> str:
    """ "Havneadministrationen. Overgår til <unit>": a sentence that starts with its verb goes on with the words before;
    "<unit> er overordnet ansvarlig" is so for what its heading names."""
    verb = place.masked.origin[draft.verb[0]] - place.statement.start
    label = re.match(r"\W*(?:[A-Z]\.\s)?(?P<what>[A-ZÆØÅ][^:.]{3,60}): (?=[A-ZÆØÅ]\w+es\b)", place.statement.text)
    if label and label.end() == verb and not words.strip(" .,"):
        return label["what"]  # "Festival: Planlægges af <unit>"
    if not words.strip(" .,") and not place.statement.text[:verb].strip(" -–•") and draft.rule.form == "passive":
        subject = re.split(r"(?<=[.:])\s", place.before.strip())[-1].strip(" .:-")
        return subject if 0 < len(subject.split()) <= 7 else ""
    heading = " ".join(place.statement.section[-1].split()) if place.statement.section else ""
    about = re.match(r"(?:\d[\d.]*\s+)?[Aa]nsvar(?:et)? for (?P<what>.{4,80})$", heading)
    if about and draft.rule.name in ("er-ansvarlig", "har-ansvaret") and not words.strip(" .,"):
        return about["what"]
    return ""


def _made_before(draft: Draft, words: str, place: Place) -> str:
    """ "… forelægges en evaluering. Den udføres af <unit>": what the sentence before ends with."""
    made = _MADE.search(place.before.strip())
    if made is None or draft.rule.form != "passive" or draft.rule.relation != "assign" or not _opens(draft, place):
        return ""
    pronoun = {"den": "en", "det": "et"}.get(words.strip(" ,").lower())
    return made["what"] if pronoun == made["article"] else ""


def _body_before(draft: Draft, words: str, place: Place) -> str:
    """ "En taskforce støtter borgerne. Den hører til i <unit>": the body that the sentences before speak of."""
    article = {"den": "en", "det": "et"}.get(words.strip(" ,").lower())
    if article is None or draft.rule.relation not in ("keep", "transfer"):
        return ""
    bodies = list(re.finditer(_BODY.replace("ARTICLE", article), place.before, re.IGNORECASE))
    return " ".join(bodies[-1].group().split()) if bodies else ""


def _task_before(draft: Draft, words: str, place: Place) -> str:
    """ "Rengøringen hjemtages, og <unit> overtager opgaven": the subject of the clause before."""
    if draft.rule.form == "active" and draft.rule.name == "overtager" and not words.strip(" .,"):
        return "opgaven" if place.statement.text.rstrip().endswith(".") else ""
    if draft.rule.relation == "transfer" and _THESE.match(words):
        return "opgaverne"
    done = draft.rule.relation == "assign" and draft.rule.form == "passive" and _opens(draft, place)
    if not (done or draft.rule.relation == "transfer") or not _THE_TASK.match(words):
        return ""
    if re.fullmatch(r"\W*(?:opgaverne|ansvaret|opgaven)\W*", words, re.IGNORECASE) and _opens(draft, place):
        return words.strip(" .,").lower()
    first = re.match(r"\W*(?P<subject>[A-ZÆØÅ][^,.;:]{3,80}?)\s\w{4,}es\b", place.statement.text)
    if first is None and not place.statement.first and (draft.rule.name == "overtager" or _BY_A_DAY.match(words)):
        return "opgaven"
    verb = place.masked.origin[draft.verb[0]] - place.statement.start
    return " ".join(first["subject"].split()) if first and first.end() < verb else ""


def all_tasks(draft: Draft, words: str, place: Place) -> str:
    """ "Udvalget nedlægges, og opgaverne overgår til …": all tasks of the unit named before."""
    if draft.rule.relation not in ("transfer", "assign") or not re.match(
        r"^\W*(?:de |dets |dens |alle |øvrige )*opgaver(?:ne)?\W*$", words.strip(), re.IGNORECASE
    ):
        return ""
    before = draft.source or place.masked.mentions(0, draft.task[0])
    names = [m.text for m in before if m.text not in {t.text for t in draft.to}]
    return f"opgaver fra {names[-1]}" if names else ""


def by_name(task: str, draft: Draft, place: Place) -> str:
    """ "Afdelingen" by the name it goes by here; "Funktionen" as the sentences before call it."""
    inside = place.masked.mentions(*draft.task)
    if (
        len(inside) == 1
        and inside[0].type != "funktion"
        and task.lower() == place.document.cleaned[inside[0].start : inside[0].end].lower()
    ):
        return inside[0].text
    if _CONTRACT.match(task) and not place.statement.first:
        about = _ABOUT.match(re.split(r"(?<=[.:])\s+(?=[A-ZÆØÅ])", place.before.strip())[-1])
        return f"{task.lower()}: {' '.join(about['subject'].split())}" if about else task
    head, comma, rest = task.partition(", herunder ")
    word = _ANAPHOR.match(head)
    if word is None:
        return task
    called = rf"\b\w*{word['stem']}(?:en|et|n|erne)?\b(?: (?:for|af|til|med|vedrørende|om) [^,.;:]{{3,80}}?{_STOP})?"
    known = [m.group() for m in re.finditer(called, f"{place.case}. {place.before}", re.IGNORECASE)]
    known = [k for k in known if " " in k or not k.lower().startswith(word["stem"].lower())]  # "sagsliste"
    told = " ".join(max(known, key=len).split()) if known else _measure(place, word["stem"])
    named = told or _titled(place, word["stem"]) or head
    return f"{named}{comma}{rest}"


def _titled(place: Place, stem: str) -> str:
    """ "Indsatsen" by the title line of the case it stands in ("4. Hjemløseindsatsen: organisering …")."""
    above = place.document.cleaned[max(0, place.statement.start - _CASE_FAR) : place.statement.start]
    titles = re.findall(rf"^[ \t]*\d+[.)] [^\n]*?\b(\w{{3,}}{stem}(?:en|et|n)?)\b[^\n.]*$", above, re.M | re.I)
    last = re.findall(r"^[ \t]*\d+[.)] [A-ZÆØÅ][^\n.]*$", above, re.M)
    return titles[-1] if titles and last and titles[-1] in last[-1] else ""


def _measure(place: Place, stem: str) -> str:
    """ "Ordningen" below the heading of a numbered measure is that measure."""
    heading = " ".join(place.statement.section[-1].split()) if place.statement.section else ""
    numbered = _MEASURE.match(heading)
    return numbered["what"] if numbered and stem.lower() in ("ordning", "indsats", "projekt", "pulje", "tilbud") else ""


def general_thing(draft: Draft, words: str, place: Place) -> str:
    """ "Indsatsen føres videre i <unit>" as the text before or the case calls it; "Indsatsen evalueres af <unit>" has
    the act for its task, however general the thing."""
    thing = re.fullmatch(r"\W*(?:[Ii]ndsatsen|[Pp]rojektet|[Aa]ftalen|[Oo]rdningen|[Ff]orsøget)\W*", words)
    this = _THIS.fullmatch(words)
    if this and draft.rule.form == "passive":
        return this["thing"].lower()  # the rows before may name it
    word = thing.group().strip() if thing and draft.rule.form == "passive" else ""
    named = by_name(word, draft, place)
    return named if named != word or draft.rule.name in ("gøres-af", "gøres-af-nogen") else ""
