"""What the golden files hold: one document as readable lines. Rewrite them: python -m tests.ingest.show"""

from __future__ import annotations

from pathlib import Path

from core.schema import Change
from ingest.analysis import Analysis, analyse_text
from ingest.formats.text import read_text

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parents[1] / "golden" / "ingest"


def joined_hyphens(text: str) -> tuple[Change, ...]:
    """A clean-up that knows line-end hyphens only, so that the files don't hang on the word lists."""
    from ingest.cleanup.hyphens import breaks

    return tuple(Change(b.start, b.end, text[b.start : b.end], "", 1.0, "hyphen") for b in breaks(text))


def analysed(path: Path) -> Analysis:
    """A sample through every step after parsing."""
    return analyse_text(read_text(path.read_bytes(), path.name), "sample", path.name, joined_hyphens)


def shown(found: Analysis) -> str:
    """Title, metadata, blocks, tables and passages, a line each."""
    lines = [f"title: {found.title}", f"kind: {found.kind}", f"date: {found.date}", "", "meta"]
    lines += [f"  {m.name} = {m.value} ({m.confidence:.2f})" for m in found.meta]
    lines += ["", "blocks"]
    for block in found.blocks:
        words = " ".join(found.cleaned[block.start : block.end].split())
        lead = f"  << {block.lead_in}" if block.lead_in else ""
        lines.append(f"  {block.kind} {block.level} [{' > '.join(block.section)}] {words}{lead}")
    lines += ["", "tables"]
    for table in found.tables:
        lines.append(
            f"  {table.caption} | {table.unit} | {table.columns} | {table.confidence} {table.sums_ok} {table.note}"
        )
        lines += [f"    {c.row},{c.column} {c.row_label} / {c.column_head} = {c.text} ({c.value})" for c in table.cells]
    lines += ["", "passages"]
    for passage in found.passages:
        lead = f"{passage.lead_in} >> " if passage.lead_in else ""
        lines.append(f"  {passage.kind} [{' > '.join(passage.section)}] {lead}{passage.text}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write every golden file anew; review them as a diff."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for path in sorted(SAMPLES.glob("*.txt")):
        (GOLDEN / path.name).write_text(shown(analysed(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
