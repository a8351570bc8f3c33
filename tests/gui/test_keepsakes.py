"""A still and a turntable of the mesh, through the real window."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer

from imrecon_gui.core.turntable import TURNS
from imrecon_gui.view3d import turntable
from imrecon_gui.view3d.scene import LIGHT_SCENE, DrawStyle


@pytest.fixture
def keepsakes(qtbot, needs_opengl, window, picture):
    """Of a window with a mesh."""
    tab = window.reconstruct_tab
    tab.take(picture)
    qtbot.waitUntil(tab.params.button.isEnabled)
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not None)
    qtbot.waitUntil(lambda: tab.params.button.text() == "Reconstruct")
    qtbot.wait(100)
    return tab.view.keepsakes


def answer(dialogs, path):
    asked = []
    dialogs.file_to_save = lambda _parent, _title, suggestion, _words: asked.append(suggestion) or path
    return asked


def test_without_a_mesh_nothing_is_asked(window, dialogs, tmp_path):
    asked = answer(dialogs, tmp_path / "a.gif")
    window.reconstruct_tab.view.keepsakes.save_turntable()
    window.reconstruct_tab.view.keepsakes.save_still()
    assert asked == []


def test_the_still_is_what_is_shown(qtbot, window, keepsakes, dialogs, tmp_path):
    path = tmp_path / "still.png"
    asked = answer(dialogs, path)
    viewport = window.reconstruct_tab.view.viewport
    size = (viewport.height(), viewport.width())
    keepsakes.save_still()
    qtbot.waitUntil(path.exists)
    assert asked[0].name == "red chair.png"
    pixels = np.asarray(Image.open(path))
    assert pixels.shape[:2] == size
    assert pixels.std() > 5
    qtbot.waitUntil(lambda: "still.png" in window.problems.message.text())


def test_a_turntable_is_one_turn_in_the_style_shown_and_moves_nothing(
    qtbot, window, keepsakes, dialogs, tmp_path, monkeypatch
):
    monkeypatch.setattr(turntable, "FRAMES", 5)  # an octahedron looks alike after a quarter
    path = tmp_path / "turn.gif"
    answer(dialogs, path)
    viewport = window.reconstruct_tab.view.viewport
    window.reconstruct_tab.view.set_style(DrawStyle.WIREFRAME)
    before = viewport.plotter.camera.GetPosition()
    keepsakes.save_turntable()
    assert keepsakes.dialog.isVisible()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: keepsakes.dialog is None)
    assert viewport.plotter.camera.GetPosition() == before
    with Image.open(path) as gif:
        assert gif.size == (512, 512) and gif.n_frames == 5
        corner = gif.convert("RGB").getpixel((2, 2))
        first = np.asarray(gif.convert("RGB")).astype(int)
    background = tuple(int(LIGHT_SCENE.background_top[i : i + 2], 16) for i in (1, 3, 5))
    assert np.abs(np.subtract(corner, background)).max() < 8
    assert 0.001 < (np.abs(first - np.median(first, axis=1, keepdims=True)).max(axis=2) > 60).mean() < 0.1


def test_the_film_holds_the_turns(qtbot, window, keepsakes, dialogs, tmp_path, monkeypatch):
    monkeypatch.setattr(turntable, "FRAMES", 3)
    path = tmp_path / "turn.mp4"
    asked = answer(dialogs, path)
    keepsakes.save_film()
    qtbot.waitUntil(lambda: keepsakes.dialog is None)
    assert asked[0].name == "red chair.mp4"
    film = cv2.VideoCapture(str(path))
    pictures = [film.read()[1] for _ in range(3 * TURNS)]
    film.release()
    assert {picture.shape for picture in pictures} == {(512, 512, 3)} and pictures[0].std() > 5


def test_the_window_waits_for_no_more_than_a_frame_and_cancel_leaves_nothing(
    qtbot, window, keepsakes, dialogs, tmp_path
):
    path = tmp_path / "turn.gif"
    answer(dialogs, path)
    beats: list[float] = []
    heartbeat = QTimer(window, interval=5)
    heartbeat.timeout.connect(lambda: beats.append(time.monotonic()))
    keepsakes.save_turntable()
    table = keepsakes.dialog._turntable
    qtbot.waitUntil(lambda: len(table.frames) >= 2)
    heartbeat.start()
    n = len(table.frames)
    qtbot.waitUntil(lambda: len(table.frames) >= n + 8)
    heartbeat.stop()
    assert len(beats) >= 4
    keepsakes.dialog.cancel_button.click()
    qtbot.waitUntil(lambda: keepsakes.dialog is None)
    qtbot.wait(100)
    assert not path.exists() and list(tmp_path.glob(".*gif")) == []


def test_the_corners_that_come_round_stay_in_the_picture():
    eyes = np.array([turntable.eye(i / 48) for i in range(48)])
    np.testing.assert_allclose(np.linalg.norm(eyes, axis=1), turntable.DISTANCE, rtol=2e-3)
    assert np.ptp(eyes[:, 1]) == 0
    steps = np.linalg.norm(np.diff(eyes, axis=0), axis=1)
    np.testing.assert_allclose(steps, steps[0])
