"""Shadow maps: what each light, and the sky straight above, sees of the shape.

One depth texture holds a row of square maps. The shape is drawn into each by a parallel projection
along a direction; the picture's shader then asks whether a point is the nearest to the light
(Williams 1978, Casting curved shadows on curved surfaces).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Float64Array = NDArray[np.float64]
_SIDE = 192


class ShadowMaps:
    """A row of depth maps, drawn anew for every shape.

    Attributes:
        texture: The depth texture, to be sampled with comparison.
    """

    def __init__(self, context: Any, slots: int) -> None:
        self._slots = slots
        self.texture = context.depth_texture((_SIDE * slots, _SIDE))
        self.texture.compare_func = "<="
        self.texture.filter = (context.LINEAR, context.LINEAR)
        self._target = context.framebuffer(depth_attachment=self.texture)

    def begin(self) -> None:
        """Make the maps the frame buffer in use, all clear."""
        self._target.use()
        self._target.viewport = (0, 0, _SIDE * self._slots, _SIDE)
        self._target.clear(depth=1.0)

    def choose(self, slot: int) -> None:
        """Draw into that map from now on."""
        self._target.viewport = (slot * _SIDE, 0, _SIDE, _SIDE)

    def texture_matrix(self, clip: Float64Array, slot: int) -> Float64Array:
        """(4, 4) from object space to that slot's texture coordinates and depth in [0, 1]."""
        to_unit = np.diag([0.5 / self._slots, 0.5, 0.5, 1.0])
        to_unit[:3, 3] = (slot + 0.5) / self._slots, 0.5, 0.5
        return np.asarray(to_unit @ clip)


def parallel_clip_matrix(direction: ArrayLike, centre: ArrayLike, radius: float) -> Float64Array:
    """(4, 4) clip-from-object matrix of the sphere about centre, seen from the unit direction (3,)."""
    back = np.asarray(direction, np.float64)
    helper = np.eye(3)[np.argmin(np.abs(back))]
    right = np.cross(helper, back)
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(back, right), -back]) / radius
    matrix = np.eye(4)
    matrix[:3, :3] = axes
    matrix[:3, 3] = -axes @ np.asarray(centre, np.float64)
    return matrix
