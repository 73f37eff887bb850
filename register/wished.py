"""Rows that only tell what somebody wishes: "Skolebestyrelsen foreslår, at …", "Et andet forslag gik på, at …".

What those who decide propose is a plan and stays; a hearing party's, a member's or a citizen's wish is nobody's task
until the text says that it is followed. Nor is what only may come of something ("kan medføre, at …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import Responsibility

_DECIDES = re.compile(  # those who put a plan before a council, or agree on one
    r"forvaltning|administration|direktion|udvalg|byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|magistrat|"
    r"borgmester|rådmand|direktør|chef|\bleder|\bkommunen?\b|\bcent(?:er|ret|eret)\b|\bstab|sekretariat|afdeling|"
    r"kontor|\benhed|(?:for)?lig(?:s)?(?:partier|parter)|(?<![\w-])(?:aftale)?part(?:ier)?(?:ne|erne)?\b|\b(?:vi|det|der|man)\b|"
    r"(?:arbejds|styre|projekt)gruppe|aftale|\bforlig|notat|\bplan|rapport|budget|forslag|indstilling|kommissori",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"forening|forbund|lokalafdeling|parti\b|\bmed-|hovedudvalg|lokaludvalg|samarbejdsudvalg|brugerudvalg|medlem|borger(?!m)|"
    r"bruger|beboer|forældre|elev|hørings|mindretal|plejecenter|skolebestyrelse|\bfler(?:e|tal)|\bmange\b|\bnogle\b|"
    r"\b(?:en|to|tre|fire) (?:[a-zæøå]+ )?(?:gruppe|parti|medlem|borger)|deltager|interview",
    re.IGNORECASE,
)
_PROPOSES = (
    r"foreslår|foreslog|(?:har|havde) (?:\w+ )?foreslået|anbefaler|anbefalede|ønsker|ønskede|beder (?:\w+ )?om|"
    r"bad (?:\w+ )?om|opfordrer til|opfordrede til|peger på|pegede på|påpeger|kræver|krævede|efterlyser|vil gerne have|"
    r"så helst|ser helst|ser gerne|så gerne|vil have|argumenterer for|taler for|talte for|"
    r"gør gældende|gjort gældende|gjorde gældende|"
    r"(?:har|havde) (?:(?!at\b)[^\s,.;:]+ ){0,4}?(?:opfordret til|ønsket|anbefalet|efterlyst|krævet|anmodet om|bedt om|"
    r"peget på|argumenteret for|foreslået)"
)
_THINKS = r"mener|mente|synes|syntes|håber|håbede|tror|troede|frygter|frygtede"
_SAID = re.compile(
    rf"\b(?:(?P<thinks>{_THINKS})|{_PROPOSES})(?P<behind>(?: (?!at\b)[^\s,.;:]+){{0,6}}),? (?:og )?at\b", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"\b(?:opfordrer|opfordrede|anmoder|anmodede|beder|bad)(?P<behind>) [^,.;:]{3,60}? (?:om|til),? at\b", re.IGNORECASE
)
_OTHER_PLAN = re.compile(
    r"\b(?:et|en) (?:(?:andet|anden|tredje|tidligere|alternativt?|første) )?(?:forslag|ønske|tanke|idé|ide) "
    r"(?:går|gik|lød|var) [^.;]{0,20}?at\b|"
    r"\b(?:drøftet|overvejet|undersøgt|forkastet|fravalgt|afvist|opgivet)\b[^.;]{0,40}?\b(?:en|et) "
    r"(?:[a-zæøå]+ )?(?:model|løsning|ordning|variant|mulighed|tanke|idé)\b,? (?:hvor|om,? at|for,? at|med,? at)\b|"
    r"\b(?:har|havde) (?:det |der )?(?:(?:også|tidligere|undervejs|ligeledes|en overgang) )?været (?:[a-zæøå]+ )?"
    r"(?:foreslået|overvejet|drøftet|diskuteret|på tale|fremme|luftet|nævnt)\b(?: [a-zæøå]+){0,3}?,? at\b|"
    r"\b(?:kan|kunne|måtte)(?: [a-zæøå]+){0,2}? (?:medføre|betyde|indebære|bevirke|føre til|ende med|tænkes)"
    r"(?: [a-zæøå]+){0,2}?,? at\b",  # what may come of something
    re.IGNORECASE,
)
_SETTLED = r"(?:ved|vides|vidste|afklaret|afgjort|besluttet|bestemt|fastlagt|aftalt|taget stilling til)"
_OPEN = re.compile(  # "Det er uafklaret, om …", "Vi ved ikke, om …"
    rf"\b{_SETTLED}\b[^.;]{{0,30}}?\b(?:ikke|endnu|heller)\b[^.;]{{0,20}}?,? (?:om|hvorvidt)\b|"
    rf"\b(?:ikke|endnu)\b[^.;]{{0,25}}?\b{_SETTLED},? (?:om|hvorvidt)\b|"
    r"\b(?:uafklaret|uafgjort|uvist|uklart|usikkert|åbent|et åbent spørgsmål),? (?:om|hvorvidt)\b",
    re.IGNORECASE,
)
_FROM = r"(?: (?:fra|hos|blandt) [^.,;:]{2,60}?)?"
_ITS_WISH = re.compile(  # "ønsket om, at …", "Det har været et ønske fra klubberne, at …"
    rf"\b(?P<whole>(?:\w+s|et|et \w+) ønske{_FROM}(?: om)?|(?:ønsket?|krav(?:et)?|håb(?:et)?){_FROM} om),? at\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;!?] (?=[A-ZÆØÅ])|, men\b|, og (?:det|dette) (?:er|blev|bliver)\b")
_LAST_CLAUSE = re.compile(r"(?:^|[.!?] (?=[A-ZÆØÅ])|, (?:og|men|mens|at|da|når|hvor)\s|:\s(?=\S))", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\b(?:imødekomme[st]|tages? til følge|indarbejdes|indarbejdet|efterkommes)\b|"
    r"^(?:forslaget|ønsket|anbefalingen|opfordringen|idéen|ideen|det|dette)\b[^.;]{0,40}?\b(?:følges|fulgt|vedtages|"
    r"vedtaget|vedtog|tiltrædes|tiltrådt|tiltrådte|godkendt|godkendte)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:ikke|ingen|hverken|øvrige|delvis\w*|afvis\w*)\b", re.IGNORECASE)
_NEAR = 160  # characters behind the row in which a wish is answered


def without_wishes(rows: Sequence[Responsibility], text: str) -> list[Responsibility]:
    """The rows that are more than a wish. text: the cleaned text."""
    return [r for r in rows if not _is_wished(r, text)]


def _is_wished(row: Responsibility, text: str) -> bool:
    words = " ".join(text[row.start : row.end].split())
    at = _place(row, words)
    return any(a <= at < b for a, b in wishes(words)) and not _is_followed(text[row.end : row.end + _NEAR])


def _place(row: Responsibility, words: str) -> int:
    """Where in the quote the row's task is told; its end where the task has other words."""
    longest = max(row.task.split(), key=len, default="")
    found = [at for part in (row.task, longest) if part and (at := words.lower().rfind(part.lower())) >= 0]
    return found[0] if found else len(words) - 1


