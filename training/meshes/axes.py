"""From a file's axes to this program's: +Y up, front +Z (see `imrecon_gui.core.types`)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.mesh_reading import Z_UP

AXES = tuple(sign + letter for letter in "xyz" for sign in "+-")


def axes_of(suffix: str) -> tuple[str, str]:
    """Up and front that are usual for a file of that suffix (".stl")."""
    return ("+z", "-y") if suffix.lower() in Z_UP else ("+y", "+z")


def turn(up: str, front: str) -> NDArray[np.float64]:
    """The rotation (3, 3) that brings a file's places to object space.

    Args:
        up: The file's axis that points up, one of `AXES`; without a sign it is the positive one.
        front: The file's axis that the object faces.

    Raises:
        TrainingError: An axis that there is not, or both are one line.
    """
    y, z = _vector(up), _vector(front)
    if abs(y @ z) > 0:
        raise TrainingError(f"An object cannot face {front} with {up} up.", "Name two different axes.")
    return np.stack([np.cross(y, z), y, z])


def _vector(axis: str) -> NDArray[np.float64]:
    name = axis.lower() if axis[:1] in "+-" and axis else f"+{axis.lower()}"
    if name not in AXES:
        raise TrainingError(f"There is no axis “{axis}”.", f"Choose one of {', '.join(AXES)}.")
    return np.asarray(np.eye(3)["xyz".index(name[1])] * (1.0 if name[0] == "+" else -1.0))
