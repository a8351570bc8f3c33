"""Meshes of other programs, read with care: a file may be huge, broken, or no mesh at all."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.types import Float32Array, Mesh

READABLE: Mapping[str, str] = MappingProxyType(
    {
        ".stl": "STL",
        ".obj": "Wavefront OBJ",
        ".ply": "Stanford PLY",
        ".glb": "glTF binary",
        ".gltf": "glTF",
        ".3mf": "3MF",
        ".off": "OFF",
    }
)
"""Suffix -> name of the mesh files that can be read."""

Z_UP = (".stl", ".3mf")
"""Formats whose up is +Z, by the conventions of `core.types`; they are turned to +Y."""

MOST_BYTES = 200_000_000
MOST_FACES = 1_000_000


def read_mesh(path: Path) -> Mesh:
    """Read a mesh file, all its parts as one mesh, +Y up, in whatever unit it has.

    Raises:
        MeshFileError: The file is missing, of no known kind, too large, broken, or without faces.
    """
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        known = ", ".join(READABLE)
        raise MeshFileError(
            f"“{path.name}” is no mesh that can be read.", f"Choose a file ending in {known}."
        )
    check_size(path)
    vertices, faces = _arrays(path, {"skip_materials": True} if suffix == ".obj" else {})
    if not len(faces):
        raise MeshFileError(
            f"“{path.name}” holds no faces.", "Choose a file with a surface, not with points."
        )
    if len(faces) > MOST_FACES:
        raise MeshFileError(
            f"“{path.name}” has {len(faces):,} faces.", f"Simplify it to {MOST_FACES:,} or fewer first."
        )
    if not np.isfinite(vertices).all():
        raise MeshFileError(f"“{path.name}” has corners that are nowhere.", "Repair it or export it again.")
    return Mesh(_y_up(vertices) if suffix in Z_UP else vertices, faces)


def check_size(path: Path) -> None:
    """Refuse a file too large to be decoded, unpacked archives included; raises `MeshFileError`."""
    try:
        size = path.stat().st_size
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                size = max(size, sum(entry.file_size for entry in archive.infolist()))
    except (OSError, zipfile.BadZipFile) as error:
        raise MeshFileError(f"“{path.name}” cannot be opened.", "Choose another file.") from error
    if size > MOST_BYTES:
        raise MeshFileError(
            f"“{path.name}” is too large: {size / 1e6:,.0f} MB.",
            f"Simplify the mesh; up to {MOST_BYTES / 1e6:.0f} MB can be read.",
        )


def _arrays(path: Path, options: dict[str, Any]) -> tuple[Float32Array, Any]:
    """Vertices (n, 3) float32 and faces (m, 3) int32, parts put where the scene has them."""
    import trimesh

    try:
        loaded = trimesh.load_mesh(path, **options)
        vertices, faces = np.asarray(loaded.vertices, np.float64), np.asarray(loaded.faces, np.int32)
        faces = faces.reshape(-1, 3)
        if len(faces) and not (faces.min() >= 0 and faces.max() < len(vertices)):
            raise ValueError("a face names a corner that is not there")
        if len(vertices):
            vertices = vertices - vertices.mean(axis=0)  # float32 keeps no detail far from the origin
    except Exception as error:  # readers of broken files fail in every way there is
        raise MeshFileError(
            f"“{path.name}” cannot be read as a mesh.",
            "Open it in the program it came from and export it again.",
        ) from error
    return vertices.astype(np.float32), faces


def _y_up(vertices: Float32Array) -> Float32Array:
    """(x, y, z) -> (x, z, -y): the way back from the printer's axes."""
    return np.ascontiguousarray(vertices[:, [0, 2, 1]] * np.array([1, 1, -1], np.float32))
