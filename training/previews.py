"""What a run makes of a few held-out shapes by now: a picture of input, reconstruction and truth, row by row.

It is drawn after each validation, while the network is still as it was asked there; nothing that is learned
hangs on it, and nothing that goes wrong with it ends a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightning as L
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.metrics import iou
from imrecon_gui.core.types import UInt8Array
from imrecon_gui.core.viewpoint import Viewpoint
from training import ranks
from training.clay import drawn, surface
from training.dataset import Batch, Draw, Source, collate, item, unpacked
from training.events import Events
from training.sampling import cell_centres
from training.stages import Stage

FOLDER = "previews"
SHAPES, CELLS, CELL_PX = 4, 32, 160
POINTS_AT_ONCE = 8192
_UNKNOWN = Viewpoint(35, 18, 0, 0.3, 1.1).array()
_BLUR, _TRUTH_LEVEL = 1.0, 0.33  # in voxels
_THIN, _ROD = 0.35, 0.6  # where blur leaves less than this of a voxel, it counts so much: rods stay
_COLUMNS = 3


class Previewer(L.Callback):
    """Draws the held-out shapes after each validation, and says where."""

    def __init__(self, events: Events, folder: Path, held: Source, kind: str, steps_before: int) -> None:
        """Choose the shapes.

        Args:
            events: Told of each picture.
            folder: Of the run.
            held: Shapes that no training step sees.
            kind: Of the network input.
            steps_before: Of earlier stages: pictures are numbered through.
        """
        self._events, self._folder, self._before = events, folder / FOLDER, steps_before
        self._held, self._kind = held, kind
        self._shown: Shown | None = None

    def on_validation_end(self, trainer: Any, pl_module: Stage) -> None:
        """Draw, on the first rank."""
        if not ranks.is_first():
            return
        path = self._folder / f"{self._before + trainer.global_step:07d}.png"
        try:
            self._draw(trainer, pl_module, path)
        except Cancelled:
            raise
        except Exception as error:  # whatever it is, the run is worth more
            self._events.say("preview_failed", message=f"{type(error).__name__}: {error}")
            return
        self._events.say("preview", path=str(path))

    def _draw(self, trainer: Any, stage: Stage, path: Path) -> None:
        shown = self._shown = self._shown or Shown.of(self._held, self._kind)
        with torch.inference_mode(), trainer.precision_plugin.forward_context():
            logits = _logits(stage, shown.batch)
        picture = shown.beside(logits)
        path.parent.mkdir(exist_ok=True)
        half = path.with_name(f".{path.name}")
        picture.save(half, format="png")
        half.replace(path)


@dataclass(frozen=True, eq=False)
class Shown:
    """The shapes that are shown, always the same.

    Attributes:
        names: Their categories.
        batch: What the network is asked, at the centres of CELLS^3 cells.
        inside: (s, CELLS, CELLS, CELLS) bool, their truth at those.
        inputs: The pictures.
        truths: Their truth as it looks from where the picture was taken.
    """

    names: tuple[str, ...]
    batch: Batch
    inside: NDArray[np.bool_]
    inputs: tuple[Image.Image, ...]
    truths: tuple[Image.Image | None, ...]

    @classmethod
    def of(cls, held: Source, input_kind: str) -> Shown:
        """Shapes of different categories, where there are so many."""
        picked = picks(held)
        draw = Draw(True, input_kind, 1, 64, 0.0, voxels=True)
        rows = [item(held, c, i, draw, np.random.default_rng([c, i])) for c, i in picked]
        found = [held.locate(c, i) for c, i in picked]
        voxels64 = [unpacked(np.asarray(arrays["voxels64"][row])[None])[0] for arrays, row in found]
        bits = np.stack([np.unpackbits(arrays["voxels32"][row]) for arrays, row in found])
        batch = collate(rows)._replace(points=_grid().expand(len(rows), -1, -1))
        truths = [_view(_softened(v), _TRUTH_LEVEL, r.viewpoint) for v, r in zip(voxels64, rows, strict=True)]
        return cls(
            tuple(held.categories[c] for c, _ in picked),
            batch,
            bits.reshape(-1, CELLS, CELLS, CELLS) > 0,
            tuple(_input(row.image) for row in rows),
            tuple(truths),
        )

    def beside(self, logits: NDArray[np.float32]) -> Image.Image:
        """The sheet, with a network's answer (s, CELLS, CELLS, CELLS) in the middle."""
        sheet = Image.new("RGB", (_COLUMNS * CELL_PX, len(self.names) * CELL_PX), "white")
        for i, name in enumerate(self.names):
            score = iou(logits[i] > 0, self.inside[i])
            made = _view(logits[i], 0.0, self.batch.viewpoint[i].numpy())
            _place(sheet, i, (self.inputs[i], made, self.truths[i]), (name, f"IoU {score:.2f}", "truth"))
        return sheet


