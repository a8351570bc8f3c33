"""Handing the mesh to other programs, from the real window."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QProcess, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from imrecon_gui import paths
from imrecon_gui.core.errors import ExportError
from imrecon_gui.services import handing
from imrecon_gui.services.handing import Program
from imrecon_gui.ui import drag_handle
from imrecon_gui.ui.hand_over import NO_PROGRAM
from tests.gui.steps import reconstruct

REAL_START = QProcess.startDetached
BLENDER = Program("Blender", ".glb", Path("/opt/blender"), ("--import", "{file}"))
SLICER = Program("Slicer", ".stl", Path("/opt/slicer"))


class FakeDrag:
    """Stands for QDrag, whose drag ends only where a mouse lets go."""

    dragged: list = []

    def __init__(self, source):
        self.source = source

    def setMimeData(self, mime):
        self.mime = mime

    def setPixmap(self, _pixmap):
        pass

    def exec(self, action):
        FakeDrag.dragged.append((Path(self.mime.urls()[0].toLocalFile()), action))


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """One with two programs, before any window looks; tells what was started, by which thread."""
    started = []
    monkeypatch.setattr(handing, "find_programs", lambda *_: (BLENDER, SLICER))

    def start(command, arguments):
        started.append((command, arguments, threading.current_thread()))
        return "slicer" not in command, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.setattr(drag_handle, "QDrag", FakeDrag)
    FakeDrag.dragged = []
    return started


@pytest.fixture
def meshed(qtbot, tab):
    reconstruct(qtbot, tab)
    return tab


def enter(handle):
    middle = QPointF(handle.rect().center())
    QApplication.sendEvent(handle, QEnterEvent(middle, middle, QPointF(handle.mapToGlobal(middle))))


def drag(qtbot, handle):
    """Press on the handle and move far."""
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(1, 0))
    way = QPoint(QApplication.startDragDistance() + 5, 0)
    event = drag_handle.QMouseEvent(
        drag_handle.QMouseEvent.Type.MouseMove,
        QPointF(middle + way),
        QPointF(handle.mapToGlobal(middle + way)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, event)


def test_programs_are_offered_and_started_with_a_file_of_their_format(qtbot, window, meshed, machine, engine):
    over = meshed.view.hand_over
    qtbot.waitUntil(lambda: [action.text() for action in over.menu.actions()] == ["Blender", "Slicer"])
    assert over.menu.isEnabled() and not over.copy_action.isEnabled()
    over.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "Blender is starting" in window.problems.message.text())
    mesh, path, _ = engine.exports[-1]
    assert mesh is meshed.result.mesh and path.name == "red chair.glb" and path.is_file()
    assert path.parent.parent == paths.handout_dir()
    assert machine[0][:2] == ("/opt/blender", ["--import", str(path)])
    assert machine[0][2] is not threading.main_thread()
    over.copy_action.trigger()
    assert QGuiApplication.clipboard().text() == str(path)


def test_a_program_that_does_not_start_is_said(qtbot, window, meshed, engine):
    over = meshed.view.hand_over
    qtbot.waitUntil(lambda: len(over.menu.actions()) == 2)
    meshed.view.export_bar.size_box.setValue(42)
    over.menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: "Slicer could not be started" in window.problems.message.text())
    assert engine.exports[-1][1:] == (engine.exports[-1][1].with_name("red chair.stl"), 42)


def test_without_programs_or_a_mesh_there_is_nothing_to_open(qtbot, window, monkeypatch):
    over = window.reconstruct_tab.view.hand_over
    over._offer(())
    assert [action.text() for action in over.menu.actions()] == [NO_PROGRAM]
    assert not over.menu.actions()[0].isEnabled() and not over.menu.isEnabled()
    assert not window.reconstruct_tab.view.drag_handle.isEnabled()


def test_the_file_is_written_as_the_mouse_comes_and_then_dragged(qtbot, meshed, engine):
    handle = meshed.view.drag_handle
    assert handle.isEnabled() and engine.exports == []
    enter(handle)
    qtbot.waitUntil(lambda: handle.file is not None)
    enter(handle)
    drag(qtbot, handle)
    (dragged,) = FakeDrag.dragged
    assert dragged == (handle.file, Qt.DropAction.CopyAction)
    assert dragged[0].name == "red chair.glb" and dragged[0].read_bytes() == b"mesh"
    assert len(engine.exports) == 1
    handle._choose(".stl")
    assert handle.file is None and "STL" in handle.toolTip()
    qtbot.waitUntil(lambda: handle.file is not None)
    assert handle.file.name == "red chair.stl" and handle.file.parent != dragged[0].parent
    assert dragged[0].is_file()  # whoever got it may still read it


def test_nothing_is_dragged_before_the_file_is_there(qtbot, window, meshed, engine):
    handle = meshed.view.drag_handle
    engine.export_error = ExportError("The disk is full.", "Free some space.")
    for _ in range(2):
        with qtbot.waitSignal(window.context.services.handing.failed):
            drag(qtbot, handle)
    assert "disk is full" in window.problems.message.text()
    assert FakeDrag.dragged == [] and handle.file is None
    engine.export_error = None
    enter(handle)
    qtbot.waitUntil(lambda: handle.file is not None)


def test_an_export_can_be_copied_as_a_path(qtbot, meshed, dialogs, tmp_path):
    dialogs.mesh = tmp_path / "out.ply"
    meshed.view.export_bar.export()
    over = meshed.view.hand_over
    qtbot.waitUntil(over.copy_action.isEnabled)
    over.copy_path()
    assert QGuiApplication.clipboard().text() == str(dialogs.mesh)


def test_a_true_program_is_started_and_told_the_file(qtbot, tab, monkeypatch, tmp_path):
    monkeypatch.setattr(QProcess, "startDetached", REAL_START)
    reconstruct(qtbot, tab)
    out = tmp_path / "told.txt"
    words = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    program = Program("Python", ".obj", Path(sys.executable), ("-S", "-c", words, str(out), "{file}"))
    tab.view.hand_over.open_in(program)
    qtbot.waitUntil(lambda: out.is_file() and out.read_text() != "")
    assert Path(out.read_text()).name == "red chair.obj"
