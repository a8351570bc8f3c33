"""Whether a run will find memory: counted low, so that only what is clearly impossible is refused."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.types import INPUT_SIZE
from training.recipe import Recipe, StageConfig
from training.room import size

PROCESS_BYTES, WORKER_BYTES = 400_000_000, 200_000_000
"""A process that trains, or makes batches, before it has any: torch and Lightning, or numpy and OpenCV."""

AHEAD = 4
"""Batches that each worker makes ahead, see `training.loaders`."""

_FLOAT, _VOXELS = 4, 32**3


def check_memory(
    recipe: Recipe, model: ModelConfig, weights: dict[str, int], workers: int, on_gpu: bool
) -> None:
    """Look for memory for the larger of the stages; raises `TrainingError` where there is less.

    Args:
        recipe: Its stages.
        model: The network.
        weights: How many each stage has.
        workers: Processes that make batches.
        on_gpu: Whether a graphics card learns.
    """
    stages = recipe.stages().items()
    most = max(stage_bytes(stage, model, weights[name], workers, on_gpu) for name, stage in stages)
    needed, free = PROCESS_BYTES + WORKER_BYTES * max(0, workers) + most, free_bytes()
    if free is not None and needed > free:
        raise TrainingError(
            f"The run needs more than {size(needed)} of memory, of which {size(free)} are free.",
            "Close other programs, or choose a recipe with a smaller network or batch.",
        )


def stage_bytes(stage: StageConfig, model: ModelConfig, weights: int, workers: int, on_gpu: bool) -> int:
    """What a stage needs at least.

    On a processor: weights, gradients, Adam's two means, and what the decoder's layers give for every point.
    With a graphics card those are there, and the weights alone are here, for a while.
    """
    picture = model.channels * INPUT_SIZE**2
    batch = stage.batch * (picture + _VOXELS + 4 * stage.points)  # a point has three places and a label
    learning = 0 if on_gpu else 3 * weights + stage.batch * stage.points * sum(model.widths)
    return _FLOAT * (weights + batch * (1 + AHEAD * max(0, workers)) + learning)


def free_bytes() -> int | None:
    """What programs can still have, swap included; None where the system does not say."""
    if sys.platform == "win32":
        return _free_on_windows()
    with suppress(OSError, ValueError, KeyError):
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
        known = {name: int(rest.split()[0]) * 1024 for name, rest in (line.split(":") for line in lines)}
        return min(known["MemAvailable"] + known["SwapFree"], _allowed())
    with suppress(OSError, ValueError, AttributeError):  # macOS tells what it has, not what is free
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def _allowed() -> int:
    """What a container may have, by cgroup v2."""
    with suppress(OSError, ValueError):
        return int(Path("/sys/fs/cgroup/memory.max").read_text(encoding="utf-8"))
    return sys.maxsize


def _free_on_windows() -> int | None:
    """By GlobalMemoryStatusEx, whose fourth large number is what can still be committed."""
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (("length", ctypes.c_uint32), ("load", ctypes.c_uint32), ("bytes", ctypes.c_uint64 * 7))

    status = Status(length=ctypes.sizeof(Status))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    return int(status.bytes[3]) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None
