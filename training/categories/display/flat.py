"""Flat displays: sizes by use, the panel, a stand, and now and then a keyboard or a second panel."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, floored, moved, turned
from training.categories.display.feet import stand
from training.categories.display.panels import Panel, panel
from training.categories.furniture.draw import between, chance, pick, tailed
from training.solids import box

RATIOS = {
    "monitor": {"1.78": 6.0, "1.6": 2.5, "1.33": 1.5, "1.25": 1.5, "2.33": 1.2, "3.5": 0.3, "1.0": 0.2},
    "television": {"1.78": 9.0, "1.33": 1, "1.6": 0.6, "2.33": 0.4},
    "all in one": {"1.78": 5.0, "1.6": 3, "1.33": 1},
    "curved": {"2.33": 4.0, "1.78": 4, "3.5": 1.2},
    "toy flat": {"1.78": 3.0, "1.6": 3, "1.33": 3, "1.15": 1},
}
STANDS = {
    "monitor": {
        "column": 9.0, "neck": 4, "blade": 3.5, "v feet": 2.2, "two feet": 0.8, "ring": 1, "easel": 0.7,
        "arm": 1, "none": 1, "dome": 0.5, "bar foot": 1, "two columns": 0.5, "star": 0.5, "wedge": 1,
    },
    "television": {
        "neck": 5.0, "column": 3, "two feet": 6, "none": 4.5, "bar foot": 2, "two columns": 0.8, "floor": 1.2,
        "ring": 0.6, "v feet": 0.7, "star": 0.3, "wedge": 0.7, "blade": 0.5, "easel": 0.2,
    },
    "all in one": {"blade": 7.0, "column": 2, "neck": 1.5, "dome": 1, "easel": 1, "wedge": 0.8},
    "curved": {"v feet": 3.0, "column": 2.5, "neck": 2, "two feet": 1, "star": 0.6, "none": 0.4},
    "toy flat": {"neck": 4.0, "column": 3, "bar foot": 1.5, "two feet": 1, "wedge": 0.8, "none": 0.8},
}  # fmt: skip


def flat(rng: np.random.Generator, kind: str) -> tuple[Pieces, str]:
    """A flat display of one of STANDS' kinds and its name, which tells the stand."""
    foot = pick(rng, STANDS[kind])
    p = sizes(rng, kind)
    if kind == "monitor" and foot in ("column", "v feet", "arm") and chance(rng, 0.09):
        p = p.upright()
    pieces = _on_stand(rng, p, foot)
    if kind in ("monitor", "all in one") and chance(rng, 0.05):
        pieces = floored(pieces) + _keyboard(rng, p, pieces)
    return pieces, f"{kind}: {foot}"


def sizes(rng: np.random.Generator, kind: str) -> Panel:
    """Draw the measures of a panel."""
    ratio = float(pick(rng, RATIOS[kind])) * between(rng, 0.95, 1.06)
    height = tailed(rng, {"television": 0.6, "curved": 0.38}.get(kind, 0.34), 0.25, 0.15, 1.2)
    slim = tailed(rng, {"toy flat": 0.17}.get(kind, 0.085), 0.55, 0.02, 0.32)
    bezel = height * tailed(rng, 0.035 if kind != "toy flat" else 0.07, 0.6, 0.006, 0.15)
    low = {"all in one": between(rng, 0.1, 0.24) * height, "television": bezel * between(rng, 1, 3)}
    chin = low.get(kind, bezel * (between(rng, 1.0, 2.6) if chance(rng, 0.5) else 1.0))
    corner = height * (0.0 if chance(rng, 0.4) else tailed(rng, 0.03, 0.7, 0.005, 0.12))
    sagitta = ratio * height * between(rng, 0.03, 0.13) if kind == "curved" else 0.0
    return Panel(ratio * height, height, slim * height, bezel, chin, corner, sagitta, kind == "toy flat")


