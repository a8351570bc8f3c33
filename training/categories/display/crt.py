"""Picture-tube monitors and televisions: a front with a bulging pane, and a case that tapers behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.devices.forms import Layer, Pieces, dome, layers, rectangle, rim
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import circle
from training.categories.furniture.slabs import slab
from training.solids import Solid, box, cylinder


@dataclass(frozen=True)
class Front:
    """Measures of the front: outer size, corner radius, bezel, chin and how far the pane lies back."""

    width: float
    height: float
    corner: float
    bezel: float
    chin: float
    recess: float


def face(rng: np.random.Generator, f: Front, flare: float = 0.05, right: float = 0.0) -> Pieces:
    """The rim and the bulging pane of a front at z = 0, its lower edge at y = 0.

    Args:
        rng: The source of chance.
        f: Its measures.
        flare: How much wider the opening is in front.
        right: Extra bezel at the right, for controls.
    """
    size = (f.width - 2 * f.bezel - right, f.height - f.bezel - f.chin)
    centre = (-right / 2, f.chin + size[1] / 2)
    radius = min(size) * between(rng, 0.02, 0.22)
    outer = rectangle(f.width, f.height, f.corner, (0, f.height / 2))
    hole = rectangle(*size, radius, centre)
    bulge = min(size) * (between(rng, 0.0, 0.03) if chance(rng, 0.3) else between(rng, 0.03, 0.12))
    bulge = min(bulge, f.recess + 0.05 * min(size))
    pane = dome(size[0] * 1.01, size[1] * 1.01, radius, bulge, 0.2 * f.recess + 0.004, (*centre, -f.recess))
    flare = min(flare, 0.8 * f.bezel / size[0])
    return [("trim", rim(outer, hole, 0.0, f.recess * 1.05, flare)), ("screen", pane)]


def tube_case(rng: np.random.Generator, f: Front, depth: float, flat_bottom: bool) -> Solid:
    """The case behind the front: full size at first, then a taper to a box at the rear."""
    deep = depth * (between(rng, 0.1, 0.35) if chance(rng, 0.8) else between(rng, 0.35, 0.7))
    neck = depth * between(rng, 0.55, 0.95)
    wide, high = between(rng, 0.4, 0.85), between(rng, 0.4, 0.85)
    y = f.height * (high / 2 + between(rng, 0.0, 0.6) * (1 - high))
    y = f.height * high / 2 if flat_bottom else y
    end = between(rng, 0.75, 1.0)
    rows: list[Layer] = [(-f.recess, f.width, f.height, 0.0, f.height / 2, f.corner)]
    power = between(rng, 0.6, 1.9)
    for part in (0.0, 0.35, 0.7, 1.0):
        s = part**power
        w, h, middle = 1 + (wide - 1) * s, 1 + (high - 1) * s, f.height / 2 + (y - f.height / 2) * s
        z = -deep - (neck - deep) * part
        rows.append((z, f.width * w, f.height * h, 0.0, middle, f.corner * w))
    bottom = y - f.height * high / 2
    last = f.height * high * end
    middle = bottom + last / 2 if flat_bottom else y
    rows.append((-depth, f.width * wide * end, last, 0.0, middle, f.corner * wide))
    return layers(rows[::-1])


def egg_case(rng: np.random.Generator, f: Front, depth: float) -> Solid:
    """A case that closes behind like an egg, as coloured home computers of the nineties have it."""
    end, power, drop = between(rng, 0.15, 0.5), between(rng, 1.6, 3.0), between(rng, 0.0, 0.35)
    rows: list[Layer] = []
    for part in (1.0, 0.93, 0.8, 0.6, 0.35, 0.0):
        s = end + (1 - end) * (1 - part**power) ** (1 / 1.6)
        w, h = f.width * s, f.height * s
        middle = f.height / 2 - drop * (f.height - h) / 2
        radius = f.corner * s + 0.45 * min(w, h) * part * (1 - 0.3 * part)
        rows.append((-f.recess - (depth - f.recess) * part, w, h, 0.0, middle, radius))
    return layers(rows, 4)


def monitor(rng: np.random.Generator) -> Pieces:
    """A computer monitor with a tube, on a swivel foot, a plinth or its own base."""
    f = front(rng, between(rng, 1.02, 1.3), between(rng, 0.03, 0.09), (1.0, 3.0))
    depth = f.width * tailed(rng, 1.0, 0.16, 0.6, 1.4)
    case = egg_case(rng, f, depth) if chance(rng, 0.12) else tube_case(rng, f, depth, chance(rng, 0.3))
    pieces = [*face(rng, f), ("body", case)]
    pieces += buttons(rng, f) if chance(rng, 0.5) else []
    if chance(rng, 0.35):
        tilt = -between(rng, -3, 12)
        pieces = [(role, s.turned("x", tilt, (0, 0.3 * f.height, -0.4 * depth))) for role, s in pieces]
    if chance(rng, 0.85):
        pieces += [("stand", s) for s in _foot(rng, f, depth)]
    return pieces


def front(rng: np.random.Generator, ratio: float, bezel: float, chins: tuple[float, float]) -> Front:
    """A front about 38 cm wide of a ratio of sides; the bezel is a share of its height."""
    width = 0.38 * between(rng, 0.8, 1.25)
    height = width / ratio
    corner = height * tailed(rng, 0.04, 0.7, 0.002, 0.16)
    edge = height * bezel
    return Front(width, height, corner, edge, edge * between(rng, *chins), edge * between(rng, 0.25, 0.9))


def buttons(rng: np.random.Generator, f: Front) -> Pieces:
    """A row of buttons or one knob in the chin."""
    count, y, size = int(rng.integers(1, 6)), f.chin * 0.5, min(f.chin * 0.35, 0.018)
    x0, step = f.width * between(rng, -0.1, 0.2), size * between(rng, 1.4, 2.5)
    x0 = min(x0, 0.45 * f.width - f.corner - count * step)
    out = size * between(rng, 0.3, 0.9)
    at = [(x0 + i * step, y, out / 2 - 0.25 * f.recess) for i in range(count)]
    if chance(rng, 0.5):
        return [("body", box((size, size * 0.6, out + 0.5 * f.recess), p)) for p in at]
    return [("body", cylinder(size / 2, out + 0.5 * f.recess, p, axis="z", sides=12)) for p in at]


def _foot(rng: np.random.Generator, f: Front, depth: float) -> list[Solid]:
    """A swivel disc on a neck, an oval or a square plinth, under the case's middle."""
    gap, z = f.height * between(rng, 0.03, 0.16), -depth * between(rng, 0.3, 0.5)
    width, deep = f.width * between(rng, 0.45, 0.85), depth * between(rng, 0.4, 0.7)
    high = gap * between(rng, 0.3, 0.8)
    power = 2.0 if chance(rng, 0.6) else between(rng, 3, 8)
    base = slab(circle(width / 2, deep / 2, 28, power), high, high, high * between(rng, 0, 0.45))
    rise = 0.45 * f.height + gap
    radius = min(width, deep) * between(rng, 0.25, 0.42)
    neck = cylinder(radius, rise, (0, rise / 2 + 0.1 * high, z), top_radius=radius * between(rng, 0.6, 1.0))
    return [base.moved(y=-gap, z=z), neck.moved(y=-gap)]


