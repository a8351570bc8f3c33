"""The side frames of park benches, in the (z, y) plane: cast iron, flat steel, concrete, timber, scrolls."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.bench.measures import Sizes
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent, rounded
from training.categories.furniture.slabs import ribbon
from training.solids import Solid, bar, box, extrusion, tube


def iron(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """Cast or bent bars: a rear leg that runs up into the back, a front leg that runs up into the arm."""
    w, t = s.stock * between(rng, 0.45, 1.0), between(rng, 0.02, 0.07)
    front, foot = -s.rear, between(rng, -0.02, 0.06)
    under, kick = s.bottom - 0.35 * w, between(rng, 0.0, 0.16)
    rear_top = (s.back_at(s.top) - 0.35 * w, s.top) if backed else (s.rear + 0.05, s.bottom)
    knee = [s.rear + between(rng, 0.0, 0.08), under * between(rng, 0.6, 1.0)]
    post = [[s.rear - 0.35 * w, s.seat + 0.02]] if backed else []
    bars = [_smooth([[s.rear - kick, 0.4 * w], knee, *post, list(rear_top)], w, t, 0.1)]
    bars.append(ribbon(np.array([[s.rear + 0.02, under], [front - 0.03, under + 0.005]]), w, t))
    if armed:
        bars.append(_smooth(_arm_line(rng, s, foot, under, w), w, t, between(rng, 0.03, 0.16)))
    else:
        bars.append(
            _smooth(
                [[front + foot, 0.4 * w], [front - 0.05, 0.6 * under], [front - 0.03, s.bottom]], w, t, 0.1
            )
        )
    if chance(rng, 0.3):
        y = under * between(rng, 0.2, 0.6)
        bars.append(
            ribbon(np.array([[s.rear - 0.6 * kick - 0.02, y], [front + max(0.0, foot), y]]), 0.7 * w, 0.8 * t)
        )
    if chance(rng, 0.15):
        bars.append(box((t * 1.2, w, s.depth + kick + 0.1), (0, w / 2, -kick / 2)))
    return bars


def _arm_line(rng: np.random.Generator, s: Sizes, foot: float, under: float, w: float) -> list[list[float]]:
    """Front leg, arm and the arm's way back to the post, as one line."""
    front, bulge = -s.rear, between(rng, -0.03, 0.08)
    y = min(s.arm, s.top - 0.03)
    start = [
        [front + foot, 0.4 * w],
        [front - between(rng, 0.0, 0.06), under],
        [front + bulge, y - 0.05],
        [front - 0.05 + bulge, y],
    ]
    return [*start, [s.back_at(y) - 0.3 * w, y + between(rng, -0.04, 0.04)]]


def _smooth(line: list[list[float]] | Points, width: float, t: float, radius: float) -> Solid:
    return ribbon(bent(np.asarray(line, dtype=float), radius, 3), width, t)


