from __future__ import annotations

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import boat, make
from training.categories.boat import KINDS
from training.categories.boat.lines import Lines, Well, hull
from training.shape import Shape

BOATS = [make("boat", seed) for seed in range(60)]
LINES = Lines(beam=0.36, depth=0.14, stern=0.8, chine=(0.8, 0.2))


def assembled(kind: str, seed: int = 5) -> Shape:
    """A boat of a kind."""
    return boat.assemble(np.random.default_rng(seed), kind)


def test_a_liner_whose_upper_decks_are_short_has_its_funnel():
    assert make("boat", 20803).kind == "liner"


def test_a_seed_gives_the_same_boat_again():
    first, second = make("boat", 7), make("boat", 7)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]
    assert len({s.triangles()[0].tobytes() for s in BOATS}) == len(BOATS)


def test_every_kind_is_drawn_and_common_kinds_are_common():
    rng = np.random.default_rng(0)
    kinds = [boat.draw_kind(rng) for _ in range(2000)]
    assert set(KINDS) == set(kinds)
    assert kinds.count("rowboat") > 0.08 * len(kinds)
    assert kinds.count("hovercraft") < 0.04 * len(kinds)


def test_boats_stand_on_the_floor():
    lows = [boat.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(40)]
    np.testing.assert_allclose(lows, 0.0, atol=1e-9)


def test_proportions_are_those_of_boats():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in BOATS])
    assert 0.25 < np.median(sizes[:, 0] / sizes[:, 2]) < 0.55
    assert sizes[:, 0].min() > 0.06
    assert (sizes[:, 1] / sizes[:, 2]).max() < 2.0


@pytest.mark.parametrize(
    "kind", ["skiff", "rowboat", "speedboat", "trawler", "sloop", "warship", "kayak", "rib"]
)
def test_the_bow_is_in_front(kind: str):
    def spread(z: float) -> float:
        at = points[np.abs(points[:, 2] - z) < 0.03]
        return float(np.ptp(at[:, 0])) if len(at) else 0.0

    ratios = []
    for seed in range(5):
        solid = boat.assemble(np.random.default_rng(seed), kind).parts[0].solid
        points = np.random.default_rng(0).uniform(*solid.bounds(), (12000, 3))
        points = points[solid.inside(points)]
        ratios.append(spread(solid.bounds()[1, 2] - 0.04) / max(spread(solid.bounds()[0, 2] + 0.04), 1e-3))
    assert np.median(ratios) < (1.3 if kind in ("skiff", "kayak") else 0.8)


def test_a_hull_without_wells_is_solid_and_one_with_a_well_is_hollow():
    well = Well(0.05, 0.9, 0.012, 0.05)
    inside = np.array([[0, 0.09, z] for z in np.linspace(-0.42, 0.25, 20)])
    assert hull(LINES, []).inside(inside).all()
    assert not hull(LINES, [well]).inside(inside).any()
    assert hull(LINES, [well]).inside(inside - [0, 0.06, 0]).all()


def test_bottom_paint_leaves_a_hull_open():
    inside = np.array([[0, 0.05, z] for z in np.linspace(-0.4, 0.2, 20)])
    (paint,) = LINES.coat(0.09)
    assert not paint.inside(inside).any()
    half = LINES.breadth(0.0, 0.06)
    assert paint.inside([[half + 0.001, 0.06, 0.0]]).all()
    assert not paint.inside([[half + 0.001, 0.1, 0.0]]).any()


def test_the_breadth_is_where_the_skin_is():
    for z in (-0.3, 0.0, 0.25):
        half = LINES.breadth(z, 0.1)
        found = hull(LINES, []).inside([[half * 0.97, 0.1, z], [half * 1.03, 0.1, z]])
        np.testing.assert_array_equal(found, [True, False])


def test_a_canoe_is_thin_and_open():
    for seed in range(5):
        shape = assembled("canoe", seed)
        points = np.random.default_rng(0).uniform(*shape.bounds(), (20000, 3))
        assert shape.inside(points).mean() < 0.3


def test_carriers_have_their_island_to_starboard():
    shape = assembled("carrier")
    points = np.concatenate([p.solid.mesh()[0] for p in shape.parts])
    high = points[points[:, 1] > 0.75 * points[:, 1].max()]
    assert high[:, 0].mean() < -0.02  # looking to +Z with +Y up, starboard is -X


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_one_piece(kind: str):
    for seed in range(3):
        assert pieces(assembled(kind, seed), 300) == 1


@pytest.mark.parametrize("shape", BOATS, ids=lambda s: s.kind)
def test_a_boat_is_one_piece(shape: Shape):
    assert pieces(shape, 300) == 1


def test_boats_are_light():
    counts = [len(s.triangles()[1]) for s in BOATS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert np.mean([len(s.parts) for s in BOATS]) < 30
