from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import bench, make
from training.categories.bench.boards import BACK_KINDS, SEAT_KINDS
from training.categories.bench.ends import ENDS
from training.categories.bench.plan import TOPOLOGIES, Plan, drawn, plan
from training.shape import Shape

BENCHES = [make("bench", seed) for seed in range(60)]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(4000)]


def of(topology: str, seed: int) -> Shape:
    rng = np.random.default_rng(seed)
    return bench.assemble(rng, drawn(rng, topology))


def park(
    seed: int,
    support: str = "iron",
    seat: str = "slats",
    back: str = "slats",
    backed: bool = True,
    armed: bool = True,
) -> Shape:
    """A park bench of given kinds."""
    return bench.assemble(np.random.default_rng(seed), Plan("park", seat, back, support, backed, armed))


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_bench_again(seed: int):
    first, second = make("bench", seed), make("bench", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_benches():
    assert len({s.triangles()[0].tobytes() for s in BENCHES}) == len(BENCHES)


@pytest.mark.parametrize(
    "field, kinds",
    [("topology", tuple(TOPOLOGIES)), ("seat", SEAT_KINDS), ("back", BACK_KINDS), ("support", tuple(ENDS))],
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) == {getattr(p, field) for p in plans}


def test_common_kinds_are_common(plans: list[Plan]):
    counts = Counter(p.topology for p in plans)
    assert counts["park"] + counts["garden"] > 0.25 * len(plans)
    assert counts["slab"] > 0.1 * len(plans)
    assert not any(p.armed and not p.backed for p in plans)


def test_benches_stand_on_the_floor():
    lows = [bench.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(60)]
    assert np.abs(lows).max() < 0.03


def test_proportions_are_those_of_benches():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in BENCHES])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert (sizes[:, 0] > 0.95).mean() > 0.8
    assert 0.25 < np.median(sizes[:, 1]) < 0.65
    assert 0.2 < np.median(sizes[:, 2]) < 0.6
    assert sizes.min() > 0.07


@pytest.mark.parametrize("support", ENDS)
def test_one_sits_to_the_front(support: str):
    """All that stands above the arms is behind the middle of the seat."""
    shape = park(3, support, armed=False)
    low, high = shape.bounds()
    part = np.random.default_rng(0).uniform(0.0, 1.0, (40000, 3))
    upper = part[(part[:, 1] > 0.8) & shape.inside(low + part * (high - low))]
    assert len(upper) > 0
    assert upper[:, 2].max() < 0.5


def test_a_park_bench_is_mostly_air():
    shape = park(4)
    low, high = shape.bounds()
    points = np.random.default_rng(0).uniform(low, high, (20000, 3))
    assert 0.01 < shape.inside(points).mean() < 0.2


@pytest.mark.parametrize("seed", range(3))
def test_a_chest_is_filled(seed: int):
    shape = of("storage", seed)
    low, high = shape.bounds()
    size = high - low
    core = np.random.default_rng(0).uniform(low + 0.25 * size, low + [0.75, 0.35, 0.6] * size, (2000, 3))
    assert shape.inside(core).all()


def test_a_ring_is_open_in_its_middle():
    shape = of("ring", 2)
    low, high = shape.bounds()
    middle = (low + high) / 2
    column = np.stack([np.full(50, middle[0]), np.linspace(low[1], high[1], 50), np.full(50, middle[2])], 1)
    assert not shape.inside(column).any()


def test_triangles_and_parts_are_few():
    counts = [len(s.triangles()[1]) for s in BENCHES]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    parts = [len(s.parts) for s in BENCHES]
    assert max(parts) < 120
    assert np.mean(parts) < 30


@pytest.mark.parametrize("shape", BENCHES[:24], ids=lambda s: s.kind)
def test_a_bench_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("topology", TOPOLOGIES)
def test_every_topology_is_one_piece(topology: str):
    assert pieces(of(topology, 5)) == 1


@pytest.mark.parametrize("support", ENDS)
@pytest.mark.parametrize("backed, armed", [(True, True), (True, False), (False, False)])
def test_every_side_frame_carries_its_boards(support: str, backed: bool, armed: bool):
    assert pieces(park(6, support, backed=backed, armed=armed)) == 1


@pytest.mark.parametrize("back", BACK_KINDS)
def test_every_back_hangs_between_garden_posts(back: str):
    chosen = Plan("garden", "slats", back, "timber", True, True)
    assert pieces(bench.assemble(np.random.default_rng(7), chosen)) == 1


@pytest.mark.parametrize("seat", SEAT_KINDS)
def test_every_seat_lies_on_its_frames(seat: str):
    assert pieces(park(8, seat=seat)) == 1
