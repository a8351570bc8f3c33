"""Whether anything can be drawn in three dimensions here; asking VTK itself can end the process."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat

OPENGL_VERSION = (3, 2)
GL_RENDERER = 0x1F01
SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "software", "gdi generic", "basic render")
"""What drivers that draw with the processor call themselves."""

PLATFORMS_WITHOUT_WINDOWS = ("offscreen", "minimal", "vnc")


@cache
def has_opengl() -> bool:
    """Whether this screen gives an OpenGL context that can be made current; found out once."""
    return _renderer() is not None


def draws_in_software() -> bool:
    """Whether the processor draws, in place of a graphics card."""
    name = (_renderer() or "").lower()
    return any(word in name for word in SOFTWARE)


@cache
def _renderer() -> str | None:
    """What draws calls itself, None where nothing does."""
    if QGuiApplication.platformName() in PLATFORMS_WITHOUT_WINDOWS:
        return None
    context = QOpenGLContext()
    if not context.create():
        return None
    surface = QOffscreenSurface()
    surface.setParent(QGuiApplication.instance())  # PySide mistakes what comes to lie where one lay for one
    surface.create()
    try:
        return _named(context, surface)
    finally:
        surface.destroy()


def _named(context: QOpenGLContext, surface: QOffscreenSurface) -> str | None:
    if not (surface.isValid() and context.makeCurrent(surface)):
        return None
    name = context.functions().glGetString(GL_RENDERER)
    context.doneCurrent()
    return str(name or "")


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
