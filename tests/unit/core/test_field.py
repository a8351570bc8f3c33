import time

import numpy as np
import pytest
import torch
from scipy.ndimage import maximum_filter

from imrecon_gui.core import field as field_module
from imrecon_gui.core.errors import DeviceError, ImreconError
from imrecon_gui.core.field import sample_field
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.types import FIELD_BOUND
from tests.unit.core.solids_for_tests import box, grid_points, random_network, sphere, union


class RecordingJob:
    def __init__(self, stop_after=None):
        self.reports, self.n_checks, self._stop_after = [], 0, stop_after

    def check(self):
        self.n_checks += 1
        if self._stop_after is not None and self.n_checks > self._stop_after:
            raise Cancelled

    def report(self, stage, done, total):
        self.reports.append((stage, done, total))


def dense(decode, resolution, level=0.0):
    points = torch.from_numpy(grid_points(resolution).reshape(-1, 3))
    values = decode(points).numpy().reshape((resolution + 1,) * 3).copy()
    for axis in range(3):
        rim = np.moveaxis(values, axis, 0)
        rim[[0, -1]] = np.minimum(rim[[0, -1]], level - field_module.RIM_MARGIN)
    return values


def crossed(inside):
    """Nodes of all cells with corners on both sides."""
    n = len(inside) - 1
    corners = [inside[i : i + n, j : j + n, k : k + n] for i in (0, 1) for j in (0, 1) for k in (0, 1)]
    mixed = np.any(corners, 0) & ~np.all(corners, 0)
    nodes = np.zeros_like(inside)
    for i in (0, 1):
        for j in (0, 1):
            for k in (0, 1):
                nodes[i : i + n, j : j + n, k : k + n] |= mixed
    return nodes


@pytest.mark.parametrize("resolution", [8, 31, 64, 65, 100, 127, 128])
def test_same_sides_and_surface_values_as_dense_evaluation(resolution):
    decode = sphere(0.37, (0.05, -0.02, 0.01))
    expected = dense(decode, resolution)
    field = sample_field(decode, resolution)
    assert field.values.shape == (resolution + 1,) * 3 and field.values.dtype == np.float32
    assert ((field.values > 0) == (expected > 0)).all()
    at_surface = crossed(expected > 0)
    assert at_surface.sum() > 100
    np.testing.assert_array_equal(field.values[at_surface], expected[at_surface])


def spread(nodes):
    """The nodes and all that share a cell with one of them."""
    return maximum_filter(nodes, 3)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("level", [0.0, 0.3])
def test_random_networks_agree_with_dense_evaluation_but_for_whole_small_islands(seed, level):
    decode = random_network(seed)
    expected, field = dense(decode, 64, level), sample_field(decode, 64, level=level)
    inside = expected > level
    missed = (field.values > level) != inside
    assert missed.sum() < 1e-3 * inside.sum()
    assert not missed[::2, ::2, ::2].any()
    for side in (inside, ~inside):  # what is missed touches nothing of its own side that is not missed
        assert not (spread(missed & side) & side & ~missed).any()
    at_surface = crossed(inside) & ~spread(missed)
    np.testing.assert_allclose(field.values[at_surface], expected[at_surface], atol=1e-5)


def test_thin_rod_is_followed_out_of_the_body():
    # The rod is a third of a coarse cell thick and passes between the coarse nodes.
    cell = 2 * FIELD_BOUND / 32
    middle = 0.5 * cell
    rod = box((middle - cell / 6, middle - cell / 6, 0.0), (middle + cell / 6, middle + cell / 6, 0.5), 30.0)
    decode = union(sphere(0.2, scale=30.0), rod)
    coarse, fine = sample_field(decode, 32), sample_field(decode, 128)
    heights = grid_points(32)[..., 2]
    assert heights[coarse.values > 0].max() < 0.25
    assert ((fine.values > 0) == (dense(decode, 128) > 0)).all()
    assert grid_points(128)[..., 2][fine.values > 0].max() > 0.48
    assert fine.points_evaluated < 0.1 * 129**3


def test_object_between_all_coarse_nodes_is_found_at_64():
    cell = 2 * FIELD_BOUND / 32
    decode = sphere(0.4 * cell, (cell / 2, cell / 2, cell / 2))
    assert (sample_field(decode, 32).values > 0).sum() == 0
    assert (sample_field(decode, 64).values > 0).sum() == (dense(decode, 64) > 0).sum() > 0


