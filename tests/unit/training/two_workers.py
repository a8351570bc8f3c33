"""The same meshes prepared by one process, and by two workers of a Dask cluster, one of which is killed.

python -m tests.unit.training.two_workers MESHES HOME

Prints how many workers were killed, and whether the files are the same.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from distributed import Client, LocalCluster, WorkerPlugin

from tests.unit.training.test_prepare import contents
from training import shards
from training.meshes import prepare as module
from training.meshes import solid
from training.meshes.sources import find_models


def lighten() -> None:
    """Prepare with few eyes, small pictures and small shards."""
    from training.meshes.carving import Carver
    from training.render import Renderer

    shards.SHAPES_PER_SHARD = 2
    solid.FEWEST_SAMPLES = solid.MOST_SAMPLES = 500
    module._tools = lru_cache(1)(lambda: (Carver(4, 48), Renderer(32)))


class Light(WorkerPlugin):
    """Workers that prepare lightly; who finds the mark first dies while it writes."""

    def __init__(self, mark: Path) -> None:
        self.mark, self.write = mark, np.savez

    def setup(self, worker: Any) -> None:
        """Called in each worker, those that come later, too."""
        lighten()
        np.savez = self.savez  # type: ignore[assignment]

    def savez(self, file: Any, **arrays: Any) -> None:
        """Write, or write a half and die."""
        with suppress(FileNotFoundError):
            self.mark.unlink()
            file.write(b"half")
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        self.write(file, **arrays)


def main(meshes: Path, home: Path) -> None:
    """Prepare twice and compare."""
    lighten()
    models = find_models(meshes)
    module.prepare(models, home / "alone", views=1)
    mark = home / "mark"
    mark.touch()
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            client.register_plugin(Light(mark))
        module.prepare(models, home / "cluster", views=1, scheduler=cluster.scheduler_address)
    same = contents(home / "alone") == contents(home / "cluster")
    sys.stdout.write(f"{int(not mark.exists())} killed, {'the same files' if same else 'other files'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
