"""imrecon: one picture in, one closed 3D mesh out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imrecon_gui.reconstructor import Reconstructor

# Read when torch is loaded. Its threads otherwise wait by spinning, and where another program wants a core
# too they spin for the one that is not running: a reconstruction then takes many times as long. On Linux they
# spin for some microseconds before they sleep, since waking up takes longer than most of their waits.
if "OMP_WAIT_POLICY" not in os.environ:
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")

__version__ = "0.1.0"
__all__ = ["Reconstructor", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the slow parts only when they are asked for."""
    if name == "Reconstructor":
        from imrecon_gui.reconstructor import Reconstructor

        return Reconstructor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
