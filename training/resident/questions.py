"""What is asked of a batch's shapes: labelled points, and depths along rays; see `training.dataset`."""

from __future__ import annotations

import torch
from torch import Tensor

from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.core.viewpoint import PERSPECTIVE, SCALE, X, axes
from training.rays import REACH
from training.resident.store import Store
from training.shards import QUANTUM

SIDE = 64
STEP = 2 * FIELD_BOUND / SIDE


def points(store: Store, place: Tensor, n: int) -> tuple[Tensor, Tensor]:
    """Points (b, n, 3) and labels (b, n): one half middles of cells, the other free points near surfaces."""
    cells = drawn_cells(store, place, n - n // 2)
    own = [centres(cells), filled(store.arrays["voxels64"], place, cells)]
    free = free_points(store, place, n // 2)
    return torch.cat([own[0], free[0]], 1), torch.cat([own[1], free[1]], 1).float()


def drawn_cells(store: Store, place: Tensor, n: int) -> Tensor:
    """Indices (b, n, 3) int64 of cells that a shard has drawn, most of them near the surface."""
    cells = store.arrays["cells64"]
    chosen = torch.randint(cells.shape[1], (len(place), n), device=place.device)
    return cells[place[:, None], chosen].long()


def free_points(store: Store, place: Tensor, n: int) -> tuple[Tensor, Tensor]:
    """Points (b, n, 3) that lie anywhere near surfaces, and whether they are inside (b, n)."""
    all_points = store.arrays["points"]
    chosen = torch.randint(all_points.shape[1], (len(place), n), device=place.device)
    found = all_points[place[:, None], chosen].float() * QUANTUM
    return found, bit(store.arrays["labels"], place, chosen)


def centres(cells: Tensor) -> Tensor:
    """Middles (..., 3) float32 of cells."""
    return (cells.float() + 0.5) * STEP - FIELD_BOUND


def filled(voxels: Tensor, place: Tensor, cells: Tensor) -> Tensor:
    """Whether cells (b, ..., 3) are filled: (b, ...) bool."""
    return bit(voxels, place, (cells[..., 0] * SIDE + cells[..., 1]) * SIDE + cells[..., 2])


def bit(packed: Tensor, place: Tensor, index: Tensor) -> Tensor:
    """Bits (b, ...) of rows of packed ones, the first in each byte's highest place, as numpy packs them."""
    rows = place.view(-1, *[1] * (index.ndim - 1))
    return (packed[rows, index >> 3] >> (7 - (index & 7)).to(torch.uint8)) & 1 > 0


def rays(store: Store, place: Tensor, viewpoint: Tensor, n: int) -> tuple[Tensor, Tensor]:
    """Where rays through drawn points pass the picture (b, n, 2), and their layers (b, n, LAYERS).

    See `training.rays.ray_layers`, of which this is the same for a whole batch.
    """
    turn = axes(viewpoint)  # rows right, up, backward
    lens = viewpoint[:, None, PERSPECTIVE, None]
    through, inside = points(store, place, n)
    local = through @ turn.transpose(1, 2)
    across = local[..., :2] / (1 - lens * local[..., 2:])
    flat = across @ turn[:, :2]
    steps = torch.arange(int(2 * REACH / STEP) + 1, device=place.device) * -STEP + REACH
    ways = turn[:, None, 2] - lens * flat  # where one unit of depth leads
    asked = flat[:, :, None] + steps[:, None] * ways[:, :, None]
    cells = ((asked + FIELD_BOUND) / STEP).int().clamp(0, SIDE - 1)  # the outermost cells are empty
    own = (torch.arange(len(steps), device=place.device) - (REACH - local[..., 2:]) / STEP).abs() <= 0.5
    met = filled(store.arrays["voxels64"], place, cells) | (own & (inside[..., None] > 0))
    return across * viewpoint[:, None, SCALE, None] + viewpoint[:, None, X:], layers(met, steps)


def layers(met: Tensor, steps: Tensor) -> Tensor:
    """First entry, first exit and last exit of rays (..., k) bool: (..., LAYERS) depths, NaN where none."""
    k, index = len(steps), torch.arange(len(steps), device=steps.device, dtype=torch.int16)
    entry = torch.where(met, index, k).amin(-1)
    leave = torch.where(~met & (index > entry[..., None]), index, k).amin(-1)
    last = torch.where(met, index, -1).amax(-1) + 1
    found = torch.stack([entry, leave, last], -1).clamp(max=k - 1).long()
    half = (steps[0] - steps[1]) / 2
    return torch.where(met.any(-1)[..., None], steps[found] + half, torch.nan)
