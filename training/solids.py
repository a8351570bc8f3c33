"""Solid parts with an exact inside test and a triangulation, from which categories are built.

A part is made by one of the functions below and then placed: `box((1, 2, 1)).turned("y", 30).moved(0, 1)`.
Units are free, +Y is up and +Z is the front (see `imrecon_gui.core.types`). "Exact" means that `inside`
evaluates the solid's own inequality, never its triangles; curved triangulations have their vertices on the
true surface.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.primitives import Ball, Box, Cone, Loft, Pipe, Primitive, Ring, Triangles

Float = NDArray[np.float64]
Bool = NDArray[np.bool_]
AXES = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, eq=False)
class Solid:
    """A primitive placed in space by an affine map.

    Attributes:
        primitive: The solid in its own frame.
        matrix: (4, 4) float64 affine map from the primitive's frame to space.
    """

    primitive: Primitive
    matrix: Float

    def inside(self, points: ArrayLike) -> Bool:
        """Tell which points (n, 3) lie in the closed solid: (n,) bool."""
        p = np.asarray(points, dtype=np.float64)
        return self.primitive.inside(p @ self._inverse[:3, :3].T + self._inverse[:3, 3])

    def mesh(self) -> Triangles:
        """Vertices (n, 3) float64 and faces (m, 3) int64, counter-clockwise seen from outside."""
        return self._mesh

    def bounds(self) -> Float:
        """Lowest and highest corner of the triangulation: (2, 3) float64."""
        v = self._mesh[0]
        return np.asarray(np.stack([v.min(0), v.max(0)]), dtype=np.float64)

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Solid:
        """Shift by (x, y, z)."""
        m = np.eye(4)
        m[:3, 3] = x, y, z
        return self.mapped(m)

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> Solid:
        """Scale about the origin along each axis; one number scales all."""
        return self.mapped(np.diag([x, x if y is None else y, x if z is None else z, 1.0]))

    def mirrored(self, axis: str = "x") -> Solid:
        """Mirror in the plane through the origin across `axis`."""
        factors = np.ones(4)
        factors[AXES[axis]] = -1.0
        return self.mapped(np.diag(factors))

    def turned(self, axis: str, degrees: float, about: Sequence[float] = (0.0, 0.0, 0.0)) -> Solid:
        """Turn right-handed about the line through `about` along `axis`."""
        i, j = (AXES[axis] + 1) % 3, (AXES[axis] + 2) % 3
        angle, m, centre = np.radians(degrees), np.eye(4), np.asarray(about, dtype=np.float64)
        m[i, i] = m[j, j] = np.cos(angle)
        m[j, i] = np.sin(angle)
        m[i, j] = -m[j, i]
        m[:3, 3] = centre - m[:3, :3] @ centre
        return self.mapped(m)

    def mapped(self, matrix: ArrayLike) -> Solid:
        """Apply a further affine map (4, 4)."""
        return Solid(self.primitive, np.asarray(matrix, dtype=np.float64) @ self.matrix)

    @cached_property
    def _inverse(self) -> Float:
        return np.asarray(np.linalg.inv(self.matrix), dtype=np.float64)

    @cached_property
    def _mesh(self) -> Triangles:
        vertices, faces = self.primitive.mesh()
        if np.linalg.det(self.matrix[:3, :3]) < 0:
            faces = faces[:, ::-1]
        return vertices @ self.matrix[:3, :3].T + self.matrix[:3, 3], faces


def _placed(primitive: Primitive, at: Sequence[float] = (0.0, 0.0, 0.0)) -> Solid:
    return Solid(primitive, np.eye(4)).moved(*at)


def _along(primitive: Primitive, axis: str) -> Solid:
    """Lay a primitive that stands along +Y along another axis, keeping the cyclic order of the axes."""
    turn = np.roll(np.eye(3), AXES[axis] - 1, axis=0)
    matrix = np.eye(4)
    matrix[:3, :3] = turn
    return Solid(primitive, matrix)


def box(size: Sequence[float], at: Sequence[float] = (0.0, 0.0, 0.0), round: float = 0.0) -> Solid:
    """A box of full side lengths `size` centred at `at`; `round` is the radius of its edges."""
    half = np.asarray(size, dtype=np.float64) / 2
    return _placed(Box(half, float(min(round, half.min() * 0.999))), at)


def ellipsoid(radii: Sequence[float], at: Sequence[float] = (0.0, 0.0, 0.0), power: float = 2.0) -> Solid:
    """A superellipsoid sum |x_i / r_i|^power <= 1: 2 is an ellipsoid, 4 and more is boxy."""
    return _placed(Ball(np.asarray(radii, dtype=np.float64), power), at)


def cylinder(
    radius: float,
    height: float,
    at: Sequence[float] = (0.0, 0.0, 0.0),
    top_radius: float | None = None,
    axis: str = "y",
    sides: int = 24,
) -> Solid:
    """A cylinder or truncated cone centred at `at`; the `top_radius` end lies toward +axis."""
    cone = Cone(radius, radius if top_radius is None else top_radius, height, sides)
    return _along(cone, axis).moved(*at)


def rod(a: Sequence[float], b: Sequence[float], radius: float, end_radius: float | None = None) -> Solid:
    """A round bar with flat ends from `a` to `b`, tapering to `end_radius`."""
    length = float(np.linalg.norm(np.subtract(b, a)))
    cone = Cone(radius, radius if end_radius is None else end_radius, length, 14)
    return Solid(cone, _frame(a, b) @ _lift(length / 2))


def bar(
    a: Sequence[float],
    b: Sequence[float],
    width: float,
    depth: float,
    end_width: float | None = None,
    end_depth: float | None = None,
) -> Solid:
    """A rectangular bar from `a` to `b`: `width` runs as near to X as it can, `depth` across both."""
    length = float(np.linalg.norm(np.subtract(b, a)))
    start = _rectangle(depth, width)
    end = _rectangle(depth if end_depth is None else end_depth, width if end_width is None else end_width)
    return Solid(Loft(np.array([0.0, length]), np.stack([start, end])), _frame(a, b))


def tube(path: ArrayLike, radius: float | ArrayLike, closed: bool = False, sides: int = 10) -> Solid:
    """A round pipe along a polyline (k, 3) with spherical joints and ends; one radius, or one a vertex."""
    p = np.asarray(path, dtype=np.float64)
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float64), len(p)).copy()
    if closed:
        p, radii = np.concatenate([p, p[:1]]), np.append(radii, radii[0])
    return _placed(Pipe(p, radii, sides))


def loft(sections: Sequence[tuple[float, ArrayLike]], axis: str = "z") -> Solid:
    """Join polygons (k, 2), each at its height along `axis`, by straight lines between equal indices.

    The polygon's plane is (y, z) for axis x, (z, x) for axis y and (x, y) for axis z; all have the same k,
    run the same way round, and heights rise.
    """
    heights = np.array([t for t, _ in sections], dtype=np.float64)
    polygons = np.stack([np.asarray(p, dtype=np.float64) for _, p in sections])
    return _along(Loft(heights, polygons), axis)


def extrusion(polygon: ArrayLike, depth: float, axis: str = "z", at: float = 0.0) -> Solid:
    """Pull any simple polygon (k, 2) (its plane: see `loft`) to `depth` along `axis`, centred at `at`."""
    return loft([(at - depth / 2, polygon), (at + depth / 2, polygon)], axis)


def lathe(profile: ArrayLike, at: Sequence[float] = (0.0, 0.0, 0.0), sides: int = 28) -> Solid:
    """Turn a closed polygon (k, 2) of (radius, y) about the Y axis through `at`."""
    return _placed(Ring(np.asarray(profile, dtype=np.float64), sides), at)


def _rectangle(along_z: float, along_x: float) -> Float:
    z, x = along_z / 2, along_x / 2
    return np.array([[-z, -x], [z, -x], [z, x], [-z, x]])


def _lift(height: float) -> Float:
    m = np.eye(4)
    m[1, 3] = height
    return m


def _frame(a: Sequence[float], b: Sequence[float]) -> Float:
    """Map (4, 4) from a frame whose Y axis runs from `a` to `b`, X as near to world X as it can."""
    up = np.subtract(b, a).astype(np.float64)
    up /= np.linalg.norm(up)
    guide = np.array([1.0, 0.0, 0.0]) if abs(up[0]) < 0.95 else np.array([0.0, 0.0, 1.0])
    x = guide - up * (guide @ up)
    x /= np.linalg.norm(x)
    m = np.eye(4)
    m[:3, :3] = np.stack([x, up, np.cross(x, up)], axis=1)
    m[:3, 3] = a
    return m
