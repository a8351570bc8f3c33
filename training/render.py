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

from imrecon_gui.core.framing import framed
from imrecon_gui.core.types import INPUT_SIZE
from imrecon_gui.core.viewpoint import FIELDS
from training.cameras import Camera, Float64Array
from training.lights import Lights, studio_direction
from training.opengl import framebuffer, make_context
from training.painted import PaintedSoup
from training.scene import PICTURES_UNIT, Scene, column_major, light_uniforms
from training.shaders import DEPTH_FRAGMENT, DEPTH_VERTEX, FRAGMENT, VERTEX, painted
from training.shadows import ShadowMaps
from training.soup import Drawable, Soup

UInt8Array = NDArray[np.uint8]
_SAMPLES = 4
_VIEWS_AT_ONCE = 8


class Renderer:
    """Draws pictures of shapes; costly to make, cheap to use again.

    Attributes:
        size: Side of a picture in pixels.
    """

    def __init__(self, size: int = 160, samples: int = _SAMPLES) -> None:
        """Make a context and its frame buffers.

        Args:
            size: Side of a picture in pixels.
            samples: Per pixel, by multisampling; where the driver has none, pictures are drawn
                twice as large and averaged.

        Raises:
            TrainingError: There is no OpenGL 3.3 on this machine.
        """
        self.size = size
        self._context = make_context()
        samples = samples if self._context.max_samples >= samples > 1 else 0
        self._oversampling = 1 if samples else 2
        self._side = size * self._oversampling
        strip = (self._side * _VIEWS_AT_ONCE, self._side)
        self._canvas = framebuffer(self._context, strip, samples)
        self._resolved = framebuffer(self._context, strip, 0) if samples else self._canvas
        self._program = self._context.program(vertex_shader=VERTEX, fragment_shader=FRAGMENT)
        self._depth_program = self._context.program(
            vertex_shader=DEPTH_VERTEX, fragment_shader=DEPTH_FRAGMENT
        )
        self._shadows = ShadowMaps(self._context, _VIEWS_AT_ONCE + 1)
        self._program["shadow_maps"].value = 1
        self._painted_program: Any = None

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
        if len(cameras) != len(lights):
            raise ValueError(f"{len(cameras)} cameras but {len(lights)} lights")
        soup = shape if isinstance(shape, Soup) else Soup.of(shape)
        placed = [camera if camera.distance is not None else camera.fit(soup.vertices) for camera in cameras]
        with self._context:  # another renderer's context may be the current one
            return self._strips(soup, placed, lights)

    def pictures(
        self, shape: Drawable | Soup, cameras: Sequence[Camera], lights: Sequence[Lights]
    ) -> tuple[UInt8Array, NDArray[np.float32]]:
        """As render, then framed as the program frames a person's pictures.

        Returns:
            (v, 128, 128, 4) uint8 network inputs, and (v, 7) float32 their viewpoints, see
            `imrecon_gui.core.viewpoint`; these take the shape to be normalised.
        """
        soup = shape if isinstance(shape, Soup) else Soup.of(shape)
        placed = [camera if camera.distance is not None else camera.fit(soup.vertices) for camera in cameras]
        pictures = np.empty((len(cameras), INPUT_SIZE, INPUT_SIZE, 4), np.uint8)
        viewpoints = np.empty((len(cameras), len(FIELDS)), np.float32)
        for i, picture in enumerate(self.render(soup, placed, lights)):
            pictures[i], window = framed(picture)
            viewpoints[i] = placed[i].viewpoint(self.size, window).array()
        return pictures, viewpoints

    def _strips(self, soup: Soup, cameras: Sequence[Camera], lights: Sequence[Lights]) -> UInt8Array:
        program = self._painting() if isinstance(soup, PaintedSoup) else self._program
        scene = Scene(self._context, program, self._depth_program, soup)
        chunks = [slice(i, i + _VIEWS_AT_ONCE) for i in range(0, len(cameras), _VIEWS_AT_ONCE)]
        try:
            strips = [self._strip(scene, cameras[chunk], lights[chunk]) for chunk in chunks]
        finally:
            scene.release()
        return np.concatenate([np.zeros((0, self.size, self.size, 4), np.uint8), *strips])

    def _painting(self) -> Any:
        """The program for soups with pictures, made when the first one comes."""
        if self._painted_program is None:
            self._painted_program = self._context.program(
                vertex_shader=painted(VERTEX), fragment_shader=painted(FRAGMENT)
            )
            self._painted_program["shadow_maps"].value = 1
            self._painted_program["pictures"].value = PICTURES_UNIT
        return self._painted_program

    def _strip(self, scene: Scene, cameras: Sequence[Camera], lights: Sequence[Lights]) -> UInt8Array:
        """Up to _VIEWS_AT_ONCE pictures drawn side by side and read back once."""
        self._context.enable_only(self._context.DEPTH_TEST | self._context.CULL_FACE)
        shadow_uniforms = self._draw_shadows(scene, cameras, lights)
        self._canvas.use()
        self._canvas.clear(0.0, 0.0, 0.0, 0.0)
        for i, (camera, light) in enumerate(zip(cameras, lights, strict=True)):
            self._canvas.viewport = (i * self._side, 0, self._side, self._side)
            lit = {**light_uniforms(light, camera.azimuth_deg), **shadow_uniforms[i]}
            _set_uniforms(scene.program, {**scene.uniforms(camera), **lit})
            scene.draw()
        return self._read(len(cameras))

    def _draw_shadows(
        self, scene: Scene, cameras: Sequence[Camera], lights: Sequence[Lights]
    ) -> list[dict[str, Any]]:
        """Draw the sky's map and those of the lights that cast shadows; their matrices, view by view."""
        self._shadows.begin()
        sky = self._draw_depth(scene, np.array([0.0, 1.0, 0.0]), _VIEWS_AT_ONCE)
        uniforms = []
        for i, (camera, light) in enumerate(zip(cameras, lights, strict=True)):
            key = sky
            if light.shadow > 0:
                key = self._draw_depth(scene, studio_direction(light.key_direction, camera.azimuth_deg), i)
            uniforms.append({"key_map_from_object": key, "sky_map_from_object": sky})
        self._shadows.texture.use(1)
        return uniforms

    def _draw_depth(self, scene: Scene, direction: Float64Array, slot: int) -> tuple[float, ...]:
        clip = scene.clip_from(direction)
        self._depth_program["clip_from_object"].value = column_major(clip)
        self._shadows.choose(slot)
        scene.draw_depth()
        return column_major(self._shadows.texture_matrix(clip, slot))

    def _read(self, views: int) -> UInt8Array:
        """(views, size, size, 4) straight-alpha pictures of the strip just drawn."""
        if self._resolved is not self._canvas:
            self._context.copy_framebuffer(self._resolved, self._canvas)
        width = self._side * views
        data = self._resolved.read(viewport=(0, 0, width, self._side), components=4)
        strip = np.frombuffer(data, np.uint8).reshape(self._side, views, self._side, 4)
        premultiplied = strip[::-1].transpose(1, 0, 2, 3)
        return _straight(_averaged(premultiplied, self._oversampling))


def _set_uniforms(program: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        program[name].value = value


def _averaged(pictures: UInt8Array, factor: int) -> UInt8Array:
    """Means over factor x factor pixels of (v, h, w, 4)."""
    if factor == 1:
        return np.ascontiguousarray(pictures)
    v, h, w, c = pictures.shape
    blocks = pictures.reshape(v, h // factor, factor, w // factor, factor, c)
    return np.asarray(np.rint(blocks.mean((2, 4))), np.uint8)


def _straight(premultiplied: UInt8Array) -> UInt8Array:
    """Straight from premultiplied alpha; only the pixels on the outline change."""
    alpha = premultiplied[..., 3]
    edge = (alpha > 0) & (alpha < 255)
    divisor = np.maximum(alpha[edge], 1).astype(np.float32)[:, None]
    colours = premultiplied[edge, :3] * (255.0 / divisor)
    premultiplied[edge, :3] = np.minimum(np.rint(colours), 255).astype(np.uint8)
    return premultiplied
