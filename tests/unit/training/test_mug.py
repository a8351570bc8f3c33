from __future__ import annotations

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import make, mug
from training.categories.mug.bodies import draw_vessel
from training.categories.mug.handles import HANDLE_KINDS, handle
from training.categories.mug.plan import TYPES
from training.materials import Material
from training.shape import Shape, shape

WHITE = Material((0.9, 0.9, 0.9))
MUGS = [make("mug", seed) for seed in range(60)]
OPEN = [kind for kind in TYPES if kind not in ("travel", "stein")]


def assembled(kind: str, grip: str, seed: int = 4) -> Shape:
    """A mug of given kinds."""
    return mug.assemble(np.random.default_rng(seed), kind, grip)


def test_a_seed_gives_the_same_mug_again():
    first, second = make("mug", 7), make("mug", 7)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]
    assert len({s.triangles()[0].tobytes() for s in MUGS}) == len(MUGS)


def test_every_kind_is_drawn_and_common_kinds_are_common():
    kinds = [mug.build(np.random.default_rng(seed)).kind.split(", ") for seed in range(900)]
    bodies, grips = [k[0] for k in kinds], [k[1].removesuffix(" handle") for k in kinds]
    assert set(TYPES) == set(bodies)
    assert set(HANDLE_KINDS) == set(grips)
    assert bodies.count("straight") > 0.12 * len(kinds)
    assert grips.count("none") < 0.09 * len(kinds)


def test_mugs_stand_on_the_floor():
    lows = [mug.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(40)]
    assert np.abs(lows).max() < 0.003


def test_proportions_are_those_of_mugs():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in MUGS])
    tall = sizes[:, 1] / sizes[:, 2]
    assert 0.8 < np.median(tall) < 1.2
    assert tall.min() > 0.2
    assert tall.max() < 2.2


@pytest.mark.parametrize("grip", [g for g in HANDLE_KINDS if g not in ("double", "none")])
def test_the_handle_is_at_minus_x_and_has_a_hole(grip: str):
    cup = assembled("straight", grip)
    low, high = cup.bounds()
    assert -low[0] > 1.15 * high[0]
    y, x = np.meshgrid(np.linspace(*[low[1], high[1]], 80), np.linspace(low[0], -high[0], 50), indexing="ij")
    solid = cup.inside(np.stack([x, y, np.zeros_like(x)], -1).reshape(-1, 3)).reshape(x.shape)
    assert 0.02 < solid.mean() < 0.8


@pytest.mark.parametrize("kind", OPEN)
def test_an_open_mug_is_hollow_with_a_bottom(kind: str):
    for seed in range(6):
        cup = assembled(kind, "none", seed)
        low, high = cup.bounds()
        axis = np.column_stack([np.zeros(200), np.linspace(low[1] + 1e-4, high[1], 200), np.zeros(200)])
        filled = cup.inside(axis)
        assert filled[:3].all()
        assert not filled[-10:].any()
        level = low[1] + 0.97 * (high[1] - low[1])
        row = np.column_stack([np.linspace(low[0], high[0], 400), np.full(400, level), np.zeros(400)])
        if kind != "cup and saucer":
            assert 0.005 < cup.inside(row).mean() < 0.4


def test_a_travel_mug_is_closed():
    cup = assembled("travel", "none")
    low, high = cup.bounds()
    axis = np.column_stack([np.zeros(50), np.linspace(low[1] + 1e-3, high[1] - 0.02, 50), np.zeros(50)])
    assert cup.inside(axis).all()


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("grip", ["C", "ring", "angular"])
def test_a_handle_holds_and_stays_out_of_the_inside(kind: str, grip: str):
    vessel = draw_vessel(np.random.default_rng(3), kind)
    rng = np.random.default_rng(8)
    solids = [*vessel.solids(), *handle(rng, grip, vessel, kind == "kit")]
    assert pieces(shape([(s, WHITE) for s in solids])) == 1
    y = np.linspace(vessel.floor, vessel.height, 60)
    lining = 0.95 * (vessel.reach(y) - vessel.wall) * vessel.inner(y) / (vessel.radius(y) - vessel.wall)
    for z in (-0.2, 0.0, 0.2):
        points = np.stack([-lining * np.cos(z), y, lining * np.sin(z)], 1)
        assert not solids[-1].inside(points).any()


@pytest.mark.parametrize("cup", MUGS, ids=lambda s: s.kind)
def test_a_mug_is_one_piece(cup: Shape):
    assert pieces(cup, 300) == 1


def test_triangles_are_few():
    counts = [len(s.triangles()[1]) for s in MUGS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
