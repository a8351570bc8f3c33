"""Two benches in one frame: back to back, or either side of a picnic table."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.boards import back, seat
from training.categories.bench.ends import ENDS
from training.categories.bench.measures import Group, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, tailed
from training.categories.table.frames import frame_base
from training.categories.table.measures import Measures
from training.solids import Solid, box, cylinder


def double(rng: np.random.Generator, p: Plan) -> Group:
    """Two benches back to back on common frames."""
    s = replace(sizes(rng), lean=0.03)
    frame = ENDS[p.support if p.support != "scroll" else "iron"](rng, s, True, p.armed)
    half = s.length / 2 - between(rng, 0.02, 0.2) * s.length
    one: Group = [("frame", solid.moved(x)) for x in (-half, half) for solid in frame]
    one += [
        ("seat", solid)
        for solid in seat(rng, p.seat if p.seat != "contour" else "slats", s)
        + back(rng, p.back, s, s.length / 2)
    ]
    front = [(role, solid.moved(z=s.depth / 2 + 0.05)) for role, solid in one]
    both = front + [(role, solid.mirrored("z")) for role, solid in front]
    return both + [("frame", box((0.05, 0.04, 0.3), (x, s.bottom - 0.02, 0))) for x in (-half, half)]


def picnic(rng: np.random.Generator, p: Plan) -> Group:
    """A table with a bench on either side, in one frame."""
    m = Measures(
        tailed(rng, 1.6, 0.2, 1.0, 2.4),
        between(rng, 0.6, 0.8),
        between(rng, 0.68, 0.78),
        between(rng, 0.03, 0.06),
        between(rng, 0.05, 0.09),
        1.0,
        0.0,
        0.0,
    )
    count = int(rng.integers(3, 7))
    pitch, y = m.depth / count, m.height - m.thickness / 2
    boards = [
        box((m.length, m.thickness, 0.9 * pitch), (0, y, (i + 0.5) * pitch - m.depth / 2))
        for i in range(count)
    ]
    battens = [
        cylinder(0.02, m.depth, (x, m.bottom - 0.01, 0), axis="z", sides=8)
        for x in (-0.3 * m.length, 0.3 * m.length)
    ]
    made: list[Solid] = frame_base(rng, "picnic", m, np.zeros((4, 2)))
    return [("seat", solid) for solid in boards] + [("frame", solid) for solid in made + battens]
