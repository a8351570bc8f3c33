"""One shape in a tar: its files, `key.category.txt`, `key.view000.png` and `key.voxels64.npy` for example.

Names follow WebDataset: up to the first dot they are the shape's key, and what comes behind says what it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

CATEGORY = "category.txt"
PICTURES = "pictures"
COMPRESSION = 3
BLOCK = 512


def files_of(arrays: Mapping[str, Any], row: int, category: str) -> dict[str, bytes]:
    """A shape's files by what they are: pictures as PNG, everything else as NumPy's arrays.

    Args:
        arrays: Of a shard, see `training.shards`.
        row: The shape's, in them.
        category: Its name.
    """
    views = {f"view{i:03d}.png": _png(picture) for i, picture in enumerate(arrays[PICTURES][row])}
    others = {f"{name}.npy": _npy(values[row]) for name, values in arrays.items() if name != PICTURES}
    return dict(sorted({CATEGORY: category.encode(), **views, **others}.items()))


class Sample:
    """One shape's files, which answers as the arrays of a shard of one shape do; decoded when asked for."""

    def __init__(self, content: bytes) -> None:
        """Take the bytes of a shape's members, headers included, as they lie in a tar."""
        self._files = dict(_members(content))

    def __getitem__(self, name: str) -> Any:
        """An array (1, ...) of a shard, or `Views`."""
        if name == PICTURES:
            return Views([self._files[key] for key in sorted(self._files) if key.endswith(".png")])
        return np.load(io.BytesIO(self._files[f"{name}.npy"]))[None]


class Views:
    """A shape's pictures, indexed as an array (1, v, 128, 128, 4) uint8; decoded when asked for."""

    def __init__(self, files: list[bytes]) -> None:
        self._files = files

    @property
    def shape(self) -> tuple[int, ...]:
        """(1, v)."""
        return 1, len(self._files)

    def __getitem__(self, index: Any) -> NDArray[np.uint8]:
        _, view = index if isinstance(index, tuple) else (index, slice(None))
        chosen = self._files[view]
        return _pixels(chosen) if isinstance(chosen, bytes) else np.stack([_pixels(one) for one in chosen])


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Members of a piece of a tar (USTAR) by what they are; ten times as fast as Python's own reader."""
    at = 0
    while at < len(content):
        name, size = content[at : at + 100].rstrip(b"\0").decode(), int(content[at + 124 : at + 135], 8)
        at += BLOCK
        yield name.split(".", 1)[1], content[at : at + size]
        at += -(-size // BLOCK) * BLOCK


def _png(rgba: NDArray[np.uint8]) -> bytes:
    pixels = cv2.cvtColor(np.array(rgba), cv2.COLOR_RGBA2BGRA)
    return bytes(cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, COMPRESSION])[1])


def _pixels(png: bytes) -> NDArray[np.uint8]:
    """(128, 128, 4) uint8."""
    bgra = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    return np.asarray(cv2.cvtColor(bgra, cv2.COLOR_BGRA2RGBA))  # type: ignore[arg-type]


def _npy(values: NDArray[Any]) -> bytes:
    file = io.BytesIO()
    np.save(file, values)
    return file.getvalue()
