"""A picture of a block for the tests of reading."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image

RED, BLUE, GREEN = (200, 30, 40), (30, 60, 190), (20, 140, 60)


def scene(height: int = 96, width: int = 128) -> np.ndarray:
    """(h, w, 3): on white, left of the middle, a block of red with parts of blue and of green."""
    rgb = np.full((height, width, 3), 255, np.uint8)
    rgb[20:80, 24:84] = RED
    rgb[60:80, 24:84] = BLUE
    rgb[20:60, 64:84] = GREEN
    return rgb


def scene_rgba() -> np.ndarray:
    """(96, 128, 4): the scene with its white transparent, and black beneath."""
    rgb = scene()
    block = (rgb != 255).any(axis=2)
    return np.dstack([np.where(block[..., None], rgb, 0), block * 255]).astype(np.uint8)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
