"""The command `objects`; cheap to import."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer


def objects(
    out: Annotated[Path, typer.Argument(help="The network's .safetensors file.")],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shards.")],
    steps: Annotated[int, typer.Option(min=1, help="Of 32 made photos each.")] = 8000,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    workers: Annotated[int, typer.Option(min=0, help="Processes that make photos.")] = 1,
) -> None:
    """Teach the network that finds the object of a photo, which comes with the program."""
    from training.photos.learn import Order, learn, overlap, pictures_of, write
    from training.progress import Timed

    began, order = time.perf_counter(), Order(steps, seed=seed)
    known, held = pictures_of(data_folder, held=False), pictures_of(data_folder, held=True)
    network = learn(order, known, workers, Timed("steps"))
    seconds, iou = time.perf_counter() - began, overlap(network, held)
    write(network, out, order, seconds, iou)
    typer.echo(f"{out}: IoU {iou:.3f} on made photos of held-out shapes, {seconds / 60:.0f} min")


def made_photos(
    out: Annotated[Path, typer.Argument(help="A PNG file.")],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shards.")],
    rows: int = 6,
    columns: int = 10,
    seed: int = 0,
) -> None:
    """Draw a contact sheet of made photos, each above its mask."""
    import numpy as np
    from PIL import Image

    from training.photos.learn import pictures_of
    from training.photos.photo import photo

    rng, pictures = np.random.default_rng(seed), pictures_of(data_folder, held=False)
    made = [photo(rng, pictures) for _ in range(rows * columns)]
    pairs = [np.concatenate([one.rgb, np.repeat(one.mask[..., None], 3, -1)]) for one in made]
    lines = [np.concatenate(pairs[i : i + columns], 1) for i in range(0, len(pairs), columns)]
    Image.fromarray(np.concatenate(lines)).save(out)
