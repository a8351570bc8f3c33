"""Drawer fronts and doors: flat, rounded, framed, raised, bevelled, beaded, boarded, louvred, glazed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from training.categories.cabinet.handles import handle
from training.categories.cabinet.layout import Area, Layout
from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.cabinet.pierced import pierced, rectangle
from training.categories.furniture.draw import between, chance
from training.solids import Solid, box, loft

FRONT_KINDS = ("flat", "rounded", "framed", "raised", "bevelled", "beaded", "boarded", "louvred")
INTO = 0.012
MANY = 14
PLAIN_FRONTS = {"framed": "bevelled", "raised": "bevelled", "rounded": "bevelled", "beaded": "flat"}
PLAIN_GRIPS = {"bar": "plate", "bow": "plate", "ring": "knob"}


@dataclass(frozen=True)
class Style:
    """What all fronts of one cabinet share.

    Attributes:
        kind: One of FRONT_KINDS, for doors.
        drawers: The same, for drawers and flaps.
        handle: One of HANDLE_KINDS.
        seed: Makes their handles alike.
        rail: Width of a frame's members.
        raised: How high frames and panels stand out.
        size: Length of a handle.
        high: Where drawers have their handle, from 0 in the middle to 1 at the top.
        level: The same for doors, -1 at the foot.
        twin: Whether wide drawers have two handles.
        panes: Rows and columns of glass panes.
    """

    kind: str
    drawers: str
    handle: str
    seed: int
    rail: float
    raised: float
    size: float
    high: float
    level: float
    twin: bool
    panes: tuple[int, int]


def style(rng: np.random.Generator, kind: str, grip: str, m: Measures) -> Style:
    """Draw what the fronts share."""
    toy = 2.2 if m.toy else 1.0
    return Style(
        kind=kind,
        drawers=kind if chance(rng, 0.6) and kind != "louvred" else "flat",
        handle=grip,
        seed=int(rng.integers(1 << 31)),
        rail=between(rng, 0.035, 0.085) * toy,
        raised=between(rng, 0.004, 0.014) * toy,
        size=between(rng, 0.07, 0.19) * toy,
        high=0.0 if chance(rng, 0.7) else between(rng, 0.3, 0.8),
        level=float(rng.choice([0.0, 0.0, 0.0, 0.75, -0.75])) + between(rng, -0.15, 0.15),
        twin=chance(rng, 0.45),
        panes=(int(rng.integers(1, 5)), int(rng.integers(1, 3))) if chance(rng, 0.5) else (1, 1),
    )


def fronts(layout: Layout, s: Style, m: Measures) -> list[Piece]:
    """Fronts and handles of every closed cell."""
    pieces: list[Piece] = []
    s = _plainer(s) if sum(kind != "open" for _, kind in layout.cells) > MANY else s
    for area, kind in layout.cells:
        if kind == "open":
            continue
        whole = area.grown(-m.gap if m.inset else max(m.board / 2 - m.gap, 0.0))
        look = replace(s, kind="framed") if kind == "glass" else s
        for leaf, hung in _leaves(whole, kind, m.gap):
            pieces += _front(leaf, kind, s, m) + _handles(leaf, hung, look, m)
    return pieces


def _plainer(s: Style) -> Style:
    """The style of cabinets with many small fronts, each of which must be few parts."""
    drawers, grip = PLAIN_FRONTS.get(s.drawers, s.drawers), PLAIN_GRIPS.get(s.handle, s.handle)
    return replace(s, drawers=drawers, kind=PLAIN_FRONTS.get(s.kind, s.kind), handle=grip, twin=False)


def _leaves(whole: Area, kind: str, gap: float) -> list[tuple[Area, str]]:
    """The movable leaves of one cell, and what each is: pairs open in the middle."""
    if kind != "pair" and not (kind == "glass" and whole.width > 0.6):
        return [(whole, "door" if kind == "glass" else kind)]
    (left, right), _ = whole.columns([1.0, 1.0], gap)
    return [(left, "door"), (right, "left door")]


def _front(a: Area, kind: str, s: Style, m: Measures) -> list[Piece]:
    """One leaf, its back inside of the carcass."""
    face = m.front + m.relief
    if kind == "glass":
        return _glazed(a, s, face)
    name = s.drawers if kind in ("drawer", "flap") else s.kind
    rail = min(s.rail, 0.28 * min(a.width, a.height))
    if min(a.width, a.height) < 0.09 and name not in ("flat", "rounded"):
        name = "flat"
    if name == "flat":
        return [(_slab(a, face), "front")]
    if name == "rounded":
        deep = max(0.03, 2.2 * m.relief + 2 * INTO)
        radius = min(0.45 * deep, 0.2 * min(a.width, a.height))
        return [(box((a.width, a.height, deep), _middle(a, face - deep / 2), radius), "front")]
    if name == "bevelled":
        return [(_frustum(a, face - max(m.relief, 0.0) - s.raised - INTO, face, s.raised * 1.6), "front")]
    if name == "raised":
        return [
            (_slab(a, face - s.raised), "front"),
            (_frustum(a.grown(-rail), face - s.raised - 0.02, face, rail / 3), "front"),
        ]
    return [(_slab(a, face - s.raised), "front"), *_applied(name, a, rail, s, face)]


def _applied(name: str, a: Area, rail: float, s: Style, face: float) -> list[Piece]:
    """What lies on a leaf's slab: a frame, a bead, boards or louvres."""
    if name == "boarded":
        count = max(2, round(a.width / 0.11))
        boards, _ = a.columns([1.0] * count, 0.006)
        return [(_slab(board, face), "front") for board in boards[:6]]
    if name == "beaded":
        outer, rail = a.grown(-rail * 0.6), max(0.006, rail * 0.25)
    else:
        outer = a
    frame = [(ring(outer, rail, face - s.raised - 0.006, face), "front")]
    if name == "louvred":
        slats, _ = a.grown(-rail).rows([1.0] * int(np.clip(a.height / 0.07, 3, 9)), 0.012)
        frame += [(_slab(slat.grown(0.001), face - 0.3 * s.raised), "front") for slat in slats]
    return frame


