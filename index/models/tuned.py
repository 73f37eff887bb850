"""The encoder's matrices with what a reader learned on top: low-rank differences (Hu et al. 2021, LoRA,
arXiv:2106.09685), kept with one byte a number in ``index/weights/<name>.npz``."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from core.errors import LibraryError, system_reason
from index.models.build import packed_file
from index.models.q4file import Floats, Q4File

_FOLDER = Path(__file__).parent.parent / "weights"


def weights_file(name: str) -> Path:
    """Where what a reader learned lies."""
    return _FOLDER / f"{name}.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """differences: by matrix name, down (rank, inputs) and up (outputs, rank). head: (outputs, hidden) and bias
    (outputs,) bring a state to log odds. digest: of all of it."""

    differences: dict[str, tuple[Floats, Floats]]
    head: Floats
    bias: Floats
    digest: str


@cache
def learned(name: str) -> Learned:
    """What the reader of that name learned, as the benches left it (decisions 0107 and 0108)."""
    path = weights_file(name)
    with np.load(path) as held:
        parts = {key: held[key] for key in held.files}
    names = sorted({key.partition("|")[0] for key in parts if "|" in key})
    differences = {key: (_floats(parts, f"{key}|down"), _floats(parts, f"{key}|up")) for key in names}
    head = np.atleast_2d(parts["head"].astype(np.float32))
    bias = np.atleast_1d(parts["bias"].astype(np.float32))
    return Learned(differences, head, bias, hashlib.sha256(path.read_bytes()).hexdigest()[:12])


def _floats(parts: dict[str, np.ndarray], name: str) -> Floats:
    """Codes of one byte times the scale of their row, shape (rows, 1)."""
    found: Floats = (parts[name].astype(np.float32) * parts[f"{name}|scale"]).astype(np.float32)
    return found


class TunedFile(Q4File):
    """The packed model, its matrices moved by what a reader learned."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(path)
        self._differences = learned(name).differences

    def matrix(self, name: str, columns: int) -> Floats:
        """As of the file, with the learned difference where there is one, shape (rows, columns)."""
        plain = super().matrix(name, columns)
        change = self._differences.get(name)
        return plain if change is None else plain + change[1] @ change[0]


def ready_tuned(cache_dir: Path, name: str) -> Path:
    """The ONNX file of the reader of that name, made where it is missing: written beside its place and moved into
    it. Raises LibraryError when the packages are missing or the cache can't be written."""
    from index.models.graph import encoder

    target = cache_dir / "models" / f"{name.replace('_', '-')}-{learned(name).digest}.onnx"
    if target.exists():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f"{name}.", dir=target.parent))
        try:
            made = beside / target.name
            made.write_bytes(encoder(TunedFile(packed_file(), name)).SerializeToString())
            os.replace(made, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        message = f"Læsemodellen kan ikke lægges i {target.parent}: {system_reason(error)}."
        raise LibraryError(message, remedy="Giv skriveadgang, eller sæt RESSORT_CACHE.") from error
    return target
