"""Cavities of known solids have the volume that geometry says, under walls of the thickness asked for."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.mesh_ops import is_watertight, volume
from imrecon_gui.core.printing import hollow
from imrecon_gui.core.printing.order import PrintOrder
from imrecon_gui.core.printing.prepare import prepare
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh


@pytest.fixture(autouse=True)
def coarse(monkeypatch):
    """Half as many cells as in earnest: an eighth of the work."""
    monkeypatch.setattr(hollow, "RESOLUTIONS", (32, 64))


def ball(radius) -> Mesh:
    made = trimesh.creation.icosphere(3, radius)
    return Mesh(np.asarray(made.vertices, np.float32), np.asarray(made.faces, np.int32))


def test_the_cavity_of_a_box_is_a_smaller_box():
    room = hollow.cavity(box_mesh((0, 0, 0), (50, 30, 20)), 5.0)
    assert is_watertight(room)
    assert volume(room) == pytest.approx(40 * 20 * 10, rel=0.04)  # the coarse grid rounds its edges
    np.testing.assert_allclose(room.vertices.min(0), (5, 5, 5), atol=0.1)
    np.testing.assert_allclose(room.vertices.max(0), (45, 25, 15), atol=0.1)


def test_a_hollow_ball_is_reported_as_one_closed_piece_with_such_walls():
    ready = prepare(ball(0.5), PrintOrder(length_mm=60.0, wall_mm=4.0))
    report = ready.report
    assert ready.notes == () and report.manifold and report.pieces == 1
    assert report.thinnest_wall_mm == pytest.approx(4.0, rel=0.05)
    assert report.solid_cm3 == pytest.approx(4 / 3 * np.pi * 3.0**3, rel=0.02)
    assert report.solid_cm3 - report.volume_cm3 == pytest.approx(4 / 3 * np.pi * 2.6**3, rel=0.03)
    line = next(verdict for verdict in ready.verdicts if verdict.what == "Hollow")
    assert line.value.startswith("-7") and "65 %" in line.words


def test_triangles_are_shared_by_both_surfaces():
    ready = prepare(ball(0.5), PrintOrder(length_mm=60.0, wall_mm=6.0, triangles=600))
    assert ready.notes == () and ready.report.watertight and len(ready.mesh.faces) <= 600
    assert ready.report.volume_cm3 < 0.6 * ready.report.solid_cm3


def test_a_solid_print_says_nothing_of_cavities():
    assert all(verdict.what != "Hollow" for verdict in prepare(box_mesh(), PrintOrder()).verdicts)


def test_walls_thicker_than_the_part_leave_it_solid_and_say_so():
    ready = prepare(box_mesh(), PrintOrder(length_mm=100.0, wall_mm=12.0))  # it is 20 mm thick
    assert ready.notes == ("Such thick walls leave no room inside. Choose thinner walls.",)
    assert ready.report.volume_cm3 == pytest.approx(ready.report.solid_cm3)


def test_walls_that_no_grid_shows_are_refused():
    with pytest.raises(PrintError, match="too thin"):
        hollow.cavity(box_mesh(), 1e-3)
    with pytest.raises(PrintError, match="-1 mm"):
        PrintOrder(wall_mm=-1.0).check()


def test_it_stops_when_it_is_told_to():
    class Impatient:
        left = 5

        def check(self):
            self.left -= 1
            if not self.left:
                raise Cancelled

        def report(self, stage, done, total):
            assert stage == "hollow"

    with pytest.raises(Cancelled):
        hollow.cavity(box_mesh(), 0.05, Impatient())
