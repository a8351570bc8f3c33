from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.unit.training.joints import pieces
from training.categories import cabinet, make
from training.categories.cabinet.fronts import FRONT_KINDS
from training.categories.cabinet.handles import HANDLE_KINDS
from training.categories.cabinet.heads import HEAD_KINDS
from training.categories.cabinet.layout import SCHEMES, Area, doors, stack
from training.categories.cabinet.pierced import disc, pierced, rectangle
from training.categories.cabinet.plan import Plan, plan
from training.categories.cabinet.shaped import SHAPED_KINDS
from training.categories.cabinet.stands import STAND_KINDS
from training.categories.cabinet.systems import SYSTEM_KINDS
from training.categories.cabinet.uses import USES, weights
from training.categories.cabinet.wholes import WHOLES
from training.shape import Shape

CABINETS = [make("cabinet", seed) for seed in range(60)]


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    rng = np.random.default_rng(0)
    return [plan(rng) for _ in range(6000)]


def assembled(
    seed: int,
    use: str = "chest",
    scheme: str = "stack",
    stand: str = "plinth",
    head: str = "slab",
    front: str = "flat",
    grip: str = "knob",
    toy: bool = False,
) -> Shape:
    """A cabinet of given kinds."""
    return cabinet.assemble(
        np.random.default_rng(seed), Plan(use, scheme, stand, head, front, grip, "wood", toy)
    )


def filling(shape: Shape) -> float:
    """The occupied share of the bounding box."""
    low, high = shape.bounds()
    return float(shape.inside(np.random.default_rng(0).uniform(low, high, (6000, 3))).mean())


@pytest.mark.parametrize("seed", [3, 44, 1001])
def test_a_seed_gives_the_same_cabinet_again(seed: int):
    first, second = make("cabinet", seed), make("cabinet", seed)
    np.testing.assert_array_equal(first.triangles()[0], second.triangles()[0])
    assert [p.material for p in first.parts] == [p.material for p in second.parts]


def test_seeds_give_different_cabinets():
    assert len({s.triangles()[0].tobytes() for s in CABINETS}) == len(CABINETS)


@pytest.mark.parametrize(
    "field, kinds",
    [
        ("use", USES),
        ("scheme", (*SCHEMES, *SHAPED_KINDS, *WHOLES, *SYSTEM_KINDS)),
        ("stand", STAND_KINDS),
        ("head", HEAD_KINDS),
        ("front", FRONT_KINDS),
        ("grip", HANDLE_KINDS),
    ],
)
def test_every_kind_is_drawn(plans: list[Plan], field: str, kinds: tuple[str, ...]):
    assert set(kinds) == {getattr(p, field) for p in plans}


def test_common_kinds_are_common(plans: list[Plan]):
    uses, schemes = (Counter(getattr(p, field) for p in plans) for field in ("use", "scheme"))
    for counts, kind, share in [(uses, "chest", 0.06), (uses, "night stand", 0.05), (schemes, "stack", 0.15)]:
        assert counts[kind] > share * len(plans), kind
    assert 0.12 < np.mean([p.toy for p in plans]) < 0.18


def test_cabinets_stand_on_the_floor():
    lows = [cabinet.build(np.random.default_rng(seed)).bounds()[0, 1] for seed in range(40)]
    assert np.abs(lows).max() < 0.02


def test_proportions_are_those_of_cabinets():
    sizes = np.array([np.diff(s.bounds(), axis=0)[0] for s in CABINETS])
    np.testing.assert_allclose(sizes.max(1), 1.0)
    assert sizes.min() > 0.08
    assert 0.25 < np.median(sizes[:, 2]) < 0.65
    assert (sizes[:, 1] == 1.0).mean() > 0.3


@pytest.mark.parametrize("seed", range(4))
def test_closed_cabinets_are_filled_and_shelves_are_not(seed: int):
    assert filling(assembled(seed, stand="floor", head="flush")) > 0.8
    assert filling(assembled(seed, "bookcase", "shelves", "floor", "flush")) < 0.45


def test_fronts_face_the_front():
    shape = assembled(5, grip="knob", stand="floor", head="flush")
    body = shape.parts[0].solid.bounds()
    low, high = shape.bounds()
    assert high[2] > body[1, 2] + 0.01
    assert low[2] == pytest.approx(body[0, 2])


def test_triangles_and_parts_are_few():
    counts = [len(s.triangles()[1]) for s in CABINETS]
    assert max(counts) < 9000
    assert np.mean(counts) < 2000
    assert np.mean([len(s.parts) for s in CABINETS]) < 30
    assert max(len(s.parts) for s in CABINETS) <= 130


@pytest.mark.parametrize("shape", CABINETS[:20], ids=lambda s: s.kind)
def test_a_cabinet_is_one_piece(shape: Shape):
    assert pieces(shape) == 1


@pytest.mark.parametrize("stand", STAND_KINDS)
def test_every_stand_carries_its_body(stand: str):
    assert pieces(assembled(5, stand=stand)) == 1


@pytest.mark.parametrize("head", HEAD_KINDS)
def test_every_head_sits_on_its_body(head: str):
    assert pieces(assembled(6, "dresser", head=head)) == 1


@pytest.mark.parametrize("scheme", [*SCHEMES, *SHAPED_KINDS, *WHOLES, *SYSTEM_KINDS])
def test_every_scheme_hangs_together(scheme: str):
    assert pieces(assembled(7, "sideboard", scheme, "blocks", "flush")) == 1


@pytest.mark.parametrize("front", FRONT_KINDS)
@pytest.mark.parametrize("toy", [False, True])
def test_every_front_reaches_its_body(front: str, toy: bool):
    assert pieces(assembled(8, "cupboard", "drawers over doors", front=front, toy=toy)) == 1


@pytest.mark.parametrize("grip", HANDLE_KINDS)
def test_every_handle_sits_on_its_front(grip: str):
    assert pieces(assembled(9, "cupboard", "drawers over doors", front="framed", grip=grip)) == 1


@pytest.mark.parametrize("divide", [stack, doors])
def test_cells_and_boards_tile_the_front(divide):
    area, t = Area(-0.7, 0.7, 0.1, 1.1), 0.02
    layout = divide(np.random.default_rng(4), area, t)
    covered = sum(a.width * a.height for a in (*(c for c, _ in layout.cells), *layout.boards))
    assert covered == pytest.approx(area.width * area.height, rel=0.01)


def test_a_pierced_plate_has_its_holes():
    plate = pierced(rectangle(-1, 1, -1, 1), [disc(-0.5, 0, 0.3), disc(0.5, 0, 0.3)], 0.2)
    points = np.array([[-0.5, 0, 0], [0.5, 0, 0], [0, 0, 0], [0.9, 0.9, 0.05], [0, 0, 0.2]])
    assert plate.inside(points).tolist() == [False, False, True, True, False]
    vertices, faces = plate.mesh()
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    front = (np.abs(a[:, 2] - 0.1) + np.abs(b[:, 2] - 0.1) + np.abs(c[:, 2] - 0.1)) < 1e-9
    area = np.linalg.norm(np.cross(b - a, c - a)[front], axis=1).sum() / 2
    assert area == pytest.approx(4 - 2 * np.pi * 0.3**2, rel=0.01)


def test_weights_are_read_from_text():
    assert weights("open below 3.5, stack 6") == {"open below": 3.5, "stack": 6.0}
