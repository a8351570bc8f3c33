"""The whole network: a picture encoder and an implicit decoder that share a latent code."""

from __future__ import annotations

from torch import Tensor, nn

from imrecon_gui.core.config import ARCHITECTURES, ModelConfig
from imrecon_gui.core.decoder import Decoder
from imrecon_gui.core.encoder import Encoding, build_encoder

__all__ = ["ARCHITECTURES", "Encoding", "ModelConfig", "ReconModel"]


class ReconModel(nn.Module):
    """One picture in, an occupancy field out.

    Attributes:
        config: What the network was built from.
        encoder: Picture -> latent code.
        decoder: (latent code, points) -> occupancy logits.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = build_encoder(config)
        self.decoder = Decoder(config)

    def encode(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """Latent codes of pictures.

        Args:
            images: (b, c, 128, 128) float32 network inputs of `config.input_kind`, in [0, 1].
            category: (b,) int64 indices into `config.categories`, or None to let the network decide.
                Networks that are not conditioned on the category ignore it.
        """
        encoding: Encoding = self.encoder(images, category)
        return encoding

    def logits(self, z: Tensor, points: Tensor) -> Tensor:
        """Occupancy logits (b, n) at points (b, n, 3) of the shapes z (b, z_dim)."""
        logits: Tensor = self.decoder(z, points)
        return logits

    def forward(
        self, images: Tensor, points: Tensor, category: Tensor | None = None
    ) -> tuple[Tensor, Encoding]:
        """Logits (b, n) at points (b, n, 3), and the encoding they came from."""
        encoding = self.encode(images, category)
        return self.logits(encoding.z, points), encoding
