"""Units read from one document: names, short forms, who serves whom, and every place they are named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.schema import Span, Unit
from register.names.abbreviations import (
    Link,
    looks_like_unit,
    named,
    other_words,
    pairs,
    reasoned,
    stated,
    swap_head,
    tokens,
)
from register.names.cut_names import with_cut_names
from register.names.offices import with_offices
from register.names.party_letters import party_letters
from register.names.unit_forms import Mention, find_names
from register.names.unit_names import fits, overlap, parts, same_unit, whole_names

_SERVES = re.compile(r"^\s*,?\s*(?:med\s+ansvar(?:et)?\s+for|der\s+har\s+ansvaret\s+for|betjenes\s+af)\s*$")
_IN = re.compile(r"^[)\s]*i\s+(?:den\s+|det\s+)?$")
_INSIDE = ("center", "funktion", "team")
_SUBORDINATE = ("forvaltning", *_INSIDE)
_SERVED = re.compile(r"^\s*,?\s*(?:der\s+|som\s+)?(?:hører\s+under|under|betjener|er\s+placeret\s+under)\s*$")


@dataclass
class UnitIndex:
    """Units of one document. mentions: every place, ordered, ``text`` being the unit's canonical name."""

    units: list[Unit] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie inside a stretch of the text."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def by_name(self, name: str) -> Unit | None:
        """The unit with this canonical name or short form."""
        return next((u for u in self.units if name == u.name or name in u.abbreviations), None)


def read_units(document_id: str, text: str) -> UnitIndex:
    """All units named in a cleaned text. A short form that two units share goes to neither's mentions by
    itself: it stays a unit under its own letters, so that the doubt is shown."""
    mentions = with_cut_names(text, with_offices(text, find_names(text)))
    mentions = _with_proper_names(text, mentions)
    canonical = _canonical_names(mentions)
    mentions = _whole_names([replace(m, text=canonical[m.text, m.type]) for m in mentions])
    links = _links(text, mentions)
    mentions = _with_short_forms(text, mentions, links)
    units = _build(document_id, text, mentions, links)
    return UnitIndex(units, mentions)


def _with_proper_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """Adds names known as units only by the short form behind them ("Din Sociale Indgang (DSI)")."""
    taken = [(m.start, m.end) for m in mentions]
    names = {" ".join(text[s:e].split()) for s, e, _ in named(text) if not any(a < e and s < b for a, b in taken)}
    extra = []
    for name in names:
        for match in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), text):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                extra.append(Mention(match.start(), match.end(), name, "funktion"))
    return sorted([*mentions, *extra], key=lambda m: m.start)


def _canonical_names(mentions: Sequence[Mention]) -> dict[tuple[str, str], str]:
    """Each spelling → the unit's name: the most frequent spelling of its cluster, undamaged ones first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[mention.type][mention.text] += 1
    canonical: dict[tuple[str, str], str] = {}
    for kind, names in counts.items():
        ranked = sorted(names, key=lambda n: (-names[n], not re.search("[æøåÆØÅ]", n), n))
        heads: list[str] = []
        for name in ranked:
            head = next((h for h in heads if same_unit(h, name)), None)
            if head is None:
                heads.append(name)
            canonical[name, kind] = head or name
    known = {head for (_, kind), head in canonical.items() if kind in ("udvalg", "forvaltning")}
    return {key: _repaired(head, key[1], known) for key, head in canonical.items()}


def _repaired(name: str, kind: str, known: set[str]) -> str:
    """The name with a capital; an administration's damaged letters are mended by its committee's name, and a
    bare function ("Borgerservice") by the one longer name that ends in it."""
    name = _capital(name)
    if kind == "forvaltning" and not re.search("[æøåÆØÅ]", name):
        twin = next((k for k in known if same_unit(k, name) and k != name and parts(k) != parts(name)), None)
        twin = twin or next((k for k in known if parts(k) == parts(name) and re.search("[æøåÆØÅ]", k)), None)
        return _capital(swap_head(twin)) if twin and "udvalg" in twin else name
    return name


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]


def _whole_names(mentions: list[Mention]) -> list[Mention]:
    """A function named by its last word alone ("Borgerservice") is the one whose name ends in it."""
    whole = whole_names({m.text for m in mentions if m.type == "funktion"})
    return [replace(m, text=whole.get(m.text, m.text)) if m.type == "funktion" else m for m in mentions]


def _links(text: str, mentions: Sequence[Mention]) -> list[Link]:
    """Stated links first, then those reasoned from pairs and initials."""
    links = list(dict.fromkeys(stated(text, mentions)))
    links += [Link(short, " ".join(text[s:e].split())) for s, e, short in named(text)]
    known = {link.short for link in links}
    names = list(dict.fromkeys(m.text for m in mentions))
    for short, partner in pairs(text).items():
        if short not in known:
            name = _partner_name(short, partner, links, names)
            if name:
                links.append(Link(short, name, inferred=True))
                known.add(short)
    return list(dict.fromkeys(links))


def _partner_name(short: str, partner: str, links: Sequence[Link], names: Sequence[str]) -> str:
    """The committee of an administration (or the reverse) whose partner's short form is known."""
    for link in links:
        if link.short == partner:
            for name in names:
                if name != link.name and parts(name) == parts(link.name) and fits(short, name):
                    return name
    return ""


