"""Shards on their way: child processes make them, and a thread brings each to the store."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch

from imrecon_gui.core.job import Cancelled
from training.dataset import turns
from training.resident.store import ARRAYS, Store
from training.shards import ShardPlan, make_shards

POLL_S = 0.1
SLOW_S = 1.0
"""Between two shards, while the processors are wanted elsewhere."""
MOST = 100_000
"""Shards that are planned: more than any sprint sees."""


class Arrivals:
    """Makes shards until it is stopped; the newest take the places of the oldest once the store is full.

    Attributes:
        count: How many have been brought.
        lock: Held while one is brought.
    """

    def __init__(self, store: Store, folder: Path, plans: Sequence[ShardPlan], workers: int) -> None:
        """Begin at once.

        Args:
            store: Where they are brought; `plans` name its categories.
            folder: Through which they pass; each is deleted there once it is brought.
            plans: What to make, in this order.
            workers: Processes.
        """
        self.count, self.lock = 0, threading.Lock()
        self._store, self._folder, self._plans = store, folder, plans
        self._categories = list(dict.fromkeys(p.category for p in plans))
        self._order = {p.name: place for place, p in enumerate(plans)}
        self._stopped, self._pause_s = threading.Event(), 0.0
        self._error: BaseException | None = None
        self._stream = _own_stream(store.counts.device)
        self._maker = threading.Thread(target=self._make, args=(workers,), daemon=True)
        self._bringer = threading.Thread(target=self._bring_all, daemon=True)
        for thread in (self._maker, self._bringer):
            thread.start()

    def wait(self) -> None:
        """Until there are shapes of every category; raises what a child raised."""
        while not bool((self._store.counts > 0).all()):
            self.check()
            time.sleep(POLL_S)

    def check(self) -> None:
        """Raise what a child raised, if one did; what makes shards calls this too, and learns of the end."""
        if self._error is not None:
            raise self._error
        if self._stopped.is_set():
            raise Cancelled

    @contextmanager
    def slowly(self) -> Iterator[None]:
        """Meanwhile shards are begun `SLOW_S` apart at least: a compiler wants the same processors."""
        self._pause_s = SLOW_S
        try:
            yield
        finally:
            self._pause_s = 0.0

    def ended_by(self) -> BaseException | None:
        """What ended the making before it was stopped, if something did."""
        return None if self._stopped.is_set() else self._error

    def report(self, stage: str, done: int, total: int) -> None:
        """Called before the next shard is begun, since this is the `Job` of what makes them: see `slowly`."""
        self._stopped.wait(self._pause_s)

    def stop(self) -> None:
        """Begin no more; those that are being made are not waited for."""
        self._stopped.set()

    def join(self) -> None:
        """Stop, wait until nothing is made or brought any more, and take away what came too late."""
        self.stop()
        self._maker.join()
        self._bringer.join()
        for shard in self._there():
            shutil.rmtree(shard)

    def _make(self, workers: int) -> None:
        if sys.platform == "linux":  # where this thread alone steps back, with the processes it starts
            os.nice(10)
        try:
            make_shards(self._plans, self._folder, workers, self)
        except Cancelled:
            pass
        except BaseException as error:  # told to whoever waits, see `check`
            self._error = error

    def _bring_all(self) -> None:
        try:
            with self._stream:
                while not self._stopped.wait(POLL_S):
                    for shard in self._there():
                        self._bring(shard)
        except BaseException as error:
            self._error = error

    def _there(self) -> list[Path]:
        """Shards that are whole, as they were planned; others that lie there are left alone."""
        found = [file.parent for file in self._folder.glob("*/shard.json") if file.parent.name in self._order]
        return sorted(found, key=lambda folder: self._order[folder.name])

    def _bring(self, shard: Path) -> None:
        category = self._categories.index(shard.name.split("-")[0])
        arrays: dict[str, Any] = {name: np.load(shard / f"{name}.npy", mmap_mode="r") for name in ARRAYS}
        with self.lock:
            full = self._store.full(len(arrays["voxels64"]))
            (self._store.renew if full else self._store.add)(category, arrays)
        self.count += 1
        shutil.rmtree(shard)


def _own_stream(device: torch.device) -> AbstractContextManager[Any]:
    """A stream beside the one that learns, on a card."""
    return torch.cuda.stream(torch.cuda.Stream(device)) if device.type == "cuda" else nullcontext()


def endless(categories: Sequence[str], twice: Sequence[str], first: int, views: int) -> list[ShardPlan]:
    """Plans for shards of categories in turn, from number `first` on; those `twice` as often come twice."""
    return list(islice(_endless(categories, twice, first, views), MOST))


def _endless(categories: Sequence[str], twice: Sequence[str], first: int, views: int) -> Iterator[ShardPlan]:
    made: Counter[str] = Counter()
    while True:
        for turn in turns(categories, twice):
            name = categories[turn]
            yield ShardPlan(name, False, first + made[name], views)
            made[name] += 1
