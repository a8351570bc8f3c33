"""Made studio pictures whose masks are known: shapes before a plain backdrop, with the shadows they throw."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.cameras import random_cameras
from training.categories import NAMES, make
from training.lights import random_lights
from training.render import Renderer
from training.shards import FIRST_HELD_SEED

Float32Array = NDArray[np.float32]
UInt8Array = NDArray[np.uint8]

FIRST_SEED = FIRST_HELD_SEED + 500_000_000
OBJECT_SIDE, HEIGHT, WIDTH = 384, 480, 512


@dataclass(frozen=True, eq=False)
class StudioPicture:
    """One of them.

    Attributes:
        category: Of the shape.
        rgb: (HEIGHT, WIDTH, 3) uint8.
        is_object: (HEIGHT, WIDTH) bool.
    """

    category: str
    rgb: UInt8Array
    is_object: NDArray[np.bool_]


def studio_picture(number: int, renderer: Renderer) -> StudioPicture:
    """The picture of that number, always the same; categories take turns.

    Args:
        number: From 0.
        renderer: Of pictures of OBJECT_SIDE pixels.
    """
    category, rng = NAMES[number % len(NAMES)], np.random.default_rng([number, FIRST_SEED])
    shape = make(category, FIRST_SEED + number)
    drawn = renderer.render(shape, random_cameras(rng, 1), random_lights(rng, 1))[0]
    above, aside = (HEIGHT - OBJECT_SIDE) // 2, (WIDTH - OBJECT_SIDE) // 2
    placed = np.pad(drawn, ((above, above), (aside, aside), (0, 0)))
    rgba = np.asarray(placed / np.float32(255), np.float32)
    alpha = rgba[..., 3:]
    behind = _backdrop(rng) * (1 - rng.uniform(0, 0.55) * _shadow(alpha[..., 0], rng))[..., None]
    grain = rng.normal(0, rng.uniform(0, 2.5), behind.shape)
    rgb = np.clip(255 * (rgba[..., :3] * alpha + behind * (1 - alpha)) + grain, 0, 255).astype(np.uint8)
    return StudioPicture(category, _compressed(rgb, int(rng.integers(75, 96))), alpha[..., 0] > 0.5)


def _backdrop(rng: np.random.Generator) -> Float32Array:
    """(HEIGHT, WIDTH, 3) in [0, 1]: grey or a pale colour, unevenly lit."""
    grey, colour = np.full(3, rng.uniform(0.45, 1.0)), 0.45 + 0.5 * rng.uniform(0.3, 1.0, 3)
    y, x = np.linspace(-1, 1, HEIGHT)[:, None], np.linspace(-1, 1, WIDTH)
    slant = rng.uniform(-0.12, 0.12) * y + rng.uniform(-0.08, 0.08) * x
    light = 1 + slant - rng.uniform(0, 0.1) * (x**2 + y**2)
    return np.asarray(np.clip((grey if rng.random() < 0.6 else colour) * light[..., None], 0, 1), np.float32)


def _shadow(alpha: Float32Array, rng: np.random.Generator) -> Float32Array:
    """(HEIGHT, WIDTH) in [0, 1]: the outline laid flat about its foot, and a dark rim where it stands."""
    foot = int(np.flatnonzero((alpha > 0.5).any(1))[-1])
    flat, lean = rng.uniform(0.08, 0.35), rng.uniform(-1.2, 1.2)
    lain = _laid(alpha, flat, lean * flat, foot + rng.uniform(-4, 8))
    cast = cv2.GaussianBlur(lain, (0, 0), float(np.exp(rng.uniform(np.log(2), np.log(16)))))
    rim = cv2.GaussianBlur(_laid(alpha, 0.06, 0.0, foot + 2), (0, 0), 3)
    return np.asarray(np.clip(cast / max(float(cast.max()), 1e-3) + 0.5 * rim, 0, 1), np.float32)


def _laid(alpha: Float32Array, flat: float, lean: float, foot: float) -> Float32Array:
    """A mask made `flat` times as high above its foot, and leaning."""
    matrix = np.array([[1, -lean, lean * foot], [0, flat, foot * (1 - flat)]], np.float32)
    return np.asarray(cv2.warpAffine(alpha, matrix, (WIDTH, HEIGHT)), np.float32)


def _compressed(rgb: UInt8Array, quality: int) -> UInt8Array:
    _, data = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
