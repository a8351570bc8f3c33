"""Batches from a store: what `training.dataset` draws shape by shape, for a whole batch at once."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from imrecon_gui.core.constants import constant
from imrecon_gui.core.viewpoint import AZIMUTH, ROLL, SCALE, X
from training.dataset import GUESS_ERRORS, Batch, turns
from training.mirroring import ACROSS_WIDTH
from training.rays import RAYS
from training.recipe import ImageStageConfig
from training.resident.faults import spoilt
from training.resident.noise import Noise
from training.resident.questions import points, rays
from training.resident.store import NO_AXIS, Store


class Feed:
    """Draws batches for networks that are shown colours and mask, with viewpoints and rays."""

    def __init__(self, store: Store, config: ImageStageConfig, categories: Sequence[str]) -> None:
        """What batches are like: `config`'s batch, points, augmentation, and which categories come twice.

        Args:
            store: May still grow.
            config: Of the stage that learns from the batches.
            categories: Names, in the order of the class numbers.
        """
        self._store, self._batch, self._points = store, config.batch, config.points
        self._augmentation = config.augmentation
        self._noise = Noise(store.counts.device)
        self._turns = torch.from_numpy(turns(categories, config.twice)).to(store.counts.device)

    @torch.no_grad()
    def draw(self) -> Batch:
        """The next batch; see `training.dataset.Batch`."""
        store = self._store
        category, place = store.draw(self._batch, self._turns)
        images, viewpoint = self._pictures(place)
        asked, labels = points(store, place, self._points)
        ways, depths = rays(store, place, viewpoint, RAYS)
        axis = store.axes[category]
        near = viewpoint + constant(tuple(GUESS_ERRORS.tolist()), viewpoint) * torch.randn_like(viewpoint)
        nothing = images.new_zeros(self._batch, 0)
        batch = Batch(images, nothing, category, asked, labels, viewpoint, near, ways, depths)
        return mirrored(batch, axis, (torch.rand(self._batch, device=axis.device) >= 0.5) & (axis != NO_AXIS))

    def _pictures(self, place: Tensor) -> tuple[Tensor, Tensor]:
        """Network inputs (b, 4, 128, 128) and their viewpoints (b, 7)."""
        pictures, viewpoints = self._store.arrays["pictures"], self._store.arrays["viewpoints"]
        view = torch.randint(pictures.shape[1], (self._batch,), device=place.device)
        found = pictures[place, view].permute(0, 3, 1, 2).float() / 255
        viewpoint = viewpoints[place, view]
        if self._augmentation > 0:
            found, warp = spoilt(found, self._augmentation, self._noise)
            viewpoint = warped(viewpoint, warp)
        alpha = found[:, 3:]
        return torch.cat([found[:, :3] * alpha + (1 - alpha), alpha], 1), viewpoint


def warped(viewpoints: Tensor, warp: Tensor) -> Tensor:
    """Viewpoints (b, 7) of moved pictures, see `imrecon_gui.core.viewpoint.warped`."""
    scaled = viewpoints[:, SCALE:] * warp[:, :1]
    shifted = scaled[:, X - SCALE :] + warp[:, 1:]
    return torch.cat([viewpoints[:, :SCALE], scaled[:, : X - SCALE], shifted], 1)


def mirrored(batch: Batch, axis: Tensor, chosen: Tensor) -> Batch:
    """A batch with some rows (b,) bool mirrored along their axes (b,); see `training.mirroring`."""
    side = (torch.arange(3, device=axis.device) == axis[:, None]) & chosen[:, None]
    rows, own, near = chosen[:, None, None], batch.viewpoint, batch.near_viewpoint
    left_right = constant((-1.0, 1.0), batch.rays)
    return batch._replace(
        images=torch.where(rows[..., None], batch.images.flip(-1), batch.images),
        points=torch.where(side[:, None], -batch.points, batch.points),
        viewpoint=torch.where(chosen[:, None], _turned(own, axis), own),
        near_viewpoint=torch.where(chosen[:, None], _turned(near, axis), near),
        rays=torch.where(rows, batch.rays * left_right, batch.rays),
    )


def _turned(viewpoint: Tensor, axis: Tensor) -> Tensor:
    """Where mirrored pictures were taken from (b, 7)."""
    azimuth = (torch.where(axis == ACROSS_WIDTH, 0.0, 180.0) - viewpoint[:, AZIMUTH]) % 360
    signs = constant(tuple(-1.0 if i in (ROLL, X) else 1.0 for i in range(7)), viewpoint)
    return torch.cat([azimuth[:, None], (viewpoint * signs)[:, AZIMUTH + 1 :]], 1)
