"""Ask a decoder at many points: in pieces that fit memory and leave room to stop in time.

Where there is a rough twin of the decoder, it is asked first, and the exact one only where the rough answer
is so near the level that its sign is in doubt.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import DeviceError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.lift import Lift, lifted
from imrecon_gui.core.overlap import Cut
from imrecon_gui.core.types import Float32Array

if TYPE_CHECKING:
    import torch

SMALLEST_CHUNK = 512
FIRST_CHUNK = 1024
CHUNK_SECONDS = 0.05
"""Time one piece should take: half of what a job may wait for its `check`."""

PROBES = 1024
"""Points at which both twins are asked to learn how much they differ: those nearest the surface, since errors
grow with the values, far off harmlessly."""

DOUBT = 5.0
"""Values within so many times the largest difference found are asked again."""

FUTILE = 0.25
"""Share of doubtful points from which on the exact decoder alone costs less on the next finer grid.

Twice as many are in doubt there, and asking one roughly costs about half of asking it exactly. Few points say
little: those that are asked to follow the surface all lie near it.
"""

LARGEST_VALUE = 1e9
"""Values are held to this magnitude, so that sums and products of a few of them stay finite."""

SURELY_OUTSIDE = -20.0
"""A logit below any surface's."""

Decode: TypeAlias = "Callable[[torch.Tensor], torch.Tensor]"

Within: TypeAlias = "Callable[[Float32Array], NDArray[np.bool_]]"
"""From points (n, 3) to whether the object can be there at all, (n,); elsewhere nobody is asked."""


