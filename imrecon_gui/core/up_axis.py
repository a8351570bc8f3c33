"""Which axis points up in a file: Y among viewers and games, Z among slicers and in Blender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Mesh


class Up(Enum):
    """The axis that points up; USUAL is what most readers of the format take it for."""

    USUAL = "usual"
    Y = "y"
    Z = "z"


USUAL_UP: Mapping[str, Up] = MappingProxyType(
    {"glb": Up.Y, "stl": Up.Z, "3mf": Up.Z, "obj": Up.Y, "ply": Up.Y}
)
"""Format -> what its readers take for up."""

PRESCRIBED = ("glb",)
"""Formats whose standard says which axis is up: there is nothing to choose."""


def up_of(suffix: str, asked: Up) -> Up:
    """Which axis points up in a file of that format, Y or Z."""
    return USUAL_UP[suffix] if asked is Up.USUAL or suffix in PRESCRIBED else asked


def y_to_z(mesh: Mesh) -> Mesh:
    """(x, y, z) becomes (x, -z, y): a quarter turn about x, after which the front faces -Y."""
    return _turned(mesh, (0, 2, 1), (1, -1, 1))


def z_to_y(mesh: Mesh) -> Mesh:
    """(x, y, z) becomes (x, z, -y): the way back."""
    return _turned(mesh, (0, 2, 1), (1, 1, -1))


def _turned(mesh: Mesh, order: tuple[int, int, int], signs: tuple[int, int, int]) -> Mesh:
    def turn(rows: NDArray[np.float32]) -> Float32Array:
        return (rows[:, order] * np.array(signs, np.float32)).astype(np.float32)

    normals = None if mesh.normals is None else turn(mesh.normals)
    return replace(mesh, vertices=turn(mesh.vertices), normals=normals)
