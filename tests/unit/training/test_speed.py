"""The timing of learning, on tiny networks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from training import shards as shards_module
from training.recipe import Recipe, load
from training.speed import SpeedRow, chosen, measure, table

TINY = {"model": "{encoder_width = 16, z_dim = 8, widths = [16, 16]}", "data.views": "1"}
STAGE = {"steps": "6", "batch": "2", "points": "8", "validate_every": "6"}


def tiny(name: str, arch: str, **changes: str) -> Recipe:
    stages = {f"{stage}.{key}": text for stage in ("shape", "image") for key, text in STAGE.items()}
    recipe = load(name, {**TINY, "arch": arch, **stages, **changes})
    return replace(recipe, shape=replace(recipe.shape, resolutions=(16,), shares=(1.0,)))


def test_every_loop_is_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 2)
    paper = tiny("paper", "im-net-2020")
    bundled = tiny("bundled", "im-aligned", model="{z_dim = 8, widths = [16, 16], features = [8, 8]}")
    rows = measure(tmp_path, paper, bundled, workers=0)
    kinds = [(row.network, row.stage, row.loop, row.points) for row in rows]
    assert kinds == [
        ("im-net-2020", "shape", "authors", 8),
        ("im-net-2020", "shape", "ours", 8),
        ("im-net-2020", "image", "authors", 0),
        ("im-net-2020", "image", "ours", 0),
        ("im-aligned", "image", "ours", 8),
    ]
    assert all(row.seconds > 0 for row in rows)
    assert all((row.idle is None) == (row.loop == "authors") for row in rows)
    assert all(0 <= row.idle <= 1 for row in rows if row.idle is not None)


def test_the_ratio_is_between_two_loops_of_one_stage() -> None:
    authors = SpeedRow("net", "shape", "authors", "fp32", 32, 4096, 3.0)
    ours = SpeedRow("net", "shape", "ours", "bf16", 32, 4096, 0.5, 0.02)
    lines = table([authors, ours, replace(ours, stage="image")]).splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["-", "6.0", "-"]
    assert lines[2].split()[7:10] == ["64.0", "262,144", "2.0%"]


def test_both_loops_are_given_the_papers_batches() -> None:
    paper, bundled = chosen(5)
    assert (paper.arch, paper.shape.batch, paper.shape.points) == ("im-net-2020", 32, 4096)
    assert (paper.image.batch, bundled.arch) == (64, "im-aligned")
    assert paper.shape.steps == paper.image.steps == bundled.image.steps == 9
