"""What the window remembers between two starts.

The file carries a format version. One of an unknown version is set aside under another name, and
the window starts as new: settings are a convenience and must never keep it from opening.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FORMAT_VERSION = 1
MAX_RECENT = 8

logger = logging.getLogger(__name__)


class Settings:
    """Typed access to the remembered settings.

    Attributes:
        path: The file they are kept in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        if not self._is_known():
            self._set_aside()
        self._store.setValue("format", FORMAT_VERSION)

    def _is_known(self) -> bool:
        return not self._store.allKeys() or self._store.value("format", 0, type=int) == FORMAT_VERSION

    def _set_aside(self) -> None:
        backup = self.path.with_suffix(".unknown.ini")
        logger.info("The settings in %s are of another format; they are kept as %s", self.path, backup)
        del self._store
        self.path.replace(backup)
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """The remembered text."""
        return str(self._store.value(key, default, type=str))

    def number(self, key: str, default: int) -> int:
        """The remembered whole number; the default where the file holds something else."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def real(self, key: str, default: float) -> float:
        """The remembered real number; the default where the file holds something else."""
        try:
            return float(self.text(key, str(default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """The remembered yes or no."""
        return bool(self._store.value(key, default, type=bool))

    def blob(self, key: str) -> QByteArray:
        """The remembered bytes (a window's geometry), empty if there are none."""
        value = self._store.value(key, QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: str | int | float | bool | QByteArray) -> None:
        """Remember a value."""
        self._store.setValue(key, value)

    def recent(self) -> tuple[Path, ...]:
        """The pictures opened last, newest first, those that still exist."""
        lines = self.text("recent").split("\n")
        return tuple(Path(line) for line in lines if line and Path(line).is_file())

    def add_recent(self, path: Path) -> None:
        """Put a picture at the head of the recent ones."""
        others = [other for other in self.recent() if other != path]
        self.put("recent", "\n".join(str(p) for p in [path, *others][:MAX_RECENT]))

    def sync(self) -> None:
        """Write everything to the file now."""
        self._store.sync()
