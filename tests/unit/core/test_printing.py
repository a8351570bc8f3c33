from dataclasses import replace

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.export import export, to_print_space
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.mesh_ops import is_watertight, volume
from imrecon_gui.core.printing import prepare as prepare_module
from imrecon_gui.core.printing.flat_base import cut_base
from imrecon_gui.core.printing.order import PrintOrder, Side
from imrecon_gui.core.printing.prepare import prepare
from imrecon_gui.core.printing.rays import first_hits
from imrecon_gui.core.printing.report import measure
from imrecon_gui.core.printing.simplify import simplify
from imrecon_gui.core.printing.smooth import smooth
from imrecon_gui.core.printing.topology import is_manifold
from imrecon_gui.core.printing.verdicts import verdicts
from imrecon_gui.core.printing.walls import thinnest_wall
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh, joined


def of(shape) -> Mesh:
    """A trimesh as a mesh of ours."""
    return Mesh(np.asarray(shape.vertices, np.float32), np.asarray(shape.faces, np.int32))


def ball(radius=0.5, finer=3) -> Mesh:
    return of(trimesh.creation.icosphere(finer, radius))


def torus() -> Mesh:
    """One hole, around the y axis."""
    made = trimesh.creation.torus(0.35, 0.15, major_sections=60, minor_sections=30)
    made.apply_transform(trimesh.transformations.rotation_matrix(np.pi / 2, (1, 0, 0)))
    return of(made)


def euler(mesh: Mesh) -> int:
    return len(np.unique(mesh.faces)) - len(mesh.faces) // 2  # a closed mesh has 3 m / 2 edges


def tipped_cones() -> Mesh:
    """Two tetrahedra that share one vertex: closed, but no manifold."""
    one = np.array([[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]])
    two = np.where(one > 0, one + 3, 0)
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    return Mesh(np.concatenate([corners, -corners[1:]]), np.concatenate([one, two[:, ::-1]]).astype(np.int32))


@pytest.mark.parametrize("triangles", [600, 200, 100])
@pytest.mark.parametrize("shape", [ball, torus])
def test_fewer_triangles_of_the_same_form(shape, triangles):
    mesh = shape()
    made = simplify(mesh, triangles)
    assert triangles - 1 <= len(made.faces) <= triangles
    assert is_manifold(made) and euler(made) == euler(mesh)
    assert volume(made) == pytest.approx(volume(mesh), rel=0.08)  # a polygon in a circle has less


def test_a_box_of_many_triangles_becomes_the_same_box():
    fine = of(trimesh.creation.box((1, 0.5, 0.25)).subdivide().subdivide().subdivide())
    made = simplify(fine, 100)
    assert len(made.faces) <= 100 and is_manifold(made)
    np.testing.assert_allclose(np.ptp(made.vertices, axis=0), (1, 0.5, 0.25), rtol=5e-3)
    assert volume(made) == pytest.approx(1 * 0.5 * 0.25, rel=5e-3)


def test_no_form_is_lost_to_a_budget():
    made = simplify(torus(), 2)
    assert is_manifold(made) and euler(made) == 0 and len(made.faces) < 100


def test_smoothing_keeps_the_volume_and_takes_the_noise():
    mesh = ball(finer=4)
    rng = np.random.default_rng(1)
    rough = Mesh(mesh.vertices + rng.normal(0, 0.005, mesh.vertices.shape).astype(np.float32), mesh.faces)
    made = smooth(rough, 10)
    noise = [np.linalg.norm(m.vertices, axis=1).std() for m in (rough, made)]
    assert noise[1] < 0.5 * noise[0]
    assert volume(made) == pytest.approx(volume(rough), rel=1e-5)


@pytest.mark.parametrize("height", [0.1, 0.25, 0.5, 0.7])
def test_the_base_of_a_ball_is_a_flat_disc(height):
    made = cut_base(ball(finer=4), height)
    cut = np.pi * height**2 * (3 * 0.5 - height) / 3
    assert is_manifold(made)
    assert volume(made) == pytest.approx(4 / 3 * np.pi * 0.5**3 - cut, rel=0.01)
    lowest = made.vertices[:, 1].min()
    assert lowest == pytest.approx(-0.5 + height, abs=1e-3)
    disc = measure(to_print_space(made, 100)).overhang_percent  # the disc rests on the bed
    assert disc < measure(to_print_space(ball(finer=4), 100)).overhang_percent


