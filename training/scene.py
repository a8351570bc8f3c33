"""A shape on the graphics card, and what the shaders are told of its cameras and lights."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cameras import Camera, box_centre
from training.lights import Lights, studio_direction
from training.painted import PaintedSoup
from training.shadows import parallel_clip_matrix
from training.soup import Soup

PICTURES_UNIT = 2
"""The texture unit of found meshes' pictures, after the materials' and the shadow maps'."""


class Scene:
    """A soup on the graphics card.

    Attributes:
        program: What it is drawn with.
    """

    def __init__(self, context: Any, program: Any, depth_program: Any, soup: Soup) -> None:
        self._buffer = context.buffer(soup.vertex_table().tobytes())
        self.program = program
        self._array = context.vertex_array(program, [(self._buffer, soup.LAYOUT, *soup.NAMES)])
        rest = f"{self._buffer.size // len(soup.vertices) - 12}x"
        self._depth_array = context.vertex_array(depth_program, [(self._buffer, f"3f {rest}", "position")])
        self._pictures = _picture_stack(context, soup) if isinstance(soup, PaintedSoup) else None
        table = soup.material_table()
        self._materials = context.texture((3, len(table)), 4, table.tobytes(), dtype="f4")
        self._materials.filter = (context.NEAREST, context.NEAREST)
        self._centre = box_centre(soup.vertices).astype(np.float64)
        self._radius = 1.001 * float(np.sqrt(((soup.vertices - self._centre) ** 2).sum(1).max())) + 1e-6
        self._floor = float(soup.vertices[:, 1].min())

    def uniforms(self, camera: Camera) -> dict[str, Any]:
        """What the shaders need to know of a camera that has a distance."""
        return {
            "clip_from_object": column_major(camera.clip_matrix(self._centre, self._radius)),
            "eye": tuple(camera.eye(self._centre).tolist()),
            "floor_height": self._floor,
        }

    def clip_from(self, direction: NDArray[np.float64]) -> NDArray[np.float64]:
        """(4, 4) parallel projection of all of the scene along a unit direction (3,)."""
        return parallel_clip_matrix(direction, self._centre, self._radius)

    def draw_depth(self) -> None:
        """Draw the depths of all triangles into the shadow maps in use."""
        self._depth_array.render()

    def draw(self) -> None:
        """Draw all triangles into the frame buffer in use."""
        self._materials.use(0)
        if self._pictures is not None:
            self._pictures.use(PICTURES_UNIT)
        self._array.render()

    def release(self) -> None:
        """Free the graphics memory."""
        for item in (self._array, self._depth_array, self._buffer, self._materials, self._pictures):
            if item is not None:
                item.release()


def _picture_stack(context: Any, soup: PaintedSoup) -> Any:
    """A soup's pictures as one texture of layers, lowest row first, repeating and with mipmaps."""
    layers, height, width, _ = soup.pictures.shape
    rows = np.ascontiguousarray(soup.pictures[:, ::-1])
    stack = context.texture_array((width, height, layers), 3, rows.tobytes(), alignment=1)
    stack.build_mipmaps()
    stack.filter = (context.LINEAR_MIPMAP_LINEAR, context.LINEAR)
    return stack


def column_major(matrix: NDArray[np.float64]) -> tuple[float, ...]:
    """A matrix as OpenGL takes it."""
    return tuple(matrix.T.ravel().tolist())


def light_uniforms(light: Lights, azimuth_deg: float) -> dict[str, Any]:
    """What the shaders need to know of the lights of a camera at that azimuth."""
    return {
        "key_direction": tuple(studio_direction(light.key_direction, azimuth_deg).tolist()),
        "key_colour": light.key_colour,
        "fill_direction": tuple(studio_direction(light.fill_direction, azimuth_deg).tolist()),
        "fill_colour": light.fill_colour,
        "sky": light.sky,
        "ground": light.ground,
        "contact": light.contact,
        "shadow": light.shadow,
        "clay": (*light.clay, 1.0) if light.clay else (0.0, 0.0, 0.0, 0.0),
        "exposure": light.exposure,
        "gamma": light.gamma,
    }