def wishes(words: str) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence that tell somebody's wish.

    >>> words = "Beboerne ønsker, at Driftsgården rydder stien, men det sker ikke."
    >>> [words[a:b] for a, b in wishes(words)]
    [' Driftsgården rydder stien']
    """
    for form in (_SAID, _ADDRESSED):
        for said in form.finditer(words):
            if not _is_plan(said):
                yield said.end(), _end(words, said.end())
    for wish in _ITS_WISH.finditer(words):
        if _HEARD.search(words[: wish.end()]) or not _DECIDES.search(wish["whole"]):
            yield wish.end(), _end(words, wish.end())
    for form in (_OTHER_PLAN, _OPEN):
        for other in form.finditer(words):
            yield other.end(), _end(words, other.end())


def _is_plan(said: re.Match[str]) -> bool:
    """True where those who decide, or nobody named, propose."""
    before = said.string[: said.start()]
    starts = [m.end() for m in _LAST_CLAUSE.finditer(before)]
    own = before[max(starts) :].strip() or before.strip(" :")
    subject = re.split(r",|\s(?:ved|i|på|fra|af|for|med|om|har)\s", own)[0].strip()
    whole = f"{subject} {said['behind']}"
    if _HEARD.search(whole) or said.groupdict().get("thinks"):
        return False
    return not subject or _DECIDES.search(whole) is not None


def _end(words: str, start: int) -> int:
    end = _ENDS.search(words, start)
    return end.start() if end else len(words)


def _is_followed(behind: str) -> bool:
    """True where the next sentence says that the wish is followed."""
    answer = re.split(r"[.!?]\s", behind.lstrip(" .\n"))[0]
    return _FOLLOWED.search(answer) is not None and _NOT.search(answer) is None
