"""What the figures were measured on, and how fast it multiplies matrices."""

from __future__ import annotations

import os
import platform
import time
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.row import MIXED

if TYPE_CHECKING:
    import torch

POINTS, WIDTH = 4096, 256
"""The product that is measured: a chunk of points through one layer."""

SECONDS = 0.5
"""How long each precision is measured."""

_CPUINFO = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Machine:
    """A computer.

    Attributes:
        processor: Its processor's name.
        cores: How many the program may use.
        threads: How many torch used.
        system: Operating system and machine type.
        python: Version.
        torch: Version.
        device: Where the networks run: "cpu", "cuda" or "mps".
        device_label: Its name in words.
        fp32_gflops: Measured rate of matrix products in single precision, 10^9 operations a second.
        bf16_gflops: The same in bfloat16.
    """

    processor: str
    cores: int
    threads: int
    system: str
    python: str
    torch: str
    device: str
    device_label: str
    fp32_gflops: float
    bf16_gflops: float

    def gflops(self, precision: str) -> float:
        """The rate of a row's precision."""
        return self.bf16_gflops if precision == MIXED else self.fp32_gflops


def inspect(device: str) -> Machine:
    """Describe this computer and measure matrix products on a device, which may be "auto".

    Raises:
        DeviceError: There is no such device.
    """
    import torch

    from imrecon_gui.core.device import choose

    chosen = choose(device)

    return Machine(
        _processor(),
        _cores(),
        torch.get_num_threads(),
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        metadata.version("torch"),
        chosen.name,
        chosen.label,
        _gflops(torch.float32, chosen.torch_device),
        _gflops(torch.bfloat16, chosen.torch_device),
    )


def _gflops(kind: torch.dtype, device: str) -> float:
    """Rate of the fastest (POINTS, WIDTH) by (WIDTH, WIDTH) product."""
    import torch

    points = torch.randn(POINTS, WIDTH, device=device).to(kind)
    weight = torch.randn(WIDTH, WIDTH, device=device).to(kind)
    out = torch.empty_like(points)
    taken: list[float] = []
    while len(taken) < 3 or sum(taken) < SECONDS:
        began = time.perf_counter()
        torch.mm(points, weight, out=out)
        _wait(device)
        taken.append(time.perf_counter() - began)
    return 2 * POINTS * WIDTH**2 / min(taken) / 1e9


def _wait(device: str) -> None:
    """Until the device has done what it was given."""
    import torch

    if device == "cuda":
        torch.cuda.synchronize()
    elif device == "mps":
        torch.mps.synchronize()


def _processor() -> str:
    if _CPUINFO.exists():
        for line in _CPUINFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _cores() -> int:
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1
