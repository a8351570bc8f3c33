"""The picture that everything is measured with."""

from __future__ import annotations

from pathlib import Path

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.paths import example_pictures

PREFERRED = "dining-chair"


def sample_picture() -> Path:
    """A sample picture that came with the program.

    Raises:
        ImreconError: None came with this installation.
    """
    pictures = example_pictures()
    if not pictures:
        raise ImreconError("There is no sample picture to measure with.", "Install the program again.")
    return next((path for path in pictures if path.stem == PREFERRED), pictures[0])