def test_a_base_with_holes_and_islands_is_closed():
    """A standing pipe around a pole, and a box apart: a ring, a disc in it, and a square."""
    pipe = trimesh.creation.annulus(0.3, 0.45, 1.0, sections=40)
    pole = trimesh.creation.cylinder(0.1, 1.0, sections=40)
    for solid in (pipe, pole):
        solid.apply_transform(trimesh.transformations.rotation_matrix(-np.pi / 2, (1, 0, 0)))
    mesh = joined(of(pipe), of(pole), box_mesh((0.6, -0.5, 0.6), (0.7, 0.5, 0.7)))
    made = cut_base(mesh, 0.25)
    assert is_manifold(made)
    assert volume(made) == pytest.approx(0.75 * volume(mesh), rel=2e-3)


def test_a_flat_plate_is_cut_although_its_outline_is_straight():
    plate = of(trimesh.creation.box((1, 0.5, 0.25)).subdivide().subdivide().subdivide())
    made = cut_base(plate, 0.2)
    assert is_manifold(made) and volume(made) == pytest.approx(1 * 0.3 * 0.25, rel=2e-3)


def test_a_base_higher_than_the_object_is_refused():
    with pytest.raises(PrintError, match="whole object"):
        cut_base(ball(), 1.5)


def test_rays_meet_the_nearest_face():
    mesh = joined(box_mesh(), box_mesh((-2, -0.5, -0.5), (-1, 0.5, 0.5)))
    origins = np.array([(0.2, 0.1, 0.0), (0.2, 0.1, 0.0), (0.2, 0.1, 0.0), (-0.75, 0.4, 0.0)])
    slanted = np.array([0.6, 0.0, 0.8])
    distances, _ = first_hits(mesh, origins, np.array([(1.0, 0, 0), (0, -1.0, 0), slanted, (1.0, 0, 0)]))
    np.testing.assert_allclose(distances[:3], (0.3, 0.35, 0.125), rtol=1e-6)
    assert distances[3] == np.inf


