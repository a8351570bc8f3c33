"""The data of IM-NET's and IM-SVR's authors: one HDF5 file for all shapes of a set.

    pixels                  (n, views, 137, 137) uint8 grey on white; 128 x 128 and a last axis of one will do
    voxels                  (n, 64, 64, 64, 1) uint8
    points_64, values_64    (n, 32768, 3) uint8 cells of 256^3, (n, 32768, 1) uint8; 16 and 32 likewise
    <the same name>.txt     optional, a line for each shape: 03001627/1a04e3...

The axes are those of `imrecon_gui.core.authors`: a half turn about Y, and their whole cube on ours, so that
cells go to cells. A shard gets the voxels, what can be told from them (those of 32^3: any of eight), and
points of `points_64`; `points_16` and `points_32` are samples of coarser voxels and not needed.
Where the pictures were taken from is not in the file: a network that looks where it asks cannot learn of it.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import MeshFileError, TrainingError
from imrecon_gui.core.framing import frame
from imrecon_gui.core.types import FIELD_BOUND, UInt8Array
from imrecon_gui.core.viewpoint import FIELDS
from training.meshes.shapenet import NAMES
from training.meshes.sources import Model, fit_name, split

SUFFIXES = (".hdf5", ".h5")
KEYS = ("pixels", "voxels", "points_64", "values_64")
N_CELLS32, N_CELLS64, N_POINTS = 4096, 8192, 4096
WHITE = 255


def find_authors(path: Path, category: str | None = None) -> list[Model]:
    """The shapes of a file, as models to prepare.

    Args:
        path: The file.
        category: What they show; by default the list beside the file says it, else the file's name.

    Raises:
        TrainingError: The file cannot be read or is of another kind, or h5py is not installed.
    """
    return split(_model(path, name, category) for name in _names(path))


def _model(path: Path, name: str, category: str | None) -> Model:
    synset, _, rest = name.rpartition("/")
    shown = category or NAMES.get(synset, synset) or path.stem
    return Model(fit_name(shown), fit_name(rest), path, held=False, up="+y", front="-z")


@lru_cache(2)
def _names(path: Path) -> tuple[str, ...]:
    """A name for each shape: the list's lines, or numbers where there is none that fits."""
    with _opened(path) as file:
        count = len(file["voxels"])
    listed = path.with_suffix(".txt")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    if lines and len(lines) != count:
        raise TrainingError(
            f"{listed.name} names {len(lines)} shapes, {path.name} has {count}.", "Take the list away."
        )
    return tuple(lines or (f"{i:06d}" for i in range(count)))


def row(model: Model, views: int) -> dict[str, Any]:
    """All arrays of one shape, see `training.shards`; its viewpoints are not numbers.

    Raises:
        MeshFileError: It is empty or has too few pictures.
        TrainingError: The file cannot be read.
    """
    from training.shards import packed_samples

    with _opened(model.path) as file:
        i = _places(model.path)[model.name]
        pixels, voxels, points, values = (np.asarray(file[key][i]) for key in KEYS)
    if not voxels.any():
        raise MeshFileError("It is empty.", "Leave it out.")
    if len(pixels) < views:
        raise MeshFileError(f"It has fewer than {views} pictures.", "Ask for fewer with --views.")
    greys = pixels[:views].reshape(views, *pixels.shape[1:3])
    shown = np.stack([frame(cut_out(grey)) for grey in greys])
    nowhere = np.full((views, len(FIELDS)), np.nan, np.float32)
    samples = _samples(voxels, points, values, np.random.default_rng(model.seed))
    return {"pictures": shown, "viewpoints": nowhere, **packed_samples(samples)}


def cut_out(grey: UInt8Array) -> UInt8Array:
    """A grey picture (s, s) on white with its ground made transparent: the white that reaches the rim."""
    import cv2

    _, parts = cv2.connectedComponents((grey == WHITE).astype(np.uint8), connectivity=4)
    rim = np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]])
    alpha = np.where(np.isin(parts, np.unique(rim[rim > 0])), 0, 255).astype(np.uint8)
    return np.dstack([grey, grey, grey, alpha])


def _samples(
    voxels: NDArray[Any], points: NDArray[Any], values: NDArray[Any], rng: np.random.Generator
) -> Any:
    """A shape's labels in our axes, see `training.sampling.Samples`."""
    from training.sampling import Samples, boundary_cells

    grid64 = voxels.reshape(64, 64, 64)[::-1, :, ::-1] > 0
    grid32 = np.asarray(grid64.reshape(32, 2, 32, 2, 32, 2).any((1, 3, 5)))
    chosen = rng.choice(len(points), N_POINTS, replace=len(points) < N_POINTS)
    places = ((points[chosen] + 0.5) / 256 - 0.5) * [-1, 1, -1] * (2 * FIELD_BOUND)
    return Samples(
        grid64,
        grid32,
        boundary_cells(grid32, N_CELLS32, rng),
        boundary_cells(grid64, N_CELLS64, rng),
        places.astype(np.float32),
        values.reshape(-1)[chosen] > 0,
    )


@lru_cache(2)
def _places(path: Path) -> dict[str, int]:
    """The row of each shape in the file."""
    return {_model(path, name, "any").name: i for i, name in enumerate(_names(path))}


def _opened(path: Path) -> Any:
    """The file as h5py's, with the arrays that are needed."""
    if importlib.util.find_spec("h5py") is None:
        raise TrainingError(f"“{path.name}” is an HDF5 file.", "Install h5py: pip install 'imrecon[hdf5]'.")
    import h5py

    try:
        file = h5py.File(path, "r")
    except OSError as error:
        raise TrainingError(f"“{path.name}” cannot be read as HDF5.", "Copy it again.") from error
    missing = [key for key in KEYS if key not in file]
    if missing:
        file.close()
        raise TrainingError(f"“{path.name}” has no {missing[0]}.", f"Choose a file with {', '.join(KEYS)}.")
    return file


def is_authors(path: Path) -> bool:
    """Whether a path names such a file."""
    return path.suffix.lower() in SUFFIXES
