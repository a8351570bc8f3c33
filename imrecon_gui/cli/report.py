"""What `imrecon reconstruct` says: progress on the error stream, results on the output stream."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.types import ReconResult

BUG_HINT = "This is a fault of the program; please report it with the lines above."


def record(image: Path, output: Path, result: ReconResult) -> dict[str, Any]:
    """What `--json` says about one mesh: seconds of wall-clock, volume in cubic object units."""
    return {
        "input": str(image),
        "output": str(output),
        "category": result.category,
        "probabilities": {name: round(share, 4) for name, share in result.probabilities},
        "viewpoint": asdict(result.viewpoint) if result.viewpoint else None,
        "resolution": result.resolution,
        "device": result.device,
        "seconds": {stage: round(seconds, 6) for stage, seconds in asdict(result.seconds).items()},
        "points_evaluated": result.points_evaluated,
        "vertices": len(result.mesh.vertices),
        "faces": len(result.mesh.faces),
        "watertight": bool(result.watertight),
        "volume": float(result.volume),
        "notes": list(result.notes),
    }


class Reporter:
    """Says how far the work is and how each picture ended.

    Attributes:
        failures: How many pictures failed.
    """

    def __init__(self, as_json: bool, total: int) -> None:
        self.failures = 0
        self._as_json = as_json
        self._out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
        self._err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)
        self._progress = _progress(self._err)
        self._all = self._progress.add_task("pictures", total=total, visible=total > 1)
        self._stage: TaskID | None = None

    def __enter__(self) -> Reporter:
        self._show_bars()
        return self

    def __exit__(self, *_: object) -> None:
        self._hide_bars()

    def succeeded(self, image: Path, output: Path, result: ReconResult) -> None:
        """One picture became a mesh file."""
        with self._end_of_picture():
            if self._as_json:
                self._line(json.dumps(record(image, output, result), ensure_ascii=False))
                return
            self._out.print(f"{image} -> {output}  ({_summary(result)})")
            for note in result.notes:
                self._err.print(f"  {note}")

    def failed(self, image: Path, error: Exception) -> None:
        """One picture did not become a mesh; a failure nobody foresaw shows where it came from."""
        self.failures += 1
        message = error.message if isinstance(error, ImreconError) else f"{type(error).__name__}: {error}"
        hint = error.hint if isinstance(error, ImreconError) else BUG_HINT
        with self._end_of_picture():
            if not isinstance(error, ImreconError):
                self._err.print("".join(traceback.format_exception(error)).rstrip())
            if self._as_json:
                self._line(
                    json.dumps({"input": str(image), "error": message, "hint": hint}, ensure_ascii=False)
                )
            else:
                self._err.print(f"{image}: {message} {hint}".strip())

    def check(self) -> None:
        """Nothing stops the command line but the keyboard's interrupt (see `core.job.Job`)."""

    def report(self, stage: str, done: int, total: int) -> None:
        """Move the bar of the current stage (see `core.job.Job`)."""
        if self._stage is None:
            self._stage = self._progress.add_task(stage, total=None)
        self._progress.update(self._stage, description=stage, completed=done, total=total or None)

    @contextmanager
    def _end_of_picture(self) -> Iterator[None]:
        """Out of the bars' way: both streams may be the same terminal."""
        self._hide_bars()
        yield
        self._progress.advance(self._all)
        if self._stage is not None:
            self._progress.remove_task(self._stage)
            self._stage = None
        self._show_bars()

    def _show_bars(self) -> None:
        if self._err.is_terminal:
            self._progress.start()

    def _hide_bars(self) -> None:
        if self._err.is_terminal:
            self._progress.stop()

    def _line(self, text: str) -> None:
        self._out.file.write(text + "\n")
        self._out.file.flush()


def _summary(result: ReconResult) -> str:
    closed = "closed" if result.watertight else "not closed"
    time = f"{result.seconds.total:.1f} s on {result.device}"
    return f"{result.category}, {len(result.mesh.faces):,} triangles, {closed}, {time}"


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
