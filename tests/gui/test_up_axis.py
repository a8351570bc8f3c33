"""Choosing which axis is up in exported files, in the real window."""

from __future__ import annotations

from imrecon_gui.core.up_axis import Up
from tests.gui.steps import reconstruct


def choose(window, words):
    menu = window.reconstruct_tab.view.export_bar.button.menu()
    submenu = next(action.menu() for action in menu.actions() if action.text() == "Up axis")
    action = next(action for action in submenu.actions() if action.text().startswith(words))
    action.trigger()
    assert [other.isChecked() for other in submenu.actions()].count(True) == 1 and action.isChecked()


def test_the_axis_chosen_goes_into_the_files_and_is_remembered(
    qtbot, new_window, engine, dialogs, picture, tmp_path
):
    window = new_window()
    tab = window.reconstruct_tab
    tab.take(picture)
    qtbot.waitUntil(tab.params.button.isEnabled)
    reconstruct(qtbot, tab)
    dialogs.mesh = tmp_path / "chair.obj"
    tab.view.export_bar.export()
    qtbot.waitUntil(lambda: engine.ups == [Up.USUAL])
    choose(window, "Z up")
    tab.view.export_bar.export()
    qtbot.waitUntil(lambda: engine.ups == [Up.USUAL, Up.Z])
    window.close()
    assert new_window().reconstruct_tab.view.export_bar.up is Up.Z
