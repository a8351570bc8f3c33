"""The picture maker: shapes to RGBA pictures, on OpenGL without a window.

A context belongs to the process and thread that made it: make one Renderer in each data worker,
after the fork.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from training.cameras import Camera, Float64Array, box_centre, fitted
from training.lights import Lights, studio_direction
from training.shaders import FRAGMENT, VERTEX
from training.soup import Drawable, Soup

UInt8Array = NDArray[np.uint8]
_SAMPLES = 4
_VIEWS_AT_ONCE = 8


class Renderer:
    """Draws pictures of shapes; costly to make, cheap to use again.

    Attributes:
        size: Side of a picture in pixels.
    """

    def __init__(self, size: int = 192, samples: int = _SAMPLES) -> None:
        """Make a context and its frame buffers.

        Args:
            size: Side of a picture in pixels.
            samples: Per pixel, by multisampling; where the driver has none, pictures are drawn
                twice as large and averaged.

        Raises:
            TrainingError: There is no OpenGL 3.3 on this machine.
        """
        self.size = size
        self._context = _make_context()
        samples = samples if self._context.max_samples >= samples > 1 else 0
        self._oversampling = 1 if samples else 2
        self._side = size * self._oversampling
        strip = (self._side * _VIEWS_AT_ONCE, self._side)
        self._canvas = _framebuffer(self._context, strip, samples)
        self._resolved = _framebuffer(self._context, strip, 0) if samples else self._canvas
        self._program = self._context.program(vertex_shader=VERTEX, fragment_shader=FRAGMENT)

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the context and all it holds; a second call does nothing."""
        if self._context is not None:
            self._context.release()
            self._context = None

    def render(
        self, shape: Drawable | Soup, cameras: Sequence[Camera], lights: Sequence[Lights]
    ) -> UInt8Array:
        """One picture for each camera and its light.

        Args:
            shape: In object space.
            cameras: Those without a distance are fitted to the shape.
            lights: As many as cameras.

        Returns:
            (v, size, size, 4) uint8 RGBA, straight alpha, top row first.
        """
        soup = shape if isinstance(shape, Soup) else Soup.of(shape)
        points = soup.vertices.astype(np.float64)
        scene = self._upload(soup)
        try:
            placed = fitted(cameras, points)
            starts = range(0, len(placed), _VIEWS_AT_ONCE)
            strips = [self._strip(scene, points, placed[i:][:_VIEWS_AT_ONCE], lights[i:]) for i in starts]
        finally:
            for item in scene:
                item.release()
        return np.concatenate(strips) if strips else np.zeros((0, self.size, self.size, 4), np.uint8)

    def pictures(
        self, shape: Drawable | Soup, cameras: Sequence[Camera], lights: Sequence[Lights]
    ) -> UInt8Array:
        """As render, then framed as the program frames a person's pictures: (v, 128, 128, 4) uint8."""
        from imrecon_gui.core.image import frame

        return np.stack([frame(picture) for picture in self.render(shape, cameras, lights)])

    def _upload(self, soup: Soup) -> tuple[Any, Any, Any]:
        """Vertex array, vertex buffer and material texture of a soup."""
        buffer = self._context.buffer(soup.vertex_table().tobytes())
        layout = [(buffer, "3f 3f 1f", "position", "normal", "part")]
        array = self._context.vertex_array(self._program, layout)
        table = soup.material_table()
        texture = self._context.texture((3, len(table)), 4, table.tobytes(), dtype="f4")
        texture.filter = (self._context.NEAREST, self._context.NEAREST)
        return array, buffer, texture

    def _strip(
        self,
        scene: tuple[Any, Any, Any],
        points: Float64Array,
        cameras: Sequence[Camera],
        lights: Sequence[Lights],
    ) -> UInt8Array:
        """Up to _VIEWS_AT_ONCE pictures drawn side by side and read back once."""
        array, _, texture = scene
        self._canvas.use()
        self._context.enable_only(self._context.DEPTH_TEST)
        self._canvas.clear(0.0, 0.0, 0.0, 0.0)
        texture.use(0)
        for i, (camera, light) in enumerate(zip(cameras, lights, strict=False)):
            self._canvas.viewport = (i * self._side, 0, self._side, self._side)
            self._set_uniforms(_uniforms(camera, light, points))
            array.render()
        return self._read(len(cameras))

    def _set_uniforms(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            self._program[name].value = value

    def _read(self, views: int) -> UInt8Array:
        """(views, size, size, 4) straight-alpha pictures of the strip just drawn."""
        if self._resolved is not self._canvas:
            self._context.copy_framebuffer(self._resolved, self._canvas)
        width = self._side * views
        data = self._resolved.read(viewport=(0, 0, width, self._side), components=4)
        strip = np.frombuffer(data, np.uint8).reshape(self._side, views, self._side, 4)
        premultiplied = strip[::-1].transpose(1, 0, 2, 3)
        return _straight(_averaged(premultiplied, self._oversampling))


def _uniforms(camera: Camera, light: Lights, points: Float64Array) -> dict[str, Any]:
    centre = box_centre(points)
    radius = 1.001 * float(np.sqrt(((points - centre) ** 2).sum(1).max())) + 1e-6
    matrix = camera.clip_matrix(centre, radius)
    return {
        "clip_from_object": tuple(matrix.T.ravel().tolist()),  # OpenGL is column-major
        "eye": tuple(camera.eye(centre).tolist()),
        "key_direction": tuple(studio_direction(light.key_direction, camera.azimuth_deg).tolist()),
        "key_colour": light.key_colour,
        "fill_direction": tuple(studio_direction(light.fill_direction, camera.azimuth_deg).tolist()),
        "fill_colour": light.fill_colour,
        "sky": light.sky,
        "ground": light.ground,
        "contact": light.contact,
        "exposure": light.exposure,
        "gamma": light.gamma,
        "floor_height": float(points[:, 1].min()),
    }


def _averaged(pictures: UInt8Array, factor: int) -> UInt8Array:
    """Means over factor x factor pixels of (v, h, w, 4)."""
    if factor == 1:
        return np.ascontiguousarray(pictures)
    v, h, w, c = pictures.shape
    blocks = pictures.reshape(v, h // factor, factor, w // factor, factor, c)
    return np.rint(blocks.mean((2, 4))).astype(np.uint8)


def _straight(premultiplied: UInt8Array) -> UInt8Array:
    """Straight from premultiplied alpha; only the pixels on the outline change."""
    alpha = premultiplied[..., 3]
    edge = (alpha > 0) & (alpha < 255)
    divisor = np.maximum(alpha[edge], 1).astype(np.float32)[:, None]
    colours = premultiplied[edge, :3] * (255.0 / divisor)
    premultiplied[edge, :3] = np.minimum(np.rint(colours), 255).astype(np.uint8)
    return premultiplied


def _framebuffer(context: Any, size: tuple[int, int], samples: int) -> Any:
    colour = context.renderbuffer(size, 4, samples=samples)
    return context.framebuffer([colour], context.depth_renderbuffer(size, samples=samples))


def _make_context() -> Any:
    """A windowless OpenGL 3.3 context: by EGL, or by the system's own way where there is no EGL."""
    import moderngl

    attempts: list[dict[str, str]] = [
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
