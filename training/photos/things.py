"""What stands in made photos: rendered pictures repainted, and shapes that are nothing at all.

Rendered objects are matt and of few colours; real ones carry prints, stickers, windows and highlights. So
they are recoloured, patched and lit at random, and every fourth thing is a random shape: what is learned is
where something ends, not what made objects look like.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from training.photos.textures import Float32Array, UInt8Array, clouds, colour, drawn, slope

SHAPELESS_SHARE = 0.25
_BLOB_SIDE = 96
_ROUND = 40
_LEAST_PIXELS, _TRIES = 60, 200

Float64Array = NDArray[np.float64]

Pictures = Sequence[UInt8Array]
"""Arrays (n, s, s, 4) uint8 RGBA, mapped or read."""


def rendered(rng: np.random.Generator, pictures: Pictures) -> UInt8Array:
    """(h, w, 4): the picture of a random shape, cut to its box, as often as not turned left to right.

    Raises:
        TrainingError: There is nothing in them.
    """
    for _ in range(_TRIES):
        shard = pictures[int(rng.integers(len(pictures)))]
        picture = np.array(shard[int(rng.integers(len(shard)))])
        rows, columns = np.nonzero(picture[..., 3] > 127)
        if len(rows) >= _LEAST_PIXELS:
            box = picture[_reach(rows), _reach(columns)]
            return np.ascontiguousarray(box[:, :: rng.choice([1, -1])])
    raise TrainingError("The pictures of these shapes show nothing.", "Make the data anew.")


def _reach(places: NDArray[np.intp]) -> slice:
    """From the first to the last, and one more on either side."""
    return slice(max(0, int(places.min()) - 1), int(places.max()) + 2)


def thing(rng: np.random.Generator, pictures: Pictures) -> UInt8Array:
    """(h, w, 4) uint8 RGBA, straight alpha: what a photo is of."""
    if rng.random() < SHAPELESS_SHARE:
        return blob(rng)
    found = repainted(rendered(rng, pictures), rng)
    return decorated(found, rng) if rng.random() < 0.7 else found


def repainted(picture: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Other hues, perhaps a texture under the same light, darker or lighter."""
    rgb = np.ascontiguousarray(picture[..., :3])
    if rng.random() < 0.5:
        hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV).astype(np.int32)
        hsv[..., 0] = (hsv[..., 0] + int(rng.integers(180))) % 180
        hsv[..., 1] = np.clip(hsv[..., 1] * rng.uniform(0, 1.6) + rng.choice([0, 0, 40]), 0, 255)
        rgb = np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)
    values = rgb.astype(np.float32)
    if rng.random() < 0.3:
        share, light = rng.uniform(0.2, 0.8), np.clip(values.mean(-1, keepdims=True) / 128, 0.3, 1.6)
        values = values * (1 - share) + _fitted(drawn(rng), picture) * light * share
    toned = (values / 255) ** np.exp(rng.normal(0, 0.3)) * 255 * np.exp(rng.normal(0, 0.15))
    return _with_alpha(toned, picture)


