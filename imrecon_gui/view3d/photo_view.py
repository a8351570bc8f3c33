"""The mesh from where its photo was taken, the photo laid over it; left as soon as the mesh is turned."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QImage

from imrecon_gui.core.types import Viewpoint
from imrecon_gui.view3d.photo_camera import photo_camera
from imrecon_gui.view3d.photo_overlay import PhotoOverlay
from imrecon_gui.view3d.scene import VIEW_ANGLE_DEG
from imrecon_gui.view3d.viewport import Viewport


class PhotoView(QObject):
    """One viewport's view from the photo's own camera.

    Attributes:
        overlay: The photo and the line across it.
        is_shown: Whether the viewport shows this view now.

    Signals:
        changed(bool): Whether it is shown now.
    """

    changed = Signal(bool)

    def __init__(self, viewport: Viewport) -> None:
        super().__init__(viewport)
        self.overlay = PhotoOverlay()
        self.is_shown = False
        self._viewport = viewport
        self._viewpoint: Viewpoint | None = None
        viewport.turned.connect(self.leave)
        viewport.installEventFilter(self)

    @property
    def is_possible(self) -> bool:
        """Whether there is a photo, and something to lay it over."""
        return self._viewpoint is not None and self._viewport.plotter is not None

    def set_photo(self, viewpoint: Viewpoint | None, image: QImage) -> None:
        """Lay another photo, taken from there; None where nobody knows. The view stays if it can."""
        self._viewpoint = viewpoint
        self.overlay.set_image(image)
        if self.is_shown and viewpoint is None:
            self.leave()
        elif self.is_shown:
            self._aim()

    def show(self) -> None:
        """Go to where the photo was taken."""
        if not self.is_possible or self.is_shown:
            return
        self.is_shown = True
        self.refresh_ground()
        self._aim()
        self.changed.emit(True)

    def leave(self) -> None:
        """Take the photo away; the camera stays there, but looks at the object's centre again."""
        if not self.is_shown:
            return
        self.is_shown = False
        self.overlay.uncover()
        if self._viewport.plotter is not None:
            _straighten(self._viewport.plotter.camera)
            self._viewport.redraw()
        self.changed.emit(False)

    def toggle(self) -> None:
        """Show it, or leave it."""
        if self.is_shown:
            self.leave()
        else:
            self.show()

    def refresh_ground(self) -> None:
        """Take over the viewport's colours."""
        colours = self._viewport.colours
        self.overlay.set_ground(colours.background_top, colours.background_bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep mesh and photo together when the viewport's size changes."""
        if event.type() is QEvent.Type.Resize and self.is_shown:
            self._settle()
            self._aim()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Let the plotter take the viewport's new size now."""
        layout = self._viewport.layout()
        if layout is not None:
            layout.activate()

    def _aim(self) -> None:
        plotter = self._viewport.plotter
        if plotter is None or self._viewpoint is None:
            return
        self.overlay.cover(plotter)
        photo_camera(self._viewpoint, plotter.width(), plotter.height()).apply(plotter.camera)
        plotter.renderer.ResetCameraClippingRange()
        self._viewport.redraw()


def _straighten(camera: Any) -> None:
    """Undo what only a photo's camera has; a parallel view becomes one that shows as much."""
    camera.SetWindowCenter(0.0, 0.0)
    if camera.GetParallelProjection():
        camera.SetParallelProjection(False)
        camera.SetViewAngle(VIEW_ANGLE_DEG)
        wanted = camera.GetParallelScale() / math.tan(math.radians(VIEW_ANGLE_DEG) / 2)
        camera.Dolly(camera.GetDistance() / wanted)
