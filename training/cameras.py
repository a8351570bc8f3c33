"""Where a picture is taken from: pinhole cameras that aim at the object's centre."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from imrecon_gui.core.framing import Window
from imrecon_gui.core.viewpoint import Viewpoint

Float64Array = NDArray[np.float64]
_FIT_FILL = 0.96
_TYPICAL_ELEVATION_DEG = (0.0, 40.0)
_ANY_ELEVATION_DEG = (-10.0, 60.0)
_FOV_DEG = (20.0, 60.0)


@dataclass(frozen=True)
class Camera:
    """A square pinhole camera aimed at the centre of the object's bounding box.

    Attributes:
        azimuth_deg: 0 looks at the object's front from +Z, 90 from +X.
        elevation_deg: Positive from above, within (-90, 90).
        fov_deg: Vertical (and horizontal) field of view.
        distance: From the bounding box's centre, in object units; None lets the renderer fit it.
        roll_deg: Turns the camera about its own axis; positive turns the picture counter-clockwise.
    """

    azimuth_deg: float = 0.0
    elevation_deg: float = 0.0
    fov_deg: float = 35.0
    distance: float | None = None
    roll_deg: float = 0.0

    @property
    def half_width(self) -> float:
        """Half of the picture's width at unit depth."""
        return float(np.tan(np.radians(self.fov_deg) / 2))

    def axes(self) -> Float64Array:
        """(3, 3) rows: the camera's right, up and backward (towards the camera) in object space."""
        azimuth, elevation = np.radians([self.azimuth_deg, self.elevation_deg])
        right = np.array([np.cos(azimuth), 0.0, -np.sin(azimuth)])
        horizontal = np.array([np.sin(azimuth), 0.0, np.cos(azimuth)])
        back = horizontal * np.cos(elevation) + np.array([0.0, np.sin(elevation), 0.0])
        up = np.cross(back, right)
        cosine, sine = np.cos(np.radians(self.roll_deg)), np.sin(np.radians(self.roll_deg))
        return np.stack([cosine * right - sine * up, sine * right + cosine * up, back])

    def fit(self, points: ArrayLike) -> Camera:
        """Step back to the least distance from which all points are in the picture, with a margin.

        A point (x, y, z) in camera axes about the centre projects inside the picture when
        max(|x|, |y|) <= half_width * (distance - z).

        Args:
            points: (n, 3) positions in object space.
        """
        columns = np.ascontiguousarray(np.asarray(points).T)  # (3, n): reductions run along memory
        local = self.axes().astype(columns.dtype) @ (columns - box_centre(columns.T)[:, None])
        reach = np.maximum(np.abs(local[0]), np.abs(local[1])) / (self.half_width * _FIT_FILL)
        return replace(self, distance=float((local[2] + reach).max()))

    def eye(self, centre: ArrayLike) -> Float64Array:
        """(3,) position of the pinhole in object space; the camera must have a distance."""
        return np.asarray(np.asarray(centre, np.float64) + self.axes()[2] * self._placed())

    def clip_matrix(self, centre: ArrayLike, radius: float) -> Float64Array:
        """OpenGL clip-from-object matrix (4, 4); depth spans the sphere of that radius about centre."""
        axes, distance, t = self.axes(), self._placed(), self.half_width
        near, far = max(distance - radius, 1e-3 * distance), distance + radius
        clip_from_camera = np.array(
            [
                [1 / t, 0, 0, 0],
                [0, 1 / t, 0, 0],
                [0, 0, -(far + near) / (far - near), -2 * far * near / (far - near)],
                [0, 0, -1, 0],
            ]
        )
        camera_from_object = np.eye(4)
        camera_from_object[:3, :3] = axes
        camera_from_object[:3, 3] = -axes @ self.eye(centre)
        return np.asarray(clip_from_camera @ camera_from_object)

    def viewpoint(self, size: int, window: Window) -> Viewpoint:
        """The same camera, of the network input that a window of its picture became.

        Args:
            size: Side of the picture in pixels.
            window: See `imrecon_gui.core.framing.framed`.
        """
        distance, zoom = self._placed(), size / window.side
        x, y = (size - 2 * window.x) / window.side, (2 * window.y - size) / window.side
        scale = zoom / (self.half_width * distance)
        return Viewpoint(self.azimuth_deg, self.elevation_deg, self.roll_deg, 1 / distance, scale, x, y)

    def _placed(self) -> float:
        if self.distance is None:
            raise ValueError("the camera has no distance; call fit first")
        return self.distance


def random_cameras(rng: np.random.Generator, n: int) -> list[Camera]:
    """Views as people take them: all around, mostly from a little above, of any focal length."""
    return [_random_camera(rng) for _ in range(n)]


def box_centre(points: NDArray[np.floating]) -> NDArray[np.floating]:
    """(3,) centre of the axis-aligned bounding box of (n, 3) points."""
    columns = np.ascontiguousarray(points.T)
    return np.asarray((columns.min(1) + columns.max(1)) / 2)


def _random_camera(rng: np.random.Generator) -> Camera:
    span = _TYPICAL_ELEVATION_DEG if rng.random() < 0.8 else _ANY_ELEVATION_DEG
    return Camera(
        azimuth_deg=float(rng.uniform(0.0, 360.0)),
        elevation_deg=float(rng.uniform(*span)),
        fov_deg=float(rng.uniform(*_FOV_DEG)),
        roll_deg=float(np.clip(rng.normal(0.0, 1.5), -5.0, 5.0)),
    )
