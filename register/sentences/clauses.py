"""Clauses of a masked sentence, and what stands before and after the verb in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.sentences.masking import UNIT, UNITS

_BOUNDARY = re.compile(
    r"(?:;|:(?= )|(?<!ansvaret for)(?<!ansvar for)(?<!ansvarlig for)(?<!ansvarlige for)(?<!ansvarligt "
    r"for)(?<!omsorg for)"
    r"(?<!sørger for)(?<!sørge for)(?<! sikre)(?<!sikrer)(?<!påser)(?<!påse)(?<!tilsyn med)(?<!tilsynet med), "
    r"(?:og |men |samt |dog )?(?:(?:således |sådan )?at|hvor|idet|mens|hvorimod|hvorfor|hvorefter|ligesom|"
    r"hvilket|når|hvis|"
    r"såfremt|fordi|da|så|hvorved|hvormed|hvorunder|hvorvidt|medmindre|om(?! muligt| nødvendigt| end))\b|"
    r"\b(?:og|samt|med den (?:ændring|rettelse|tilføjelse|undtagelse)) at\b|, og (?=dens\b|dets\b|deres\b|"
    r"opgaven\b|opgaverne\b|ansvaret\b|driften\b|derfor\b|"
    r"dermed\b|herefter\b|der\b|det\b|dette\b|disse\b|herunder\b)|"
    rf"(?<={UNIT}), (?:og |men )?(?!som\b|der\b)(?=[^,.;\ue000-\ue7ff]{{3,80}} (?:\w+es|overgår|går|kommer) "
    rf"(?:fra|til|i|under|hos) (?:det |den )?{UNIT})|"
    r"(?<=\wes), og (?=[a-zæøå]+(?:en|et|ne) \w+es\b)|"
    r", og (?=[a-zæøå]+(?:en|et|ne)\b[^,.;\ue000-\ue7ff]{0,60} er (?:lagt|placeret|forankret|henlagt|overdraget)\b)|"
    r", og (?=(?:to|tre|fire|fem|seks|\d+) [^,.;\ue000-\ue7ff]{3,40} [a-zæøå]{3,}es\b)|"
    r", og (?=(?:til|fra|ved|på|efter|i) [^,.;\ue000-\ue7ff]{3,50} [a-zæøå]{4,}(?:er|år) [\ue000-\ue7ff] )|"
    r", dog (?=\w+es\b)|, men\b|, (?:og )?(?=[\ue000-\ue7ff](?: \uf8fe)? (?:vil|skal|kan|har|bør|er|får|står|"
    r"[a-zæøå]{3,}er|"
    r"[a-zæøå]{3,}es)\b))"
)
_NEXT_SUBJECT = re.compile(
    r" og (?=(?:arbejdet|opgaven|opgaverne|projektet|indsatsen|ansvaret|driften|sekretariatet)"
    r" (?:skal |vil |bliver )?(?:forankr|placer|varetag|lægg|samle|løse|udfør|drive|lede|koordiner)[a-zæøå]*\b)"
)
_NEXT_PASSIVE = re.compile(  # ", og de grønne kiler drives af"
    r", og (?=(?:(?:de|den|det|selve|hele|alle) (?:[a-zæøå]+ ){1,3}|"
    r"[a-zæøå]+(?:en|et|ne) (?:(?:med|for|om|af|på|til|i) [a-zæøå]+ ){0,2})[a-zæøå]{3,}es\b)"
)
_WHOLE_BEFORE = re.compile(  # "børnehaverne selv klipper hækken", "vask er udliciteret"
    r"(?:\b[A-ZÆØÅa-zæøå][a-zæøå]{2,}(?:en|et|ne)|[\ue000-\ue7ff])(?: selv)? [a-zæøå]{2,}er [a-zæøå][^,;]*$|"
    r"\b(?:er|bliver|blev) [a-zæøå]{4,}(?:et|t)$"
)
_FINITE = re.compile(r" (?:skal|vil|bliver|er|har|[a-zæøå]{3,}es|sker|foregår)\b")
_BARE_PARTICIPLE = re.compile(r"(?:forankret|placeret|organiseret)$", re.IGNORECASE)
_LIES_IN = re.compile(r".*\b[a-zæøå]{3,}es (?:[a-zæøå]+ ){0,2}?(?:i|hos|på) (?=[A-ZÆØÅ]?[\wæøå-]+(?:en|et|ne)$)")
_LIES = re.compile(r"(?:hører|henhører|sorterer)\b")
_WHERE = re.compile(  # "at sager, hvor lederen er part, afgøres af"
    r"(?:^\s*|, (?:og )?at |\bat )(?P<what>[A-ZÆØÅa-zæøå][a-zæøå]{3,}(?: [a-zæøå]+){0,3}), hvor$"
)
_THERE_IS = re.compile(
    r"\s*Der (?:forudsættes|etableres|oprettes|er|arbejdes med|lægges op til) (?P<what>[^,;:]{4,120}?) $"
)
_AUXILIARY = (
    "skal", "skulle", "kan", "kunne", "vil", "ville", "bør", "må", "er", "bliver", "blive", "blev", "var",
    "være", "har", "have", "dog", "først", "også", "ikke", "fortsat", "forsat", "fremover", "fremadrettet",
    "herefter", "således", "samtidig", "nu", "alene", "samlet", "endvidere", "desuden", "derfor", "dermed",
    "midlertidigt", "permanent", "efterfølgende", "ligeledes", "tillige", "derudover", "herudover",
    "primært", "hovedsageligt", "løbende", "typisk", "normalt", "tidligere", "allerede", "senere", "fuldt",
    "helt", "delvist", "formelt", "ligger", "hver", "årligt", "månedligt", "kvartalsvist", "yderligere",
    "selv", "sammen", "tilsvarende", "direkte", "i dag", "så vidt muligt", "om muligt", "som udgangspunkt",
    "i udgangspunktet", "mest muligt", "med flytningen", "bl.a.", "blandt andet", "i stedet", "på sigt",
    "som hidtil", "i fællesskab", "hidtil blevet", "aktuelt", "organisatorisk", "derimod", "stadig",
)  # fmt: skip
ADVERBS = "(?:" + "|".join(re.escape(w) for w in sorted(_AUXILIARY, key=len, reverse=True)) + ")"
_TRAILING = re.compile(rf"(?:(?:^|[\s,]+){ADVERBS})+\s*$", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:\s*(?!hver (?:deres|sin)\b){ADVERBS}(?=[\s,]|$))+", re.IGNORECASE)
_AT = re.compile(r"(?:[\s\"'–•=-]*+(?:[Aa]t|æt|og|samt)(?=\s|ansvar)\s*+)*")
_FIRST_MODAL = re.compile(r"(?<!som)(?<!der) (?:skal|bør|vil|kan|er)\b(?=.*\b(?:og|samt)\s*$)")
_OTHER_VERB = re.compile(
    r"\s+(?:\w+(?:es|s)(?:\s+uændret|\s+fortsat)?|(?:\w{3,}(?<!n)es|fortsætter|sker|starter|begynder|løber|"
    r"foregår|indgår|kræver|forudsætter)\s[^,.;]{0,60}?)"
    r",?\s+(?:og|samt)\s*$"
)
_STATE_FIRST = re.compile(  # "opgaven ligger i dag i <unit> og" before "flyttes"
    r"\s+(?:ligger|lå|hører|henhører|varetages|løses|drives|administreres|er (?:i dag )?(?:placeret|forankret))\b"
    r"[^.;]*\b(?:og|samt|men)\s*$"
)
_PASSIVE = re.compile(r"\w+es\b|overgår|kommer|går", re.IGNORECASE)
_OPENERS = re.compile(
    r"^(?:[\s,.–-]*)(?:den \d|d\. ?\d|med|i|på|pr\.?|fra|som|herudover|endvidere|samtidig|derudover|desuden|"
    r"ligeledes|fremover|herefter|derefter|dernæst|bagefter|således|der|derfor|efter|ved|for|"
    r"når|hvis|under|til|om|senest|endelig|dermed|hermed|sideløbende|parallelt|indtil|ultimo|primo|medio|"
    r"grundet|ifølge|jf\.?|her|så|ud|udover|via|frem|"
    r"gennem|inden|dette|da|uanset|imidlertid|dog|hertil|tilsvarende|heraf|at der|yderligere)\b",
    re.IGNORECASE,
)
_MODAL_INSIDE = re.compile(r"\b(?:skal|kan|vil|bør|må|bliver|blev|er)\b\s+(?P<subject>\S.*)$", re.IGNORECASE)
_APPOSITION = re.compile(
    r"^(?P<subject>[A-ZÆØÅ][^,;:]{3,120}), (?:anslået|i alt|cirka|ca\.|svarende til) [^,;]{3,60},\s*$"
)
_RELATIVE = re.compile(
    rf"^(?P<head>.+?),? (?:som|der)(?P<rest>(?:\s+(?:{ADVERBS}|siden\s+\d{{4}}|i\s+\w+\s+år))*)\s*$", re.IGNORECASE
)
_SECOND_RELATIVE = re.compile(r"(?P<head>.+?),? (?:som|der) [^,;]+,? (?:og|samt)$")  # "en tavle, der …, og som"
RELATIVE_CUT = re.compile(
    r".*\b(?:(?:der )?(?:oprettes|etableres|nedsættes|ansættes|varetager|udfører|løser)|"
    r"afsættes\b.*? til(?= (?:en|et)\b)|"
    r"det er(?: således)?|dette er|dog (?:eksklusive|ekskl\.|undtagen)|"
    r"eksklusive|ekskl\.|undtagen|"
    r"bortset fra|på (?:grundlag|baggrund) af|herunder|via|gennem|indebærer|omfatter|vedrører|"
    r"drejer sig om|gælder|dækker over|i forhold til|vedrørende|"
    r"\w{3,}es (?:\w+ ){0,2}?af|med|ansvar(?:et)? for|undtaget er|af(?= den del)|er der|der er|får|"
    r"(?:skal|vil|kan|"
    r"bør) (?:\w+ ){0,2}?\w+e(?= (?:en|et|den|det|de)\b))\s+",
    re.IGNORECASE,
)


def clauses(text: str) -> list[tuple[int, int, str]]:
    """Clauses of a masked sentence in order: start, end, and the conjunction that opens it ("" for none)."""
    found = list(_BOUNDARY.finditer(text))
    found = sorted([*found, *_next_clauses(text)], key=lambda m: m.start())
    cuts = [0, *(m.end() for m in found)]
    ends = [*(m.start() for m in found), len(text)]
    opening = ["", *(m.group().strip(" ,").split(" ")[-1].lower() for m in found)]
    first = re.match(r"\s*(når|hvis|såfremt|fordi|da|medmindre)\b", text, re.IGNORECASE)
    opening[0] = first[1].lower() if first and len(found) else ""
    return [(a, b, o) for a, b, o in zip(cuts, ends, opening, strict=True) if b > a]


def _next_clauses(text: str) -> Iterator[re.Match[str]]:
    """ "… skal foregå lokalt og arbejdet forankres i": a noun with its own verb behind "og", after a finite verb."""
    yield from (m for m in _NEXT_SUBJECT.finditer(text) if _FINITE.search(text, 0, m.start()))
    yield from (m for m in _NEXT_PASSIVE.finditer(text) if _WHOLE_BEFORE.search(text, 0, m.start()))


def subject_span(text: str, start: int, verb: int) -> tuple[int, int] | None:
    """Where the subject of a verb stands before it (start..verb), None where the sentence is inverted and
    the subject follows the verb."""
    start += len(_AT.match(text[start:verb]).group())  # type: ignore[union-attr]
    left = text[start:verb]
    relative = _RELATIVE.match(left)
    if relative:
        return _antecedent(left, start, relative, _LIES.match(text, verb) is not None)
    aside = _APPOSITION.match(left)
    if aside and not _OPENERS.match(left):
        return start, start + aside.end("subject")  # "Udgifterne, anslået 2 mio. kr., afholdes …"
    where = _WHERE.search(text, 0, start) if left.rstrip().endswith(",") else None
    if where:
        return where.start("what"), start + len(left.rstrip(" ,"))
    if left.rstrip().endswith(",") and not re.search(
        r", (?:som|der|hvor|hvis|herunder|dvs\.|det vil sige|bl\.a\.) ", left
    ):
        return None  # "Er der tvivl om …, afgøres spørgsmålet af …"
    left = re.sub(r"\s+(?:blev|er|bliver|var)\s+(?:i|pr\.|den)\s[^,.;]{2,25}$", "", left)
    end = len(_TRAILING.sub("", left))
    end = len(_OTHER_VERB.sub("", left[:end]))
    end = len(_STATE_FIRST.sub("", left[:end])) if _PASSIVE.match(text, verb) and not _OPENERS.match(left) else end
    modal = _FIRST_MODAL.search(left[:end]) if not _OPENERS.match(left) else None
    end = modal.start() if modal else end
    body = left[:end]
    if not body.strip(" ,.-"):
        return None
    opener = _OPENERS.match(body)
    if opener is None:
        return start, start + end
    inside = _MODAL_INSIDE.search(body)
    if inside and inside["subject"].strip():
        lead = _LEADING.match(inside["subject"])
        at = inside.start("subject") + (lead.end() if lead else 0)
        return (start + at, start + end) if body[at:].strip() else None
    return None


def of_participle(text: str, start: int, verb: tuple[int, int]) -> tuple[int, int] | None:
    """ "Der forudsættes en tæt opfølgning forankret i <unit>": the words that a bare participle tells of."""
    if not _BARE_PARTICIPLE.match(text[slice(*verb)]):
        return None
    there = _THERE_IS.match(text[start : verb[0]])
    return (start + there.start("what"), start + there.end("what")) if there else None


def sentence_subject(text: str, end: int) -> tuple[int, int] | None:
    """The subject of the sentence's first clause, which ends before ``end``."""
    verb = re.search(r"\s(?:\w{3,}es|er|bliver|skal|har|kan|vil)\b", text[:end])
    return subject_span(text, 0, verb.start() + 1) if verb else None


