"""The command line. Its commands stand in files by what they are about; here they get one name, and their errors
an exit code.

Each command parses its words, calls ``pipeline.KnowledgeBase`` and prints. Heavy libraries are imported inside the
commands, so that ``ressort --help`` stays quick. All Danish output is drawn in ``cli.terminal``; the JSON objects are
those of ``core.wire``.
"""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

# the framework's own messages in Danish; must stand before click is imported
gettext.bindtextdomain("ressort", str(Path(__file__).parent.parent / "ui" / "locale"))
gettext.textdomain("ressort")
os.environ["LANGUAGE"] = "da"

import click  # noqa: E402

from cli.asking import ask, search  # noqa: E402
from cli.owners import conflicts, register, timeline, units  # noqa: E402
from cli.papers import clean, documents, ingest, remove, show  # noqa: E402
from cli.upkeep import evaluate, serve, status, verify  # noqa: E402
from core.errors import RessortError  # noqa: E402
from core.settings import option_help  # noqa: E402

COMMANDS = (
    ingest, ask, search, clean, register, units, timeline, conflicts, documents, show, remove, verify, status,
    evaluate, serve,
)  # fmt: skip


class Commands(click.Group):
    """A group whose commands show Danish placeholders."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Register a command."""
        cmd.options_metavar = "[VALG]"
        super().add_command(cmd, name)


@click.group(
    cls=Commands,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=option_help(),
)
@click.version_option("0.1.0", prog_name="ressort")
def cli() -> None:
    """Ressort: hvem har ansvaret for hvad, med kilden.

    En vidensbase over kommunens egne dokumenter. Den svarer på dansk med kildehenvisninger og siger fra, når
    svaret ikke står i dokumenterne.
    """


for _command in COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Entry point: Danish messages, the exit codes of docs/cli.md, no traceback."""
    from cli.terminal import complain, keep_log

    keep_log()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except RessortError as error:
        complain(error)
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception as error:  # noqa: BLE001 - the last handler: no traceback reaches a user
        code = complain(error)
    sys.exit(code if isinstance(code, int) else 0)
