"""What a unit does, told in the present: "It og Løn færdiggør omstillingen inden udgangen af marts", "Inden hvert års
1. september afgiver udvalget …".

The verb is an open class: any present form but those of being, having, getting, thinking and talking. It hands out a
task where the sentence holds a deadline, where its heading or lead-in tells of decisions and follow-up, or where the
verb names a standing service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.danish.date_readers import ANY_MONTH
from register.owners.owner_duties import PRIVATE
from register.owners.owner_words import CAP, KINDS, LOW
from register.rules import Rule
from register.sentences.masking import UNITS, Masked
from register.sentences.reading import Statement
from register.sentences.slots import Draft
from register.sentences.text import TO_END

_NO_DUTY = (  # what one is, has, gets, thinks or says, and words that only look like verbs
    r"er|har|får|bliver|modtager|oplever|mener|vurderer|anser|forventer|finder|ønsker|håber|tror|noterer|konstaterer|"
    r"bemærker|oplyser|fortæller|påpeger|peger|anbefaler|indstiller|foreslår|drøfter|diskuterer|beder|anmoder|"
    r"opfordrer|efterspørger|spørger|svarer|ser|ved|kender|mangler|oplyser|angiver|understreger|består|omfatter|"
    r"indeholder|dækker|ligger|står|sidder|går|træder|indgår|kræver|støtter|bakker|udgør|viser|hedder|skifter|lider|"
    r"rummer|råder|betyder|medfører|skyldes|tilhører|hører|deltager|medvirker|bidrager|arbejder|bruger|anvender|"
    r"benytter|flytter|starter|begynder|fortsætter|ophører|lukker|åbner|vokser|stiger|falder|sparer|betaler|mister|"
    r"taber|bor|lever|søger|ansøger|ejer|lejer|køber|sælger|fylder|ændrer|understøtter|hjælper|behøver|forstår|"
    r"forbliver|afventer|venter|beholder|overtager|afgår|glæder|opnår|accepterer|respekterer|tilslutter|bygger|"
    r"hviler|refererer|referer|kommer|tager|giver|overgår|afgiver|vælger|holder|skaber|opererer|fungerer|virker|gælder|"
    r"for|eller|efter|under|over|per|pr|hver|især|når|har|kan|aldrig|desuden|for|mødes|fremgår|kører|varer|tæller"
)
_SERVICE = (
    r"tilbyder|tildeler|opgør|klæder|forelægger|færdiggør|aflægger|samler|opkræver|udlåner|anviser|udbetaler|udsender|"
    r"fører (?=[^.,;]{3,40} tilsyn\b)|laver|afrapporterer|indsamler|vedligeholder|tilser|uddeler|udlejer|udleverer|"
    r"visiterer|underviser|opdaterer"
)
_TURNS = r"tager (?=(?:en )?(?:dialog|kontakt|fat )|initiativ)|kommer med (?=(?:et |en )?\w)|følger (?=op på )"
_FOLLOWS = r"følger (?=(?:fremdriften|forbruget|udviklingen|arbejdet|økonomien|indsatsen|projektet)\b)"
_OBJECT = (  # no object: a preposition, a reflexive, a clause
    r"(?!(?:sig|ikke|af|i|på|til|fra|med|for|om|under|hos|ved|at|som|der|og|eller|gennem|mellem|over|ud|ind|end|op|ned|"
    r"altid|ofte|sjældent|størstedelen|ca|omkring|knap|mere|mange|meget|større|mindre|flere|færre|derfor|derimod|"
    r"allerede|stadig|godt|hver|hvert|\d+ (?:procent|pct))\b)"
)
_SOON = (
    r"(?:(?:senest|inden) [^,;\ue000-\ue7ff]{4,40}? \d{4} |"
    r"(?:også|desuden|fortsat|løbende|årligt|hvert år|hver måned|derudover|herefter|derefter) ){0,2}"
)
_VERB = rf"(?P<verb>{_TURNS}|{_FOLLOWS}|(?!(?:{_NO_DUTY}|følger)\b)[{LOW}]{{2,}}(?:er|ør|år) (?={_SOON}{_OBJECT}))"
_ACTS = re.compile(rf"(?:^\s*|; |, mens )(?P<units>{UNITS}) {_SOON}{_VERB}{_SOON}(?P<task>{TO_END}+)")
_WHO_ALSO = re.compile(
    rf"(?P<units>{UNITS}), (?:som|der) (?:også |hvert? [{LOW} ]{{2,20}} )?(?P<verb>(?:{_SERVICE}) (?={_OBJECT}))"
    r"(?P<task>[^;.,]+)"
)
_BY_THEN = re.compile(
    rf"^\s*(?:Inden|Senest|Forud for|Hvert år|Én gang om året) [^;:\ue000-\ue7ff]{{0,60}}?,? "
    rf"(?P<verb>afgiver |(?!(?:{_NO_DUTY})\b)[{LOW}]{{3,}}(?:er|ør|år) )(?P<units>{UNITS}) (?P<task>{_OBJECT}{TO_END}+)"
)
_AND_THEN = re.compile(
    rf" og (?P<verb>(?:{_SERVICE}|melder|rapporterer|godkender|koordinerer) )(?P<task>{_OBJECT}{TO_END}+)"
)
_DUE = re.compile(r"\b(?:senest|inden (?!for)|til næste møde|på næste møde|forud for)", re.IGNORECASE)
_MONTH = rf"i {ANY_MONTH}\b"
_TIME = re.compile(
    rf", og (?:de|den|det|disse|dette) |,? (?:senest|inden (?!for)|til næste|på næste|forud for|{_MONTH})|"
    rf",? og (?:[{LOW}]+er|gør|går) (?:tilbage|op|med|[{LOW}]+(?:en|et|er)\b)"
)
_WHEN = re.compile(rf"\b(?:senest|inden|hver\w*|årlig\w*)\b|\b{_MONTH}")
_DECIDES = re.compile(
    r"beslut|opfølg|aftalt|det videre|næste skridt|handl(?:e|ings)plan|to-do|^(?:\d+\. ?)?spor \d|opgaver\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"sagsfremstilling|baggrund|indledning|resum|høring|formål", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:hvis|såfremt|om|hvorvidt|mulig\w*|forslag|foresl\w+)\b", re.IGNORECASE)
_ELECTED = re.compile(
    r"(?:byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|kommune)(?:et|en|n)?$", re.IGNORECASE
)
_DEFINITE = rf"[{CAP}][{LOW}-]*(?:{KINDS}|tilsyn)(?:r?ne|e?rne|en|n|et|ene|erne|ret)"
_BODY = re.compile(rf"{_DEFINITE}$")
_OPENS = re.compile(rf"^(?P<who>{_DEFINITE})(?= {_SOON}{_VERB})")
_DEPARTMENT = re.compile(  # with a deadline: "Plan og Byg", "HR"
    rf"^(?P<who>[{CAP}][{LOW}]+ og [{CAP}][{LOW}]+|[{CAP}]{{2,4}})(?= {_SOON}{_VERB})"
)  # fmt: skip


def acting(flat: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of owners that open a sentence before such a verb: bodies in the definite, and names the document gives an
    owner elsewhere. flat: the sentence with spaces for white space."""
    named = [n for n in names if flat.startswith(f"{n} ")]
    if named:
        end = max(map(len, named))
        if re.match(rf" {_SOON}{_VERB}", flat[end:]):
            yield 0, end
        return
    opened = _OPENS.match(flat) or (_DEPARTMENT.match(flat) if _DUE.search(flat) else None)
    if opened and not PRIVATE.search(opened["who"]) and not _ELECTED.search(opened["who"]):
        yield opened.span("who")