def _glazed(a: Area, s: Style, face: float) -> list[Piece]:
    """Glass, which counts as closed, behind a frame with bars."""
    rail = min(s.rail, 0.2 * min(a.width, a.height))
    inner, holes = a.grown(-rail), []
    for row in inner.rows([1.0] * s.panes[0], 0.02)[0]:
        holes += [rectangle(p.left, p.right, p.low, p.high) for p in row.columns([1.0] * s.panes[1], 0.02)[0]]
    deep = s.raised + 0.01
    frame = pierced(rectangle(a.left, a.right, a.low, a.high), holes, deep, face - deep / 2)
    return [(_slab(a, face - s.raised), "glass"), (frame, "front")]


def _handles(a: Area, kind: str, s: Style, m: Measures) -> list[Piece]:
    """The handles of one leaf, seated on it."""
    drawer = kind in ("drawer", "flap")
    size = _grip_size(a, s, drawer)
    solids = handle(np.random.default_rng(s.seed), s.handle, size, not drawer)
    flat = (s.drawers if drawer else s.kind) in ("flat", "rounded", "bevelled")
    z = m.front + m.relief - (0.0 if flat else s.raised)
    if not drawer:
        side = 1.0 if kind == "door" else -1.0
        x = side * (
            a.width / 2 - max(min(0.05, 0.15 * a.width), 0.3 * size * (s.handle not in ("bar", "bow")))
        )
        spots = [(x, s.level * max(0.0, a.height / 2 - 0.5 * size - 0.02))]
    else:
        y = s.high * max(0.0, a.height / 2 - 0.03) if s.handle != "lip" else a.height / 2 - 0.008
        twin = s.twin and a.width > max(0.5, 3.0 * size)
        spots = [(v * 0.28 * a.width, y) for v in (-1, 1)] if twin else [(0.0, y)]
    x, y, _ = _middle(a, 0.0)
    return [(solid.moved(x + u, y + v, z), "handle") for u, v in spots for solid in solids]


def _grip_size(a: Area, s: Style, drawer: bool) -> float:
    """The handles' common size, less where a leaf has no room for it."""
    if s.handle in ("bar", "bow", "plate", "lip", "cup"):
        across = a.height if drawer else a.width
        return min(s.size, 0.8 * (a.width if drawer else a.height), 2.0 * across)
    return min(s.size, 0.9 * a.width, 0.9 * a.height)


def ring(a: Area, rail: float, back: float, face: float) -> Solid:
    """A flat frame between two depths."""
    b = a.grown(-rail)
    outer, inner = rectangle(a.left, a.right, a.low, a.high), rectangle(b.left, b.right, b.low, b.high)
    return pierced(outer, [inner], face - back, (face + back) / 2)


def _slab(a: Area, face: float, deep: float = 0.09) -> Solid:
    """A board deep enough to reach into any carcass."""
    return box((a.width, a.height, deep), _middle(a, face - deep / 2))


def _frustum(a: Area, back: float, face: float, bevel: float) -> Solid:
    """A slab whose face is smaller than its back."""
    bevel = min(bevel, 0.3 * min(a.width, a.height))
    b, middle = a.grown(-bevel), (back * 0.4 + face * 0.6)
    low, high = (rectangle(r.left, r.right, r.low, r.high) for r in (a, b))
    return loft([(back, low), (middle, low), (face, high)], axis="z")


def _middle(a: Area, z: float) -> tuple[float, float, float]:
    return (a.left + a.right) / 2, (a.low + a.high) / 2, z
