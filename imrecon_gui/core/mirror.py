"""A second opinion from the mirror image: most objects are their own mirror images, and pictures never are.

The mirrored picture shows the mirrored object. What the network makes of it, mirrored back, is another guess
of the same object, whose errors differ; the mean of both logits is a better guess than either. Which
categories gain by it is measured when a model is calibrated (a mug's handle is on one side: mugs do not).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from imrecon_gui.core.constants import constant

if TYPE_CHECKING:
    from imrecon_gui.core.config import ModelConfig
    from imrecon_gui.core.encoder import Encoding
    from imrecon_gui.core.model import ReconModel

HESITANT, SURE = 5.0, 6.0
"""Logits up to which the mirror image counts in full, and from which on it is not asked."""

Decode = Callable[[Tensor], Tensor]


def mirrored(points: Tensor) -> Tensor:
    """Points (..., 3) mirrored in the plane x = 0."""
    return points * constant((-1.0, 1.0, 1.0), points)


def mirrored_picture(images: Tensor) -> Tensor:
    """Network inputs (..., h, w) with left and right exchanged."""
    return images.flip(-1)


def encodings(
    model: ReconModel, config: ModelConfig, pixels: Tensor, category: Tensor | None = None
) -> list[Encoding]:
    """A picture's own encoding, and its mirror image's where the category asks for a second opinion.

    Both are seen in one pass, which takes three quarters of two; the mirror image once more in the rare case
    that it is taken for something else.

    Args:
        model: The network, in evaluation mode.
        config: Its description, which names the mirrored categories.
        pixels: (1, c, h, w) network input.
        category: (1,) int64 index of the category if it is told; the network's choice else.
    """
    if not config.mirrored:
        return [model.encode(pixels, category)]
    twin = mirrored_picture(pixels)
    both = model.encode(torch.cat([pixels, twin]), None if category is None else category.expand(2))
    seen = _seen(both) if category is None else category.expand(2)
    if seen is None or config.categories[int(seen[0])] not in config.mirrored:
        return [both.one(0)]
    if seen[1] != seen[0]:
        return [both.one(0), model.encode(twin, seen[:1])]
    return [both.one(0), both.one(1)]


def _seen(encoding: Encoding) -> Tensor | None:
    """The likeliest category of each picture, (b,), where the network names any."""
    odds = encoding.category_logits
    return None if odds is None else odds.argmax(1)


def mean_field(fields: Sequence[Decode]) -> Decode:
    """The field to be asked: a picture's own, or its mean with its mirror image's; one or two fields."""
    return fields[0] if len(fields) == 1 else second_opinion(fields[0], fields[1])


def second_opinion(own: Decode, twin: Decode) -> Decode:
    """The mean of a picture's field and of its mirror image's, asked where the first hesitates.

    Where a picture's own answer is far beyond any surface's, the mirror image's would not turn it, and is
    spared; on the way there it counts less and less, so that the field has no step.
    """

    def ask(points: Tensor) -> Tensor:
        value = own(points)
        weight = ((SURE - value.abs()) / (SURE - HESITANT)).clamp_(0.0, 1.0)
        at = weight.nonzero().squeeze(-1)
        if not len(at):
            return value
        change = (twin(mirrored(points[at])) - value[at]) * weight[at] / 2
        return value.index_add(0, at, change)

    return ask


def with_mirror(own: Decode, twin: Decode) -> Decode:
    """The mean of a field and of another one, mirrored."""

    def ask(points: Tensor) -> Tensor:
        return (own(points) + twin(mirrored(points))) / 2

    return ask
