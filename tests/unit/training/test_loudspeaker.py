from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import loudspeaker, make
from training.categories.loudspeaker.amps import AMP_KINDS
from training.categories.loudspeaker.arrangements import ARRANGEMENTS
from training.categories.loudspeaker.boxes import BODIES
from training.categories.loudspeaker.compact import COMPACT
from training.categories.loudspeaker.drivers import cone, style
from training.categories.loudspeaker.feet import FOOT_KINDS
from training.categories.loudspeaker.plan import BOXES, KINDS, WHOLE, Plan, plan
from training.categories.loudspeaker.portable import PORTABLES
from training.categories.loudspeaker.public import PUBLIC, bell
from training.categories.loudspeaker.turned import SMART_KINDS
from training.shape import Shape

SPEAKERS = [make("loudspeaker", seed) for seed in range(60)]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(5000)]


def assembled(
    seed: int,
    kind: str = "bookshelf",
    body: str = "box",
    drivers: str = "two-way",
    feet: str = "none",
    toy: bool = False,
) -> Shape:
    """A loudspeaker of given kinds."""
    return loudspeaker.assemble(np.random.default_rng(seed), Plan(kind, body, drivers, feet, "wood", toy))


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_loudspeaker_again(seed: int):
    first, second = make("loudspeaker", seed), make("loudspeaker", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_loudspeakers():
    assert len({s.triangles()[0].tobytes() for s in SPEAKERS}) == len(SPEAKERS)


@pytest.mark.parametrize(
    "field, kinds",
    [
        ("kind", KINDS),
        ("body", (*BODIES, "own")),
        ("drivers", (*ARRANGEMENTS, "own")),
        ("feet", FOOT_KINDS),
    ],
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) == {getattr(p, field) for p in plans}


def test_every_whole_has_a_maker():
    assert set(WHOLE) == {*SMART_KINDS, *AMP_KINDS, *PORTABLES, *PUBLIC, *COMPACT, "orb", "stacked"}


def test_common_kinds_are_common(plans: list[Plan]):
    counts = Counter(p.kind for p in plans)
    for kind, share in [("bookshelf", 0.08), ("tower", 0.05), ("cylinder", 0.045)]:
        assert counts[kind] > share * len(plans), kind
    assert 0.35 < np.mean([p.kind in BOXES for p in plans]) < 0.6


def test_loudspeakers_stand_on_the_floor():
    lows = [loudspeaker.build(np.random.default_rng(seed)) for seed in range(60)]
    assert max(abs(s.bounds()[0, 1]) / np.ptp(s.bounds(), axis=0).max() for s in lows) < 0.03


def test_proportions_are_those_of_loudspeakers():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in SPEAKERS])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert sizes.min() > 0.03
    assert 0.4 < np.median(sizes[:, 2]) < 0.8
    assert (sizes[:, 1] == 1.0).mean() > 0.4


def test_a_cone_is_a_bowl_that_opens_to_the_front():
    parts = cone(style(np.random.default_rng(1), False), 0, 0, 0, 0.1, 0.08)
    deep = np.array([[0.05, 0, z] for z in (-0.079, 0.0)])
    assert [any(s.inside(deep[i : i + 1])[0] for s, _ in parts) for i in range(2)] == [True, False]


def test_a_box_is_filled_behind_its_drivers():
    shape = assembled(2, drivers="single")
    low, high = shape.bounds()
    points = np.random.default_rng(0).uniform(low, high, (5000, 3))
    rear = points[points[:, 2] < (low + high)[2] / 2]
    assert shape.inside(rear).mean() > 0.95


def test_a_bell_is_open_at_its_mouth():
    horn = bell(np.random.default_rng(0), 1.0, 0.1, 0.5)
    assert horn.inside([[0, 0, 0.9], [0, 0, 0.05]]).tolist() == [False, True]


def test_triangles_and_parts_are_few():
    counts = [len(s.triangles()[1]) for s in SPEAKERS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert max(len(s.parts) for s in SPEAKERS) <= 60


@pytest.mark.parametrize("shape", SPEAKERS[:24], ids=lambda s: s.kind)
def test_a_loudspeaker_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_whole_hangs_together(kind: str, seed: int):
    assert pieces(assembled(seed, kind)) == 1


@pytest.mark.parametrize("drivers", ARRANGEMENTS)
@pytest.mark.parametrize("body", BODIES)
def test_every_body_takes_every_arrangement(body: str, drivers: str):
    kind = {"tower": "tower", "centre": "centre", "column": "column"}.get(drivers, "monitor")
    assert pieces(assembled(4, kind, body, drivers)) == 1


@pytest.mark.parametrize("feet", FOOT_KINDS)
@pytest.mark.parametrize("body", BODIES)
def test_every_foot_carries_its_body(body: str, feet: str):
    assert pieces(assembled(5, "pa", body, "horned", feet)) == 1
