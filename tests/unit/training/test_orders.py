"""A run pauses, goes on and stops as it is told, by its standard input or by a file."""

from __future__ import annotations

import io
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imrecon_gui.core.job import Cancelled
from training import ranks, shards
from training.callbacks import Teller
from training.control import CONTROL, watched
from training.events import Events, Unheard

SOON_S = 5.0


def order(folder: Path, word: str) -> None:
    (folder / "half").write_text(word)
    (folder / "half").rename(folder / CONTROL)


def until(condition: object, what: str) -> None:
    end = time.monotonic() + SOON_S
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, what
        time.sleep(0.02)


def said(folder: Path) -> list[str]:
    return [json.loads(line)["event"] for line in (folder / "events.jsonl").read_text().splitlines()]


def test_words_in_the_folder_are_heeded_and_taken_away(tmp_path: Path) -> None:
    words: list[str] = []
    with watched(tmp_path, words.append):
        for word in ("pause", "resume", "stop"):
            order(tmp_path, f"{word}\n")
            until(lambda word=word: words[-1:] == [word], word)
    assert words == ["pause", "resume", "stop"] and list(tmp_path.iterdir()) == []


def test_a_word_for_an_earlier_run_is_taken_away_unheeded(tmp_path: Path) -> None:
    order(tmp_path, "stop")
    os.utime(tmp_path / CONTROL, (time.time() - 9e6,) * 2)
    words: list[str] = []
    with watched(tmp_path, words.append):
        assert list(tmp_path.iterdir()) == []
        time.sleep(0.7)
    assert words == []


def test_a_word_that_came_while_the_program_was_loaded_is_heeded(tmp_path: Path) -> None:
    order(tmp_path, "stop")
    words: list[str] = []
    with watched(tmp_path, words.append):
        until(lambda: words == ["stop"], "stop")
    assert list(tmp_path.iterdir()) == []


def test_the_watcher_ends_with_the_run(tmp_path: Path) -> None:
    before = threading.active_count()
    with watched(tmp_path, print):
        assert all(thread.daemon for thread in threading.enumerate()[1:])
    assert threading.active_count() == before


def test_a_stream_says_the_same_words(tmp_path: Path) -> None:
    events = Events(tmp_path, None)
    events.listen(io.StringIO("hello\npause\n"))
    until(lambda: events.paused, "pause")
    events.listen(io.StringIO("resume\n"))
    until(lambda: not events.paused, "resume")


def test_a_pause_takes_neither_time_nor_processor(tmp_path: Path) -> None:
    events = Events(tmp_path, None)
    events.heed("pause")
    threading.Timer(1.5, events.heed, ("resume",)).start()
    clock, worked, began = events.clock(), time.thread_time(), time.monotonic()
    events.check()
    assert time.monotonic() - began > 1.4
    assert events.clock() - clock < 0.2 and time.thread_time() - worked < 0.2
    assert said(tmp_path) == ["paused", "resumed"]


def test_a_stop_ends_a_pause(tmp_path: Path) -> None:
    events = Events(tmp_path, None)
    events.heed("pause")
    threading.Timer(0.2, events.heed, ("stop",)).start()
    with pytest.raises(Cancelled):
        events.check()
    assert said(tmp_path) == ["paused"]


class _Trainer:
    """Has made three steps."""

    global_step, should_stop = 3, False


class _Module:
    """Is to make nine."""

    class config:
        steps = 9


def step(events: Events, trainer: _Trainer) -> None:
    import torch

    Teller(events, "image").on_train_batch_end(trainer, _Module(), {"loss": torch.tensor(1.0)}, None, 0)


@pytest.mark.parametrize("word", ["resume", "stop"])
def test_no_step_is_made_in_a_pause(tmp_path: Path, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.callbacks.SECONDS_BETWEEN_EVENTS", 0.0)
    events, trainer = Events(tmp_path, None), _Trainer()
    events.heed("pause")
    threading.Timer(1.0, events.heed, (word,)).start()
    step(events, trainer)
    assert trainer.should_stop == (word == "stop")
    told = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert [event["event"] for event in told] == ["paused", *(["resumed"] * (word == "resume")), "step"]
    assert told[-1]["seconds"] < 0.5 < told[-1]["time"] - told[0]["time"]


def test_other_ranks_wait_with_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told so three times, then that it goes on, and then that it is to stop."""
    answers = iter([True, True, True, True, False, True])
    monkeypatch.setattr(ranks, "any_of", lambda own: next(answers))
    trainer = _Trainer()
    step(Unheard(), trainer)
    assert trainer.should_stop and next(answers, None) is None


def test_where_data_pauses_no_more_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    monkeypatch.setattr(shards, "pool", ThreadPoolExecutor)
    monkeypatch.setattr(shards, "make_shard", lambda plan, folder: begun.append(plan.name))
    plans = shards.plan(["chair"], 64 * 9, 0, 1, tmp_path)
    events = Events(tmp_path, None)
    events.heed("pause")
    with ThreadPoolExecutor(1) as asking:
        making = asking.submit(shards.make_shards, plans, tmp_path, 2, events)
        until(lambda: said(tmp_path)[-1:] == ["paused"], "paused")
        time.sleep(0.3)
        assert len(begun) <= 3
        events.heed("resume")
        making.result(SOON_S)
    assert sorted(begun) == sorted(plan.name for plan in plans)
