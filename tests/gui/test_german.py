"""The window in German: what was said in English is said in German everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QWidget

from imrecon_gui import language, paths
from imrecon_gui.language import read_translations
from imrecon_gui.ui.mask_dialog import MaskDialog
from imrecon_gui.ui.print_dialog import PrintDialog


@pytest.fixture(scope="module")
def translations():
    return read_translations(paths.translations_dir() / "imrecon_de.ts")


@pytest.fixture(autouse=True)
def german(qapp):
    """German from before the window is built until it is gone."""
    made = language.install(qapp, "de", paths.translations_dir())
    assert len(made) == 2
    yield
    for translator in made:
        qapp.removeTranslator(translator)
        translator.deleteLater()


def reconstruct(qtbot, tab):
    """Make a mesh, and wait until the window has heard of it."""
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None and tab.params.button.text() == "Rekonstruieren")


def said(root: QWidget) -> set[str]:
    """All that the parts of a window say or would say."""
    words = {root.windowTitle()}
    for part in (root, *root.findChildren(QWidget)):
        words |= {part.toolTip(), part.accessibleName(), part.accessibleDescription()}
        if isinstance(part, QLabel | QAbstractButton):
            words.add(part.text())
        if isinstance(part, QComboBox):
            words |= {part.itemText(i) for i in range(part.count())}
        if isinstance(part, QMenu):
            words |= {action.text() for action in part.actions()} | {part.title()}
    return words


def english(root: QWidget, translations: dict[str, str]) -> set[str]:
    """What should have been said otherwise."""
    return {words for words in said(root) if translations.get(words, words) != words}


def test_no_english_is_left_in_the_window(qtbot, tab, window, translations):
    reconstruct(qtbot, tab)
    assert tab.params.button.text() == "Rekonstruieren"
    assert tab.view.results.values["Watertight"].text() == "Ja"
    assert tab.view.results.values["Category"].text() == "Stuhl 90%, Tisch 10%"
    window.lesson_tab.setVisible(True)
    assert english(window, translations) == set()


@pytest.mark.parametrize("kind", [MaskDialog, PrintDialog])
def test_no_english_is_left_in_a_dialog(qtbot, tab, window, translations, kind):
    reconstruct(qtbot, tab)
    (tab.mend if kind is MaskDialog else tab.view.export_bar.prepare_print)()
    dialog = window.findChild(kind)
    if kind is PrintDialog:
        qtbot.waitUntil(lambda: dialog.prepared is not None)
    assert english(dialog, translations) == set()
    assert any("Abbrechen" in words or "Schließen" in words for words in said(dialog))
    dialog.reject()


def test_errors_and_sheets_are_german(qtbot, window, translations, tmp_path):
    (tmp_path / "words.png").write_text("words")
    window.reconstruct_tab.take(tmp_path / "words.png")
    qtbot.waitUntil(window.problems.isVisible)
    window.show_cheat_sheet()
    window.show_about()
    assert english(window, translations) == set()


def test_the_choice_is_kept_for_the_next_start(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    actions = [
        action for menu in menus for part in menu.actions() if part.menu() for action in part.menu().actions()
    ]
    next(action for action in actions if action.text() == "English").trigger()
    assert window.context.settings.text("language") == "en"
    assert window.problems.message.text() == "Die Sprache wechselt beim nächsten Start."
