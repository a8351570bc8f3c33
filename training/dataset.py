"""Batches of made data, each a function of (seed, step) alone, so that a run resumes at the exact step."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.image import network_input
from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.core.viewpoint import warped
from training.augment import augmented
from training.mirroring import mirror_axis, mirrored
from training.rays import RAYS, ray_layers
from training.shards import FORMAT_VERSION, QUANTUM

# Errors of a good guess of the viewpoint, in the order of its fields: what the decoder must bear.
_NOTHING = np.zeros(0, np.float32)
GUESS_ERRORS = np.array([4.0, 2.5, 1.0, 0.06, 0.025, 0.015, 0.015])


class Batch(NamedTuple):
    """One step's data.

    Attributes:
        images: (b, c, 128, 128) float32 network input; (b, 0) where the stage has no pictures.
        voxels: (b, 1, 32, 32, 32) float32, occupied share of each cell of 32^3; (b, 0) where nobody
            asks for them.
        category: (b,) int64.
        points: (b, n, 3) float32 in object space.
        labels: (b, n) float32, 1 inside.
        viewpoint: (b, 7) float32, where the pictures were taken from; (b, 0) without pictures. See
            `imrecon_gui.core.viewpoint`.
        near_viewpoint: (b, 7) float32, the same with errors such as a good guess has.
        rays: (b, r, 2) float32, where some rays through the object pass the picture.
        layers: (b, r, 3) float32, depths along them, see `training.rays`.
    """

    images: Tensor
    voxels: Tensor
    category: Tensor
    points: Tensor
    labels: Tensor
    viewpoint: Tensor
    near_viewpoint: Tensor
    rays: Tensor
    layers: Tensor


@dataclass(frozen=True)
class Draw:
    """What a stage draws from each shape.

    Attributes:
        pictures: Whether a picture is drawn.
        input_kind: Of the network input, see `imrecon_gui.core.image.network_input`.
        points: Points of each shape.
        resolution: 16, 32 or 64: the grid whose cells are asked; 0 asks 64^3 cells and free
            points, half each.
        augmentation: Strength in [0, 1] of picture augmentation.
        voxels: Whether the coarse voxels are wanted.
        rays: Whether rays are followed.
        mirrored: Whether every second shape is shown as its mirror image, where its category allows.
    """

    pictures: bool
    input_kind: str
    points: int
    resolution: int
    augmentation: float
    voxels: bool = False
    rays: bool = False
    mirrored: bool = False


class Arrays(Protocol):
    """A shard's arrays by name, each (shapes, ...)."""

    def __getitem__(self, name: str, /) -> Any: ...


class Shards:
    """The shards of one set of a data folder, mapped into memory.

    Attributes:
        categories: Names, in the order of the class numbers.
    """

    def __init__(self, folder: Path, categories: Sequence[str], held: bool) -> None:
        """Map all whole shards.

        Raises:
            TrainingError: A category has no shard, or a shard is of another format.
        """
        self.categories = tuple(categories)
        self._folder, self._held = folder, held
        pattern = "held" if held else "train"
        self._shards = [[_open(p) for p in sorted(folder.glob(f"{c}-{pattern}-*"))] for c in categories]
        for name, shards in zip(categories, self._shards, strict=True):
            if not shards:
                raise TrainingError(
                    f"There is no training data for “{name}” in {folder}.",
                    "Run `python -m training data` first.",
                )

        self._ends = [np.cumsum([len(s["voxels64"]) for s in shards]) for shards in self._shards]
        self._axes: dict[int, int | None] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to a worker by name: pickled maps would arrive as copies of all the data."""
        return Shards, (self._folder, self.categories, self._held)

    def know_viewpoints(self) -> bool:
        """Whether it is known of all pictures where they were taken from."""
        return not any(np.isnan(s["viewpoints"][0]).any() for shards in self._shards for s in shards)

    def count(self, category: int) -> int:
        """Number of shapes of a category."""
        return int(self._ends[category][-1])

    def shards(self, category: int) -> list[dict[str, Any]]:
        """The arrays of each of a category's shards."""
        return self._shards[category]

    def locate(self, category: int, shape: int) -> tuple[dict[str, Any], int]:
        """The arrays of the shard that holds a shape, and the shape's row."""
        ends = self._ends[category]
        shard = int(np.searchsorted(ends, shape, side="right"))
        return self._shards[category][shard], shape - (int(ends[shard - 1]) if shard else 0)

    def mirror_axis(self, category: int) -> int | None:
        """Along which a category's shapes may be mirrored, by those of its first shard."""
        if category not in self._axes:
            self._axes[category] = mirror_axis(unpacked(self._shards[category][0]["voxels64"]))
        return self._axes[category]


