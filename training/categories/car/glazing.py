"""The cabin of a car with its windows: glass between pillars, panes on panels, no windows, or see-through."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from training.categories.car.cabin import Cabin
from training.categories.car.palette import Palette
from training.categories.furniture.draw import between, chance
from training.materials import Material
from training.shape import Part
from training.solids import Solid, box

Spans = list[tuple[float, float]]


def cabin_parts(rng: np.random.Generator, cabin: Cabin, colours: Palette, windows: int) -> list[Part]:
    """The cabin in its plan's style; `windows` is the number of side windows."""
    style = cabin.hull.plan.cabin
    if style == "framed":
        return _framed(rng, cabin, colours, windows)
    if style == "hollow":
        return _hollow(rng, cabin, colours, windows)
    block = [Part(cabin.block(cabin.foot, cabin.hull.plan.height), colours.body)]
    return block if style == "blank" else block + _panes(rng, cabin, colours, windows)


def _framed(rng: np.random.Generator, cabin: Cabin, colours: Palette, windows: int) -> list[Part]:
    """A block of glass under a painted roof, with pillars on it."""
    head = _head(rng, cabin)
    out, into = 0.006 * cabin.hull.plan.length, 0.03 * cabin.hull.plan.length
    parts = [Part(cabin.block(cabin.foot, head), colours.glass)]
    parts.append(Part(cabin.block(head - 0.01, cabin.hull.plan.height), colours.second))
    for span in _pillars(rng, windows):
        parts += _both(cabin.side(span, cabin.foot, head + 0.01, out, into), colours.body)
    return parts


def _panes(rng: np.random.Generator, cabin: Cabin, colours: Palette, windows: int) -> list[Part]:
    """Thin panes on a painted block."""
    p = cabin.hull.plan
    out, into = 0.0035 * p.length, 0.01 * p.length
    low, head = _belt(cabin) + between(rng, 0.01, 0.07) * p.height, _head(rng, cabin)
    head = max(head, low + 0.1 * p.height)
    parts: list[Part] = []
    if not chance(rng, 0.06):
        for span in _openings(rng, windows):
            parts += _both(cabin.side(span, low, head, out, into), colours.glass)
    for rear in (False, True):
        reach = between(rng, 0.78, 0.92)
        if not (rear and p.kind in ("van", "stepvan", "truck") and chance(rng, 0.6)):
            foot = low if rear is False else max(low, p.deck_y + 0.03 * p.height)
            parts.append(Part(cabin.screen((-reach, reach), foot, head, out, into, rear), colours.glass))
    return parts


def _hollow(rng: np.random.Generator, cabin: Cabin, colours: Palette, windows: int) -> list[Part]:
    """A roof on pillars, and seats one can see."""
    p = cabin.hull.plan
    head, thick = _head(rng, cabin), between(rng, 0.014, 0.024) * p.length
    parts = [Part(cabin.block(head - 0.01, p.height), colours.body)]
    room = max(float(cabin.front(head) - cabin.rear(head)), 0.2)
    edge, inset = thick / room, 0.45 * p.corner / room
    spans = [(inset, inset + edge), (1 - inset - edge, 1 - inset)]
    spans += [(s - edge / 2, s + edge / 2) for s in np.linspace(0, 1, windows + 1)[1:-1].tolist()]
    for span in spans:
        parts += _both(cabin.side(span, cabin.foot, head + 0.02, 0.0, thick + 0.3 * p.corner), colours.body)
    return parts + seats(rng, cabin, colours)


def seats(
    rng: np.random.Generator,
    cabin: Cabin,
    colours: Palette,
    rows: int | None = None,
    floor: float | None = None,
) -> list[Part]:
    """Seat backs that look over the belt; they stand on `floor`, or end inside the body."""
    p = cabin.hull.plan
    room = max(p.cowl_z - p.back_z, 0.4)
    rows = rows if rows is not None else (2 if chance(rng, 0.6) else 1)
    wide = float(cabin.half_width(p.cowl_y)) * 0.8
    top = _belt(cabin) + p.height * between(rng, 0.06, 0.2)
    foot = cabin.foot - 0.1 * p.height if floor is None else floor - 0.01
    deep = max(0.04 * p.length, 0.07)
    parts = []
    for row in range(rows):
        z = p.cowl_z - room * (0.5 + 0.36 * row if rows > 1 else 0.62)
        for side in (-1, 1):
            seat = box((wide * 0.85, top - foot, deep), (side * wide / 2, (top + foot) / 2, z), deep * 0.3)
            parts.append(Part(seat, colours.inside))
    return parts


def _belt(cabin: Cabin) -> float:
    p = cabin.hull.plan
    return max(p.cowl_y, p.deck_y if p.back_z > p.roof_z - 0.3 * p.length else p.cowl_y)


def _head(rng: np.random.Generator, cabin: Cabin) -> float:
    """Height of the windows' upper edge."""
    tall = cabin.eaves - cabin.foot
    long_roof = cabin.hull.plan.kind in ("van", "stepvan", "bus")
    return cabin.eaves - tall * (between(rng, 0.08, 0.4) if long_roof else between(rng, 0.02, 0.14))


def _pillars(rng: np.random.Generator, windows: int) -> Spans:
    """Shares of the side that pillars cover, the ends included."""
    front, rear = between(rng, 0.02, 0.06), between(rng, 0.03, 0.16)
    half = between(rng, 0.008, 0.03)
    inner = np.linspace(rear, 1 - front, windows + 1)[1:-1].tolist()
    return [(0.0, rear), (1 - front, 1.0)] + [(s - half, s + half) for s in inner]


def _openings(rng: np.random.Generator, windows: int) -> Spans:
    """What the pillars leave."""
    spans = sorted(_pillars(rng, windows))
    return [(a[1], b[0]) for a, b in pairwise(spans) if b[0] - a[1] > 0.03]


def _both(solid: Solid, material: Material) -> list[Part]:
    return [Part(solid, material), Part(solid.mirrored("x"), material)]
