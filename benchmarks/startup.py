"""How long the program takes to start: processes of their own, from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.child import in_child
from benchmarks.source import Source
from benchmarks.window import window_seconds
from imrecon_gui.core.errors import ImreconError

RESOLUTION = 128
"""Most cells along each axis of the cold reconstruction."""


@dataclass(frozen=True)
class Startup:
    """Seconds from nothing.

    Attributes:
        python_s: An interpreter that does nothing.
        import_torch_s: An interpreter that imports torch.
        load_model_s: Reading the model file, torch imported already.
        reconstruct_s: `imrecon reconstruct` of a sample picture, from its start to its end.
        resolution: That reconstruction's.
        window_s: The window, until it is painted; None where it cannot be opened.
    """

    python_s: float
    import_torch_s: float
    load_model_s: float | None = None
    reconstruct_s: float | None = None
    resolution: int | None = None
    window_s: float | None = None


def start(source: Source, resolution: int, device: str, threads: int | None) -> Startup:
    """Measure what starting costs; designs without a file leave out what needs one.

    Raises:
        ImreconError: A process failed.
    """
    python = _seconds(["-c", "pass"], threads)
    torch = _seconds(["-c", "import torch"], threads)
    window = window_seconds(threads)
    if source.path is None:
        return Startup(python, torch, window_s=window)
    resolution = min(resolution, RESOLUTION)
    loaded = in_child(threads, load_seconds, source.path)
    cold = _cold(source.path, resolution, device, threads)
    return Startup(python, torch, loaded, cold, resolution, window)


def load_seconds(path: Path) -> float:
    """Seconds to read a model file, torch imported already."""
    import torch  # noqa: F401

    from imrecon_gui.core.checkpoint import load

    began = time.perf_counter()
    load(path)
    return time.perf_counter() - began


def _cold(model: Path, resolution: int, device: str, threads: int | None) -> float:
    from benchmarks.picture import sample_picture

    with tempfile.TemporaryDirectory() as folder:
        words = ["-m", "imrecon_gui.cli", "reconstruct", sample_picture(), "-o", Path(folder) / "mesh.stl"]
        options = ["-m", model, "-r", resolution, "--device", device]
        return _seconds([str(word) for word in (*words, *options)], threads)


def _seconds(arguments: list[str], threads: int | None) -> float:
    """How long an interpreter takes from its start to its end."""
    from imrecon_gui.paths import program_root

    limits = {} if threads is None else {"OMP_NUM_THREADS": str(threads)}
    began = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=program_root(),
        env={**os.environ, **limits},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        last = (ended.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise ImreconError(f"A process that was to be measured failed: {last}")
    return time.perf_counter() - began
