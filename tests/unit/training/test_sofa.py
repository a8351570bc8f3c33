from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import make, sofa
from training.categories.sofa.arms import ARM_KINDS
from training.categories.sofa.backs import BACK_KINDS
from training.categories.sofa.bases import BASE_KINDS
from training.categories.sofa.plan import STYLES, TOPOLOGIES, Plan, drawn, plan
from training.shape import Shape

SOFAS = [make("sofa", seed) for seed in range(60)]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(4000)]


def straight(
    seed: int, arms: str = "box", back: str = "block", base: str = "square", seats: int = 3
) -> Shape:
    """A sofa of one run, of given kinds."""
    chosen = Plan("straight", arms, back, base, seats, seats, 0, 0)
    return sofa.assemble(np.random.default_rng(seed), chosen)


def of(topology: str, seed: int) -> Shape:
    rng = np.random.default_rng(seed)
    return sofa.assemble(rng, drawn(rng, topology, "modern"))


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_sofa_again(seed: int):
    first, second = make("sofa", seed), make("sofa", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_sofas():
    assert len({s.triangles()[0].tobytes() for s in SOFAS}) == len(SOFAS)


@pytest.mark.parametrize(
    "field, kinds",
    [("topology", tuple(TOPOLOGIES)), ("arms", ARM_KINDS), ("back", BACK_KINDS), ("base", BASE_KINDS)],
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) == {getattr(p, field) for p in plans}


def test_common_kinds_are_common(plans: list[Plan]):
    topologies, seats = Counter(p.topology for p in plans), Counter(p.seats for p in plans)
    assert topologies["straight"] > 0.35 * len(plans)
    assert topologies["chaise"] + topologies["corner"] + topologies["u-shape"] > 0.12 * len(plans)
    assert seats[3] > seats[1]


@pytest.mark.parametrize("style", STYLES)
def test_styles_name_kinds_that_exist(style: str):
    kinds = STYLES[style]
    assert set(kinds.arms) <= set(ARM_KINDS)
    assert set(kinds.back) <= set(BACK_KINDS)
    assert set(kinds.base) <= set(BASE_KINDS)


def test_sofas_stand_on_the_floor():
    lows = [sofa.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(40)]
    assert np.abs(lows).max() < 0.03


def test_proportions_are_those_of_sofas():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in SOFAS])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    high = sizes[:, 1] / sizes[:, 0]
    assert 0.3 < np.median(high) < 0.6
    assert sizes.min() > 0.1
    assert (sizes[:, 0] > 0.95).mean() > 0.8


def test_one_sits_to_the_front():
    """There is more in the lower front half than in the upper one, and a back behind."""
    shape = straight(8)
    low, high = shape.bounds()
    points = np.random.default_rng(0).uniform(low, high, (6000, 3))
    full, part = shape.inside(points), (points - low) / (high - low)
    upper, middle = part[:, 1] > 0.85, np.abs(part[:, 0] - 0.5) < 0.3
    assert full[upper & middle & (part[:, 2] < 0.15)].mean() > 0.5
    assert full[upper & middle & (part[:, 2] > 0.6)].mean() == 0.0


def test_the_body_is_filled():
    shape = straight(9, base="floor")
    low, high = shape.bounds()
    size = high - low
    core = np.random.default_rng(0).uniform(
        low + [0.2, 0.02, 0.2] * size, low + [0.8, 0.25, 0.8] * size, (4000, 3)
    )
    assert shape.inside(core).all()


def test_there_is_air_under_a_sofa_on_legs():
    shape = sofa.assemble(np.random.default_rng(5), Plan("straight", "box", "block", "tapered", 3, 3, 3, 0))
    low, high = shape.bounds()
    core = np.random.default_rng(0).uniform(low, [high[0], low[1] + 0.02, high[2]], (4000, 3))
    assert shape.inside(core).mean() < 0.1


@pytest.mark.parametrize("topology", ["corner", "u-shape"])
def test_a_corner_leaves_the_floor_before_it_free(topology: str):
    shape = of(topology, 4)
    low, high = shape.bounds()
    part = np.random.default_rng(0).uniform(0.0, 1.0, (6000, 3))
    x_free = (0.42, 0.55)
    before = part[(part[:, 2] > 0.85) & (part[:, 0] > x_free[0]) & (part[:, 0] < x_free[1])]
    assert not shape.inside(low + before * (high - low)).any()


def test_corners_turn_to_either_hand():
    sides = set()
    for seed in range(12):
        shape = of("corner", seed)
        low, high = shape.bounds()
        points = np.random.default_rng(0).uniform(low, high, (3000, 3))
        inside = points[shape.inside(points) & (points[:, 2] > low[2] + 0.8 * (high[2] - low[2]))]
        sides.add(bool(inside[:, 0].mean() > (low[0] + high[0]) / 2))
    assert sides == {False, True}


def test_triangles_are_few():
    counts = [len(s.triangles()[1]) for s in SOFAS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000


def test_parts_are_few():
    counts = [len(s.parts) for s in SOFAS]
    assert max(counts) < 120
    assert np.mean(counts) < 30


@pytest.mark.parametrize("shape", SOFAS[:24], ids=lambda s: s.kind)
def test_a_sofa_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_every_topology_is_one_piece(topology: str):
    assert pieces(of(topology, 5)) == 1


@pytest.mark.parametrize("arms", ARM_KINDS)
def test_every_arm_is_joined_to_its_sofa(arms: str):
    assert pieces(straight(6, arms=arms)) == 1


@pytest.mark.parametrize("base", BASE_KINDS)
def test_every_base_carries_its_sofa(base: str):
    assert pieces(straight(7, base=base)) == 1
