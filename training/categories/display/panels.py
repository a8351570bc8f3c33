"""The panel of a flat display: case, bezel, pane, and what bulges at its rear."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from training.categories.devices.forms import Pieces, layers, plate, rectangle, rim
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.slabs import panel as sheet
from training.solids import Solid, box, ellipsoid

BULGES = {"none": 4.0, "case": 3, "low case": 2, "pyramid": 2, "dome": 1, "band": 1}


@dataclass(frozen=True)
class Panel:
    """Measures of a flat panel, metres; its lower edge is at y = 0 and its front at z = 0."""

    width: float
    height: float
    depth: float
    bezel: float
    chin: float
    corner: float
    sagitta: float = 0.0
    toy: bool = False

    def upright(self) -> Panel:
        """The panel turned to portrait."""
        return replace(self, width=self.height, height=self.width, chin=self.bezel)


def panel(rng: np.random.Generator, p: Panel) -> tuple[Pieces, float]:
    """The panel and how far its bulge stands behind z = -depth at the middle."""
    if p.sagitta > 0:
        return _curved(rng, p)
    pieces = _front(rng, p)
    kind = "none" if p.toy and chance(rng, 0.6) else pick(rng, BULGES)
    out = p.height * between(rng, 0.04, 0.14) * (1.4 if p.toy else 1.0)
    bulge = _bulge(rng, kind, p, out)
    if bulge is None:
        return pieces, 0.0
    return [*pieces, ("body", bulge)], 0.0 if kind == "low case" else out


def _front(rng: np.random.Generator, p: Panel) -> Pieces:
    """Case and pane; the pane flush, or behind a rim, and the case's rear edges bevelled or not."""
    middle = (0.0, p.height / 2)
    opening = (p.width - 2 * p.bezel, p.height - p.bezel - p.chin)
    centre = (0.0, p.chin + opening[1] / 2)
    recess = min(0.35 * p.depth, p.bezel * between(rng, 0.1, 0.9)) if chance(rng, 0.45) else 0.0
    inset = between(rng, 0.3, 1.6) * p.depth if chance(rng, 0.35) else 0.0
    z = p.depth
    rows = [(-z, p.width - inset, p.height - inset, *middle, p.corner)]
    rows += [
        (-z * 0.55, p.width, p.height, *middle, p.corner),
        (-recess, p.width, p.height, *middle, p.corner),
    ]
    pieces: Pieces = [("body", layers(rows))]
    if recess > 0:
        hole = rectangle(*opening, 0.3 * p.corner, centre)
        outer = rectangle(p.width, p.height, p.corner, middle)
        pieces.append(("trim", rim(outer, hole, 0.0, recess * 1.02, between(rng, 0, 0.02))))
    pane = plate(opening[0], opening[1], 0.4 * p.depth, 0.0, (*centre, -recess - 0.17 * p.depth))
    if recess == 0 and p.chin > 1.6 * p.bezel and chance(rng, 0.4):
        chin = plate(p.width * 0.998, p.chin * 0.95, 0.3 * p.depth, 0.0, (0, p.chin * 0.48, -0.13 * p.depth))
        pieces.append(("trim", chin))
    return [*pieces, ("screen", pane)]


def _bulge(rng: np.random.Generator, kind: str, p: Panel, out: float) -> Solid | None:
    """What stands behind the case: a box, a low box, a blunt pyramid, a dome or a band across."""
    w, h, z = p.width, p.height, -p.depth * 0.9
    if kind == "none":
        return None
    if kind == "dome":
        size = (w / 2 * between(rng, 0.5, 0.97), h / 2 * between(rng, 0.5, 0.97), out + 0.1 * p.depth)
        return ellipsoid(size, (0, h / 2, z), between(rng, 2, 3.5))
    wide, high, y = w * between(rng, 0.35, 0.9), h * between(rng, 0.35, 0.85), h / 2
    if kind == "low case":
        high = h * between(rng, 0.25, 0.45)
        y = high / 2 + h * between(rng, 0.0, 0.08)
    if kind == "band":
        wide, high = w * between(rng, 0.85, 1.0), h * between(rng, 0.15, 0.35)
    shrink = {"pyramid": between(rng, 0.3, 0.75)}.get(kind, between(rng, 0.8, 1.0))
    if kind == "pyramid":
        wide, high = w * between(rng, 0.85, 0.99), h * between(rng, 0.85, 0.99)
    radius = between(rng, 0.0, 0.15) * high
    rear = (z - out - 0.1 * p.depth, wide * shrink, high * shrink, 0.0, y, radius * shrink)
    return layers([rear, (z, wide, high, 0.0, y, radius)], 2)


def _curved(rng: np.random.Generator, p: Panel) -> tuple[Pieces, float]:
    """A panel bent about the vertical, thicker in the middle or not, with a hump behind."""
    heights, half = np.array([0.0, p.height]), np.full(2, p.width / 2)
    edge = between(rng, 0.35, 1.0)
    case = sheet(heights, half, p.depth, p.sagitta, -p.depth / 2, edge, 10)
    low, high = p.chin, p.height - p.bezel
    pane = sheet(
        np.array([low, high]),
        half - p.bezel,
        0.3 * p.depth,
        p.sagitta * (1 - 2 * p.bezel / p.width) ** 2,
        -0.09 * p.depth + 0.012 * p.sagitta,
        1.0,
        10,
    )
    out = p.height * between(rng, 0.05, 0.18)
    wide, tall = p.width * between(rng, 0.18, 0.5), p.height * between(rng, 0.3, 0.7)
    hump = box((wide, tall, out + p.depth * 0.5 + 0.2 * p.sagitta), (0, p.height / 2, 0), 0.2 * out)
    hump = hump.moved(z=-p.depth - out + (out + p.depth * 0.5 + 0.2 * p.sagitta) / 2)
    if hump.bounds()[1, 2] > -0.2 * p.depth:
        hump = box((wide, tall, out + 0.6 * p.depth), (0, p.height / 2, -0.7 * p.depth - out / 2), 0.2 * out)
    return [("body", case), ("screen", pane), ("body", hump)], out
