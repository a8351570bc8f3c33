"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file; what was there stays until then.

    Args:
        path: Of the file, in a folder that exists.
        content: All of it.
        mode: Who may read it, as in chmod.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    with in_place_of(path, mode) as temporary:
        temporary.write_bytes(content)


@contextmanager
def in_place_of(path: Path, mode: int = 0o644) -> Iterator[Path]:
    """A temporary name in the same folder to write under; it is renamed at the end. See `write_whole`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
