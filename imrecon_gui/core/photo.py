"""The colours of a cut-out at places of the network input, clean up to and beyond the object's rim."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.framing import OPAQUE, Window, framed
from imrecon_gui.core.types import INPUT_SIZE, Float32Array, PreparedImage, UInt8Array

RIM = 1.0
"""Pixels of the network input next to the object's outline whose colours are not trusted."""

REACH = 2.5
"""Pixels of the network input beyond the outline within which a place may still be the object: predicted
cameras and meshes are off by about so much."""

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture that can be asked for colours.

    Attributes:
        layers: (h, w, 4) float32: red, green, blue from 0 to 255, and the trust in them from 0 to 1.
        window: Which square of the picture is the network input.
    """

    layers: Float32Array
    window: Window

    def sample(self, picture: Float32Array) -> tuple[Float32Array, Float32Array]:
        """Colours and trust at places of the network input, bilinearly.

        Args:
            picture: (n, 2) right and up, from -1 to 1 over the network input.

        Returns:
            (n, 3) float32 colours, 0 to 255, and (n,) float32 trust, 0 to 1: 0 outside the picture.
        """
        from scipy.ndimage import map_coordinates

        places = to_pixels(self.window, picture)[:, ::-1].T
        colours = [map_coordinates(self.layers[..., i], places, order=1, mode="nearest") for i in range(3)]
        trust = map_coordinates(self.layers[..., 3], places, order=1, mode="constant")
        return np.stack(colours, axis=1), trust

    def mean(self) -> Float32Array:
        """The object's mean colour, (3,) float32."""
        return np.asarray(self.layers[self.layers[..., 3] == 1, :3].mean(axis=0), np.float32)


def to_pixels(window: Window, picture: Float32Array) -> Float32Array:
    """Places (n, 2) of the network input as columns and rows of the cut-out; pixel centres are whole."""
    middle = np.array([window.x, window.y], np.float32) - 0.5
    return np.asarray(middle + picture * (window.side / 2 * np.array([1, -1], np.float32)), np.float32)


def photo(image: PreparedImage, spacing: float = 0.0) -> Photo:
    """Make a picture ready to be asked.

    Args:
        image: The picture and its cut-out.
        spacing: Distance of the places that will be asked, in half network inputs; detail finer than that is
            blurred, so that it does not turn into noise.
    """
    import cv2

    window = framed(image.cutout, image.fill)[1]
    unit = window.side / INPUT_SIZE
    mask = image.cutout[..., 3] > OPAQUE
    colours = _spread(image.cutout[..., :3], _trusted(mask, RIM * unit)).astype(np.float32)
    sigma = spacing * window.side / 2 * 0.4
    if sigma > 0.4:
        colours = cv2.GaussianBlur(colours, (0, 0), sigma)
    beyond = cv2.distanceTransform(np.uint8(~mask), cv2.DIST_L2, 5)
    trust = np.clip(1 - beyond / (REACH * unit), 0, 1)
    return Photo(np.dstack([colours, trust]).astype(np.float32), window)


def _trusted(mask: BoolArray, rim: float) -> BoolArray:
    """The mask less its rim, and the middle lines of what is too thin to have an inside."""
    import cv2

    depth = cv2.distanceTransform(np.pad(mask, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
    ridge = depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))
    return np.asarray(mask & (ridge | (depth > rim)))


def _spread(rgb: UInt8Array, trusted: BoolArray) -> UInt8Array:
    """The picture (h, w, 3) with the nearest trusted pixel's colour wherever a pixel is not trusted."""
    from scipy.ndimage import distance_transform_edt

    rows, columns = distance_transform_edt(~trusted, return_distances=False, return_indices=True)
    return np.asarray(rgb[rows, columns])
