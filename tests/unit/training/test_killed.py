"""Killed at any moment, `prepare` and a run go on where they were; what is in the way is one sentence."""

from __future__ import annotations

import errno
import io
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.found_meshes import write_folder
from tests.unit.training.test_prepare import contents
from tests.unit.training.test_run import config
from training import run as run_module
from training import shards as shards_module
from training.callbacks import Keeper
from training.events import Events
from training.meshes import store
from training.meshes.sources import Model
from training.run import Run, read_config, write_config

MODEL = Model("box", "one", Path("one.obj"), held=False, up="+y", front="+z")
OTHER = Model("box", "two", Path("two.obj"), held=True, up="+y", front="+z")
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def child(*words: object) -> str:
    order = [sys.executable, "-m", *map(str, words)]
    return subprocess.run(order, check=True, capture_output=True, text=True).stdout.strip()


def test_prepare_killed_again_and_again_ends_in_the_same_files(tmp_path: Path) -> None:
    """A few kills here; `python -m tests.unit.training.killed_prepare` makes as many as one likes."""
    meshes = write_folder(tmp_path / "in", {"box": 2})
    count = child("tests.unit.training.killed_prepare", meshes, tmp_path / "out", 3, 3)
    folders = [tmp_path / "out" / str(i) for i in range(int(count))]
    assert all(contents(folder) == contents(folders[-1]) for folder in folders)
    assert {path.name for path in folders[0].iterdir() if path.is_file()} == {"prepared.json", "skipped.csv"}


POOL = """
import os, time
from training.processes import pool
if __name__ == "__main__":
    helpers = pool(1)
    print(helpers.submit(os.getpid).result(), flush=True)
    helpers.submit(time.sleep, 600)
    time.sleep(600)
"""


def test_helpers_end_with_who_asked_them() -> None:
    order = [sys.executable, "-c", POOL]
    with subprocess.Popen(order, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        helper = os.pidfd_open(int(asking.stdout.readline()))
        asking.send_signal(signal.SIGKILL)
    try:
        assert select.select([helper], [], [], 60)[0], "the helper is still there"
    finally:
        os.close(helper)


def opened(tmp_path: Path) -> Path:
    store.open_store(tmp_path / "out", ["box"], 1)
    return tmp_path / "out"


def test_a_full_disk_is_said_so_and_costs_one_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = opened(tmp_path)
    store.write_model(folder, MODEL, {"x": np.ones(3)})

    def full(file: object, **arrays: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise FULL

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(TrainingError, match="No space left"):
        store.write_model(folder, OTHER, {"x": np.ones(3)})
    files = [path.name for path in (folder / ".models").rglob("*") if path.is_file()]
    assert files == ["one.npz"]


def test_a_disk_that_fills_up_while_packing_loses_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = opened(tmp_path)
    for model in (MODEL, OTHER):
        store.write_model(folder, model, {"x": np.ones(3)})
    with monkeypatch.context() as patch:
        patch.setattr(np, "save", lambda *_: (_ for _ in ()).throw(FULL))
        with pytest.raises(TrainingError, match="No space left"):
            store.pack(folder, ["box"])
    store.pack(folder, ["box"])
    assert store.packed_names(folder, "box") == {"one", "two"}


def test_a_folder_that_went_away_is_not_begun_anew(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    shutil.rmtree(folder)
    for write in (lambda: store.write_model(folder, MODEL, {}), lambda: store.pack(folder, ["box"])):
        with pytest.raises(TrainingError, match="went away"):
            write()
    assert not folder.exists()


def test_a_damaged_model_is_made_anew(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    for model in (MODEL, OTHER):
        store.write_model(folder, model, {"x": np.ones(3)})
    store.model_path(folder, MODEL).write_bytes(b"PK garbage")
    with pytest.raises(TrainingError, match="“one” is damaged"):
        store.pack(folder, ["box"])
    assert not store.is_done(folder, MODEL, set()) and store.is_done(folder, OTHER, set())


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    (folder / store.RECORD).write_text("{")
    with pytest.raises(TrainingError, match=r"prepared\.json cannot be read"):
        store.open_store(folder, ["box"], 1)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for write in (
        lambda: store.open_store(tmp_path / "file" / "out", ["box"], 1),
        lambda: Events(tmp_path / "file" / "run", None),
        lambda: write_config(tmp_path / "file" / "run", config(tmp_path)),
    ):
        with pytest.raises(TrainingError, match="cannot be written"):
            write()


class _Trainer:
    """Saves as a trainer does, or fails as a full disk does."""

    global_step = 6

    def __init__(self, error: OSError | None = None) -> None:
        self.error = error

    def save_checkpoint(self, path: Path) -> None:
        path.write_bytes(b"new")
        if self.error:
            raise self.error


def keep(folder: Path, trainer: _Trainer) -> None:
    class Module:
        config = config(folder).recipe.shape

    keeper = Keeper(folder / "shape.ckpt", folder / run_module.CONFIG)
    keeper.on_fit_start(trainer, Module)
    keeper.on_train_epoch_end(trainer, Module)


def test_a_checkpoint_that_finds_no_room_leaves_the_last_one(tmp_path: Path) -> None:
    write_config(tmp_path, config(tmp_path))
    keep(tmp_path, _Trainer())
    (tmp_path / "shape.ckpt").write_bytes(b"old")
    (tmp_path / "shape.17.tmp").write_bytes(b"half of a run that was killed")
    with pytest.raises(TrainingError, match="No space left"):
        keep(tmp_path, _Trainer(FULL))
    assert (tmp_path / "shape.ckpt").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"shape.ckpt", run_module.CONFIG}


def test_a_run_whose_folder_went_away_says_so(tmp_path: Path) -> None:
    write_config(tmp_path / "run", config(tmp_path))
    shutil.rmtree(tmp_path / "run")
    with pytest.raises(TrainingError, match="went away"):
        keep(tmp_path / "run", _Trainer())
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("content", [b"garbage", b""])
def test_an_unreadable_checkpoint_is_named_and_stays(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Run, "_make_data", lambda self, minutes: None)
    monkeypatch.setattr(run_module.loaders, "opened", lambda *_, **__: None)
    monkeypatch.setattr(run_module.loaders, "shape_batches", lambda *_: None)
    (tmp_path / "shape.ckpt").write_bytes(content)
    with pytest.raises(TrainingError, match=r"shape\.ckpt cannot be read"):
        Run(tmp_path, config(tmp_path), Events(tmp_path, None)).train()
    assert (tmp_path / "shape.ckpt").read_bytes() == content


def test_an_unreadable_configuration_is_named(tmp_path: Path) -> None:
    (tmp_path / run_module.CONFIG).write_text("{")
    with pytest.raises(TrainingError, match=r"config\.json cannot be read"):
        read_config(tmp_path)


def test_a_log_that_finds_no_room_does_not_end_the_run(tmp_path: Path) -> None:
    events = Events(tmp_path, None)

    class Full(io.StringIO):
        """Where no line fits any more."""

        def flush(self) -> None:
            raise FULL

    events._file = Full()
    events.say("step", loss=0.5)


def test_data_that_went_away_is_said_so(tmp_path: Path) -> None:
    from training.dataset import Shards

    with pytest.raises(TrainingError, match="no training data for “table”"):
        Shards(tmp_path / "nowhere", ("table",), held=False)
    assert shards_module.plan(["table"], 1, 1, 1, tmp_path / "nowhere")
