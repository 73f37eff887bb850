"""The sentence rules, read from ``register/patterns/*.toml``: data that people can read, test and extend.

Each rule names a form of sentence, the verbs that carry it and the prepositions before its units:

* ``passive``     "<task> flyttes fra <unit> til <unit>", also inverted: "Herefter flyttes <task> til <unit>"
* ``infinitive``  "at flytte <task> fra <unit> til <unit>"
* ``nominal``     "flytning af <task> fra <unit> til <unit>"
* ``active``      "<unit> overtager <task> (fra <unit>)", also inverted: "Herefter overtager <unit> <task>"
* ``possessive`` "<unit>s opgaver er <task>"
* ``create``      "Der nedsættes <task>", "<unit> nedsætter <task>"
* ``merge``       "<unit> og <unit> sammenlægges"
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FORMS = ("passive", "infinitive", "nominal", "active", "possessive", "create", "merge")


@dataclass(frozen=True)
class Rule:
    """verbs: any of these carries the rule (regular expression pieces, one space for any white space).
    to, source: prepositions before the receiving and the giving unit. state: True where the sentence tells
    how things are, not a change. requires: what must stand behind the verb in the sentence. prefix: what the
    unit does with the thing named ("godkendelse af"). examples: text with the row it must give."""

    name: str
    relation: str
    form: str
    verbs: tuple[str, ...]
    to: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    state: bool = False
    requires: str = ""
    prefix: str = ""
    examples: tuple[dict[str, Any], ...] = ()

    @property
    def trigger(self) -> re.Pattern[str]:
        """Pattern of the carrying verb."""
        return _compiled(self.verbs)


_BETWEEN = (
    r" (?:(?:også|fremover|nu|desuden|endvidere|ligeledes|primært|alene|bl\.a\.|herefter|selv|dog|dermed|derved|"
    r"således|derfor|samtidig|tillige|ydermere|som hidtil) ){0,2}"
    r"(?:(?:fra(?: og med)?|pr\.)(?: den)? (?:\d{1,2}\. ?)?[a-zæøå]+ \d{4} )?"
)
_OPENS = re.compile(r"^(har|er|står|stå|sørger|sørge|drager|drage|tager|fører|træffer|arbejder|får) (?=[\w(])")


def _with_adverbs(verb: str) -> str:
    """ "står for" also where an adverb stands between: "står også for"."""
    return _OPENS.sub(lambda m: m[1] + _BETWEEN, verb)


@lru_cache(maxsize=256)
def _compiled(verbs: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = [_with_adverbs(v) for v in sorted(verbs, key=len, reverse=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the files' names and of the files. Raises ValueError for an unknown form."""
    rules = []
    for path in sorted(Path(__file__).with_name("patterns").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            rules.append(_rule(entry))
    return tuple(rules)


def _rule(entry: dict[str, Any]) -> Rule:
    if entry["form"] not in FORMS:
        raise ValueError(f"rule {entry['name']}: unknown form {entry['form']}")
    return Rule(
        name=entry["name"],
        relation=entry["relation"],
        form=entry["form"],
        verbs=tuple(entry["verbs"]),
        to=tuple(entry.get("to", ())),
        source=tuple(entry.get("from", ())),
        state=entry.get("state", False),
        requires=entry.get("requires", ""),
        prefix=entry.get("prefix", ""),
        examples=tuple(entry.get("examples", ())),
    )
