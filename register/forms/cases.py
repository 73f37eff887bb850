"""Whole sentences of minutes and resolutions that hand a task to someone in a set form: a case sent on "til <unit>
med henblik på …", "<unit> pålægges", "det delegeres til <unit> at …", "<body> repræsenteres i … ved <units>"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import BlockKind
from register.forms.duties import read_duties
from register.forms.set_apart import read_set_apart
from register.rules import Rule
from register.sentences.clauses import ADVERBS
from register.sentences.masking import UNIT, UNITS, Masked
from register.sentences.reading import Statement
from register.sentences.slots import Draft

_SENT = r"(?:[Ff]remsendes|[Oo]versendes|[Hh]envises|[Ss]endes|[Vv]ideresendes|[Ff]remsendt|[Oo]versendt|[Hh]envist)"
_BECOMES = r"(?:ændres|omdannes|omlægges|omdøbes|erstattes|afløses)"
_INTO = rf"(?:til|af) (?:et |en |det nye |den nye |det |den )?(?P<units>{UNIT})"
_ROLE = (
    r"(?:projektleder|projektejer|bygherre|tovholder|styregruppe|følgegruppe|arbejdsgruppe|driftsherre|høringspart|"
    r"referent|sekretær|sekretariat)"
)
_FORMS = (
    # "Fremsendes til <unit> med henblik på udarbejdelse af en indstilling"
    re.compile(
        rf"{_SENT} (?:(?:[^.,\ue000-\ue7ff]|\d\.){{0,120}} )?til (?P<units>{UNITS}),? (?:med henblik på|mhp\.|til) "
        rf"(?P<task>(?!bemærkning)[a-zæøå].+)"
    ),
    # "Byrådet pålægger <unit> at …"
    re.compile(
        rf"\b(?:pålægger|anmoder|bemyndiger|opfordrer|forpligter|beder|anmode|pålægge|bemyndige|bede|"
        rf"(?<={UNIT} )(?:pålagde|anmodede|bemyndigede|opfordrede|bad))(?: {ADVERBS})? (?P<units>{UNITS})"
        rf"(?: samt [a-zæøå ]{{3,40}}?)? (?:om |til )?(?:\w+ ){{0,2}}?at (?P<task>.+)"
    ),
    # "Dermed pålægger byrådet <unit> at:" with a list of duties
    re.compile(rf"\b(?:pålægger|anmoder|bemyndiger|beder) {UNITS} (?P<units>{UNITS}) (?:om |til )?at ?(?P<task>:)"),
    # "det delegeres fremover til <unit> at …"
    re.compile(
        rf"\b[Dd]et (?:delegeres|overlades|uddelegeres|overdrages|henlægges)(?: \w+){{0,2}}? til (?P<units>{UNITS}) at "
        rf"(?P<task>.+)"
    ),
    # "Byrådet repræsenteres i sundhedsrådet ved <units>"
    re.compile(rf"\brepræsenteres (?P<task>i .{{1,80}}?) (?:ved|af) (?P<units>{UNITS})"),
    # "<unit> ændres til <unit>"
    re.compile(rf"(?P<task>{UNIT}) (?:{_BECOMES}|bliver (?:ændret|omdannet|omdøbt|erstattet|afløst)) {_INTO}"),
    # "Det påhviler <unit> at …"
    re.compile(rf"\b[Dd]et påhviler (?P<units>{UNITS}),? at\b ?(?P<task>.+)"),
    # "<unit> skal blandt andet:" with a list
    re.compile(
        rf"^\s*(?P<units>{UNITS}) skal(?: (?:blandt andet|bl\.a\.|desuden|endvidere|også|herunder))? ?"
        rf"(?P<task>:?)\s*$"
    ),
    # "Derudover ændres <unit> til <unit>"
    re.compile(rf"\b{_BECOMES} (?P<task>{UNIT}) {_INTO}"),
    # "de opgaver, som er tiltænkt <unit>, drejer sig om …"
    re.compile(
        rf"\bopgaver(?:ne)?,? (?:som|der) (?:er )?(?:tiltænkt|tillagt|henlagt til|overladt til|ligger hos|hører under) "
        rf"(?P<units>{UNITS}),? (?:drejer sig om|omfatter|vedrører|er|består af) (?P<task>[^.;]+)"
    ),
    # "Private fællesveje er grundejernes ansvar", "Er der tale om et læskur, er det <unit>s opgave"
    re.compile(
        rf"(?:^\s*|, mens |, og )(?:Er der tale om )?(?!Det )(?P<task>[^,.;:]{{3,90}}?),? (?:er|bliver) "
        rf"(?:det )?(?:fortsat |alene )?(?P<whose>{UNITS}) (?:ansvar|opgave|pligt)(?=[ .,;]|$)"
    ),
    # "Journalplaner er en opgave for <unit>"
    re.compile(rf"(?P<task>[^,.;:]{{3,120}}?) er (?:fortsat )?en \w*opgave (?:for|i|hos) (?P<units>{UNITS})"),
    # "Bygherre på hallen er <unit>", "Ansvarlig for opfølgning er <unit>"
    re.compile(
        rf"^\s*(?P<task>(?:Bygherre|Projektleder|Projektejer|Tovholder|Ansvarlig|Hovedansvarlig|Driftsherre|Formand) "
        rf"(?:på|for|i|af) [^,.;]{{2,80}}?|Bygherre|Projektleder|Projektejer|Programleder|Programejer|Tovholder|"
        rf"Driftsherre|Systemejer) er (?:uændret |fortsat |dog )?(?P<units>{UNITS})"
    ),
    # "<unit> er projektleder", "<unit> er fortsat vandløbsmyndighed"
    re.compile(
        rf"(?<!\baf )(?P<units>{UNITS})(?: \w+er og)? er (?:fortsat |uændret |desuden |også |"
        rf"dog )?(?P<task>(?:{_ROLE}|[a-zæøå]*myndighed|kontraktholder)"
        rf"(?: (?:på|for|i|af|efter) [^,.;]{{2,80}}?)?)(?=[.,;]| og | samt |$)"
    ),
    # "I <unit> beskæftiger vi os med …", "Hos <unit> står vi for …"
    re.compile(
        rf"^\s*(?:I|Hos|Her i) (?P<units>{UNITS}) (?:beskæftiger vi os (?:\w+ )?med|har vi (?:\w+ )?ansvar(?:et)? for|"
        rf"arbejder vi (?:\w+ )?med|står vi (?:\w+ )?for|varetager vi|løser vi|tager vi os (?:\w+ )?af) (?P<task>[^;]+)"
    ),
    # "har kommunen påtaget sig at …"
    re.compile(
        rf"(?:har (?P<units>{UNITS})|(?P<first>{UNITS}) har(?: {ADVERBS})*) påtaget sig (?:\w+ )?at (?P<task>[^,.;]+)"
    ),
    # "Udvalget overdrog det til <unit> at …"
    re.compile(rf"\b(?:overdrog|overdrager|overlod|overlader) det til (?P<units>{UNITS}) at (?P<task>.+)"),
    # "Den politiske forankring er <unit>"
    re.compile(
        rf"^\s*(?P<task>(?:Den|Det) (?:politiske|administrative) (?:forankring|ansvar)) er (?:i |hos |"
        rf"ved )?(?P<units>{UNITS})"
    ),
    # "Styregruppens formand er <unit>"
    re.compile(
        rf"^\s*(?P<task>[A-ZÆØÅ]\w+s (?:formand|sekretær|projektleder|projektejer)) er (?:uændret |"
        rf"fortsat )?(?P<units>{UNITS})"
    ),
    # "Til udvalgets område hører …", "Under <unit>s område hører også …"
    re.compile(
        rf"^\s*(?:Til|Under|Inden for) (?P<whose>{UNITS}) (?:\w*områder?|ansvar|ressort|"
        rf"virksomhed) (?:hen)?hører (?:også |desuden |endvidere |bl\.a\. |"
        rf"blandt andet )?(?P<task>[^.;]+)"
    ),
    # "I dag bliver Tandplejen en del af <unit>"
    re.compile(rf"\bbliver (?P<task>[^,.;]{{3,80}}?) (?:en )?del af (?P<units>{UNITS})"),
)
_RULES = (
    Rule("sendes-til", "assign", "passive", ("fremsendes",)),
    Rule("pålægger", "assign", "active", ("pålægger",)),
    Rule("pålægger-at", "assign", "active", ("pålægger",)),
    Rule("delegeres-at", "assign", "passive", ("delegeres",)),
    Rule("repræsenteres-ved", "assign", "passive", ("repræsenteres",), prefix="repræsentation"),
    Rule("ændres-til", "transfer", "passive", ("ændres",), prefix="opgaver fra"),
    Rule("påhviler-at", "assign", "active", ("påhviler",)),
    Rule("skal-liste", "assign", "active", ("skal",)),
    Rule("ændres-unit-til", "transfer", "passive", ("ændres",), prefix="opgaver fra"),
    Rule("opgaver-tiltænkt", "assign", "passive", ("tiltænkt",)),
    Rule("er-ens-ansvar", "assign", "passive", ("er",)),
    Rule("er-opgave-for", "assign", "passive", ("er",)),
    Rule("bygherre-er", "assign", "passive", ("er",)),
    Rule("er-rolle", "assign", "active", ("er",)),
    Rule("har-vi", "assign", "active", ("har",)),
    Rule("påtaget-sig", "assign", "active", ("har",)),
    Rule("overdrog-at", "assign", "active", ("overdrog",)),
    Rule("forankring-er", "assign", "active", ("er",)),
    Rule("formand-er", "assign", "passive", ("er",)),
    Rule("til-område-hører", "assign", "passive", ("hører",)),
    Rule("bliver-del-af", "transfer", "passive", ("bliver",)),
)

_ACT = (
    r"(?:(?:videre |fornyet |politisk )?(?:behandling|drøftelse|godkendelse|beslutning|afgørelse|høring|besvarelse)|"
    r"(?:udarbejdelse af )?(?:et |en )?(?:indstilling|notat|redegørelse|udtalelse|erklæring|svar|oplæg|handleplan))"
)
_BARE_ACT = re.compile(rf"^{_ACT}(?: af (?:sagen|forslaget|indstillingen))?$", re.IGNORECASE)
_BARE_ROLE = re.compile(rf"^{_ROLE}$", re.IGNORECASE)
_PART_OF_PAPER = re.compile(
    r"^(?:organisering|roller|bemærkninger|indledning|baggrund|ansvar|opfølgning|indsatser|økonomi|formål|"
    r"projektorganisation|beslut|status|organisation|forvaltningen|ansvarlig|tovholder|note|fakta)|"
    r"\borganisering$|roller",
    re.IGNORECASE,
)
_LABEL = re.compile(  # no sentence of its own ("Sådan gør vi:")
    r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?P<what>[A-ZÆØÅ](?:(?!\b(?:vi|er|har|skal|bliver|gør|der|at)\b)[^:.;]){3,80}):\s+(?=[A-ZÆØÅ])"
)
_WORK = re.compile(r"^(?:arbejdet|projektet|indsatsen|opgaven|processen|udførelsen|driften)$", re.IGNORECASE)
_TITLE = r"\s*(?P<title>[A-ZÆØÅ][^\n]{7,}(?:\n(?!\n)[^\n]{3,})?)"
_ITEM = re.compile(rf"\b(?:Punkt|Pkt\.?|Sag\s*nr\.?|Sag)\s*\d+\s*[.:)–-]{_TITLE}")
_NUMBER = re.compile(rf"^\d{{1,3}}\.{_TITLE}")
_PART = re.compile(  # headings that open a part of a case, not a case
    r"^(?:beslutning\w*|indstilling\w*|resum[eé]|sagsfremstilling|beskrivelse af sagen|sagens (?:kerne|forløb)|"
    r"sagsforløb|sagsgang\b.*|problemstilling|baggrund)\W*$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^(?:referat|dagsorden|punkter|deltagere|tid og sted|bilag|sager)\W*$", re.IGNORECASE)
_NO_CASE = re.compile(r"(?:eventuelt|meddelelser|orientering(?:er)?|godkendelse af dagsorden\w*)\W*$", re.IGNORECASE)
_LONGEST_TITLE = 160


def case_titles(statements: Sequence[Statement]) -> list[str]:
    """The title of the case each statement belongs to, "" where none is known: a numbered item of the agenda, or
    the heading right above one like "Beslutning"."""
    titles: list[str] = []
    title, numbered = "", False
    form = _ITEM if any(_ITEM.search(s.text) for s in statements) else _NUMBER
    for n, statement in enumerate(statements):
        own = list(form.finditer(statement.text)) if statement.first else []
        above = statements[n - 1] if n else None
        if own and statement.kind is not BlockKind.LIST_ITEM:
            title, numbered = own[-1]["title"], True
        elif not numbered and above and _opens_case(above, statement):
            title = above.text
        titles.append(re.split(r"\s+Sags?(?:nr|nummer|id)\b", " ".join(title.split()))[0][:_LONGEST_TITLE])
    return titles


def _opens_case(above: Statement, statement: Statement) -> bool:
    part = statement.kind is BlockKind.HEADING and _PART.match(statement.text.strip())
    title = above.text.strip()
    return bool(part) and above.kind is BlockKind.HEADING and not (_PART.match(title) or _PAGE.match(title))


def label_of(sentence: str, verb: int) -> str:
    """What a sentence names before a colon and then speaks of: "Havnebad ved molen: <unit> er projektejer". verb:
    offset of the verb."""
    label = _LABEL.match(sentence)
    named = label is not None and label.end() <= verb and not _PART_OF_PAPER.search(label["what"])
    return " ".join(label["what"].split()) if label and named else ""


def with_case(task: str, case: str, title: str = "", label: str = "") -> str:
    """A bare act ("behandling", "notat") with the title of the case it is about, "" where no title is known. label:
    what the sentence names before a colon."""
    if label and (_BARE_ROLE.match(task) or _WORK.match(task)):
        return f"{task}: {label}"
    if _BARE_ROLE.match(task):
        about = case if case and not _PART_OF_PAPER.search(case) else title
        return f"{task}: {about}" if about else task
    if case and task.lower() == "projektet":
        return f"{task}: {case}"
    if not _BARE_ACT.match(task):
        return task
    return f"{task}: {case}" if case and not _NO_CASE.match(case) else ""


def read_cases(masked: Masked) -> Iterator[Draft]:
    """Drafts of the set forms in one sentence, duties among them."""
    yield from read_duties(masked)
    yield from read_set_apart(masked)
    for form, rule in zip(_FORMS, _RULES, strict=True):
        for match in form.finditer(masked.text):
            whose = next((g for g in ("whose", "first") if match.groupdict().get(g)), "units")
            units = masked.mentions(*match.span(whose))
            if units and units[-1].genitive == (whose == "whose"):
                task = match.span("task")
                clause = (match.start(), len(masked.text))
                source = masked.mentions(*task) if rule.prefix == "opgaver fra" else []
                yield Draft(rule, task, clause, (match.start(), match.start() + 1), units, source, match.end(whose))
