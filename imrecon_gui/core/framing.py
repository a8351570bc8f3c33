"""From an RGBA picture of any size to the numbers the network reads.

Everything here works on straight alpha outside and on premultiplied alpha inside: colours beneath
transparent pixels are arbitrary (often black) and would bleed into the edge if they were averaged.
The same code frames the pictures of training and of use, so the network never sees two framings.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.types import INPUT_FILL, INPUT_SIZE, Float32Array, UInt8Array

OPAQUE = 127
"""Alpha above which a pixel belongs to the object."""

SPECK_FRACTION = 0.005
"""Separate pieces smaller than this share of the largest one do not count for the framing."""

MAX_SUPERSAMPLING = 16
"""Source pixels per output pixel, along one axis, up to which the averaging is exact."""

CHANNELS = {"rgba": 4, "rgb": 3, "gray": 1}
"""Channels of each kind of network input."""

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601

Box = tuple[int, int, int, int]


class Window(NamedTuple):
    """The square of a picture that the network sees, in pixels from the picture's upper left corner.

    Attributes:
        x: Of its middle, to the right.
        y: Of its middle, down.
        side: Of the square.
    """

    x: float
    y: float
    side: float


def object_box(alpha: UInt8Array) -> Box:
    """Bounding box of what is opaque, specks aside.

    Args:
        alpha: (h, w) uint8.

    Returns:
        (left, top, right, bottom) in pixels; right and bottom are exclusive.

    Raises:
        ImageError: If no pixel is opaque.
    """
    import cv2

    mask = cv2.compare(alpha, OPAQUE, cv2.CMP_GT)
    left, top, width, height = cv2.boundingRect(mask)
    if width == 0:
        raise ImageError("The picture is entirely transparent.", "Choose a picture that shows an object.")
    part = mask[top : top + height, left : left + width]
    _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8, ltype=cv2.CV_16U)
    pieces = stats[1:]
    areas = pieces[:, cv2.CC_STAT_AREA]
    kept = pieces[areas >= SPECK_FRACTION * areas.max()]
    low = kept[:, :2].min(axis=0) + np.array([left, top])
    high = (kept[:, :2] + kept[:, 2:4]).max(axis=0) + np.array([left, top])
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def frame(rgba: UInt8Array, fill: float = INPUT_FILL) -> UInt8Array:
    """Centre and scale the object of an RGBA picture as the network expects it.

    The box of the object is mapped exactly (to a fraction of a pixel) onto the middle of the output,
    its longest side `fill` of the output's. Shrinking averages over the source pixels' area,
    enlarging interpolates linearly.

    Args:
        rgba: (h, w, 4) uint8, straight alpha, any size.
        fill: In (0, 1]; the networks are trained with INPUT_FILL.

    Returns:
        (128, 128, 4) uint8, straight alpha.

    Raises:
        ImageError: If no pixel is opaque.
        ValueError: If the array is not (h, w, 4) uint8.
    """
    return framed(rgba, fill)[0]


def framed(rgba: UInt8Array, fill: float = INPUT_FILL) -> tuple[UInt8Array, Window]:
    """As `frame`, and which window of the picture became the output.

    Returns:
        (128, 128, 4) uint8, straight alpha, and its window.
    """
    import cv2

    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8:
        raise ValueError(f"an (h, w, 4) uint8 array is expected, not {rgba.shape} {rgba.dtype}")
    rgba = np.ascontiguousarray(rgba)
    left, top, right, bottom = object_box(rgba[..., 3])
    window, (x0, y0) = _crop(rgba, (left, top, right, bottom), fill)
    source_side = max(right - left, bottom - top) / fill
    seen = Window((left + right) / 2, (top + bottom) / 2, source_side)
    samples = min(max(1, math.ceil(source_side / INPUT_SIZE)), MAX_SUPERSAMPLING)
    size = INPUT_SIZE * samples
    matrix = _placement((left + right) / 2 - x0, (top + bottom) / 2 - y0, source_side / size, size)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(premultiply(window), matrix, (size, size), flags=flags)
    if samples > 1:
        warped = cv2.resize(warped, (INPUT_SIZE, INPUT_SIZE), interpolation=cv2.INTER_AREA)
    return unpremultiply(warped), seen


def _crop(rgba: UInt8Array, box: Box, fill: float) -> tuple[UInt8Array, tuple[int, int]]:
    """The part of the picture that reaches the output, and its corner: less to premultiply."""
    left, top, right, bottom = box
    margin = math.ceil(max(right - left, bottom - top) * (1 / fill - 1) / 2) + 2
    x0, y0 = max(0, left - margin), max(0, top - margin)
    return rgba[y0 : bottom + margin, x0 : right + margin], (x0, y0)


def _placement(x: float, y: float, step: float, size: int) -> NDArray[np.float64]:
    """(2, 3) map from output pixel indices to source indices; (x, y) goes to the middle.

    OpenCV's indices name the centres of pixels, edges lie half a pixel away: hence the halves.
    """
    offset = (0.5 - size / 2) * step - 0.5
    return np.array([[step, 0.0, x + offset], [0.0, step, y + offset]])


def premultiply(rgba: UInt8Array) -> UInt8Array:
    """Multiply the colours by alpha: (h, w, 4) uint8 -> (h, w, 4) uint8."""
    import cv2

    alpha = rgba[..., 3]
    spread = cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)])
    return np.asarray(cv2.multiply(rgba, spread, scale=1 / 255), np.uint8)


def unpremultiply(rgba: UInt8Array) -> UInt8Array:
    """Divide the colours by alpha: (h, w, 4) uint8 -> (h, w, 4) uint8; black where alpha is 0."""
    import cv2

    alpha = rgba[..., 3]
    # OpenCV rounds, saturates, and gives 0 for a division by 0
    colours = cv2.divide(rgba, cv2.merge([alpha, alpha, alpha, alpha]), scale=255)
    colours[..., 3] = alpha
    return np.asarray(colours, np.uint8)


def network_input(rgba: UInt8Array, kind: str) -> Float32Array:
    """The tensor of a framed picture, or of a batch of them.

    Args:
        rgba: (..., h, w, 4) uint8, straight alpha; (h, w) is (128, 128) for the networks.
        kind: "rgba", the colours on white and the mask; "rgb", without the mask; "gray", the
            luminance (ITU-R BT.601) on white.

    Returns:
        (..., c, h, w) float32 in [0, 1], c of `CHANNELS`.

    Raises:
        ValueError: If the kind is unknown or the array is not (..., h, w, 4) uint8.
    """
    if kind not in CHANNELS:
        raise ValueError(f"unknown kind of network input: {kind!r}; known are {', '.join(CHANNELS)}")
    if rgba.ndim < 3 or rgba.shape[-1] != 4 or rgba.dtype != np.uint8:
        raise ValueError(f"a (..., h, w, 4) uint8 array is expected, not {rgba.shape} {rgba.dtype}")
    values = rgba.astype(np.float32) / np.float32(255)
    alpha = values[..., 3:]
    on_white = values[..., :3] * alpha + (1 - alpha)
    if kind == "gray":
        on_white = (on_white @ _LUMA)[..., None]
    if kind == "rgba":
        on_white = np.concatenate([on_white, alpha], axis=-1)
    return np.ascontiguousarray(np.moveaxis(np.clip(on_white, 0, 1), -1, -3))