class PointEvaluator:
    """A decoder that is asked in pieces of a suitable size.

    Attributes:
        level: The logit of the surface; None until it is known.
        lift: What is added to all logits, if anything; see `core.lift`.
        n_done: Points asked so far.
        n_invalid: How many of them were answered with NaN or infinity; those count as outside.
        n_expected: Points asked in the end, as far as one knows; for progress only.
    """

    def __init__(
        self,
        decode: Decode,
        level: float | None,
        chunk: int,
        device: str | torch.device,
        job: Job = NULL_JOB,
        rough: Decode | None = None,
        within: Within | None = None,
    ) -> None:
        self._exact, self._rough, self._device, self._job = decode, rough, device, job
        self._within = within
        self._doubt: float | None = None
        self.level = level
        self.lift: Lift | None = None
        self._largest = max(chunk, SMALLEST_CHUNK)
        self._chunk = min(self._largest, FIRST_CHUNK)
        self.n_done = self.n_invalid = self.n_expected = 0

    @property
    def surface(self) -> float:
        """The level, once it is known."""
        assert self.level is not None
        return self.level

    def __call__(self, points: Float32Array) -> Float32Array:
        """Values (m,) float32, all finite, at points (m, 3) float32 in object space.

        Raises:
            DeviceError: Memory runs out even for the smallest piece.
            Cancelled: If the job says so.
        """
        if self._within is None:
            return self._asked(points)
        asked = np.flatnonzero(self._within(points))
        values = np.full(len(points), SURELY_OUTSIDE, np.float32)
        values[asked] = self._asked(points[asked])
        return values

    def settle(self, cut: Cut, points: Float32Array, values: Float32Array) -> Float32Array:
        """Take over where the surface is; what the values (m,) at points (m, 3) asked before are then."""
        import torch

        self.level, self.lift = float(np.float32(cut.level)), cut.lift
        asked = np.flatnonzero(values > SURELY_OUTSIDE)
        if cut.lift is not None:
            values = values + cut.lift(torch.from_numpy(points)).numpy()
        values[asked] = self.mended(points[asked], values[asked])
        return values

    def _asked(self, points: Float32Array) -> Float32Array:
        """The network's values at points (m, 3), wherever they lie."""
        values = self._in_pieces(self._rough or self._exact, points, self._count)
        self.n_invalid += int(np.count_nonzero(~np.isfinite(values)))
        values = self._finite(values)
        return values if self.level is None else self.mended(points, values)

    def mended(self, points: Float32Array, values: Float32Array) -> Float32Array:
        """The same values with the exact decoder's wherever the side of the level is in doubt."""
        if self._rough is None or not len(points):
            return values
        if self._doubt is None:
            self._doubt = self._difference(points, values)
        doubtful = np.flatnonzero(np.abs(values - self.surface) <= self._doubt)
        values[doubtful] = self._asked_again(points[doubtful])
        if len(points) >= PROBES and len(doubtful) > FUTILE * len(points):
            self._rough = None  # finer grids lie nearer the surface still
        return values

    def _difference(self, points: Float32Array, values: Float32Array) -> float:
        """DOUBT times the largest difference of the twins at the points nearest the surface."""
        n = min(PROBES, len(points))
        some = np.argpartition(np.abs(values - self.surface), n - 1)[:n]
        return DOUBT * float(np.abs(self._asked_again(points[some]) - values[some]).max())

    def _asked_again(self, points: Float32Array) -> Float32Array:
        """The exact decoder's values, finite; they do not count as further points."""
        return self._finite(self._in_pieces(self._exact, points, lambda _: None))

    def _in_pieces(self, decode: Decode, points: Float32Array, count: Callable[[int], None]) -> Float32Array:
        """Values as the decoder gives them; `count` is told of every piece."""
        values = np.empty(len(points), np.float32)
        done = 0
        while done < len(points):
            self._job.check()
            piece = points[done : done + self._chunk]
            answer = self._ask(decode, piece)
            if answer is None:
                self._halve()
                continue
            values[done : done + len(piece)] = answer
            done += len(piece)
            count(len(piece))
        return values

    def _ask(self, decode: Decode, points: Float32Array) -> Float32Array | None:
        """Values of one piece, or None if memory ran out."""
        import torch

        start = time.perf_counter()
        try:
            with torch.inference_mode():
                asked = torch.from_numpy(points).to(self._device)
                answer = lifted(decode, self.lift)(asked).float().cpu().numpy()
        except RuntimeError as error:
            if not out_of_memory(error):
                raise
            return None
        self._adapt(time.perf_counter() - start, len(points))
        return np.asarray(answer, np.float32).reshape(len(points))

    def _adapt(self, seconds: float, n_points: int) -> None:
        """Let the next piece take about CHUNK_SECONDS, changing its size at most fourfold at once."""
        if n_points < self._chunk:
            return  # a last, short piece says little
        factor = min(max(CHUNK_SECONDS / max(seconds, 1e-6), 0.25), 4.0)
        self._chunk = min(max(int(n_points * factor), SMALLEST_CHUNK), self._largest)

    def _halve(self) -> None:
        self._largest = self._chunk = self._chunk // 2
        if self._chunk < SMALLEST_CHUNK:
            raise DeviceError(
                "The device ran out of memory while the shape was computed.",
                "Close other programs that use it, or choose the CPU.",
            )
        _free_cached_memory()

    def _count(self, n_points: int) -> None:
        self.n_done += n_points
        self.n_expected = max(self.n_expected, self.n_done)
        self._job.report("field", self.n_done, self.n_expected)

    def _finite(self, values: Float32Array) -> Float32Array:
        values[~np.isfinite(values)] = SURELY_OUTSIDE if self.level is None else self.level - 1.0
        return np.clip(values, -LARGEST_VALUE, LARGEST_VALUE, out=values)


def out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch, on any device, means that memory ran out."""
    import torch

    words = str(error).lower()
    return (
        isinstance(error, torch.OutOfMemoryError)
        or "out of memory" in words
        or "can't allocate memory" in words
    )


def _free_cached_memory() -> None:
    import torch

    if torch.cuda.is_initialized():
        torch.cuda.empty_cache()
