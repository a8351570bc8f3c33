"""How well objects of made studio pictures and photos are cut out, and the command that prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import numpy as np
import typer

from imrecon_gui.core.regions import BoolArray

if TYPE_CHECKING:
    from imrecon_gui.core.types import UInt8Array


_SEED = 20260


class Masked(Protocol):
    """A picture whose object is known: `training.studio` and `training.photos` make some."""

    @property
    def rgb(self) -> UInt8Array:
        """(h, w, 3)."""

    @property
    def is_object(self) -> BoolArray:
        """(h, w)."""


@dataclass(frozen=True)
class Score:
    """Of one cut-out.

    Attributes:
        iou: Intersection over union of the masks.
        extra: What was taken for the object and is not, as a share of it.
        lost: What was left out of it, likewise.
    """

    iou: float
    extra: float
    lost: float


def found(picture: Masked) -> BoolArray:
    """(h, w) bool, what is cut out; nothing where the picture is refused."""
    from imrecon_gui.core.cutout import HALF, cut_out
    from imrecon_gui.core.errors import ImageError

    try:
        return np.asarray(cut_out(picture.rgb) > HALF)
    except ImageError:
        return np.zeros_like(picture.is_object)


def score(mask: BoolArray, truth: BoolArray) -> Score:
    """Compare a mask with the true one, both (h, w) bool."""
    area = np.count_nonzero(truth)
    extra, lost = np.count_nonzero(mask & ~truth) / area, np.count_nonzero(truth & ~mask) / area
    return Score(float((1 - lost) / (1 + extra)), float(extra), float(lost))


def table(scores: Iterable[Score]) -> str:
    """Means, and how many are bad."""
    rows = list(scores)
    mean = {name: sum(getattr(row, name) for row in rows) / len(rows) for name in ("iou", "extra", "lost")}
    bad = sum(row.iou < 0.9 for row in rows)
    return "  ".join(
        [*(f"{name} {value:.3f}" for name, value in mean.items()), f"below .9: {bad}/{len(rows)}"]
    )


def cutouts(
    pictures: Annotated[int, typer.Option(min=1, help="Made pictures.")] = 60,
    data_folder: Annotated[
        Path | None,
        typer.Option("--data", help="Folder of shards: made photos of its held-out shapes instead."),
    ] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Folder for the pictures, each beside its cut-out.")
    ] = None,
) -> None:
    """Measure the cut-out on made studio pictures, shadows included, or on made photos."""
    made = _studio(pictures) if data_folder is None else _photos(pictures, data_folder)
    masks = [found(picture) for picture in made]
    typer.echo(table(score(mask, picture.is_object) for mask, picture in zip(masks, made, strict=True)))
    if keep is not None:
        _keep(made, masks, keep)


def _studio(count: int) -> Sequence[Masked]:
    from training.render import Renderer
    from training.studio import OBJECT_SIDE, studio_picture

    with Renderer(OBJECT_SIDE) as renderer:
        return [studio_picture(number, renderer) for number in range(count)]


def _photos(count: int, folder: Path) -> Sequence[Masked]:
    from training.photos.learn import pictures_of
    from training.photos.photo import photo

    pictures = pictures_of(folder, held=True)
    return [photo(np.random.default_rng([_SEED, number]), pictures) for number in range(count)]


def _keep(made: Sequence[Masked], masks: Sequence[BoolArray], folder: Path) -> None:
    """Write each picture beside what was cut out of it."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for number, (picture, mask) in enumerate(zip(made, masks, strict=True)):
        shown = np.where(mask[..., None], picture.rgb, np.array([255, 0, 255], np.uint8))
        both = np.concatenate([picture.rgb, shown], 1)
        Image.fromarray(both).save(folder / f"{number:03d}.png")
