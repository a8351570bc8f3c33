"""Labels against a sphere and a box, whose occupancy is known."""

from __future__ import annotations

import numpy as np
import pytest

from training.materials import Material
from training.sampling import boundary_cells, cell_centres, sample, surface_points, voxelise
from training.shape import Shape, shape
from training.solids import box, ellipsoid

CLAY = Material((0.5, 0.5, 0.5))


def ball() -> Shape:
    return shape([(ellipsoid((0.4, 0.4, 0.4)), CLAY)])


def test_voxels_fill_the_sphere() -> None:
    grid = voxelise(ball(), 64)
    assert grid.sum() * (1.1 / 64) ** 3 == pytest.approx(4 / 3 * np.pi * 0.4**3, rel=0.01)
    x, y, z = np.meshgrid(*[cell_centres(64)] * 3, indexing="ij")
    assert (grid == (x**2 + y**2 + z**2 <= 0.16)).all()


def test_parts_are_joined() -> None:
    two = shape([(box((1, 0.2, 0.2)), CLAY), (box((0.2, 1, 0.2)), CLAY)])
    count = voxelise(two, 64).sum() * (1.1 / 64) ** 3
    assert count == pytest.approx(2 * 0.04 - 0.008, rel=0.1)


def test_normalising_centres_and_scales() -> None:
    bounds = shape([(box((2, 4, 1), at=(5, 5, 5)), CLAY)]).normalised().bounds()
    assert bounds[1] - bounds[0] == pytest.approx([0.5, 1, 0.25])
    assert bounds.sum(0) == pytest.approx(0)


def test_free_points_are_near_and_rightly_labelled() -> None:
    samples = sample(ball(), np.random.default_rng(0), n_free=2000)
    distance = np.linalg.norm(samples.points, axis=1)
    assert (samples.labels == (distance <= 0.4)).all()
    assert 0.3 < samples.labels.mean() < 0.7
    assert np.abs(distance - 0.4).max() < 0.2


def test_boundary_cells_touch_both_sides() -> None:
    grid = voxelise(ball(), 64)
    cells = boundary_cells(grid, 1000, np.random.default_rng(0))
    radius = np.linalg.norm(cell_centres(64)[cells], axis=1)
    near = np.abs(radius - 0.4) < 2 * np.sqrt(3) * 1.1 / 64
    assert near[:800].all()
    assert not near[800:].all()


def test_surface_points_are_even() -> None:
    points = surface_points(shape([(box((1, 1, 1)), CLAY)]), 6000, np.random.default_rng(0))
    faces = [(np.abs(points[:, i] - s / 2) < 1e-9).mean() for i in range(3) for s in (-1, 1)]
    assert faces == pytest.approx([1 / 6] * 6, abs=0.02)


def test_same_seed_same_samples() -> None:
    a, b = (sample(ball(), np.random.default_rng(3)) for _ in range(2))
    assert (a.points == b.points).all() and (a.cells64 == b.cells64).all()
