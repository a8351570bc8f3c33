"""Contact sheets as files."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from imrecon_gui.core.errors import TrainingError


def write(sheet: Image.Image, out: Path) -> None:
    """Write a sheet under a temporary name, then rename it; raises `TrainingError` where that cannot be."""
    temporary = out.with_name(f".{out.stem}.partial{out.suffix}")
    try:
        sheet.save(temporary)
        temporary.replace(out)
    except (OSError, ValueError) as error:
        temporary.unlink(missing_ok=True)
        raise TrainingError(
            f"The contact sheet cannot be written: {error}.", "Choose another file."
        ) from error
