"""Every way of storing pixels, turned into 8-bit L, RGB or RGBA.

Pillow's own conversion clips 16-bit and floating-point values at 255; here they are scaled.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.types import UInt8Array

_DEEP = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_PLAIN = ("L", "RGB", "RGBA")


def to_8_bit(picture: Image.Image) -> Image.Image:
    """Convert any Pillow image to mode L, RGB or RGBA; RGBA exactly if it carries transparency."""
    if picture.mode in _DEEP:
        return Image.fromarray(scale_to_8_bit(np.asarray(picture)))
    if picture.has_transparency_data:
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    return picture if picture.mode in _PLAIN else picture.convert("RGB")


def from_array(values: NDArray[Any]) -> Image.Image:
    """A Pillow image of an array.

    Args:
        values: (h, w), (h, w, 1), (h, w, 2), (h, w, 3) or (h, w, 4): grey, grey and alpha, RGB or
            RGBA; bool, integers, or floats in [0, 1] (see `scale_to_8_bit`).

    Raises:
        ImageError: If the shape or the type is not one of these.
    """
    channels = values.shape[2] if values.ndim == 3 else 1
    if values.ndim not in (2, 3) or channels not in (1, 2, 3, 4):
        raise ImageError(
            f"An array of shape {values.shape} is not a picture.", "Give (h, w), (h, w, 3) or (h, w, 4)."
        )
    if 0 in values.shape:
        raise ImageError("The picture has no pixels.", "Choose another picture.")
    if values.dtype.kind not in "buif":
        raise ImageError(f"An array of {values.dtype} is not a picture.", "Give unsigned 8-bit integers.")
    pixels = np.ascontiguousarray(scale_to_8_bit(values))
    return Image.fromarray(pixels[..., 0] if pixels.ndim == 3 and channels == 1 else pixels)


def scale_to_8_bit(values: NDArray[Any]) -> UInt8Array:
    """Scale by the full range of the type, or, where the type does not tell, by that of the values.

    8-bit values stay as they are and 16-bit ones are divided by 257. Wider integers and floats do not
    tell their range: [0, 1] (floats), [0, 255] and [0, 65535] are taken if the values fit, else the
    values' own minimum and maximum become 0 and 255.

    Args:
        values: any shape; bool, integers or floats. Values that are not finite count as 0.

    Returns:
        The same shape, uint8.
    """
    if values.dtype == np.uint8:
        return np.asarray(values, np.uint8)
    if values.dtype == np.bool_:
        return values.astype(np.uint8) * np.uint8(255)
    wide = np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = _range(values.dtype, wide)
    scaled = (wide - low) * (255.0 / (high - low))
    return np.asarray(np.clip(np.rint(scaled), 0, 255), np.uint8)


def _range(dtype: np.dtype[Any], values: NDArray[np.float64]) -> tuple[float, float]:
    """The values that become black and white."""
    if dtype == np.uint16:
        return 0.0, 65535.0
    low, high = float(values.min()), float(values.max())
    limits = (1.0, 255.0, 65535.0) if dtype.kind == "f" else (255.0, 65535.0)
    for limit in limits:
        if low >= 0.0 and high <= limit:
            return 0.0, limit
    return low, max(high, low + 1e-12)
