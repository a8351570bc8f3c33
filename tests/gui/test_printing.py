"""Preparing a mesh for the printer in the real window."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
import trimesh
from PySide6.QtWidgets import QMenu

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.export import export
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.printing.prepare import prepare
from imrecon_gui.core.types import Mesh
from imrecon_gui.ui.print_dialog import PrintDialog
from imrecon_gui.ui.print_report import PrintReportTable

TIMEOUT_MS = 60_000


def tower() -> Mesh:
    """A cone, 0.6 wide and 1 high, on its base."""
    cone = trimesh.creation.cone(0.3, 1.0, sections=48).subdivide().subdivide()
    turn = trimesh.transformations.rotation_matrix(-np.pi / 2, (1, 0, 0))
    cone.apply_transform(turn)
    return Mesh((cone.vertices - (0, 0.5, 0)).astype(np.float32), cone.faces.astype(np.int32))


@pytest.fixture
def real_files(engine, monkeypatch):
    """The engine writes real files."""
    monkeypatch.setattr(engine, "export", lambda mesh, path, mm, _up: export(mesh, path, longest_side_mm=mm))


def opened(qtbot, window, mesh=None) -> PrintDialog:
    """The dialog, by way of the export button's menu."""
    bar = window.reconstruct_tab.view.export_bar
    bar.set_mesh(tower() if mesh is None else mesh, "tower")
    menu: QMenu = bar.button.menu()
    next(action for action in menu.actions() if action.text().startswith("Prepare")).trigger()
    dialog = window.findChild(PrintDialog)
    qtbot.waitUntil(lambda: dialog.windowHandle() is not None and dialog.windowHandle().isExposed())
    return dialog


def ready(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.prepared is not None, timeout=TIMEOUT_MS)
    return dialog.prepared


def values(table: PrintReportTable) -> dict[str, str]:
    return {table.item(row, 1).text(): table.item(row, 2).text() for row in range(table.rowCount())}


def test_the_report_is_there_without_asking(qtbot, window):
    dialog = opened(qtbot, window)
    assert not dialog.export_button.isEnabled()
    made = ready(qtbot, dialog)
    assert dialog.export_button.isEnabled() and dialog.viewport.mesh is made.mesh
    shown = values(dialog.table)
    assert shown["Size"] == "60.0 x 60.0 x 100.0 mm" and shown["Pieces"] == "1"
    assert float(shown["Volume"].split()[0]) == pytest.approx(np.pi * 3**2 * 10 / 3, rel=0.02)
    assert dialog.headline.text()


def test_what_is_chosen_is_made_and_saved_at_that_size(qtbot, window, dialogs, tmp_path, real_files):
    dialog = opened(qtbot, window)
    form = dialog.form
    form.side_box.setCurrentIndex(form.side_box.findText("Height (z)"))
    form.unit_box.setCurrentText("cm")
    form.length_box.setValue(4.5)
    form.base_box.setValue(5.0)
    form.triangles_box.setValue(600)
    form.smoothing_box.setValue(1)
    made = ready(qtbot, dialog)
    assert made.notes == () and made.report.triangles <= 600
    for suffix in (".stl", ".3mf", ".obj"):
        dialogs.mesh = tmp_path / f"print{suffix}"
        with qtbot.waitSignal(window.context.services.export.exported, timeout=TIMEOUT_MS):
            dialog.export_button.click()
        read = trimesh.load(dialogs.mesh, force="mesh")
        assert read.is_watertight and read.extents[1 if suffix == ".obj" else 2] == pytest.approx(
            45, abs=0.05
        )
        assert dialog.status.text() == f"Saved as print{suffix}."
    assert dialogs.suggestions[-1].name == "tower.stl"


def test_the_same_length_in_another_unit_is_no_other_order(qtbot, window):
    dialog = opened(qtbot, window)
    before = dialog.form.order
    dialog.form.unit_box.setCurrentText("in")
    assert dialog.form.length_box.value() == pytest.approx(100 / 25.4, abs=0.01)
    assert dialog.form.order == before


