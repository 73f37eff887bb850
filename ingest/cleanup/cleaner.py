"""The clean-up of a text: decides page by page whether to act, and puts every change on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from core.alignment import apply_changes
from core.schema import Change
from core.settings import load_settings
from ingest.cleanup import channel, hyphens, lexicon
from ingest.cleanup.decode import Decoder
from ingest.cleanup.health import has_danish_letters, measure
from ingest.cleanup.marks import marks
from ingest.cleanup.pieces import pieces
from ingest.cleanup.reader import Reader
from ingest.cleanup.spacing import lost_spaces
from ingest.cleanup.trie import Trie
from ingest.cleanup.vocabulary import adapted

_ACT = 0.0  # log odds above which a page without æøå is taken for damaged
_SURE = 5.0  # log odds above which even known words may be read as others ("far" as "får")
_FOREIGN = 3  # English or German function words that make a paragraph foreign


@dataclass(frozen=True, slots=True)
class CleanResult:
    """text: the cleaned text; ``apply_changes(received, changes) == text``. health: 0..1, 1 for text with its
    Danish letters (or in another language), lower the more words were mended. damaged: some page was."""

    text: str
    changes: tuple[Change, ...]
    health: float
    damaged: bool


class Cleaner:
    """Cleans texts. Keeps what it decoded, so that a word seen before costs next to nothing."""

    def __init__(self, words: Trie, table: channel.Channel) -> None:
        self._words, self._table = words, table
        self._reader = Reader(Decoder(words, table), words)

    @classmethod
    def load(cls, folder: Path | None = None) -> Cleaner:
        """The shared cleaner over the installed word data; ``folder``: cache folder, None for the settings'.

        Milliseconds where the word data is cached; about ten seconds the first time.
        """
        return _loaded(folder or load_settings().cache_dir)

    def clean(self, text: str, *, join_hyphens: bool, collection_words: Mapping[str, int] | None = None) -> CleanResult:
        """Mend the damaged pages of ``text``; text with its Danish letters comes out byte for byte.

        join_hyphens: also take out line-end hyphens that belong to the print. collection_words: word → count
        from undamaged documents of the collection.
        """
        reader = self._reader_for(collection_words)
        changes: list[Change] = []
        damaged, words, mended = False, 0, 0
        for start, end in _pages(text):
            verdicts = _page_verdicts(reader, text, start, end)
            words += max(1, len(text[start:end].split()))
            if verdicts is not None:
                damaged = True
                mended += len(verdicts)
                changes += verdicts
        if join_hyphens:
            changes = _with_joins(text, changes)
        health = 1.0 - min(1.0, mended / max(1, words)) if damaged else 1.0
        return CleanResult(apply_changes(text, changes), tuple(changes), health, damaged)

    def _reader_for(self, collection: Mapping[str, int] | None) -> Reader:
        if not collection:
            return self._reader
        words, boost = adapted(self._words, collection)
        return Reader(Decoder(words, self._table, boost), words)


@cache
def _loaded(folder: Path) -> Cleaner:
    return Cleaner(lexicon.load(folder), channel.learned())


def _pages(text: str) -> Iterable[tuple[int, int]]:
    at = 0
    while at <= len(text):
        end = text.find("\f", at)
        end = len(text) if end < 0 else end
        yield at, end
        at = end + 1


def _page_verdicts(reader: Reader, text: str, start: int, end: int) -> list[Change] | None:
    """The changes of one page, None where it is to be left alone."""
    if has_danish_letters(text, start, end):
        return None
    health = measure(text[start:end])
    if not health.could_lack_some:
        return None
    found = [piece for span in _danish_spans(text, start, end) for piece in pieces(text, *span)]
    verdicts = reader.read(text, found)
    odds = health.evidence(sum(verdict.mends for verdict in verdicts))
    if odds <= _ACT or not any(verdict.mends for verdict in verdicts):
        return None
    kept = verdicts if odds > _SURE else [verdict for verdict in verdicts if not verdict.was_word]
    changes = [change for verdict in kept for change in verdict.changes]
    return _merged([*changes, *lost_spaces(text, start, end, reader.words), *marks(text, start, end)])


def _merged(changes: list[Change]) -> list[Change]:
    """In order, a space put in directly before a changed word made one change with it."""
    done: list[Change] = []
    for change in sorted(changes, key=lambda c: (c.start, c.end)):
        if done and done[-1].end == change.start and done[-1].before == "":
            space = done.pop()
            change = replace(change, after=space.after + change.after.lstrip(" "))
        done.append(change)
    return done


def _danish_spans(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The page without its English and German paragraphs."""
    at = start
    while at < end:
        gap = text.find("\n\n", at, end)
        stop = end if gap < 0 else gap + 2
        health = measure(text[at:stop])
        if health.other < _FOREIGN or health.speaks_danish:
            yield at, stop
        at = stop


def _with_joins(text: str, changes: list[Change]) -> list[Change]:
    joins = [Change(gap.start, gap.end, text[gap.start : gap.end], "", 0.98, "hyphen") for gap in hyphens.breaks(text)]
    return sorted([*changes, *joins], key=lambda change: (change.start, change.end))
