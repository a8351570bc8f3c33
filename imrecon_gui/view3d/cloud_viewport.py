"""The viewport with a cloud of points in it: where somebody asked, and what the answers were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from imrecon_gui.core.types import Float32Array, Mesh, Paint
from imrecon_gui.view3d.convert import blended
from imrecon_gui.view3d.scene import VIEW_ANGLE_DEG
from imrecon_gui.view3d.viewport import Viewport

if TYPE_CHECKING:
    import pyvista as pv


@dataclass(frozen=True)
class PointKind:
    """Points drawn in one size.

    Attributes:
        name: Of their actor.
        least: Least probability of being inside; the next kind's is where this one ends.
        parts: How many of them, side by side, would fill the viewport's height.
    """

    name: str
    least: float
    parts: float


KINDS = (PointKind("no", 0.0, 300.0), PointKind("maybe", 0.1, 110.0), PointKind("yes", 0.5, 48.0))
"""The less likely inside, the smaller: else what is outside would hide what is inside."""

FINISH = {"ambient": 0.6, "diffuse": 0.45, "specular": 0.0}
SMALLEST = QSize(240, 140)
"""Big letters leave little room in a small window."""

LEAST_PX = 1.5
WIDE_ANGLE_DEG = 1.25 * VIEW_ANGLE_DEG
"""The whole grid of points is larger than an object."""


class CloudViewport(Viewport):
    """Shows one mesh, or one cloud.

    Attributes:
        n_revealed: How many points of the cloud are shown.
        clouds: What is drawn, by kind; VTK alone would not keep it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(SMALLEST)
        self.n_revealed = 0
        self.clouds: dict[str, pv.PolyData] = {}
        self._points = np.zeros((0, 3), np.float32)
        self._probabilities = np.zeros(0, np.float32)

    def show_mesh(self, mesh: Mesh | None, paint: Paint | None = None) -> None:
        """Show this mesh, in place of what was shown; the camera stays where it is."""
        self._points, self._probabilities = self._points[:0], self._probabilities[:0]
        self.reveal(0.0)
        self._set_angle(VIEW_ANGLE_DEG)
        super().show_mesh(mesh, paint)

    def set_cloud(self, points: Float32Array, probabilities: Float32Array) -> None:
        """Put points (n, 3) that are inside with probabilities (n,) in place of what was shown.

        None of them is seen before it is revealed.
        """
        self.show_mesh(None)
        self._points, self._probabilities = points, probabilities
        self._set_angle(WIDE_ANGLE_DEG)

    def reveal(self, share: float) -> None:
        """Show that share of the cloud, in the order of its points."""
        self.n_revealed = round(share * len(self._points))
        self._draw_cloud()
        self._update()

    def _redraw(self) -> None:
        super()._redraw()
        self._draw_cloud()
        self._update()

    def _set_angle(self, angle_deg: float) -> None:
        if self.plotter is not None:
            self.plotter.camera.view_angle = angle_deg

    def _draw_hint(self) -> None:
        """Somebody else says what the empty room is for."""

    def _draw_cloud(self) -> None:
        if self.plotter is None:
            return
        revealed = self._probabilities[: self.n_revealed]
        ends = (*(kind.least for kind in KINDS[1:]), np.inf)
        for kind, end in zip(KINDS, ends, strict=True):
            self.plotter.remove_actor(kind.name, render=False)
            chosen = np.flatnonzero((revealed >= kind.least) & (revealed < end))
            if len(chosen):
                self._draw_points(kind, chosen)

    def _draw_points(self, kind: PointKind, chosen: NDArray[np.intp]) -> None:
        import pyvista as pv

        assert self.plotter is not None
        cloud = self.clouds[kind.name] = pv.PolyData(self._points[chosen])
        shares = self._probabilities[chosen]
        cloud.point_data["colours"] = blended(shares, self._colours.seen, self._colours.imagined)
        self.plotter.add_mesh(
            cloud,
            name=kind.name,
            scalars="colours",
            rgb=True,
            style="points",
            point_size=max(self.height() / kind.parts, LEAST_PX),
            render_points_as_spheres=kind.least > 0,
            lighting=kind.least > 0,
            reset_camera=False,
            render=False,
            **FINISH,
        )
