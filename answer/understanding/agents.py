"""Who does something in a sentence that names no known unit: "drives af frivillige", "næstformanden varetager …",
"forankres i centralforvaltningen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.counting import Value

_DONE = (
    r"(?:\w*arbejdet|skrevet|drevet|ledet|forfattet|udgivet|lavet|foretaget|gennemført|udført|varetaget|tilrettelagt|"
    r"udpeget|valgt|stiftet|ejet|arrangeret|afholdt|betalt|finansieret|nedsat|indgået|\w{3,}eret)"
)
_WHO = r"(?P<who>(?:[^.;:()]|(?<=\d)\. (?=[a-zæøå]))+)"  # to the end of the clause; "2. kontor"
_BETWEEN = (
    r"(?:i|dag|som|nu|også|fortsat|primært|fremover|hidtil|alene|udelukkende|løbende|delvist|typisk|normalt|bl\.?a\.?|"
    r"oftest|årligt|derfor|altid|udgangspunkt|fællesskab|praksis|samarbejde|(?:19|20)\d\d)"
)
# the passive with its agent; "består af" and "en del af" have none
_BY = re.compile(
    rf"\b(?:[a-zæøå]{{2,}}(?:es|ås|øres)|{_DONE})\s+(?:{_BETWEEN}\s+){{0,4}}?af\s+(?!at\b|den vej\b|hensyn){_WHO}",
)
# "planlægges centralt": where it is done, with no doer named
_WHERE = re.compile(
    rf"\b(?:[a-zæøå]{{2,}}(?:es|ås)|{_DONE})\s+(?:{_BETWEEN}\s+){{0,4}}?"
    r"(?P<who>(?:de)?centralt|lokalt|internt|eksternt|tværkommunalt)\b"
)
_TASK = (
    r"(?:varetager|varetog|udfører|forestår|(?:sørger|står|stod) (?:\w+ )?for|er ansvarlig for|har ansvar\w*|leder|"
    r"driver|koordinerer|udarbejder|overtager|overtog|overtaget|sikrer|understøtter|laver|gennemfører|"
    r"fungerer som|håndterer|løser|behandler|administrerer|fører tilsyn|følger op|rådgiver|godkender|"
    r"udpeger|ansætter|underviser|tilbyder|leverer|"
    r"træffer (?:\w+ )?(?:afgørelse\w*|beslutning\w*)|afgør|beslutter|bestemmer|fastsætter|fastlægger|visiterer|"
    r"indkalder|inviterer)"
)
_TASK_BARE = (
    r"(?:varetage|udføre|forestå|sørge for|stå for|være ansvarlig for|have ansvar\w*|lede|drive|koordinere|udarbejde|"
    r"overtage|sikre|understøtte|lave|gennemføre|fungere som|håndtere|løse|behandle|administrere|føre tilsyn|følge op|"
    r"rådgive|godkende|udpege|ansætte|undervise|tilbyde|levere|indkalde|invitere|"
    r"træffe (?:\w+ )?(?:afgørelse\w*|beslutning\w*)|afgøre|beslutte|bestemme|fastsætte|fastlægge|visitere)"
)
_NOUN = r"(?:(?:[A-ZÆØÅ][\w-]*|[\wæøå-]+(?:en|et|ne|er|ere|ør))|[A-ZÆØÅ]{2,})"
_DOES = re.compile(
    rf"(?P<who>(?:^|(?<=[\s(»\"-]))(?:[\wæøå-]+ )?{_NOUN}(?: (?:fra|i|for|på|af|ved) [\wæøå-]+)?)"
    r"(?:, der| der| som|, som)?\s+"
    rf"(?:(?:også|fortsat|fremover|selv|derfor)\s+)?"
    rf"(?:{_TASK}|(?:skal|vil|kan|bør)\s+(?:(?:også|fortsat|fremover|selv|løbende|herefter|derfor)\s+)?{_TASK_BARE})\b"
)
_OPENS = re.compile(  # a subject of several words that opens its sentence: "Teknisk personale på skolerne sørger for"
    r"^(?!(?:Fra|Ved|Når|Hvis|For|Indtil|Til|Efter|Inden|Med|Der|Det|Den|De|Som|At|Om|På|Under|Hvor|Hvem|Mens|Da) )"
    rf"(?P<who>[A-ZÆØÅ][\w-]+(?: [\wæøå-]+){{1,5}}?)\s+(?:{_TASK})\b"
)
_DOES_AFTER = re.compile(rf"(?:{_TASK}|skal|vil)\s+(?P<who>[a-zæøå]{{4,}}(?:en|et|erne|ne))\b")
_PLACED = re.compile(
    r"\b(?:forankre\w*|placere\w*|organisere[st]\w*|indplacere\w*|hører?(?: til| hjemme)?|henhører|"
    r"sidder|referere[rs]?|varetages|udføres|ansættes|løses|ligger)\s+"
    rf"(?:[\wæøå]+\s+)??(?:i|under|hos|ved|til)\s+{_WHO}"
)
_BEFORE, _AFTER = 70, 50  # characters around a doer that say what is done
_ENDS = re.compile(r",|\s(?:i|på|for|fra|med|til|der|som|ved|mens|når|så|at|hvor|gennem|efter|samt|under|om)\b")
_EMPTY = re.compile(r"(?:den|det|de|der|dette|denne|her|disse|man|som|at|efter|eller|fra \w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agent:
    """who: the doer or place, where it stands in the sentence. deed: the words that say what is done."""

    who: Value
    deed: str


def agents(text: str) -> list[Agent]:
    """Who does something in a sentence, or where it is placed."""
    return list(_found(text))


def _found(text: str) -> Iterator[Agent]:
    for pattern in (_BY, _WHERE, _DOES, _OPENS, _DOES_AFTER, _PLACED):
        after = pattern in (_DOES, _OPENS, _DOES_AFTER)
        for found in pattern.finditer(text):
            who = found.group("who")
            end = None if after else _ENDS.search(who)
            who = (who[: end.start()] if end else who).rstrip(" .,")
            start = found.start("who")
            value = Value(start, start + len(who), who, "agent")
            if len(who) > 2 and not _EMPTY.fullmatch(who):
                yield Agent(value, _deed(text, found, value) if after else text[max(0, start - _BEFORE) : start])


def _deed(text: str, found: re.Match[str], who: Value) -> str:
    """What the doer does: its verb and what follows."""
    verb = text[who.end : found.end()] if who.end < found.end() else text[found.start() : who.start]
    return f"{verb} {text[found.end() : found.end() + _AFTER]}"
