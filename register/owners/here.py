"""Below a heading that is a unit: "Her samles a, b og c", "Klager behandles ligeledes her"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.names.unit_forms import Mention, find_names
from register.owners.owner_names import heading_owner
from register.rules import load_rules
from register.sentences.masking import Masked
from register.sentences.slots import Draft

_DONE = r"(?:samles|samlet|behandles|varetages|løses|placeres|håndteres|administreres|udføres)"
_FORMS = (
    re.compile(rf"\s*Her (?P<verb>{_DONE}) (?:også |ligeledes |desuden )?(?P<task>[^.;:]{{3,200}}?)\.?\s*$"),
    re.compile(
        rf"\s*(?P<task>[A-ZÆØÅ][^.;:]{{3,120}}?) (?P<verb>{_DONE}) (?:også |ligeledes |desuden |fortsat )?her\.?\s*$"
    ),
)
_BODIES = ("udvalg", "forvaltning", "center", "team")


def done_here(masked: Masked, section: Sequence[str]) -> Iterator[Draft]:
    """Drafts of one masked sentence whose owner is the unit the innermost heading names; none where it is no unit."""
    found = next((m for form in _FORMS if (m := form.match(masked.text))), None)
    owner = _owner(section[-1]) if found and section else ""
    if found is None or not owner:
        return
    rule = next(r for r in load_rules() if r.name == "varetages-af")
    unit = Mention(0, 0, owner, "center")
    yield Draft(rule, found.span("task"), (0, len(masked.text)), found.span("verb"), [unit], [], len(masked.text))


def _owner(heading: str) -> str:
    words = re.sub(r"^\W*(?:\d[\d.]*\s+)?", "", " ".join(heading.split()))
    named = [m for m in find_names(words) if m.type in _BODIES and m.start == 0 and m.end >= len(words) - 1]
    return named[0].text if named else heading_owner(words)
