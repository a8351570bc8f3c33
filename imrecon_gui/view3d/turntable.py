"""Frames of the mesh on a turntable, drawn off the screen, one in each turn of the event loop."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from imrecon_gui.core.types import UInt8Array
from imrecon_gui.view3d.scene import VIEW_ANGLE_DEG, VIEW_DIRECTIONS, VIEW_DISTANCE, StandardView, Vector
from imrecon_gui.view3d.viewport import Viewport

if TYPE_CHECKING:
    import pyvista as pv

FRAMES = 48
SIZE_PX = 512
DISTANCE = VIEW_DISTANCE * 1.06
"""A little further than the views, so that a corner that comes round stays in the picture."""


class Turntable(QObject):
    """Draws one turn of the mesh that a viewport shows, in its style and colours.

    What the person sees does not move.

    Attributes:
        frames: Those drawn so far, (512, 512, 3) uint8 each.

    Signals:
        drawn(done): So many frames are drawn.
        finished(): All are.
    """

    drawn = Signal(int)
    finished = Signal()

    def __init__(self, viewport: Viewport) -> None:
        super().__init__(viewport)
        self.frames: list[UInt8Array] = []
        self._viewport = viewport
        self._studio: pv.Plotter | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Draw all frames, from the first."""
        self.frames = []
        self._timer.start()

    def stop(self) -> None:
        """Draw no more, and let go of OpenGL; once finished there is nothing to stop."""
        self._timer.stop()
        if self._studio is not None:
            self._studio.close()
            self._studio = None

    def _step(self) -> None:
        """Set up the studio, or draw one frame: the window waits for neither longer than it takes."""
        if self._viewport.plotter is None:
            self.stop()
            return
        if self._studio is None:
            self._studio = self._viewport.studio(SIZE_PX)
            return
        _look(self._studio.camera, len(self.frames) / FRAMES)
        self._studio.renderer.ResetCameraClippingRange()
        self._studio.render_window.Render()
        self.frames.append(np.array(self._studio.screenshot(return_img=True))[..., :3])
        self.drawn.emit(len(self.frames))
        if len(self.frames) == FRAMES:
            self.stop()
            self.finished.emit()


def eye(turn: float) -> Vector:
    """Where the camera stands after this share of a turn, from the three-quarter view on."""
    (x, y, z), _ = VIEW_DIRECTIONS[StandardView.ISO]
    angle, away = math.atan2(x, z) - 2 * math.pi * turn, math.hypot(x, z)
    return DISTANCE * away * math.sin(angle), DISTANCE * y, DISTANCE * away * math.cos(angle)


def _look(camera: pv.Camera, turn: float) -> None:
    camera.position = eye(turn)
    camera.focal_point = (0.0, 0.0, 0.0)
    camera.up = (0.0, 1.0, 0.0)
    camera.view_angle = VIEW_ANGLE_DEG
