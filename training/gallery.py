"""Contact sheets of random shapes, to look at what a category makes.

`python -m training.gallery chair sheet.png --seed 3 --rows 5 --columns 8 --views 2`
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from imrecon_gui.core.errors import ImreconError
from training.cameras import random_cameras
from training.categories import make
from training.lights import random_lights
from training.render import Renderer, UInt8Array
from training.sheet_file import write

_CELL = 192


def gallery(category: str, rows: int, columns: int, seed: int, out: Path, views: int = 1) -> None:
    """Write a contact sheet of shapes number seed, seed + 1, ... of a category.

    Args:
        category: One of training.categories.NAMES.
        rows: Cells from top to bottom.
        columns: Cells from left to right.
        seed: Number of the first shape.
        out: Picture file; its suffix names the format.
        views: Neighbouring cells that show one shape from different sides.

    Raises:
        TrainingError: No such category, no OpenGL, or the file cannot be written.
    """
    sheet = Image.new("RGB", (columns * _CELL, rows * _CELL), "white")
    shapes = -(-rows * columns // views)
    with Renderer(_CELL) as renderer:
        for i in range(shapes):
            pictures, kind = _views(renderer, category, seed + i, views)
            for j, picture in enumerate(pictures[: rows * columns - i * views]):
                _place(sheet, picture, i * views + j, columns, f"{seed + i} {kind}" if j == 0 else "")
    write(sheet, out)


def main(arguments: list[str] | None = None) -> None:
    """Command line: a category and a file."""
    parser = argparse.ArgumentParser(prog="python -m training.gallery", description=gallery.__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("category")
    parser.add_argument("out", type=Path)
    for name, default in (("seed", 0), ("rows", 5), ("columns", 8), ("views", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args(arguments)
    try:
        gallery(options.category, options.rows, options.columns, options.seed, options.out, options.views)
    except ImreconError as error:
        sys.exit(str(error))


def _views(renderer: Renderer, category: str, seed: int, views: int) -> tuple[UInt8Array, str]:
    """Pictures (views, _CELL, _CELL, 4) of one shape, and its kind."""
    shape = make(category, seed)
    rng = np.random.default_rng(seed)
    return renderer.render(shape, random_cameras(rng, views), random_lights(rng, views)), shape.kind


def _place(sheet: Image.Image, picture: UInt8Array, cell: int, columns: int, caption: str) -> None:
    tile = Image.new("RGB", (_CELL, _CELL), "white")
    image = Image.fromarray(picture)
    tile.paste(image, (0, 0), image)
    ImageDraw.Draw(tile).multiline_text((3, 1), textwrap.fill(caption, 30), fill="black", spacing=1)
    sheet.paste(tile, (cell % columns * _CELL, cell // columns * _CELL))


if __name__ == "__main__":
    main()
