"""The command `average`; cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from imrecon_gui.core.errors import TrainingError


def average(
    out: Annotated[Path, typer.Argument(help="The model's .safetensors file.")],
    of: Annotated[
        list[str], typer.Option("--of", help="A model's name or file, and its share: NAME=0.5. Repeat.")
    ],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shards.")],
    augmentation: Annotated[
        float, typer.Option(min=0, max=1, help="How bad the pictures are on which it is calibrated.")
    ] = 0.8,
    shapes: Annotated[
        int, typer.Option(min=1, help="Held-out shapes of each category on which it is, at most.")
    ] = 16,
) -> None:
    """Average models' weights, calibrate the mean on held-out shapes, and write it with a card."""
    from training.average import average as make
    from training.evaluate_command import model_path

    parts = [(model_path(name), share) for name, share in map(_part, of)]
    found = make(parts, data_folder, out, augmentation, shapes)
    typer.echo(f"{out}: IoU {found.score:.4f} on held-out shapes")
    typer.echo("Its shape directions are found by `python -m training directions`.")


def _part(words: str) -> tuple[str, float]:
    """A name and a share, 1 where none is given."""
    name, _, share = words.partition("=")
    try:
        return name, float(share or 1)
    except ValueError:
        raise TrainingError(f"“{share}” is no share of “{name}”.", "Give a number: NAME=0.5.") from None
