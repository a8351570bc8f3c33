"""From the picture to the mesh on the screen, through the real window."""

from __future__ import annotations

import itertools
import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from imrecon_gui.core.errors import EmptyFieldError, ExportError
from imrecon_gui.ui.result_bar import FIELDS, NOTHING
from tests.gui.fakes import octahedron


def wait_done(qtbot, tab):
    qtbot.waitUntil(lambda: tab.params.button.text() == "Reconstruct")


def wait_held(qtbot, engine, n=1):
    qtbot.waitUntil(lambda: len(engine.requests) == n)


def test_the_mesh_appears_and_is_measured(qtbot, tab):
    tab.params.button.click()
    qtbot.waitUntil(lambda: tab.result is not None)
    assert tab.view.viewport.mesh is tab.result.mesh
    texts = {name: value.text() for name, value in tab.view.results.values.items()}
    assert texts == {
        "Device": "CPU",
        "Time": "1.5 s",
        "Vertices": "6",
        "Faces": "8",
        "Watertight": "Yes",
        "Category": "chair 90%, table 10%",
        "Seen from": NOTHING,
    }


def test_a_narrow_line_of_measures_leaves_out_whole_ones(qtbot, tab):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    bar, before = tab.view.results, set(FIELDS)
    for room in range(900, 100, -40):
        bar.resize(room, bar.height())
        shown = {name: value for name, value in bar.values.items() if not value.isHidden()}
        assert set(shown) <= before and "Category" in shown
        assert set(shown) == {"Category"} or sum(v.sizeHint().width() for v in shown.values()) < room
        before = set(shown)
    assert len(before) < len(FIELDS)
    bar.resize(2000, bar.height())
    assert not any(value.isHidden() for value in bar.values.values())


def test_the_mesh_drawn_is_the_mesh_made(qtbot, needs_opengl, tab):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    drawn = tab.view.viewport.plotter.actors["mesh"].mapper.dataset
    np.testing.assert_array_equal(drawn.points, octahedron().vertices)
    np.testing.assert_array_equal(drawn.regular_faces, octahedron().faces)


def test_the_order_is_what_was_chosen(qtbot, window, tab, engine):
    params = tab.params
    params.category_box.setCurrentIndex(params.category_box.findData("table"))
    params.resolution_slider.setValue(3)
    params.button.click()
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    request, model, device = engine.requests[0]
    assert (request.category, request.resolution, request.image) == ("table", 96, tab.image)
    assert (model.name, device) == ("big.safetensors", "auto")
    wait_done(qtbot, tab)


def test_all_work_is_done_off_the_gui_thread(qtbot, window, tab, engine):
    tab.start()
    wait_done(qtbot, tab)
    assert {thread.name for thread in engine.threads} == {"imrecon-worker"}
    assert threading.main_thread() not in engine.threads


def test_the_bar_never_runs_backwards(qtbot, window, tab):
    seen = []
    window.context.services.reconstruction.progressed.connect(
        lambda *_: seen.append(tab.params.progress_bar.value())
    )
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    assert all(a <= b for a, b in itertools.pairwise(seen))
    assert (seen[0], seen[-1]) == (0, tab.params.progress_bar.maximum())


def test_cancel_stops_and_the_last_mesh_comes_back(qtbot, window, tab, engine):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    wait_done(qtbot, tab)
    engine.hold.set()
    tab.params.button.click()
    assert tab.params.button.text() == "Cancel"
    qtbot.waitUntil(lambda: tab.view.viewport.mesh is not tab.result.mesh)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    wait_done(qtbot, tab)
    assert tab.view.viewport.mesh is tab.result.mesh
    assert tab.params.progress_label.text() == ""
    assert not window.context.services.reconstruction.is_busy


def test_starting_twice_gives_one_result(qtbot, window, tab, engine):
    results = []
    window.context.services.reconstruction.succeeded.connect(results.append)
    engine.hold.set()
    tab.start()
    wait_held(qtbot, engine)
    tab.start()
    wait_held(qtbot, engine, 2)
    engine.hold.clear()
    wait_done(qtbot, tab)
    qtbot.wait(50)
    assert len(results) == 1


def test_a_new_picture_cancels_what_was_being_made(qtbot, window, tab, engine, picture):
    engine.hold.set()
    tab.start()
    wait_held(qtbot, engine)
    tab.take(picture)
    wait_done(qtbot, tab)
    qtbot.waitUntil(tab.params.button.isEnabled)
    assert tab.result is None


