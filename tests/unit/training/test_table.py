from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import make, table
from training.categories.furniture.pedestals import FOOT_KINDS
from training.categories.table.corner import CORNER_KINDS
from training.categories.table.frames import FRAME_KINDS
from training.categories.table.legsets import LEGSET_KINDS
from training.categories.table.plan import UNDER, USES, Plan, plan
from training.categories.table.storage import STORAGE_KINDS
from training.categories.table.tops import TOP_KINDS
from training.shape import Shape

TABLES = [make("table", seed) for seed in range(60)]
FEET = [kind.replace("square", "square foot") for kind in FOOT_KINDS]
BASES = (*LEGSET_KINDS, *FRAME_KINDS, *STORAGE_KINDS, *FEET, *CORNER_KINDS, "two pedestals")


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(6000)]


def assembled(
    seed: int, use: str = "dining", top: str = "rectangle", base: str = "square", under: str = "nothing"
) -> Shape:
    """A table of given kinds."""
    return table.assemble(np.random.default_rng(seed), Plan(use, top, base, under, "wood", "wood"))


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_table_again(seed: int):
    first, second = make("table", seed), make("table", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_tables():
    assert len({s.triangles()[0].tobytes() for s in TABLES}) == len(TABLES)


@pytest.mark.parametrize(
    "field, kinds", [("use", USES), ("top", TOP_KINDS), ("base", BASES), ("under", UNDER)]
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) <= {getattr(p, field) for p in plans}


def test_common_kinds_are_common(plans: list[Plan]):
    bases, tops, under = (Counter(getattr(p, field) for p in plans) for field in ("base", "top", "under"))
    least = [(bases, "square", 0.15), (tops, "round", 0.09), (bases, "cabinet", 0.02), (bases, "sled", 0.02)]
    for counts, kind, share in [*least, (under, "apron", 0.2)]:
        assert counts[kind] > share * len(plans), kind


def test_tables_stand_on_the_floor():
    lows = [table.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(30)]
    assert np.abs(lows).max() < 0.03


def test_proportions_are_those_of_tables():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in TABLES])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert sizes.min() > 0.12
    flat = sizes[:, 1] / np.maximum(sizes[:, 0], sizes[:, 2])
    assert 0.4 < np.median(flat) < 0.95
    assert flat.min() > 0.12
    assert flat.max() < 3.5


@pytest.mark.parametrize("base", ["square", "tulip", "sled"])
def test_the_top_covers_its_outline_and_the_long_side_is_x(base: str):
    shape = assembled(11, base=base)
    low, high = shape.bounds()
    assert high[0] - low[0] >= high[2] - low[2]
    x, z = (np.linspace(low[i], high[i], 42)[1:-1] * 0.97 for i in (0, 2))
    grid = np.stack(np.meshgrid(x, [high[1] - 0.008], z), axis=-1).reshape(-1, 3)
    assert shape.inside(grid).mean() > 0.99


def test_there_is_room_for_legs_under_a_table():
    shape = assembled(12, top="rectangle", base="square")
    low, high = shape.bounds()
    half = np.random.default_rng(0).uniform(low, [high[0], (low[1] + high[1]) / 2, high[2]], (20000, 3))
    assert 0.0 < shape.inside(half).mean() < 0.1


def test_triangles_are_few():
    counts = [len(s.triangles()[1]) for s in TABLES]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000


@pytest.mark.parametrize("shape", TABLES[:24], ids=lambda s: s.kind)
def test_a_table_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("base", BASES)
def test_every_base_carries_its_top(base: str):
    assert pieces(assembled(5, base=base)) == 1


@pytest.mark.parametrize("top", TOP_KINDS)
@pytest.mark.parametrize("under", ["drawers", "apron and shelf"])
def test_every_top_rests_on_its_legs(top: str, under: str):
    assert pieces(assembled(6, top=top, under=under)) == 1
