"""What the window loads once it has been drawn, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from imrecon_gui.services.bundle import Services
from imrecon_gui.view3d.loading import load_vtk
from imrecon_gui.view3d.viewport import Viewport

PAUSE_MS = 30
"""Between two things, so that the window is painted and answers."""


class Opening(QObject):
    """Brings up the viewport, and then the devices, which takes torch.

    Imports of two threads at once take as long as one after the other, and keep the window waiting for both:
    so the devices are asked for when the viewport stands, unless a reconstruction brought torch before.
    """

    def __init__(self, window: QWidget, viewport: Viewport, services: Services) -> None:
        super().__init__(window)
        self._window, self._viewport, self._services = window, viewport, services
        self._is_over = False
        services.loading.loaded.connect(self._open_viewport)
        services.loading.failed.connect(self._warm_up)

    def begin(self) -> None:
        """Wait until the window has been drawn once, which loading would keep it from, then load."""
        handle = self._window.windowHandle()
        is_drawn = handle is not None and handle.isExposed()
        self._soon(self._load if is_drawn else self.begin)

    def end(self) -> None:
        """Begin nothing more: the window closes."""
        self._is_over = True

    def _load(self) -> None:
        if self._viewport.can_draw:
            self._services.loading.start(load_vtk)
        else:
            self._open_viewport()

    def _open_viewport(self) -> None:
        if not self._is_over:
            self._viewport.open()
            self._soon(self._warm_up)

    def _warm_up(self) -> None:
        if not self._is_over:
            self._services.devices.start()

    def _soon(self, do: Callable[[], None]) -> None:
        if not self._is_over:
            QTimer.singleShot(PAUSE_MS, self, do)
