"""What is known of a data folder before it is opened, be it of shards or of their tars."""

from __future__ import annotations

from pathlib import Path

from training.meshes.store import prepared_categories
from training.tars.index import is_packed, read_index


def categories_of(folder: Path) -> tuple[str, ...]:
    """The categories of tars, or of found meshes; none of a folder that made shapes are to fill."""
    return read_index(folder).categories if is_packed(folder) else prepared_categories(folder)


def found_categories(folder: Path) -> tuple[str, ...]:
    """The categories of which found meshes are there, and not made shapes."""
    return read_index(folder).found if is_packed(folder) else prepared_categories(folder)
