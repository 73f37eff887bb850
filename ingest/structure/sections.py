"""Words that head sections in municipal papers everywhere, and words that decide a case but head nothing."""

from __future__ import annotations

import re

_SECTION = re.compile(
    r"^(?:\W*)(?:resum[eé]|sagsresum[eé]|sagsfremstilling|sagsbeskrivelse|sagens?\s+fremstilling|beskrivelse\s+af\s+sagen|"
    r"indstilling(?:en)?|beslutning(?:stema)?|problemstilling|løsning|baggrund|indledning|formål|økonomi|"
    r"økonomiske\s+(?:konsekvenser|og\s+personalemæssige\s+konsekvenser)|videre\s+proces|retsgrundlag|lovgrundlag|høring|"
    r"inddragelse|borgerinddragelse|kommunikation|bilag|vurdering|konklusion|perspektiv|tidligere\s+beslutninger|"
    r"supplerende\s+bemærkninger|anbefaling(?:er)?|dagsorden|referat|risici|tidsplan)\s*:?\s*$",
    re.IGNORECASE,
)
_DECISION_OF = re.compile(r"^(?:beslutning|behandling|indstilling)\s+(?:i|fra|af)\s+[A-ZÆØÅ].{3,120}$")
_NOT_HEADING = re.compile(
    r"^(?:godkendt|tiltrådt|anbefalet|udsat|drøftet|orienteret|taget\s+til\s+efterretning|vedtaget|afvist|åbent?|lukket|"
    r"ingen|ja|nej|fraværende|til\s+toppen|se\s+alle\s+bilag|udskriv|tilbage|sted|tid|møde|udvalg|dato|lokale|"
    r"(?:start|slut)?tidspunkt|punkter|initialer|kompetence)\W*$",
    re.IGNORECASE,
)


_CASE = re.compile(r"^\W*(?:resum|sags|indstilling|beslutning|problemstilling|løsning|behandling)", re.IGNORECASE)


def is_case_section(text: str) -> bool:
    """True for the sections a case paper is made of, recommendation and decision among them."""
    return is_section_word(text) and bool(_CASE.match(text))


def is_section_word(text: str) -> bool:
    """True where a line is one of the usual section headings, alone ("Sagsfremstilling")."""
    return bool(_SECTION.match(text) or _DECISION_OF.match(text))


def heads_nothing(text: str) -> bool:
    """True for a decision, a label or a link that stands alone on its line as a heading would."""
    return bool(_NOT_HEADING.match(text))
