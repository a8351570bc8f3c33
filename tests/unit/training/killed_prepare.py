"""`prepare` killed again and again; prints how many folders it filled.

python -m tests.unit.training.killed_prepare MESHES HOME KILLS SEED
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.unit.training.dying import Tick, killed
from training import shards
from training.meshes import prepare as module
from training.meshes import solid
from training.meshes.sources import find_models

MOST = 30


def main(meshes: Path, home: Path, kills: int, seed: int) -> None:
    """Prepare with few eyes, small pictures and small shards."""
    shards.SHAPES_PER_SHARD = 2
    solid.FEWEST_SAMPLES = solid.MOST_SAMPLES = 500

    def work(folder: Path, tick: Tick) -> None:
        from training.meshes.carving import Carver
        from training.render import Renderer

        tools = Carver(4, 48), Renderer(32)
        module._tools = lambda: tools  # type: ignore[assignment]
        module.prepare(find_models(meshes), folder, views=1)

    sys.stdout.write(f"{killed(work, home, kills, MOST, seed)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
