"""Whether anything can be drawn in three dimensions here; asking VTK itself can end the process."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat

OPENGL_VERSION = (3, 2)
PLATFORMS_WITHOUT_WINDOWS = ("offscreen", "minimal", "vnc")


@cache
def has_opengl() -> bool:
    """Whether this screen gives an OpenGL context that can be made current; found out once."""
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


def request_format() -> None:
    """Ask for the desktop OpenGL that VTK draws with; effective before the first window is made.

    The window and the widgets in it share one format, so it must be the process's default by then.
    """
    wanted = QSurfaceFormat()
    wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setVersion(*OPENGL_VERSION)
    wanted.setAlphaBufferSize(8)
    wanted.setDepthBufferSize(8)
    wanted.setStencilBufferSize(0)
    wanted.setSamples(0)
    QSurfaceFormat.setDefaultFormat(wanted)
