"""A run against the clock: its time, its data on the way, and what it learns."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.errors import TrainingError
from training import shards as shards_module
from training.recipe import load as load_recipe
from training.resident.store import Store
from training.run import RunConfig
from training.shards import ShardPlan, make_shard, plan
from training.sprint import arrivals as arrivals_module
from training.sprint import sprint as sprint_module
from training.sprint.arrivals import Arrivals, endless
from training.sprint.clock import MINUTES, Clock
from training.sprint.sprint import Sprint

CATEGORIES = ("car", "mug")
SHAPES = 4


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shards a category, four shapes each."""
    folder = tmp_path_factory.mktemp("sprint")
    patch = pytest.MonkeyPatch()
    patch.setattr(shards_module, "SHAPES_PER_SHARD", SHAPES)
    for shard in plan(CATEGORIES, 2 * SHAPES, 0, 2, folder):
        make_shard(shard, folder)
    patch.undo()
    return folder


@pytest.fixture
def quickly(made: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Shards come from those that are made, one after the other; the names of those that came."""
    names: list[str] = []

    def make(plans: Sequence[ShardPlan], folder: Path, workers: int, job: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for shard in plans:
            job.check()
            shutil.copytree(made / replace(shard, number=shard.number % 2).name, folder / f".{shard.name}")
            (folder / f".{shard.name}").rename(folder / shard.name)
            names.append(shard.name)
            time.sleep(0.02)
            job.report("data", len(names), len(plans))

    monkeypatch.setattr(arrivals_module, "make_shards", make)
    return names


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], None]]:
    """Time goes on only where it is told to."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def on(seconds: float) -> None:
        now[0] += seconds

    yield on


def test_the_time_from_beginning_to_end_is_shared(tmp_path: Path, still: Callable[[float], None]) -> None:
    clock = Clock(tmp_path, 2)
    still(20)
    clock.begin()
    assert clock.share() == 0
    still(25)
    assert clock.share() == pytest.approx(0.25)
    still(500)
    assert clock.share() == 1


def test_the_time_may_be_changed_while_it_runs(tmp_path: Path, still: Callable[[float], None]) -> None:
    clock = Clock(tmp_path, 2)
    clock.begin()
    still(60)
    (tmp_path / MINUTES).write_text("4")
    assert clock.share() == pytest.approx(0.25)
    (tmp_path / MINUTES).write_text("soon")
    assert clock.share() == pytest.approx(0.25)
    (tmp_path / MINUTES).write_text("0.5")
    assert clock.share() == 1


def test_learning_grows_slower_to_the_end(tmp_path: Path, still: Callable[[float], None]) -> None:
    clock, found = Clock(tmp_path, 1), []
    clock.begin()
    for _ in range(7):
        found.append(clock.rate_factor(0.01))
        still(10)
    assert found[0] < 0.01 and found[6] == pytest.approx(0.01)
    assert sorted(found[1:], reverse=True) == found[1:]


def test_hard_categories_are_made_twice_as_often() -> None:
    plans = endless(CATEGORIES, ("mug",), 7, 2)[:6]
    assert [(p.category, p.number) for p in plans] == [
        ("car", 7),
        ("mug", 7),
        ("mug", 8),
        ("car", 8),
        ("mug", 9),
        ("mug", 10),
    ]


def test_shards_are_brought_and_taken_away(tmp_path: Path, quickly: list[str]) -> None:
    store = Store(2, 3 * SHAPES, 2, "cpu")
    plans = endless(CATEGORIES, (), 0, 2)
    arrivals = Arrivals(store, tmp_path, plans, 1)
    arrivals.wait()
    while arrivals.count < 8:  # more than the store has room for
        arrivals.check()
        time.sleep(0.02)
    arrivals.join()
    assert quickly[:4] == [p.name for p in plans[:4]]
    assert int(store.counts.sum()) == 3 * SHAPES and store.full(1)
    assert not list(tmp_path.iterdir())


def test_shards_come_slowly_while_a_compiler_needs_the_processors(
    tmp_path: Path, quickly: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals_module, "SLOW_S", 60.0)
    arrivals = Arrivals(Store(2, 40 * SHAPES, 2, "cpu"), tmp_path, endless(CATEGORIES, (), 0, 2), 1)
    arrivals.wait()
    with arrivals.slowly():
        time.sleep(0.3)
        begun = len(quickly)
        time.sleep(0.3)
        assert len(quickly) == begun
    arrivals.join()  # at once, though the next is not due for a minute


def test_what_ends_a_maker_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise TrainingError("No pictures.", "Mend that.")

    monkeypatch.setattr(arrivals_module, "make_shards", fail)
    arrivals = Arrivals(Store(2, 8, 2, "cpu"), tmp_path, endless(CATEGORIES, (), 0, 2), 1)
    with pytest.raises(TrainingError, match="No pictures"):
        arrivals.wait()
    arrivals.join()


CHANGES = {
    "data.views": "2",
    "model": "{z_dim = 4, widths = [8, 8], features = [3, 2], blocks = [1, 1, 1, 1], refinements = 1}",
    "image.batch": "4",
    "image.points": "16",
}


def sprint(
    folder: Path,
    start: str = "",
    tell: Callable[..., None] = lambda *_, **__: None,
    changes: dict[str, str] = CHANGES,
) -> Sprint:
    recipe = load_recipe("bundled", changes)
    config = RunConfig(recipe, CATEGORIES, "Quick", str(folder / "data"), "cpu", 1, start)
    return Sprint(folder, config, 0, False, tell)


def test_a_sprint_learns_until_its_time_is_over(tmp_path: Path, quickly: list[str]) -> None:
    said: list[tuple[str, dict[str, Any]]] = []

    def tell(event: str, **values: Any) -> None:
        said.append((event, values))
        if values.get("step", 0) >= 40:
            (tmp_path / MINUTES).write_text("0")

    run = sprint(tmp_path, tell=tell)
    before = {name: value.clone() for name, value in run.stage.model.state_dict().items()}
    path = run.run(60)
    model, card = load(path)
    steps = [values for event, values in said if event == "step"]
    assert [event for event, _ in said[:2]] == ["begun", "recorded"]
    assert card.name == "Quick" and card.config.categories == CATEGORIES and card.licence == "MIT"
    assert "made while it learned" in card.training_data and "batch 4" in card.recipe
    assert [values["step"] for values in steps] == [20, 40] and steps[-1]["shards"] >= 2 and json.dumps(said)
    learned = run.stage.model.state_dict()
    assert any(not torch.equal(value, before[name]) for name, value in learned.items() if "weight" in name)
    assert all(value.isfinite().all() for value in model.state_dict().values())
    second = sprint(tmp_path / "second", str(path)).stage.model.state_dict()
    assert all(torch.equal(value, second[name]) for name, value in model.state_dict().items())


def test_a_shape_that_cannot_be_made_ends_no_sprint(
    tmp_path: Path, quickly: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It learns on from those that are there, and says so once."""
    said: list[tuple[str, dict[str, Any]]] = []
    make = arrivals_module.make_shards

    def make_some(plans: Sequence[ShardPlan], *rest: Any) -> None:
        make(plans[:2], *rest)
        time.sleep(1)  # until they are brought
        raise ValueError("no such boat")

    def tell(event: str, **values: Any) -> None:
        said.append((event, values))
        if values.get("step", 0) >= 60:
            (tmp_path / MINUTES).write_text("0")

    monkeypatch.setattr(arrivals_module, "make_shards", make_some)
    assert load(sprint(tmp_path, tell=tell).run(60))[1].name == "Quick"
    assert [values for event, values in said if event == "unmade"] == [
        {"why": "ValueError('no such boat')", "shards": 2}
    ]


@pytest.mark.parametrize(
    "change", [{"shape.steps": "9"}, {"image.z_weight": "1.0"}, {"image.resolutions": "[64]"}]
)
def test_what_a_card_does_not_draw_is_refused(tmp_path: Path, change: dict[str, str]) -> None:
    with pytest.raises(TrainingError, match="no sprint"):
        sprint(tmp_path, changes=CHANGES | change)


def test_a_card_without_room_is_told(
    tmp_path: Path, quickly: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sprint_module, "free_bytes", lambda: 10_000_000)
    with pytest.raises(TrainingError, match="no room"):
        sprint(tmp_path).run(0.1)
    assert not quickly


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, quickly: list[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TrainingError, match="cannot be written"):
        sprint(tmp_path / "file" / "out").run(1)


def test_nonsense_does_not_take_the_place_of_what_was_learned(tmp_path: Path, quickly: list[str]) -> None:
    run = sprint(tmp_path)
    path = run.run(0.01)
    kept = path.read_bytes()
    with torch.no_grad():
        next(run.stage.parameters()).fill_(torch.nan)
    with pytest.raises(TrainingError, match="nonsense"):
        run._save()
    assert path.read_bytes() == kept