def _open(folder: Path) -> dict[str, Any]:
    record = json.loads((folder / "shard.json").read_text(encoding="utf-8"))
    if record["format_version"] != FORMAT_VERSION:
        raise TrainingError(
            f"The data in {folder} is of another version.", "Delete the folder and make the data again."
        )
    return {path.stem: np.load(path, mmap_mode="r") for path in sorted(folder.glob("*.npy"))}


class Batches(Dataset[Batch]):
    """Item `step` is the whole batch of that step: shapes and views at random.

    Categories come in equal shares, but for those seen `twice` as often.
    """

    def __init__(
        self,
        shards: Shards,
        draw: Draw,
        batch_size: int,
        steps: int,
        seed: int,
        twice: Sequence[str] = (),
    ) -> None:
        self._shards, self._draw, self._batch_size = shards, draw, batch_size
        self._steps, self._seed = steps, seed
        self._turns = turns(shards.categories, twice)

    def __len__(self) -> int:
        return self._steps

    def __getitem__(self, step: int) -> Batch:
        rng = np.random.default_rng([self._seed, step])
        k = len(self._turns)
        categories = self._turns[(np.arange(self._batch_size) + rng.integers(k)) % k]
        picks = [int(rng.integers(self._shards.count(int(c)))) for c in categories]
        return collate(
            [item(self._shards, int(c), i, self._draw, rng) for c, i in zip(categories, picks, strict=True)]
        )


def turns(categories: Sequence[str], twice: Sequence[str]) -> NDArray[np.int64]:
    """Class numbers as they take turns: each once, and those seen `twice` as often again."""
    return np.array([*range(len(categories)), *(i for i, name in enumerate(categories) if name in twice)])


class Item(NamedTuple):
    """One shape's row of a `Batch`."""

    image: NDArray[np.float32]
    voxels: NDArray[np.float32]
    category: NDArray[np.int64]
    points: NDArray[np.float32]
    labels: NDArray[np.float32]
    viewpoint: NDArray[np.float32]
    near_viewpoint: NDArray[np.float32]
    rays: NDArray[np.float32]
    layers: NDArray[np.float32]


class Source(Protocol):
    """Shapes to be asked for one by one: `Shards`, or `training.tars.reading.Tars`.

    Attributes:
        categories: Names, in the order of the class numbers.
    """

    categories: tuple[str, ...]

    def know_viewpoints(self) -> bool:
        """Whether it is known of all pictures where they were taken from."""

    def count(self, category: int) -> int:
        """Number of shapes of a category."""

    def locate(self, category: int, shape: int) -> tuple[Arrays, int]:
        """The arrays that hold a shape, and the shape's row."""

    def mirror_axis(self, category: int) -> int | None:
        """Along which a category's shapes may be mirrored."""


def item(source: Source, category: int, shape: int, draw: Draw, rng: np.random.Generator) -> Item:
    """One shape's picture, voxels, category, points, labels and viewpoints."""
    axis = source.mirror_axis(category) if draw.mirrored else None
    return drawn(*source.locate(category, shape), category, axis, draw, rng)


def drawn(
    arrays: Arrays, row: int, category: int, axis: int | None, draw: Draw, rng: np.random.Generator
) -> Item:
    """An item of a shape's row in arrays; `axis` is the one to mirror every second along, if any."""
    image = viewpoint = near = _NOTHING
    if draw.pictures:
        image, viewpoint = _picture(arrays, row, draw, rng)
        near = viewpoint + (GUESS_ERRORS * rng.standard_normal(len(viewpoint))).astype(np.float32)
    voxels64 = unpacked(arrays["voxels64"][row : row + 1])[0]
    points, labels = _questions(arrays, row, voxels64, draw, rng)
    share = _share(voxels64) if draw.voxels else _NOTHING
    rays = _rays(arrays, row, voxels64, viewpoint, rng) if draw.rays else (_NOTHING, _NOTHING)
    number = np.int64(category)
    row_of_it = Item(image, share, number, points, labels, viewpoint, near, *rays)  # type: ignore[arg-type]
    return row_of_it if axis is None or rng.random() < 0.5 else mirrored(row_of_it, axis)


