"""What somebody has to do or to lead: "<unit> skal straks underrette …", "<unit> har pligt til at …", "<unit> har
ledelsen".

Behind "skal" stands an open class of verbs: every infinitive is a duty but those of being, having, getting, talking
and taking part. An elected body's "skal" is its own procedure and hands out nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.names.unit_forms import Mention
from register.owners.owner_duties import ENTRANCE, FRONT, GOES_ON, INFINITIVE, LEADS, PRIVATE, WHEN_OR_HOW
from register.rules import Rule
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft

_NO_PLACE = (
    r"(?<!for )(?<!til )(?<!fra )(?<!af )(?<!i )(?<!med )(?<!hos )(?<!under )(?<!mellem )(?<!ved )(?<!på )(?<!mod )"
)
_FORMS = (
    (  # "<unit> skal fortsat undervise personalet"
        "skal-gøre",
        re.compile(
            rf"{_NO_PLACE}(?P<units>{UNITS})(?: senest [^,.;]{{3,20}})? (?:skal|bør) {WHEN_OR_HOW}"
            rf"(?P<task>{INFINITIVE},? [^;]+)"
        ),
    ),
    (  # "<unit> mødes hver måned og skal følge fremdriften"
        "skal-også",
        re.compile(
            rf"^\s*(?P<units>{UNITS}) [a-zæøå]+(?:er|es|år) (?:(?! at | som | der )[^,.;\ue000-\ue7ff]){{3,80}} og "
            rf"skal {WHEN_OR_HOW}(?P<task>{INFINITIVE},? [^;]+)"
        ),
    ),
    (  # "Når vagten er slut, skal <unit> låse porten"
        "skal-omvendt",
        re.compile(
            rf"^\s*{FRONT}[^.;:\ue000-\ue7ff]{{0,90}}? skal (?P<units>{UNITS}) {WHEN_OR_HOW}"
            rf"(?P<task>{INFINITIVE},? [^;]+)"
        ),
    ),
    (  # "<unit> er sammen med <unit> om at lave vagtplanen"
        "er-sammen-om",
        re.compile(
            rf"{_NO_PLACE}(?P<units>{UNITS} er (?:fælles|sammen) med {UNITS}) om (?:[a-zæøå]+ )?at "
            rf"(?P<task>{INFINITIVE},? [^;]+)"
        ),
    ),
    (  # "<unit> har følgende opgaver:" with a list
        "har-følgende",
        re.compile(
            rf"^\s*(?P<units>{UNITS}) har f[øo]lgende (?:[a-zæøå]+ )?(?:opgaver|ansvarsområder|ansvar|hovedopgaver|"
            rf"beføjelser) ?(?P<task>:)\s*$"
        ),
    ),
    (  # "<unit> har pligt til at føre tilsyn"
        "har-pligt",
        re.compile(
            rf"{_NO_PLACE}(?P<units>{UNITS}) har (?:også |desuden |fortsat |en |ret og )?(?:[a-zæøå]*pligt) til "
            rf"(?:\w+ ){{0,2}}?at (?P<task>{INFINITIVE},? [^;]+)"
        ),
    ),
    (
        "er-indgang",
        re.compile(
            rf"{_NO_PLACE}(?P<units>{UNITS}) (?:er|bliver|skal (?:fortsat |fremover )?være) "
            rf"(?:fortsat |fremover |også )?"
            rf"(?P<task>{ENTRANCE}(?:(?! (?:fra|pr\.|indtil|frem til|senest) (?:den )?\d)[^,.;]){{4,120}})"
        ),
    ),
    (  # "Aftalen med <unit> om havneguider videreføres uændret"
        "aftale-fortsætter",
        re.compile(
            rf"^\s*(?P<task>(?:Aftalen|Kontrakten|Samarbejdet|\w+aftalen) med (?P<units>{UNITS})"
            rf"(?: om [^,.;]{{3,80}}?)?) {GOES_ON}"
        ),
    ),
    (  # "Lederen har den administrative og pædagogiske ledelse", "<unit> har ledelsen, indtil …"
        "har-ledelsen",
        re.compile(
            rf"(?P<units>{UNITS}) har (?:fortsat |også |desuden )?(?P<task>(?:(?:den|det) (?:[a-zæøå]+ ){{1,4}}"
            rf"(?:ledelse|instruktionsbeføjelse|tilsyn)|{LEADS}(?= (?:af|for|med)\b|[,.;]|$))(?: (?:af|for|med) "
            rf"[^,.;]+)?)"
        ),
    ),
)
_RULES = {name: Rule(name, "assign", "active", ("skal",)) for name, _ in _FORMS}
_RULES |= {name: _RULES["skal-gøre"] for name in ("skal-omvendt", "skal-også", "har-pligt", "er-sammen-om")}
_RULES["aftale-fortsætter"] = Rule("aftale-fortsætter", "keep", "active", ("videreføres",), state=True)
_MODAL = ("skal-gøre", "skal-også", "skal-omvendt", "har-pligt")
_ELECTED = re.compile(r"(?:byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation)(?:et|en)?$", re.IGNORECASE)
_WEIGHED = re.compile(
    r"\b(?:om|hvis|hvorvidt|når|hvordan|hvilke|hvilken|såfremt|drøfte\w*|foreslå\w*|spørg\w*)\b[^.;]*$"
)


def read_duties(masked: Masked) -> Iterator[Draft]:
    """Drafts of these forms in one sentence."""
    for name, form in _FORMS:
        for match in form.finditer(masked.text):
            units = masked.mentions(*match.span("units"))
            if not units or units[-1].genitive or (name in _MODAL and not _handed(masked, match, units)):
                continue
            clause = (match.start(), len(masked.text))
            verb = (match.start(), match.start() + 1)
            yield Draft(_RULES[name], match.span("task"), clause, verb, units, [], match.end("units"))


def _handed(masked: Masked, match: re.Match[str], units: Sequence[Mention]) -> bool:
    """True where "<unit> skal …" hands over a task: no elected body's procedure, no citizen's duty, nothing weighed."""
    if any(
        u.type in ("udvalg", "råd", "borgmester") or _ELECTED.search(u.text) or PRIVATE.search(u.text) for u in units
    ):
        return False
    if units[-1].text.endswith(("ommune", "ommunen")) and re.search(rf" bør |^\s*{FRONT}", match.group()):
        return False
    return _WEIGHED.search(masked.text[: match.start()]) is None
