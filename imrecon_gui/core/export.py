"""Mesh files for other programs: each format with the units and the axes its readers expect."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from imrecon_gui.core import mesh_files
from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.mesh_ops import vertex_normals
from imrecon_gui.core.types import Mesh
from imrecon_gui.core.up_axis import Up, up_of, y_to_z, z_to_y
from imrecon_gui.core.whole_file import write_whole

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "glb": "glTF binary (Y up, object units)",
        "stl": "STL for printing (usually Z up, millimetres)",
        "3mf": "3MF for printing (usually Z up, millimetres)",
        "obj": "Wavefront OBJ (usually Y up, object units)",
        "ply": "Stanford PLY (usually Y up, object units)",
    }
)
"""Suffix -> description, in the order in which dialogs offer them."""

_WRITERS: Mapping[str, Callable[[Mesh], bytes]] = MappingProxyType(
    {
        "glb": mesh_files.glb,
        "stl": mesh_files.stl,
        "3mf": mesh_files.threemf,
        "obj": mesh_files.obj,
        "ply": mesh_files.ply,
    }
)
COLOURED = ("glb", "obj", "ply")
"""Formats that hold colours."""

_IN_MILLIMETRES = ("stl", "3mf")

_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Free some space or choose another disk."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space or choose another disk."),
    errno.EROFS: ("The disk cannot be written to.", "Choose another disk."),
    errno.ENOENT: ("The folder does not exist.", "Choose a folder that exists."),
    errno.ENOTDIR: ("The folder does not exist.", "Choose a folder that exists."),
    errno.EISDIR: ("There is a folder of that name.", "Choose another name."),
    errno.ENAMETOOLONG: ("The file name is too long.", "Choose a shorter name."),
    errno.EACCES: (
        "The folder or the file is protected.",
        "Choose another folder, or close the program that uses it.",
    ),
    errno.EPERM: (
        "The folder or the file is protected.",
        "Choose another folder, or close the program that uses it.",
    ),
}


def export(mesh: Mesh, path: Path, *, longest_side_mm: float = 100.0, up: Up = Up.USUAL) -> None:
    """Write a mesh in the format that the path's suffix names; see `FORMATS`.

    The file appears whole or not at all. GLB, OBJ and PLY keep object units and carry normals and colours;
    STL and 3MF are made ready to print, see `to_print_space`.

    Args:
        mesh: The mesh, in object space.
        path: The file to write; one that exists is replaced.
        longest_side_mm: Longest side of the bounding box in STL and 3MF files.
        up: The axis that points up; GLB keeps Y, as its standard demands.

    Raises:
        ExportError: The suffix is unknown, the mesh has no faces, the size is not positive, or the file
            cannot be written.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise ExportError(
            f'"{path.name}" does not end in a mesh format.', f"Choose a name that ends in one of {known}."
        )
    if not len(mesh.faces):
        raise ExportError("There is no mesh to save.", "Reconstruct a picture first.")
    content = _WRITERS[suffix](_placed(mesh, suffix, longest_side_mm, up_of(suffix, up)))
    try:
        write_whole(path, content)
    except OSError as error:
        what, remedy = _REASONS.get(
            error.errno or 0, (f"{error.strerror or error}.", "Choose another folder.")
        )
        raise ExportError(f"{path.name} could not be saved. {what}", remedy) from error


def _placed(mesh: Mesh, suffix: str, longest_side_mm: float, up: Up) -> Mesh:
    """The mesh in the format's unit, with normals where it has some, the right way up."""
    if suffix in _IN_MILLIMETRES:
        printed = to_print_space(mesh, longest_side_mm)
        return printed if up is Up.Z else z_to_y(printed)
    if mesh.normals is None:
        mesh = replace(mesh, normals=vertex_normals(mesh))
    return mesh if up is Up.Y else y_to_z(mesh)


def to_print_space(mesh: Mesh, longest_side_mm: float) -> Mesh:
    """Object space -> what a printer's software expects: millimetres, +Z up, on the floor.

    (x, y, z) becomes (x, -z, y), a quarter turn about x, so the front faces -Y, towards the person. The
    bounding box is centred in x and y and starts at z = 0.

    Raises:
        ExportError: The size is not a positive number.
    """
    if not (np.isfinite(longest_side_mm) and longest_side_mm > 0):
        raise ExportError(f"{longest_side_mm} mm is no size.", "Choose a length above zero.")
    places = mesh.vertices.astype(np.float64)[:, [0, 2, 1]] * (1, -1, 1)
    used = places[np.unique(mesh.faces)]
    low, high = used.min(0), used.max(0)
    side = (high - low).max()
    if side <= 0:
        raise ExportError("The mesh has no extent.", "Reconstruct the picture again.")
    middle = (low + high) / 2
    places = (places - (middle[0], middle[1], low[2])) * (longest_side_mm / side)
    return Mesh(places.astype(np.float32), mesh.faces)
