"""The reconstruction beside the truth, through the real window."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from imrecon_gui.core.export import export
from imrecon_gui.core.metrics import normalise
from imrecon_gui.services import comparing
from imrecon_gui.ui.compare_dialog import CompareDialog
from imrecon_gui.ui.comparer import FILE_WORDS, SAMPLE_WORDS
from imrecon_gui.view3d.scene import StandardView
from tests.gui.fakes import octahedron


@pytest.fixture
def tab(qtbot, window, picture):
    """The tab with an octahedron."""
    made = window.reconstruct_tab
    made.take(picture)
    qtbot.waitUntil(made.params.button.isEnabled)
    made.start()
    qtbot.waitUntil(lambda: made.result is not None)
    qtbot.waitUntil(lambda: made.params.button.text() == "Reconstruct")
    return made


@pytest.fixture
def truth(tmp_path):
    """A file with the octahedron, twice as large and elsewhere."""
    path = tmp_path / "truth.ply"
    mesh = octahedron(1.0)
    mesh.vertices[:] += np.float32([3, 1, -2])
    export(mesh, path)
    return path


def opened(qtbot, window) -> CompareDialog:
    qtbot.waitUntil(lambda: window.findChild(CompareDialog) is not None)
    return window.findChild(CompareDialog)


def offered(window, words):
    """The menus' action of that name."""
    menus = [action.menu() for action in window.menuBar().actions()]
    return next(action for menu in menus for action in menu.actions() if action.text() == words)


def drop(viewport, path):
    """What the viewport answers to entering, and the drop itself."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    middle = QPointF(viewport.rect().center())
    enter = QDragEnterEvent(middle.toPoint(), *arguments)
    enter.setAccepted(False)
    QApplication.sendEvent(viewport, enter)
    if enter.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(middle, *arguments))
    return enter.isAccepted()


def test_a_dropped_mesh_is_compared_in_the_worker(qtbot, window, tab, truth, monkeypatch):
    threads = []
    real = comparing._compare
    monkeypatch.setattr(
        comparing, "_compare", lambda *a: threads.append(threading.current_thread()) or real(*a)
    )
    assert drop(tab.view.viewport, truth)
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert threads == [t for t in threads if t is not threading.main_thread()] and threads
    found = dialog.comparison
    assert found.iou > 0.99 and found.errors.max() < 1e-3
    assert "IoU) 100.0%" in dialog.figures.text() and "Chamfer-L1" in dialog.figures.text()
    assert "truth.ply" in dialog.windowTitle()
    np.testing.assert_allclose(found.truth.vertices.max(0), 0.5, atol=1e-5)
    np.testing.assert_allclose(found.mesh.vertices, normalise(tab.result.mesh).vertices)


def test_other_files_are_not_taken(window, tab, picture):
    assert not drop(tab.view.viewport, picture)
    assert window.findChild(CompareDialog) is None


def test_both_are_shown_and_turn_together(qtbot, needs_opengl, window, tab, truth):
    tab.view.comparer.compare_file(truth)
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.comparison is not None and dialog.theirs.plotter is not None)
    drawn = dialog.ours.plotter.actors["mesh"].mapper.dataset.point_data["paint"]
    np.testing.assert_array_equal(drawn, dialog.comparison.colours)
    assert dialog.theirs.mesh is dialog.comparison.truth
    for turned, other in ((dialog.ours, dialog.theirs), (dialog.theirs, dialog.ours)):
        view = StandardView.FRONT if turned is dialog.ours else StandardView.TOP
        turned.set_view(view)
        assert other.plotter.camera.GetPosition() == turned.plotter.camera.GetPosition()
        assert other.plotter.camera.GetViewUp() == turned.plotter.camera.GetViewUp()
    viewport = dialog.ours
    dialog.reject()
    assert viewport.plotter is None
    qtbot.waitUntil(lambda: window.findChild(CompareDialog) is None)


def test_the_menu_asks_for_a_file(qtbot, window, tab, truth, dialogs):
    asked = []
    dialogs.mesh_to_open = lambda _parent, _folder, suffixes: asked.append(suffixes) or truth
    offered(window, FILE_WORDS).trigger()
    assert ".stl" in asked[0]
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.comparison is not None)


def test_a_broken_file_is_said_so_in_the_dialog(qtbot, window, tab, tmp_path):
    path = tmp_path / "broken.stl"
    path.write_bytes(b"nonsense")
    tab.view.comparer.compare_file(path)
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: "broken.stl" in dialog.status.text())
    assert dialog.figures.text() == "Not compared"


def test_without_a_reconstruction_it_is_said_so(window, truth):
    drop(window.reconstruct_tab.view.viewport, truth)
    assert "no reconstruction" in window.problems.message.text()
    assert window.findChild(CompareDialog) is None


def test_only_samples_have_a_known_shape(window, tab):
    tab.view.comparer.compare_sample()
    assert "sample" in window.problems.message.text() and window.findChild(CompareDialog) is None


def test_a_sample_is_compared_with_its_true_shape(qtbot, window, tab, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "training.example_truth.example_truth", lambda name, _job: asked.append(name) or octahedron(0.5)
    )
    before, (sample,) = tab.result, window.context.places.examples
    tab.take(sample)
    qtbot.waitUntil(lambda: tab.image.name == sample.stem and tab.params.button.isEnabled())
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not before)
    offered(window, SAMPLE_WORDS).trigger()
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert asked == ["sample_mug"] and dialog.comparison.iou > 0.99
