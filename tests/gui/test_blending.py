"""A second picture mixed in, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from imrecon_gui.services.shaping import PLAIN
from imrecon_gui.ui.blend_row import STEPS
from tests.gui.steps import reconstruct
from tests.gui.test_shaping import made


@pytest.fixture
def other(tmp_path):
    """A file with a blue disc's box on white."""
    pixels = np.full((40, 40, 3), 255, np.uint8)
    pixels[10:30, 10:30] = (20, 30, 200)
    path = tmp_path / "blue stool.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def blending(qtbot, window, tab, dialogs, other, engine):
    """The tab with a second picture chosen in the dialog, and its shape made."""
    reconstruct(qtbot, tab)
    qtbot.keyClick(window, Qt.Key.Key_S)
    row = tab.view.shape_bar.blend_row
    assert row.button.isVisible() and not row.slider.isVisible()
    dialogs.picture = other
    row.button.click()
    assert made(qtbot, tab, engine, 2).blend.image.name == "blue stool"
    return tab


def test_the_second_picture_is_mixed_in_and_out_again(qtbot, window, blending, engine):
    row = blending.view.shape_bar.blend_row
    first = blending.image
    assert row.slider.isVisible() and row.slider.value() == STEPS // 2
    assert engine.requests[-1][0].image is first  # the first picture is still the one before the person
    row.slider.setSliderDown(True)
    row.slider.setValue(12)
    row.slider.setValue(15)
    row.slider.setSliderDown(False)
    assert made(qtbot, blending, engine, 3).share == 0.75 and row.share_label.text() == "75%"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made(qtbot, blending, engine, 4).share == 0.5 and row.slider.value() == 10
    row.remove_button.click()
    assert made(qtbot, blending, engine, 5) == PLAIN and not row.slider.isVisible()
    blending.shape.undo()
    assert made(qtbot, blending, engine, 6).blend.image.name == "blue stool" and row.slider.isVisible()


def test_a_dropped_picture_takes_the_seconds_place(qtbot, blending, engine, picture):
    row = blending.view.shape_bar.blend_row
    row.slider.setValue(15)
    made(qtbot, blending, engine, 3)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    row.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    edit = made(qtbot, blending, engine, 4)
    assert edit.blend.image.name == "red chair" and edit.share == 0.75


def test_another_first_picture_forgets_the_second(qtbot, blending, engine, picture):
    before = blending.image
    blending.take(picture)
    qtbot.waitUntil(lambda: blending.image is not before)
    reconstruct(qtbot, blending)
    assert engine.requests[-1][0].edit == PLAIN and not blending.view.shape_bar.blend_row.slider.isVisible()


def test_what_is_no_picture_is_said(qtbot, window, blending, dialogs, tmp_path, engine):
    dialogs.picture = tmp_path / "note.txt"
    dialogs.picture.write_text("hello")
    with qtbot.waitSignal(blending.problem):
        blending.view.shape_bar.blend_row.button.click()
    assert blending.shape.shaping.edit.blend.image.name == "blue stool" and len(engine.requests) == 2
