"""The command line: `imrecon`. Torch is only imported by the commands that need it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from imrecon_gui import __version__
from imrecon_gui.cli.benchmark import benchmark
from imrecon_gui.cli.evaluate import evaluate
from imrecon_gui.cli.garbage import collect_seldom
from imrecon_gui.cli.models import categories, models
from imrecon_gui.cli.reconstruct import reconstruct
from imrecon_gui.core.errors import ImreconError

app = typer.Typer(
    name="imrecon",
    help="One picture in, one closed 3D mesh out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(reconstruct)
app.command()(categories)
app.command()(evaluate)
app.command()(benchmark)
app.add_typer(models, name="models")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"imrecon {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """One picture in, one closed 3D mesh out."""


def main() -> None:
    """Run the command line; a foreseen failure is one line on the error stream and status 1."""
    collect_seldom()
    try:
        app(prog_name="imrecon")
    except ImreconError as error:
        sys.stderr.write(f"imrecon: {error}\n")
        sys.exit(1)
