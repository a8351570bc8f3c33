"""Choosing which axis is up in exported files, in the real window, whichever way the mesh leaves it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from imrecon_gui.core.export import export
from imrecon_gui.core.types import Mesh
from imrecon_gui.core.up_axis import Up
from imrecon_gui.services import handing
from imrecon_gui.services.handing import Program
from imrecon_gui.ui.print_dialog import PrintDialog
from tests.gui.steps import reconstruct
from tests.gui.test_pictures import drop, files

SLICER = Program("Slicer", ".stl", Path("/opt/slicer"))


def menu_of_axes(window):
    actions = window.reconstruct_tab.view.export_bar.button.menu().actions()
    return next(action.menu() for action in actions if action.text() == "Up axis")


def choose(window, words):
    submenu = menu_of_axes(window)
    action = next(action for action in submenu.actions() if action.text().startswith(words))
    action.trigger()
    assert [other.isChecked() for other in submenu.actions()].count(True) == 1 and action.isChecked()


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """One with a slicer that never starts: its file is written before."""
    monkeypatch.setattr(handing, "find_programs", lambda *_: (SLICER,))
    monkeypatch.setattr(handing.QProcess, "startDetached", lambda *_: (False, 0))


def box() -> Mesh:
    """A closed box of 1 by 0.5 by 0.25, its height along +Y being 0.5."""
    made = trimesh.creation.box((0.25, 0.5, 1.0))
    return Mesh(made.vertices.astype(np.float32), made.faces.astype(np.int32))


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


def test_dragging_and_opening_elsewhere_heed_it(qtbot, window, tab, engine):
    reconstruct(qtbot, tab)
    handle, over = tab.view.drag_handle, tab.view.hand_over
    handle.prepare()
    qtbot.waitUntil(lambda: handle.file is not None)
    choose(window, "Y up")
    assert handle.file is None  # the one that is there is the other way up
    handle.prepare()
    qtbot.waitUntil(lambda: handle.file is not None)
    assert engine.ups == [Up.USUAL, Up.Y]
    over.open_in(SLICER)
    qtbot.waitUntil(lambda: engine.ups[2:] == [Up.Y])
    qtbot.waitUntil(lambda: "could not be started" in window.problems.message.text())


def test_the_queue_heeds_it(qtbot, window, engine, dialogs, tmp_path):
    pictures = [tmp_path / f"{name}.png" for name in ("one", "two")]
    for path in pictures:
        Image.new("RGB", (40, 40), "red").save(path)
    batch = window.context.services.batch
    drop(window, files(*pictures))
    qtbot.waitUntil(lambda: not batch.is_busy)
    choose(window, "Y up")
    dialogs.folder = tmp_path
    with qtbot.waitSignal(batch.exported):
        window.reconstruct_tab.queue.strip.export_button.click()
    assert engine.ups == [Up.Y, Up.Y]


def test_a_print_is_z_up_until_another_is_chosen_there(qtbot, window, engine, dialogs, monkeypatch, tmp_path):
    monkeypatch.setattr(
        engine, "export", lambda mesh, path, mm, up: export(mesh, path, longest_side_mm=mm, up=up)
    )
    window.reconstruct_tab.view.export_bar.set_mesh(box(), "box")
    window.reconstruct_tab.view.export_bar.prepare_print()
    dialog = window.findChild(PrintDialog)
    qtbot.waitUntil(lambda: dialog.prepared is not None)
    heights, up_box, dialogs.mesh = [], dialog.form.up_box, tmp_path / "box.stl"
    for words in ("As usual", "Y up", "Z up"):
        index = next(i for i in range(up_box.count()) if up_box.itemText(i).startswith(words))
        up_box.setCurrentIndex(index)
        up_box.activated.emit(index)
        with qtbot.waitSignal(window.context.services.export.exported):
            dialog.export_button.click()
        heights.append(trimesh.load(dialogs.mesh, force="mesh").extents[2])
    np.testing.assert_allclose(heights, (50, 100, 50), atol=0.1)
    assert dialog.prepared is not None  # the mesh itself was not made anew for it
    menu_of_axes(window).aboutToShow.emit()
    checked = [action.text() for action in menu_of_axes(window).actions() if action.isChecked()]
    assert len(checked) == 1 and checked[0].startswith("Z up")
