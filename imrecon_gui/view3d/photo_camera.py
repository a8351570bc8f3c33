"""VTK's camera where a picture was taken from, so that mesh and picture coincide on the screen.

The network input is drawn as a square in the middle of the viewport. For a point at (X, Y, Z) along the
camera's right, up and backward axes the picture has (see `Viewpoint`)

    u = x + scale * X / (1 - perspective * Z)        v = y + scale * Y / (1 - perspective * Z)

half sides right of and above its middle. A VTK camera at 1 / perspective, whose half view angle has the
tangent t, shows the point at Y / (1 / perspective - Z) / t half heights up, less its window centre.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from imrecon_gui.core.types import Viewpoint
from imrecon_gui.view3d.scene import VIEW_DISTANCE, Vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

PICTURE_SHARE = 0.96
"""Side of the picture, as a share of the viewport's shorter side."""

LEAST_PERSPECTIVE = 1e-3
"""Below it the projection is taken for a parallel one: the pinhole is a thousand objects away."""


@dataclass(frozen=True)
class PhotoCamera:
    """What VTK's camera is set to.

    Attributes:
        position: Of the pinhole, in object space; it looks at the origin.
        up: Unit vector, upwards in the picture.
        view_angle_deg: Vertical; 0 for a parallel projection.
        parallel_scale: Half the viewport's height in object units, at the origin.
        window_center: Where the middle of the viewport lies in the projection, in half widths and heights.
    """

    position: Vector
    up: Vector
    view_angle_deg: float
    parallel_scale: float
    window_center: tuple[float, float]

    @property
    def is_parallel(self) -> bool:
        """Whether the projection has no perspective."""
        return self.view_angle_deg == 0

    def apply(self, camera: Any) -> None:
        """Set a `vtkCamera`; its clipping range is left to the renderer."""
        camera.SetPosition(*self.position)
        camera.SetFocalPoint(0.0, 0.0, 0.0)
        camera.SetViewUp(*self.up)
        camera.SetParallelProjection(self.is_parallel)
        camera.SetParallelScale(self.parallel_scale)
        if not self.is_parallel:
            camera.SetViewAngle(self.view_angle_deg)
        camera.SetWindowCenter(*self.window_center)


def photo_camera(viewpoint: Viewpoint, width: float, height: float) -> PhotoCamera:
    """The camera of a picture drawn in the middle of a viewport of that size (any unit)."""
    side = picture_side(width, height)
    _, up, back = _axes(viewpoint)
    half_height = height / side / viewpoint.scale
    has_depth = viewpoint.perspective >= LEAST_PERSPECTIVE
    angle = 2 * math.degrees(math.atan(half_height * viewpoint.perspective)) if has_depth else 0.0
    distance = viewpoint.distance if has_depth else VIEW_DISTANCE
    center = (-viewpoint.x * side / width, -viewpoint.y * side / height)
    return PhotoCamera(_vector(distance * back), _vector(up), angle, half_height, center)


def picture_side(width: float, height: float) -> float:
    """Side of the picture in a viewport of that size, in the same unit."""
    return PICTURE_SHARE * min(width, height)


def _axes(viewpoint: Viewpoint) -> NDArray[np.float64]:
    """Rows right, up and backward of the camera in object space: (3, 3)."""
    angles = np.radians([viewpoint.azimuth_deg, viewpoint.elevation_deg, viewpoint.roll_deg])
    (sin_a, sin_e, sin_r), (cos_a, cos_e, cos_r) = np.sin(angles), np.cos(angles)
    right = np.array([cos_a, 0.0, -sin_a])
    back = np.array([sin_a * cos_e, sin_e, cos_a * cos_e])
    up = np.cross(back, right)
    return np.stack([cos_r * right - sin_r * up, sin_r * right + cos_r * up, back])


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = map(float, values)
    return x, y, z
