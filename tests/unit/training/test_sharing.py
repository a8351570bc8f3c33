"""Processes that die over a model: it is found and named, and the others are done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.deadly import work
from training.meshes.sharing import DIED, shared
from training.meshes.sources import Model


def answers(home: Path, names: list[str], workers: int = 2) -> dict[str, str]:
    models = [Model("box", name, Path(f"{name}.obj"), held=False, up="+y", front="+z") for name in names]
    return {model.name: answer for model, answer in shared(models, partial(work, home=home), workers)}


@pytest.mark.parametrize("workers", [1, 2])
def test_the_one_over_which_processes_die_is_named_and_all_others_are_done(
    tmp_path: Path, workers: int
) -> None:
    names = ["a", "deadly", "b", "c"]
    assert answers(tmp_path, names, workers) == {
        name: DIED if name == "deadly" else f"did {name}" for name in names
    }


def test_one_that_needs_the_machine_to_itself_is_done(tmp_path: Path) -> None:
    names = ["a", "crowded", "b", "c"]
    assert answers(tmp_path, names) == {name: f"did {name}" for name in names}


def test_where_all_die_it_is_no_fault_of_the_models(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="died over 3 models"):
        answers(tmp_path, [f"deadly {i}" for i in range(9)])
    assert len(list(tmp_path.iterdir())) < 9
