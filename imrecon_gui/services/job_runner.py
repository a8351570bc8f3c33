"""Work off the GUI thread: one worker thread, and runners that hand it functions.

A `Worker` is one thread that does one piece of work after another. A `JobRunner` gives it work of
one kind and tells the GUI thread how it goes. Starting again cancels what the runner did before;
every event carries its job's id, and events of an old job are dropped.
"""

from __future__ import annotations

import itertools
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from imrecon_gui.core.job import Cancelled

REPORT_INTERVAL_S = 0.03
NICENESS = 5
"""By how much workers stand back behind the window where both want the processor, as `nice` counts it."""

_job_ids = itertools.count(1)


class WorkerJob:
    """The worker's side of one job; satisfies `imrecon_gui.core.job.Job`.

    Attributes:
        job_id: The number that all events of this job carry.
    """

    def __init__(self, send: Callable[[Event], None]) -> None:
        self.job_id = next(_job_ids)
        self._send = send
        self._cancelled = threading.Event()
        self._reported_stage = ""
        self._reported_at = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise `Cancelled` if the work should stop."""
        if self._cancelled.is_set():
            raise Cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        """Tell how far the stage is; reports that follow too fast are left out."""
        now = time.monotonic()
        is_new = stage != self._reported_stage or done >= total
        if is_new or now - self._reported_at >= REPORT_INTERVAL_S:
            self._reported_stage, self._reported_at = stage, now
            self.send("progress", (stage, done, total))

    def partial(self, value: object) -> None:
        """Hand over a result that is not finished yet."""
        self.send("partial", value)

    def send(self, kind: str, value: object = None) -> None:
        """Hand an event to the runner's thread."""
        self._send(Event(self.job_id, kind, value))


@dataclass(frozen=True, eq=False)
class Event:
    """What a job says: its id, the kind of event, and what belongs to it."""

    job_id: int
    kind: str
    value: object = None


class Worker:
    """One thread that does one piece of work after another."""

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name="imrecon-worker", daemon=True)
        self._thread.start()

    def submit(self, task: Callable[[], None]) -> None:
        """Queue a piece of work, which must not raise."""
        self._tasks.put(task)

    def close(self, timeout_s: float = 30.0) -> bool:
        """Finish what is queued and end the thread; whether it ended in time."""
        self._tasks.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        _stand_back()
        while (task := self._tasks.get()) is not None:
            task()


class JobRunner(QObject):
    """Runs functions of one kind in the worker, one at a time, the newest winning.

    Signals:
        started(job_id): The worker took the job up.
        progress(job_id, stage, done, total): How far it is.
        partial(job_id, value): A result not yet finished.
        succeeded(job_id, value), failed(job_id, exception), cancelled(job_id): exactly one of them.
        finished(job_id): The last event of every job.
    """

    started = Signal(int)
    progress = Signal(int, str, int, int)
    partial = Signal(int, object)
    succeeded = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    finished = Signal(int)
    _arrived = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._job: WorkerJob | None = None
        self._arrived.connect(self._dispatch, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a job has been started that has not finished."""
        return self._job is not None

    def start(self, function: Callable[[WorkerJob], Any]) -> int:
        """Run `function(job)` in the worker, cancelling what ran before; the new job's id."""
        self._supersede()
        job = self._job = WorkerJob(self._arrived.emit)
        self._worker.submit(lambda: _perform(function, job))
        return job.job_id

    def cancel(self) -> None:
        """Ask the current job to stop; `cancelled` follows when it has."""
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Stop the current job and hear no more of it: `cancelled` comes at once."""
        self._supersede()

    def _supersede(self) -> None:
        old, self._job = self._job, None
        if old is not None:
            old.cancel()
            self.cancelled.emit(old.job_id)
            self.finished.emit(old.job_id)

    @Slot(object)
    def _dispatch(self, event: Event) -> None:
        if self._job is None or event.job_id != self._job.job_id:
            return
        if event.kind in ("started", "progress", "partial"):
            self._tell(event)
        else:
            self._job = None
            self._tell(event)
            self.finished.emit(event.job_id)

    def _tell(self, event: Event) -> None:
        signal = getattr(self, event.kind)
        if event.kind == "progress":
            assert isinstance(event.value, tuple)
            signal.emit(event.job_id, *event.value)
        elif event.kind in ("started", "cancelled"):
            signal.emit(event.job_id)
        else:
            signal.emit(event.job_id, event.value)


def _stand_back() -> None:
    """Let this thread, and those that it starts, go behind the window's; only Linux has that for threads."""
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICENESS)


def _perform(function: Callable[[WorkerJob], Any], job: WorkerJob) -> None:
    """Run the function in the worker and send exactly one outcome."""
    try:
        job.check()
        job.send("started")
        value = function(job)
        job.check()
    except Cancelled:
        job.send("cancelled")
    except BaseException as error:
        job.send("failed", error)
    else:
        job.send("succeeded", value)
