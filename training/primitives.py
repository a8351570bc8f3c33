"""The primitive solids in their own frames: an inequality for the inside, a triangulation for the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import mapbox_earcut
import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float64]
Bool = NDArray[np.bool_]
Int = NDArray[np.int64]
Triangles = tuple[Float, Int]
POINTS_PER_BLOCK = 16384
ROUND_STEPS = 3


class Primitive(Protocol):
    """A closed solid in its own frame."""

    def inside(self, points: Float) -> Bool:
        """Tell which points (n, 3) lie in the solid: (n,) bool."""

    def mesh(self) -> Triangles:
        """Vertices (n, 3) and faces (m, 3), counter-clockwise seen from outside."""


@dataclass(frozen=True, eq=False)
class Box:
    """A box of half side lengths `half` (3,) whose edges are rounded by `radius`."""

    half: Float
    radius: float = 0.0

    def inside(self, points: Float) -> Bool:
        """Distance to the inner box at most the radius."""
        outside = np.abs(points) - (self.half - self.radius)
        if self.radius == 0:
            return np.asarray((outside <= 0).all(-1))
        np.maximum(outside, 0, out=outside)
        return np.asarray(np.einsum("ij,ij->i", outside, outside) <= self.radius**2)

    def mesh(self) -> Triangles:
        """A sphere's octants pushed apart to the corners of the inner box."""
        steps = ROUND_STEPS if self.radius > 0 else 0
        quarter = np.linspace(0, np.pi / 2, steps + 1)
        side = np.concatenate([quarter + q * np.pi / 2 for q in range(4)])
        sign_xz = np.repeat([[1, 1], [-1, 1], [-1, -1], [1, -1]], steps + 1, axis=0)
        level = np.concatenate([quarter - np.pi / 2, quarter]) if steps else np.array([-np.pi / 2, np.pi / 2])
        sign_y = np.repeat([-1, 1], steps + 1)
        inner = self.half - self.radius
        ring = np.stack([np.cos(side), np.sin(side)], -1)
        xz = self.radius * np.cos(level)[:, None, None] * ring + sign_xz * inner[[0, 2]]
        y = np.broadcast_to((self.radius * np.sin(level) + sign_y * inner[1])[:, None], xz.shape[:2])
        return _rings(np.stack([xz[..., 0], y, xz[..., 1]], -1)[:, ::-1])


@dataclass(frozen=True, eq=False)
class Ball:
    """The superellipsoid sum |x_i / r_i|^power <= 1 (Barr 1981)."""

    radii: Float
    power: float = 2.0

    def inside(self, points: Float) -> Bool:
        """Evaluate the inequality."""
        return np.asarray((np.abs(points / self.radii) ** self.power).sum(-1) <= 1)

    def mesh(self) -> Triangles:
        """Rings of equal latitude with signed powers of sine and cosine."""
        latitude, longitude = (
            np.linspace(-np.pi / 2, np.pi / 2, 13),
            np.linspace(0, -2 * np.pi, 24, endpoint=False),
        )
        cos_lat, sin_lat = self._power(np.cos(latitude)), self._power(np.sin(latitude))
        x = cos_lat[:, None] * self._power(np.cos(longitude))
        z = cos_lat[:, None] * self._power(np.sin(longitude))
        y = np.broadcast_to(sin_lat[:, None], x.shape)
        return _rings(np.stack([x, y, z], -1) * self.radii)

    def _power(self, x: Float) -> Float:
        x = np.where(np.abs(x) < 1e-12, 0.0, x)
        return np.asarray(np.sign(x) * np.abs(x) ** (2 / self.power))


@dataclass(frozen=True, eq=False)
class Cone:
    """A truncated cone about Y centred at the origin, `bottom` and `top` its radii."""

    bottom: float
    top: float
    height: float
    sides: int

    def inside(self, points: Float) -> Bool:
        """Distance to the axis at most the radius at that height."""
        part = points[:, 1] / self.height + 0.5
        radius = self.bottom + (self.top - self.bottom) * part
        return np.asarray((part >= 0) & (part <= 1) & (points[:, 0] ** 2 + points[:, 2] ** 2 <= radius**2))

    def mesh(self) -> Triangles:
        """Two rings and their caps."""
        rings = np.stack(
            [
                _circle(self.bottom, -self.height / 2, self.sides),
                _circle(self.top, self.height / 2, self.sides),
            ]
        )
        return _rings(rings)


