"""The time that drawing in three dimensions takes: large where a processor stands in for a graphics card."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from imrecon_gui.view3d.viewport import Viewport

if TYPE_CHECKING:
    from pyvistaqt import QtInteractor


class RenderClock:
    """Adds up the time between the beginnings and ends of drawings.

    It counts VTK's renderings, the making ready of OpenGL, and the windows' composing of what was drawn.

    Attributes:
        seconds: In drawings that have ended.
        n: How many renderings of VTK's began.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self.seconds, self.n = 0.0, 0
        self._depth, self._since = 0, 0.0
        self._kind: type | None = None

    def begin(self, *_: object) -> None:
        """A drawing begins, perhaps inside another."""
        if self._depth == 0:
            self._since = self._now()
        self._depth += 1

    def end(self, *_: object) -> None:
        """A drawing is done."""
        self._depth = max(self._depth - 1, 0)
        if self._depth == 0:
            self.seconds += self._now() - self._since

    def install(self) -> None:
        """Listen to every viewport that is opened from now on."""
        new_plotter = Viewport._new_plotter

        def listened(viewport: Viewport) -> QtInteractor:
            plotter = new_plotter(viewport)
            self.listen(plotter)
            return plotter

        Viewport._new_plotter = listened  # type: ignore[method-assign]

    def listen(self, plotter: QtInteractor) -> None:
        """Listen to one plotter, and to what Qt calls of all those of its kind."""
        if type(plotter) is not self._kind:
            self._kind = type(plotter)
            for name in ("initializeGL", "paintGL"):
                setattr(self._kind, name, self._timed(getattr(self._kind, name)))
        plotter.render_window.AddObserver("StartEvent", self._on_render)
        plotter.render_window.AddObserver("EndEvent", self.end)
        plotter.aboutToCompose.connect(self.begin)
        plotter.frameSwapped.connect(self.end)

    def _on_render(self, *_: object) -> None:
        self.n += 1
        self.begin()

    def _timed(self, draw: Callable[[QtInteractor], None]) -> Callable[[QtInteractor], None]:
        def timed(plotter: QtInteractor) -> None:
            self.begin()
            try:
                draw(plotter)
            finally:
                self.end()

        return timed