def decorated(picture: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Boxes and ellipses of other paint, and highlights."""
    rgb = picture[..., :3].astype(np.float32)
    light = np.clip(rgb.mean(-1, keepdims=True) / 150, 0.3, 1.5)
    for _ in range(int(rng.choice([0, 1, 2, 4]))):
        paint = _fitted(drawn(rng), picture) if rng.random() < 0.4 else colour(rng)
        share = rng.uniform(0.4, 1) * _spot(picture.shape[:2], rng)[..., None]
        rgb = rgb * (1 - share) + (paint * light if rng.random() < 0.7 else paint) * share
    if rng.random() < 0.4:
        shine = clouds(rng, picture.shape[:2], int(rng.choice([2, 3, 5])))
        rgb += np.clip(shine - rng.uniform(0.8, 1.6), 0, 1)[..., None] * rng.uniform(60, 220)
    return _with_alpha(rgb, picture)


def blob(rng: np.random.Generator) -> UInt8Array:
    """(96, 96, 4): polygons and round shapes that overlap, each painted and lit from a side."""
    size = (_BLOB_SIDE, _BLOB_SIDE)
    rgb, alpha = np.zeros((*size, 3), np.float32), np.zeros(size, np.uint8)
    for _ in range(int(rng.choice([1, 1, 2, 3, 5]))):
        part = np.asarray(cv2.fillPoly(np.zeros(size, np.uint8), [_outline(rng)], 255), np.uint8) > 0
        paint = _fitted(drawn(rng), rgb) if rng.random() < 0.5 else np.broadcast_to(colour(rng), rgb.shape)
        lit = paint * (1 + rng.uniform(0, 0.7) * slope(rng, size))[..., None]
        rgb[part], alpha[part] = lit[part], 255
    return _with_alpha(rgb, np.dstack([np.zeros_like(rgb), alpha]))


def _outline(rng: np.random.Generator) -> NDArray[np.int32]:
    """(n, 2) int32 pixels: a polygon of three to six corners, or a wavy round shape, turned and drawn out."""
    corners = int(rng.choice([3, 4, 5, 6, _ROUND]))
    turns, radius = _wavy(rng) if corners == _ROUND else _cornered(corners, rng)
    long, turn = np.exp(rng.normal(0, 0.5)), rng.uniform(0, 2 * np.pi)
    x, y = radius * np.cos(turns) * long, radius * np.sin(turns) / long
    centre = rng.uniform(0.3, 0.7, 2) * _BLOB_SIDE
    across, down = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    return np.asarray(np.stack([across, down], 1) + centre, np.int32)


def _cornered(corners: int, rng: np.random.Generator) -> tuple[Float64Array, Float64Array]:
    """Where corners lie about a middle: angles and distances, (n,) each."""
    turns = np.sort(rng.uniform(0, 2 * np.pi, corners))
    return turns, _radius(rng) * rng.uniform(0.7, 1.3, corners)


def _wavy(rng: np.random.Generator) -> tuple[Float64Array, Float64Array]:
    """The same of a round shape with five waves along it, the short ones low."""
    turns = np.linspace(0, 2 * np.pi, _ROUND, endpoint=False)
    distances = np.full(_ROUND, _radius(rng))
    for n in range(1, 6):
        distances *= 1 + rng.normal(0, 0.22 / n) * np.cos(n * turns + rng.uniform(0, 2 * np.pi))
    return turns, distances


def _radius(rng: np.random.Generator) -> float:
    return float(rng.uniform(0.12, 0.42) * _BLOB_SIDE)


def _spot(size: tuple[int, int], rng: np.random.Generator) -> Float32Array:
    """(h, w) in [0, 1]: a box or an ellipse somewhere in a picture, at any angle."""
    mask, extent = np.zeros(size, np.uint8), np.array(size[::-1])
    centre, sides = rng.uniform(0, 1, 2) * extent, rng.uniform(0.08, 0.6, 2) * extent
    box = (centre.tolist(), sides.tolist(), rng.uniform(0, 180))
    if rng.random() < 0.5:
        cv2.fillPoly(mask, [np.asarray(cv2.boxPoints(box), np.int32)], 255)
    else:
        cv2.ellipse(mask, box, 255, -1)
    return np.asarray(mask / np.float32(255), np.float32)


def _fitted(texture: Float32Array, picture: NDArray[np.generic]) -> Float32Array:
    """A texture in a picture's size."""
    return np.asarray(cv2.resize(texture, (picture.shape[1], picture.shape[0])), np.float32)


def _with_alpha(rgb: NDArray[np.generic], picture: NDArray[np.generic]) -> UInt8Array:
    return np.dstack([np.clip(rgb, 0, 255), picture[..., 3]]).astype(np.uint8)
