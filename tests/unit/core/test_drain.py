"""Drain holes in known solids: where they are, what they take away, and that resin gets out through them."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh
from scipy import ndimage

from imrecon_gui.core.containment import inside
from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.mesh_ops import components, is_watertight, volume
from imrecon_gui.core.printing import hollow
from imrecon_gui.core.printing.drain import drained
from imrecon_gui.core.printing.hollow import lined
from imrecon_gui.core.printing.order import PrintOrder
from imrecon_gui.core.printing.prepare import prepare
from imrecon_gui.core.printing.topology import is_manifold
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh


def as_mesh(made) -> Mesh:
    return Mesh(np.asarray(made.vertices, np.float32), np.asarray(made.faces, np.int32))


def ball(radius, middle=(0, 0, 0)) -> Mesh:
    made = trimesh.creation.icosphere(3, radius)
    made.apply_translation(middle)
    return as_mesh(made)


def both(one: Mesh, two: Mesh) -> Mesh:
    faces = np.concatenate([one.faces, two.faces + len(one.vertices)])
    return Mesh(np.concatenate([one.vertices, two.vertices]), faces.astype(np.int32))


def is_open_to(mesh: Mesh, start, step: float) -> bool:
    """Whether air at a place reaches the air around the mesh, by steps through a grid."""
    low, high = mesh.vertices.min(0) - 2 * step, mesh.vertices.max(0) + 2 * step
    axes = [np.arange(a, b, step) for a, b in zip(low, high, strict=True)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    air = ~inside(mesh, points.reshape(-1, 3)).reshape(points.shape[:3])
    label = ndimage.label(air)[0]
    at = tuple(int(np.abs(axis - place).argmin()) for axis, place in zip(axes, start, strict=True))
    assert air[at]
    return bool(label[at] == label[0, 0, 0])


def test_a_hole_through_a_flat_bottom_is_a_cylinder():
    outside, room = box_mesh((0, 0, 0), (50, 30, 40)), box_mesh((5, 4, 5), (45, 26, 35))
    made, n_closed = drained(outside, room, 6.0)
    assert n_closed == 0 and is_watertight(made) and is_manifold(made)
    assert volume(lined(outside, room)) - volume(made) == pytest.approx(np.pi * 3**2 * 4, rel=1e-4)
    hole = made.vertices[
        (made.vertices[:, 1] == 0) & (np.abs(made.vertices[:, [0, 2]] - (25, 20)).max(1) < 15)
    ]
    middle = hole[:, [0, 2]].mean(0)
    assert abs(middle[1] - 20) < 1.5 and 15 < middle[0] < 35  # as far from the room's sides as can be
    np.testing.assert_allclose(np.hypot(*(hole[:, [0, 2]] - middle).T), 3, atol=0.1)


def test_the_hollow_is_reached_through_the_hole_and_only_through_it():
    outside, room = ball(30), ball(26)
    assert not is_open_to(lined(outside, room), (0, 0, 0), 2.0)
    made, _ = drained(outside, room, 5.0)
    assert is_open_to(made, (0, 0, 0), 2.0)
    assert is_manifold(made) and components(made).max() == 0
    lowest = made.vertices[(made.vertices[:, 1] < -25.5)]
    assert np.hypot(lowest[:, 0], lowest[:, 2]).min() < 2.7  # the rim is about the lowest point
    np.testing.assert_allclose(volume(lined(outside, room)) - volume(made), np.pi * 2.5**2 * 4, rtol=0.1)


def test_every_hollow_has_its_hole_and_one_above_another_drains_too():
    outside = box_mesh((0, 0, 0), (40, 60, 40))
    rooms = both(box_mesh((4, 34, 4), (36, 56, 36)), box_mesh((4, 4, 4), (36, 26, 36)))
    made, n_closed = drained(outside, rooms, 6.0)
    assert n_closed == 0 and is_manifold(made)
    for place in ((20, 15, 20), (20, 45, 20)):
        assert is_open_to(made, place, 2.0)


def test_a_hollow_too_narrow_for_the_hole_stays_closed_and_is_counted():
    outside = box_mesh((0, 0, 0), (60, 30, 30))
    rooms = both(box_mesh((4, 4, 4), (40, 26, 26)), box_mesh((50, 4, 13), (54, 26, 17)))
    made, n_closed = drained(outside, rooms, 6.0)
    assert n_closed == 1 and is_manifold(made)
    assert is_open_to(made, (20, 15, 15), 2.0) and not is_open_to(made, (52, 15, 15), 2.0)
    with pytest.raises(PrintError, match="wide enough"):
        drained(outside, rooms, 29.0)


def test_an_order_gives_a_hole_of_its_millimetres(monkeypatch):
    monkeypatch.setattr(hollow, "RESOLUTIONS", (32, 64))
    closed, order = ball(0.5), PrintOrder(length_mm=60.0, wall_mm=4.0)
    before = prepare(closed, order).report
    ready = prepare(closed, PrintOrder(length_mm=60.0, wall_mm=4.0, drain_mm=5.0))
    assert ready.notes == () and ready.report.manifold and ready.report.pieces == 1
    gone = 1000 * (before.volume_cm3 - ready.report.volume_cm3)
    assert gone == pytest.approx(np.pi * 2.5**2 * 4, rel=0.1)


def test_a_hole_that_fits_nowhere_is_said_and_the_hollow_stays(monkeypatch):
    monkeypatch.setattr(hollow, "RESOLUTIONS", (32, 64))
    ready = prepare(ball(0.5), PrintOrder(length_mm=60.0, wall_mm=4.0, drain_mm=58.0))
    assert ready.notes == ("No place is wide enough for such a drain hole. Choose a narrower one.",)
    assert ready.report.volume_cm3 < 0.6 * ready.report.solid_cm3


def test_orders_that_make_no_sense_are_refused():
    with pytest.raises(PrintError, match="-1 mm"):
        PrintOrder(wall_mm=2.0, drain_mm=-1.0).check()
    with pytest.raises(PrintError, match="nothing to drain"):
        prepare(box_mesh(), PrintOrder(drain_mm=3.0))


def test_it_stops_when_it_is_told_to():
    class Impatient:
        left = 4

        def check(self):
            self.left -= 1
            if not self.left:
                raise Cancelled

        def report(self, stage, done, total):
            pass

    with pytest.raises(Cancelled):
        drained(ball(30), ball(26), 5.0, Impatient())