def _with_short_forms(text: str, mentions: list[Mention], links: list[Link]) -> list[Mention]:
    taken = sorted((m.start, m.end) for m in mentions)
    none = other_words(text, mentions)
    known: dict[str, set[str]] = defaultdict(set)
    for link in links:
        known[link.short].add(link.name)
    types = {m.text: m.type for m in mentions}
    partner = pairs(text)
    names = list(types)
    seen = _unexplained(text, known.keys() | none, names)
    seen |= {partner[s] for s in seen if s in partner and partner[s] not in known}
    for short in sorted(seen):
        name = reasoned(short, names)
        if name:
            known[short].add(name)
            links.append(Link(short, name, inferred=True))
    extra = []
    for start, end, short in tokens(text):
        if (short in known or short in seen) and not any(s < end and start < e for s, e in taken):
            name = next(iter(known[short])) if len(known.get(short, ())) == 1 else short
            genitive = re.match(r"['’]?s\b", text[end : end + 3]) is not None
            extra.append(Mention(start, end, name, types.get(name, _type_of_short(short)), genitive))
    return sorted([*mentions, *extra], key=lambda m: m.start)


def _unexplained(text: str, known: Set[str], names: Sequence[str]) -> set[str]:
    """Short forms without an explanation that stand as units twice, or once where a name fits them."""
    parties = party_letters(text)
    candidates = ((a, s) for a, _, s in tokens(text) if s not in known and s not in parties)
    counts = Counter(s for a, s in candidates if looks_like_unit(s, text, a))
    several = len(counts) > 1  # two such short forms in one document speak for each other
    often = {short for short, n in counts.items() if (n > 1 or several) and len(short) > 2}
    return often | {short for short in counts if reasoned(short, names) and not _initials_of_another(short, text)}


def _initials_of_another(short: str, text: str) -> bool:
    """ "SF" beside "Socialistisk Folkeparti": two capitalised words that name no unit."""
    return (
        len(short) == 2 and re.search(rf"(?<!\w){short[0]}[a-zæøå]{{4,}}\s+{short[1]}[a-zæøå]{{4,}}", text) is not None
    )


def _type_of_short(short: str) -> str:
    if short.endswith("F"):
        return "forvaltning"
    return "udvalg" if short.endswith(("U", "UD")) else "andet"


def _build(document_id: str, text: str, mentions: Sequence[Mention], links: Sequence[Link]) -> list[Unit]:
    places: dict[str, list[Span]] = defaultdict(list)
    spellings: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for mention in mentions:
        places[mention.text].append(Span(mention.start, mention.end))
        kinds.setdefault(mention.text, mention.type)
        written = " ".join(text[mention.start : mention.end].split())
        spellings[mention.text].add(written)
    serves = _serves(text, mentions)
    units = []
    for name, spans in places.items():
        shorts = tuple(dict.fromkeys(link.short for link in links if link.name == name))
        inferred = any(link.inferred for link in links if link.name == name)
        aliases = tuple(sorted(spellings[name] - {name} - set(shorts)))
        committee, reasoned = serves.get(name, ("", False))
        units.append(
            Unit(
                name=name,
                type=kinds[name],
                abbreviations=shorts,
                aliases=aliases,
                serves=committee,
                inferred=inferred or reasoned,
                places=tuple((document_id, span) for span in spans),
            )
        )
    return units


def _serves(text: str, mentions: Sequence[Mention]) -> dict[str, tuple[str, bool]]:
    """Administration → (committee, inferred): stated beside each other, else by the same subject words.
    A centre or function answers to the administration or committee it stands "i" or "under"."""
    found: dict[str, tuple[str, bool]] = {}
    kinds = {m.text: m.type for m in mentions}
    by_short = {text[m.start : m.end]: m.text for m in mentions if text[m.start : m.end].isupper()}
    for a, b in pairwise(mentions):
        between = text[a.end : b.start]
        if a.type == "udvalg" and b.type == "forvaltning" and _SERVES.match(between):
            found[b.text] = (a.text, False)
        if a.type in _SUBORDINATE and b.type == "udvalg" and _SERVED.match(between):
            found[a.text] = (b.text, False)
        if a.type in _INSIDE and b.type == "forvaltning" and not b.genitive and _IN.match(between):
            found.setdefault(a.text, (b.text, False))
    for short, partner in pairs(text).items():
        name, other = by_short.get(short, ""), by_short.get(partner, "")
        if kinds.get(name) == "forvaltning" and kinds.get(other) == "udvalg":
            found.setdefault(name, (other, True))
    committees = {m.text for m in mentions if m.type == "udvalg"}
    for name in {m.text for m in mentions if m.type == "forvaltning"} - set(found):
        match = [c for c in committees if parts(c) == parts(name)]
        match = match or [c for c in committees if len(parts(c)) == len(parts(name)) and overlap(c, name) == 1.0]
        if len(match) == 1:
            found[name] = (match[0], True)
    return found
