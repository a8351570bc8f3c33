"""The whole network: a picture encoder and an implicit decoder that share a latent code."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor, nn

from imrecon_gui.core.aligned_decoder import AlignedDecoder
from imrecon_gui.core.config import ARCHITECTURES, ModelConfig
from imrecon_gui.core.decoder import Decoder
from imrecon_gui.core.directions import Directions
from imrecon_gui.core.encoder import Encoding, build_encoder

__all__ = ["ARCHITECTURES", "Encoding", "ModelConfig", "ReconModel"]


class ReconModel(nn.Module):
    """One picture in, an occupancy field out.

    Attributes:
        config: What the network was built from.
        encoder: Picture -> latent code.
        decoder: (latent code, points) -> occupancy logits.
        directions: In which the shapes of each category differ most, None if nobody looked.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.directions: Directions | None = None
        self.encoder = build_encoder(config)
        self.decoder: Decoder | AlignedDecoder = (
            AlignedDecoder(config) if config.features else Decoder(config)
        )

    def encode(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """Latent codes of pictures.

        Args:
            images: (b, c, 128, 128) float32 network inputs of `config.input_kind`, in [0, 1].
            category: (b,) int64 indices into `config.categories`, or None to let the network decide.
                Networks that are not conditioned on the category ignore it.
        """
        encoding: Encoding = self.encoder(images, category)
        return encoding

    def logits(self, encoding: Encoding, points: Tensor, viewpoint: Tensor | None = None) -> Tensor:
        """Occupancy logits (b, n) at points (b, n, 3) of the objects in b pictures.

        Args:
            encoding: What `encode` made of the pictures.
            points: (b, n, 3) float32 in object space.
            viewpoint: (b, 7) the true viewpoints where they are known, for aligned networks; those predict
                them otherwise. Others ignore them.
        """
        if isinstance(self.decoder, AlignedDecoder):
            return self.decoder(encoding, points, viewpoint)  # type: ignore[no-any-return]
        return self.decoder(encoding.z, points)  # type: ignore[no-any-return]

    def bind(self, encoding: Encoding) -> Callable[[Tensor], Tensor]:
        """The field of the first picture of an encoding, ready to be asked at many points.

        Returns:
            A function from (n, 3) float32 points in object space to (n,) float32 logits, without gradients.
        """
        if isinstance(self.decoder, AlignedDecoder):
            return self.decoder.bind(encoding)
        return self.decoder.bind(encoding.z[0])

    def forward(
        self, images: Tensor, points: Tensor, category: Tensor | None = None
    ) -> tuple[Tensor, Encoding]:
        """Logits (b, n) at points (b, n, 3), and the encoding they came from."""
        encoding = self.encode(images, category)
        return self.logits(encoding, points), encoding
