"""A contact sheet: each picture beside its mesh, seen from a few sides, on one PNG.

Drawn off-screen, so it needs neither a display nor a window system.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyvista as pv
from PIL import Image, ImageDraw, ImageOps
from vtkmodules.vtkCommonCore import vtkLogger

CELL_PX = 256
CAPTION_PX = 20
AZIMUTHS_DEG = (30.0, 120.0, 210.0)
ELEVATION_DEG = 20.0
FIELD_OF_VIEW_DEG = 30.0
PAPER = (255, 255, 255)
INK = (40, 40, 40)
CLAY = "#e3cfb6"


@dataclass(frozen=True)
class Row:
    """One picture, the STL file of its mesh, and a line of text."""

    picture: Path
    mesh: Path
    caption: str


def write(rows: Sequence[Row], path: Path) -> None:
    """Draw the rows below one another and write the sheet; a file that exists is replaced whole."""
    sheet = Image.new("RGB", ((1 + len(AZIMUTHS_DEG)) * CELL_PX, len(rows) * (CELL_PX + CAPTION_PX)), PAPER)
    draw = ImageDraw.Draw(sheet)
    for i, row in enumerate(rows):
        top = i * (CELL_PX + CAPTION_PX)
        for k, cell in enumerate([_thumbnail(row.picture), *_views(row.mesh)]):
            sheet.paste(cell, (k * CELL_PX, top))
        draw.text((6, top + CELL_PX + 3), row.caption, fill=INK)
    temporary = path.with_name(f".{path.name}")
    sheet.save(temporary, format="PNG")
    temporary.replace(path)


def _thumbnail(path: Path) -> Image.Image:
    """The picture on white, fitted into a cell."""
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    picture = ImageOps.contain(picture, (CELL_PX, CELL_PX))
    cell = Image.new("RGB", (CELL_PX, CELL_PX), PAPER)
    corner = ((CELL_PX - picture.width) // 2, (CELL_PX - picture.height) // 2)
    cell.paste(picture, corner, mask=picture.getchannel("A"))
    return cell


def _views(path: Path) -> list[Image.Image]:
    """The mesh from each azimuth; STL is +Z up with the front towards -Y."""
    mesh = pv.read(path).clean()
    vtkLogger.SetStderrVerbosity(vtkLogger.VERBOSITY_ERROR)  # it warns that there is no X server: we know
    plotter = pv.Plotter(off_screen=True, window_size=[CELL_PX, CELL_PX])
    try:
        plotter.set_background("white")
        plotter.add_mesh(mesh, color=CLAY, smooth_shading=True, split_sharp_edges=True)
        plotter.camera.view_angle = FIELD_OF_VIEW_DEG
        return [_view(plotter, np.asarray(mesh.center), mesh.length, azimuth) for azimuth in AZIMUTHS_DEG]
    finally:
        plotter.close()


def _view(plotter: pv.Plotter, centre: np.ndarray, diagonal: float, azimuth_deg: float) -> Image.Image:
    a, e = np.radians([azimuth_deg, ELEVATION_DEG])
    towards = np.array([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])
    # The bounding sphere, of half the diagonal, just fits the field of view.
    distance = 0.5 * diagonal / np.sin(np.radians(FIELD_OF_VIEW_DEG) / 2)
    plotter.camera_position = [tuple(centre + distance * towards), tuple(centre), (0.0, 0.0, 1.0)]
    plotter.reset_camera_clipping_range()
    plotter.render()  # a second screenshot alone repeats the first picture
    return Image.fromarray(plotter.screenshot(return_img=True))
