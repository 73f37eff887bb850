"""Words that head sections in municipal papers everywhere, and words that decide a case but head nothing."""

from __future__ import annotations

import re

_SECTION = re.compile(
    r"^(?:\W*)(?:resum[eé]|sagsresum[eé]|sagsfremstilling|sagsbeskrivelse|sagens?\s+fremstilling|beskrivelse\s+af\s+sagen|"
    r"indstilling(?:en)?(?:\s+og\s+beslutning)?|beslutning(?:stema)?|problemstilling|løsning|baggrund|indledning|formål|økonomi|"
    r"økonomiske\s+(?:konsekvenser|og\s+personalemæssige\s+konsekvenser)|videre\s+proces|retsgrundlag|lovgrundlag|høring|"
    r"inddragelse|borgerinddragelse|kommunikation|bilag|vurdering|konklusion|perspektiv|tidligere\s+beslutninger|"
    r"supplerende\s+bemærkninger|anbefaling(?:er)?|dagsorden|referat|risici|tidsplan)\s*:?\s*$",
    re.IGNORECASE,
)
_DECISION_OF = re.compile(r"^(?i:beslutning|behandling|indstilling)\s+(?:i|fra|af)\s+[A-ZÆØÅ].{3,120}$")
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


_PAGE_ONLY = re.compile(
    r"^(?:søg|vælg|du\s+er\s+her|vælg\s+dit\s+udvalg.*|dagsordener(?:\s*(?:og|&)\s*referater)?|menu|del|print|udskriv|læs\s+op|info|luk|tip\s+en\s+ven|kopier\s+link\w*|ingen\s+titel|"
    r"(?:gå|hop|spring|skip|tilbage|til)\s+(?:til\s+)?(?:\w+\s+)?(?:indhold\w*|forsiden?|toppen)|"
    r"se\s+alle\s+bilag|fold\s+alle.*|forsiden?(?:\s+\|.*)?)\W*$"
    r"|\bcookie|\blogo\b(?=.{0,60}$)|\b(?:tilmeld\s+dig|gå\s+ikke\s+glip|log\s+(?:på|ind))\b",
    re.IGNORECASE,
)


_FORMALITY = re.compile(
    r"(?:\W|\d)*(?:godkendelse\s+af\s+(?:dagsorden|referat)\w*|fraværende|afbud|meddelelser|orienteringer|eventuelt|"
    r"(?:åbne|lukkede)(?:\s+\w+)?|beslutninger|underskriftsark|spørgetid|"
    r"(?:bemærkninger|ændringer)(?:/\w+)?\s+til\s+dagsordenen)\W*$",
    re.IGNORECASE,
)


def is_formality(text: str) -> bool:
    """True for the points every meeting has ("Godkendelse af dagsorden", "Eventuelt")."""
    return bool(_FORMALITY.match(text))


def on_the_page_only(text: str) -> bool:
    """True for words of the web page a paper was taken from: menus, notices, logos."""
    return bool(_PAGE_ONLY.search(" ".join(text.split())))


def heads_nothing(text: str) -> bool:
    """True for a decision, a label or a link that stands alone on its line as a heading would."""
    return bool(_NOT_HEADING.match(text))
