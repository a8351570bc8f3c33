"""The queue of pictures when the window went away: a folder with a list, and a file for each finished one.

The list names the pictures where they lie; what was made of one is a session's file of its own, written once.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.session_file import MOST_FACES, PRIVATE, Session, load_session, save_session
from imrecon_gui.core.types import AUTO
from imrecon_gui.core.whole_file import write_whole

FORMAT_VERSION = 1
LIST = "queue.json"


@dataclass(frozen=True)
class Recipe:
    """How the pictures of a queue are reconstructed; see `ReconRequest`."""

    model: Path
    device: str = AUTO
    category: str = AUTO
    resolution: int = 128
    threshold: float = 0.5
    fairing: bool = True


@dataclass(frozen=True, eq=False)
class KeptItem:
    """One picture of the queue.

    Attributes:
        source: The picture file.
        recipe: How it is reconstructed.
        sentence: Why it failed, empty if it did not.
        made: Its picture, result and colours, None if it is not done.
    """

    source: Path
    recipe: Recipe
    sentence: str = ""
    made: Session | None = None


@dataclass(frozen=True, eq=False)
class KeptQueue:
    """A queue read back.

    Attributes:
        items: What is left of it.
        gone: Names of pictures that were not done and are no longer there.
    """

    items: tuple[KeptItem, ...]
    gone: tuple[str, ...] = ()


class QueueFolder:
    """Writes and reads a queue, from one thread; remembers which files it wrote, to write none twice."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: dict[str, Session] = {}
        self._numbers = count(1)

    def save(self, items: Sequence[KeptItem], job: Job = NULL_JOB) -> None:
        """Keep these items and no others; an OSError if that cannot be."""
        if not items:
            self._files.clear()
            shutil.rmtree(self._path, ignore_errors=True)
            return
        self._path.mkdir(parents=True, exist_ok=True)
        rows = []
        for item in items:
            job.check()
            rows.append(_words(item) | {"file": self._file_of(item.made)})
        body = json.dumps({"format": FORMAT_VERSION, "items": rows}, indent=1)
        write_whole(self._path / LIST, body.encode(), PRIVATE)
        self._tidy({row["file"] for row in rows})

    def load(self) -> KeptQueue:
        """Read the queue back, an empty one if nothing was kept.

        Raises:
            ValueError: The list is damaged, or of another version.
        """
        if not (self._path / LIST).is_file():
            return KeptQueue(())
        try:
            kept = json.loads((self._path / LIST).read_bytes())
            if kept["format"] != FORMAT_VERSION:
                raise ValueError(f"format {kept['format']}")
            items = [self._item(row) for row in kept["items"]]
        except Exception as error:  # a broken list fails in every way there is
            raise ValueError(f"The list of the last queue makes no sense ({error})") from error
        is_there = [item.made is not None or item.source.is_file() for item in items]
        gone = tuple(item.source.name for item, there in zip(items, is_there, strict=True) if not there)
        return KeptQueue(tuple(item for item, there in zip(items, is_there, strict=True) if there), gone)

    def _file_of(self, made: Session | None) -> str:
        """The file of what was made, written now if there is none yet; "" if there is nothing to keep."""
        if made is None or made.result is None or len(made.result.mesh.faces) > MOST_FACES:
            return ""
        for name, written in self._files.items():
            if written.result is made.result and written.colours is made.colours:
                return name
        name = next(name for n in self._numbers if not (self._path / (name := f"{n}.npz")).exists())
        save_session(made, self._path / name)
        self._files[name] = made
        return name

    def _tidy(self, wanted: set[str]) -> None:
        """Delete the files that the list does not name."""
        self._files = {name: made for name, made in self._files.items() if name in wanted}
        for path in self._path.glob("*.npz"):
            if path.name not in wanted:
                path.unlink(missing_ok=True)

    def _item(self, row: dict[str, Any]) -> KeptItem:
        recipe = Recipe(**row["recipe"] | {"model": Path(row["recipe"]["model"])})
        item = KeptItem(Path(row["source"]), recipe, str(row["sentence"]))
        if not row["file"]:
            return item
        try:
            made = load_session(self._path / str(row["file"]))
        except ValueError:
            return item  # it is made again
        self._files[str(row["file"])] = made
        return replace(item, made=made)


def _words(item: KeptItem) -> dict[str, Any]:
    recipe = asdict(item.recipe) | {"model": str(item.recipe.model)}
    return {"source": str(item.source), "recipe": recipe, "sentence": item.sentence}
