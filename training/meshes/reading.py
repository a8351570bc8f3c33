"""Files of other programs as painted triangles: a file may be huge, broken, or no mesh at all."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.mesh_reading import MOST_FACES, READABLE, check_size
from training.materials import Material
from training.meshes.paint import Paint, paint_of
from training.painted import PaintedSoup

DAE = ".dae"
SUFFIXES = (*READABLE, DAE)
_BLANK = np.full((1, 8, 8, 3), 255, np.uint8)


def read(path: Path) -> PaintedSoup:
    """All parts of a mesh file where its scene has them, in the file's own axes and unit.

    Raises:
        MeshFileError: The file is missing, of no known kind, too large, broken, or without faces.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise MeshFileError(
            f"“{path.name}” is no mesh that can be read.", f"Choose a file ending in {', '.join(SUFFIXES)}."
        )
    if path.suffix.lower() == DAE and importlib.util.find_spec("collada") is None:
        raise MeshFileError(f"“{path.name}” is a Collada file.", "Install pycollada, or export it as GLB.")
    check_size(path)
    pieces = [piece for mesh in _meshes(path) if (piece := _piece(mesh)) is not None]
    if not pieces:
        raise MeshFileError(
            f"“{path.name}” holds no faces.", "Choose a file with a surface, not with points."
        )
    if sum(len(piece.triangles) for piece in pieces) > MOST_FACES:
        raise MeshFileError(f"“{path.name}” has more than {MOST_FACES:,} faces.", "Simplify it first.")
    return _joined(pieces)


@dataclass(frozen=True, eq=False)
class _Piece:
    """One part: its triangles (m, 3, 3) float64 and their paint."""

    triangles: NDArray[np.float64]
    paint: Paint


def _meshes(path: Path) -> list[Any]:
    """The file's parts as trimesh's meshes."""
    import trimesh

    options: dict[str, Any] = {"process": False}
    if path.suffix.lower() == ".obj":
        options["resolver"] = _resolver(path)
    try:
        found = trimesh.load_scene(path, **options).dump()
    except Exception as error:  # readers of broken files fail in every way there is
        raise MeshFileError(
            f"“{path.name}” cannot be read as a mesh.",
            "Open it in the program it came from and export it again.",
        ) from error
    return [mesh for mesh in found if isinstance(mesh, trimesh.Trimesh)]


def _resolver(path: Path) -> Any:
    """Finds an OBJ's materials and pictures beside it and one folder up, where ShapeNet has them."""
    from trimesh.resolvers import FilePathResolver

    class Near(FilePathResolver):  # type: ignore[misc]
        """As trimesh's own, which knows the file's folder alone."""

        def get(self, name: str) -> bytes:
            """The bytes of a file that another one names."""
            wanted, root = (path.parent / name.strip()).resolve(), path.parent.parent.resolve()
            if wanted.is_relative_to(root) and wanted.is_file():
                return wanted.read_bytes()
            return bytes(super().get(name))

    return Near(str(path))


def _piece(mesh: Any) -> _Piece | None:
    """A part without the triangles that are nowhere or have no area; None where that leaves none."""
    faces = np.asarray(mesh.faces, np.int64).reshape(-1, 3)
    vertices = np.asarray(mesh.vertices, np.float64)
    faces = faces[((faces >= 0) & (faces < len(vertices))).all(1)]
    triangles = vertices[faces]
    area = np.linalg.norm(
        np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]), axis=1
    )
    sound = np.isfinite(triangles).all((1, 2)) & (area > 0)
    if not sound.any():
        return None
    return _Piece(triangles[sound], paint_of(mesh, faces[sound], np.flatnonzero(sound)))


def _joined(pieces: list[_Piece]) -> PaintedSoup:
    """One soup with a material for each piece."""
    triangles = np.concatenate([piece.triangles for piece in pieces]).reshape(-1, 3)
    origin = triangles.mean(0)
    triangles -= origin  # float32 keeps no detail far from the origin
    paints = [piece.paint for piece in pieces]
    pictures = [paint.picture for paint in paints if paint.picture is not None]
    layers = np.cumsum([paint.picture is not None for paint in paints]) - 1
    materials: tuple[Material, ...] = tuple(paint.material for paint in paints)
    return PaintedSoup(
        triangles.astype(np.float32),
        np.repeat(np.arange(len(pieces)), [len(piece.triangles) for piece in pieces]),
        materials,
        np.concatenate([paint.places for paint in paints]),
        np.concatenate([paint.tints for paint in paints]),
        np.stack(pictures) if pictures else _BLANK,
        np.maximum(layers, 0),
        origin,
    )
