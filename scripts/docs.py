"""Write docs/cli.md from the commands' own help. ``scripts/docs.py --check`` only compares (exit 1 if stale)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli import cli
from core import errors

FILE = Path(__file__).parent.parent / "docs" / "cli.md"
HEAD = """# Command line

Made from `ressort --help` by `python scripts/docs.py`; a test holds it true. `--json` prints one JSON document,
`--batch FILE` reads JSON lines and prints one JSON line per input line, in order. Notes and progress go to standard
error.

## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | a check failed (`eval` under a threshold, `verify` found differences) |
| 2 | usage |
| 3 | some inputs failed, the others were taken in |
| 4 | library or index unusable, with the remedy in the message |

## Batches

A line of `--batch` that can't be used (no JSON object, no question, an empty or overlong one) gets a line too, in its
place: `error` says why in Danish; an answer object has `refused` true and `reason` null then, a search no hits. The
other lines are answered, and the exit code is 3. Blank lines are left out. A file that can't be read at all is 2.

## Corrections

`register --confirm`, `--reject` and `--edit` say on standard error what was done and print the rows they touched, not
the whole register (`--csv` and `--xlsx` hold all of it). Fields have their names from the JSON; `status` and
`effective_basis` may be given by their Danish words, days as 2026-01-31, 31.1.2026 or 31. januar 2026.

## Errors

"""


def error_rows() -> list[str]:
    """One table row for each class of the error tree."""
    rows = ["| error | code | when |", "|---|---|---|"]
    found = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.RessortError)]
    for cls in found:
        rows.append(f"| `{cls.__name__}` | {cls.exit_code} | {(cls.__doc__ or '').splitlines()[0]} |")
    return rows


def help_text(command: click.Command, name: str) -> str:
    """A command's help at a fixed width."""
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    return command.get_help(context)


def render() -> str:
    """The whole page."""
    parts = [HEAD + "\n".join(error_rows()), "\n## ressort\n", "```", help_text(cli, "ressort"), "```"]
    for name in sorted(cli.commands):
        text = help_text(cli.commands[name], f"ressort {name}")
        parts += [f"\n## ressort {name}\n", "```", text, "```"]
    return "\n".join(line.rstrip() for line in "\n".join(parts).splitlines()) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(FILE.read_text(encoding="utf-8") != render())
    FILE.write_text(render(), encoding="utf-8")
