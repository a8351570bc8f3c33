"""The composition root: builds every object of the window and passes each what it needs."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Sequence
from types import TracebackType

os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from imrecon_gui import __version__, language, log, paths
from imrecon_gui.importing import let_others_run
from imrecon_gui.services.bundle import build_services
from imrecon_gui.services.engine import CoreEngine
from imrecon_gui.services.models import CoreLibrary
from imrecon_gui.services.training import TRAINABLE
from imrecon_gui.settings import Settings
from imrecon_gui.ui.context import Context, Places
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.main_window import MainWindow
from imrecon_gui.ui.theme import Scheme, Theme

SWITCH_INTERVAL_S = 0.0005
"""For how long a worker's Python may keep the window's waiting. Python's own 5 ms are much: the window gives
its turn away with nearly every call of Qt's, and would wait as often.
"""

logger = logging.getLogger(__name__)


class UnforeseenErrors(QObject):
    """Brings exceptions that nobody caught, from any thread, to the window.

    Signals:
        caught(exception): On the GUI thread.
    """

    caught = Signal(object)

    def install(self) -> None:
        """Take the place of the interpreter's own handlers."""
        sys.excepthook = self._on_main_thread
        threading.excepthook = self._on_other_thread

    def _on_main_thread(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.caught.emit(error)

    def _on_other_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught.emit(arguments.exc_value)


def build_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication of the process."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    let_others_run()
    application = QApplication(list(arguments))
    application.setApplicationName("imrecon")
    application.setApplicationDisplayName("imrecon")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("imrecon")
    return application


def build_window(application: QApplication) -> MainWindow:
    """The window of the real program, not shown yet."""
    settings = Settings(paths.settings_path())
    code = language.chosen_language(settings.text("language", language.SYSTEM))
    language.install(application, code, paths.translations_dir())
    models_dir = paths.user_models_dir()
    models_dir.mkdir(parents=True, exist_ok=True)
    services = build_services(
        CoreEngine(), CoreLibrary(paths.library_folders()), paths.program_root(), paths.library_folders()
    )
    theme = Theme(application, paths.style_path(), paths.icons_dir(), _scheme(settings))
    places = Places(
        examples=paths.example_pictures(),
        models_dir=models_dir,
        runs_dir=paths.user_runs_dir(),
        log=paths.log_path(),
        trainable=TRAINABLE,
        session=paths.session_path(),
    )
    return MainWindow(Context(services, settings, theme, Icons(paths.icons_dir()), places))


def _scheme(settings: Settings) -> Scheme:
    kept = settings.text("scheme", Scheme.SYSTEM.value)
    return Scheme(kept) if kept in {scheme.value for scheme in Scheme} else Scheme.SYSTEM


def run(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; the process's exit status."""
    log.set_up(paths.log_path())
    application = build_application(sys.argv if arguments is None else arguments)
    errors = UnforeseenErrors()
    errors.install()
    window = build_window(application)
    errors.caught.connect(window.report)
    window.show()
    window.keeper.begin()
    return application.exec()