def read_present(masked: Masked, statement: Statement, known: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of one sentence, none where ``known`` already gives the unit that stretch."""
    found: list[Draft] = []
    for form in (_ACTS, _WHO_ALSO, _BY_THEN):
        for match in form.finditer(masked.text):
            first = _draft(masked, match, match.span("units"))
            if first is None or not _handed(masked.text, statement, match, first):
                continue
            second = _AND_THEN.search(masked.text, *match.span("task")) if form is _ACTS else None
            more = _draft(masked, second, match.span("units")) if second else None
            if second and first.task[1] > second.start():
                first.task = (first.task[0], second.start())
            found += [first, more] if more else [first]
    for draft in found:
        if not any(k.to and _meets(draft, k) for k in known):
            yield draft


def _meets(draft: Draft, known: Draft) -> bool:
    return draft.task[0] < max(known.task[1], known.verb[1]) and min(known.task[0], known.verb[0]) < draft.task[1]


def _draft(masked: Masked, match: re.Match[str], who: tuple[int, int]) -> Draft | None:
    """The unit, with the verb's infinitive as what it does with the thing."""
    units = masked.mentions(*who)
    start, end = match.span("task")
    time = _TIME.search(masked.text, start, end)
    end = time.start() if time else end
    if not units or units[-1].genitive or len(masked.text[start:end].split()) < 1:
        return None
    rule = Rule("gør", "assign", "active", ("gør",), prefix=_infinitive(match["verb"].strip()))
    return Draft(rule, (start, end), (match.start(), len(masked.text)), match.span("verb"), units, [], match.end())


def _infinitive(verb: str) -> str:
    """ "laver" → "lave", "opgør" → "opgøre", "forestår" → "forestå"; what stands behind the verb stays."""
    first, _, rest = verb.partition(" ")
    bare = f"{first}e" if first.endswith("ør") else first[:-1]
    return f"{bare} {rest}".strip()


def _handed(text: str, statement: Statement, match: re.Match[str], draft: Draft) -> bool:
    """True where the sentence gives a task: by its deadline, its place or a verb of service; never a citizen's, nothing
    denied or weighed."""
    if any(PRIVATE.search(u.text) for u in draft.to) or _SUPPOSED.search(text[: match.start("task")]):
        return False
    if re.search(r"\b(?:ikke|ingen|kun)\b", match["task"].split(",")[0]):
        return False
    verb = match["verb"].strip()
    if verb in ("forelægger", "aflægger") and not _WHEN.search(match.group()):
        return False  # the case itself is laid before a meeting
    service = re.fullmatch(rf"(?:{_SERVICE}|afgiver)|fører|følger|kommer med|tager", verb) is not None
    if any(u.type in ("udvalg", "råd", "borgmester") or _ELECTED.search(u.text) for u in draft.to):
        return service and verb != "laver" and (_TELLS.search(" ".join(statement.section[-1:])) is None)
    if any(u.type == "andet" and not _BODY.match(u.text) for u in draft.to):
        return False
    where = " ".join((*statement.section[-1:], statement.lead_in))
    return service or _DUE.search(text) is not None or (_DECIDES.search(where) is not None and not _TELLS.search(where))
