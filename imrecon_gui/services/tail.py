"""Following a file that another process writes, line by line."""

from __future__ import annotations

from pathlib import Path

PIECE_BYTES = 2**18


class Tail:
    """The lines that were added to a file since the last look; a last line that is not whole yet waits.

    Attributes:
        position: The bytes handed over so far.
    """

    def __init__(self, path: Path, position: int = 0) -> None:
        self._path = path
        self.position = position

    @property
    def size(self) -> int:
        """The file's bytes now; 0 where there is none."""
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def lines(self, limit_bytes: int = PIECE_BYTES) -> list[str]:
        """The next whole lines, no more than the limit holds; an endless line comes in pieces."""
        try:
            with self._path.open("rb") as file:
                file.seek(self.position)
                piece = file.read(limit_bytes)
        except OSError:
            return []
        end = piece.rfind(b"\n") + 1
        whole = piece[:end] if end or len(piece) < PIECE_BYTES else piece
        self.position += len(whole)
        return whole.decode("utf-8", "replace").splitlines()
