"""Tables that are wholes of their own: L-shaped corner desks, billiard and table-tennis tables."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import leg
from training.categories.table.measures import Measures
from training.categories.table.storage import cabinet
from training.solids import Solid, bar, box, extrusion

CORNER_KINDS = ("corner desk", "billiard", "ping-pong")
Group = tuple[list[Solid], list[Solid]]


def corner(rng: np.random.Generator, kind: str, m: Measures) -> Group:
    """The frame and the top of one of CORNER_KINDS."""
    return {"corner desk": _corner_desk, "billiard": _billiard, "ping-pong": _ping_pong}[kind](rng, m)


def _corner_desk(rng: np.random.Generator, m: Measures) -> Group:
    """A desk with a return to the front, on the left or the right; legs, boards or a cabinet under it."""
    depth, reach = between(rng, 0.4, 0.65), m.length * between(rng, 0.65, 1.0)
    wing, x, rear = between(rng, 0.4, 0.6), m.length / 2, -reach / 2
    notch = between(rng, 0.0, 0.25) if chance(rng, 0.4) else 0.0
    inner = (
        [(-x + wing, rear + depth)]
        if notch == 0
        else [(-x + wing, rear + depth + notch), (-x + wing + notch, rear + depth)]
    )
    outline = np.array(
        [(-x, rear), (-x, reach / 2), (-x + wing, reach / 2), *inner, (x, rear + depth), (x, rear)]
    )
    top = extrusion(outline[:, ::-1], m.thickness, axis="y", at=m.height - m.thickness / 2)
    stock, t = min(m.stock, 0.07), between(rng, 0.018, 0.035)
    boards = chance(rng, 0.5)
    solids: list[Solid] = []
    if boards:
        solids += [
            box((t, m.into, depth * 0.97), (x - t, m.into / 2, rear + depth / 2)),
            box((wing * 0.97, m.into, t), (-x + wing / 2, m.into / 2, reach / 2 - t)),
            box((m.length - 2 * t, m.into * 0.6, t), (0, m.into * 0.7, rear + t)),
            box((t, m.into, reach - 2 * t), (-x + t, m.into / 2, 0)),
        ]
    else:
        half = stock / 2 + 0.004
        spots = [(-x + half, rear + half), (x - half, rear + half), (x - half, rear + depth - half)]
        spots += [(-x + half, reach / 2 - half), (-x + wing - half, reach / 2 - half)]
        solids += [leg(rng, "square", (a, 0, b), (a, m.into, b), stock, m.taper) for a, b in spots]
    if chance(rng, 0.45):
        inside = Measures(m.length, depth, m.height, m.thickness, m.stock, m.taper, 0.0, 0.0)
        width = between(rng, 0.32, 0.45)
        solids += [s.moved(z=rear + depth / 2) for s in cabinet(rng, inside, x - width / 2 - t, width, 0.0)]
    turn = chance(rng, 0.5)
    return [s.mirrored("x") if turn else s for s in solids], [top.mirrored("x") if turn else top]


def _billiard(rng: np.random.Generator, m: Measures) -> Group:
    """A deep frame with a raised cushion round the bed, on four or six heavy legs."""
    length, depth, height = between(rng, 1.8, 2.7), between(rng, 1.0, 1.45), between(rng, 0.76, 0.86)
    rail, deep, rise = between(rng, 0.09, 0.15), between(rng, 0.12, 0.25), between(rng, 0.03, 0.06)
    stock, into = between(rng, 0.1, 0.2), height - deep * 0.5
    bed = box((length, deep, depth), (0, height - deep / 2, 0), 0.01)
    rails = [box((length, rise * 2, rail), (0, height, s * (depth - rail) / 2), 0.01) for s in (-1, 1)]
    rails += [box((rail, rise * 2, depth), (s * (length - rail) / 2, height, 0), 0.01) for s in (-1, 1)]
    columns = (-1, 1) if chance(rng, 0.7) else (-1, 0, 1)
    kind, seed = "turned" if chance(rng, 0.4) else "square", int(rng.integers(1 << 31))
    legs = []
    for x in columns:
        for z in (-1, 1):
            px, pz = x * (length / 2 - stock), z * (depth / 2 - stock)
            legs.append(leg(np.random.default_rng(seed), kind, (px, 0, pz), (px, into, pz), stock, m.taper))
    return [*legs, *rails], [bed]


def _ping_pong(rng: np.random.Generator, m: Measures) -> Group:
    """A thin top with a net across its middle, on two frames."""
    length, depth, height, t = 2.74, 1.525, between(rng, 0.7, 0.78), between(rng, 0.03, 0.05)
    net = box((0.02, 0.17, depth * 1.1), (0, height + 0.075, 0))
    stock, x = between(rng, 0.035, 0.07), length * between(rng, 0.25, 0.42)
    frame: list[Solid] = [net]
    for s in (-1, 1):
        frame += [
            bar((s * x, 0, z), (s * x, height - t / 2, z), stock, stock)
            for z in (-depth * 0.38, depth * 0.38)
        ]
        frame.append(
            bar((s * x, height * 0.25, -depth * 0.38), (s * x, height * 0.25, depth * 0.38), stock, stock)
        )
    return frame, [box((length, t, depth), (0, height - t / 2, 0))]
