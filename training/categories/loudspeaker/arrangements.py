"""Where a baffle has its drivers: two-way, three-way, D'Appolito, coaxial, pairs and fours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.loudspeaker.boxes import Case, Spot

Arrange = Callable[[np.random.Generator, Case], list[Spot]]


def _two_way(rng: np.random.Generator, c: Case) -> list[Spot]:
    """A woofer, a tweeter over it, rarely under, perhaps a port."""
    big = min(c.width * between(rng, 0.3, 0.43), c.height * 0.27)
    small = min(big * between(rng, 0.35, 0.7), 0.2 * c.height)
    low = big * 1.3 + c.height * between(rng, 0.0, 0.08)
    high = min(c.height - small * 1.25, low + 1.3 * big + 1.15 * small + c.height * between(rng, 0.0, 0.2))
    spots = [Spot("cone", 0, low, big), Spot("horn" if chance(rng, 0.08) else "tweeter", 0, high, small)]
    below = low - big * 1.3
    if below > 0.1 * c.height and chance(rng, 0.5):
        spots.append(Spot("slot", 0, below * 0.5, 0.3 * c.width))
    elif chance(rng, 0.25) and c.corner < 0.12 * c.width and c.body != "soft":
        r = min(0.25 * big, 0.09 * c.width)
        spots += [Spot("port", s * (c.width / 2 - 1.5 * r), c.height - 1.6 * r, r) for s in (-1, 1)]
    return [Spot(s.kind, s.x, c.height - s.y, s.r) for s in spots] if chance(rng, 0.08) else spots


def _tower(rng: np.random.Generator, c: Case) -> list[Spot]:
    """One to four woofers down the front, a midrange and a tweeter near the top, a port at the foot."""
    big = c.width * between(rng, 0.28, 0.43)
    small, pitch = big * between(rng, 0.3, 0.6), 2 * big * between(rng, 1.2, 1.35)
    y, spots = c.height - 1.5 * small - between(rng, 0.0, 0.08) * c.height, []
    first = chance(rng, 0.35)
    if first:
        y = c.height - 1.3 * big
        spots.append(Spot("cone", 0, y, big * between(rng, 0.7, 1.0)))
        y -= 1.25 * big + 1.2 * small
    spots.append(Spot("tweeter", 0, y, small))
    y -= 1.2 * small + 1.3 * big
    for _ in range(int(rng.integers(1, 5))):
        if y > 1.3 * big:
            spots.append(Spot("cone", 0, y, big))
            y -= pitch
    if y > 0.5 * big and chance(rng, 0.5):
        spots.append(Spot("port", 0, max(y, 0.7 * big), big * between(rng, 0.3, 0.5)))
    return spots


def _centre(rng: np.random.Generator, c: Case) -> list[Spot]:
    """Woofers to both sides of a tweeter."""
    big = min(c.height * between(rng, 0.3, 0.42), c.width * 0.14)
    small, y = big * between(rng, 0.4, 0.75), c.height / 2
    x = between(rng, 0.24, 0.33) * c.width if chance(rng, 0.7) else small + 1.4 * big
    spots = [Spot("cone", s * x, y, big) for s in (-1, 1)] + [Spot("tweeter", 0, y, small)]
    outer = x + 2.5 * big
    return spots + (
        [Spot("cone", s * outer, y, big) for s in (-1, 1)] if outer + 1.3 * big < c.width / 2 else []
    )


def _single(rng: np.random.Generator, c: Case) -> list[Spot]:
    """One full-range or bass driver."""
    r = min(c.width, c.height) * between(rng, 0.28, 0.42)
    room = max(0.0, c.height / 2 - 1.25 * r)
    return [Spot("cone", 0, c.height / 2 + room * between(rng, -0.5, 1.0) * chance(rng, 0.5), r)]


def _horned(rng: np.random.Generator, c: Case) -> list[Spot]:
    """A public-address box: one or two woofers under a horn."""
    big = min(c.width * between(rng, 0.33, 0.42), c.height * 0.29)
    wide, spots = c.width * between(rng, 0.28, 0.42), []
    y = c.height - wide * 0.75 - 0.03 * c.height
    spots.append(
        Spot("horn" if chance(rng, 0.75) else "tweeter", 0, y, wide if wide * 1.2 < c.height else wide * 0.7)
    )
    y = min(y - 0.75 * wide - 1.1 * big, big * 1.3 + between(rng, 0.0, 0.1) * c.height)
    spots.append(Spot("cone", 0, max(y, 1.25 * big), big))
    return spots


def _column(rng: np.random.Generator, c: Case) -> list[Spot]:
    """A row of equal drivers from foot to top."""
    r = c.width * between(rng, 0.3, 0.4)
    count = int(np.clip(c.height // (2.7 * r), 1, 8))
    return [Spot("cone", 0, float(y), r) for y in (np.arange(count) + 0.5) * c.height / count]


def _grid(rng: np.random.Generator, c: Case) -> list[Spot]:
    """Two side by side, two above each other, or four."""
    columns = 2 if c.width > 0.8 * c.height else 1
    rows = 2 if c.height > 0.7 * c.width else 1
    r = min(c.width / columns, c.height / rows) * between(rng, 0.33, 0.4)
    xs, ys = ((np.arange(n) + 0.5) / n for n in (columns, rows))
    return [Spot("cone", float(x - 0.5) * c.width, float(y) * c.height, r) for x in xs for y in ys]


ARRANGEMENTS: dict[str, Arrange] = {
    "two-way": _two_way, "tower": _tower, "centre": _centre, "single": _single, "horned": _horned,
    "column": _column, "grid": _grid,
}  # fmt: skip
