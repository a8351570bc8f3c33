"""The paper's two stages as Lightning modules (Chen & Zhang 2019, section 3.3).

Stage "shape" trains an autoencoder of shapes; its decoder is the product's. Stage "image" trains the picture
encoder to regress the autoencoder's codes with the decoder frozen; a recipe may add the occupancy loss
through the decoder, and may let the decoder learn on.
"""

from __future__ import annotations

import math
from typing import Any

import lightning as L
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.model import ModelConfig, ReconModel
from training.autoencoder import ShapeEncoder
from training.dataset import Batch
from training.haze import hazed
from training.rays import layer_loss
from training.recipe import ImageStageConfig, Recipe, ShapeStageConfig, StageConfig
from training.small_maps import hasten
from training.viewpoints import guessed, viewpoint_loss

CLIP_NORM = 1.0


class Stage(L.LightningModule):
    """What both stages share: Adam with warm-up and cosine decay, and validation by IoU."""

    def __init__(self, config: StageConfig) -> None:
        super().__init__()
        self.config = config
        self._scores: list[Tensor] = []

    def fields(self, batch: Batch) -> Tensor:
        """Occupancy logits (b, n) of a batch."""
        raise TypeError(f"{type(self).__name__} defines no fields")

    def groups(self) -> list[dict[str, Any]]:
        """Parameter groups of the optimiser."""
        raise TypeError(f"{type(self).__name__} defines no parameter groups")

    def configure_optimizers(self) -> Any:
        """Adam, with the learning rate a function of the step alone."""
        optimiser = torch.optim.AdamW(self.groups(), weight_decay=self.config.weight_decay, fused=True)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, self._factor)
        return {"optimizer": optimiser, "lr_scheduler": {"scheduler": schedule, "interval": "step"}}

    def on_before_optimizer_step(self, optimizer: torch.optim.Optimizer) -> None:
        """Clip gradients here: Lightning does not where the optimiser is a fused one."""
        nn.utils.clip_grad_norm_(self.parameters(), CLIP_NORM)

    def _factor(self, step: int) -> float:
        return rate_factor(step, self.config.steps, self.config.last_rate)

    def on_validation_epoch_start(self) -> None:
        """Forget the last validation's scores."""
        self._scores = []

    def validation_step(self, batch: Batch, index: int) -> None:
        """Collect each held-out shape's IoU at the threshold of one half."""
        self._scores.append(iou(self.fields(batch).float() > 0, batch.labels > 0.5))

    @property
    def validation_iou(self) -> float:
        """Mean IoU of the last validation's shapes."""
        return float(torch.cat(self._scores).mean()) if self._scores else float("nan")

    def reconstruction_loss(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Squared error of the occupancy (the paper's equation 1), or its cross entropy."""
        if self.config.loss == "mse":
            return F.mse_loss(torch.sigmoid(logits.float()), labels)
        return F.binary_cross_entropy_with_logits(logits.float(), labels)


class ShapeStage(Stage):
    """Stage one: voxels -> z -> occupancy."""

    config: ShapeStageConfig

    def __init__(self, model: ModelConfig, config: ShapeStageConfig) -> None:
        super().__init__(config)
        self.encoder = ShapeEncoder(model.z_dim, model.z_sigmoid)
        self.decoder = ReconModel(model).decoder

    def fields(self, batch: Batch) -> Tensor:
        """Reconstruct each shape's own voxels."""
        logits: Tensor = self.decoder(self.encoder(batch.voxels), batch.points)
        return logits

    def training_step(self, batch: Batch, index: int) -> Tensor:
        """Occupancy loss, and a light pull of codes toward zero so that they stay comparable."""
        z = self.encoder(batch.voxels)
        loss = self.reconstruction_loss(self.decoder(z, batch.points), batch.labels)
        total: Tensor = loss + self.config.z_penalty * z.float().square().mean()
        return total

    def groups(self) -> list[dict[str, Any]]:
        """All weights alike."""
        return [{"params": list(self.parameters()), "lr": self.config.learning_rate}]


class ImageStage(Stage):
    """Stage two: picture -> z, taught by stage one; or, without a teacher, the whole network at once."""

    config: ImageStageConfig

    def __init__(self, model: ModelConfig, config: ImageStageConfig, shape_stage: ShapeStage | None) -> None:
        super().__init__(config)
        # Twice as fast on CPUs; but torch 2.15 crashes there on backward passes of fewer channels than 16.
        self._layout = torch.channels_last if model.encoder_width >= 16 else torch.contiguous_format
        self.model = ReconModel(model).to(memory_format=self._layout)  # type: ignore[call-overload]
        hasten(self.model.encoder)
        self.teacher: nn.Module | None = None
        if shape_stage is not None:
            self.model.decoder.load_state_dict(shape_stage.decoder.state_dict())
            self.teacher = shape_stage.encoder.requires_grad_(False)
        if config.decoder_learning_rate == 0 or config.occupancy_weight == 0:
            self.model.decoder.requires_grad_(False)

    def fields(self, batch: Batch) -> Tensor:
        """Reconstruct from pictures, told the category as the person tells it, but not the viewpoint."""
        return self.model.logits(self._encode(batch), batch.points)

    def _encode(self, batch: Batch) -> Encoding:
        images = batch.images.to(memory_format=self._layout)
        return self.model.encode(images, batch.category)

    def training_step(self, batch: Batch, index: int) -> Tensor:
        """Weighted sum of the losses of the code, the occupancy, the category and the viewpoint."""
        encoding, config = self._encode(batch._replace(images=hazed(batch.images))), self.config
        loss = encoding.z.new_zeros((), dtype=torch.float32)
        if self.teacher is not None and config.z_weight > 0:
            with torch.no_grad():
                target = self.teacher(batch.voxels).float()
            loss = loss + config.z_weight * F.mse_loss(encoding.z.float(), target)
        if config.occupancy_weight > 0:
            logits = self.model.logits(encoding, batch.points, guessed(encoding.sight, batch))
            loss = loss + config.occupancy_weight * self.reconstruction_loss(logits, batch.labels)
        if encoding.category_logits is not None:
            odds = encoding.category_logits.float()
            loss = loss + config.category_weight * F.cross_entropy(odds, batch.category)
        if encoding.sight is not None:
            sight, truth = encoding.sight, batch.viewpoint
            views = viewpoint_loss(sight, truth, batch.points, config.azimuth_weight)
            loss = loss + config.viewpoint_weight * views
            if config.layer_weight > 0:
                depths = layer_loss(encoding.sight.maps[-1], batch.rays, batch.layers)
                loss = loss + config.layer_weight * depths
        return loss

    def groups(self) -> list[dict[str, Any]]:
        """The encoder, and the decoder where it may learn on."""
        groups = [{"params": list(self.model.encoder.parameters()), "lr": self.config.learning_rate}]
        if self.config.decoder_learning_rate > 0:
            decoder = list(self.model.decoder.parameters())
            groups.append({"params": decoder, "lr": self.config.decoder_learning_rate})
        return groups


def rate_factor(step: int, steps: int, last: float) -> float:
    """The learning rate over its peak: warm-up, then half a cosine down to `last`."""
    warm_up = max(1, min(200, steps // 20))
    if step < warm_up:
        return (step + 1) / warm_up
    part = min(1.0, (step - warm_up) / max(1, steps - warm_up))
    return last + (1 - last) * (0.5 + 0.5 * math.cos(math.pi * part))


def weights_of(recipe: Recipe, model: ModelConfig) -> dict[str, int]:
    """How many weights each stage has, by its name; none is made for that."""
    with torch.device("meta"):
        shape = ShapeStage(model, recipe.shape) if recipe.shape.steps else None
        stages = {"shape": shape, "image": ImageStage(model, recipe.image, shape)}
    return {name: sum(p.numel() for p in stage.parameters()) for name, stage in stages.items() if stage}


def iou(predicted: Tensor, truth: Tensor) -> Tensor:
    """Intersection over union along the last axis: (b, n) bool twice -> (b,) float32; 1 if both are empty."""
    both = (predicted & truth).sum(-1).float()
    either = (predicted | truth).sum(-1).float()
    return torch.where(either > 0, both / either.clamp(min=1), torch.ones_like(either))
