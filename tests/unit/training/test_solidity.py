"""The figure of made solids, on objects whose solid is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.case_folders import STEP, write_folder
from training.meshes import solidity
from training.meshes.carving import Carver
from training.meshes.solidity import Solidity, measure, table


def test_a_step_is_made_solid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solidity, "Carver", lambda: Carver(24, 384))
    write_folder(tmp_path, {("chair", "step"): STEP})
    (row,) = measure(tmp_path)
    assert row.iou > 0.97
    assert row.filled == pytest.approx(0.18 / 1.1**3, abs=0.005)  # the volume, in the cube of the points


def test_a_folder_without_meshes_says_so(tmp_path: Path) -> None:
    write_folder(tmp_path, {("chair", "step"): STEP})
    (tmp_path / "meshes" / "chair" / "step.glb").unlink()
    with pytest.raises(TrainingError, match="no meshes"):
        measure(tmp_path)


def test_the_mean_is_of_categories() -> None:
    rows = [Solidity(c, n, v, 0.1, 1.0) for c, n, v in (("a", "1", 1.0), ("a", "2", 0.5), ("b", "3", 0.25))]
    last = table(rows).splitlines()[-1]
    assert "macro mean" in last and "0.500" in last and "1.0 s" in last
