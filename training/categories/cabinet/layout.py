"""How a front is divided: rectangles of drawers, doors and open compartments, and the boards between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed

KINDS = ("drawer", "door", "left door", "pair", "glass", "flap", "open")


@dataclass(frozen=True)
class Area:
    """An upright rectangle seen from the front, metres."""

    left: float
    right: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """Extent along x."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent along y."""
        return self.high - self.low

    def grown(self, by: float) -> Area:
        """Every edge moved outward."""
        return Area(self.left - by, self.right + by, self.low - by, self.high + by)

    def columns(self, shares: Sequence[float], board: float) -> tuple[list[Area], list[Area]]:
        """Divide from left to right; the parts, and the boards between them."""
        ends = _ends(self.left, self.right, shares, board)
        parts = [Area(a, b, self.low, self.high) for a, b in ends]
        return parts, [Area(a.right, b.left, self.low, self.high) for a, b in pairwise(parts)]

    def rows(self, shares: Sequence[float], board: float) -> tuple[list[Area], list[Area]]:
        """Divide from the top down; the parts, and the boards between them."""
        ends = _ends(self.low, self.high, list(shares)[::-1], board)
        parts = [Area(self.left, self.right, a, b) for a, b in ends][::-1]
        return parts, [Area(self.left, self.right, b.high, a.low) for a, b in pairwise(parts)]


@dataclass(frozen=True)
class Layout:
    """Cells with one of KINDS each, and the boards that part them."""

    cells: tuple[tuple[Area, str], ...]
    boards: tuple[Area, ...] = ()

    def __add__(self, other: Layout) -> Layout:
        return Layout(self.cells + other.cells, self.boards + other.boards)


Scheme = Callable[[np.random.Generator, Area, float], Layout]


def _ends(low: float, high: float, shares: Sequence[float], board: float) -> list[tuple[float, float]]:
    """Where each part begins and ends between `low` and `high`, boards apart."""
    sizes = np.asarray(shares) / np.sum(shares) * (high - low - board * (len(shares) - 1))
    starts = low + np.concatenate([[0.0], np.cumsum(sizes + board)[:-1]])
    return [(float(a), float(a + s)) for a, s in zip(starts, sizes, strict=True)]


def filled(areas: Sequence[Area], kind: str, boards: Sequence[Area] = ()) -> Layout:
    """Cells of one kind."""
    return Layout(tuple((area, kind) for area in areas), tuple(boards))


def count_of(rng: np.random.Generator, extent: float, pitch: float, most: int) -> int:
    """How many parts of about `pitch` fit."""
    return int(np.clip(round(extent / tailed(rng, pitch, 0.3, pitch * 0.4, pitch * 2.5)), 1, most))


def _grid(area: Area, rows: int, columns: int, kind: str, t: float, shares: Sequence[float] = ()) -> Layout:
    lines, across = area.rows(shares or [1.0] * rows, t)
    result = Layout((), tuple(across))
    for line in lines:
        cells, down = line.columns([1.0] * columns, t)
        result += filled(cells, kind, down)
    return result


