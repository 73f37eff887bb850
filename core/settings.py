"""One typed settings object, read once from RESSORT_* variables. Nobody else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from core.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option. The variable is RESSORT_ and the field's name in capitals; ``help_table`` lists them."""

    home: Path = Path(".ressort")  # all state: library, indexes, page images
    cache: Path = Path()  # models made ready once; empty: $XDG_CACHE_HOME/ressort or ~/.cache/ressort
    model: str = ""  # sentence-transformers name or folder; empty: the built-in multilingual-e5-small
    query_prompt: str = ""  # prompt before a question; empty: the model's own
    passage_prompt: str = ""  # prompt before a passage; empty: the model's own
    precision: str = "int8"  # how the built-in model runs: int8 (ONNX) | fp32 | bf16
    cleanup: str = "on"  # mend words a scan left damaged: on | off
    cpr: str = "mask"  # CPR numbers: mask | refuse | keep
    max_file_mb: int = 30  # larger files are refused
    max_pages: int = 2000  # longer documents are refused
    parse_seconds: int = 120  # time limit for parsing one file
    parse_memory_mb: int = 2048  # memory limit for parsing one file
    ocr_page_seconds: int = 60  # time limit for reading one page image
    ocr_confidence: float = 0.70  # pages whose mean word confidence is below this need attention
    workers: int = 0  # OCR processes; 0: one per core
    host: str = "127.0.0.1"  # address the web application listens on
    port: int = 7860  # port the web application listens on
    max_question: int = 2000  # characters; longer questions are refused
    llm_url: str = ""  # OpenAI-compatible endpoint; empty: no language model
    llm_model: str = ""  # model name at that endpoint
    llm_key: str = ""  # its key
    llm_seconds: int = 30  # time limit for one call

    @property
    def cache_dir(self) -> Path:
        """The cache folder with its default filled in."""
        if self.cache != Path():
            return self.cache
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        return Path(base) / "ressort"


_CHOICES = {"cleanup": ("on", "off"), "cpr": ("mask", "refuse", "keep"), "precision": ("int8", "fp32", "bf16")}


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from RESSORT_* variables. Raises UsageError for a value of the wrong form."""
    environ = os.environ if environ is None else environ
    values: dict[str, object] = {}
    for item in fields(Settings):
        raw = environ.get(f"RESSORT_{item.name.upper()}")
        if raw is None or raw == "":
            continue
        values[item.name] = _convert(item.name, raw, item.default)
    return Settings(**values)  # type: ignore[arg-type]


def _convert(name: str, raw: str, default: object) -> object:
    if name in _CHOICES and raw not in _CHOICES[name]:
        raise UsageError(f"RESSORT_{name.upper()} må være {', '.join(_CHOICES[name])}, ikke »{raw}«.")
    if isinstance(default, Path):
        return Path(raw)
    if isinstance(default, str):
        return raw
    try:
        return type(default)(raw)  # type: ignore[call-arg]
    except ValueError:
        raise UsageError(f"RESSORT_{name.upper()} skal være et tal, ikke »{raw}«.") from None


_HELP = {
    "home": "mappe med al tilstand: bibliotek, indekser, sidebilleder",
    "cache": "mappe med klargjorte modeller",
    "model": "sentence-transformers-model, navn eller mappe; tom: den indbyggede multilingual-e5-small",
    "query_prompt": "tekst foran et spørgsmål; tom: modellens egen",
    "passage_prompt": "tekst foran et afsnit; tom: modellens egen",
    "precision": "int8 (hurtigst), bf16 eller fp32 for den indbyggede model",
    "cleanup": "ret ord, som en scanning har læst forkert: on eller off",
    "cpr": "CPR-numre: mask, refuse eller keep",
    "max_file_mb": "største fil i MB",
    "max_pages": "flest sider i et dokument",
    "parse_seconds": "tidsgrænse for at læse én fil, sekunder",
    "parse_memory_mb": "hukommelsesgrænse for at læse én fil, MB",
    "ocr_page_seconds": "tidsgrænse for at læse én scannet side, sekunder",
    "ocr_confidence": "sider under denne sikkerhed (0-1) kræver et eftersyn",
    "workers": "processer til scannede sider; 0: én pr. kerne",
    "host": "adresse, webapplikationen lytter på",
    "port": "port, webapplikationen lytter på",
    "max_question": "længste spørgsmål i tegn",
    "llm_url": "OpenAI-kompatibel adresse; tom: ingen sprogmodel",
    "llm_model": "sprogmodellens navn",
    "llm_key": "sprogmodellens nøgle",
    "llm_seconds": "tidsgrænse for ét kald til sprogmodellen, sekunder",
}


def option_help() -> str:
    """Danish list of every RESSORT_* variable with its default, for ``ressort --help``."""
    lines = ["\b", "Miljøvariabler:"]
    for item in fields(Settings):
        default = "" if item.default in ("", Path()) else f" [{item.default}]"
        lines.append(f"  RESSORT_{item.name.upper()}: {_HELP[item.name]}{default}")
    return "\n".join(lines)
