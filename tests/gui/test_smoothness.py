"""The window goes on: what is drawn anew, how often, and in which thread the rest is done."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from imrecon_gui.core.export import export
from imrecon_gui.services.comparing import file_truth
from imrecon_gui.ui.picture_view import TILE_PX, PictureView
from imrecon_gui.view3d.scene import DrawStyle
from imrecon_gui.view3d.viewport import Viewport
from tests.gui.fakes import octahedron

LONG_MS = 600  # more than twice `imrecon_gui.view3d.canvas.CALM_MS`, a module that loads VTK


@pytest.fixture
def viewport(qtbot, window, needs_opengl):
    view = window.reconstruct_tab.view.viewport
    qtbot.waitUntil(lambda: view.plotter.is_whole)
    return view


def shown(plotter):
    """How many things are drawn."""
    return sum(
        thing.GetVisibility() for one in plotter.ren_win.GetRenderers() for thing in one.GetViewProps()
    )


@pytest.fixture
def new_viewport(qtbot, window, needs_opengl):
    """A second viewport with a mesh, just opened, and how many things its drawings show, as they come."""
    view, counts = Viewport(), []
    qtbot.addWidget(view)
    view.show_mesh(octahedron())
    view.show()
    view.open()
    view.plotter.render_window.AddObserver("StartEvent", lambda *_: counts.append(shown(view.plotter)))
    yield view, counts
    view.shut()


def mouse(plotter, kind, x):
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    place = QPointF(plotter.rect().center()) + QPointF(x, 0)
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, place, plotter.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plotter, event)


def test_many_movements_of_the_mouse_are_drawn_once(qtbot, viewport):
    viewport.show_mesh(octahedron())
    viewport.plotter.repaint()
    drawn = []
    viewport.plotter.render_window.AddObserver("StartEvent", lambda *_: drawn.append(1))
    before = viewport.plotter.camera.position
    mouse(viewport.plotter, QEvent.Type.MouseButtonPress, 0)
    for x in range(5, 50, 5):
        mouse(viewport.plotter, QEvent.Type.MouseMove, x)
    mouse(viewport.plotter, QEvent.Type.MouseButtonRelease, 50)
    assert not drawn and viewport.plotter.camera.position != before
    qtbot.waitUntil(lambda: bool(drawn))
    QApplication.processEvents()
    assert len(drawn) < 3


def test_a_new_size_is_drawn_once(qtbot, window, viewport):
    sizes = []
    plotter = viewport.plotter
    plotter.render_window.AddObserver("StartEvent", lambda *_: sizes.append(plotter.ren_win.GetSize()))
    before = plotter.size()
    window.resize(window.width() + 40, window.height() + 30)
    qtbot.waitUntil(lambda: plotter.size() != before and bool(sizes))
    QApplication.processEvents()
    ratio = plotter.devicePixelRatioF()
    assert sizes == [(round(plotter.width() * ratio), round(plotter.height() * ratio))]


def test_a_new_viewport_draws_one_thing_more_each_time(qtbot, new_viewport):
    viewport, counts = new_viewport
    qtbot.waitUntil(lambda: viewport.plotter.is_whole)
    assert counts[0] == 0 and counts[-1] == shown(viewport.plotter) > 2
    assert set(np.diff(counts)) <= {0, 1}


def test_a_picture_of_a_new_viewport_shows_everything(new_viewport):
    viewport, counts = new_viewport
    viewport.snapshot()
    assert counts[-1] == shown(viewport.plotter) > 2


def test_only_what_may_be_open_is_drawn_from_inside(qtbot, viewport):
    viewport.show_mesh(octahedron())
    assert viewport.plotter.actors["mesh"].prop.culling == "back"
    viewport.set_style(DrawStyle.WIREFRAME)
    assert viewport.plotter.actors["mesh"].prop.culling == "none"
    other = Viewport(is_two_sided=True)
    qtbot.addWidget(other)
    assert other._look()["culling"] is None


@pytest.mark.parametrize(
    "renderer, by_processor", [("llvmpipe (LLVM 15.0.6, 256 bits)", True), ("GeForce", False)]
)
def test_a_processor_smooths_afterwards(new_window, monkeypatch, needs_opengl, renderer, by_processor):
    monkeypatch.setattr("imrecon_gui.view3d.opengl._renderer", lambda: renderer)
    plotter = new_window().reconstruct_tab.view.viewport.plotter
    assert plotter.renderer.GetUseFXAA() == by_processor
    assert plotter.ren_win.GetMultiSamples() == 0 or not by_processor


@pytest.fixture
def smoothed(viewport, monkeypatch, new_window):
    """Whether each drawing of a viewport that the processor draws was smoothed, as they come."""
    monkeypatch.setattr("imrecon_gui.view3d.opengl._renderer", lambda: "llvmpipe")
    view = new_window().reconstruct_tab.view.viewport
    seen = []
    renderer = view.plotter.renderer
    view.plotter.render_window.AddObserver("StartEvent", lambda *_: seen.append(bool(renderer.GetUseFXAA())))
    return view, seen


def test_a_processor_draws_at_once_and_smooths_when_it_is_calm(qtbot, smoothed):
    viewport, seen = smoothed
    viewport.show_mesh(octahedron())
    viewport.plotter.repaint()
    assert seen and not seen[-1]
    assert viewport.plotter.renderer.GetUseFXAA()  # for pictures that are taken
    qtbot.waitUntil(lambda: seen[-1])
    count = len(seen)
    qtbot.wait(LONG_MS)
    assert len(seen) == count  # and then it rests


def test_a_picture_that_is_kept_is_no_draft(smoothed):
    viewport, seen = smoothed
    viewport.hurry(True)
    viewport.show_mesh(octahedron())
    viewport.grab()
    assert not seen[-1]
    viewport.snapshot()
    assert seen[-1]


def test_nothing_is_smoothed_while_the_processor_is_needed(qtbot, smoothed):
    viewport, seen = smoothed
    qtbot.wait(LONG_MS)
    viewport.hurry(True)
    seen.clear()
    viewport.show_mesh(octahedron())
    viewport.plotter.repaint()
    qtbot.wait(LONG_MS)
    assert seen and not any(seen)
    viewport.hurry(False)
    qtbot.waitUntil(lambda: seen[-1])


def test_a_new_mesh_takes_the_place_of_the_last_in_the_same_actor(viewport):
    viewport.show_mesh(octahedron())
    mesh, grid = viewport.plotter.actors["mesh"], viewport.plotter.actors["grid"]
    viewport.show_mesh(octahedron(0.3))
    assert viewport.plotter.actors["mesh"] is mesh and viewport.plotter.actors["grid"] is grid
    assert mesh.mapper.dataset.bounds[1] == pytest.approx(0.3)
    assert mesh.bounds[1] == pytest.approx(0.3)


def test_after_another_style_the_mesh_is_drawn_in_it(viewport):
    viewport.show_mesh(octahedron())
    viewport.set_style(DrawStyle.WIREFRAME)
    viewport.show_mesh(octahedron(0.3))
    assert viewport.plotter.actors["mesh"].prop.style == "Wireframe"
    viewport.show_mesh(None)
    viewport.show_mesh(octahedron(0.2))
    np.testing.assert_allclose(viewport.plotter.actors["mesh"].bounds[1], 0.2)


def test_vtk_is_loaded_in_a_worker(qtbot, new_window, monkeypatch, needs_opengl):
    threads = []
    monkeypatch.setattr("imrecon_gui.ui.opening.load_vtk", lambda: threads.append(threading.current_thread()))
    new_window()
    assert threads != [threading.main_thread()] and len(threads) == 1


def test_what_is_compared_comes_with_its_normals(qtbot, window, tmp_path):
    path = tmp_path / "truth.ply"
    export(octahedron(), path)
    found = []
    service = window.context.services.comparing
    service.compared.connect(found.append)
    service.start(octahedron(), file_truth(path))
    qtbot.waitUntil(lambda: bool(found))
    for mesh in (found[0].mesh, found[0].truth):
        lengths = np.linalg.norm(mesh.vertices, axis=1, keepdims=True)
        np.testing.assert_allclose(mesh.normals, mesh.vertices / lengths, atol=1e-5)


def test_the_checkerboard_alternates(qtbot):
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(64, 64)
    assert TILE_PX == 8
    image = view.grab().toImage()
    at = range(2, 6)  # away from the round corners
    seen = [[image.pixelColor(8 * x + 4, 8 * y + 4).name() for x in at] for y in at]
    first, second = "#e6e8ee", "#ffffff"
    assert seen == [[first, second] * 2, [second, first] * 2] * 2
