"""The plotter inside a viewport, which draws once for all that changed since it was last painted.

Importing this module loads VTK, which takes seconds: see `loading`.
"""

from __future__ import annotations

import weakref

from PySide6.QtWidgets import QWidget
from pyvistaqt import QtInteractor

from imrecon_gui.view3d.opengl import draws_in_software


class Canvas(QtInteractor):
    """A pyvista plotter that leaves the time of drawing to Qt.

    VTK's interactor draws at every movement of the mouse, and Qt paints the widget afterwards, which draws
    the same again. Here the interactor only asks to be painted; Qt does that once for many movements.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, auto_update=False, lighting="none")
        if draws_in_software():  # several samples a pixel take it twice as long as smoothing afterwards
            self.ren_win.SetMultiSamples(0)
            self.enable_anti_aliasing("fxaa")
        self.camera_set = True  # else the first look at the camera draws twice, to find a place for it
        interactor = self.ren_win.GetInteractor()
        interactor.EnableRenderOff()
        canvas = weakref.ref(self)
        interactor.AddObserver("RenderEvent", lambda *_: _ask(canvas()))

    def paintGL(self) -> None:
        """Draw, as nothing else does."""
        interactor = self.ren_win.GetInteractor()
        interactor.EnableRenderOn()
        try:
            super().paintGL()
        finally:
            interactor.EnableRenderOff()


def _ask(canvas: Canvas | None) -> None:
    """Have it painted soon, unless it is being painted."""
    if canvas is not None and not canvas.ren_win.GetInteractor().GetEnableRender():
        canvas.update()
