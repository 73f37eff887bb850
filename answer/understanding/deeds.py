"""What a question wants done with a thing: who pays for it is not who has it, nor who answers its telephone."""

from __future__ import annotations

import re

from core.danish.roots import same_root
from core.danish.tokens import normal, word_texts

_I = re.IGNORECASE
_PARTICLE = re.compile(r"(?:af|op|ud|ind|til|fra|på|om|over|under|ned|frem|ved|for)(?=[\wæøå]{5,})", _I)
_STEM = 6  # letters by which two forms of a verb are known as one
# deed asked for → words by which a source says that deed; a row that has none of them is about something else
_DEEDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, _I), re.compile(said, _I))
    for asked, said in (
        (
            r"\bbetal(?:er|te|e|es)?\b|\bfinansier\w*|\bbekost\w*|\bpa(?:y|ys|id)\b|\bfunds?\b",
            r"betal|finansier|bekost|bevilling|afholde|tilskud",
        ),
        (
            r"\bpenge\b|\bbudget\w*|\bmidler(?:ne)?\b|\bbevilling\w*|\bmoney\b",
            r"penge|budget|bevilling|midler|kr\.|finansier|afsat",
        ),
        (
            r"telefon\w*|\bring(?:er|e|es)?\b|\bopkald\w*|\bhotline\w*|\bphones?\b|\bcalls?\b|"
            r"\btelephones?\b",
            r"telefon|ring|opkald|kontaktcent|indgang|hotline",
        ),
        (
            r"\bgodkend\w*|\bvedtag\w*|\bapprov\w*",
            r"godkend|vedtag|beslut|tiltræd|fastlæg|fastsæt|træffe|forelæg|anbefal",
        ),
        (
            r"\b(?:afgør|bestemmer|beslutter|vurderer|tager stilling til)(?:es|e)?,? "
            r"(?:om|hvem|hvad|hvilke\w*|hvor\w*)\b|"
            r"\b(?:træffer|tager) (?:den endelige )?(?:afgørelse|beslutning)\w*",
            r"afgør|beslut|bestem|træffe|godkend|visit|fastlæg|fastsæt|vurder|tildel|fordel|udpeg|kompetence",
        ),
        (
            r"\brapporter\w*|\bafrapporter\w*|\borienteres?\b|\breports? to\b",
            r"rapport|orienter|forelæg|underret|tilbageme|status",
        ),
        (
            r"\bsidde[rs]?\b|\brepræsenter\w*|\bmedlem\w*|\budpege[rs]?\b",
            r"repræsent|udpeg|bestå|sidde|sæde|plads|deltag|formand",
        ),
        (r"\bhold\w*\b.{0,60}\bved lige\b|\bvedligehold\w*", r"vedligehold|ved lige|drift|pleje|passe"),
        (r"\bgør(?:e|es)?\b.{0,20}\brent?\b|\brengør\w*", r"rengør|\brent\b|\brene\b|service"),
        (r"\bevaluer\w*|\bevaluates?\b", r"evaluer|vurder|følges op|opfølg"),
        (r"\boplær\w*|\blære[rs]? .* op\b|\btrains?\b", r"oplær|undervis|lære|kompetence|instru"),
        (
            r"\budarbejd\w*|\bskrive[rs]?\b|\bformuler\w*|\bbeskrive[rs]?\b|\bdrafts?\b",
            r"udarbejd|skriv|beskriv|formuler|konkretiser|laver|forbered|notat|plan|redegør|tilveje|levere",
        ),
        (r"\bpersonaleleder\w*|\bpersonaleansvar\w*|\bansat\b|\bansætte[rs]?\b", r"personale|ansat|ansætt|leder"),
        (
            r"\b(?:tilpasse|justere?|ændre)[rs]?\b",
            r"tilpas|juster|ændr|konsekvens|revider|delege",
        ),
    )
)


# further deeds, for finding who does a thing; no row of the register is held against them
_DOING: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, _I), re.compile(said, _I))
    for asked, said in (
        (r"\bundervis\w*", r"undervis|oplær|kursus"),
        (r"\bansvar(?:et|lig\w*)?\b|\bhar opgaven\b", r"ansvar|varetag|hører|forank|placer|udfør|driv|står for|ligger"),
        (r"\bstyre\w*|\blede[rst]*\b|\bledte\b|\bi spidsen\b", r"styr|led[est]|leder|formand|varetag"),
        (r"\bdriv\w*|\bdrev\w*|\bkørende\b", r"driv|drev|drift|varetag"),
        (r"\bsørge[rs]? for\b|\bsikre[rs]?\b", r"sørg|sikr|ansvar|understøt"),
        (
            r"\btager sig af\b|\bstår for\b|\bpasse[rs]?\b|\bhåndter\w*|\bvaretag\w*",
            r"varetag|ansvar|udfør|håndter|løse",
        ),
        (r"\bplacer\w*|\bsidder\b|\bforank\w*|\bhører\b", r"placer|forank|hører|ligger|indgår i|organiser"),
        (r"\blavet?\b|\blave[rs]?\b", r"udarbejd|lave|udført"),
        (r"\btager? imod\b|\bmodtag\w*", r"modtag|kontakt|indgang"),
    )
)

Deed = tuple[re.Pattern[str], re.Pattern[str]]


def said_deeds(question: str) -> list[Deed]:
    """The deeds a question asks about: how it is asked, and how a source says it."""
    return [deed for deed in (*_DEEDS, *_DOING) if deed[0].search(question)]


def same_deed(question: str, text: str) -> bool:
    """True where the text says the deed in the question's own word ("godkender")."""
    said = [found.group() for asked, _ in _DEEDS if (found := asked.search(question))]
    return any(re.search(rf"\b{re.escape(word[:_STEM])}", text, _I) for word in said if len(word) >= _STEM)


def says_verb(verb: str, text: str) -> bool:
    """True where a text holds a noun made of a verb ("udbetaler": "udbetaling"; "låser": "aflåsning")."""
    held = (normal(word) for word in word_texts(text))
    return any(same_root(form, verb) for word in held for form in (word, _PARTICLE.sub("", word, count=1)))


def meets_deed(question: str, text: str) -> bool:
    """True where the text speaks of what the question wants done, or the question only asks who has a task."""
    return all(said.search(text) for asked, said in _DEEDS if asked.search(question))
