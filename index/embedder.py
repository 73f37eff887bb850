"""The models that turn text into vectors; all implement ``core.ports.Embedder``.

``make_embedder`` picks by settings. The default runs in ONNX Runtime without loading torch; fp32, bf16 and
models named by the user run in sentence-transformers."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np

from core.danish.tokens import stem, tokenize
from core.errors import LibraryError
from core.ports import Embedder, Vectors
from core.settings import Settings
from index.models.build import NAME, Progress, ready_model
from index.models.session import open_session, open_tokenizer, padded
from index.pieces import Hidden, projection

_QUERY_CACHE = 256
_NOTHING = Hidden(np.empty(0, np.int64), np.empty((0, 384), np.float32))
_BATCH_TOKENS = 512  # padded tokens that run together; larger batches measured slower (decision 0101)


def make_embedder(settings: Settings, progress: Progress | None = None) -> Embedder:
    """The embedder the settings name. Nothing heavy is loaded before the first text; the built-in model is
    made ready then, with ``progress(Danish step, share)``."""
    if settings.model == "fake":
        return FakeEmbedder()
    if not settings.model and settings.precision == "int8":
        return OnnxEmbedder(settings, progress)
    return TorchEmbedder(settings, progress)


_Kept = TypeVar("_Kept")


class _Cache(Generic[_Kept]):
    """Keeps what was made of the last questions."""

    def __init__(self, make: Callable[[str], _Kept]) -> None:
        self._make = make
        self._held: OrderedDict[str, _Kept] = OrderedDict()

    def get(self, text: str) -> _Kept:
        """As kept, or made now."""
        found = self._held.pop(text) if text in self._held else self._make(text)
        self._held[text] = found
        if len(self._held) > _QUERY_CACHE:
            self._held.popitem(last=False)
        return found


class OnnxEmbedder:
    """The built-in multilingual-e5-small in 8-bit arithmetic: tokenizers and ONNX Runtime only."""

    dim = 384

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings = settings
        self._progress = progress
        self._session: Any = None
        self._tokenizer: Any = None
        self._queries = _Cache(self._asked)
        self._prompts = (settings.query_prompt or "query: ", settings.passage_prompt or "passage: ")
        self.fingerprint = _fingerprint(NAME, "int8", *self._prompts, projection().digest)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, 384), in the order given."""
        return self.embed_pieces(texts)[0]

    def embed_pieces(self, texts: Sequence[str]) -> tuple[Vectors, list[Hidden]]:
        """Vectors, shape (n, 384), in the order given, and the pieces of each text."""
        return self._encode(texts, self._prompts[1])

    def embed_query(self, text: str) -> Vectors:
        """Shape (384,)."""
        return self._queries.get(text)[0]

    def query_pieces(self, text: str) -> Hidden:
        """Pieces of a question; made with its vector, so asking for both costs once."""
        return self._queries.get(text)[1]

    def _asked(self, text: str) -> tuple[Vectors, Hidden]:
        vectors, hidden = self._encode([text], self._prompts[0])
        return vectors[0], hidden[0]

    def _load(self) -> None:
        folder = ready_model(self._settings.cache_dir, *([self._progress] if self._progress else []))
        self._tokenizer = open_tokenizer(folder, 512)
        self._session = open_session(folder / "onnx" / "model_int8.onnx")

    def _encode(self, texts: Sequence[str], prompt: str) -> tuple[Vectors, list[Hidden]]:
        if self._session is None:
            self._load()
        read = self._tokenizer.encode_batch([prompt + text for text in texts])
        out = np.empty((len(texts), self.dim), np.float32)
        hidden: list[Hidden] = [_NOTHING] * len(texts)
        for batch in batches_by_length([len(one.ids) for one in read]):
            states, mask = self._run([read[i].ids for i in batch])
            sums: Vectors = np.einsum("nld,nl->nd", states, mask)
            out[batch] = normalized(sums)
            for row, i in enumerate(batch):
                hidden[i] = _pieces(prompt + texts[i], len(prompt), read[i], states[row])
        return out, hidden

    def _run(self, tokens: list[list[int]]) -> tuple[Vectors, Vectors]:
        ids, mask = padded(tokens)
        hidden: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return hidden, mask.astype(np.float32)


