"""Moves and stays told by two places at once: "ikke længere af A, men af B", "udgår af A og indgår i B", "afgiver …
til B", "bliver, hvor de er, i A", "der i forvejen står for …", "sidder A fortsat med …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.rules import Rule
from register.sentences.clauses import is_hypothetical
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft

_NEW = r"(?:(?:fremover|herefter|nu|i stedet|fra [^,.;]{3,30}?) )?"
_PLACE = r"(?:af|hos|i|under|ved) (?:det |den )?"
_TASK = r"(?P<task>[A-ZÆØÅ][^.;:\ue000-\ue7ff]{2,120}?)"
_MOVES: tuple[re.Pattern[str], ...] = (
    re.compile(  # "Puljen administreres fremover ikke længere af A, men af B"
        rf"^\s*{_TASK} (?P<verb>\w+es|ligger|hører|sorterer|er placeret)(?: \w+){{0,2}} ikke (?:længere|mere) "
        rf"{_PLACE}(?P<source>{UNITS}),? men {_NEW}{_PLACE}(?P<to>{UNITS})"
    ),
    re.compile(  # "Lønnen udgår af A og indgår fra årsskiftet i B"
        rf"^\s*{_TASK} (?P<verb>udgår|udskilles|udtages|trækkes ud|tages ud|flyttes ud|løftes ud) (?:af|fra) "
        rf"(?:det |den )?(?P<source>{UNITS}),? og (?:indgår|overgår|lægges|placeres|indlemmes|optages|forankres)"
        rf"(?: (?:fremover|herefter|i stedet|(?:fra|pr\.|den) (?:[^,.;]|\d\.){{3,30}}?))? "
        rf"(?:over )?(?:i|til|under|hos) (?:det |den )?(?P<to>{UNITS})"
    ),
    re.compile(  # "Til gengæld afgiver staben arbejdet med klager til B"
        rf"(?P<verb>\bafgiver) (?:(?P<source>{UNITS})|[a-zæøå]+(?:en|et)) "
        rf"(?P<task>(?:ansvaret|opgave(?:n|rne)|arbejdet|driften|tilsynet)\b[^.;,\ue000-\ue7ff]{{3,100}}?) "
        rf"til (?:det |den )?(?P<to>{UNITS})"
    ),
    re.compile(  # "Som følge af reformen overdrager kommunen kajerne til B"
        rf"(?P<verb>\boverdrager) (?:(?P<source>{UNITS})|kommunen) (?P<task>(?!opgaven )[^.;\ue000-\ue7ff]{{3,120}}?) "
        rf"til (?:det |den )?(?P<to>{UNITS})"
    ),
    re.compile(  # "Tilsynet, som tidligere blev udført af A, overgår til en konsulent i B"
        rf"^\s*(?P<task>[A-ZÆØÅ][^.;:,\ue000-\ue7ff]{{2,100}}?)(?:, (?:som|der) (?:tidligere|hidtil|før|indtil nu)\b"
        rf"[^,;\ue000-\ue7ff]* af (?P<source>{UNITS}),)? "
        rf"(?P<verb>overgår|flyttes|overdrages|overføres|flytter) til en (?:ny )?[a-zæøå]*"
        rf"(?:konsulent|medarbejder|koordinator|gruppe|specialist|vejleder) (?:i|hos|under) (?P<to>{UNITS})"
    ),
)
_STAYS: tuple[re.Pattern[str], ...] = (
    re.compile(  # "Kajerne bliver derimod, hvor de er, i A"
        rf"^\s*{_TASK} (?P<verb>bliver|forbliver)(?: (?:derimod|dog|indtil videre|fortsat|foreløbig))?,? "
        rf"hvor (?:de|den|det) (?:er|ligger),? (?:i|hos|under) (?P<to>{UNITS})"
    ),
    re.compile(  # "…, A, der i forvejen står for B"
        rf"(?P<to>{UNITS}), (?:der|som) (?P<verb>i forvejen (?:står for|varetager|driver|løser|har ansvaret for)) "
        rf"(?P<task>[^,.;]{{3,80}})"
    ),
    re.compile(  # "Indtil da sidder A fortsat med sagerne"
        rf"(?P<verb>\bsidder) (?P<to>{UNITS}) fortsat med (?P<task>[^,.;]{{3,80}})"
    ),
    re.compile(  # "Indtil da har A fortsat ansvaret for begge dele"
        rf"^\s*(?:Indtil|Frem til) [^.;\ue000-\ue7ff]{{2,80}}?,? (?P<verb>har) (?P<to>{UNITS}) fortsat "
        rf"(?:ansvaret|myndigheden|driften) (?:for|af) (?P<task>[^,.;]{{3,80}})"
    ),
    re.compile(rf"(?P<to>{UNITS}) (?P<verb>sidder fortsat) med (?P<task>[^,.;]{{3,80}})"),
)
_ROLES: tuple[re.Pattern[str], ...] = (
    re.compile(  # "at A har visitationen"
        rf"(?:^\s*|\bat )(?P<to>{UNITS}) (?P<verb>har) (?:fortsat |fremover )?(?P<task>(?:visitationen|kontrakten|"
        rf"kontrakterne|budgettet|bevillingen|drifts?ansvaret|projektledelsen|tovholderrollen|sekretariatet)"
        rf"(?: (?:til|med|for|af|på) [^,.;]{{3,60}})?)(?=[,.;]|$| og\b)"
    ),
    re.compile(  # "Skolebusser er As bord"
        rf"(?:^\s*|\bat )(?P<task>[A-ZÆØÅa-zæøå][^.;:,\ue000-\ue7ff]{{3,100}}?) (?P<verb>er) "
        rf"(?:fortsat |fremover )?(?P<whose>{UNITS}) bord(?=[,.;]|$| og\b)"
    ),
    re.compile(  # "Bladet udkommer hver måned med A som redaktør"
        rf"^\s*(?P<task>[A-ZÆØÅ][\w-]*(?:en|et|ne)(?: (?:for|om|af|til) [^,.;\ue000-\ue7ff]{{3,60}}?)?) "
        r"[^,.;\ue000-\ue7ff]*?"
        rf"(?P<verb>\bmed) (?P<to>{UNITS}) som (?:redaktør|tovholder|projektleder|projektejer|koordinator|ansvarlig|"
        rf"hovedansvarlig|driftsherre|bygherre)(?=[,.;]|$| og\b)"
    ),
)
_PAST_ASIDE = re.compile(r", (?:som|der) (?:tidligere|førhen|i sin tid) (?:blev|var|lå|hørte|er blevet)\b[^,;]*, ")
_KINDS = (
    (Rule("går-over", "transfer", "passive", ("går",)), _MOVES),
    (Rule("bliver-hvor", "keep", "passive", ("bliver",), state=True), _STAYS),
    (Rule("kort-rolle", "assign", "passive", ("har",)), _ROLES),
)


def given_over(masked: Masked) -> Iterator[Draft]:
    """Drafts of these forms in one masked sentence; none where it only weighs what it says."""
    for rule, forms in _KINDS:
        for form in forms:
            for found in form.finditer(masked.text):
                draft = _draft(rule, found, masked)
                if draft and not is_hypothetical(masked.text, 0, found.start("verb")):
                    yield draft


def with_given_over(drafts: Sequence[Draft], masked: Masked) -> list[Draft]:
    """The rules' drafts and these; what the rules read of the same stretch, or of what was once so, is left out."""
    own = list(given_over(masked))
    kept = [d for d in drafts if not _in_past_aside(d, masked) and not any(_same_place(d, o) for o in own)]
    return [*kept, *own]


def _in_past_aside(draft: Draft, masked: Masked) -> bool:
    return draft.rule.relation in ("assign", "keep") and any(
        p.start() < draft.verb[0] < p.end() for p in _PAST_ASIDE.finditer(masked.text)
    )


def _same_place(draft: Draft, own: Draft) -> bool:
    over = draft.verb[0] < own.verb[1] and own.verb[0] < draft.verb[1]
    return over or (draft.task[0] < own.task[1] and own.task[0] < draft.task[1] and draft.to == own.to)


def _draft(rule: Rule, found: re.Match[str], masked: Masked) -> Draft | None:
    groups = found.groupdict()
    whose = "whose" if groups.get("whose") else "to"
    to = masked.mentions(*found.span(whose))
    source = masked.mentions(*found.span("source")) if groups.get("source") else []
    if not to or to[-1].genitive != (whose == "whose") or (source and source[-1].genitive):
        return None
    clause = (found.start(), len(masked.text))
    return Draft(rule, found.span("task"), clause, found.span("verb"), to, source, found.end(whose))