def test_a_foreseen_failure_is_a_banner(qtbot, window, tab, engine):
    engine.error = EmptyFieldError("The network sees no object.", "Try another picture.")
    tab.start()
    qtbot.waitUntil(window.problems.isVisible)
    assert window.problems.hint.text() == "Try another picture."
    wait_done(qtbot, tab)
    assert tab.params.button.isEnabled()


@pytest.mark.expects_log
def test_an_unforeseen_one_is_a_dialog_and_the_window_stays_usable(qtbot, window, tab, engine):
    engine.error = ZeroDivisionError("nobody foresaw this")
    tab.start()
    qtbot.waitUntil(lambda: window.bug_dialog is not None)
    assert "nobody foresaw this" in window.bug_dialog.details
    assert "in reconstruct" in window.bug_dialog.details
    window.bug_dialog.close()
    engine.error = None
    wait_done(qtbot, tab)
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)


def test_notes_are_shown(qtbot, window, tab, engine):
    engine.notes = ("CUDA ran out of memory, so the CPU did the work.",)
    tab.start()
    qtbot.waitUntil(window.problems.isVisible)
    assert window.problems.message.text() == engine.notes[0]
    assert window.problems.objectName() == "notice"


@pytest.mark.parametrize("suffix", [".stl", ".obj", ".ply", ".glb", ".3mf"])
def test_every_format_is_exported(qtbot, window, tab, engine, dialogs, tmp_path, suffix):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    dialogs.mesh = tmp_path / f"out{suffix}"
    bar = tab.view.export_bar
    bar.size_box.setValue(42)
    [action] = [a for a in bar.button.menu().actions() if a.text().startswith(suffix[1:].upper())]
    action.trigger()
    qtbot.waitUntil(lambda: engine.exports != [])
    mesh, path, size_mm = engine.exports[0]
    assert dialogs.suggestions[0].name == f"red chair{suffix}"
    assert (mesh, path, size_mm) == (tab.result.mesh, dialogs.mesh, 42)
    qtbot.waitUntil(window.problems.isVisible)
    assert window.problems.message.text() == f"The mesh is saved as out{suffix}."
    assert bar.suffix == suffix


def test_a_strange_suffix_is_refused(qtbot, window, tab, engine, dialogs, tmp_path):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    dialogs.mesh = tmp_path / "out.docx"
    tab.view.export_bar.button.click()
    qtbot.waitUntil(window.problems.isVisible)
    assert "no known mesh format" in window.problems.message.text()
    assert engine.exports == []


def test_a_failed_export_is_a_banner(qtbot, window, tab, engine, dialogs, tmp_path):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    engine.export_error = ExportError("The disk is full.", "Free some space.")
    dialogs.mesh = tmp_path / "out.stl"
    tab.view.export_bar.export()
    qtbot.waitUntil(window.problems.isVisible)
    assert window.problems.message.text() == "The disk is full."


def test_exporting_does_not_stop_a_reconstruction(qtbot, window, tab, engine, dialogs, tmp_path):
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    wait_done(qtbot, tab)
    first = tab.result
    engine.hold.set()
    tab.start()
    wait_held(qtbot, engine, 2)
    dialogs.mesh = tmp_path / "out.stl"
    tab.view.export_bar.export()
    engine.hold.clear()
    qtbot.waitUntil(lambda: tab.result is not first and engine.exports != [])


def test_without_a_mesh_nothing_is_exported(window, dialogs):
    window.reconstruct_tab.view.export_bar.export()
    assert dialogs.suggestions == []
    assert not window.reconstruct_tab.view.export_bar.button.isEnabled()


def test_without_a_picture_there_is_nothing_to_start(window, engine):
    assert not window.reconstruct_tab.params.button.isEnabled()
    window.reconstruct_tab.start()
    assert engine.requests == []


def test_models_follow_the_category(window):
    params = window.reconstruct_tab.params
    names = lambda: [params.model_box.itemText(i) for i in range(params.model_box.count())]  # noqa: E731
    assert names() == ["big", "small"]
    params.category_box.setCurrentIndex(params.category_box.findData("table"))
    assert names() == ["big"]
    params.choose_model("small")
    assert (params.category, params.model.name) == ("auto", "small")