def _on_stand(rng: np.random.Generator, p: Panel, foot: str) -> Pieces:
    pieces, rear = panel(rng, p)
    pieces += _speakers(rng, p) if p.width > 0.8 and p.sagitta == 0 and chance(rng, 0.1) else []
    if foot == "none":
        return pieces + _mount(rng, p, rear)
    holding, gap, attach = stand(rng, foot, p, rear)
    high = 4 if p.width > 0.8 else 13
    tilt = -between(rng, -2, high) if foot not in ("two feet", "bar foot") and chance(rng, 0.6) else 0.0
    tilt = -between(rng, 8, 28) if foot == "easel" else tilt
    pieces = turned(moved(pieces, y=gap), "x", tilt, (0.0, attach, -p.depth))
    return pieces + [(role, s) for role, s in holding]


def _speakers(rng: np.random.Generator, p: Panel) -> Pieces:
    """Loudspeakers at both sides, as the first plasma sets had them, or a bar along the lower edge."""
    deep = p.depth * between(rng, 0.6, 1.0)
    if chance(rng, 0.3):
        high = p.height * between(rng, 0.06, 0.14)
        return [("trim", box((p.width, high, deep), (0, -0.49 * high, -deep / 2), 0.1 * high))]
    wide, high = p.height * between(rng, 0.08, 0.2), p.height * between(rng, 0.8, 1.0)
    x = p.width / 2 + 0.49 * wide
    return [("trim", box((wide, high, deep), (s * x, p.height / 2, -deep / 2), 0.1 * deep)) for s in (-1, 1)]


def _mount(rng: np.random.Generator, p: Panel, rear: float) -> Pieces:
    """A wall plate behind, or nothing."""
    if chance(rng, 0.7):
        return []
    out = p.height * between(rng, 0.04, 0.15)
    size = (p.height * between(rng, 0.3, 0.7), p.height * between(rng, 0.2, 0.5), out + rear)
    return [("stand", box(size, (0, p.height / 2, -p.depth * 0.9 - size[2] / 2)))]


def _keyboard(rng: np.random.Generator, p: Panel, pieces: Pieces) -> Pieces:
    """A keyboard in front; a cable joins it to the stand."""
    front = max(float(s.bounds()[1, 2]) for _, s in pieces)
    width, depth = between(rng, 0.28, 0.46), between(rng, 0.11, 0.17)
    z = front + between(rng, 0.02, 0.12) + depth / 2
    low = min((float(s.bounds()[0, 1]), float(s.bounds()[0, 2])) for _, s in pieces)
    cable = box((0.008, 0.006, z - low[1] - 0.01), (0, 0.003, (z + low[1] + 0.01) / 2))
    return [("body", box((width, 0.02, depth), (0, 0.01, z), 0.004)), ("stand", cable)]


def several(rng: np.random.Generator) -> Pieces:
    """Two or three equal monitors, on stands of their own or on one rail, the outer turned inwards."""
    count, seed, p = (2 if chance(rng, 0.6) else 3), int(rng.integers(1 << 31)), sizes(rng, "monitor")
    pieces, rear = panel(np.random.default_rng(seed), p)
    holding, gap, attach = stand(rng, "column", p, rear)
    turn, step = between(rng, 0, 25), p.width * 1.005
    result: Pieces = list(holding)
    for i in range(count):
        place = i - (count - 1) / 2
        one = turned(moved(pieces, y=gap), "y", -turn * place, (0, 0, -p.depth))
        reach = 1 - 0.25 * abs(place) * (1 - np.cos(np.radians(turn)))
        result += moved(one, x=place * step * reach, z=abs(place) * step * np.sin(np.radians(turn)) * 0.45)
    z = -0.9 * p.depth - 0.04 * p.height - rear / 2
    rail = box((step * (count - 0.6), 0.12 * p.height, 0.08 * p.height + rear), (0, attach, z))
    return [*result, ("stand", rail), *_links(p, step, count, turn, attach, z)]


def _links(p: Panel, step: float, count: int, turn: float, attach: float, z: float) -> Pieces:
    """Struts from the rail's ends to the outer panels' rears."""
    place = (count - 1) / 2
    x = place * step * (1 - 0.25 * place * (1 - np.cos(np.radians(turn))))
    rear = place * step * np.sin(np.radians(turn)) * 0.45 - 0.3 * x * np.tan(np.radians(turn * place))
    ahead = rear - 0.6 * p.depth - z
    if ahead <= 0:
        return []
    size = (0.1 * p.height, 0.12 * p.height, ahead)
    return [("stand", box(size, (s * 0.7 * x, attach, z + ahead / 2))) for s in (-1, 1)]
