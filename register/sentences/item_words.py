"""What a list item says of itself, and what its lead-in says of how settled it is."""

from __future__ import annotations

import re

from core.schema import BlockKind
from register.sentences.reading import Statement

_OWN_VERB = re.compile(
    r"^\s*(?:[Uu]dvalget|[Ff]orvaltningen|[Cc]entret)?\s*(?:[Vv]aretager|[Aa]dministrerer|[Ff]orestår|[Ss]tår for|"
    r"[Hh]ar ansvar(?:et)? for)\s+"
)
_OWN_PROPOSAL = re.compile(
    r"^\s*(?:[Uu]dvalget\s+)?[Uu]darbejder\s+forslag(?:\s+(?:og|samt)\s+\w+\s+indstilling(?:er)?)?"
    r"(?:\s+til\s+[\wæøåÆØÅ-]+)?\s+(?:om|til|vedrørende)\s+"
)
_PROPOSED = re.compile(r"\b[Ff]oreslå[sr]\b")


def item_words(text: str) -> str:
    """A list item without its own "Udvalget varetager", as its lead-in says who and what."""
    text = _OWN_PROPOSAL.sub("forslag om ", text)
    return _OWN_VERB.sub("", text)


def proposal_above(statement: Statement) -> str:
    """The lead-in of a list of proposals ("Det foreslås:"), "" above any other."""
    lead = statement.lead_in if statement.kind is BlockKind.LIST_ITEM else ""
    return f"{lead} " if _PROPOSED.search(lead) else ""
