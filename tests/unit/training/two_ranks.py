"""The same tiny trainings by one process, by two ranks, and by two ranks and then by one that goes on alone.

python -m tests.unit.training.two_ranks HOME [aligned | paper]

Prints the loss curves, and by how much they differ at most. HOME gets a folder for each run.

The first losses agree to the last digits. Then curves part: rounding puts values on the other side of a kink,
and Adam divides by its own size what rounding left of a small gradient.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.unit.training.test_run import ALIGNED, TINY
from training import callbacks, loaders, ranks, shards
from training import run as run_module
from training.events import Events, Unheard
from training.joining import joined
from training.recipe import load
from training.run import Run, RunConfig

SHARED = {"image.batch": "4", "image.steps": "6", "image.decoder_learning_rate": "1e-3"}
RECIPES = {
    "aligned": {**ALIGNED, **SHARED, "image.layer_weight": "2.0"},
    "paper": {**TINY, **SHARED, "shape.batch": "4"},
}
STOPPED_AFTER = 4


class Stopping(Events):
    """Somebody asks for a stop while the last stage's step `STOPPED_AFTER` is made."""

    def say(self, event: str, **values: object) -> None:
        super().say(event, **values)
        if (event, values.get("stage"), values.get("step")) == ("step", "image", STOPPED_AFTER - 1):
            self.stop_requested.set()


def main(home: Path, names: Sequence[str]) -> None:
    """One rank's part, where there are others; else the parent's."""
    shards.SHAPES_PER_SHARD = 4
    loaders.VALIDATION_POINTS = 64
    callbacks.SECONDS_BETWEEN_EVENTS = 0.0
    run_module.precision = lambda device: "32-true"
    with joined("cpu"):
        if ranks.count() > 1:
            _train(home, names, "two", Events)
            _train(home, names, "two, then one", Stopping)
            return
    _train(home, names, "one", Events)
    order = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m"]
    subprocess.run([sys.executable, *order, "tests.unit.training.two_ranks", str(home), *names], check=True)
    _train(home, names, "two, then one", Events)
    for name in names:
        _tell(name, {who: curve(home / name / who) for who in ("one", "two", "two, then one")})


def _train(home: Path, names: Sequence[str], who: str, kind: type[Events]) -> None:
    for name in names:
        folder = home / name / who
        config = RunConfig(
            load("quick", RECIPES[name]), ("table",), "Tiny", str(home / "data"), "cpu", workers=0
        )
        Run(folder, config, kind(folder, None) if ranks.is_first() else Unheard()).train()


def curve(folder: Path) -> dict[str, float]:
    """Losses and scores of a run, by event, stage and step."""
    events = map(json.loads, (folder / "events.jsonl").read_text(encoding="utf-8").splitlines())
    told = [event for event in events if event["event"] in ("step", "validation")]
    return {f"{e['event']} {e['stage']} {e['step']}": e.get("loss", e.get("iou")) for e in told}


def _tell(name: str, curves: dict[str, dict[str, float]]) -> None:
    alone = curves["one"]
    for key in alone:
        others = " ".join(f"{curve.get(key, float('nan')):10.6f}" for curve in curves.values())
        sys.stdout.write(f"{name:10} {key:20} {others}\n")
    for who, other in curves.items():
        worst = max(abs(other[key] - value) for key, value in alone.items())
        sys.stdout.write(f"{name}: {who}: differs by {worst:.2g} at most\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(RECIPES))
