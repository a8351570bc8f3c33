from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import chair, make
from training.categories.chair.arms import ARM_KINDS
from training.categories.chair.bases import BASE_KINDS
from training.categories.chair.framed import FRAMED_KINDS
from training.categories.chair.hoops import HOOP_KINDS
from training.categories.chair.measures import measures
from training.categories.chair.pads import PAD_KINDS
from training.categories.chair.plan import STYLES, Plan, plan
from training.categories.chair.seats import SEAT_KINDS
from training.categories.chair.whole import WHOLE
from training.shape import Shape

CHAIRS = [make("chair", seed) for seed in range(48)]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(6000)]


def occupied(shape: Shape, count: int = 6000) -> np.ndarray:
    """Even points inside a normalised shape, (n, 3)."""
    points = np.random.default_rng(1).uniform(-0.5, 0.5, (count, 3))
    return points[shape.inside(points)]


def assembled(part: Plan, seed: int) -> Shape:
    """A chair of given kinds."""
    rng = np.random.default_rng(seed)
    return chair.assemble(rng, part, measures(rng, part.proportion))


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_chair_again(seed: int):
    first, second = make("chair", seed), make("chair", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_chairs():
    assert len({s.triangles()[0].tobytes() for s in CHAIRS}) == len(CHAIRS)


@pytest.mark.parametrize(
    "field, kinds",
    [
        ("whole", WHOLE),
        ("style", STYLES),
        ("base", BASE_KINDS),
        ("seat", (*SEAT_KINDS, "shell")),
        ("back", (*FRAMED_KINDS, *HOOP_KINDS, *PAD_KINDS, "shell")),
        ("arms", ARM_KINDS),
    ],
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) <= {getattr(p, field) for p in plans}


def test_common_kinds_are_common(plans: list[Plan]):
    bases, seats, whole = (Counter(getattr(p, field) for p in plans) for field in ("base", "seat", "whole"))
    least = [(bases, "star", 0.04), (bases, "square", 0.12), (bases, "round", 0.05), (seats, "shell", 0.05)]
    for counts, kind, share in [*least, (whole, "club", 0.03), (whole, "folding", 0.015)]:
        assert counts[kind] > share * len(plans), kind


def test_chairs_stand_on_the_floor():
    lows = [chair.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(30)]
    assert np.abs(lows).max() < 0.03


def test_proportions_are_those_of_chairs():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in CHAIRS])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert sizes.min() > 0.2
    ratio = sizes[:, 1] / np.maximum(sizes[:, 0], sizes[:, 2])
    assert 1.2 < np.median(ratio) < 1.9
    assert ratio.min() > 0.55
    assert ratio.max() < 3.5


def test_the_back_is_behind():
    for shape in CHAIRS:
        if "none back" in shape.kind:
            continue
        points = occupied(shape)
        high = points[:, 1] > np.quantile(points[:, 1], 0.93)
        assert points[high, 2].mean() < points[:, 2].mean() + 0.02, shape.kind


def test_triangles_are_few():
    counts = [len(s.triangles()[1]) for s in CHAIRS]
    assert max(counts) < 9000
    assert np.mean(counts) < 3000


@pytest.mark.parametrize("shape", CHAIRS[:24], ids=lambda s: s.kind)
def test_a_chair_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("base", BASE_KINDS)
def test_every_base_carries_its_seat(base: str):
    assert pieces(assembled(Plan("test", seat="board", base=base, back="thick"), 5)) == 1


@pytest.mark.parametrize("back", [*FRAMED_KINDS, *HOOP_KINDS, *PAD_KINDS])
@pytest.mark.parametrize("seat", ["round", "apron"])
def test_every_back_stands_on_its_seat(back: str, seat: str):
    assert pieces(assembled(Plan("test", seat=seat, base="square", back=back), 6)) == 1


@pytest.mark.parametrize("arms", ARM_KINDS)
def test_all_arms_are_fixed(arms: str):
    assert pieces(assembled(Plan("test", seat="cushion", base="square", back="slats", arms=arms), 7)) == 1


@pytest.mark.parametrize("kind", WHOLE)
def test_every_whole_body_is_one_piece(kind: str):
    for seed in range(2):
        assert pieces(chair.assemble(np.random.default_rng(seed), Plan(kind, whole=kind))) == 1
