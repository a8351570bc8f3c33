"""A cut-out in the network's framing, but finer than the network sees it: for people to look at."""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.framing import framed, premultiply, unpremultiply
from imrecon_gui.core.types import PreparedImage, UInt8Array

CLOSEUP_SIZE = 640


def closeup(image: PreparedImage, size: int = CLOSEUP_SIZE) -> UInt8Array:
    """The square of the cut-out that became the network input, with more pixels.

    Args:
        image: The picture and its cut-out.
        size: Pixels along each side.

    Returns:
        (size, size, 4) uint8 RGBA, straight alpha; transparent beyond the picture's edges.

    Raises:
        ImageError: If no pixel of the cut-out is opaque.
    """
    import cv2

    window = framed(image.cutout, image.fill)[1]
    step = window.side / size
    offset = (1 - size) / 2 * step - 0.5  # OpenCV's indices name the centres of pixels
    matrix = np.array([[step, 0.0, window.x + offset], [0.0, step, window.y + offset]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return unpremultiply(cv2.warpAffine(premultiply(image.cutout), matrix, (size, size), flags=flags))
