"""The window's menus and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from imrecon_gui.language import LANGUAGES, SYSTEM, tr
from imrecon_gui.ui.theme import Scheme
from imrecon_gui.ui.viewport_panel import VIEW_WORDS
from imrecon_gui.view3d.scene import DrawStyle

if TYPE_CHECKING:
    from imrecon_gui.ui.main_window import MainWindow

SCHEME_WORDS = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


def build_menus(window: MainWindow) -> None:
    """Fill the window's menu bar."""
    _build_file_menu(window, window.menuBar().addMenu(tr("&File")))
    _build_edit_menu(window, window.menuBar().addMenu(tr("&Edit")))
    _build_view_menu(window, window.menuBar().addMenu(tr("&View")))
    _build_help_menu(window, window.menuBar().addMenu(tr("&Help")))


def _add(menu: QMenu, words: str, do: Callable[[], object], keys: str = "") -> QAction:
    action = menu.addAction(tr(words))
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _checked=False: do())
    return action


def _build_file_menu(window: MainWindow, menu: QMenu) -> None:
    _add(menu, "&Open a picture…", window.reconstruct_tab.open_picture, "Ctrl+O")
    window.recent_menu = menu.addMenu(tr("Open &recent"))
    menu.addSeparator()
    _add(menu, "&Export the mesh…", window.reconstruct_tab.view.export_bar.export, "Ctrl+E")
    window.reconstruct_tab.view.hand_over.add_to(menu)
    _add(menu, "Prepare for &printing…", window.reconstruct_tab.view.export_bar.prepare_print)
    window.reconstruct_tab.view.keepsakes.add_to(menu)
    menu.addSeparator()
    _add(menu, "&Quit", window.close, "Ctrl+Q")


def _build_edit_menu(window: MainWindow, menu: QMenu) -> None:
    _add(menu, "&Paste a picture", window.paste, "Ctrl+V")
    _add(menu, "&Mend the cut-out…", window.reconstruct_tab.mend, "M")
    menu.addSeparator()
    window.reconstruct_tab.shape.add_to(menu)
    menu.addSeparator()
    _add(menu, "&Reconstruct", window.reconstruct_tab.start, "Ctrl+R")
    _add(menu, "&Cancel", window.reconstruct_tab.cancel, "Esc")


def _build_view_menu(window: MainWindow, menu: QMenu) -> None:
    panel = window.reconstruct_tab.view
    for view, (words, key) in VIEW_WORDS.items():
        _add(menu, f"{words} view", partial(panel.viewport.set_view, view), key)
    _add(menu, "Reset the view", panel.reset_view, "R")
    _add(menu, "Photo's view", panel.toggle_photo, "P")
    panel.comparer.add_to(menu)
    menu.addSeparator()
    _add(menu, "Triangle edges", lambda: panel.toggle_style(DrawStyle.EDGES), "E")
    _add(menu, "Wireframe", lambda: panel.toggle_style(DrawStyle.WIREFRAME), "W")
    _add(menu, "Photo's colours", lambda: panel.toggle_style(DrawStyle.PHOTO), "C")
    _add(menu, "Seen and imagined", lambda: panel.toggle_style(DrawStyle.SEEN), "I")
    _add(menu, "Floor grid", panel.toggle_grid, "G")
    _add(menu, "Change the shape", panel.toggle_shape, "S")
    menu.addSeparator()
    menu.addAction(window.presentation.action)
    _build_scheme_menu(window, menu.addMenu(tr("Colours")))
    _build_language_menu(window, menu.addMenu(tr("Language")))


def _build_scheme_menu(window: MainWindow, menu: QMenu) -> None:
    group = QActionGroup(window)
    for scheme, words in SCHEME_WORDS.items():
        action = _add(menu, words, partial(window.choose_scheme, scheme))
        action.setCheckable(True)
        action.setChecked(window.context.theme.scheme is scheme)
        group.addAction(action)


def _build_language_menu(window: MainWindow, menu: QMenu) -> None:
    group = QActionGroup(window)
    for choice, words in {SYSTEM: "As the system", **LANGUAGES}.items():
        action = _add(menu, words, partial(window.choose_language, choice))
        action.setCheckable(True)
        action.setChecked(window.context.settings.text("language", SYSTEM) == choice)
        group.addAction(action)


def _build_help_menu(window: MainWindow, menu: QMenu) -> None:
    _add(menu, "&Keys", window.show_cheat_sheet, "H")
    _add(menu, "&About imrecon", window.show_about)