def stack(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Drawers above each other, equal or deeper towards the floor, the top row perhaps divided."""
    rows, columns = count_of(rng, area.height, 0.2, 7), count_of(rng, area.width, 0.75, 3)
    growth = between(rng, 1.05, 1.3) if chance(rng, 0.35) else 1.0
    shares = [growth**i for i in range(rows)]
    if rows < 3 or not chance(rng, 0.25):
        return _grid(area, rows, columns, "drawer", t, shares)
    (first, rest), board = area.rows([shares[0], sum(shares[1:])], t)
    top = _grid(first, 1, columns + int(rng.integers(1, 3)), "drawer", t)
    return top + _grid(rest, rows - 1, columns, "drawer", t, shares[1:]) + Layout((), tuple(board))


def doors(rng: np.random.Generator, area: Area, t: float, kind: str = "") -> Layout:
    """One to four doors side by side, in pairs where they are many."""
    leaves = count_of(rng, area.width, 0.42, 6)
    columns = leaves // 2 if leaves % 2 == 0 else leaves
    kind = kind or ("pair" if leaves % 2 == 0 else str(rng.choice(["door", "left door"])))
    cells, boards = area.columns([1.0] * columns, t)
    return filled(cells, kind, boards)


def shelves(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Open compartments."""
    rows, columns = count_of(rng, area.height, 0.34, 7), count_of(rng, area.width, 0.85, 4)
    shares = rng.uniform(0.7, 1.3, rows).tolist() if chance(rng, 0.4) else [1.0] * rows
    return _grid(area, rows, columns, "open", t, shares)


def cubes(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """A lattice of square compartments, some of them with doors or drawers."""
    rows, columns = count_of(rng, area.height, 0.37, 6), count_of(rng, area.width, 0.37, 6)
    plain, share = _grid(area, rows, columns, "open", t), between(rng, 0.0, 0.6) * chance(rng, 0.6)
    cells = tuple((a, "door" if chance(rng, share) else k) for a, k in plain.cells)
    return Layout(cells, plain.boards)


def apothecary(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Many small drawers."""
    return _grid(area, count_of(rng, area.height, 0.16, 6), count_of(rng, area.width, 0.21, 5), "drawer", t)


def files(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Deep drawers, one a row."""
    return _grid(area, count_of(rng, area.height, 0.3, 6), 1, "drawer", t)


def flaps(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Wide flaps, as for shoes or over a worktop."""
    return _grid(area, count_of(rng, area.height, 0.38, 4), count_of(rng, area.width, 0.9, 2), "flap", t)


def lockers(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Tall narrow doors in one to four tiers."""
    return _grid(area, int(rng.choice([1, 1, 2, 2, 3, 4])), count_of(rng, area.width, 0.32, 5), "door", t)


def glazed(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Glass doors, all the way or over a closed part."""
    if chance(rng, 0.4):
        return doors(rng, area, t, "glass")
    return _above(rng, area, t, lambda r, a, b: doors(r, a, b, "glass"), between(rng, 0.5, 0.8))


def open_top(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Open compartments above, doors or drawers below."""
    return _above(rng, area, t, shelves, between(rng, 0.2, 0.7))


def open_below(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Drawers above an open compartment, as in night stands."""
    (first, second), board = area.rows([between(rng, 0.3, 1.5), 1.0], t)
    shelf = filled([second], "open") if chance(rng, 0.6) else shelves(rng, second, t)
    return stack(rng, first, t) + shelf + Layout((), tuple(board))


def drawers_over_doors(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """A row of drawers, doors below: the kitchen base unit and many a sideboard."""
    (first, second), board = area.rows([between(rng, 0.18, 0.4), 1.0], t)
    below = doors(rng, second, t)
    columns = max(1, len(below.cells) * (2 if chance(rng, 0.25) else 1))
    return _grid(first, 1, columns, "drawer", t) + below + Layout((), tuple(board))


def doors_over_drawers(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Tall doors, drawers at the foot: wardrobes, linen presses."""
    (first, second), board = area.rows([1.0, between(rng, 0.15, 0.6)], t)
    return doors(rng, first, t) + stack(rng, second, t) + Layout((), tuple(board))


def bays(rng: np.random.Generator, area: Area, t: float) -> Layout:
    """Columns side by side, each divided in its own way, often mirrored."""
    count = int(np.clip(count_of(rng, area.width, 0.5, 5), 2, 5))
    weights = {"stack": 3, "doors": 3, "shelves": 2.5, "drawers over doors": 0.7, "open below": 0.7}
    names, shares = [pick(rng, weights) for _ in range(count)], rng.uniform(0.6, 1.4, count)
    if chance(rng, 0.6):
        names, shares = names[: (count + 1) // 2] + names[: count // 2][::-1], (shares + shares[::-1]) / 2
    areas, boards = area.columns(shares.tolist(), t)
    seed = int(rng.integers(1 << 31))
    result = Layout((), tuple(boards))
    for name, part in zip(names, areas, strict=True):
        result += SCHEMES[name](np.random.default_rng([seed, len(name)]), part, t)
    return result


def _above(rng: np.random.Generator, area: Area, t: float, upper: Scheme, share: float) -> Layout:
    (first, second), board = area.rows([share, 1.0 - share], t)
    below = doors(rng, second, t) if chance(rng, 0.6) else stack(rng, second, t)
    return upper(rng, first, t) + below + Layout((), tuple(board))


SCHEMES: dict[str, Scheme] = {
    "stack": stack, "doors": doors, "shelves": shelves, "cubes": cubes, "apothecary": apothecary,
    "files": files, "flaps": flaps, "lockers": lockers, "glazed": glazed, "open top": open_top,
    "open below": open_below, "drawers over doors": drawers_over_doors,
    "doors over drawers": doors_over_drawers, "bays": bays,
}  # fmt: skip