def test_asks_few_points():
    field = sample_field(sphere(), 128)
    # The coarse grid's 33^3 nodes and a layer of about three nodes along the surface at two scales.
    assert 33**3 < field.points_evaluated < 0.1 * 129**3


def test_counts_every_point_asked():
    asked = []

    def decode(points):
        asked.append(len(points))
        return sphere()(points)

    assert sample_field(decode, 64).points_evaluated == sum(asked)


def test_outermost_nodes_are_outside_where_all_is_inside():
    for resolution in (8, 64, 65):
        values = sample_field(lambda points: torch.ones(len(points)), resolution).values
        assert (values[1:-1, 1:-1, 1:-1] > 0).all()
        for axis in range(3):
            assert (np.take(values, [0, -1], axis) < 0).all()


def test_points_lie_in_the_cube_on_the_nodes():
    seen = []

    def decode(points):
        seen.append(points.numpy().copy())
        return sphere()(points)

    sample_field(decode, 65)
    points = np.concatenate(seen)
    steps = (points + FIELD_BOUND) * 65 / (2 * FIELD_BOUND)
    assert points.dtype == np.float32
    assert abs(steps - steps.round()).max() < 1e-4
    assert abs(points).max() <= np.float32(FIELD_BOUND)


def test_nan_and_infinity_are_outside():
    def decode(points):
        values = sphere()(points)
        values[points[:, 0] > 0] = float("nan")
        values[points[:, 1] > 0.3] = float("inf")
        return values

    field = sample_field(decode, 64)
    points = grid_points(64)
    assert np.isfinite(field.values).all()
    assert field.points_invalid > 1000
    assert not (field.values[(points[..., 0] > 0) | (points[..., 1] > 0.3)] > 0).any()
    assert (field.values > 0).sum() > 5000


@pytest.mark.parametrize("error", [torch.OutOfMemoryError("no"), RuntimeError("MPS backend out of memory")])
def test_memory_running_out_makes_pieces_smaller(error):
    sizes = []

    def decode(points):
        sizes.append(len(points))
        if len(points) > 700:
            raise error
        return sphere()(points)

    field = sample_field(decode, 32)
    assert max(sizes[1:]) < sizes[0] == 1024
    assert ((field.values > 0) == (dense(sphere(), 32) > 0)).all()


def test_no_memory_at_all_is_a_device_error():
    def decode(points):
        raise torch.OutOfMemoryError("no")

    with pytest.raises(DeviceError, match="memory"):
        sample_field(decode, 32)


def test_other_errors_pass_through():
    def decode(points):
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    with pytest.raises(RuntimeError, match="mat1"):
        sample_field(decode, 32)


@pytest.mark.parametrize("resolution", [7, 0, -3, 1025])
def test_impossible_resolutions(resolution):
    with pytest.raises(ImreconError, match=str(resolution)):
        sample_field(sphere(), resolution)


def test_cancelling_stops_before_the_next_piece():
    asked = []

    def decode(points):
        asked.append(len(points))
        return sphere()(points)

    with pytest.raises(Cancelled):
        sample_field(decode, 128, job=RecordingJob(stop_after=3))
    assert len(asked) == 3


def test_slow_decoders_get_small_pieces():
    sizes = []

    def decode(points):
        sizes.append(len(points))
        time.sleep(len(points) * 50e-6)  # the authors' network on a processor
        return sphere()(points)

    sample_field(decode, 16, chunk=65536)
    assert max(sizes[1:]) * 50e-6 < 0.1


def test_fast_decoders_get_large_pieces():
    sizes = []

    def decode(points):
        sizes.append(len(points))
        return points[:, 0]

    sample_field(decode, 63, chunk=16384)
    assert max(sizes) == 16384


def test_progress_ends_complete_and_never_exceeds_the_total():
    job = RecordingJob()
    sample_field(sphere(), 128, job=job)
    stages, done, totals = zip(*job.reports, strict=True)
    assert set(stages) == {"field"}
    assert list(done) == sorted(done)
    assert all(d <= t for d, t in zip(done, totals, strict=True))
    assert done[-1] > 0.5 * totals[-1]


def test_coarser_fields_are_shown_on_the_way():
    shown = []
    sample_field(sphere(), 128, partial=shown.append)
    assert [f.resolution for f in shown] == [32, 64]
    for field in shown:
        assert ((field.values > 0) == (dense(sphere(), field.resolution) > 0)).all()
