"""The cross-encoder: how surely a text answers a question, both read together by the tuned model.

Retrieval compares a question's vector with a passage's, each made alone. Reading both at once sees what neither
vector tells: that the text speaks of the matter but not of the year, the body or the detail that was asked for. It
costs a run of the model for each pair, so it is asked only where the answer is in doubt (decision 0107)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.ports import CrossEncoder, Vectors
from core.settings import Settings
from index.models.build import ready_model
from index.models.session import PADDING, open_session, open_tokenizer
from index.models.tuned import learned, ready_tuned

NAME = "cross_encoder"
LONGEST = 128  # pieces of question and text together, as in training


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
        odds: Vectors = (mean @ learned(NAME).head[0] + learned(NAME).bias[0]).astype(np.float32)
        return odds

    def _load(self) -> None:
        cache = self._settings.cache_dir
        tokenizer = open_tokenizer(ready_model(cache), LONGEST)
        tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>")
        self._tokenizer = tokenizer  # before the session, which tells other threads that both are there
        self._session = open_session(ready_tuned(cache, NAME))
