"""Pictures that others rendered of ShapeNet's models: layout and cameras of 3D-R2N2 (Choy et al. 2016).

    <root>/<synset>/<model>/rendering/00.png ...               137 x 137 RGBA
    <root>/<synset>/<model>/rendering/renderings.txt           the pictures' names, one a line
    <root>/<synset>/<model>/rendering/rendering_metadata.txt   a line each: azimuth, elevation, in-plane
                                                               rotation, distance, field of view

Their authors name the numbers but do not define them; Pixel2Mesh, DISN and Mesh R-CNN read them alike. In the
axes and the unit of version 1's files, with azimuth a and elevation e in degrees, the camera stands at

    1.75 * distance * (cos a cos e, sin e, sin a cos e)

upright, and looks at the origin through a lens of 35 mm before a sensor of 32 mm, whatever the field of view
says. The in-plane rotation is 0 in the published files; its sense is taken as DISN takes it. The pictures are
of version 1: other trees are turned against them, which is noticed, as the mesh must lie in its picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.framing import Window, framed
from imrecon_gui.core.types import INPUT_SIZE, UInt8Array
from imrecon_gui.core.viewpoint import Viewpoint
from training.cameras import Camera, box_centre
from training.meshes.sources import Model
from training.painted import PaintedSoup

Float = NDArray[np.float64]
FARTHEST = 1.75
FOV_DEG = float(np.degrees(2 * np.arctan2(32 / 2, 35)))
COLUMNS = 5
LEAST_INSIDE = 0.9
"""Share of a mesh's corners that must lie in its picture, give or take two pixels."""


def with_renderings(models: Sequence[Model], source: Path, folder: Path) -> list[Model]:
    """The models of a ShapeNetCore folder, each with the place where its renderings should be."""
    return [
        replace(model, renderings=folder.joinpath(*model.path.relative_to(source).parts[:2], "rendering"))
        for model in models
    ]


@dataclass(frozen=True)
class Shot:
    """One rendering: its picture, and the numbers of its line."""

    path: Path
    azimuth_deg: float
    elevation_deg: float
    rotation_deg: float
    distance: float


def read_shots(folder: Path, views: int) -> list[Shot]:
    """The first renderings of a model's folder; raises `MeshFileError` where there are too few."""
    try:
        names = (folder / "renderings.txt").read_text(encoding="utf-8").split()
        rows = np.loadtxt(folder / "rendering_metadata.txt", ndmin=2)
    except (OSError, ValueError) as error:
        raise MeshFileError(
            "Its renderings are missing or cannot be read.", f"Look into {folder}."
        ) from error
    if min(len(names), len(rows)) < views or rows.shape[1] != COLUMNS:
        raise MeshFileError(f"It has fewer than {views} renderings.", "Ask for fewer with --views.")
    return [Shot(folder / name, *map(float, row[:4])) for name, row in zip(names[:views], rows, strict=False)]


def pictures(
    folder: Path, views: int, found: PaintedSoup, turn: Float
) -> tuple[UInt8Array, NDArray[np.float32]]:
    """A model's renderings as the network sees pictures, and where they were taken from.

    Args:
        folder: Its "rendering".
        views: How many, from the first on.
        found: The model in its file's axes.
        turn: See `training.meshes.axes.turn`.

    Returns:
        As of `training.render.Renderer.pictures`.

    Raises:
        MeshFileError: Pictures are missing or broken, or show the mesh elsewhere.
    """
    shown = [_seen(shot, found, turn) for shot in read_shots(folder, views)]
    inside = np.mean([_inside(picture, places) for picture, _, places in shown])
    if inside < LEAST_INSIDE:
        raise MeshFileError(
            f"Only {inside:.0%} of it lies in its renderings.", "They are of ShapeNetCore, version 1."
        )
    return np.stack([row[0] for row in shown]), np.stack([row[1].array() for row in shown])


def _seen(shot: Shot, found: PaintedSoup, turn: Float) -> tuple[UInt8Array, Viewpoint, Float]:
    """A rendering framed, its viewpoint, and where the mesh's corners (n, 2) lie in it, see `Viewpoint`."""
    rgba = _rgba(shot.path)
    picture, window = framed(rgba)
    corners = (found.vertices.astype(np.float64) + found.origin) @ turn.T
    size = float(np.ptp(corners, axis=0).max())
    camera, centre = aimed(shot, turn), np.asarray(box_centre(corners), np.float64)
    viewpoint = _viewpoint(camera, centre, size, len(rgba), window)
    return picture, viewpoint, _project(camera, viewpoint, (corners - centre) / size)


def aimed(shot: Shot, turn: Float) -> Camera:
    """The camera of a rendering, about the file's origin turned to our axes, in the file's unit."""
    there = Camera(90 - shot.azimuth_deg, shot.elevation_deg, roll_deg=shot.rotation_deg)
    right, _, back = there.axes() @ turn.T
    azimuth, elevation = np.degrees([np.arctan2(back[0], back[2]), np.arcsin(np.clip(back[1], -1, 1))])
    level = Camera(float(azimuth), float(elevation)).axes()
    roll = np.degrees(np.arctan2(-right @ level[1], right @ level[0]))
    return Camera(float(azimuth), float(elevation), FOV_DEG, FARTHEST * shot.distance, float(roll))


def _viewpoint(camera: Camera, centre: Float, size: float, side: int, window: Window) -> Viewpoint:
    """The camera about the object's centre, in its own unit; exact where the camera looks at that centre."""
    x, y, z = camera.axes() @ centre
    distance = FARTHEST if camera.distance is None else camera.distance
    about = replace(camera, distance=(distance - z) / size).viewpoint(side, window)
    off = side / window.side / (camera.half_width * (distance - z))
    return replace(about, x=about.x + float(x * off), y=about.y + float(y * off))


def _project(camera: Camera, viewpoint: Viewpoint, points: Float) -> Float:
    """Positions (n, 2) of normalised points (n, 3), as `imrecon_gui.core.viewpoint.project` without torch."""
    local = points @ camera.axes().T
    scale = viewpoint.scale / (1 - viewpoint.perspective * local[:, 2])
    return np.asarray(local[:, :2] * scale[:, None] + [viewpoint.x, viewpoint.y])


def _inside(picture: UInt8Array, places: Float) -> float:
    """Share of the places that lie in a picture's object, give or take two pixels."""
    import cv2

    mask = cv2.dilate(picture[..., 3], np.ones((5, 5), np.uint8)) > 0
    columns, rows = (places * [0.5, -0.5] + 0.5).T * INPUT_SIZE
    known = (np.minimum(rows, columns) >= 0) & (np.maximum(rows, columns) < INPUT_SIZE)
    return float(mask[rows[known].astype(int), columns[known].astype(int)].sum() / len(places))


def _rgba(path: Path) -> UInt8Array:
    """A rendering (s, s, 4) uint8."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            rgba = np.asarray(image.convert("RGBA"))
    except (OSError, ValueError, SyntaxError) as error:
        raise MeshFileError(f"Its rendering {path.name} cannot be read.", "Unpack it again.") from error
    if rgba.shape[0] != rgba.shape[1]:
        raise MeshFileError(f"Its rendering {path.name} is not square.", "Unpack it again.")
    return rgba
