import numpy as np
import pytest

from tests.unit.training.families import extents, kinds, loose_parts, same, triangles
from training.categories import make
from training.categories.airplane.fuselage import draw_fuselage
from training.categories.airplane.surfaces import airfoils, tapered
from training.categories.airplane.types import TYPES


@pytest.fixture(scope="module")
def airplanes():
    return [make("airplane", seed) for seed in range(60)]


def test_every_kind_occurs():
    assert kinds("airplane", 300) == set(TYPES)


def test_the_same_seed_is_the_same_airplane():
    assert same(make("airplane", 7), make("airplane", 7))
    assert not same(make("airplane", 7), make("airplane", 9))


def test_proportions_are_an_airplanes(airplanes):
    sides = np.stack([extents(airplane) for airplane in airplanes])
    assert sides[:, 0].min() > 0.25 and sides[:, 2].min() > 0.2
    assert (sides[:, 1] < 0.75).all() and np.median(sides[:, 1]) < 0.36
    assert 0.3 < (sides[:, 0] == 1.0).mean() < 0.75  # spans wider than long are about as common as not


def test_gliders_are_wide_and_supersonic_airliners_long(airplanes):
    widths = {k: [extents(a)[[0, 2]] for a in airplanes if a.kind == k] for k in ("glider", "supersonic")}
    assert widths["glider"] and widths["supersonic"]
    assert all(x == 1.0 and z < 0.7 for x, z in widths["glider"])
    assert all(z == 1.0 and x < 0.8 for x, z in widths["supersonic"])


def test_airplanes_are_no_heavier_than_a_renderer_likes(airplanes):
    assert max(triangles(airplane) for airplane in airplanes) < 16_000


@pytest.mark.parametrize("seed", range(16))
def test_airplanes_hang_together(seed):
    assert loose_parts(make("airplane", 4000 + seed)) == []


def test_an_airfoil_is_as_thick_as_asked():
    section = airfoils(np.array([2.0]), np.array([0.3]))[0]
    assert np.ptp(section[:, 1]) == pytest.approx(0.3, rel=0.02)
    assert np.ptp(section[:, 0]) == pytest.approx(2.0)


def test_a_tapered_wing_has_the_volume_of_its_sections():
    form = tapered(3.0, 1.0, 1.0, 20.0, 0.5, 0.12, 0.0)
    section = airfoils(np.array([1.0]), np.array([0.12]))[0]
    area = abs(np.linalg.det(np.stack([section, np.roll(section, -1, axis=0)], 1)).sum()) / 2
    vertices, faces = form.wing().mesh()
    volume = (
        np.einsum(
            "ij,ij->i", vertices[faces[:, 0]], np.cross(vertices[faces[:, 1]], vertices[faces[:, 2]])
        ).sum()
        / 6
    )
    assert volume == pytest.approx(3.0 * area)


def test_sweep_moves_the_tip_back():
    form = tapered(2.0, 1.0, 0.5, 45.0, 0.0, 0.1, 0.0)
    assert form.at(1.0) == pytest.approx((2.0, -2.0, 0.5, 0.0))


@pytest.mark.parametrize("seed", range(5))
def test_a_fuselage_is_one_unit_long_and_as_wide_as_drawn(seed):
    rng = np.random.default_rng(seed)
    body = draw_fuselage(rng, TYPES["airliner"], bumped=False, low_poly=False)
    low, high = body.solid().bounds()
    assert (low[2], high[2]) == pytest.approx((-0.5, 0.5))
    assert high[0] <= body.half_width + 1e-9
    assert high[0] > 0.95 * body.half_width


def test_a_cabin_stands_over_cowling_and_tail():
    body = draw_fuselage(np.random.default_rng(3), TYPES["cabin prop"], bumped=True, low_poly=False)
    before, on, behind = body.bump_z[0], (body.bump_z[1] + body.bump_z[2]) / 2, body.bump_z[3]
    assert body.top([on])[0] > body.top([before])[0]
    assert body.top([on])[0] > body.top([behind])[0]
