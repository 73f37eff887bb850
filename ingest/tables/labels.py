"""Label lines of a table that lost its grid: wrapped ones joined, those of groups without values told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.joins import is_open, starts_low
from ingest.structure.lines import Line
from ingest.structure.marks import mark_of


@dataclass(frozen=True, slots=True)
class Label:
    """text: the label with single spaces. start, end: its place. style: its mark's kind, "" without one."""

    text: str
    start: int
    end: int
    style: str
    blanks: int  # empty lines after it


def labels_of(lines: Sequence[Line]) -> list[Label]:
    """Lines to labels: a line goes on with the last one when it starts low or the last one is left open."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last is not None and mark_of(line.text) is None and (starts_low(line.text) or is_open(last.text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_label(group, groups[i + 1][0].blanks if i + 1 < len(groups) else 0) for i, group in enumerate(groups)]


def _label(group: Sequence[Line], blanks: int) -> Label:
    mark = mark_of(group[0].text)
    text = (
        " ".join(line.text for line in group).replace("- ", "-")
        if _hyphenated(group)
        else " ".join(line.text for line in group)
    )
    return Label(text, group[0].start, group[-1].end, f"{mark.kind}{mark.depth}" if mark else "", blanks)


def _hyphenated(group: Sequence[Line]) -> bool:
    return any(line.text.endswith("-") for line in group[:-1])


def with_values(labels: Sequence[Label], rows: int, *, section: bool) -> list[Label] | None:
    """The labels that have a row of values: all of them, or all but those of one style, which head groups.

    section: the first row is the sum of the others, so the first label has values. None where no choice
    gives the number of rows."""
    surplus = len(labels) - rows
    if surplus == 0:
        return list(labels)
    if surplus < 0:
        return None
    first = 1 if section else 0
    for pick in (_by_style, _by_gap):
        groups = pick(labels, first)
        for members in groups:
            if len(members) == surplus:
                return [label for i, label in enumerate(labels) if i not in members]
    return None


def _by_style(labels: Sequence[Label], first: int) -> list[set[int]]:
    """Sets of labels with one kind of mark."""
    styles = dict.fromkeys(label.style for label in labels[first:] if label.style)
    return [{i for i in range(first, len(labels)) if labels[i].style == style} for style in styles]


def _by_gap(labels: Sequence[Label], first: int) -> list[set[int]]:
    """Labels that stand alone before an empty line; failing that, marked labels next to unmarked ones."""
    alone = {i for i in range(first, len(labels)) if labels[i].blanks and (i == 0 or labels[i - 1].blanks)}
    return [alone, set(range(len(labels) - 1, len(labels)))] if alone else []
