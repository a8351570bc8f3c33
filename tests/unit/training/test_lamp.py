from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import lamp, make
from training.categories.furniture.draw import pick
from training.categories.lamp.bodies import BODY_KINDS, BUILT, THROWN, body
from training.categories.lamp.finish import kit
from training.categories.lamp.heads import HEAD_KINDS, head
from training.categories.lamp.plan import KINDS, plan
from training.categories.lamp.shades import SHADE_KINDS, Shade, complete, shade
from training.categories.lamp.turning import SECTION_KINDS, ball, filled, section_of, sheet
from training.shape import Shape, shape

LAMPS = [make("lamp", seed) for seed in range(80)]
BY_KIND = {kind: lamp.assemble(np.random.default_rng(4), kind) for kind in KINDS}
REACHING = ("jointed desk", "gooseneck", "bent pipe", "crook", "arc", "street light", "hook post", "pharmacy")
HANGING = ("pendant", "lamellae", "armed chandelier", "wheel", "wire cage", "bowl")
DRUM = np.array([[0.2, 0.0], [0.2, 0.3]])


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_lamp_again(seed: int):
    first, second = make("lamp", seed), make("lamp", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_lamps():
    assert len({s.triangles()[0].tobytes() for s in LAMPS}) == len(LAMPS)


def test_every_kind_is_drawn_and_common_ones_are_common():
    rng = np.random.default_rng(0)
    counts = Counter(plan(rng) for _ in range(6000))
    assert set(counts) == set(KINDS)
    assert counts["table"] > 0.12 * 6000
    assert min(counts["pendant"], counts["floor"], counts["jointed desk"]) > 0.03 * 6000
    assert {pick(rng, {**THROWN, **BUILT}) for _ in range(900)} == set(BODY_KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_one_piece_on_the_floor(kind: str):
    made = BY_KIND[kind]
    assert pieces(made) == 1
    assert abs(made.bounds()[0, 1]) < 1e-9


@pytest.mark.parametrize("made", LAMPS[:40], ids=lambda s: s.kind)
def test_a_lamp_is_one_piece(made: Shape):
    assert pieces(made) == 1


def test_proportions_are_those_of_lamps():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in LAMPS])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert sizes.min() > 0.015
    assert (sizes[:, 1] > 0.99).mean() > 0.55  # most lamps are higher than wide
    assert 0.25 < np.median(sizes[:, [0, 2]]) < 0.7


@pytest.mark.parametrize("kind", REACHING)
def test_what_reaches_out_reaches_to_the_front(kind: str):
    for seed in range(4):
        made = lamp.assemble(np.random.default_rng(seed), kind)
        low, high = made.bounds()
        assert high[2] > -low[2] or kind in ("street light", "hook post")
        assert abs(high[0] + low[0]) < 0.5 * (high[0] - low[0])


@pytest.mark.parametrize("kind", HANGING)
def test_hanging_lamps_end_above_in_a_cord(kind: str):
    made = BY_KIND[kind].normalised()
    corners = made.triangles()[0]
    high = made.bounds()[1]
    top = corners[corners[:, 1] > high[1] - 0.01]
    assert np.abs(top[:, [0, 2]]).max() < 0.5 * np.abs(corners[:, [0, 2]]).max()


@pytest.mark.parametrize("kind", SECTION_KINDS)
def test_a_sheet_is_hollow_and_thin_and_its_solid_is_not(kind: str):
    section = section_of(np.random.default_rng(2), kind)
    for solid, full in ((sheet(DRUM, 0.01, section), False), (filled(DRUM, section), True)):
        assert solid.inside([[0.0, 0.15, 0.0]])[0] == full
        x = np.linspace(0, 0.8, 4001)
        along = solid.inside(np.stack([x, 0 * x + 0.15, 0 * x + 1e-4], 1))
        assert (along.sum() * 0.0002 > 0.1) == full
        assert along.any()


@pytest.mark.parametrize("kind", SHADE_KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_every_shade_hangs_on_its_stem(kind: str, seed: int):
    rng = np.random.default_rng(seed)
    k = kit(rng, 0.5)
    s = shade(rng, k, kind, 0.2)
    grip, parts = complete(rng, k, s)
    assert 0 < grip <= s.height
    stem = filled(np.array([[0.006, grip - 0.02], [0.006, grip]]))
    assert pieces(shape([*parts, (stem, k.trim)])) == 1


def test_most_shades_are_open_below():
    rng, empty = np.random.default_rng(0), 0
    for _ in range(200):
        k = kit(rng, 0.5)
        s = Shade("drum", DRUM, None)
        empty += not shape(complete(rng, k, s)[1]).inside([[0.13, 0.01, 0.03]])[0]
    assert 0.5 < empty / 200 < 0.75


@pytest.mark.parametrize("kind", BODY_KINDS)
def test_every_body_carries_a_stem(kind: str):
    rng = np.random.default_rng(7)
    k = kit(rng, 0.5)
    parts = body(rng, k, kind, 0.3, 0.1)
    stem = filled(np.array([[0.006, 0.27], [0.006, 0.33]]))
    made = shape([*parts, (stem, k.trim)])
    assert pieces(made) == 1
    assert made.bounds()[0, 1] == pytest.approx(0.0, abs=0.012)


@pytest.mark.parametrize("kind", HEAD_KINDS)
def test_every_head_hangs_from_the_origin(kind: str):
    rng = np.random.default_rng(7)
    k = kit(rng, 0.5)
    made = shape([*head(rng, k, kind, 0.1), (ball(0.008, (0, 0, 0)), k.trim)])
    assert pieces(made) == 1


def test_triangles_are_few():
    counts = [len(s.triangles()[1]) for s in LAMPS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert max(len(s.parts) for s in LAMPS) < 120
