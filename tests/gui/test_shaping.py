"""Changing the shape of what was reconstructed, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from imrecon_gui.services.shaping import FARTHEST, PLAIN, Symmetry
from imrecon_gui.ui.shape_bar import STEPS
from tests.gui.fakes import octahedron
from tests.gui.steps import reconstruct

FIRST_CUT = 0.25  # of the engine's first result


@pytest.fixture
def shaped(qtbot, window, tab, engine):
    """The tab with a mesh of a model of three directions, and the bar open."""
    engine.n_directions = 3
    reconstruct(qtbot, tab)
    qtbot.keyClick(window, Qt.Key.Key_S)
    assert tab.view.shape_bar.isVisible()
    return tab


def made(qtbot, tab, engine, n):
    """The change that was ordered last, once n orders were given and the last is done."""
    qtbot.waitUntil(lambda: len(engine.requests) == n and tab.result.edit == engine.requests[-1][0].edit)
    qtbot.waitUntil(lambda: tab.params.button.text() == "Reconstruct")
    return engine.requests[-1][0].edit


def test_sliders_symmetry_and_the_way_back(qtbot, window, shaped, engine):
    bar = shaped.view.shape_bar
    assert [slider.isVisible() for slider in bar.sliders] == [True] * 3 + [False] * 2
    assert not bar.undo_button.isEnabled() and not bar.plain_button.isEnabled()
    bar.sliders[1].setValue(STEPS // 2)
    edit = made(qtbot, shaped, engine, 2)
    assert edit.amounts[:3] == (0.0, FARTHEST / 2, 0.0) and edit.cut == FIRST_CUT
    bar.symmetry_buttons[Symmetry.LEFT].click()
    edit = made(qtbot, shaped, engine, 3)
    assert edit.amounts[1] == FARTHEST / 2 and edit.symmetry is Symmetry.LEFT
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made(qtbot, shaped, engine, 4).symmetry is Symmetry.NONE
    assert bar.symmetry_buttons[Symmetry.NONE].isChecked()
    bar.undo_button.click()
    assert made(qtbot, shaped, engine, 5) == PLAIN and bar.sliders[1].value() == 0
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, shift)
    assert made(qtbot, shaped, engine, 6).amounts[1] == FARTHEST / 2
    bar.plain_button.click()
    assert made(qtbot, shaped, engine, 7) == PLAIN and bar.undo_button.isEnabled()


def test_the_mesh_follows_a_dragged_slider_sketch_by_sketch(qtbot, shaped, engine, monkeypatch):
    slider, viewport = shaped.view.shape_bar.sliders[0], shaped.view.viewport
    sizes, show = [], viewport.show_mesh
    monkeypatch.setattr(viewport, "show_mesh", lambda mesh: (sizes.append(mesh.vertices.max()), show(mesh)))
    engine.hold.set()
    slider.setSliderDown(True)
    for n, value in enumerate((2, 4, 6), start=2):
        slider.setValue(value)
        qtbot.waitUntil(lambda n=n: len(engine.requests) == n and shaped.shape._is_sketched)
    sketch, finished = octahedron(0.3).vertices.max(), octahedron().vertices.max()
    assert sizes == [sketch] * 3  # the finished mesh did not come back in between
    slider.setSliderDown(False)
    engine.hold.clear()
    made(qtbot, shaped, engine, 4)
    assert sizes[-1] == finished and viewport.mesh is shaped.result.mesh
    shaped.shape.undo()
    assert made(qtbot, shaped, engine, 5) == PLAIN  # the drag was one step


def test_another_picture_begins_anew(qtbot, shaped, engine, picture):
    bar = shaped.view.shape_bar
    bar.sliders[0].setValue(3)
    made(qtbot, shaped, engine, 2)
    before = shaped.image
    shaped.take(picture)
    assert not bar.isEnabled() and not shaped.shape.undo_action.isEnabled()
    qtbot.waitUntil(lambda: shaped.image is not before)
    engine.n_directions = 0
    reconstruct(qtbot, shaped)
    assert engine.requests[-1][0].edit == PLAIN and bar.sliders[0].value() == 0
    assert bar.isEnabled() and not bar.undo_button.isEnabled()
    assert not any(slider.isVisible() for slider in bar.sliders)
    assert bar.symmetry_buttons[Symmetry.BOTH].isVisible()


def test_without_a_mesh_there_is_nothing_to_change(qtbot, shaped, engine):
    shaped.view.shape_bar.sliders[0].setValue(3)
    made(qtbot, shaped, engine, 2)
    shaped.clear()
    assert not shaped.view.shape_bar.isEnabled() and not shaped.shape.undo_action.isEnabled()
