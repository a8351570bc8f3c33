"""Work over which processes die; cheap to import, since each process does."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from training.meshes.sources import Model


def work(model: Model, home: Path) -> str:
    """Die over models called "deadly", and the first time over those called "crowded"; name the others."""
    mark = home / model.name
    first = not mark.exists()
    mark.touch()
    if model.name.startswith("deadly") or (model.name.startswith("crowded") and first):
        os.kill(os.getpid(), signal.SIGKILL)
    return f"did {model.name}"
