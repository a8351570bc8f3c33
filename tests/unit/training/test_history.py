"""What a model's card tells of the run it came from."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from imrecon_gui.core.card import read_card
from tests.unit.training.test_run import TINY, small
from training.__main__ import app
from training.history import History, history

__all__ = ["small"]


def log(folder: Path, *events: dict[str, object] | str) -> Path:
    lines = [event if isinstance(event, str) else json.dumps(event) for event in events]
    (folder / "events.jsonl").write_text("\n".join(lines))
    return folder


def step(stage: str, number: int, seconds: float) -> dict[str, object]:
    return {"event": "step", "stage": stage, "step": number, "seconds": seconds}


def score(step: int, iou: float) -> dict[str, object]:
    return {"event": "validation", "stage": "image", "step": step, "iou": iou}


def test_time_is_added_over_stages_and_sittings(tmp_path: Path) -> None:
    """60 s of stage one, 30 of stage two, a power cut, and 90 more from step 10 on."""
    started: dict[str, object] = {"event": "started"}
    first = [started, step("shape", 20, 30.0), step("shape", 40, 60.0), step("image", 9, 10.0)]
    then = [score(10, 0.3), step("image", 15, 30.0), '{"event": "st', started, step("image", 30, 90.0)]
    told = history(log(tmp_path, *first, *then, score(32, 0.41234)))
    assert told == History({"shape": 40, "image": 32}, 180.0, 0.41234)
    assert told.metrics() == {
        "steps learned": 72,
        "minutes learned": 3.0,
        "IoU at the last validation": 0.4123,
    }


def test_no_log_tells_of_nothing(tmp_path: Path) -> None:
    assert history(tmp_path) == History({}, 0.0, None)
    assert "IoU at the last validation" not in history(tmp_path).metrics()


def test_a_published_model_tells_how_long_it_learned(tmp_path: Path) -> None:
    order = [
        "run",
        "--out",
        str(tmp_path / "run"),
        "--category",
        "table",
        "--device",
        "cpu",
        "--workers",
        "0",
    ]
    changes = [part for key, value in TINY.items() for part in ("--set", f"{key}={value}")]
    outcome = CliRunner().invoke(app, [*order, *changes, "--publish", str(tmp_path), "--name", "T"])
    assert outcome.exit_code == 0, outcome.output
    metrics = dict(read_card(tmp_path / "t.safetensors").metrics)
    assert next(iter(metrics)) == "IoU on held-out procedural shapes"
    assert metrics["steps learned"] == 10 and metrics["minutes learned"] >= 0
    assert (
        metrics["IoU at the last validation"]
        == history(tmp_path / "run").metrics()["IoU at the last validation"]
    )
