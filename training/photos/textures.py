"""Random paint: what walls, meadows, floors and prints look like from far enough away."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core import object_net

Float32Array = NDArray[np.float32]
UInt8Array = NDArray[np.uint8]

SIDE = object_net.SIDE
"""Pixels of a made photo and of its textures: what the network is shown."""

BANK = 3000
"""Textures that are drawn once; parts of them, turned and tinted, are new ones for next to nothing."""

_SEED = 2019
_FINEST = 64


def colour(rng: np.random.Generator) -> Float32Array:
    """(3,) in [0, 255]: greys as often as not, pale ones oftener than loud ones."""
    if rng.random() < 0.4:
        return np.asarray(np.clip(rng.uniform(0, 255) + rng.normal(0, 12, 3), 0, 255), np.float32)
    hsv = np.array([[[rng.uniform(0, 180), 255 * rng.beta(1.3, 2.2), 255 * rng.uniform(0.1, 1)]]], np.uint8)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0], np.float32)


def clouds(
    rng: np.random.Generator,
    size: tuple[int, int] = (SIDE, SIDE),
    coarsest: int | None = None,
    roughness: float | None = None,
) -> Float32Array:
    """(h, w) noise of mean 0 and deviation 1, summed up over octaves, longer one way than the other."""
    cells = int(rng.choice([1, 2, 3, 6])) if coarsest is None else coarsest
    fading = rng.uniform(0.3, 1.0) if roughness is None else roughness
    longer = float(np.exp(rng.normal(0, 0.5)))
    total, share = np.zeros(size, np.float32), 1.0
    while cells <= _FINEST:
        wanted = np.maximum(1, np.array([cells * longer, cells / longer], int)) + 1
        grid = tuple(np.minimum(size, wanted).tolist())
        noise = rng.standard_normal(grid).astype(np.float32)
        total += share * cv2.resize(noise, size[::-1], interpolation=cv2.INTER_CUBIC)
        share, cells = share * fading, 2 * cells
    total -= total.mean()
    return np.asarray(total / (total.std() + 1e-6), np.float32)


def texture(rng: np.random.Generator) -> UInt8Array:
    """(SIDE, SIDE, 3): a slope, clouds, tiles or patches in a few colours."""
    kind = rng.choice(4, p=[0.2, 0.5, 0.15, 0.15])
    if kind == 0:
        return _coloured(rng.uniform(0, 2.5) * slope(rng, (SIDE, SIDE)) / 2, rng)
    if kind == 1:
        return _coloured(rng.uniform(0.3, 1.2) * clouds(rng), rng)
    if kind == 2:
        return _coloured(_tiles(rng) + rng.uniform(0, 0.4) * clouds(rng), rng)
    return _coloured(np.round(rng.uniform(0.7, 2) * clouds(rng, coarsest=2)) + 0.2 * clouds(rng), rng)


def slope(rng: np.random.Generator, size: tuple[int, int]) -> Float32Array:
    """(h, w) from -1.4 to 1.4, rising evenly in a random direction."""
    turn = rng.uniform(0, 2 * np.pi)
    y, x = np.linspace(-1, 1, size[0])[:, None], np.linspace(-1, 1, size[1])
    return np.asarray(x * np.cos(turn) + y * np.sin(turn), np.float32)


def _coloured(values: NDArray[np.floating], rng: np.random.Generator) -> UInt8Array:
    """Values of deviation 1 in a row of colours, lighter where they are large."""
    n = int(rng.integers(2, 5))
    row = np.clip(colour(rng) + rng.normal(0, rng.choice([10, 25, 60, 120]), (n, 3)), 0, 255)
    if rng.random() < 0.25:
        row = np.stack([colour(rng) for _ in range(n)])
    at = np.clip((values + 2) / 4, 0, 0.9999) * (n - 1)
    low = at.astype(int)
    part = (at - low)[..., None]
    mixed = row[low] * (1 - part) + row[np.minimum(low + 1, n - 1)] * part
    return as_bytes(mixed + rng.uniform(0, 18) * values[..., None])


def _tiles(rng: np.random.Generator) -> Float32Array:
    """(SIDE, SIDE): bricks, boards or stripes at any angle, each a little different, with gaps."""
    turn, width = rng.uniform(0, np.pi), rng.uniform(6, 40)
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    u = (x * np.cos(turn) + y * np.sin(turn)) / width
    v = (y * np.cos(turn) - x * np.sin(turn)) / (width * rng.uniform(0.4, 3))
    column = np.floor(u).astype(int)
    v = v + 0.5 * (column % 2) * (rng.random() < 0.5)
    row = np.floor(v).astype(int)
    if rng.random() < 0.3:
        return np.asarray(np.where(u - column < 0.5, 1.0, -1.0) * rng.uniform(0.3, 1.2), np.float32)
    each = rng.uniform(0, 0.6) * rng.normal(0, 1, (64, 64))[column % 64, row % 64]
    gap = rng.uniform(0.02, 0.15)
    is_gap = (u - column < gap) | (v - row < gap)
    return np.asarray(each + is_gap * rng.choice([-1, 1]) * rng.uniform(0.5, 2), np.float32)


@lru_cache(1)
def bank() -> UInt8Array:
    """(BANK, SIDE, SIDE, 3), always the same."""
    rng = np.random.default_rng(_SEED)
    return np.stack([texture(rng) for _ in range(BANK)])


def drawn(rng: np.random.Generator) -> Float32Array:
    """(SIDE, SIDE, 3) in [0, 255]: one of the bank, or a part of it enlarged, turned and tinted."""
    image = bank()[int(rng.integers(BANK))]
    if rng.random() < 0.3:
        side = int(rng.integers(24, SIDE))
        y, x = rng.integers(0, SIDE - side + 1, 2)
        image = cv2.resize(image[y : y + side, x : x + side], (SIDE, SIDE))
    image = image[:: rng.choice([1, -1]), :: rng.choice([1, -1])]
    image = image.transpose(1, 0, 2) if rng.random() < 0.3 else image
    image = image[..., rng.permutation(3)] if rng.random() < 0.2 else image
    values = np.ascontiguousarray(image, np.float32)
    if rng.random() < 0.5:
        values = np.clip((values - 128) * np.exp(rng.normal(0, 0.3)) + 128 + rng.normal(0, 30), 0, 255)
    return np.asarray(values, np.float32)


def as_bytes(values: NDArray[np.floating]) -> UInt8Array:
    """Values cut to [0, 255], as uint8."""
    return np.asarray(np.clip(values, 0, 255), np.uint8)
