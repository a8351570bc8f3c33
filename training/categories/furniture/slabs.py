"""Flat and curved sheets: seats, table tops, cushions, back panels and moulded shells."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.outlines import Points, thick
from training.solids import Solid, loft


def slab(outline: Points, top: float, thickness: float, edge: float = 0.0, crown: float = 0.0) -> Solid:
    """A horizontal plate under height `top`.

    Args:
        outline: (k, 2) of (x, z).
        top: Height of its upper face at the rim, metres.
        thickness: Height of the plate.
        edge: Radius of the upper and lower edges, at most half the thickness.
        crown: How far the middle bulges above `top`, as a cushion does.
    """
    edge = min(edge, 0.49 * thickness)
    levels = [(top - thickness, edge)]
    if edge > 0.0:
        levels += [
            (top - thickness + 0.3 * edge, 0.3 * edge),
            (top - thickness + edge, 0.0),
            (top - edge, 0.0),
        ]
        levels += [(top - 0.3 * edge, 0.3 * edge)]
    levels += [(top, edge)]
    if crown > 0.0:
        reach = float(np.abs(outline).min(axis=0).max() + np.abs(outline).max(axis=0).min()) / 2
        levels += [(top + 0.7 * crown, edge + 0.35 * reach), (top + crown, edge + 0.7 * reach)]
    return loft([(y, shrunk(outline, inset)[:, ::-1]) for y, inset in levels], axis="y")


def shrunk(outline: Points, inset: float) -> Points:
    """The outline scaled so that its bounding box loses `inset` on every side."""
    half = np.abs(outline).max(axis=0)
    return np.asarray(outline * np.maximum(0.05, (half - inset) / half))


def panel(
    heights: Points,
    half_widths: Points,
    thickness: float | Points,
    sagitta: float | Points = 0.0,
    offset: float | Points = 0.0,
    edge: float = 1.0,
    steps: int = 8,
) -> Solid:
    """An upright sheet, curved about the vertical: its side edges come forward by `sagitta`.

    Args:
        heights: (m,) rising heights.
        half_widths: (m,) half of its width at each height.
        thickness: Thickness in the middle, one number or (m,).
        sagitta: How far the edges stand before the middle, one number or (m,).
        offset: z of the middle of the sheet, one number or (m,).
        edge: Thickness at the side edges relative to the middle.
        steps: Segments across.
    """
    m = len(heights)
    thicknesses, sagittas, offsets = (
        np.broadcast_to(np.asarray(v, dtype=float), (m,)) for v in (thickness, sagitta, offset)
    )
    across = np.linspace(-1.0, 1.0, steps + 1)
    fade = 1.0 - (1.0 - edge) * across**4
    sections = []
    for y, w, t, s, z in zip(heights, half_widths, thicknesses, sagittas, offsets, strict=True):
        middle = z + s * across**2
        front, back = middle + t * fade / 2, middle - t * fade / 2
        x = np.concatenate([across, across[::-1]]) * w
        sections.append((float(y), np.stack([np.concatenate([front, back[::-1]]), x], axis=1)))
    return loft(sections, axis="y")


def ribbon(profile: Points, thickness: float | Points, width: float) -> Solid:
    """A sheet bent about X: a (k, 2) side profile of (z, y) given thickness and pulled to `width`."""
    band = thick(profile, thickness)[:, ::-1]
    return loft([(-width / 2, band), (width / 2, band)], axis="x")


def shell(profiles: list[tuple[float, Points]], thickness: float) -> Solid:
    """A doubly curved sheet: side profiles (k, 2) of (z, y) at rising x, joined."""
    return loft([(x, thick(p, thickness)[:, ::-1]) for x, p in profiles], axis="x")


def resampled(curve: Points, count: int, begin: float = 0.0, end: float = 1.0) -> Points:
    """`count` points evenly spaced along an open curve between two fractions of its length."""
    steps = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    at = np.linspace(begin, end, count) * steps[-1]
    return np.stack([np.interp(at, steps, curve[:, i]) for i in range(curve.shape[1])], axis=1)
