"""The most memory that a process held."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"  # proc(5): sets the peak resident set size to the current one
_MB = 1e6


class PeakMemory:
    """Watches how far the process's memory rises above what it is now.

    Everything that the process allocates counts, torch's tensors too. On CUDA, the card's memory is
    watched instead. Where the peak cannot be reset, what the process held before counts as its start.
    """

    def __init__(self, device: str = "cpu") -> None:
        self._device = device
        if device == "cuda":
            import torch

            torch.cuda.reset_peak_memory_stats()
        else:
            with suppress(OSError):  # elsewhere than on Linux, and where it is forbidden
                _CLEAR.write_text(_RESET_PEAK, encoding="ascii")
        self._start = self._peak_bytes()

    def above_start_mb(self) -> float | None:
        """Millions of bytes, or None where this system does not tell."""
        peak = self._peak_bytes()
        return None if peak is None or self._start is None else (peak - self._start) / _MB

    def _peak_bytes(self) -> int | None:
        if self._device == "cuda":
            import torch

            return int(torch.cuda.max_memory_allocated())
        return _peak_resident_bytes()


def _peak_resident_bytes() -> int | None:
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
