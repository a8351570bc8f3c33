from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import make, telephone
from training.categories.furniture.draw import pick
from training.categories.telephone import KINDS
from training.categories.telephone.handset import STYLES, handset, resting, underside
from training.shape import Shape

TELEPHONES = [make("telephone", seed) for seed in range(60)]


def made(kind: str, count: int) -> list[Shape]:
    """Some telephones of a kind."""
    return [telephone.assemble(np.random.default_rng(seed), kind).normalised() for seed in range(count)]


def extents(shape: Shape) -> np.ndarray:
    """Width, height and depth."""
    low, high = shape.bounds()
    return np.asarray(high - low)


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_telephone_again(seed: int):
    first, second = make("telephone", seed), make("telephone", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_telephones():
    assert len({s.triangles()[0].tobytes() for s in TELEPHONES}) == len(TELEPHONES)


def test_every_kind_is_drawn():
    rng = np.random.default_rng(0)
    counts = Counter(pick(rng, KINDS) for _ in range(4000))
    assert set(counts) == set(KINDS)
    assert counts["rotary"] > 250 and counts["smartphone"] > 250


def test_telephones_stand_on_the_floor():
    lows = [telephone.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(30)]
    assert np.abs(lows).max() < 1e-6


@pytest.mark.parametrize("kind", ["smartphone", "bar phone", "cordless", "two-way radio", "handset"])
def test_hand_held_ones_are_upright(kind: str):
    sizes = np.median([extents(s) for s in made(kind, 15)], axis=0)
    assert sizes[1] > 0.95
    assert sizes[0] < 0.7
    assert sizes[2] < 0.5


@pytest.mark.parametrize("kind", ["rotary", "push-button", "office"])
def test_desk_sets_are_broad(kind: str):
    sizes = np.median([extents(s) for s in made(kind, 15)], axis=0)
    assert sizes[0] > 0.75
    assert sizes[1] < 1.0


@pytest.mark.parametrize("style", STYLES)
def test_a_handset_looks_forward_with_its_grip_behind(style: str):
    solids = handset(np.random.default_rng(4), 0.21, style)
    boxes = np.stack([s.bounds() for s in solids])
    assert boxes[:, 1, 1].max() - boxes[:, 0, 1].min() == pytest.approx(0.21, abs=0.05)
    if len(solids) > 1:
        assert boxes[0, 1, 2] < boxes[1:, 1, 2].max()


def test_a_resting_handset_lies_on_its_capsules():
    solids = resting(handset(np.random.default_rng(4), 0.21, "classic"))
    boxes = np.stack([s.bounds() for s in solids])
    assert boxes[1:, 0, 1].min() < boxes[0, 0, 1] < underside(solids[0], 0.0)


def test_triangles_and_parts_are_few():
    counts = [len(s.triangles()[1]) for s in TELEPHONES]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert max(len(s.parts) for s in TELEPHONES) < 80


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_one_piece(kind: str):
    for shape in made(kind, 4):
        assert pieces(shape, 300) == 1
