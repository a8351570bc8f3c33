"""A second opinion from the mirror image: most objects are their own mirror images, and pictures never are.

The mirrored picture shows the mirrored object. What the network makes of it, mirrored back, is another guess
of the same object, whose errors differ; the mean of both logits is a better guess than either. Which
categories gain by it is measured when a model is calibrated (a mug's handle is on one side: mugs do not).
"""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

Decode = Callable[[Tensor], Tensor]


def mirrored(points: Tensor) -> Tensor:
    """Points (..., 3) mirrored in the plane x = 0."""
    return points * points.new_tensor([-1.0, 1.0, 1.0])


def mirrored_picture(images: Tensor) -> Tensor:
    """Network inputs (..., h, w) with left and right exchanged."""
    return images.flip(-1)


def with_mirror(own: Decode, twin: Decode) -> Decode:
    """The mean of a picture's field and of its mirror image's, mirrored back."""

    def ask(points: Tensor) -> Tensor:
        return (own(points) + twin(mirrored(points))) / 2

    return ask
