"""imrecon: one picture in, one closed 3D mesh out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imrecon_gui.reconstructor import Reconstructor

__version__ = "0.1.0"
__all__ = ["Reconstructor", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the slow parts only when they are asked for."""
    if name == "Reconstructor":
        from imrecon_gui.reconstructor import Reconstructor

        return Reconstructor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
