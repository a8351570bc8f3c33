"""imrecon: one picture in, one closed 3D mesh out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imrecon_gui.reconstructor import Reconstructor

# Read when torch is loaded. Its threads otherwise wait by spinning, and where another program wants a core
# too they spin for the one that is not running: a reconstruction then takes many times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

__version__ = "0.1.0"
__all__ = ["Reconstructor", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the slow parts only when they are asked for."""
    if name == "Reconstructor":
        from imrecon_gui.reconstructor import Reconstructor

        return Reconstructor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
