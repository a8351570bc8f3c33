"""Triangle soups whose pictures are known in advance."""

from __future__ import annotations

import numpy as np
import trimesh

from training.materials import Material
from training.soup import Soup

RED = Material((0.75, 0.05, 0.05), gloss=0.0)
GREEN = Material((0.05, 0.75, 0.05), gloss=0.0)
BLUE = Material((0.05, 0.05, 0.75), gloss=0.0)
WHITE = Material((0.75, 0.75, 0.75), gloss=0.0)


def soup_of(mesh: trimesh.Trimesh, material: Material = WHITE) -> Soup:
    corners = np.asarray(mesh.triangles, np.float32).reshape(-1, 3)
    return Soup(corners, np.zeros(len(mesh.faces), np.int32), (material,))


def sphere(radius: float = 0.5, material: Material = WHITE) -> Soup:
    return soup_of(trimesh.creation.icosphere(subdivisions=4, radius=radius), material)


def painted_cube() -> Soup:
    """The unit cube: +Z red, +X green, the four other faces blue."""
    mesh = trimesh.creation.box((1, 1, 1))
    part = np.full(len(mesh.faces), 2, np.int32)
    part[mesh.face_normals[:, 2] > 0.9] = 0
    part[mesh.face_normals[:, 0] > 0.9] = 1
    corners = np.asarray(mesh.triangles, np.float32).reshape(-1, 3)
    return Soup(corners, part, (RED, GREEN, BLUE))