def unpacked(bits: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A shard's packed voxels (n, ...) -> (n, 64, 64, 64)."""
    return np.unpackbits(bits.reshape(len(bits), -1), axis=1).reshape(-1, 64, 64, 64)


def collate(items: Sequence[Item]) -> Batch:
    """Stack items into tensors."""
    return Batch(*(torch.from_numpy(np.stack(column)) for column in zip(*items, strict=True)))


def _picture(
    arrays: Arrays, row: int, draw: Draw, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A network input of one of a shape's views, and its viewpoint."""
    view = rng.integers(arrays["pictures"].shape[1])
    picture, viewpoint = np.array(arrays["pictures"][row, view]), np.array(arrays["viewpoints"][row, view])
    if draw.augmentation > 0:
        picture, warp = augmented(picture, rng, draw.augmentation)
        viewpoint = warped(viewpoint, *warp)
    return network_input(picture, draw.input_kind), viewpoint


def _share(voxels64: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Occupied share (1, 32, 32, 32) of coarse cells."""
    return np.asarray(voxels64.reshape(32, 2, 32, 2, 32, 2).mean((1, 3, 5), dtype=np.float32)[None])


def _rays(
    arrays: Arrays,
    row: int,
    voxels64: NDArray[np.uint8],
    viewpoint: NDArray[np.float32],
    rng: np.random.Generator,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rays through points near the surface, and their layers."""
    points, labels = _near(arrays, row, voxels64, RAYS, rng)
    return ray_layers(voxels64, viewpoint, points, labels > 0)


def _questions(
    arrays: Arrays, row: int, voxels64: NDArray[np.uint8], draw: Draw, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Points (n, 3) and labels (n,) by the draw's resolution."""
    n = draw.points
    if draw.resolution == 16:
        coarse = voxels64.reshape(16, 4, 16, 4, 16, 4).mean((1, 3, 5)) >= 0.5
        cells = rng.integers(0, 16, (n, 3))
        return _centres(cells, 16), coarse[tuple(cells.T)].astype(np.float32)
    if draw.resolution == 32:
        voxels32 = np.unpackbits(arrays["voxels32"][row]).reshape(32, 32, 32)
        return _cells(arrays["cells32"][row], voxels32, n, rng)
    if draw.resolution == 64:
        return _cells(arrays["cells64"][row], voxels64, n, rng)
    return _near(arrays, row, voxels64, n, rng)


def _near(
    arrays: Arrays, row: int, voxels64: NDArray[np.uint8], n: int, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Points near the surface, one half middles of cells, and their labels."""
    points, labels = _cells(arrays["cells64"][row], voxels64, n - n // 2, rng)
    free, free_labels = _free(arrays, row, n // 2, rng)
    return np.concatenate([points, free]), np.concatenate([labels, free_labels])


def _cells(
    cells: NDArray[np.uint8], voxels: NDArray[np.uint8], n: int, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    chosen = np.asarray(cells[rng.integers(0, len(cells), n)])
    return _centres(chosen, len(voxels)), voxels[tuple(chosen.T)].astype(np.float32)


def _centres(cells: NDArray[Any], resolution: int) -> NDArray[np.float32]:
    step = 2 * FIELD_BOUND / resolution
    return ((cells.astype(np.float32) + 0.5) * step - FIELD_BOUND).astype(np.float32)


def _free(
    arrays: Arrays, row: int, n: int, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    points = arrays["points"][row]
    chosen = rng.integers(0, len(points), n)
    labels = np.unpackbits(arrays["labels"][row])
    return (points[chosen] * QUANTUM).astype(np.float32), labels[chosen].astype(np.float32)
