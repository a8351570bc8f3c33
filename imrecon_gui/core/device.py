"""Where the network runs: the processor or a graphics card, its name in words, and how much fits.

torch is imported when a device is chosen, not when this module is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imrecon_gui.core.errors import DeviceError
from imrecon_gui.core.types import AUTO

if TYPE_CHECKING:
    from imrecon_gui.core.model import ReconModel

NAMES = ("cpu", "cuda", "mps")

_FLOAT_BYTES = 4
# Activations of one chunk that stay in a processor's caches: two layers of 256 at 4096 points. Measured
# on one busy Zen 4 core, im-compact: 10.2, 11.9, 12.9, 16.5 us a point for 1024, 4096, 8192, 16384 points.
_CPU_CHUNK_BYTES = 8 * 2**20
_CPU_CHUNK = (2048, 16384)
_GPU_CHUNK = (16384, 1 << 20)
# Half of what is free is left to the screen, to other programs and to the allocator's fragments.
_GPU_SHARE = 0.5
# Without a count of free memory (Apple's is shared with everything else) a modest amount is assumed.
_UNKNOWN_FREE_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Device:
    """A place where the network can run.

    Attributes:
        name: "cpu", "cuda" or "mps".
        label: Its name in words, such as "CPU" or "CUDA (NVIDIA ...)".
    """

    name: str
    label: str

    @property
    def torch_device(self) -> str:
        """The name torch knows it by."""
        return self.name

    def points_per_chunk(self, model: ReconModel) -> int:
        """How many points to ask the decoder at once.

        On a processor a chunk's activations should stay in the caches; on a graphics card they should
        fit in the memory that is free now. Always a power of two.
        """
        point_bytes = _FLOAT_BYTES * 2 * max(model.config.widths)
        if self.name == "cpu":
            return _power_of_two(_CPU_CHUNK_BYTES // point_bytes, *_CPU_CHUNK)
        return _power_of_two(int(_GPU_SHARE * self.free_bytes()) // point_bytes, *_GPU_CHUNK)

    def free_bytes(self) -> int:
        """Memory of the graphics card that nobody uses, in bytes; a guess where it is not counted."""
        if self.name != "cuda":
            return _UNKNOWN_FREE_BYTES
        import torch

        free, _total = torch.cuda.mem_get_info()
        return int(free)


def choose(name: str = AUTO) -> Device:
    """The device of a name.

    Args:
        name: "cpu", "cuda", "mps", or "auto" for the fastest there is.

    Raises:
        DeviceError: This computer has no such device, or the name is unknown.
    """
    if name == AUTO:
        return next(Device(n, _label(n)) for n in ("cuda", "mps", "cpu") if _available(n))
    if name not in NAMES:
        raise DeviceError(f'There is no device called "{name}".', f"Choose one of auto, {', '.join(NAMES)}.")
    if not _available(name):
        raise DeviceError(f"This computer has no usable {name.upper()} device.", 'Choose "auto" or "cpu".')
    return Device(name, _label(name))


def _available(name: str) -> bool:
    import torch

    if name == "cuda":
        return torch.cuda.is_available()
    return name == "cpu" or torch.backends.mps.is_available()


def _label(name: str) -> str:
    import torch

    words = {"cpu": "CPU", "mps": "MPS (Apple)"}
    return words.get(name) or f"CUDA ({torch.cuda.get_device_name()})"


def _power_of_two(count: int, least: int, most: int) -> int:
    """The largest power of two not above `count`, within [least, most] (powers of two themselves)."""
    return min(max(1 << max(count, 1).bit_length() - 1, least), most)
