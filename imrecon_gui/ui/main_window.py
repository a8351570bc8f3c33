"""The window: a header with three tabs, a band for problems, and what is chosen below."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.language import tr
from imrecon_gui.ui.about_dialog import AboutDialog
from imrecon_gui.ui.actions import build_menus
from imrecon_gui.ui.bug_dialog import BugDialog
from imrecon_gui.ui.cheat_sheet import CheatSheet
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.dialogs import Leaving
from imrecon_gui.ui.lesson.order import order_of
from imrecon_gui.ui.lesson.tab import LessonTab
from imrecon_gui.ui.opening import Opening
from imrecon_gui.ui.parts import Segments, flat_button, label
from imrecon_gui.ui.presentation import Presentation
from imrecon_gui.ui.problem_bar import ProblemBar
from imrecon_gui.ui.reconstruct_tab import ReconstructTab
from imrecon_gui.ui.session_keeper import SessionKeeper
from imrecon_gui.ui.theme import Scheme
from imrecon_gui.ui.training_tab import TrainingTab

FIRST_SIZE = QSize(1240, 780)
MINIMUM_SIZE = QSize(960, 620)

logger = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Shows the three tabs, and every problem of the program.

    Attributes:
        context: What the window was given.
        problems: The band in which foreseen problems are shown.
        keeper: Brings back what was there last time, once it is told to begin.
        bug_dialog: The dialog of the last unforeseen one, None if there was none.
    """

    recent_menu: QMenu

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.bug_dialog: BugDialog | None = None
        self._was_shown = False
        self._is_shut = False
        self._closes_after_training = False
        self.setWindowTitle(tr("imrecon"))
        self.setWindowIcon(context.icons.get("imrecon"))
        self.setMinimumSize(MINIMUM_SIZE)
        self.problems = ProblemBar(context.icons)
        self.reconstruct_tab = ReconstructTab(context)
        self.keeper = SessionKeeper(context, self.reconstruct_tab, self.problems)
        self.training_tab = TrainingTab(context)
        self.lesson_tab = LessonTab(context, lambda: order_of(self.reconstruct_tab, context.places.examples))
        self.presentation = Presentation(self)
        self._opening = Opening(self, self.reconstruct_tab.view.viewport, context.services)
        self._build()
        build_menus(self)
        self._connect()
        self._restore()
        self.refresh_recent()

    def report(self, error: BaseException) -> None:
        """Show a failure: a foreseen one in the band, any other in a dialog and in the log."""
        if isinstance(error, ImreconError):
            self.problems.show_problem(error)
            return
        logger.error("Unforeseen error", exc_info=error)
        self.bug_dialog = BugDialog(error, self.context.places.log, self)
        self.bug_dialog.open()

    def choose_tab(self, index: int) -> None:
        """Show the tab: 0 reconstructs, 1 trains, 2 shows how it works."""
        self._stack.setCurrentIndex(index)
        self.tab_buttons[index].setChecked(True)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show light or dark colours, or follow the system, and remember it."""
        self.context.theme.choose(scheme)
        self.context.settings.put("scheme", scheme.value)

    def choose_language(self, choice: str) -> None:
        """Remember in which language to start: a code, or as the system."""
        self.context.settings.put("language", choice)
        self.problems.show_notice("The language changes with the next start.")

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        self.choose_tab(0)
        self.reconstruct_tab.image_panel.paste()

    def refresh_recent(self) -> None:
        """List the recent pictures anew."""
        self.recent_menu.clear()
        for path in self.context.settings.recent():
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, chosen=path: self._open_recent(chosen))
        self.recent_menu.setEnabled(not self.recent_menu.isEmpty())

    def show_cheat_sheet(self) -> None:
        """Show the keys."""
        CheatSheet(self).open()

    def show_about(self) -> None:
        """Show the version and the licences."""
        AboutDialog(self.context.icons, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        """Once the window is on the screen, begin with what takes long to load."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self._opening.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel, wait, close the viewport, go; ask first if a model is being trained."""
        if self._is_training() and not self._may_leave_training():
            event.ignore()
            return
        if not self._is_shut:
            self._is_shut = True
            self._shut()
        super().closeEvent(event)

    def _is_training(self) -> bool:
        """Whether a run goes on, be it one that an earlier window left and nobody looked at in this."""
        if self._is_shut:
            return False
        return self.context.services.training.attach_living(self.context.places.runs_dir)

    def _may_leave_training(self) -> bool:
        """Ask what becomes of the run; if it is to stop, the window closes by itself when it has."""
        if self._closes_after_training:
            return False
        answer = self.context.dialogs.on_leaving_training(self)
        if answer is Leaving.STOP and self.context.services.training.is_running:
            self._closes_after_training = True
            self.problems.show_notice("Stopping the training, then closing.")
            self.training_tab.stop()
            return False
        return answer is not Leaving.CANCEL

    def _shut(self) -> None:
        self._opening.end()
        self._remember()
        self.hide()
        if not self.context.services.close():
            logger.info("The worker did not end in time")
        self.reconstruct_tab.view.viewport.shut()
        self.lesson_tab.shut()

    def _remember(self) -> None:
        self.presentation.set_on(False)
        self.reconstruct_tab.params.remember()
        self.context.settings.put("geometry", self.saveGeometry())
        self.context.settings.sync()

    def _restore(self) -> None:
        geometry = self.context.settings.blob("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(FIRST_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))

    def _open_recent(self, path: Path) -> None:
        self.choose_tab(0)
        self.reconstruct_tab.take(path)

    def _on_published(self, name: str, path: Path) -> None:
        self.reconstruct_tab.params.choose_model(name)
        words = (f"The model “{name}” is ready.", "It is chosen in the Reconstruct tab.")
        self.problems.show_notice(*words, ("Model card", lambda: self.training_tab.show_card(path)))

    def _on_training_ended(self) -> None:
        if self._closes_after_training:
            QTimer.singleShot(0, self, self.close)

    def _connect(self) -> None:
        self.reconstruct_tab.problem.connect(self.report)
        self.reconstruct_tab.notice.connect(self.problems.show_notice)
        self.reconstruct_tab.picture_taken.connect(self.problems.hide)
        self.reconstruct_tab.recent_changed.connect(self.refresh_recent)
        self.training_tab.problem.connect(self.report)
        self.lesson_tab.problem.connect(self.report)
        self.lesson_tab.present_asked.connect(self.presentation.action.trigger)
        self.training_tab.published.connect(self._on_published)
        self.context.services.training.ended.connect(self._on_training_ended)
        self.context.services.loading.failed.connect(self.report)
        self.context.services.models.failed.connect(self.report)
        self.context.services.models.refresh()

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reconstruct_tab)
        self._stack.addWidget(self.training_tab)
        self._stack.addWidget(self.lesson_tab)
        self.header = self._build_header()
        layout.addWidget(self.header)
        layout.addWidget(self.problems)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(page)

    def _build_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        row = QHBoxLayout(header)
        row.setContentsMargins(18, 2, 14, 8)
        row.setSpacing(10)
        mark = label("", "muted")
        mark.setPixmap(self.context.icons.get("imrecon").pixmap(QSize(26, 26)))
        row.addWidget(mark)
        row.addWidget(label("imrecon", "brand"))
        row.addStretch(1)
        row.addWidget(self._build_tabs())
        row.addStretch(1)
        row.addSpacing(60)
        row.addWidget(self._build_scheme_button())
        help_button = flat_button(self.context.icons.get("help"), "Keys (H)")
        help_button.clicked.connect(self.show_cheat_sheet)
        row.addWidget(help_button)
        return header

    def _build_tabs(self) -> Segments:
        tabs = Segments(button_name="tab")
        self.tab_buttons = [tabs.add(words) for words in ("Reconstruct", "Train", "How it works")]
        self.tab_buttons[0].setChecked(True)
        for index, button in enumerate(self.tab_buttons):
            button.clicked.connect(lambda _checked=False, chosen=index: self.choose_tab(chosen))
        return tabs

    def _build_scheme_button(self) -> QToolButton:
        button = flat_button(self.context.icons.get("moon"), "Light or dark")
        button.clicked.connect(
            lambda: self.choose_scheme(Scheme.LIGHT if self.context.theme.is_dark else Scheme.DARK)
        )
        return button
