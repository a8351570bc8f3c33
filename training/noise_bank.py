"""Noise for augmentation, drawn once and then cut from at random places: far cheaper than drawing anew."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

Float32Array = NDArray[np.float32]
_SIDE = 512
_SEED = 2019


def grain(rng: np.random.Generator, size: tuple[int, int]) -> Float32Array:
    """(h, w, 3) float32 sensor noise of standard deviation 1: half luminance, half colour."""
    return _window(_grain(), rng, size)


def patches(rng: np.random.Generator, size: tuple[int, int]) -> Float32Array:
    """(h, w) float32 smooth noise of standard deviation 1, features about a quarter of 128 pixels."""
    return _window(_smooth(14.0), rng, size)


def wobble(rng: np.random.Generator, size: tuple[int, int]) -> Float32Array:
    """(h, w) float32 noise of standard deviation 1, features of a few pixels."""
    return _window(_smooth(2.5), rng, size)


def _window(bank: Float32Array, rng: np.random.Generator, size: tuple[int, int]) -> Float32Array:
    top, left = (int(rng.integers(0, _SIDE - side + 1)) for side in size)
    return np.ascontiguousarray(bank[top : top + size[0], left : left + size[1]])


@lru_cache(1)
def _grain() -> Float32Array:
    rng = np.random.default_rng(_SEED)
    colour = rng.standard_normal((_SIDE, _SIDE, 3), np.float32)
    grey = rng.standard_normal((_SIDE, _SIDE, 1), np.float32)
    return np.asarray((colour + grey) / np.float32(np.sqrt(2)))


@lru_cache(4)
def _smooth(sigma: float) -> Float32Array:
    rng = np.random.default_rng([_SEED, int(sigma * 10)])
    field = cv2.GaussianBlur(rng.standard_normal((_SIDE, _SIDE), np.float32), (0, 0), sigma)
    return np.asarray((field - field.mean()) / field.std(), np.float32)


def sheets() -> tuple[Float32Array, Float32Array, Float32Array]:
    """All that is cut from: grain (s, s, 3), and the sheets (s, s) of patches and of wobble."""
    return _grain(), _smooth(14.0), _smooth(2.5)
