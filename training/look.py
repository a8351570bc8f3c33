"""A look at what a network will see: pictures of shapes as training shows them, before anything is made.

They are drawn, framed and made as bad as a recipe has it, by the very functions that `training.shards` and
`training.dataset` use; but by chance of their own, so that the same pictures do not come again in training.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.image import network_input
from imrecon_gui.core.types import INPUT_SIZE, UInt8Array
from training.augment import augmented
from training.cameras import random_cameras
from training.categories import make
from training.lights import random_lights
from training.meshes.sources import Model
from training.recipe import Recipe, model_config
from training.render import Renderer
from training.sheet_file import write

Seen = tuple[str, UInt8Array]
"""A caption, and a network input (128, 128, 4) uint8 with straight alpha."""

_CAPTION_PX, _SQUARE_PX = 14, 8
_LIGHT, _DARK = 255, 228


def look(category: str, recipe: Recipe, out: Path, seed: int = 0, rows: int = 3, columns: int = 6) -> None:
    """Write a sheet of a category's invented shapes, a picture of each.

    Args:
        category: One of `training.categories.NAMES`.
        recipe: How bad the pictures are made, and whether they have colours and a mask.
        out: A picture file; its suffix names the format.
        seed: Number of the first shape.
        rows: Pictures from top to bottom.
        columns: Pictures from left to right.

    Raises:
        TrainingError: No such category, no OpenGL, or the file cannot be written.
    """
    with Renderer() as renderer:
        seen = _invented(category, range(seed, seed + rows * columns), recipe.image.augmentation, renderer)
        write(_sheet(seen, _input_kind(recipe), rows, columns), out)


def look_at_meshes(
    models: Iterable[Model], recipe: Recipe, out: Path, seed: int = 0, rows: int = 3, columns: int = 6
) -> None:
    """Write a sheet of the first meshes that can be read, a row of pictures of each; see `look`.

    Raises:
        TrainingError: No mesh can be read, no OpenGL, or the file cannot be written.
    """
    with Renderer() as renderer:
        seen = list(
            islice(_found(models, columns, seed, recipe.image.augmentation, renderer), rows * columns)
        )
        if not seen:
            raise TrainingError("None of the meshes can be read.", "Look at them with `prepare`.")
        write(_sheet(seen, _input_kind(recipe), len(seen) // columns, columns), out)


def _input_kind(recipe: Recipe) -> str:
    return model_config(recipe, ("any",)).input_kind


def _invented(category: str, numbers: Iterable[int], strength: float, renderer: Renderer) -> Iterator[Seen]:
    for number in numbers:
        shape = make(category, number)
        rng = _chance(number, category)
        yield f"{number} {shape.kind}", next(_views(shape, 1, rng, strength, renderer))


def _found(
    models: Iterable[Model], views: int, seed: int, strength: float, renderer: Renderer
) -> Iterator[Seen]:
    """Several views of each mesh that can be read."""
    from training.meshes.axes import turn
    from training.meshes.reading import read

    for model in models:
        rng = _chance(seed, model.name)
        try:
            soup = read(model.path).placed(turn(model.up, model.front)).two_sided()
            pictures = list(_views(soup, views, rng, strength, renderer))
        except Exception:  # strange files are left out here, as `prepare` does it, which says why
            continue
        yield from ((model.name, picture) for picture in pictures)


def _chance(number: int, name: str) -> np.random.Generator:
    return np.random.default_rng([number, zlib.crc32(b"look"), zlib.crc32(name.encode())])


def _views(
    shape: Any, views: int, rng: np.random.Generator, strength: float, renderer: Renderer
) -> Iterator[UInt8Array]:
    cameras, lights = random_cameras(rng, views), random_lights(rng, views)
    for picture in renderer.pictures(shape, cameras, lights)[0]:
        yield augmented(picture, rng, strength)[0] if strength > 0 else picture


def _sheet(seen: Iterable[Seen], input_kind: str, rows: int, columns: int) -> Image.Image:
    """Pictures in rows, each beneath its caption."""
    height = INPUT_SIZE + _CAPTION_PX
    sheet = Image.new("RGB", (columns * INPUT_SIZE, rows * height), "white")
    pen = ImageDraw.Draw(sheet)
    for i, (caption, picture) in enumerate(seen):
        left, top = i % columns * INPUT_SIZE, i // columns * height
        pen.rectangle((left, top, left + INPUT_SIZE - 1, top + _CAPTION_PX - 1), fill="white")
        pen.text((left + 3, top + 1), caption[:22], fill="black")
        sheet.paste(Image.fromarray(as_seen(picture, input_kind)), (left, top + _CAPTION_PX))
    return sheet


def as_seen(picture: UInt8Array, input_kind: str) -> UInt8Array:
    """A picture (128, 128, 4) as (128, 128, 3): on white, or on a checkerboard where the mask is seen too."""
    if input_kind != "rgba":
        shown = network_input(picture, input_kind).transpose(1, 2, 0)  # (128, 128, 3 or 1)
        return np.asarray(np.rint(np.repeat(shown, 3 // shown.shape[2], 2) * 255), np.uint8)
    alpha = picture[..., 3:].astype(np.float32) / 255
    return np.asarray(np.rint(picture[..., :3] * alpha + _checkerboard() * (1 - alpha)), np.uint8)


def _checkerboard() -> np.ndarray[Any, np.dtype[np.float32]]:
    square = np.arange(INPUT_SIZE) // _SQUARE_PX
    odd = (square[:, None] + square) % 2
    return np.where(odd, _DARK, _LIGHT).astype(np.float32)[..., None]
