"""What every part of the window is given: services, settings, looks, places and dialogs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from imrecon_gui.services.bundle import Services
from imrecon_gui.settings import Settings
from imrecon_gui.ui.dialogs import Dialogs
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.theme import Theme


@dataclass(frozen=True)
class Places:
    """Files and folders the window speaks of or hands on.

    Attributes:
        examples: The sample pictures.
        models_dir: Where trained models are published.
        runs_dir: Where training runs keep their folders.
        log: The program's log file.
        trainable: The categories that can be trained.
        session: Where what is before the person is kept, None if it is not.
    """

    examples: tuple[Path, ...]
    models_dir: Path
    runs_dir: Path
    log: Path
    trainable: tuple[str, ...] = ()
    session: Path | None = None


@dataclass(frozen=True, eq=False)
class Context:
    """What the composition root built for one window."""

    services: Services
    settings: Settings
    theme: Theme
    icons: Icons
    places: Places
    dialogs: Dialogs = field(default_factory=Dialogs)
