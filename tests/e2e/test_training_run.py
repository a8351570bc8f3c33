"""A real training process: data, both stages, `stop` on its input, and a model that reconstructs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from imrecon_gui.core.checkpoint import load

SMALL = (
    "arch=im-net-2020",
    "model={encoder_width = 4, z_dim = 8, widths = [16, 16]}",
    "data.shapes=1",
    "data.held_shapes=1",
    "data.views=1",
    "shape.steps=4",
    "shape.batch=2",
    "shape.validate_every=4",
    "image.steps=100000",
    "image.batch=2",
    "image.validate_every=5",
)


def test_a_stopped_run_still_gives_a_model(tmp_path: Path) -> None:
    settings = [part for change in SMALL for part in ("--set", change)]
    command = [sys.executable, "-m", "training", "run", "--category", "table", "--out", str(tmp_path / "run")]
    command += ["--publish", str(tmp_path / "models"), "--name", "My tables", "--events", *settings]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        events: list[dict[str, Any]] = []
        for line in process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == "validation" and events[-1]["stage"] == "image":
                process.stdin.write("stop\n")
                process.stdin.flush()
    said = [event["event"] for event in events]
    assert process.returncode == 0
    assert said[0] == "started" and said[-2:] == ["published", "stopped"]
    assert {"progress", "step", "validation"} < set(said)
    path = Path(events[-2]["path"])
    assert path == tmp_path / "models" / "my-tables.safetensors"
    assert load(path)[1].categories == ("table",)


def test_an_unknown_recipe_is_refused_in_one_sentence(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "training",
        "run",
        "--recipe",
        "soup",
        "--out",
        str(tmp_path),
        "--events",
    ]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "failed"
    assert "There is no recipe “soup”" in done.stderr and "Traceback" not in done.stderr
