"""Pictures of what a run would learn from, drawn by the trainer while the form is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.services.errand import Errand

GALLERY, LOOK = "gallery", "look"


@dataclass(frozen=True)
class PictureOrder:
    """A sheet of random shapes, or of what the network is given of them.

    Attributes:
        kind: GALLERY or LOOK.
        category: Of invented shapes; "" where `meshes` is a folder.
        meshes: A person's own folder of meshes, of which there is a look only.
        recipe: Whose pictures the network is given.
        seed: Other numbers draw other shapes.
    """

    kind: str
    category: str = ""
    meshes: Path | None = None
    recipe: str = ""
    seed: int = 0
    rows: int = 3
    columns: int = 4

    def arguments(self, out: Path) -> list[str]:
        """The command's arguments after `python -m training`."""
        source = (
            [self.category, str(out)] if self.meshes is None else [str(out), "--meshes", str(self.meshes)]
        )
        sizes = ("--seed", self.seed, "--rows", self.rows, "--columns", self.columns)
        recipe = ["--recipe", self.recipe] if self.recipe and self.kind == LOOK else []
        return [self.kind, *source, *map(str, sizes), *recipe]


class ShapePictureService(QObject):
    """Draws one sheet at a time; a new one takes the place of the one before.

    Signals:
        drawn(PictureOrder, Path): The sheet is there.
        failed(exception): It cannot be drawn.
    """

    drawn = Signal(object, object)
    failed = Signal(object)

    def __init__(self, command: Sequence[str], folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand = Errand(command, folder, self)
        self._errand.done.connect(self._on_done)
        self._errand.failed.connect(self._on_failed)
        self._place: QTemporaryDir | None = None
        self._order: PictureOrder | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a sheet is being drawn."""
        return self._errand.is_running

    def ask(self, order: PictureOrder) -> None:
        """Draw a sheet; `drawn` or `failed` follows."""
        self._place = self._place or QTemporaryDir()
        self._order = order
        self._errand.run(order.arguments(self._path(order)))

    def close(self) -> None:
        """Draw no more, and leave no files."""
        self._errand.cancel()
        self._place = None

    def _path(self, order: PictureOrder) -> Path:
        assert self._place is not None
        return Path(self._place.filePath(f"{order.kind}.png"))

    def _on_done(self, _output: str) -> None:
        assert self._order is not None
        self.drawn.emit(self._order, self._path(self._order))

    def _on_failed(self, words: str) -> None:
        self.failed.emit(TrainingError("These shapes cannot be shown.", words))
