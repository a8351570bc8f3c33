"""One rank's part of a stream: prints which tars it reads, and which shapes it shows, in one round.

python -m tests.unit.training.two_machines TARS, by as many processes as torchrun would start.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.unit.training.numbered import number_of
from training import loaders, ranks
from training.joining import joined
from training.tars import stream as module
from training.tars.reading import Tars

NAMES, BATCH, SHAPES = ("box", "cube"), 4, 24


class Watched(Tars):
    """Remembers which tars were read."""

    def read(self, tar: int, rows: Iterable[int]) -> Iterator[bytes]:
        seen.add(tar)
        return super().read(tar, rows)


seen: set[int] = set()


def main(folder: Path) -> None:
    """Show one round, which is one window."""
    with joined("cpu"):
        seat = ranks.seat()
        module.WINDOW = SHAPES // seat.machines
        stream = module.Stream(Watched(folder, NAMES, False), BATCH, 3, (), seat)
        shown = [number_of(row.sample) for step in range(SHAPES // BATCH) for row in stream.rows(step)]
        everybody = ranks.first(lambda: loaders.opened(folder, NAMES, False).count(0))
    sys.stdout.write(json.dumps({"tars": sorted(seen), "shown": shown, "boxes": everybody}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