def boxy_television(rng: np.random.Generator) -> Pieces:
    """A television of the nineties: a broad front, a deep rear, on a plinth or not."""
    wide = chance(rng, 0.2)
    f = front(
        rng, between(rng, 1.45, 1.7) if wide else between(rng, 1.05, 1.35), between(rng, 0.02, 0.08), (1.2, 4)
    )
    depth = f.width * between(rng, 0.5, 0.95)
    pieces = face(rng, f, right=f.width * between(rng, 0.0, 0.1) if chance(rng, 0.2) else 0.0)
    pieces.append(("body", tube_case(rng, f, depth, True)))
    pieces += buttons(rng, f) if chance(rng, 0.4) else []
    draw = pick(rng, {"flat": 5, "plinth": 3, "rack": 1, "feet": 1})
    z = -depth * 0.4
    if draw == "plinth":
        size = (
            f.width * between(rng, 0.6, 0.95),
            f.height * between(rng, 0.04, 0.15),
            depth * between(rng, 0.5, 0.8),
        )
        pieces.append(("stand", box(size, (0, -size[1] / 2 + 0.004, -size[2] / 2 - 0.02 * depth), 0.004)))
    if draw == "feet":
        size = (f.width * 0.08, f.height * 0.05, depth * 0.5)
        pieces += [("stand", box(size, (s * f.width * 0.32, -size[1] * 0.4, -size[2] / 2))) for s in (-1, 1)]
    if draw == "rack":
        high = f.height * between(rng, 0.5, 1.0)
        pieces.append(("stand", box((f.width * 1.05, high, depth * 0.9), (0, -high / 2 + 0.003, z))))
    return pieces