def steel(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """Flat steel bent to a loop under the seat, or to one that is the arm too, with a post for the back."""
    w, t = between(rng, 0.012, 0.04), between(rng, 0.03, 0.09)
    low, high = s.rear + w / 2, -s.rear - w / 2
    y = (s.arm if armed else s.bottom) - w * 0.3
    slant = between(rng, 0.0, 0.08) if chance(rng, 0.4) else 0.0
    corners = np.array(
        [[low - slant, w / 2], [high + slant, w / 2], [high, y], [low, y], [low - slant, w / 2]]
    )
    bars = [ribbon(bent(corners, between(rng, 0.0, 0.1) + 0.002, 3), w, t)]
    if armed:
        bars.append(
            ribbon(np.array([[low, s.bottom - w / 2 + 0.003], [high, s.bottom - w / 2 + 0.003]]), w, t)
        )
    if backed:
        line = np.array(
            [
                [s.rear + 0.12, s.bottom - w / 2],
                [s.rear, s.bottom - w / 2],
                [s.rear, s.seat],
                [s.back_at(s.top) - w / 2, s.top],
            ]
        )
        line += np.array([[0.0, 0.003], [0.0, 0.003], [-w / 2, 0.0], [0.0, 0.0]])
        bars.append(ribbon(line, w, t))
    return bars


def concrete(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """One thick slab seen from the side, straight or waisted, with a horn that carries the back."""
    t, front = between(rng, 0.07, 0.2), -s.rear - between(rng, 0.0, 0.015)
    waist = between(rng, 0.0, 0.25) * s.depth
    foot = between(rng, -0.04, 0.05)
    horn, base = between(rng, 0.05, 0.12), s.bottom + 0.005
    outline = [
        [s.rear - foot, 0.0],
        [front + foot, 0.0],
        [front - waist, 0.45 * base],
        [front, base],
        [s.rear + 0.04, base],
    ]
    if armed:
        outline[4:4] = [[front - 0.0, s.arm], [front - 0.08, s.arm], [front - 0.1, base]]
    if backed:
        outline += [[s.back_at(s.top), s.top], [s.back_at(s.top) - horn, s.top], [s.rear - horn, s.seat]]
    outline.append([s.rear + waist * 0.7, 0.45 * base])
    polygon = rounded(np.array(outline)[:, ::-1], between(rng, 0.002, 0.05), 2)
    return [extrusion(polygon, t, axis="x")]


def timber(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """Squared posts and rails, bolted."""
    w = max(0.035, s.stock)
    front, under = -s.rear - w / 2, s.bottom - 0.5 * w + 0.005
    z_top, high = (s.back_at(s.top) - 0.4 * w, s.top) if backed else (s.rear + w / 2, s.bottom + 0.004)
    made = [bar((0, under - 0.5 * w, s.rear + 0.2 * w), (0, high, z_top), w, 0.8 * w)]
    kick = between(rng, 0.0, 0.14)
    made.append(bar((0, 0, s.rear - kick), (0, under + 0.5 * w, s.rear + 0.3 * w), w, 0.9 * w))
    top = s.arm - 0.02 if armed else s.bottom + 0.004
    made.append(bar((0, 0, front + kick * 0.3), (0, top, front), w, 0.9 * w))
    made.append(box((w * 0.9, w, s.depth + 0.02), (0, under, 0)))
    if armed:
        z = s.back_at(s.arm) - 0.2 * w
        made.append(
            bar(
                (0, s.arm - 0.015, z),
                (0, s.arm - 0.015, front + w * between(rng, 0.6, 1.3)),
                w * between(rng, 1.0, 1.8),
                0.03,
            )
        )
    return made


def scroll(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """Wrought iron: round bars whose ends are rolled into spirals."""
    r, front, roll = between(rng, 0.008, 0.018), -s.rear, between(rng, 0.03, 0.075)
    rear = np.array(
        [
            [s.rear - 0.1, r],
            [s.rear - 0.02, 0.2 * s.seat],
            [s.rear + 0.04, 0.7 * s.seat],
            [s.rear, s.seat + 0.05],
        ]
    )
    line = [*bent(rear, 0.12, 3).tolist()]
    line.append([s.back_at(s.top), s.top] if backed else [s.rear + 0.02, s.seat])
    if backed:
        line[-1:-1] = [[s.rear - 0.5 * r, s.seat + 0.06]]
    made = [
        _pipe(np.array(line), r),
        _pipe(np.array([[s.rear + 0.02, s.bottom - r], [front - 0.01, s.bottom - r]]), r),
    ]
    bow, y = between(rng, -0.05, 0.1), s.arm if armed else s.bottom
    leg = np.array(
        [
            [front + 0.05, r],
            [front - 0.06, 0.4 * s.seat],
            [front + bow, s.seat],
            [front + bow, y],
            [front - 0.1, y],
        ]
    )
    path = bent(leg[: 5 if armed else 3] - ([0, 0] if armed else [0, r]), 0.14, 4)
    if armed:
        path = np.concatenate([path, [[s.back_at(y), y + between(rng, -0.03, 0.06)]]])
        turn = 1.0 if chance(rng, 0.5) else -1.0
        made.append(
            _pipe(_spiral(front + bow - roll * 1.0, y - turn * roll - 0.002, roll, turn, 0.0), r * 0.8)
        )
    else:
        path[-1] = [front - 0.03, s.bottom - r]
    made.append(_pipe(path, r))
    if chance(rng, 0.6):
        made.append(
            _pipe(_spiral((s.rear + front) / 2, s.bottom - r - roll * 1.2, roll * 1.2, -1.0, 90.0), r * 0.8)
        )
    if chance(rng, 0.5):
        y = 0.35 * s.seat
        made.append(_pipe(np.array([[s.rear - 0.005, y], [0.0, y * 1.25], [front - 0.045, y]]), r * 0.9))
    return made


def _spiral(z: float, y: float, radius: float, turn: float, begin: float) -> Points:
    """One turn and a half inward, beginning above (or beside) the centre."""
    a = np.radians(begin + 90.0 * (begin == 0.0)) + turn * np.linspace(0.0, 3.2 * np.pi, 18)
    shrink = np.linspace(1.0, 0.3, 18) * radius
    return np.stack([z + shrink * np.cos(a), y + turn ** (begin == 0.0) * shrink * np.sin(a) * 1.0], axis=1)


def _pipe(line: Points, radius: float) -> Solid:
    """A round bar along a side view (k, 2) of (z, y)."""
    return tube(np.column_stack([np.zeros(len(line)), line[:, 1], line[:, 0]]), radius, sides=6)


def plate(rng: np.random.Generator, s: Sizes, backed: bool, armed: bool) -> list[Solid]:
    """A board or cast plate cut to the side view: two feet, an arch between them, arm and horn above."""
    t, front = between(rng, 0.02, 0.08), -s.rear
    foot, arch = between(rng, 0.06, 0.3) * s.depth, between(rng, 0.0, 0.75) * s.seat
    out, base = between(rng, -0.03, 0.06), s.bottom + 0.01
    outline = [[s.rear - out, 0.0], [s.rear - out + foot, 0.0], [s.rear + 1.3 * foot, arch]]
    outline += [[front - 1.3 * foot, arch], [front + out - foot, 0.0], [front + out, 0.0], [front, base]]
    if armed:
        outline += [[front, s.arm - 0.03], [front - 0.04, s.arm], [s.back_at(s.arm) + 0.05, s.arm]]
    if backed:
        wide = between(rng, 0.05, 0.1)
        start = [] if armed else [[s.rear + 0.07, base]]
        outline += [*start, [s.back_at(s.top) + 0.03, s.top], [s.back_at(s.top) + 0.03 - wide, s.top]]
    outline.append([s.rear - 0.06, s.seat])
    polygon = rounded(np.array(outline)[:, ::-1], between(rng, 0.002, 0.06), 2)
    return [extrusion(polygon, t, axis="x")]


ENDS: dict[str, Callable[[np.random.Generator, Sizes, bool, bool], list[Solid]]] = {
    "iron": iron, "steel": steel, "concrete": concrete, "timber": timber, "scroll": scroll,
    "plate": plate,
}  # fmt: skip