@dataclass(frozen=True, eq=False)
class Loft:
    """Polygons (m, k, 2) in (z, x) at rising `heights` (m,) along Y, joined by straight lines."""

    heights: Float
    polygons: Float

    def inside(self, points: Float) -> Bool:
        """Even-odd rule in the polygon interpolated at the point's height."""
        result = np.zeros(len(points), dtype=bool)
        within = (points[:, 1] >= self.heights[0]) & (points[:, 1] <= self.heights[-1])
        for block in np.array_split(np.flatnonzero(within), max(1, within.sum() // POINTS_PER_BLOCK)):
            result[block] = self._inside_block(points[block])
        return result

    def _inside_block(self, p: Float) -> Bool:
        i = np.clip(np.searchsorted(self.heights, p[:, 1], side="right") - 1, 0, len(self.heights) - 2)
        part = ((p[:, 1] - self.heights[i]) / np.maximum(self.heights[i + 1] - self.heights[i], 1e-12))[
            :, None
        ]
        below, above = self.polygons[i], self.polygons[i + 1]  # (n, k, 2)
        u = below[..., 0] + (above[..., 0] - below[..., 0]) * part
        v = below[..., 1] + (above[..., 1] - below[..., 1]) * part
        return _even_odd(u, v, p[:, 2:3], p[:, 0:1])

    def mesh(self) -> Triangles:
        """One ring a section, caps by ear clipping."""
        y = np.broadcast_to(self.heights[:, None], self.polygons.shape[:2])
        rings = np.stack([self.polygons[..., 1], y, self.polygons[..., 0]], -1)
        areas = _areas(self.polygons)
        if areas[np.abs(areas).argmax()] < 0:
            rings = rings[:, ::-1]
        return _rings(rings, ears=True)


@dataclass(frozen=True, eq=False)
class Ring:
    """A closed polygon (k, 2) of (radius, y) turned about Y."""

    profile: Float
    sides: int

    def inside(self, points: Float) -> Bool:
        """Even-odd rule in the (radius, y) half plane."""
        radius = np.hypot(points[:, 0], points[:, 2])[:, None]
        u, v = self.profile[None, :, 0], self.profile[None, :, 1]
        return _even_odd(u, v, radius, points[:, 1:2])

    def mesh(self) -> Triangles:
        """Each profile edge swept round the axis."""
        profile = self.profile if _areas(self.profile[None])[0] > 0 else self.profile[::-1]
        rings = np.stack([_circle(r, y, self.sides) for r, y in np.concatenate([profile, profile[:1]])])
        vertices, faces = _grid(rings)
        return vertices, faces


@dataclass(frozen=True, eq=False)
class Pipe:
    """All points nearer to a polyline `path` (k, 3) than the radius there, `radii` (k,)."""

    path: Float
    radii: Float
    sides: int

    def inside(self, points: Float) -> Bool:
        """Distance to the nearest point of each segment against the radius at that point."""
        result = np.zeros(len(points), dtype=bool)
        for a, b, r, s in zip(self.path[:-1], self.path[1:], self.radii[:-1], self.radii[1:], strict=True):
            axis = b - a
            part = np.clip((points - a) @ axis / max(axis @ axis, 1e-18), 0, 1)
            away = points - a - part[:, None] * axis
            result |= np.einsum("ij,ij->i", away, away) <= (r + (s - r) * part) ** 2
        return result

    def mesh(self) -> Triangles:
        """Mitred rings along the path, half spheres at its ends."""
        steps = np.diff(self.path, axis=0)
        steps /= np.maximum(np.linalg.norm(steps, axis=1, keepdims=True), 1e-12)
        tangents = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
        if np.allclose(self.path[0], self.path[-1]):
            tangents[0] = tangents[-1] = steps[0] + steps[-1]
        tangents /= np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-12)
        frames = _carried_frames(tangents)
        rings = [self._ring(i, frames[i], steps, tangents) for i in range(len(self.path))]
        if np.allclose(self.path[0], self.path[-1]):
            return _grid(np.stack(rings))
        rings = self._cap(0, frames[0], -tangents[0])[::-1] + rings + self._cap(-1, frames[-1], tangents[-1])
        return _rings(np.stack(rings))

    def _ring(self, i: int, frame: Float, steps: Float, tangents: Float) -> Float:
        """A circle across the path, stretched in the plane of the bend: straight runs keep their width."""
        circle = self._round(frame)
        if 0 < i < len(self.path) - 1:
            bend = steps[i] - steps[i - 1]
            bend /= max(float(np.linalg.norm(bend)), 1e-12)
            miter = 1 / max(float(tangents[i] @ steps[i]), 0.5)
            circle = circle + (miter - 1) * (circle @ bend)[:, None] * bend
        return np.asarray(self.path[i] + self.radii[i] * circle)

    def _round(self, frame: Float) -> Float:
        angle = np.linspace(0, 2 * np.pi, self.sides, endpoint=False)[:, None]
        return np.asarray(np.cos(angle) * frame[0] + np.sin(angle) * frame[1])

    def _cap(self, i: int, frame: Float, direction: Float) -> list[Float]:
        rises = (np.pi / 6, np.pi / 3, 0.499 * np.pi)
        return [
            self.path[i] + self.radii[i] * (np.cos(t) * self._round(frame) + np.sin(t) * direction)
            for t in rises
        ]


def _carried_frames(tangents: Float) -> Float:
    """Two unit vectors across each tangent, carried along without twisting: (k, 2, 3)."""
    first = np.eye(3)[np.abs(tangents[0]).argmin()]
    frames = []
    for t in tangents:
        first = first - t * (first @ t)
        first = first / max(float(np.linalg.norm(first)), 1e-12)
        frames.append([first, np.cross(t, first)])
    return np.array(frames)


def _circle(radius: float, y: float, sides: int) -> Float:
    angle = np.linspace(0, -2 * np.pi, sides, endpoint=False)
    return np.stack([radius * np.cos(angle), np.full(sides, y), radius * np.sin(angle)], -1)


def _areas(polygons: Float) -> Float:
    """Signed areas (m,) of polygons (m, k, 2)."""
    u, v = polygons[..., 0], polygons[..., 1]
    return np.asarray((u * np.roll(v, -1, -1) - np.roll(u, -1, -1) * v).sum(-1) / 2)


def _even_odd(u: Float, v: Float, x: Float, y: Float) -> Bool:
    """Crossing number of a ray along +u from (x, y) (n, 1) with polygons (n or 1, k): odd is inside."""
    u2, v2 = np.roll(u, -1, -1), np.roll(v, -1, -1)
    straddles = (v > y) != (v2 > y)
    span = np.where(v2 == v, 1.0, v2 - v)
    crosses = straddles & (x < u + (y - v) * (u2 - u) / span)
    return np.asarray(crosses.sum(-1) % 2 == 1)


def _grid(rings: Float) -> Triangles:
    """Quads between closed rings (m, k, 3), as triangles."""
    m, k = rings.shape[:2]
    here = np.arange(k)
    there = np.roll(here, -1)
    base = (np.arange(m - 1) * k)[:, None]
    low, low2, high, high2 = base + here, base + there, base + k + here, base + k + there
    faces = np.concatenate([np.stack([low, low2, high2], -1), np.stack([low, high2, high], -1)]).reshape(
        -1, 3
    )
    vertices = rings.reshape(-1, 3)
    return vertices, _proper(vertices, faces)


def _rings(rings: Float, ears: bool = False) -> Triangles:
    """A closed skin over rings (m, k, 3), counter-clockwise seen from where the stack goes."""
    m, k = rings.shape[:2]
    vertices, sides = _grid(rings)
    bottom, top = _cap(rings[0], ears), _cap(rings[-1], ears)
    faces = np.concatenate([sides, bottom[:, ::-1], top + (m - 1) * k])
    return vertices, _proper(vertices, faces)


def _cap(ring: Float, ears: bool) -> Int:
    """Triangles of one ring, wound as the ring runs."""
    k = len(ring)
    fan = np.stack([np.zeros(k - 2, np.int64), np.arange(1, k - 1), np.arange(2, k)], -1)
    if not ears or k == 4:
        return fan
    flat = np.ascontiguousarray(ring[:, [2, 0]])
    area = float(_areas(flat[None])[0])
    if abs(area) < 1e-12:
        return fan
    faces = (
        np.asarray(mapbox_earcut.triangulate_float64(flat, np.array([k], np.uint32)))
        .reshape(-1, 3)
        .astype(np.int64)
    )
    if len(faces) == 0:
        return fan
    return faces if (_areas(flat[faces]).sum() > 0) == (area > 0) else faces[:, ::-1]


def _proper(vertices: Float, faces: Int) -> Int:
    """Drop faces without area."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    return np.asarray(faces[area > 1e-14])
