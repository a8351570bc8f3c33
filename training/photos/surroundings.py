"""What is behind the object of a made photo: one texture, wall and floor, or many patches."""

from __future__ import annotations

import cv2
import numpy as np

from training.photos.textures import SIDE, Float32Array, UInt8Array, colour, drawn


def surroundings(rng: np.random.Generator) -> Float32Array:
    """(SIDE, SIDE, 3) in [0, 255]."""
    kind = rng.choice(3, p=[0.35, 0.4, 0.25])
    return drawn(rng) if kind == 0 else _room(rng) if kind == 1 else _patchwork(rng)


def _room(rng: np.random.Generator) -> Float32Array:
    """A wall or a sky, a floor seen aslant, sometimes something between them; held a little crooked."""
    image = drawn(rng)
    horizon = int(rng.uniform(0.15, 0.85) * SIDE)
    image[horizon:] = _laid(drawn(rng), horizon, rng)
    if rng.random() < 0.4:
        top = int(horizon * rng.uniform(0.2, 0.9))
        image[:top] = drawn(rng)[:top]
    turn = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), rng.normal(0, 4), 1.1)
    return np.asarray(cv2.warpAffine(image, turn, (SIDE, SIDE), borderMode=cv2.BORDER_REFLECT), np.float32)


def _laid(image: Float32Array, horizon: int, rng: np.random.Generator) -> Float32Array:
    """(SIDE - horizon, SIDE, 3): a texture as a floor that ends at the horizon."""
    height, narrow = SIDE - horizon, rng.uniform(0, 0.45) * SIDE
    corners = np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE]], np.float32)
    near = 0.8 * SIDE
    where = np.array([[narrow, 0], [SIDE - narrow, 0], [SIDE + near, height], [-near, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, where)
    return np.asarray(
        cv2.warpPerspective(image, matrix, (SIDE, height), borderMode=cv2.BORDER_REFLECT), np.float32
    )


def _patchwork(rng: np.random.Generator) -> Float32Array:
    """A texture with boxes and polygons of other paint on it: houses, shelves, people far off."""
    image = drawn(rng)
    for _ in range(int(rng.integers(2, 12))):
        mask = cv2.GaussianBlur(_patch(rng), (0, 0), 0.7)[..., None] / np.float32(255)
        paint = drawn(rng) if rng.random() < 0.5 else colour(rng)
        image = image * (1 - mask) + paint * mask
    return np.asarray(image, np.float32)


def _patch(rng: np.random.Generator) -> UInt8Array:
    """(SIDE, SIDE) uint8, 255 in a box or a polygon."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    if rng.random() < 0.6:
        centre, sides = rng.uniform(-0.1, 1.1, 2) * SIDE, rng.uniform(0.05, 0.6, 2) * SIDE
        corners = cv2.boxPoints((centre.tolist(), sides.tolist(), rng.normal(0, 10)))
    else:
        corners = rng.uniform(-0.2, 1.2, (int(rng.integers(3, 7)), 2)) * SIDE
    return np.asarray(cv2.fillPoly(mask, [np.asarray(corners, np.int32)], 255), np.uint8)
