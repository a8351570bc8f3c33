import numpy as np
import pytest

from tests.unit.training.families import extents, kinds, loose_parts, same, triangles
from training.categories import family, make
from training.categories.car.cabin import Cabin
from training.categories.car.hull import Hull
from training.categories.car.plan import Plan, draw_plan
from training.categories.car.types import TYPES


@pytest.fixture(scope="module")
def cars():
    return [make("car", seed) for seed in range(60)]


def test_every_body_type_occurs():
    assert kinds("car", 300) == set(TYPES)


def test_the_same_seed_is_the_same_car():
    assert same(make("car", 7), make("car", 7))
    assert not same(make("car", 7), make("car", 9))


def test_proportions_are_a_cars(cars):
    sides = np.stack([extents(car) for car in cars])
    assert (sides[:, 2] == 1.0).mean() > 0.98  # the length is the longest side but of very short toys
    assert sides[:, 0].min() > 0.18 and sides[:, 1].min() > 0.16
    assert 0.38 < np.median(sides[:, 0]) < 0.5
    assert 0.3 < np.median(sides[:, 1]) < 0.45


@pytest.mark.parametrize("seed", range(12))
def test_cars_stand_on_their_wheels(seed):
    car = family("car")(np.random.default_rng([6, seed]))
    low, high = car.bounds()
    assert abs(low[1]) < 0.01 * (high[2] - low[2])


def test_cars_are_no_heavier_than_a_renderer_likes(cars):
    assert max(triangles(car) for car in cars) < 16_000


@pytest.mark.parametrize("seed", range(16))
def test_cars_hang_together(seed):
    assert loose_parts(make("car", 4000 + seed)) == []


@pytest.mark.parametrize("seed", range(8))
def test_cars_are_mirror_symmetric(seed):
    car = make("car", seed)
    points = np.random.default_rng(seed).uniform(-0.5, 0.5, (3000, 3)) * extents(car)
    assert (car.inside(points) == car.inside(points * [-1.0, 1.0, 1.0])).mean() > 0.999


def _sedan(arched: bool) -> Plan:
    rng = np.random.default_rng(0)
    while True:
        plan = draw_plan(rng, "sedan")
        if (plan.arch_gap >= 0) == arched and plan.wheel_out <= 0:
            return plan


def test_wheel_arches_are_cut_out_of_the_body():
    plan = _sedan(arched=True)
    body = Hull(plan).body(-plan.length / 2, plan.length / 2)
    x = 0.9 * plan.width / 2 * plan.sill_in * plan.shoulder_in * (1 - plan.plan_front)
    axle = plan.axles[0]
    under = [x, plan.wheel_radius + 0.9 * plan.arch_radius, axle]
    over = [x, plan.wheel_radius + 1.05 * plan.arch_radius, axle]
    assert body.inside([under, over]).tolist() == [False, True]


def test_a_body_without_arches_is_whole():
    plan = _sedan(arched=False)
    body = Hull(plan).body(-plan.length / 2, plan.length / 2)
    assert body.inside([[0.3 * plan.width, plan.wheel_radius, plan.axles[0]]]).all()


def test_the_windscreen_runs_from_the_cowl_to_the_roof():
    plan = _sedan(arched=True)
    cabin = Cabin(Hull(plan))
    assert cabin.front(plan.cowl_y) == pytest.approx(plan.cowl_z)
    assert cabin.front(cabin.eaves) == pytest.approx(plan.screen_z)
    assert cabin.rear(cabin.eaves) == pytest.approx(plan.roof_z)


def test_the_cabin_is_as_high_as_planned():
    plan = _sedan(arched=True)
    cabin = Cabin(Hull(plan))
    assert cabin.block(cabin.foot, plan.height).bounds()[1, 1] == pytest.approx(plan.height)


@pytest.mark.parametrize("start", [-2.3587975075447485, -0.123456789])
def test_a_cut_body_begins_and_ends_where_asked(start):
    plan = _sedan(arched=True)
    low, high = Hull(plan).body(start, 0.6543212345).bounds()
    assert (low[2], high[2]) == pytest.approx((max(start, -plan.length / 2), 0.6543212345), abs=1e-3)