def _antecedent(left: str, start: int, relative: re.Match[str], lies: bool) -> tuple[int, int]:
    head = (_SECOND_RELATIVE.match(relative["head"]) or relative)["head"]
    cut = (_LIES_IN.match(head) if lies else None) or RELATIVE_CUT.match(head)
    at = cut.end() if cut else head.rfind(", ") + 2 if ", " in head else 0
    return start + at, start + len(head)


def is_negated(text: str, verb_start: int, verb_end: int, clause_start: int) -> bool:
    """True where "ikke", "ingen" or "hverken" denies the verb."""
    near = re.split(r",|\bog\b", text[clause_start:verb_start])[-1]
    before = " ".join(near.split()[-5:])
    after = " ".join(text[verb_end:].split()[:3])
    return (
        re.search(
            r"\b(?:ikke|ingen|intet|hverken|aldrig)\b",
            before + " | " + re.split(r"[,.;]", after)[0],
            re.IGNORECASE,
        )
        is not None
    )


_HYPOTHETICAL = re.compile(
    r"\b(?:hvis|såfremt|i (?:model|scenarie|variant|alternativ) [a-z\d]|"
    r"(?:id[eé]en|tanken|visionen|ønsket|ambitionen) (?:er|var)\b|"
    r"mulig(?:e|t|hed\w*)?\b.{0,30}(?:scenarie|model|løsning|ressort)|scenarier? (?:for|"
    r"hvor)|modeller? (?:for|hvor)|overveje[rst]?|overvejet|overvejelser|forkastet|fravalgt|"
    r"spørge[rs]?|spørgsmål|anbefaler? ikke|ikke anbefal\w+|drøfte[rs]?|drøftelsen? af|analyse[rn]? (?:af|"
    r"om)|undersøge[rs]?|vurdere[rs]?,? om|forslag om|"
    r"hensigtsmæssig|eventuelt|evt\.|tilfælde|kunne|ønske om|om hvorvidt|hvorvidt|alternativ|fordele|"
    r"hvilke|hvilken|hvem|hvordan|hvorledes|egentlig|foreslå,? at der|ulemper|"
    r"rapport(?:en)? (?:om|rummer)|opfølgning på|forsøg med)\b",
    re.IGNORECASE,
)


