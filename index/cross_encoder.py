"""The cross-encoder: how surely a text answers a question, both read together by the tuned model.

Retrieval compares a question's vector with a passage's, each made alone. Reading both at once sees what neither
vector tells: that the text speaks of the matter but not of the year, the body or the detail that was asked for. It
costs a run of the model for each pair, so it is asked only where the answer is in doubt (decision 0107)."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import LibraryError
from core.ports import CrossEncoder, Vectors
from core.settings import Settings
from index.models.build import packed_file, ready_model
from index.models.tuned import TunedFile, learned

LONGEST = 112  # pieces of question and text together, as in training
PADDING = 1  # the piece <pad>


def make_cross_encoder(settings: Settings) -> CrossEncoder | None:
    """The built-in cross-encoder; None for the fake model of tests. Nothing is loaded before the first question."""
    return None if settings.model == "fake" else OnnxCrossEncoder(settings)


def pair(question: str, text: str) -> tuple[str, str]:
    """As the model takes the two: with e5's prompts."""
    return f"query: {question}", f"passage: {text}"


class OnnxCrossEncoder:
    """The tuned multilingual-e5-small in 8-bit arithmetic, over question and text as one input."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session: Any = None
        self._tokenizer: Any = None

    def read(self, question: str, texts: Sequence[str]) -> Vectors:
        """Log odds that each text answers the question, shape (n,). Raises LibraryError where the model can't be
        made ready."""
        if not texts:
            return np.empty(0, np.float32)
        if self._session is None:
            self._load()
        pairs = self._tokenizer.encode_batch([pair(question, text) for text in texts])
        ids = np.array([pair.ids for pair in pairs], np.int64)
        mask = np.array([pair.attention_mask for pair in pairs], np.int64)
        states = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        mean = np.einsum("nld,nl->nd", states, mask.astype(np.float32)) / mask.sum(1, keepdims=True)
        odds: Vectors = (mean @ learned().head + learned().bias).astype(np.float32)
        return odds

    def _load(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(ready_model(self._settings.cache_dir) / "tokenizer.json"))
        tokenizer.enable_truncation(LONGEST)
        tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = os.cpu_count() or 1
        options.log_severity_level = 3
        path = str(ready_cross_encoder(self._settings.cache_dir))
        self._tokenizer = tokenizer  # before the session, which tells other threads that both are there
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def ready_cross_encoder(cache: Path) -> Path:
    """The ONNX file, made where it is missing: written beside its place and moved into it. Raises
    LibraryError when the packages are missing or the cache can't be written."""
    from index.models.graph import encoder

    target = cache / "models" / f"cross-encoder-{learned().digest}.onnx"
    if target.exists():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix="cross-encoder.", dir=target.parent))
        try:
            made = beside / target.name
            made.write_bytes(encoder(TunedFile(packed_file())).SerializeToString())
            os.replace(made, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        message = f"Læsemodellen kan ikke lægges i {target.parent}: {error.strerror}."
        raise LibraryError(message, remedy="Giv skriveadgang, eller sæt RESSORT_CACHE.") from error
    return target
