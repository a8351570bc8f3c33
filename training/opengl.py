"""OpenGL without a window."""

from __future__ import annotations

import sys
from typing import Any

from imrecon_gui.core.errors import TrainingError


def framebuffer(context: Any, size: tuple[int, int], samples: int) -> Any:
    """An RGBA8 frame buffer with depth; samples 0 is without multisampling, else 2, 4, ..."""
    colour = context.renderbuffer(size, 4, samples=samples)
    return context.framebuffer([colour], context.depth_renderbuffer(size, samples=samples))


def make_context() -> Any:
    """A windowless OpenGL 3.3 context: by EGL, or by the system's own way where there is no EGL.

    Raises:
        TrainingError: Neither gives a context.
    """
    import moderngl

    # Mesa draws with an LLVM of its own; triton brings another, and loaded second it ends the process with a
    # segmentation fault. torch does load it on small occasions (see imrecon_gui.services.engine).
    sys.modules.setdefault("triton", None)  # type: ignore[arg-type]
    attempts: list[dict[str, Any]] = [
        {"backend": "egl"},
        {"backend": "egl", "libgl": "libGL.so.1", "libegl": "libEGL.so.1"},
        {},
    ]
    reason = ""
    for options in attempts:
        try:
            return moderngl.create_context(standalone=True, require=330, **options)
        except Exception as error:  # glcontext raises bare Exception
            reason = reason or str(error)
    raise TrainingError(
        f"Pictures cannot be made: this machine offers no windowless OpenGL 3.3 ({reason}).",
        "Install a driver with EGL; on Linux without a graphics card, Mesa's (libegl1, libgl1-mesa-dri).",
    )
