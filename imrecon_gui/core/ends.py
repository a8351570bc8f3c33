"""Draws a surface's ends to where they must be: an object stands in the middle of its box, longest side 1.

Shapes are learned in that frame, so the network knows well where things are in it, and less well where they
end: a wing tip, a foot, the rim of a mug is lost more easily than a body. A surface that ends too early is
then off the middle of its own box and too small, and whoever measures it by its box, be it a slicer, a
modelling program or a comparison, moves and enlarges the whole object. Here only the ends move, the more
the nearer they are, and all that lies further in stays where the network saw it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Mesh

Float64Array = NDArray[np.float64]

HALF = 0.5
"""Half the longest side."""

BAND = 0.03
"""Object units before an end: the more vertices lie within, the surer it is."""

POWER = 6.0
"""How steeply the move fades away from the end: halfway to the object's middle, 1/64 of it is left."""

LEAST_SLOPE = 0.3
"""What is drawn in is squeezed to this share at most; then the move fades less steeply."""


def fitted(mesh: Mesh) -> Mesh:
    """The mesh with its bounding box centred at the origin and its longest side 1.

    Each axis is mapped by itself, rising all the way, so that a closed mesh stays closed and nothing folds.
    Along the longest axis the ends go to -.5 and .5. Along the others both go equally far, to where the mean
    of both is, the surer one counting more. Meshes that hardly reach beyond the origin on some side
    (by half a `BAND` or less) are left alone.
    """
    if not len(mesh.faces):
        return mesh
    found = mesh.vertices.astype(np.float64)
    low, high = -found.min(0), found.max(0)
    if min(low.min(), high.min()) <= BAND / 2:
        return mesh
    halves = _halves(found, low, high)
    above, steep_above = _drawn(found, high, halves)
    below, steep_below = _drawn(-found, low, halves)
    moved = np.where(found > 0, above, -below).astype(np.float32)
    slopes = np.where(found > 0, steep_above, steep_below)
    return replace(mesh, vertices=moved, normals=_turned(mesh.normals, slopes))


def _halves(found: Float64Array, low: Float64Array, high: Float64Array) -> Float64Array:
    """Half the sides (3,) that the box shall have, of vertices (n, 3) that reach from -low to high."""
    at_low, at_high = (found < BAND - low).sum(0), (found > high - BAND).sum(0)
    halves = np.minimum((at_low * low + at_high * high) / (at_low + at_high), HALF)
    halves[halves.argmax()] = HALF
    return np.asarray(halves, np.float64)


def _drawn(
    found: Float64Array, ends: Float64Array, wanted: Float64Array
) -> tuple[Float64Array, Float64Array]:
    """Coordinates (n, 3) of the positive side with the ends (3,) where they are wanted, and slopes (n, 3)."""
    gain = wanted / ends - 1
    room = (1 - LEAST_SLOPE) / np.maximum(-gain, 1e-9) - 1
    power = np.clip(room, 0.0, POWER)
    fade = np.clip(found / ends, 0.0, 1.0) ** power
    return found * (1 + gain * fade), 1 + gain * (power + 1) * fade


def _turned(normals: Float32Array | None, slopes: Float64Array) -> Float32Array | None:
    """Unit normals (n, 3) of a surface whose axes were stretched by `slopes`."""
    if normals is None:
        return None
    turned = normals / np.maximum(slopes, 1e-3)
    return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True).clip(1e-12), np.float32)