def picks(held: Source) -> list[tuple[int, int]]:
    """Class numbers and shapes: categories evenly from first to last, then further shapes of the same."""
    known = len(held.categories)
    chosen = np.linspace(0, known - 1, min(SHAPES, known)).round().astype(int)
    turns = [(int(c), i) for i in range(SHAPES) for c in chosen if i < held.count(int(c))]
    return sorted(turns[:SHAPES])


def _grid() -> torch.Tensor:
    """Centres (CELLS^3, 3) of the cells."""
    along = [torch.from_numpy(cell_centres(CELLS).astype(np.float32))] * 3
    return torch.stack(torch.meshgrid(*along, indexing="ij"), -1).reshape(-1, 3)


def _logits(stage: Stage, batch: Batch) -> NDArray[np.float32]:
    """A network's answer (s, CELLS, CELLS, CELLS), asked in pieces; no number counts as outside."""
    there = Batch(*(column.to(stage.device) for column in batch))
    pieces = there.points.split(POINTS_AT_ONCE, dim=1)
    answers = [stage.fields(there._replace(points=piece)).float().cpu() for piece in pieces]
    logits = torch.nan_to_num(torch.cat(answers, 1), nan=-1.0)
    return np.asarray(logits.numpy(), np.float32).reshape(-1, CELLS, CELLS, CELLS)


def _softened(voxels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Without the steps that voxels would show."""
    from scipy.ndimage import gaussian_filter

    solid = voxels.astype(np.float32)
    soft = gaussian_filter(solid, _BLUR)
    return np.asarray(np.where((voxels > 0) & (soft < _THIN), _ROD, soft), np.float32)


def _view(values: NDArray[np.float32], level: float, viewpoint: NDArray[np.float32]) -> Image.Image | None:
    """The surface of values (n, n, n) as the picture's camera sees it; None where there is none."""
    mesh = surface(values, level)
    if mesh is None:
        return None
    return Image.fromarray(drawn(mesh, viewpoint if np.isfinite(viewpoint).all() else _UNKNOWN, CELL_PX))


def _input(image: NDArray[np.float32]) -> Image.Image:
    """A network input (c, h, w) on white."""
    colours = image[:3] if len(image) >= 3 else np.repeat(image[:1], 3, 0)
    pixels: UInt8Array = np.asarray(np.rint(colours.transpose(1, 2, 0) * 255), np.uint8)
    return Image.fromarray(pixels).resize((CELL_PX, CELL_PX), Image.Resampling.BILINEAR)


def _place(
    sheet: Image.Image, row: int, pictures: tuple[Image.Image | None, ...], captions: tuple[str, ...]
) -> None:
    pen, top = ImageDraw.Draw(sheet), row * CELL_PX
    for column, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        left = column * CELL_PX
        if picture is not None:
            sheet.paste(picture, (left, top))
        pen.text((left + 3, top + 1), caption, fill="black")
