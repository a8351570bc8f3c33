"""Whether anything can be drawn in three dimensions here; asking VTK itself can end the process."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

PLATFORMS_WITHOUT_WINDOWS = ("offscreen", "minimal", "vnc")


def has_opengl() -> bool:
    """Whether this screen gives an OpenGL context that can be made current."""
    if QGuiApplication.platformName() in PLATFORMS_WITHOUT_WINDOWS:
        return False
    context = QOpenGLContext()
    if not context.create():
        return False
    surface = QOffscreenSurface()
    surface.create()
    made_current = surface.isValid() and context.makeCurrent(surface)
    if made_current:
        context.doneCurrent()
    return made_current
