"""A hull's lines: breadth, sheer, keel and sections along its length. One unit long, bow at +Z."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from training.categories.furniture.outlines import Points
from training.categories.vehicle.sections import stacked
from training.solids import Solid, tube

HAIR = 0.0006


@dataclass(frozen=True)
class Lines:
    """The shape of a hull; its keel amidships is at y = 0.

    Attributes:
        beam: Greatest breadth at the sheer.
        depth: From keel to sheer amidships.
        widest: Where the breadth is greatest, 0 at the stern, 1 at the bow.
        stern: Breadth of the stern over the beam; 0 is a pointed stern.
        bow: Breadth of the bow over the beam.
        entry: Exponent of the forward breadth: 1 a wedge, 2 a curve, 6 a ship with a parallel body.
        run: The same aft.
        blunt: Roundness of the bow from above, 1 pointed, 2 round.
        spring_bow: Rise of the sheer at the bow over the depth.
        spring_stern: Rise of the sheer at the stern over the depth.
        spring_power: Exponent of both: 2 even, 6 turned up at the ends only.
        forefoot: Share of the length over which the keel rises to the bow.
        foot_power: Exponent of that rise.
        bow_keel: Height of the keel at the bow over the sheer there; 0 is a plumb stem.
        tuck: Share of the length over which the keel rises to the stern.
        stern_keel: Height of the keel at the stern over the sheer there.
        chine: (x, y) of the chine as shares of half breadth and depth, or None for a round bilge.
        bilge: Exponent of a round bilge: 1 a V, 2 an ellipse, 6 a box.
        vee: How far the bow's sections turn into Vs, 0 to 1.
        flare: Breadth at the keel's height over that at the sheer that round sections lean to.
        steps: Stations along the length.
    """

    beam: float
    depth: float
    widest: float = 0.45
    stern: float = 0.7
    bow: float = 0.0
    entry: float = 2.0
    run: float = 2.0
    blunt: float = 1.0
    spring_bow: float = 0.2
    spring_stern: float = 0.05
    spring_power: float = 2.0
    forefoot: float = 0.3
    foot_power: float = 2.0
    bow_keel: float = 0.9
    tuck: float = 0.2
    stern_keel: float = 0.2
    chine: tuple[float, float] | None = None
    bilge: float = 2.5
    vee: float = 0.5
    flare: float = 0.9
    steps: int = 16

    def half(self, s: ArrayLike) -> Points:
        """Half breadth at the sheer; s runs from 0 at the stern to 1 at the bow."""
        at = np.clip(np.asarray(s, dtype=float), 0.0, 1.0)
        x = np.clip((at - self.widest) / (1 - self.widest), 0, 1)
        forward = self.bow + (1 - self.bow) * (1 - x**self.entry) ** (1 / self.blunt)
        x = np.clip((self.widest - at) / self.widest, 0, 1)
        aft = self.stern + (1 - self.stern) * (1 - x**self.run)
        return np.asarray(np.maximum(np.where(at > self.widest, forward, aft), 0.025) * self.beam / 2)

    def sheer(self, s: ArrayLike) -> Points:
        """Height of the sheer."""
        at = np.asarray(s, dtype=float)
        bow = np.clip((at - 0.4) / 0.6, 0, 1) ** self.spring_power
        stern = np.clip((0.4 - at) / 0.4, 0, 1) ** self.spring_power
        return np.asarray(self.depth * (1 + self.spring_bow * bow + self.spring_stern * stern))

    def keel(self, s: ArrayLike) -> Points:
        """Height of the keel."""
        at = np.asarray(s, dtype=float)
        bow = np.clip((at - 1 + self.forefoot) / self.forefoot, 0, 1) ** self.foot_power
        stern = np.clip((self.tuck - at) / self.tuck, 0, 1) ** self.foot_power
        return np.asarray(self.sheer(at) * (self.bow_keel * bow + self.stern_keel * stern))

    def section(self, s: float) -> Points:
        """The right half of a section, (k, 2) from keel to sheer."""
        u, v = self._shares(s)
        low, high = float(self.keel(s)), float(self.sheer(s))
        return np.stack([float(self.half(s)) * u, low + (high - low) * v], 1)

    def at(self, z: float) -> Points:
        """The right half of a section as built: straight between stations, which few-sided hulls show."""
        places, halves = self._built
        i = int(np.clip(np.searchsorted(places, z + 0.5) - 1, 0, len(places) - 2))
        part = float(np.clip((z + 0.5 - places[i]) / (places[i + 1] - places[i]), 0, 1))
        return np.asarray(halves[i] + (halves[i + 1] - halves[i]) * part)

    def breadth(self, z: float, y: float) -> float:
        """Half breadth of the hull at a height; 0 below the keel."""
        right = self.at(z)
        return float(np.interp(y, right[:, 1], right[:, 0], left=0.0))

    def top(self, z: float) -> float:
        """Height of the sheer at z."""
        return float(self.at(z)[-1, 1])

    def bottom(self, z: float) -> float:
        """Height of the keel at z."""
        return float(self.at(z)[0, 1])

    @cached_property
    def _built(self) -> tuple[Points, Points]:
        """Stations and their half sections (m, k, 2)."""
        places = self.stations()
        return places, np.stack([self.section(float(s)) for s in places])

    def stations(self, rear: float = 0.0, front: float = 1.0) -> Points:
        """Rising s between two places, closer together near the ends."""
        even = np.linspace(0.0, np.pi, self.steps + 1)
        own = np.concatenate([0.5 - 0.5 * np.cos(even), [self.widest, 1 - self.forefoot, self.tuck]])
        own = own[(own > rear + 0.01) & (own < front - 0.01)]
        return np.unique(np.concatenate([[rear, front], own]))

    def coat(self, level: float) -> list[Solid]:
        """Bottom paint up to a waterline: a skin a hair outside the hull, open within as the hull may be."""
        s = self.stations()
        s = s[self.keel(s) < level - 0.02 * self.depth]
        if len(s) < 3:
            return []
        return [stacked(s - 0.5, np.stack([self._skin(float(station), level) for station in s]))]

    def _skin(self, s: float, level: float) -> Points:
        """A band along a section from waterline to waterline."""
        out, within = 0.004 * self.beam + 0.0008, 0.003
        right = self.section(s)
        y = np.minimum(right[:, 1], level)
        x = np.interp(y, right[:, 1], right[:, 0])
        outer = np.stack([x + out, np.minimum(y - out, level)], 1)
        outer[0, 0], outer[-1, 1] = 0.0, y[-1]
        inner = np.stack([np.maximum(x - within, 0.0), np.minimum(y + within, level)], 1)
        flip = np.array([-1.0, 1.0])
        return np.concatenate([outer, inner[::-1], inner * flip, outer[::-1] * flip])

    def strake(self, radius: float, drop: float = 0.0) -> list[Solid]:
        """A rubbing strake along both sides, `drop` of the depth under the sheer."""
        s = self.stations()[:: 1 if self.steps < 10 else 2]
        s = np.unique(np.append(s, [0.0, 1.0]))
        y = self.sheer(s) - drop * (self.sheer(s) - self.keel(s))
        x = np.array([self.breadth(float(a) - 0.5, float(b)) for a, b in zip(s, y, strict=True)])
        right = tube(np.stack([x, y, s - 0.5], 1), radius, sides=6)
        return [right, right.mirrored("x")]

    def _shares(self, s: float) -> tuple[Points, Points]:
        """Section as shares of half breadth and height, fuller aft and sharper towards the bow."""
        sharp = self.vee * float(np.clip((s - 0.45) / 0.55, 0, 1)) ** 1.5
        if self.chine is not None:
            x, y = self.chine
            x, y = x + (0.7 - x) * 0.6 * sharp, y + (0.6 - y) * sharp
            return np.array([0.0, x, 1.0]), np.array([0.0, y, 1.0])
        power = self.bilge + (1.1 - self.bilge) * sharp
        t = np.linspace(0, np.pi / 2, 8 if self.steps > 9 else 4)
        u, v = np.sin(t) ** (2 / power), 1 - np.maximum(np.cos(t), 0.0) ** (2 / power)
        return u * (self.flare + (1 - self.flare) * v), v


@dataclass(frozen=True)
class Well:
    """An open place in a hull, between two stations.

    Attributes:
        rear: Its aft end as a share of the length.
        front: Its fore end.
        wall: Thickness of the sides at the sheer.
        sole: Height of the floor.
        oval: Whether it is narrowed to an ellipse, as a kayak's cockpit is.
        share: Breadth over the inner breadth.
    """

    rear: float
    front: float
    wall: float
    sole: float
    oval: bool = False
    share: float = 1.0


def hull(lines: Lines, wells: list[Well], crown: float = 0.0) -> Solid:
    """The whole hull, decked except at its wells, of which none overlap."""
    s = lines.stations()
    for w in wells:
        s = np.append(s, [w.rear, w.rear + HAIR, w.front - HAIR, w.front])
        if w.oval:
            s = np.append(
                s, (w.rear + w.front) / 2 + (w.front - w.rear) / 2 * np.array([-0.9, -0.6, 0, 0.6, 0.9])
            )
    s = np.unique(s)
    rings = [_ring(lines, float(station), wells, crown) for station in s]
    return stacked(s - 0.5, np.stack(rings))


def _ring(lines: Lines, s: float, wells: list[Well], crown: float) -> Points:
    """A section with its inside: out round the skin, back along the well, or along the deck."""
    outer = lines.section(s)
    inner = np.tile([0.0, outer[-1, 1] + crown * outer[-1, 0]], (len(outer), 1))
    for w in wells:
        if w.rear + HAIR / 2 < s < w.front - HAIR / 2:
            inner = _inside(outer, w, s)
    flip = np.array([-1.0, 1.0])
    return np.concatenate([outer, inner[::-1], inner * flip, outer[::-1] * flip])


def _inside(outer: Points, w: Well, s: float) -> Points:
    """The skin's inner side above the sole."""
    x, y = outer.T
    raised = np.minimum(np.maximum(y + 0.7 * w.wall, w.sole), y[-1])
    raised[-1] = y[-1]
    at_sole = np.interp(raised[0], y, x)
    # Points that the sole covers lie on it, spread from the middle to its edge.
    inside = np.where(
        raised > raised[0] + 1e-9, np.interp(raised, y, x), at_sole * x / max(float(x[-1]), 1e-9)
    )
    share = w.share
    if w.oval:
        middle, half = (w.rear + w.front) / 2, (w.front - w.rear) / 2
        share *= float(np.sqrt(max(0.0, 1 - ((s - middle) / half) ** 2)))
    return np.stack([np.maximum(inside - w.wall, 0.0) * share, raised], 1)
