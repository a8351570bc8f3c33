"""Handing a mesh to other programs: files they may keep, written and opened in the worker."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.types import Mesh
from imrecon_gui.core.up_axis import Up
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker
from imrecon_gui.services.programs import Program, find_programs

__all__ = ["HandingService", "Handout", "Program"]

KEPT_S = 7 * 24 * 3600
"""How long files stay after they were handed out: the program that has one may still need it."""


@dataclass(frozen=True, eq=False)
class Handout:
    """A mesh to be handed out.

    Attributes:
        mesh: The mesh, in object space.
        stem: Of the file's name.
        suffix: Of the format, see `imrecon_gui.core.export`.
        longest_side_mm: In formats that have a unit.
        up: The axis that points up, in formats that leave it open.
    """

    mesh: Mesh
    stem: str
    suffix: str
    longest_side_mm: float
    up: Up = Up.USUAL

    def is_like(self, other: Handout | None) -> bool:
        """Whether both make the same file."""
        mine = (self.stem, self.suffix, self.longest_side_mm, self.up)
        return (
            other is not None
            and other.mesh is self.mesh
            and mine == (other.stem, other.suffix, other.longest_side_mm, other.up)
        )


class HandingService(QObject):
    """Finds programs, writes files for them, and starts them.

    Signals:
        found(programs): A tuple of Program, those on this machine.
        written(Handout, path): The file is there.
        opened(Program, path): The program has been started with that file.
        failed(exception): The file is not written, or the program does not start.
    """

    found = Signal(object)
    written = Signal(object, object)
    opened = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where files are handed out; it is made when the first one is."""
        super().__init__(parent)
        self._engine, self._folder = engine, folder
        self.finder, self.writer, self.opener = (JobRunner(worker, self) for _ in range(3))
        self.finder.succeeded.connect(lambda _job_id, programs: self.found.emit(programs))
        self.writer.succeeded.connect(lambda _job_id, pair: self.written.emit(*pair))
        self.opener.succeeded.connect(lambda _job_id, pair: self.opened.emit(*pair))
        for runner in (self.finder, self.writer, self.opener):
            runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def look(self) -> None:
        """Find the programs of this machine."""
        self.finder.start(lambda _job: find_programs(sys.platform, os.environ))

    def write(self, handout: Handout) -> None:
        """Write a file to be dragged somewhere; the newest one wins."""
        self.writer.start(lambda _job: (handout, self._write(handout)))

    def open_in(self, program: Program, handout: Handout) -> None:
        """Write a file and start a program with it, which lives on when the window is closed."""
        self.opener.start(lambda _job: (program, self._open(program, handout)))

    def _open(self, program: Program, handout: Handout) -> Path:
        path = self._write(handout)
        command, *arguments = program.command(path)
        is_started, _process_id = QProcess.startDetached(command, arguments)
        if not is_started:
            raise ExportError(f"{program.name} could not be started.", f"Open {path} in it.")
        return path

    def _write(self, handout: Handout) -> Path:
        """A new file in a folder of its own, so that no program loses the one it has open."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            tidy(self._folder, time.time() - KEPT_S)
            folder = Path(tempfile.mkdtemp(dir=self._folder))
        except OSError as error:
            reason = error.strerror or str(error)
            raise ExportError(f"The mesh cannot be handed out: {reason}.", "Export it instead.") from error
        path = folder / f"{handout.stem}{handout.suffix}"
        self._engine.export(handout.mesh, path, handout.longest_side_mm, handout.up)
        return path


def tidy(folder: Path, before_s: float) -> None:
    """Delete the folders in it that were last changed before a time, in seconds since 1970."""
    for old in folder.iterdir():
        if old.is_dir() and old.stat().st_mtime < before_s:
            shutil.rmtree(old, ignore_errors=True)
