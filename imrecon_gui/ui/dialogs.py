"""The system's own dialogs behind one seam, so that tests can answer in a person's place."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from imrecon_gui.language import tr

PICTURE_FILTER = (
    "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.heic *.heif *.avif);;All files (*)"
)


class Leaving(Enum):
    """What becomes of a training run when the window is to close."""

    LEAVE = auto()
    STOP = auto()
    CANCEL = auto()


class Dialogs:
    """Asks the person for files and decisions."""

    def pictures_to_open(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Picture files, none if the person changed their mind."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Open pictures"), folder, tr(PICTURE_FILTER))
        return tuple(Path(name) for name in chosen)

    def folder_to_save(self, parent: QWidget, folder: str) -> Path | None:
        """A folder to write meshes to, None if the person changed their mind."""
        chosen = QFileDialog.getExistingDirectory(parent, tr("Export all meshes to a folder"), folder)
        return Path(chosen) if chosen else None

    def meshes_to_learn(self, parent: QWidget, folder: str) -> Path | None:
        """A folder of meshes to train on, None if the person changed their mind."""
        chosen = QFileDialog.getExistingDirectory(parent, tr("Train on a folder of meshes"), folder)
        return Path(chosen) if chosen else None

    def mesh_to_save(self, parent: QWidget, suggestion: Path, formats: dict[str, str]) -> Path | None:
        """A file to write the mesh to; `formats` gives the words for each suffix, the first preferred."""
        filters = {f"{tr(words)} (*{suffix})": suffix for suffix, words in formats.items()}
        preferred = next(f for f, suffix in filters.items() if suffix == suggestion.suffix)
        chosen, used = QFileDialog.getSaveFileName(
            parent, tr("Export the mesh"), str(suggestion), ";;".join(filters), preferred
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(filters.get(used, suggestion.suffix))

    def mesh_to_open(self, parent: QWidget, folder: str, suffixes: Sequence[str]) -> Path | None:
        """A mesh file of one of these suffixes, None if the person changed their mind."""
        kinds = " ".join(f"*{suffix}" for suffix in suffixes)
        words = f"Meshes ({kinds});;All files (*)"
        chosen, _ = QFileDialog.getOpenFileName(parent, tr("Compare with a mesh"), folder, tr(words))
        return Path(chosen) if chosen else None

    def file_to_save(self, parent: QWidget, title: str, suggestion: Path, words: str) -> Path | None:
        """A file of the suggestion's kind, which `words` describe; its suffix is added if it is missing."""
        suffix = suggestion.suffix
        chosen, _ = QFileDialog.getSaveFileName(
            parent, tr(title), str(suggestion), f"{tr(words)} (*{suffix})"
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def on_leaving_training(self, parent: QWidget) -> Leaving:
        """What becomes of a training that goes on when the window is to close."""
        words = "A model is being trained."
        box = QMessageBox(QMessageBox.Icon.Question, tr("Training is running"), tr(words), parent=parent)
        box.setInformativeText(
            tr(
                "It can go on without the window; the next one shows it again. "
                "If it is stopped, what it has learnt so far is kept as a model."
            )
        )
        role = QMessageBox.ButtonRole
        leave = box.addButton(tr("Leave it running"), role.AcceptRole)
        stop = box.addButton(tr("Stop and keep"), role.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), role.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is leave:
            return Leaving.LEAVE
        return Leaving.STOP if box.clickedButton() is stop else Leaving.CANCEL
