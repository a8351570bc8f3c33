from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import display, make
from training.categories.devices.forms import Pieces, painted
from training.categories.display import KINDS, MAKERS
from training.categories.display.feet import KINDS as STAND_KINDS
from training.categories.display.flat import STANDS, flat, sizes
from training.categories.display.palette import palette
from training.categories.furniture.draw import pick
from training.shape import Shape

DISPLAYS = [make("display", seed) for seed in range(60)]


def extents(shape: Shape) -> np.ndarray:
    """Width, height and depth."""
    low, high = shape.bounds()
    return np.asarray(high - low)


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_display_again(seed: int):
    first, second = make("display", seed), make("display", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_displays():
    assert len({s.triangles()[0].tobytes() for s in DISPLAYS}) == len(DISPLAYS)


def test_every_kind_is_drawn_and_flat_ones_are_the_most():
    rng = np.random.default_rng(0)
    counts = Counter(pick(rng, KINDS) for _ in range(4000))
    assert set(counts) == set(KINDS)
    assert sum(counts[kind] for kind in STANDS) > 0.5 * 4000


@pytest.mark.parametrize("kind", STANDS)
def test_every_stand_of_a_flat_kind_exists(kind: str):
    assert set(STANDS[kind]) <= {"none", *STAND_KINDS}


def test_displays_stand_on_the_floor():
    lows = [display.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(30)]
    assert np.abs(lows).max() < 1e-6


def test_flat_panels_are_thin_and_wide():
    rng = np.random.default_rng(1)
    panels = [sizes(rng, "television") for _ in range(300)]
    assert 1.5 < np.median([p.width / p.height for p in panels]) < 1.9
    assert np.median([p.depth / p.height for p in panels]) < 0.12


def test_tube_sets_are_deep():
    depths = [extents(display.assemble(np.random.default_rng(i), "tube monitor")) for i in range(30)]
    assert 0.7 < np.median([d / w for w, _, d in depths]) < 1.3


def drawn(kind: str, seed: int) -> Pieces:
    """The pieces of a display, before they are painted."""
    rng = np.random.default_rng(seed)
    return flat(rng, kind)[0] if kind in STANDS else MAKERS[kind][1](rng)


@pytest.mark.parametrize("kind", ["tube monitor", "monitor", "retro television", "tube television", "curved"])
def test_the_screen_is_met_first_from_the_front(kind: str):
    for seed in range(10):
        shapes = drawn(kind, seed)
        pane = next(solid for role, solid in shapes if role == "screen")
        (x0, y0, back), (x1, y1, front) = pane.bounds()
        z = np.linspace(front + 0.2, back, 3000)
        ray = np.stack([np.full(3000, 0.45 * x0 + 0.55 * x1), np.full(3000, (y0 + y1) / 2), z], axis=1)
        first = [solid.inside(ray).argmax() if solid.inside(ray).any() else 3000 for _, solid in shapes]
        assert shapes[int(np.argmin(first))][0] == "screen"


def test_triangles_and_parts_are_few():
    counts = [len(s.triangles()[1]) for s in DISPLAYS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert max(len(s.parts) for s in DISPLAYS) < 60


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_one_piece(kind: str):
    for seed in range(3):
        assert pieces(display.assemble(np.random.default_rng(seed), kind).normalised(), 300) == 1


@pytest.mark.parametrize("kind", STANDS)
def test_flat_displays_hang_on_their_stands(kind: str):
    for seed in range(12):
        shape = display.assemble(np.random.default_rng(seed), kind).normalised()
        assert pieces(shape, 300) == 1, shape.kind


def test_every_role_has_a_material():
    for kind, (_, maker) in MAKERS.items():
        shape = painted(maker(np.random.default_rng(2)), palette(np.random.default_rng(2), "old"), kind)
        assert len({p.material for p in shape.parts}) > 1 or len(shape.parts) < 3