def test_rays_agree_with_trying_every_face():
    mesh, rng = torus(), np.random.default_rng(2)
    origins = rng.uniform(-0.3, 0.3, (60, 3)) * (1, 0.4, 1)
    directions = rng.normal(size=(60, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    distances, _ = first_hits(mesh, origins, directions)
    every = [brute_force(mesh, o, d) for o, d in zip(origins, directions, strict=True)]
    np.testing.assert_allclose(distances, every, rtol=1e-6)


def brute_force(mesh, origin, direction) -> float:
    a, b, c = mesh.vertices.astype(float)[mesh.faces.T]
    systems = np.stack([b - a, c - a, np.broadcast_to(-direction, a.shape)], 2)
    solvable = np.abs(np.linalg.det(systems)) > 1e-15
    u, v, far = np.linalg.solve(systems[solvable], (origin - a)[solvable][:, :, None])[:, :, 0].T
    return float(np.min(far[(u >= 0) & (v >= 0) & (u + v <= 1) & (far > 0)], initial=np.inf))


def test_measures_of_a_plate_on_a_block():
    """A block of 20 mm and above it, joined by nothing, a plate of 40 x 40 x 0.4 mm."""
    mesh = joined(box_mesh((-10, -10, 0), (10, 10, 20)), box_mesh((-20, -20, 30), (20, 20, 30.4)))
    report = measure(mesh)
    assert report.size_mm == pytest.approx((40, 40, 30.4))
    assert (report.pieces, report.watertight, report.manifold) == (2, True, True)
    assert report.volume_cm3 == pytest.approx((8000 + 640) / 1000)
    assert report.surface_cm2 == pytest.approx((2400 + 3200 + 64) / 100)
    assert report.thinnest_wall_mm == pytest.approx(0.4, abs=1e-3)
    assert report.overhang_percent == pytest.approx(100 * 1600 / 5664, rel=1e-6)  # the block rests


def test_a_ball_is_as_thick_as_it_is_wide():
    assert thinnest_wall(ball(finer=4)) == pytest.approx(1.0, rel=0.02)


@pytest.mark.parametrize(("half_width", "share"), [(0.9, 0.0), (1.0, 0.0), (1.1, 1.0)])
def test_walls_that_lean_out_by_45_degrees_need_no_support(half_width, share):
    """A pyramid on its tip: the top looks up, the four walls lean out by atan(half width)."""
    corners = half_width * np.array([[0, 0, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0], [1, -1, 0]])
    pyramid = of(trimesh.convex.convex_hull(corners + np.array([[0.0], [1], [1], [1], [1]]) * (0, 0, 1)))
    walls, top = 4 * half_width * np.hypot(1, half_width), (2 * half_width) ** 2
    expected = 100 * share * walls / (walls + top)
    assert measure(pyramid).overhang_percent == pytest.approx(expected, abs=1e-3)


def test_two_solids_that_touch_in_a_point_are_no_manifold():
    assert is_watertight(tipped_cones()) and not is_manifold(tipped_cones())
    assert is_manifold(box_mesh())


def test_verdicts_speak_plainly():
    report = replace(measure(box_mesh((0, 0, 0), (10, 10, 10))), thinnest_wall_mm=0.4)
    by_name = {verdict.what: verdict for verdict in verdicts(report)}
    walls = by_name["Thinnest wall"]
    assert walls.words == "Walls of 0.4 mm are thinner than most printers' 0.8 mm: print it larger."
    assert not walls.is_good and by_name["Solid"].is_good and by_name["Pieces"].is_good
    assert by_name["Size"].value == "10.0 x 10.0 x 10.0 mm"
    assert by_name["Volume"].value == "1.0 cm³"


@pytest.mark.parametrize("suffix", ["stl", "3mf"])
@pytest.mark.parametrize(("side", "axis"), [(Side.X, 0), (Side.Y, 1), (Side.Z, 2), (Side.LONGEST, 0)])
def test_the_file_has_the_size_of_the_side(tmp_path, suffix, side, axis):
    """Object axes (1, 0.3, 0.6) wide, high and deep; in the file the height is z."""
    mesh = of(trimesh.creation.box((1, 0.3, 0.6)).subdivide().subdivide())
    order = PrintOrder(side, 50.0, flat_base_mm=2.0, triangles=150, smoothing=0)
    ready = prepare(mesh, order)
    path = tmp_path / f"print.{suffix}"
    export(ready.mesh, path, longest_side_mm=ready.longest_side_mm)
    read = trimesh.load(path, force="mesh")
    assert ready.notes == ()
    assert read.extents[axis] == pytest.approx(50, abs=0.02)
    assert read.extents == pytest.approx(ready.report.size_mm, abs=1e-3)
    assert read.bounds[0][2] == pytest.approx(0, abs=1e-6)
    assert read.is_watertight and read.is_winding_consistent and len(read.faces) <= 150
    width, depth, height = read.extents
    assert depth / width == pytest.approx(0.6, rel=5e-3)
    assert height / width == pytest.approx(0.3 - 2.0 / width, rel=1e-2)


def test_obj_is_in_millimetres_and_y_up(tmp_path):
    ready = prepare(of(trimesh.creation.box((1, 0.3, 0.6))), PrintOrder(Side.Z, 30.0))
    export(ready.in_millimetres, tmp_path / "print.obj")
    np.testing.assert_allclose(trimesh.load(tmp_path / "print.obj", force="mesh").extents, (100, 30, 60))


def test_colours_stay_where_they_were():
    mesh = ball()
    above = mesh.vertices[:, 1:2] > 0
    painted = replace(mesh, colours=np.where(above, 200, 20).repeat(3, axis=1).astype(np.uint8))
    made = prepare(painted, PrintOrder(Side.Z, 50.0, flat_base_mm=1.0, triangles=400, smoothing=2)).mesh
    assert made.colours.shape == made.vertices.shape
    assert (made.colours[made.vertices[:, 1] > 0.1] == 200).all()
    assert (made.colours[made.vertices[:, 1] < -0.1] == 20).all()


def test_a_step_that_fails_keeps_the_mesh_and_says_so():
    ready = prepare(ball(), PrintOrder(Side.Z, 20.0, flat_base_mm=500.0))
    assert len(ready.notes) == 1 and "flat base" in ready.notes[0]
    assert ready.report.size_mm[2] == pytest.approx(20) and len(ready.mesh.faces) == len(ball().faces)


def test_a_step_that_opens_the_mesh_is_left_out(monkeypatch):
    monkeypatch.setattr(prepare_module, "simplify", lambda mesh, *_: Mesh(mesh.vertices, mesh.faces[1:]))
    ready = prepare(ball(), PrintOrder(triangles=400))
    assert ready.report.watertight and len(ready.notes) == 2  # and that more triangles are left
    assert "opened" in ready.notes[0]


def test_what_makes_no_sense_is_refused():
    for order in (PrintOrder(length_mm=0), PrintOrder(triangles=3), PrintOrder(flat_base_mm=-1)):
        with pytest.raises(PrintError):
            prepare(ball(), order)
    with pytest.raises(PrintError, match="not closed"):
        prepare(Mesh(ball().vertices, ball().faces[1:]), PrintOrder())


def test_it_stops_when_it_is_told_to():
    class Impatient:
        stages = []

        def check(self):
            if "simplify" in self.stages:
                raise Cancelled

        def report(self, stage, done, total):
            self.stages.append(stage)

    with pytest.raises(Cancelled):
        prepare(ball(), PrintOrder(triangles=100, smoothing=2), Impatient())
    assert "measure" not in Impatient.stages