def test_a_choice_makes_it_anew_and_until_then_nothing_is_saved(qtbot, window):
    dialog = opened(qtbot, window)
    ready(qtbot, dialog)
    dialog.form.triangles_box.setValue(300)
    assert dialog.prepared is None and not dialog.export_button.isEnabled()
    assert ready(qtbot, dialog).report.triangles <= 300


def test_what_cannot_be_done_is_said(qtbot, window):
    dialog = opened(qtbot, window)
    dialog.form.base_box.setValue(500.0)
    made = ready(qtbot, dialog)
    assert "flat base" in dialog.status.text() and made.report.watertight


def test_a_hollow_print_says_what_it_saves(qtbot, window, monkeypatch):
    monkeypatch.setattr("imrecon_gui.core.printing.hollow.RESOLUTIONS", (32, 64))
    dialog = opened(qtbot, window)
    dialog.form.wall_box.setValue(5.0)
    report = ready(qtbot, dialog).report
    assert report.watertight and report.pieces == 1
    assert dialog.form.order.wall_mm == 5.0
    saved = report.solid_cm3 - report.volume_cm3
    assert saved > 20 and values(dialog.table)["Hollow"] == f"-{saved:.1f} cm³"


def test_a_hollow_print_is_ordered_with_its_drain_hole(qtbot, window, monkeypatch):
    orders = []

    def quickly(mesh, order, job):
        orders.append(order)
        return prepare(mesh, replace(order, wall_mm=0.0, drain_mm=0.0), job)

    monkeypatch.setattr("imrecon_gui.core.printing.prepare.prepare", quickly)
    dialog = opened(qtbot, window)
    form = dialog.form
    form.drain_box.setValue(4.0)
    assert not form.drain_box.isEnabled() and form.order.drain_mm == 0.0  # a solid has nothing to drain
    form.wall_box.setValue(5.0)
    assert form.drain_box.isEnabled()
    ready(qtbot, dialog)
    assert (orders[-1].wall_mm, orders[-1].drain_mm) == (5.0, 4.0)


def test_an_open_mesh_is_refused_in_one_sentence(qtbot, window):
    mesh = tower()
    dialog = opened(qtbot, window, Mesh(mesh.vertices, mesh.faces[1:]))
    qtbot.waitUntil(lambda: "not closed" in dialog.status.text(), timeout=TIMEOUT_MS)
    assert not dialog.export_button.isEnabled()


def test_a_file_that_cannot_be_written_is_said(qtbot, window, engine, dialogs, tmp_path):
    dialog = opened(qtbot, window)
    ready(qtbot, dialog)
    engine.export_error, dialogs.mesh = (
        ExportError("The disk is full.", "Free some space."),
        tmp_path / "a.stl",
    )
    dialog.export_button.click()
    qtbot.waitUntil(lambda: "disk is full" in dialog.status.text())


@pytest.fixture
def endless(monkeypatch):
    """Preparing goes on until it is told to stop; tells in which thread, and that it stopped."""
    seen = {}

    def prepare(mesh, order, job):
        seen["thread"] = threading.current_thread()
        try:
            while True:
                job.check()
                job.report("simplify", 1, 2)
                threading.Event().wait(0.005)
        except Cancelled:
            seen["stopped"] = True
            raise

    monkeypatch.setattr("imrecon_gui.core.printing.prepare.prepare", prepare)
    return seen


def test_it_works_beside_the_window_and_stops_when_told(qtbot, window, endless):
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.progress_bar.value() > 0)
    assert endless["thread"].name == "imrecon-worker"
    dialog.work_button.click()
    qtbot.waitUntil(lambda: dialog.status.text() == "Stopped.")
    assert endless["stopped"] and dialog.work_button.text() == "Update" and dialog.prepared is None


def test_closing_stops_the_work(qtbot, window, endless):
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: "thread" in endless)
    dialog.reject()
    qtbot.waitUntil(lambda: "stopped" in endless)
    assert dialog.viewport.plotter is None


def test_the_window_can_be_closed_meanwhile_and_the_dialog_opened_twice(qtbot, window):
    first = opened(qtbot, window)
    ready(qtbot, first)
    first.reject()
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is None)
    second = opened(qtbot, window)
    ready(qtbot, second)
    viewport = second.viewport
    window.close()
    assert viewport.plotter is None
