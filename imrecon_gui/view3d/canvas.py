"""The plotter inside a viewport, which draws once for all that changed since it was last painted.

Importing this module loads VTK, which takes seconds: see `loading`.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pyvistaqt import QtInteractor

from imrecon_gui.view3d.opengl import draws_in_software

CALM_MS = 250
"""After so long without anything new, what was drawn in a hurry is drawn smoothly."""

FIRST_MS = 10
"""From the making of a canvas to its first drawing, and on to the next one while not everything is shown."""


class Canvas(QtInteractor):
    """A pyvista plotter that leaves the time of drawing to Qt.

    VTK's interactor draws at every movement of the mouse, and Qt paints the widget afterwards, which draws
    the same again. Here the interactor only asks to be painted; Qt does that once for many movements.

    Where the processor draws, smoothing edges is half of the work. So what moves or comes in quickly is drawn
    without, a draft, and smoothed when nothing has happened for a moment and nobody is in a `hurry`.

    OpenGL readies itself for each kind of thing when it is first drawn. A new canvas therefore draws its
    background first, and one thing more each time after, so that the window answers in between.
    """

    _is_resized = False
    _n_shown: int | None = 0  # things that are drawn so far; None once all are

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, auto_update=False, lighting="none")
        self._calm: QTimer | None = None
        self._is_calm = self._is_hurried = False
        if draws_in_software():  # several samples a pixel take it twice as long as smoothing afterwards
            self.ren_win.SetMultiSamples(0)
            self.renderer.SetUseFXAA(True)  # pyvista would make a second window to ask about OpenGL first
            edges = self.renderer.GetFXAAOptions()  # half the time, for what no eye tells apart
            edges.SetUseHighQualityEndpoints(False)
            edges.SetEndpointSearchIterations(4)
            self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
            self._calm.timeout.connect(self._smooth)
        self.camera_set = True  # else the first look at the camera draws twice, to find a place for it
        interactor = self.ren_win.GetInteractor()
        interactor.EnableRenderOff()
        canvas = weakref.ref(self)
        interactor.AddObserver("RenderEvent", lambda *_: _ask(canvas()))
        self.setUpdatesEnabled(False)
        QTimer.singleShot(FIRST_MS, self, lambda: self.setUpdatesEnabled(True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take over the size. Qt draws at once then, and the same again in a moment: once is enough."""
        self._is_resized = True
        try:
            super().resizeEvent(event)
        finally:
            self._is_resized = False
        self.update()

    def paintGL(self) -> None:
        """Draw, as nothing else does."""
        if self._is_resized:
            return
        interactor = self.ren_win.GetInteractor()
        interactor.EnableRenderOn()
        try:
            with self._drafted(), self._few_things():
                super().paintGL()
        finally:
            interactor.EnableRenderOff()

    @property
    def is_whole(self) -> bool:
        """Whether everything has been drawn that a new canvas begins with."""
        return self._n_shown is None

    def hurry(self, is_hurried: bool) -> None:
        """While the processor is needed for other things, nothing is drawn twice for its looks."""
        self._is_hurried = is_hurried
        if not is_hurried and self._calm is not None:
            self._calm.start()

    def draw_well(self) -> None:
        """Let the next drawing be no draft, and of everything: somebody keeps it."""
        self._is_calm, self._n_shown = True, None

    @contextmanager
    def _drafted(self) -> Iterator[None]:
        """Draw a draft now, and well later, unless it is later already."""
        if self._calm is None or self._is_calm:
            self._is_calm = False
            yield
            return
        self.renderer.SetUseFXAA(False)
        try:
            yield
        finally:
            self.renderer.SetUseFXAA(True)  # pictures that are taken of it are smooth
            self._calm.start()

    @contextmanager
    def _few_things(self) -> Iterator[None]:
        """Draw one thing more than the last time, until everything was drawn once."""
        if self._n_shown is None:
            yield
            return
        hidden = [thing for thing in self._things()[self._n_shown :] if thing.GetVisibility()]
        self._n_shown = self._n_shown + 1 if hidden else None
        for thing in hidden:
            thing.SetVisibility(False)
        try:
            yield
        finally:
            for thing in hidden:
                thing.SetVisibility(True)
            if hidden:
                QTimer.singleShot(FIRST_MS, self, self.update)

    def _things(self) -> list[Any]:
        """What is drawn, in the order in which it first is."""
        return [thing for renderer in self.ren_win.GetRenderers() for thing in renderer.GetViewProps()]

    def _smooth(self) -> None:
        if not self._is_hurried:
            self._is_calm = True
            self.update()


def _ask(canvas: Canvas | None) -> None:
    """Have it painted soon, unless it is being painted."""
    if canvas is not None and not canvas.ren_win.GetInteractor().GetEnableRender():
        canvas.update()
