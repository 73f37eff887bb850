"""Whole sentences of minutes and resolutions that hand a task to someone in a set form: a case sent on "til <unit>
med henblik på …", "<unit> pålægges", "det delegeres til <unit> at …", "<body> repræsenteres i … ved <units>"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.masking import UNITS, Masked
from register.rules import Rule
from register.slots import Draft

_SENT = r"(?:[Ff]remsendes|[Oo]versendes|[Hh]envises|[Ss]endes|[Vv]ideresendes|[Ff]remsendt|[Oo]versendt|[Hh]envist)"
_FORMS = (
    # "Fremsendes til <unit> med henblik på udarbejdelse af en indstilling"
    re.compile(
        rf"{_SENT} (?:(?:[^.,\ue000-\ue7ff]|\d\.){{0,120}} )?til (?P<units>{UNITS}),? (?:med henblik på|mhp\.|til) "
        rf"(?P<task>(?!bemærkning)[a-zæøå].+)"
    ),
    # "Byrådet pålægger <unit> at …"
    re.compile(
        rf"\b(?:pålægger|anmoder|bemyndiger|opfordrer|forpligter|beder) (?P<units>{UNITS})(?: samt [a-zæøå ]{{3,40}}?)?"
        rf" (?:om |til )?(?:\w+ ){{0,2}}?at (?P<task>.+)"
    ),
    # "det delegeres fremover til <unit> at …"
    re.compile(
        rf"\bdet (?:delegeres|overlades|uddelegeres|overdrages|henlægges)(?: \w+){{0,2}}? til (?P<units>{UNITS}) at (?P<task>.+)"
    ),
    # "Byrådet repræsenteres i sundhedsrådet ved <units>"
    re.compile(rf"\brepræsenteres (?P<task>i .{{1,80}}?) (?:ved|af) (?P<units>{UNITS})"),
    # "I dag bliver Tandplejen en del af <unit>"
    re.compile(rf"\bbliver (?P<task>[^,.;]{{3,80}}?) (?:en )?del af (?P<units>{UNITS})"),
)
_RULES = (
    Rule("sendes-til", "assign", "passive", ("fremsendes",)),
    Rule("pålægger", "assign", "active", ("pålægger",)),
    Rule("delegeres-at", "assign", "passive", ("delegeres",)),
    Rule("repræsenteres-ved", "assign", "passive", ("repræsenteres",), prefix="repræsentation"),
    Rule("bliver-del-af", "transfer", "passive", ("bliver",)),
)

_ACT = (
    r"(?:(?:videre |fornyet |politisk )?(?:behandling|drøftelse|godkendelse|beslutning|afgørelse|høring|besvarelse)|"
    r"(?:udarbejdelse af )?(?:et |en )?(?:indstilling|notat|redegørelse|udtalelse|erklæring|svar|oplæg|handleplan))"
)
_BARE_ACT = re.compile(rf"^{_ACT}(?: af (?:sagen|forslaget|indstillingen))?$", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:Punkt|Pkt\.?|Sag(?:\s*nr\.?)?)\s*\d+\s*[.:)–-]?|\d{1,3}\.)\s+(?P<title>\S.+)$", re.IGNORECASE
)
_LONGEST_TITLE = 160


def with_case(task: str, section: Sequence[str]) -> str:
    """A bare act ("behandling", "notat") with the title of the case it is about, "" where no title is known."""
    if not _BARE_ACT.match(task):
        return task
    titles = (_TITLE.match(" ".join(heading.split())) for heading in reversed(section))
    title = next((m["title"] for m in titles if m), "")
    return f"{task}: {title[:_LONGEST_TITLE]}" if title else ""


def read_cases(masked: Masked) -> Iterator[Draft]:
    """Drafts of the set forms in one sentence."""
    for form, rule in zip(_FORMS, _RULES, strict=True):
        for match in form.finditer(masked.text):
            units = masked.mentions(match.start("units"), match.end("units"))
            if units and not units[-1].genitive:
                task = match.span("task")
                clause = (match.start(), len(masked.text))
                yield Draft(rule, task, clause, (match.start(), match.start() + 1), units, [], match.end("units"))