_WEIGHED_BEFORE = re.compile(  # "mulighederne for, at …", "Model 2 indebærer, at …"
    r"\b(?:mulighed\w*|overvejelser?|id[eé]er?|tanker?)\s(?:for|om),?\s(?:og\s)?at\s*$|"
    r"\b(?:[Mm]odel|[Ss]cenarie|[Vv]ariant|[Aa]lternativ)\s[A-Z\d]\s(?:indebærer|betyder|forudsætter|medfører),?\s"
    r"(?:og\s)?at\s*$"
)


def is_hypothetical(text: str, clause_start: int, verb: int) -> bool:
    """True where the clause only weighs, asks or supposes what the verb says."""
    return _WEIGHED_BEFORE.search(text, max(0, clause_start - 80), clause_start) is not None or _in_clause(
        text, clause_start, verb
    )


def _in_clause(text: str, clause_start: int, verb: int) -> bool:
    return _HYPOTHETICAL.search(text[clause_start:verb]) is not None


def leading_adverbs(text: str) -> int:
    """Length of the adverbs and auxiliaries a stretch starts with."""
    found = _LEADING.match(text)
    return found.end() if found else 0


def after_units(preposition: str) -> str:
    """Regular expression: a preposition with units behind it, as group ``units``."""
    words = re.escape(preposition).replace(r"\ ", " ")
    not_part = (
        r"(?<!på tværs )(?<!bestående )(?<!del )(?<!led )(?<!hver )(?<! de )(?<! det )(?<! den )"
        if preposition == "af"
        else ""
    )
    not_part = r"(?<!tættere )(?<!nærmere )(?<!pr )" if preposition == "på" else not_part
    glue = rf"(?<!\w){not_part}{words} " if preposition else r"^ ?"
    between = r"(?:et nyt |en ny |både i |både |hhv\. |henholdsvis |det nye |den nye |det |den |kommunens |de |nye )*"
    return rf"{glue}{between}(?P<units>{UNITS})"
