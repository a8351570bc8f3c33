"""Pictures coming in: dropped, pasted, opened, sampled; and what is no picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from imrecon_gui.core.errors import ImageError
from imrecon_gui.ui.incoming import picture_from, to_image, to_pixels


def drop(window, mime):
    """Drop something on the picture panel, as a drag ends there; whether it was welcome."""
    panel = window.reconstruct_tab.image_panel
    where, buttons, keys = QPointF(20, 20), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(panel, enter)
    if enter.isAccepted():
        QApplication.sendEvent(panel, QDropEvent(where, Qt.DropAction.CopyAction, mime, buttons, keys))
    return enter.isAccepted()


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def red_image(alpha=255):
    image = QImage(30, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    for x in range(10, 20):
        for y in range(5, 15):
            image.setPixelColor(x, y, Qt.GlobalColor.red)
    return image


def wait_prepared(qtbot, window):
    qtbot.waitUntil(lambda: window.reconstruct_tab.image is not None)
    return window.reconstruct_tab.image


def test_a_dropped_file_is_prepared_and_shown(qtbot, window, picture):
    panel = window.reconstruct_tab.image_panel
    assert drop(window, files(picture))
    image = wait_prepared(qtbot, window)
    assert image.name == "red chair"
    shown = panel.cutout_view.image
    assert (shown.width(), shown.height()) == (80, 60)
    assert shown.pixelColor(40, 30).getRgb()[:3] == (200, 30, 30)
    assert (panel.network_view.image.width(), panel.network_view.width()) == (128, 128)
    assert window.reconstruct_tab.params.button.isEnabled()


def test_the_busy_bar_is_seen_while_preparing(qtbot, window, picture):
    panel = window.reconstruct_tab.image_panel
    drop(window, files(picture))
    assert panel.busy_bar.isVisible()
    assert not window.reconstruct_tab.params.button.isEnabled()
    wait_prepared(qtbot, window)
    qtbot.waitUntil(lambda: not panel.busy_bar.isVisible())


def test_a_pasted_picture_is_prepared(qtbot, window):
    QGuiApplication.clipboard().setImage(red_image())
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wait_prepared(qtbot, window).name == "pasted picture"


def test_a_pasted_file_is_prepared(qtbot, window, picture):
    QGuiApplication.clipboard().setMimeData(files(picture))
    window.reconstruct_tab.image_panel.paste_button.click()
    assert wait_prepared(qtbot, window).name == "red chair"


def test_image_data_dropped_from_a_browser_is_used_before_its_address(qtbot, window):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/chair.png")])
    mime.setImageData(red_image())
    assert drop(window, mime)
    assert wait_prepared(qtbot, window).name == "dropped picture"


def test_a_picture_spelled_out_in_its_address_is_used(qtbot, window):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    red_image().save(buffer, "PNG")
    mime = QMimeData()
    mime.setUrls([QUrl("data:image/png;base64," + bytes(buffer.data().toBase64()).decode())])
    assert drop(window, mime)
    assert wait_prepared(qtbot, window).cutout.shape == (20, 30, 4)


def test_an_address_is_answered_with_a_sentence(qtbot, window):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/chair.png")])
    assert drop(window, mime)
    assert window.problems.isVisible()
    assert "fetches nothing" in window.problems.message.text()
    window.problems.copy_button.click()
    assert "Save the picture to a file" in QGuiApplication.clipboard().text()
    window.problems.close_button.click()
    assert not window.problems.isVisible()


def test_words_are_no_picture(window):
    mime = QMimeData()
    mime.setText("chair")
    assert not drop(window, mime)


def test_a_bad_file_gives_a_banner_and_the_old_picture_stays(qtbot, window, picture, tmp_path):
    drop(window, files(picture))
    first = wait_prepared(qtbot, window)
    bad = tmp_path / "words.png"
    bad.write_text("words")
    drop(window, files(bad))
    qtbot.waitUntil(window.problems.isVisible)
    assert window.problems.message.text() == "This is no picture."
    assert window.reconstruct_tab.image is first
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    drop(window, files(picture))
    qtbot.waitUntil(lambda: not window.problems.isVisible())


def test_the_newest_of_two_drops_wins(qtbot, window, picture, tmp_path):
    other = tmp_path / "other.png"
    Image.new("RGB", (50, 50), "green").save(other)
    prepared = []
    window.context.services.preparation.prepared.connect(lambda image: prepared.append(image.name))
    drop(window, files(picture))
    drop(window, files(other))
    qtbot.waitUntil(lambda: prepared == ["other"])


def test_open_uses_the_dialog_and_is_remembered(qtbot, window, picture, dialogs):
    dialogs.picture = picture
    window.reconstruct_tab.image_panel.open_button.click()
    wait_prepared(qtbot, window)
    assert [action.text() for action in window.recent_menu.actions()] == ["red chair.png"]
    window.reconstruct_tab.image = None
    window.recent_menu.actions()[0].trigger()
    wait_prepared(qtbot, window)


def test_a_dialog_left_without_a_file_does_nothing(window, dialogs):
    window.reconstruct_tab.open_picture()
    assert not window.context.services.preparation.runner.is_busy


def test_samples_are_in_the_menu_but_not_in_the_recent_ones(qtbot, window):
    actions = window.reconstruct_tab.image_panel.samples_button.menu().actions()
    assert [action.text() for action in actions] == ["Sample mug"]
    actions[0].trigger()
    assert wait_prepared(qtbot, window).name == "sample_mug"
    assert window.recent_menu.actions() == []


def test_the_viewport_does_not_swallow_drops(needs_opengl, window):
    assert not window.reconstruct_tab.view.viewport.plotter.acceptDrops()


@pytest.mark.parametrize("width", [29, 30, 31])
def test_pixels_keep_their_places(width):
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setPixelColor(width - 1, 19, Qt.GlobalColor.blue)
    pixels = to_pixels(image)
    assert pixels.shape == (20, width, 3)
    assert pixels[19, width - 1].tolist() == [0, 0, 255]
    assert (pixels == 255).all(axis=2).sum() == 20 * width - 1


def test_transparency_survives_both_ways():
    pixels = to_pixels(red_image())
    assert pixels.shape == (20, 30, 4)
    assert pixels[10, 15].tolist() == [255, 0, 0, 255]
    assert pixels[0, 0, 3] == 0
    np.testing.assert_array_equal(to_pixels(to_image(pixels)), pixels)


def test_an_address_as_text_is_known_for_one():
    mime = QMimeData()
    mime.setText("  HTTPS://example.org/chair.png")
    with pytest.raises(ImageError, match="fetches nothing"):
        picture_from(mime)
