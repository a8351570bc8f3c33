"""The window itself: keys, colours, closing, remembering, opening quickly."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog

from imrecon_gui import paths
from imrecon_gui.app import UnforeseenErrors
from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.settings import Settings
from imrecon_gui.ui.about_dialog import AboutDialog
from imrecon_gui.ui.cheat_sheet import CheatSheet
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.licences import third_party
from imrecon_gui.ui.theme import DARK, LIGHT, Scheme, Theme, palette, style_sheet
from imrecon_gui.view3d.convert import to_polydata, vertex_normals
from imrecon_gui.view3d.scene import DrawStyle
from tests.gui.fakes import octahedron

SLOW = ("torch", "trimesh", "skimage", "cv2", "pyvista", "vtkmodules", "pyqtgraph")


@pytest.fixture
def viewport(window, needs_opengl):
    return window.reconstruct_tab.view.viewport


@pytest.mark.parametrize("key", "1379")
def test_view_keys_turn_the_camera(qtbot, window, viewport, key):
    directions = {"1": (0, 0, 1), "3": (1, 0, 0), "7": (0, 1, 0), "9": (0.577, 0.45, 0.683)}
    viewport.plotter.camera.position = (-1.0, -2.0, -3.0)
    qtbot.keyClick(window, key)
    where = np.array(viewport.plotter.camera.position)
    np.testing.assert_allclose(where / np.linalg.norm(where), directions[key], atol=2e-3)
    assert viewport.plotter.camera.up == ((0, 0, -1) if key == "7" else (0, 1, 0))


def test_style_keys(qtbot, window, viewport):
    viewport.show_mesh(octahedron())
    qtbot.keyClick(window, Qt.Key.Key_E)
    assert viewport.style_name is DrawStyle.EDGES
    assert viewport.plotter.actors["mesh"].prop.show_edges
    qtbot.keyClick(window, Qt.Key.Key_W)
    assert viewport.plotter.actors["mesh"].prop.style == "Wireframe"
    qtbot.keyClick(window, Qt.Key.Key_W)
    assert viewport.style_name is DrawStyle.SHADED
    qtbot.keyClick(window, Qt.Key.Key_G)
    assert "grid" not in viewport.plotter.actors
    qtbot.keyClick(window, Qt.Key.Key_G)
    assert "grid" in viewport.plotter.actors


def test_the_grid_lies_under_the_object(viewport):
    grid = lambda: viewport.plotter.actors["grid"].bounds[2]  # noqa: E731
    assert grid() == pytest.approx(-FIELD_BOUND)
    viewport.show_mesh(octahedron(0.3))
    assert grid() == pytest.approx(-0.3)


def test_r_resets_the_view(qtbot, window, viewport):
    before = viewport.plotter.camera.position
    viewport.plotter.camera.position = (-1.0, -2.0, -3.0)
    qtbot.keyClick(window, Qt.Key.Key_R)
    assert viewport.plotter.camera.position == pytest.approx(before)


def test_a_mesh_is_seen_on_the_screen(qtbot, viewport):
    empty = viewport.plotter.screenshot(return_img=True)
    viewport.show_mesh(octahedron())
    middle = tuple(size // 2 for size in empty.shape[:2])

    def differs():
        seen = viewport.plotter.screenshot(return_img=True)
        return np.abs(seen[middle].astype(int) - empty[middle]).sum() > 30

    qtbot.waitUntil(differs)


def test_keys_do_not_reach_vtk(qtbot, window, viewport):
    viewport.plotter.setFocus()
    for key in "qpfs":
        qtbot.keyClick(viewport.plotter, key)
    assert viewport.plotter.ren_win is not None
    assert not viewport.plotter.ren_win.GetStereoRender()


def test_letters_can_be_typed_into_a_name(qtbot, window):
    window.choose_tab(1)
    edit = window.training_tab.form.name_edit
    edit.clear()
    edit.setFocus()
    qtbot.keyClicks(edit, "egr 1379 h")
    assert edit.text() == "egr 1379 h"


@pytest.mark.parametrize(("scheme", "colours"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_light_and_dark_are_drawn(qtbot, window, scheme, colours):
    window.choose_scheme(scheme)
    qtbot.wait(20)
    corner = window.grab().toImage().pixelColor(window.width() - 3, window.height() - 3)
    expected = QColor(colours["window"])
    depth_16 = 8
    assert np.abs(np.subtract(corner.getRgb(), expected.getRgb())).max() <= depth_16
    assert Settings(paths.settings_path()).text("scheme") == scheme.value
    window.choose_scheme(Scheme.LIGHT)


def test_an_unknown_system_scheme_is_light(qapp, theme):
    theme.choose(Scheme.SYSTEM)
    if qapp.styleHints().colorScheme() != Qt.ColorScheme.Dark:
        assert not theme.is_dark
    theme.choose(Scheme.LIGHT)


def test_both_schemes_name_the_same_colours_and_the_sheet_knows_them(qapp):
    assert DARK.keys() == LIGHT.keys()
    template = paths.style_path().read_text()
    for colours in (LIGHT, DARK):
        assert "@" not in style_sheet(template, colours, paths.icons_dir()).partition("*/")[2]
        assert palette(colours).window().color().name() == colours["window"]


def test_text_can_be_read_in_both_schemes():
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one, other):
        dark, light = sorted((luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)

    for colours in (LIGHT, DARK):
        for text, ground in (
            ("text", "card"),
            ("muted", "card"),
            ("text", "bad-soft"),
            ("text", "accent-soft"),
        ):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        assert contrast(colours["on-accent"], colours["accent"]) >= 4.5


def test_every_icon_the_window_asks_for_is_there(qapp):
    icons = Icons(paths.icons_dir())
    names = [path.stem for path in paths.icons_dir().glob("*.svg")]
    assert len(names) >= 25
    for name in names:
        assert not icons.get(name).pixmap(24, 24).toImage().isNull()
    assert icons.get("absent").isNull()


def test_closing_while_working_cancels_and_waits(qtbot, window, engine, picture):
    engine.hold.set()
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    window.reconstruct_tab.start()
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    start = time.monotonic()
    window.close()
    assert time.monotonic() - start < 5
    assert not window.isVisible()
    assert all(not thread.is_alive() for thread in engine.threads)


def test_two_windows_one_after_another(qtbot, new_window, picture):
    for _ in range(2):
        window = new_window()
        window.reconstruct_tab.take(picture)
        qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
        window.reconstruct_tab.start()
        qtbot.waitUntil(lambda tab=window.reconstruct_tab: tab.result is not None)
        window.close()
        assert window.reconstruct_tab.view.viewport.plotter is None
    assert [t.name for t in threading.enumerate()].count("imrecon-worker") == 0


def test_choices_are_remembered(qtbot, new_window):
    first = new_window()
    first.reconstruct_tab.params.resolution_slider.setValue(7)
    first.reconstruct_tab.params.category_box.setCurrentIndex(2)
    first.reconstruct_tab.view.set_style(DrawStyle.EDGES)
    first.resize(1111, 702)
    first.close()
    second = new_window()
    assert second.reconstruct_tab.params.resolution == 224
    assert second.reconstruct_tab.params.category == "table"
    assert second.reconstruct_tab.view.viewport.style_name is DrawStyle.EDGES


def test_devices_come_after_the_window(qtbot, window):
    box = window.reconstruct_tab.params.device_box
    qtbot.waitUntil(lambda: [box.itemText(i) for i in range(box.count())] == ["Automatic", "CPU"])


def test_sheets_open_and_close(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_H)
    [sheet] = window.findChildren(CheatSheet)
    assert sheet.isVisible()
    sheet.close()
    window.show_about()
    [about] = window.findChildren(AboutDialog)
    listed = {about.table.item(row, 0).text() for row in range(about.table.rowCount())}
    assert {"numpy", "torch", "pyvista"} <= listed
    about.close()
    assert not any(w.isVisible() for w in QApplication.topLevelWidgets() if isinstance(w, QDialog))


def test_licences_are_the_packages_own():
    terms = {licence.package.lower(): licence.terms for licence in third_party()}
    assert "BSD" in terms["numpy"]
    assert "LGPL" in terms["pyside6_essentials"]
    assert all(terms.values())


@pytest.mark.expects_log
def test_errors_that_nobody_caught_reach_the_window(qtbot, window):
    errors = UnforeseenErrors()
    errors.caught.connect(window.report)
    error = RuntimeError("a stray one")
    threading.Thread(target=lambda: errors._on_main_thread(RuntimeError, error, None)).start()
    qtbot.waitUntil(lambda: window.bug_dialog is not None)
    assert "a stray one" in window.bug_dialog.details
    window.bug_dialog.close()


def test_without_opengl_a_sentence_stands_there(qtbot, new_window, monkeypatch, picture):
    monkeypatch.setattr("imrecon_gui.view3d.viewport.has_opengl", lambda: False)
    monkeypatch.setattr("tests.gui.conftest.has_opengl", lambda: False)
    window = new_window()
    viewport = window.reconstruct_tab.view.viewport
    qtbot.waitUntil(lambda: "no OpenGL" in viewport._notice.text())
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    window.reconstruct_tab.start()
    qtbot.waitUntil(lambda: window.reconstruct_tab.result is not None)
    assert viewport.mesh is window.reconstruct_tab.result.mesh


def test_normals_of_an_octahedron_point_along_the_axes():
    mesh = octahedron()
    np.testing.assert_allclose(vertex_normals(mesh.vertices, mesh.faces), 2 * mesh.vertices, atol=1e-6)
    surface = to_polydata(mesh)
    assert surface.n_points == 6 and surface.is_manifold
    assert surface.volume == pytest.approx(4 / 3 * 0.5**3)


def test_the_window_is_imported_before_anything_slow():
    script = f"import sys, imrecon_gui.app; print([m for m in {SLOW} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_theme_without_its_sheet_still_starts(qapp, tmp_path):
    assert Theme(qapp, tmp_path / "absent.qss", tmp_path, Scheme.DARK).is_dark


def test_opening_the_viewport_keeps_the_window(qtbot, window, viewport):
    assert viewport.plotter.isVisible()
    assert int(window.winId()) == window.first_id
    assert window.isActiveWindow()
