"""Mending a cut-out in the real window: brush, rectangle, turning, the way back, and the keyboard."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import frame
from imrecon_gui.core.image import prepare
from imrecon_gui.ui.incoming import to_image, to_pixels
from imrecon_gui.ui.mask_canvas import Tool
from imrecon_gui.ui.mask_dialog import MaskDialog
from imrecon_gui.ui.mask_placement import Placement
from imrecon_gui.ui.theme import Scheme


@pytest.fixture(scope="module")
def image():
    """An orange block, cut out of a light ground."""
    rgb = np.full((150, 200, 3), 220.0) + np.random.default_rng(1).normal(0, 1, (150, 200, 3))
    rgb[40:110, 60:140] = (200, 110, 40)
    return prepare(np.clip(rgb, 0, 255).astype(np.uint8), "block")


@pytest.fixture
def ready(window, image):
    """The window with the picture in it."""
    window.context.services.preparation.prepared.emit(image)
    return window


@pytest.fixture
def dialog(qtbot, ready):
    return opened(qtbot, ready)


def opened(qtbot, window) -> MaskDialog:
    panel = window.reconstruct_tab.image_panel
    panel.mend_button.click()
    dialog = window.findChild(MaskDialog)
    qtbot.waitUntil(lambda: dialog.windowHandle() is not None and dialog.windowHandle().isExposed())
    return dialog


def place(dialog, x, y) -> QPointF:
    """Where a pixel of the picture is on the canvas."""
    return dialog.canvas._placement().to_widget.map(QPointF(x, y))


def send(dialog, kind, at, button=Qt.MouseButton.LeftButton):
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    everywhere = dialog.canvas.mapToGlobal(at)
    event = QMouseEvent(kind, at, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(dialog.canvas, event)


def drag(dialog, *points, button=Qt.MouseButton.LeftButton):
    """Press at the first pixel of the picture, move over the others, release at the last."""
    spots = [place(dialog, *point) for point in points]
    send(dialog, QEvent.Type.MouseButtonPress, spots[0], button)
    for spot in spots[1:]:
        send(dialog, QEvent.Type.MouseMove, spot, button)
    send(dialog, QEvent.Type.MouseButtonRelease, spots[-1], button)


def choose(dialog, tool):
    dialog.bar.tool_buttons[tool].click()


def shown_input(dialog):
    return to_pixels(dialog.column.network_view.image)


def wait_preview(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog._preview_timer.isActive())


def test_the_button_waits_for_a_picture(qtbot, window, image):
    panel = window.reconstruct_tab.image_panel
    assert not panel.mend_button.isEnabled()
    window.reconstruct_tab.mend()
    assert window.findChild(MaskDialog) is None
    window.context.services.preparation.prepared.emit(image)
    assert panel.mend_button.isEnabled() and panel.mend_button.isVisible()
    assert "(M)" in panel.mend_button.toolTip()


def test_the_key_opens_it(qtbot, ready):
    qtbot.keyClick(ready, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: ready.findChild(MaskDialog) is not None)


def test_the_network_input_is_the_exact_one_at_once_and_after_a_stroke(qtbot, dialog, image):
    np.testing.assert_array_equal(shown_input(dialog), to_pixels(to_image(image.network_rgba)))
    drag(dialog, (20, 75), (40, 75), (60, 75))
    wait_preview(qtbot, dialog)
    expected = frame(dialog.mender.result().cutout)
    assert not np.array_equal(expected, image.network_rgba)
    np.testing.assert_array_equal(shown_input(dialog), expected)


def test_ok_hands_the_mended_picture_to_the_tab(qtbot, dialog, ready, image):
    choose(dialog, Tool.ERASE)
    drag(dialog, (100, 20), (100, 130))
    wait_preview(qtbot, dialog)
    dialog.ok_button.click()
    tab = ready.reconstruct_tab
    assert tab.image is not image and tab.image.mending.source is image
    assert not tab.image.cutout[75, 100].any()
    assert image.cutout[75, 100, 3] == 255
    panel = tab.image_panel
    assert "mended" in panel.caption.toolTip()
    assert panel.cutout_view.image.pixelColor(100, 75).alpha() == 0
    np.testing.assert_array_equal(to_pixels(panel.network_view.image), tab.image.network_rgba)
    assert tab.params.button.isEnabled()
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    assert ready.context.services.reconstruction._engine.requests[0][0].image is tab.image


@pytest.mark.parametrize("leave", ["cancel", "escape"])
def test_leaving_changes_nothing(qtbot, dialog, ready, image, leave):
    before = image.cutout.copy()
    drag(dialog, (20, 20), (60, 20))
    if leave == "cancel":
        dialog.buttons.button(dialog.buttons.StandardButton.Cancel).click()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ready.reconstruct_tab.image is image
    np.testing.assert_array_equal(image.cutout, before)


def test_ok_without_a_change_hands_nothing_over(dialog, ready, image):
    dialog.ok_button.click()
    assert not dialog.isVisible()
    assert ready.reconstruct_tab.image is image


def test_erased_parts_are_dimmed_and_come_back(dialog):
    def colour():
        return dialog.canvas.image.pixelColor(100, 75).getRgb()[:3]

    whole = colour()
    drag(dialog, (100, 75), (100, 75), button=Qt.MouseButton.RightButton)
    assert dialog.mender.alpha[75, 100] == 0
    assert np.abs(np.subtract(colour(), whole)).max() > 40
    drag(dialog, (100, 75), (100, 75))
    assert colour() == whole


def test_undo_and_redo_by_keys_and_buttons(qtbot, dialog, image):
    first = dialog.mender.alpha.copy()
    assert not dialog.bar.undo_button.isEnabled()
    drag(dialog, (20, 20), (60, 20), (60, 30))
    second = dialog.mender.alpha.copy()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(dialog.mender.alpha, first)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(dialog, Qt.Key.Key_Z, both)
    np.testing.assert_array_equal(dialog.mender.alpha, second)
    dialog.bar.undo_button.click()
    assert not dialog.bar.undo_button.isEnabled() and dialog.bar.redo_button.isEnabled()
    dialog.bar.redo_button.click()
    dialog.column.over_button.click()
    wait_preview(qtbot, dialog)
    np.testing.assert_array_equal(shown_input(dialog), to_pixels(to_image(image.network_rgba)))


def test_the_wheel_and_the_slider_change_the_brush(qtbot, dialog):
    canvas, slider = dialog.canvas, dialog.bar.size_slider
    before = canvas.radius
    at = QPointF(50, 50)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    for _ in range(5):
        event = QWheelEvent(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), *none)
        QApplication.sendEvent(canvas, event)
    assert canvas.radius == pytest.approx(before * 1.15**5)
    assert slider.value() == round(canvas.radius)
    slider.setValue(17)
    assert canvas.radius == 17
    drag(dialog, (25, 25), (25, 25))
    column = dialog.mender.alpha[:, 25].astype(float)
    assert column.sum() / 255 == pytest.approx(34, abs=1)


def test_an_empty_mask_says_why_and_ok_waits(qtbot, dialog, ready, image):
    choose(dialog, Tool.ERASE)
    dialog.bar.size_slider.setValue(150)
    drag(dialog, (0, 75), (200, 75))
    wait_preview(qtbot, dialog)
    assert not dialog.mender.alpha.any()
    assert not dialog.ok_button.isEnabled()
    assert "transparent" in dialog.column.status.text()
    dialog.accept()
    assert dialog.isVisible() and ready.reconstruct_tab.image is image
    dialog.bar.undo_button.click()
    wait_preview(qtbot, dialog)
    assert dialog.ok_button.isEnabled() and dialog.column.status.text() == ""


def test_a_rectangle_cuts_out_anew_in_the_worker(qtbot, dialog, engine):
    engine.hold.set()
    choose(dialog, Tool.RECTANGLE)
    drag(dialog, (30, 20), (90, 60), (120, 100))
    qtbot.waitUntil(lambda: engine.boxes != [])
    assert np.abs(np.subtract(engine.boxes[0], (30, 20, 120, 100))).max() <= 1
    assert dialog.busy_bar.isVisible() and not dialog.ok_button.isEnabled()
    assert not dialog.canvas.isEnabled()
    engine.hold.clear()
    qtbot.waitUntil(lambda: dialog.ok_button.isEnabled())
    left, top, right, bottom = engine.boxes[0]
    assert dialog.mender.alpha[top:bottom, left:right].all()
    assert dialog.mender.alpha.sum() == 255 * (right - left) * (bottom - top)
    assert dialog.canvas.isEnabled() and not dialog.busy_bar.isVisible()
    dialog.bar.undo_button.click()
    assert not dialog.bar.undo_button.isEnabled()


def test_a_rectangle_around_nothing_says_so(qtbot, dialog, engine):
    engine.box_error = ImageError("No object stands out inside the rectangle.", "Use Add.")
    choose(dialog, Tool.RECTANGLE)
    drag(dialog, (5, 5), (40, 35))
    qtbot.waitUntil(lambda: "inside the rectangle" in dialog.column.status.text())
    qtbot.waitUntil(lambda: dialog.ok_button.isEnabled())
    assert not dialog.mender.can_undo


def test_closing_while_the_worker_cuts_out_stops_it(qtbot, dialog, engine, ready):
    engine.hold.set()
    choose(dialog, Tool.RECTANGLE)
    drag(dialog, (30, 20), (120, 100))
    qtbot.waitUntil(lambda: engine.boxes != [])
    dialog.reject()
    qtbot.waitUntil(lambda: not ready.context.services.mending.runner.is_busy)


def test_turning_and_painting_go_together(qtbot, dialog):
    dialog.bar.right_button.click()
    dialog.column.tilt_slider.setValue(10)
    assert dialog.mender.pose.angle_deg == 95
    drag(dialog, (25, 25), (25, 25))
    assert dialog.mender.alpha[25, 25] == 255
    assert dialog.mender.alpha[25, 60] == 0
    for _ in range(3):
        dialog.bar.undo_button.click()
    assert dialog.mender.pose.angle_deg == 0
    assert dialog.column.tilt_slider.value() == 0
    assert not dialog.bar.undo_button.isEnabled()


def test_a_mended_picture_can_be_mended_on(qtbot, dialog, ready, image):
    dialog.column.fill_slider.setValue(600)
    dialog.bar.left_button.click()
    wait_preview(qtbot, dialog)
    dialog.ok_button.click()
    mended = ready.reconstruct_tab.image
    assert mended.fill == 0.6 and mended.cutout.shape[:2] == (200, 150)
    qtbot.waitUntil(lambda: ready.findChild(MaskDialog) is None)
    again = opened(qtbot, ready)
    assert again.column.fill_slider.value() == 600
    again.column.over_button.click()
    wait_preview(qtbot, again)
    again.ok_button.click()
    assert ready.reconstruct_tab.image is image


def test_painting_by_the_keyboard_alone(qtbot, dialog):
    canvas = dialog.canvas
    canvas.setFocus()
    canvas._at = place(dialog, 20, 20)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    for _ in range(5):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert dialog.mender.is_stroking
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert not dialog.mender.is_stroking and dialog.bar.undo_button.isEnabled()
    assert dialog.mender.alpha[20, 20] == 255
    assert dialog.mender.alpha[20, 22:].any()
    qtbot.keyClick(dialog, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: canvas.tool is Tool.ERASE)


def test_every_control_has_a_name_and_can_be_reached(dialog):
    controls = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QSlider), dialog.canvas]
    assert len(controls) >= 13
    for control in controls:
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()
        if not isinstance(control.parent(), type(dialog.buttons)):
            assert control.toolTip() or control.accessibleDescription(), control.accessibleName()


def test_what_is_transparent_follows_the_theme(dialog, theme):
    def ground():
        return dialog.canvas.image.pixelColor(10, 10).lightness()

    light = ground()
    theme.choose(Scheme.DARK)
    try:
        assert ground() < light - 60
    finally:
        theme.choose(Scheme.LIGHT)


@pytest.mark.parametrize("angle_deg", [0.0, 90.0, -37.0])
def test_all_of_a_turned_picture_is_seen_and_found_again(qapp, angle_deg):
    placement = Placement.fit(QSize(500, 300), QSize(400, 200), angle_deg)
    shown = placement.to_widget.mapRect(QRectF(0, 0, 400, 200))
    assert QRectF(9.9, 9.9, 480.2, 280.2).contains(shown)
    assert min(500 - shown.width(), 300 - shown.height()) == pytest.approx(20)
    assert placement.to_widget.map(QPointF(200, 100)).toTuple() == pytest.approx((250, 150))
    assert placement.to_picture.map(placement.to_widget.map(QPointF(3, 7))).toTuple() == pytest.approx((3, 7))
    right = placement.to_widget.map(QPointF(300, 100)) - QPointF(250, 150)
    assert np.degrees(np.arctan2(right.y(), right.x())) == pytest.approx(angle_deg)


def test_a_stroke_on_a_large_picture_keeps_up_with_the_mouse(qtbot, ready):
    rgba = np.full((1024, 1024, 4), 200, np.uint8)
    rgba[300:700, 300:700, 3] = 255
    rgba[..., 3] *= rgba[..., 3] == 255
    ready.context.services.preparation.prepared.emit(prepare(rgba, "large"))
    dialog = opened(qtbot, ready)
    spots = [place(dialog, 100 + 8 * i, 300 + 3 * i) for i in range(100)]
    send(dialog, QEvent.Type.MouseButtonPress, spots[0])
    seconds = []
    for spot in spots:
        start = time.perf_counter()
        send(dialog, QEvent.Type.MouseMove, spot)
        seconds.append(time.perf_counter() - start)
    send(dialog, QEvent.Type.MouseButtonRelease, spots[-1])
    assert dialog.mender.alpha[597, 891] == 255
    assert np.median(seconds) < 0.008  # half a frame; the whole picture drawn anew would take longer
