"""The mesh turned from the keyboard: arrows turn, plus and minus come closer and go away."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from imrecon_gui.view3d.viewport import Viewport

STEP_DEG = 15.0
CLOSER = 1.2
STEEPEST_DEG = 85.0
"""Looking up or down ends here, before the view tips over."""

_TURNS = {
    Qt.Key.Key_Left: (-STEP_DEG, 0.0),
    Qt.Key.Key_Right: (STEP_DEG, 0.0),
    Qt.Key.Key_Up: (0.0, STEP_DEG),
    Qt.Key.Key_Down: (0.0, -STEP_DEG),
}
_STEPS = {Qt.Key.Key_Plus: CLOSER, Qt.Key.Key_Equal: CLOSER, Qt.Key.Key_Minus: 1 / CLOSER}


class KeyTurner(QObject):
    """Turns a viewport's mesh while the viewport has the keyboard."""

    def __init__(self, viewport: Viewport) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        viewport.opened.connect(self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that turn; leave all others to the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _TURNS:
                self.turn(*_TURNS[key])
                return True
            if key in _STEPS:
                self.come_closer(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def turn(self, azimuth_deg: float, elevation_deg: float) -> None:
        """Walk around the object, and up or down, by so many degrees."""
        plotter = self._viewport.plotter
        if plotter is None:
            return
        self._viewport.turned.emit()
        focus, place = np.array(plotter.camera.focal_point), np.array(plotter.camera.position)
        away = place - focus
        distance = float(np.linalg.norm(away))
        azimuth = math.degrees(math.atan2(away[0], away[2])) + azimuth_deg
        elevation = math.degrees(math.asin(away[1] / distance)) + elevation_deg
        elevation = min(max(elevation, -STEEPEST_DEG), STEEPEST_DEG)
        plotter.camera.position = tuple(focus + distance * _direction(azimuth, elevation))
        plotter.camera.up = (0.0, 1.0, 0.0)
        self._show()

    def come_closer(self, factor: float) -> None:
        """Divide the distance by a factor."""
        if self._viewport.plotter is not None:
            self._viewport.turned.emit()
            self._viewport.plotter.camera.Dolly(factor)
            self._show()

    def _listen(self) -> None:
        plotter = self._viewport.plotter
        assert plotter is not None
        plotter.installEventFilter(self)

    def _show(self) -> None:
        plotter = self._viewport.plotter
        assert plotter is not None
        plotter.renderer.ResetCameraClippingRange()
        self._viewport.redraw()


def _direction(azimuth_deg: float, elevation_deg: float) -> NDArray[np.float64]:
    """The unit vector towards a camera, by the conventions of `core.types`."""
    azimuth, elevation = math.radians(azimuth_deg), math.radians(elevation_deg)
    level = math.cos(elevation)
    return np.array([level * math.sin(azimuth), math.sin(elevation), level * math.cos(azimuth)])
