"""What a drawer or door is opened by: knobs, bars, bows, cups, rings and lips."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.solids import Solid, box, cylinder, lathe, rod, tube

HANDLE_KINDS = ("none", "knob", "button", "bar", "plate", "bow", "cup", "ring", "lip")


def handle(rng: np.random.Generator, kind: str, size: float, upright: bool) -> list[Solid]:
    """A handle on the plane z = 0, its middle at the origin.

    Args:
        rng: The source of chance; give handles of one cabinet equal generators.
        kind: One of HANDLE_KINDS.
        size: Its length, or twice a knob's width.
        upright: Whether its length runs along y, as on doors.
    """
    if kind == "none":
        return []
    solids = _MAKERS[kind](rng, size)
    return [s.turned("z", 90.0) for s in solids] if upright and kind in TURNING else solids


TURNING = ("bar", "plate", "bow", "lip", "cup")


def _knob(rng: np.random.Generator, size: float) -> list[Solid]:
    r, out = size * between(rng, 0.16, 0.3), size * between(rng, 0.2, 0.4)
    neck, round_head = r * between(rng, 0.35, 0.8), between(rng, 0.4, 0.8)
    profile = [[0, -0.012], [neck, -0.012], [neck * 0.9, out * 0.4], [r, out * round_head], [r * 0.75, out]]
    return [lathe([*profile, [0, out * 1.04]], sides=10).turned("x", 90)]


def _button(rng: np.random.Generator, size: float) -> list[Solid]:
    r, out = size * between(rng, 0.15, 0.3), size * between(rng, 0.12, 0.35)
    if chance(rng, 0.4):
        return [box((1.8 * r, 1.8 * r, out + 0.01), (0, 0, out / 2 - 0.005))]
    return [cylinder(r, out + 0.01, (0, 0, out / 2 - 0.005), r * between(rng, 0.8, 1.2), "z", 12)]


def _bar(rng: np.random.Generator, size: float) -> list[Solid]:
    out, thick, foot = between(rng, 0.022, 0.04), between(rng, 0.008, 0.016), size * between(rng, 0.3, 0.48)
    grip = (
        box((size, thick, thick), (0, 0, out))
        if chance(rng, 0.5)
        else rod((-size / 2, 0, out), (size / 2, 0, out), thick / 2)
    )
    return [grip, *(box((thick, thick * 0.9, out + 0.012), (s * foot, 0, out / 2 - 0.006)) for s in (-1, 1))]


def _plate(rng: np.random.Generator, size: float) -> list[Solid]:
    high, out = size * between(rng, 0.12, 0.3), size * between(rng, 0.05, 0.16)
    return [box((size, high, out + 0.01), (0, 0, out / 2 - 0.005), 0.0)]


def _bow(rng: np.random.Generator, size: float) -> list[Solid]:
    out, sag, t = between(rng, 0.02, 0.045), between(rng, 0.0, 0.25) * size, np.linspace(0, np.pi, 7)
    path = np.stack([size / 2 * np.cos(t), -sag * np.sin(t), out * np.sin(t) ** 0.7 - 0.004], axis=1)
    return [tube(path, between(rng, 0.004, 0.009), sides=6)]


def _cup(rng: np.random.Generator, size: float) -> list[Solid]:
    dome = [[0, -0.2], [1.0, -0.2], [1.0, 0.0], [0.87, 0.5], [0.5, 0.87], [0, 1.0]]
    high, out = size * between(rng, 0.18, 0.28), size * between(rng, 0.2, 0.32)
    return [lathe(dome, sides=12).turned("x", 90).scaled(size / 2, high, out)]


def _ring(rng: np.random.Generator, size: float) -> list[Solid]:
    r, t = size * between(rng, 0.18, 0.3), np.linspace(0, 2 * np.pi, 11)[:-1]
    path = np.stack([r * np.sin(t), r * np.cos(t) - r, np.full(10, 0.012)], axis=1)
    boss = cylinder(r * 0.5, 0.03, (0, 0, 0.005), axis="z", sides=10)
    return [boss, tube(path, 0.005, closed=True, sides=6)]


def _lip(rng: np.random.Generator, size: float) -> list[Solid]:
    out = between(rng, 0.012, 0.03)
    return [box((size, between(rng, 0.006, 0.02), out + 0.01), (0, 0, out / 2 - 0.005))]


_MAKERS = {
    "knob": _knob, "button": _button, "bar": _bar, "plate": _plate,
    "bow": _bow, "cup": _cup, "ring": _ring, "lip": _lip,
}  # fmt: skip
