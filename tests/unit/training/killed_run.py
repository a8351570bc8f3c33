"""A training killed again and again; prints how many folders it filled.

python -m tests.unit.training.killed_run DATA HOME KILLS SEED
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.unit.training.dying import Tick, killed
from tests.unit.training.test_run import config
from training import loaders, shards
from training import run as run_module
from training.events import Events

MOST = 25


def main(data: Path, home: Path, kills: int, seed: int) -> None:
    """Train the tiny network of test_run, its data included."""
    shards.SHAPES_PER_SHARD = 2
    loaders.VALIDATION_POINTS = 64
    run_module.precision = lambda device: "32-true"

    class Ticking(Events):
        """Dies at events, too."""

        def __init__(self, folder: Path, tick: Tick) -> None:
            super().__init__(folder, None)
            self.tick = tick

        def say(self, event: str, **values: object) -> None:
            super().say(event, **values)
            self.tick()

    def work(folder: Path, tick: Tick) -> None:
        run_module.Run(folder, config(data), Ticking(folder, tick)).train()

    sys.stdout.write(f"{killed(work, home, kills, MOST, seed)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