def _pieces(text: str, prompt: int, read: Any, states: Vectors) -> Hidden:
    """Of one text; states: of all its pieces, prompt and marks included. A piece that opens a word begins, for the
    tokenizer, at the space before it."""
    starts = np.array([start + text[start:end][:1].isspace() - prompt for start, end in read.offsets], np.int64)
    own = (starts >= 0) & (np.array(read.special_tokens_mask) == 0)
    return Hidden(starts[own], states[: len(starts)][own].copy())


class TorchEmbedder:
    """Any sentence-transformers model, by folder or hub name, with its own prompts unless set.
    ``dim`` is 0 until the model is loaded."""

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings = settings
        self._progress = progress
        self._model: Any = None
        self._queries: _Cache[Vectors] = _Cache(lambda text: self._encode([text])[0])
        self.dim = 0
        name = _content_name(settings.model) if settings.model else NAME
        precision = "bf16" if settings.precision == "bf16" else "fp32"
        self.fingerprint = _fingerprint(name, precision, settings.query_prompt, settings.passage_prompt)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, dim), in the order given."""
        prompt = self._settings.passage_prompt or self._own_prompt("document", "passage")
        return self._encode([prompt + text for text in texts])

    def embed_query(self, text: str) -> Vectors:
        """Shape (dim,)."""
        return self._queries.get((self._settings.query_prompt or self._own_prompt("query")) + text)

    def _own_prompt(self, *names: str) -> str:
        prompts = self._ready().prompts
        return next((prompts[name] for name in names if prompts.get(name)), "")

    def _ready(self) -> Any:
        if self._model is None:
            self._model = self._load()
            self.dim = int(self._model.get_embedding_dimension())
        return self._model

    def _load(self) -> Any:
        import torch
        from sentence_transformers import SentenceTransformer

        name = self._settings.model
        if not name:
            name = str(ready_model(self._settings.cache_dir, *([self._progress] if self._progress else [])))
        _quiet()
        try:
            model = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            message = f"Modellen »{name}« kan ikke hentes eller læses."
            remedy = "Sæt RESSORT_MODEL til en mappe eller et navn, der findes, eller lad den være tom."
            raise LibraryError(message, remedy=remedy) from error
        return model.to(torch.bfloat16) if self._settings.precision == "bf16" else model

    def _encode(self, texts: Sequence[str]) -> Vectors:
        model = self._ready()
        if not texts:
            return np.empty((0, self.dim), np.float32)
        found = model.encode(list(texts), batch_size=16, prompt="", convert_to_tensor=True)
        return normalized(found.float().cpu().numpy())


class FakeEmbedder:
    """For tests: words hashed into 64 places, so texts that share stems lie close. Needs no model."""

    dim = 64
    fingerprint = "fake-64"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, 64)."""
        return np.stack([self.embed_query(text) for text in texts]) if texts else np.empty((0, 64), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """Shape (64,)."""
        vector: Vectors = np.full(self.dim, 1e-3, np.float32)
        for word in tokenize(text):
            digest = hashlib.blake2b(stem(word).encode(), digest_size=4).digest()
            vector[digest[0] % self.dim] += 1.0 if digest[1] % 2 else -1.0
        unit: Vectors = normalized(vector[None])[0]
        return unit


def normalized(vectors: Vectors) -> Vectors:
    """Rows at length 1; a row of zeros stays."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(length, 1e-12)).astype(np.float32)
    return unit


def batches_by_length(lengths: Sequence[int], tokens: int = _BATCH_TOKENS) -> list[list[int]]:
    """Indexes in batches of like length, so that little is padding; a batch holds at most ``tokens`` tokens
    when padded, and at least one text."""
    found: list[list[int]] = []
    longest = 0
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        longest = max(lengths[i], 1)
        if found and (len(found[-1]) + 1) * longest <= tokens:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _fingerprint(*parts: str) -> str:
    return parts[0] + "-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _content_name(model: str) -> str:
    """Hub name, or for a folder its name and a hash of the sizes and times of its files."""
    folder = Path(model)
    if not folder.is_dir():
        return model
    state = sorted((str(f.relative_to(folder)), f.stat().st_size) for f in folder.rglob("*") if f.is_file())
    return folder.name + "-" + hashlib.sha256(repr(state).encode()).hexdigest()[:8]


def _quiet() -> None:
    """No load report, progress bar or advice from the model libraries on stderr."""
    import logging

    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
