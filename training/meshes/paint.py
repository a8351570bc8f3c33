"""A found part's looks: material, picture, and colours of its corners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.materials import RGB, Material
from training.painted import PICTURE

SIDE = 256
"""Side of a picture in pixels, whatever it had: training's pictures of whole objects are half as wide."""

MOST_PIXELS = 64_000_000
GREY: RGB = (0.7, 0.7, 0.7)
GLOSS = 0.25
Float32Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Paint:
    """How m triangles look.

    Attributes:
        material: Of all of them.
        picture: (SIDE, SIDE, 3) uint8, or None.
        places: (3m, 2) float32 in the picture, from the lower left; zeros without one.
        tints: (3m, 3) float32 sRGB in [0, 1].
    """

    material: Material
    picture: NDArray[np.uint8] | None
    places: Float32Array
    tints: Float32Array


def paint_of(mesh: Any, faces: NDArray[np.int64], rows: NDArray[np.int64]) -> Paint:
    """The looks of some faces of a trimesh mesh; plain grey where it says nothing.

    Args:
        mesh: A trimesh.Trimesh.
        faces: (m, 3) the faces' corners.
        rows: (m,) the faces' places among the mesh's own.
    """
    kind = getattr(mesh.visual, "kind", None)
    if kind != "texture":
        tints = _tints(mesh, kind, faces, rows)
        colour = GREY if tints is None else (1.0, 1.0, 1.0)
        return Paint(Material(colour, GLOSS), None, _places(None, faces), _or_white(tints, faces))
    colour, gloss, metal, image = _described(mesh.visual.material)
    tints, uv, picture = _attribute(mesh.visual, faces), mesh.visual.uv, _picture(image)
    if picture is None or uv is None or len(uv) != len(mesh.vertices):
        return Paint(Material(colour, gloss, metal), None, _places(None, faces), _or_white(tints, faces))
    material = Material(colour, gloss, metal, PICTURE, colour)
    return Paint(material, picture, _places(np.asarray(uv), faces), _or_white(tints, faces))


def _described(material: Any) -> tuple[RGB, float, float, Any]:
    """Colour, gloss, metal and picture of a trimesh material."""
    if hasattr(material, "baseColorFactor"):  # glTF's: linear colours; what is not said is 1 there
        factor = _rgb(material.baseColorFactor, (1.0, 1.0, 1.0))
        red, green, blue = (level ** (1 / 2.2) for level in factor)
        rough = 0.8 if material.roughnessFactor is None else float(np.clip(material.roughnessFactor, 0, 1))
        metal = float(np.clip(material.metallicFactor or 0.0, 0, 1))
        return (red, green, blue), 0.8 * (1 - rough), metal, material.baseColorTexture
    image = getattr(material, "image", None)  # many files with pictures have black beneath: it does not count
    colour = (1.0, 1.0, 1.0) if image is not None else _rgb(getattr(material, "diffuse", None), GREY)
    return colour, GLOSS, 0.0, image


def _rgb(colour: Any, otherwise: RGB) -> RGB:
    """A colour in [0, 1] of one in [0, 1] or of bytes."""
    if colour is None:
        return otherwise
    levels = np.asarray(colour)
    scaled = levels / 255.0 if levels.dtype.kind in "ui" else levels.astype(np.float64)
    red, green, blue = np.clip(scaled[:3], 0, 1).tolist()
    return red, green, blue


def _picture(image: Any) -> NDArray[np.uint8] | None:
    """A picture at SIDE x SIDE on white; None where there is none that can be decoded."""
    from PIL import Image

    if image is None or image.width * image.height > MOST_PIXELS:
        return None
    try:
        rgba = image.convert("RGBA").resize((SIDE, SIDE), Image.Resampling.BOX)
    except (OSError, ValueError, SyntaxError):  # what Pillow says of broken files
        return None
    ground = Image.new("RGBA", rgba.size, "white")
    return np.asarray(Image.alpha_composite(ground, rgba).convert("RGB"))


def _tints(
    mesh: Any, kind: str | None, faces: NDArray[np.int64], rows: NDArray[np.int64]
) -> Float32Array | None:
    """Colours (3m, 3) of corners or of faces; None where the mesh has neither."""
    if kind == "vertex":
        return _levels(np.asarray(mesh.visual.vertex_colors)[faces.ravel()])
    if kind == "face":
        return _levels(np.repeat(np.asarray(mesh.visual.face_colors)[rows], 3, axis=0))
    return None


def _attribute(visual: Any, faces: NDArray[np.int64]) -> Float32Array | None:
    """Colours of the corners that a textured mesh has besides."""
    colours = getattr(visual, "vertex_attributes", {}).get("color")
    if colours is None or len(colours) <= faces.max():
        return None
    return _levels(np.asarray(colours)[faces.ravel()])


def _levels(colours: NDArray[Any]) -> Float32Array:
    scale = np.iinfo(colours.dtype).max if colours.dtype.kind in "ui" else 1.0
    return np.asarray(np.clip(colours[:, :3] / scale, 0, 1), np.float32)


def _or_white(tints: Float32Array | None, faces: NDArray[np.int64]) -> Float32Array:
    return np.ones((faces.size, 3), np.float32) if tints is None else tints


def _places(uv: NDArray[Any] | None, faces: NDArray[np.int64]) -> Float32Array:
    if uv is None:
        return np.zeros((faces.size, 2), np.float32)
    return np.asarray(np.nan_to_num(uv[faces.ravel(), :2]), np.float32)
