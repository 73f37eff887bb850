"""Expands a Hunspell dictionary (.dic + .aff) into its surface forms: suffixes, two levels deep.

Only what a word list needs: SFX rules with numeric flags. Prefixes and compounding are left out; compounds
are put together by the decoder. Format: hunspell(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NEEDAFFIX, _FORBIDDEN = "8", "6"


@dataclass(frozen=True, slots=True)
class _Rule:
    strip: str
    add: str
    flags: tuple[str, ...]
    fits: re.Pattern[str]


def hunspell_forms(dic: Path, aff: Path) -> Iterator[str]:
    """Every surface form of the dictionary, in its own case; may repeat. Raises OSError for missing files."""
    rules = _read_rules(aff)
    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, flags = line.partition("/")
        stem = stem.strip().strip('"')
        numbers = tuple(flags.split()[0].split(",")) if flags.strip() else ()
        if not stem or _FORBIDDEN in numbers:
            continue
        if _NEEDAFFIX not in numbers:
            yield stem
        yield from _suffixed(stem, numbers, rules, depth=2)


def hunspell_stems(dic: Path) -> Iterator[str]:
    """The dictionary's entries without their flags."""
    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.partition("/")[0].strip().strip('"')


def _suffixed(stem: str, flags: tuple[str, ...], rules: dict[str, list[_Rule]], depth: int) -> Iterator[str]:
    for flag in flags:
        for rule in rules.get(flag, ()):
            if not rule.fits.search(stem) or (rule.strip and not stem.endswith(rule.strip)):
                continue
            form = stem[: len(stem) - len(rule.strip)] + rule.add
            if _NEEDAFFIX not in rule.flags:
                yield form
            if depth > 1 and rule.flags:
                yield from _suffixed(form, rule.flags, rules, depth - 1)


def _read_rules(aff: Path) -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for line in aff.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) < 5 or fields[0] != "SFX":
            continue
        add, _, flags = fields[3].partition("/")
        rule = _Rule(
            strip="" if fields[2] == "0" else fields[2],
            add="" if add == "0" else add,
            flags=tuple(flags.split(",")) if flags else (),
            fits=re.compile(f"(?:{fields[4]})$"),
        )
        if rule.add or rule.strip:
            rules.setdefault(fields[1], []).append(rule)
    return rules
