"""The case: one filled body where every cell is closed, boards and filled cells where some are open."""

from __future__ import annotations

from training.categories.cabinet.layout import Area, Layout
from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.solids import Solid, box

RECESS = 0.014
TOUCH = 0.002


def block(a: Area, back: float, face: float) -> Solid:
    """A box over an area between two depths."""
    middle = ((a.left + a.right) / 2, (a.low + a.high) / 2, (back + face) / 2)
    return box((a.width, a.height, face - back), middle)


def outside(m: Measures) -> Area:
    """The carcass seen from the front."""
    return Area(-m.width / 2, m.width / 2, m.lift, m.height)


def carcass(layout: Layout, m: Measures, back: bool) -> list[Piece]:
    """Everything behind the fronts; `back` closes open compartments at the rear."""
    if all(kind != "open" for _, kind in layout.cells):
        return _filled(layout, m)
    rear, t, whole = -m.depth / 2, m.board, outside(m)
    pieces = [(block(a, rear, m.front), "body") for a in _shell(whole, t)]
    pieces += [(block(a.grown(TOUCH), rear, m.front - TOUCH), "body") for a in layout.boards]
    face = m.front - (RECESS if m.inset else TOUCH)
    for area, kind in layout.cells:
        if kind != "open":
            pieces.append((block(area.grown(min(0.4 * t, 0.01)), rear + TOUCH, face), "body"))
    if back:
        pieces.append((block(whole.grown(-0.4 * t), rear + TOUCH, rear + max(0.01, 0.4 * t)), "back"))
    return pieces


def _filled(layout: Layout, m: Measures) -> list[Piece]:
    """One box; behind fronts that are let in it stands back and a face frame of boards comes forward."""
    whole = outside(m)
    if not m.inset:
        return [(block(whole, -m.depth / 2, m.front), "body")]
    body = block(whole, -m.depth / 2, m.front - RECESS)
    frame = [*_shell(whole, m.board), *(a.grown(TOUCH) for a in layout.boards)]
    return [(body, "body"), *((block(a, m.front - 0.05, m.front), "body") for a in frame)]


def _shell(a: Area, t: float) -> list[Area]:
    """Two sides, a lid and a floor."""
    sides = [Area(a.left, a.left + t, a.low, a.high), Area(a.right - t, a.right, a.low, a.high)]
    between = (a.left + t - TOUCH, a.right - t + TOUCH)
    return [*sides, Area(*between, a.high - t, a.high), Area(*between, a.low, a.low + t)]
