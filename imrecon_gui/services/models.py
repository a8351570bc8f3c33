"""The installed models, as the selectors show them, kept fresh while the window is open."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.types import AUTO

SETTLE_MS = 300

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ModelChoice:
    """A model a person can choose: its name, its file, and the categories it knows."""

    name: str
    path: Path
    categories: tuple[str, ...]


class ModelLibrary(Protocol):
    """What the service asks of a library of models."""

    def choices(self) -> tuple[ModelChoice, ...]:
        """The installed models, the preferred first; raises ImreconError."""


class CoreLibrary:
    """The core's library over some folders, read anew at every call."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def choices(self) -> tuple[ModelChoice, ...]:
        """The installed models, the preferred first; raises ImreconError."""
        from imrecon_gui.core.library import Library

        return tuple(
            ModelChoice(model.card.name, model.path, tuple(model.card.categories))
            for model in Library(self._folders).models()
        )


class ModelService(QObject):
    """Knows the installed models and notices new ones.

    Signals:
        changed(): The list of models is another one now.
        failed(exception): The models could not be listed.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, library: ModelLibrary, watched: Sequence[Path] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._choices: tuple[ModelChoice, ...] = ()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._settle.start())
        existing = [str(folder) for folder in watched if folder.is_dir()]
        if existing:
            self._watcher.addPaths(existing)

    def models(self, category: str = AUTO) -> tuple[ModelChoice, ...]:
        """The models that know the category; all of them for AUTO."""
        return tuple(m for m in self._choices if category == AUTO or category in m.categories)

    def categories(self) -> tuple[str, ...]:
        """All categories of all models, in alphabetical order."""
        return tuple(sorted({category for model in self._choices for category in model.categories}))

    def refresh(self) -> None:
        """List the models again, and tell if they are others."""
        try:
            choices = self._library.choices()
        except ImreconError as error:
            logger.info("The models cannot be listed: %s", error)
            self.failed.emit(error)
            return
        if choices != self._choices:
            self._choices = choices
            self.changed.emit()
