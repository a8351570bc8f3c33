"""Labelled points of a shape: cells of regular grids, and free points near the surface.

Grid sampling follows IM-NET (Chen & Zhang 2019, section 3.1): all cells at 16^3, and at 32^3 and 64^3 mostly
cells whose 3x3x3 neighbourhood is mixed, since the rest teaches little. Labels are exact, not interpolated.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, minimum_filter

from imrecon_gui.core.types import FIELD_BOUND
from training.shape import Shape

Bool = NDArray[np.bool_]
BOUNDARY_SHARE = 0.8
NEAR_SIGMAS = (0.01, 0.03)


@dataclass(frozen=True, eq=False)
class Samples:
    """Everything that stage one and stage two ask of a shape.

    Attributes:
        voxels64: (64, 64, 64) bool, occupancy at cell centres of the field's cube.
        voxels32: (32, 32, 32) bool, likewise.
        cells32: (n32, 3) uint8 cell indices; their labels are in voxels32.
        cells64: (n64, 3) uint8 cell indices; their labels are in voxels64.
        points: (n, 3) float32, free points near the surface.
        labels: (n,) bool, whether they lie inside.
    """

    voxels64: Bool
    voxels32: Bool
    cells32: NDArray[np.uint8]
    cells64: NDArray[np.uint8]
    points: NDArray[np.float32]
    labels: Bool


def sample(
    shape: Shape, rng: np.random.Generator, n32: int = 4096, n64: int = 8192, n_free: int = 4096
) -> Samples:
    """Label a normalised shape."""
    voxels64, voxels32 = voxelise(shape, 64), voxelise(shape, 32)
    points = surface_points(shape, n_free, rng)
    sigma = rng.choice(NEAR_SIGMAS, size=(n_free, 1))
    points = np.clip(points + sigma * rng.standard_normal((n_free, 3)), -FIELD_BOUND, FIELD_BOUND)
    labelled = points.astype(np.float32)
    cells32, cells64 = boundary_cells(voxels32, n32, rng), boundary_cells(voxels64, n64, rng)
    return Samples(voxels64, voxels32, cells32, cells64, labelled, shape.inside(labelled))


def cell_centres(resolution: int) -> NDArray[np.float64]:
    """Coordinates (resolution,) of cell centres along one axis of the field's cube."""
    return np.asarray((np.arange(resolution) + 0.5) * (2 * FIELD_BOUND / resolution) - FIELD_BOUND)


def voxelise(shape: Shape, resolution: int) -> Bool:
    """Occupancy (n, n, n) bool at cell centres; each part is asked only within its own bounds."""
    grid = np.zeros((resolution,) * 3, dtype=bool)
    centres = cell_centres(resolution)
    for part in shape.parts:
        low, high = part.solid.bounds()
        pad = 0.02 * float((high - low).max())
        start = np.searchsorted(centres, low - pad)
        stop = np.searchsorted(centres, high + pad)
        if (stop <= start).any():
            continue
        window = tuple(slice(a, b) for a, b in zip(start, stop, strict=True))
        axes = np.meshgrid(*(centres[s] for s in window), indexing="ij")
        points = np.stack([a.ravel() for a in axes], axis=-1)
        grid[window] |= part.solid.inside(points).reshape(axes[0].shape)
    return grid


def boundary_cells(voxels: Bool, count: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Draw cell indices (count, 3), BOUNDARY_SHARE of them where the neighbourhood is mixed."""
    grid = voxels.view(np.uint8)
    mixed = np.flatnonzero(maximum_filter(grid, 3) != minimum_filter(grid, 3))
    n_mixed = int(count * BOUNDARY_SHARE) if len(mixed) else 0
    chosen = rng.integers(0, voxels.size, count)
    chosen[:n_mixed] = rng.choice(mixed, n_mixed) if n_mixed else chosen[:n_mixed]
    return np.stack(np.unravel_index(chosen, voxels.shape), axis=-1).astype(np.uint8)


def surface_points(shape: Shape, count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Points (count, 3) on the parts' triangles, uniform by area."""
    corners = shape.triangles()[0].astype(np.float64).reshape(-1, 3, 3)
    a, ab, ac = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = np.linalg.norm(np.cross(ab, ac), axis=1)
    pick = rng.choice(len(area), count, p=area / area.sum())
    u, v = rng.random((2, count, 1))
    flip = u + v > 1
    u, v = np.where(flip, 1 - u, u), np.where(flip, 1 - v, v)
    return np.asarray(a[pick] + u * ab[pick] + v * ac[pick])
