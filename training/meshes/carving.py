"""Which places can be seen from outside: depth maps of triangles from all around.

Found meshes are soups of triangles with holes, inner walls and flipped faces, so that no rule about their
surface tells inside from outside. Seeing does: what no eye outside can see counts as solid (the idea of
Nooruddin & Turk 2003, Simplification and repair of polygonal models using volumetric techniques).
"""

from __future__ import annotations

from types import TracebackType

import cv2
import numpy as np
from numpy.typing import NDArray

from training.opengl import make_context
from training.scene import column_major
from training.shaders import DEPTH_FRAGMENT, DEPTH_VERTEX
from training.shadows import parallel_clip_matrix

DIRECTIONS = 128
SIDE = 768
"""Side of a depth map in pixels: 0.0023 object units each."""

RADIUS = 0.88
"""Of the sphere that holds every normalised object."""

_GAP = np.ones((3, 3), np.uint8)
"""Light through gaps narrower than this many pixels does not count."""

Float32Array = NDArray[np.float32]


class Carver:
    """Draws depth maps; costly to make, cheap to use again, in the thread that made it.

    Attributes:
        directions: (n, 3) unit vectors to the eyes, all around, neighbours in space far apart in order.
    """

    def __init__(self, directions: int = DIRECTIONS, side: int = SIDE) -> None:
        """Make a context; raises `TrainingError` where there is no OpenGL 3.3."""
        self.directions = _all_around(directions)
        self._side = side
        self._context = make_context()
        self._program = self._context.program(vertex_shader=DEPTH_VERTEX, fragment_shader=DEPTH_FRAGMENT)
        self._depth = self._context.depth_texture((side, side))
        self._target = self._context.framebuffer(depth_attachment=self._depth)

    def __enter__(self) -> Carver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the context and all it holds; a second call does nothing."""
        if self._context is not None:
            self._context.release()
            self._context = None

    def seen(
        self, triangles: Float32Array, points: Float32Array, from_below: bool = True
    ) -> NDArray[np.bool_]:
        """Whether each point is seen past all triangles by an eye far away.

        Args:
            triangles: (m, 3, 3) of a normalised object; whichever way they look, they hide what is behind.
            points: (n, 3) float32.
            from_below: Whether eyes look up from below, too; else undersides are as good as closed.

        Returns:
            (n,) bool.
        """
        eyes = self.directions if from_below else self.directions[self.directions[:, 1] > 0]
        seen, left = np.zeros(len(points), bool), np.arange(len(points))
        with self._context:
            buffer = self._context.buffer(np.ascontiguousarray(triangles, np.float32).tobytes())
            array = self._context.vertex_array(self._program, [(buffer, "3f", "position")])
            self._context.enable_only(self._context.DEPTH_TEST)
            for eye in eyes:
                clip = parallel_clip_matrix(eye, np.zeros(3), RADIUS)
                now = self._in_front(points[left], clip.astype(np.float32), self._map(array, clip))
                seen[left[now]] = True
                left = left[~now]
            for item in (array, buffer):
                item.release()
        return seen

    def _map(self, array: object, clip: NDArray[np.float64]) -> Float32Array:
        """Depths (side, side) in [0, 1] of what is nearest, lowest row first, spread by a pixel."""
        self._program["clip_from_object"].value = column_major(clip)
        self._target.use()
        self._target.clear(depth=1.0)
        array.render()  # type: ignore[attr-defined]
        depth = np.frombuffer(self._depth.read(), np.float32).reshape(self._side, self._side)
        return np.asarray(cv2.erode(depth, _GAP))

    def _in_front(self, points: Float32Array, clip: Float32Array, depth: Float32Array) -> NDArray[np.bool_]:
        """Whether points (n, 3) are nearer to the eye than what the map holds there."""
        places = points @ clip[:3, :3].T
        x, y = ((places[:, :2] + 1) * np.float32(self._side / 2)).astype(np.int32).clip(0, self._side - 1).T
        return np.asarray((places[:, 2] + 1) / 2 < depth[y, x])


def _all_around(n: int) -> NDArray[np.float64]:
    """Directions (n, 3) spread evenly over the sphere: Fibonacci's spiral, shuffled."""
    i = np.arange(n) + 0.5
    height, turn = 1 - 2 * i / n, np.pi * (1 + 5**0.5) * i
    across = np.sqrt(1 - height**2)
    spiral = np.stack([across * np.cos(turn), height, across * np.sin(turn)], axis=1)
    return np.asarray(np.random.default_rng(0).permutation(spiral))
