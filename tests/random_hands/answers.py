"""Answers of nobody in particular to the system's dialogs, and files good and bad."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

from imrecon_gui.ui.dialogs import Dialogs, Leaving


class AnyAnswers(Dialogs):
    """Chooses a file, several, a bad one or none; writes nowhere but into a folder of its own."""

    def __init__(self, rng: random.Random, pictures: Sequence[Path], folder: Path) -> None:
        self._rng, self._pictures, self._folder = rng, pictures, folder

    def pictures_to_open(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """None, one or three."""
        return tuple(self._rng.sample(self._pictures, self._rng.choice((0, 1, 1, 3))))

    def folder_to_save(self, parent: QWidget, folder: str) -> Path | None:
        """The folder, or none."""
        return self._rng.choice((None, self._folder))

    def meshes_to_learn(self, parent: QWidget, folder: str) -> Path | None:
        """None: learning takes hours."""
        return None

    def mesh_to_save(self, parent: QWidget, suggestion: Path, formats: dict[str, str]) -> Path | None:
        """One of few files, so that some are written over; one in a folder that is not there; or none."""
        suffix = self._rng.choice(tuple(formats))
        return self._rng.choice((None, self._name(suffix), self._name(suffix), Path("/not there/mesh.stl")))

    def mesh_to_open(self, parent: QWidget, folder: str, suffixes: Sequence[str]) -> Path | None:
        """A mesh that was written before, a file that is none, or none."""
        found = [path for path in self.files() if path.suffix in suffixes]
        return self._rng.choice((None, *found, *self._pictures[-1:]))

    def file_to_save(self, parent: QWidget, title: str, suggestion: Path, words: str) -> Path | None:
        """One of few files, or none."""
        return self._rng.choice((None, self._name(suggestion.suffix)))

    def on_leaving_training(self, parent: QWidget) -> Leaving:
        """Nothing is being learned."""
        return Leaving.STOP

    def files(self) -> list[Path]:
        """What was written so far."""
        return sorted(self._folder.iterdir())

    def _name(self, suffix: str) -> Path:
        return self._folder / f"file {self._rng.randrange(5)}{suffix}"


def bad_pictures(folder: Path) -> list[Path]:
    """Pictures that are empty, clear, narrow or large, and files that are none."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGBA", (50, 50)).save(folder / "clear.png")
    Image.new("L", (2, 900), 3).save(folder / "line.png")
    Image.new("RGB", (4000, 3000), (90, 120, 30)).save(folder / "large.jpg")
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "words.png").write_text("no picture")
    return sorted(folder.iterdir())
