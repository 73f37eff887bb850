"""Which letters were read as which: true and read text laid side by side."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein


def blocks(true: str, read: str) -> Iterator[tuple[str, str]]:
    """(true piece, read piece) from left to right: single letters where they agree, else a whole stretch that
    differs, so that "æ" read as "ee" comes out as one block."""
    for op in Levenshtein.opcodes(true, read):
        if op.tag == "equal":
            yield from ((c, c) for c in true[op.src_start : op.src_end])
        else:
            yield true[op.src_start : op.src_end], read[op.dest_start : op.dest_end]


def merged(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same with neighbouring blocks that differ made one: a letter replaced and one put in beside it are
    one damage."""
    true = read = ""
    for t, r in pairs:
        if t == r:
            if true or read:
                yield true, read
                true = read = ""
            yield t, r
        else:
            true, read = true + t, read + r
    if true or read:
        yield true, read


def anchored(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same with letters lost or put in tied to the letter that follows, so that no side is empty: "e" read
    before "s" where nothing stood is ("s", "es"). Lost spaces stay by themselves."""
    waiting: tuple[str, str] | None = None
    for true, read in pairs:
        if waiting is not None:
            if true == read and true.isalpha():
                yield waiting[0] + true, waiting[1] + read
                true = read = ""
            else:
                yield waiting
            waiting = None
        if bool(true) != bool(read) and (true + read).isalpha():
            waiting = (true, read)
        elif true:
            yield true, read
    if waiting is not None:
        yield waiting
