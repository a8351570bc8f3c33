"""The mesh from the photo's own camera with the photo over it, through the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.ui.incoming import to_pixels
from imrecon_gui.view3d.photo_camera import photo_camera
from imrecon_gui.view3d.scene import StandardView
from tests.gui.steps import reconstruct

VIEW = Viewpoint(30, 20, 10, 0.4, 1.5, 0.1, -0.1)


@pytest.fixture
def panel(qtbot, needs_opengl, tab, engine):
    """The viewport's card, showing the photo's view."""
    engine.viewpoint = VIEW
    reconstruct(qtbot, tab)
    qtbot.waitUntil(tab.view.photo_button.isEnabled)
    tab.view.photo_button.click()
    qtbot.waitUntil(tab.view.photo_bar.isVisible)
    qtbot.wait(100)
    return tab.view


def aimed(panel) -> bool:
    """Whether the camera is where the photo was taken, for the viewport's size now."""
    plotter = panel.viewport.plotter
    wanted = photo_camera(VIEW, plotter.width(), plotter.height())
    camera = plotter.camera
    found = (*camera.GetPosition(), camera.GetViewAngle(), *camera.GetWindowCenter())
    return np.allclose(found, (*wanted.position, wanted.view_angle_deg, *wanted.window_center))


def redness(panel) -> np.ndarray:
    """Which pixels of the viewport are the red square of the photo: (h, w) bool."""
    rgb = to_pixels(panel.viewport.grab().toImage())[..., :3].astype(int)
    return (rgb[..., 0] > 150) & (rgb[..., 1] < 90) & (rgb[..., 2] < 90)


def test_a_model_without_a_viewpoint_says_why_not(qtbot, window, tab):
    button = tab.view.photo_button
    assert not button.isEnabled() and "reconstruct a picture first" in button.toolTip()
    reconstruct(qtbot, tab)
    assert not button.isEnabled() and "where the picture was taken from" in button.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert not tab.view.photo_view.is_shown and not tab.view.photo_bar.isVisible()


def test_the_key_goes_there_and_back(qtbot, window, panel):
    assert panel.photo_view.is_shown and aimed(panel)
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert not panel.photo_view.is_shown and not panel.photo_button.isChecked()
    assert not panel.photo_bar.isVisible() and not panel.photo_view.overlay.isVisible()
    assert panel.viewport.plotter.camera.GetWindowCenter() == (0, 0)
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert panel.photo_view.is_shown and panel.photo_button.isChecked()


def test_dragging_the_line_uncovers_the_mesh_and_leaves_the_view_alone(qtbot, panel):
    overlay = panel.photo_view.overlay
    overlay.set_swipe(1.0)
    whole = redness(panel).sum()
    handle = overlay.handle
    start = handle.rect().center()
    target = QPoint(start.x() - round(overlay.picture.width() / 2), start.y())
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    event_target = handle.mapToGlobal(target)
    _drag(handle, target, event_target)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert overlay.swipe == pytest.approx(0.5, abs=0.02)
    red = redness(panel)
    assert whole > 500 and 0.3 * whole < red.sum() < 0.7 * whole
    middle = red.shape[1] / 2
    assert np.flatnonzero(red.any(axis=0)).max() <= middle + 3
    assert panel.photo_view.is_shown and aimed(panel)


def _drag(widget, to, to_global):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(to), QPointF(to_global), left, left, Qt.KeyboardModifier.NoModifier
        ),
    )


def test_the_arrow_keys_move_the_line(qtbot, panel):
    overlay = panel.photo_view.overlay
    overlay.set_swipe(0.5)
    qtbot.keyClick(overlay.handle, Qt.Key.Key_Right)
    assert overlay.swipe == pytest.approx(0.55)


def test_the_slider_makes_the_photo_fainter(qtbot, panel):
    panel.photo_view.overlay.set_swipe(1.0)
    assert redness(panel).any()
    panel.photo_bar.slider.setValue(20)
    assert not redness(panel).any()


def test_turning_by_hand_leaves_the_view(qtbot, panel):
    plotter = panel.viewport.plotter
    corner = QPoint(30, plotter.height() - 30)
    qtbot.mousePress(plotter, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseRelease(plotter, Qt.MouseButton.LeftButton, pos=corner)
    assert panel.photo_view.is_shown
    qtbot.mousePress(plotter, Qt.MouseButton.LeftButton, pos=corner)
    _drag(plotter, corner + QPoint(40, -20), plotter.mapToGlobal(corner + QPoint(40, -20)))
    qtbot.mouseRelease(plotter, Qt.MouseButton.LeftButton, pos=corner + QPoint(40, -20))
    assert not panel.photo_view.is_shown and not panel.photo_bar.isVisible()


def test_the_wheel_and_the_standard_views_leave_it_too(qtbot, panel):
    plotter = panel.viewport.plotter
    middle = QPointF(plotter.rect().center())
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plotter, wheel)
    assert not panel.photo_view.is_shown
    panel.toggle_photo()
    panel.viewport.set_view(StandardView.FRONT)
    assert not panel.photo_view.is_shown
    assert panel.viewport.plotter.camera.GetWindowCenter() == (0, 0)


def test_mesh_and_photo_stay_together_in_another_size(qtbot, window, panel):
    window.resize(1240, 640)
    qtbot.waitUntil(lambda: window.width() == 1240)
    qtbot.waitUntil(lambda: aimed(panel))
    assert panel.photo_view.overlay.size() == panel.viewport.plotter.size()


def test_the_next_result_without_a_viewpoint_ends_it(qtbot, window, panel, engine):
    engine.viewpoint = None
    reconstruct(qtbot, window.reconstruct_tab)
    assert not panel.photo_view.is_shown and not panel.photo_button.isEnabled()
