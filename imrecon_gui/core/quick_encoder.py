"""A picture encoder that answers two to three times faster on a processor, and learns no more.

Its convolutions keep their weights as oneDNN wants them (`core.onednn`), and multiply in bfloat16 where the
processor does, as they did when the network learned. The norms after them stay what they are: as part of the
convolutions' weights they would be rounded otherwise than then, and networks can be very sure of what an
empty background looks like to the last digit.
"""

from __future__ import annotations

from copy import deepcopy

import torch
from torch import Tensor, nn

from imrecon_gui.core import onednn
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.rough import HALF, halves_are_fast


def answer_quickly(model: ReconModel) -> None:
    """Give a network that will only be asked, neither taught nor saved, a quick encoder if it can be."""
    if onednn.is_there():
        model.encoder = QuickEncoder(model.encoder, HALF if halves_are_fast() else torch.float32)


class QuickEncoder(nn.Module):
    """An encoder and its quick twin for the processor, which is made when it is first asked.

    Attributes:
        exact: The encoder as it learned; it answers on a graphics card.
    """

    def __init__(self, exact: nn.Module, kind: torch.dtype) -> None:
        """`kind` is the type that the twin's convolutions multiply."""
        super().__init__()
        self.exact = exact
        self._kind = kind
        self._twins: list[nn.Module] = []  # in a list: it has no weights of its own to move or to keep

    def forward(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """See `ReconModel.encode`."""
        network = self._twin() if images.device.type == "cpu" else self.exact
        encoding: Encoding = network(images, category)
        return encoding

    def _twin(self) -> nn.Module:
        if not self._twins:
            shared = {id(one): one for one in (*self.exact.parameters(), *self.exact.buffers())}
            twin = deepcopy(self.exact, shared)
            _quicken(twin, self._kind)
            self._twins.append(twin)
        return self._twins[0]


def _quicken(network: nn.Module, kind: torch.dtype) -> None:
    """Put `onednn.Convolution` in place of each convolution."""
    for name, part in list(network.named_children()):
        if isinstance(part, nn.Conv2d):
            setattr(network, name, onednn.Convolution(part, kind))
        else:
            _quicken(part, kind)
