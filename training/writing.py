"""Folders that are written for hours: a full disk, or a folder that went away, told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imrecon_gui.core.errors import TrainingError


@contextmanager
def begun(mark: Path) -> Iterator[None]:
    """Write in a folder that must be there: one that went away is not begun anew.

    Args:
        mark: A file that the folder has from its beginning.

    Raises:
        TrainingError: The folder is gone, or cannot be written.
    """
    if not mark.is_file():
        raise _gone(mark.parent)
    with told(mark.parent):
        try:
            yield
        except OSError as error:
            if mark.is_file():
                raise
            raise _gone(mark.parent) from error


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Raise a `TrainingError` that says why a folder cannot be written, where it cannot."""
    try:
        yield
    except OSError as error:
        raise TrainingError(
            f"{folder} cannot be written: {error.strerror or error}.",
            "Mend that and start it again: what is done stays done.",
        ) from error


def _gone(folder: Path) -> TrainingError:
    return TrainingError(
        f"The folder {folder} went away while it was being filled.",
        "Put it back, or start it again to make it anew.",
    )
