"""How it works, through the real window: every step, in the worker, and only once the tab is open."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.services.lesson import Nudge
from imrecon_gui.ui.lesson.camera_drawing import camera_words
from imrecon_gui.ui.lesson.scene_page import NOTHING
from imrecon_gui.ui.lesson.slice_page import coloured, enlarged
from imrecon_gui.ui.lesson.steps import CLOUD, CLOUD_SIZE, CODE, MESH, MOVE, READ, SLICE, STEPS, VOXELS
from imrecon_gui.ui.lesson.tab import NO_MODEL
from imrecon_gui.ui.theme import Scheme
from imrecon_gui.view3d.scene import LIGHT_SCENE

LESSON_TAB = 2
N_ASKED = (CLOUD_SIZE + 1) ** 3
VIEW = Viewpoint(azimuth_deg=330, elevation_deg=20)


@pytest.fixture
def tab(qtbot, window, engine, picture):
    """The open tab with the picture of the Reconstruct tab."""
    engine.viewpoint = VIEW
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    window.tab_buttons[LESSON_TAB].click()
    qtbot.waitUntil(lambda: window.lesson_tab.reading is not None)
    return window.lesson_tab


def settle(qtbot, tab):
    qtbot.waitUntil(lambda: not tab._context.services.lesson.runner.is_busy)


def test_nothing_is_computed_before_the_tab_is_opened(qtbot, window, engine, picture):
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    qtbot.wait(50)
    assert engine.lessons == [] and window.lesson_tab.stage is None


def test_the_picture_of_the_other_tab_is_read_once_in_the_worker(qtbot, window, tab, engine):
    [lesson] = engine.lessons
    assert lesson.reading.image is window.reconstruct_tab.image
    assert lesson.model == window.reconstruct_tab.params.model.path
    window.choose_tab(0)
    window.choose_tab(LESSON_TAB)
    settle(qtbot, tab)
    assert len(engine.lessons) == 1
    assert threading.main_thread() not in engine.threads


def test_without_a_picture_a_sample_is_read(qtbot, window, engine):
    window.choose_tab(LESSON_TAB)
    qtbot.waitUntil(lambda: window.lesson_tab.reading is not None)
    assert window.lesson_tab.reading.image.name == window.context.places.examples[0].stem
    assert window.reconstruct_tab.image is None


def test_another_picture_is_read_anew(qtbot, window, tab, engine):
    window.reconstruct_tab.take(np.full((40, 40, 3), 90, np.uint8), "other")
    qtbot.waitUntil(lambda: len(engine.lessons) == 2 and tab.reading is not None)
    assert tab.reading.image.name == "other"


def test_back_and_next_lead_through_all_steps_and_no_farther(qtbot, tab):
    assert not tab.back_button.isEnabled()
    titles = [tab.title_label.text()]
    while tab.next_button.isEnabled():
        qtbot.mouseClick(tab.next_button, Qt.MouseButton.LeftButton)
        titles.append(tab.title_label.text())
    assert titles == [step.title for step in STEPS]
    tab.back_button.click()
    assert tab.step == MOVE - 1 and tab.progress_label.text() == "Step 6 of 7"


def test_no_words_have_gaps_and_none_are_long(qtbot, tab):
    for step in range(len(STEPS)):
        tab.go(step)
        words = tab.words_label.text()
        assert "{" not in words and 40 < len(words) < 230
        assert words.count(". ") + words.count("? ") <= 4


def test_the_first_pages_show_picture_code_odds_and_camera(qtbot, tab):
    pixels = tab.stage.pictures.pixels.image
    assert pixels.width() == pixels.height() == 6 * 128
    tab.go(CODE)
    page = tab.stage.code
    np.testing.assert_array_equal(page.bars.values, tab.reading.z)
    assert page.odds.odds == tab.reading.probabilities
    assert page.camera_label.text() == "30° to the left of the object's front, 20° above"
    assert "256 numbers" in tab.words_label.text() and "camera" in tab.words_label.text()


def test_a_model_that_tells_no_camera_shows_none(qtbot, window, engine):
    window.choose_tab(LESSON_TAB)
    tab = window.lesson_tab
    qtbot.waitUntil(lambda: tab.reading is not None)
    tab.go(CODE)
    assert not tab.stage.code.camera_part.isVisible() and tab.stage.code.odds_part.isVisible()
    assert "camera" not in tab.words_label.text()


@pytest.mark.parametrize(
    ("azimuth", "words"),
    [
        (0, "straight at"),
        (90, "90° to the right of"),
        (350, "10° to the left of"),
        (180, "180° to the right of"),
    ],
)
def test_where_the_camera_stood_in_words(azimuth, words):
    assert camera_words(Viewpoint(azimuth_deg=azimuth)) == f"{words} the object's front, 0° above"


def test_points_appear_from_the_bottom_coloured_by_their_answers(qtbot, needs_opengl, tab):
    tab.go(CLOUD)
    viewport = tab.stage.scene.viewport
    qtbot.waitUntil(lambda: viewport.plotter is not None and viewport.n_revealed > 0)
    qtbot.waitUntil(lambda: viewport.n_revealed == N_ASKED)
    clouds = viewport.clouds
    assert {name: viewport.plotter.actors[name].mapper.dataset.n_points for name in clouds} == {
        name: cloud.n_points for name, cloud in clouds.items()
    }
    assert sum(cloud.n_points for cloud in clouds.values()) == N_ASKED
    distances = {name: np.linalg.norm(cloud.points, axis=1) for name, cloud in clouds.items()}
    assert distances["yes"].max() <= 0.4 < distances["maybe"].min() < distances["no"].min()
    surest = clouds["yes"].point_data["colours"][np.argmin(distances["yes"])]
    np.testing.assert_allclose(surest, [0xF0, 0xA9, 0x2E], atol=1)
    tab.stage.scene.replay.button.click()
    assert viewport.n_revealed < N_ASKED
    tab.go(VOXELS)
    settle(qtbot, tab)
    assert "yes" not in viewport.plotter.actors


def test_the_slider_pushes_the_slice_through_the_object(qtbot, tab, engine):
    tab.go(SLICE)
    page = tab.stage.slices
    qtbot.waitUntil(lambda: page.probabilities is not None)
    n = page.probabilities.shape[0]
    assert page.probabilities[n // 2, n // 2] > 0.99
    page.slider.setValue(90)
    qtbot.waitUntil(lambda: page.probabilities.max() < 0.1)
    page.axis_buttons["y"].click()
    qtbot.waitUntil(lambda: page.probabilities.max() > 0.9)
    asked = engine.lessons[0].asked
    assert asked[-1] == ("slice", "y", 0.0)
    assert ("slice", "z", pytest.approx(0.9 * FIELD_BOUND)) in asked
    assert page.seen_label.text() == "seen from above"


def test_a_slider_that_runs_ahead_is_answered_at_last(qtbot, tab, engine):
    tab.go(SLICE)
    settle(qtbot, tab)
    page, asked = tab.stage.slices, engine.lessons[0].asked
    before = len(asked)
    engine.hold.set()
    page.slider.setValue(1)
    qtbot.waitUntil(lambda: len(asked) == before + 1)
    for value in range(2, 60):
        page.slider.setValue(value)
    engine.hold.clear()
    settle(qtbot, tab)
    assert [round(at / FIELD_BOUND * 100) for _, _, at in asked[before:]] == [1, 59]


def test_slices_are_coloured_with_a_line_between_inside_and_outside():
    probabilities = np.zeros((80, 80), np.float32)
    probabilities[:, 40:] = 1
    picture = coloured(enlarged(probabilities), LIGHT_SCENE)
    np.testing.assert_allclose(picture[5, 20], [0x3F, 0x72, 0xB5, 255], atol=1)
    np.testing.assert_allclose(picture[5, -20], [0xF0, 0xA9, 0x2E, 255], atol=1)
    assert (picture[5] == 255).all(1).any()


@pytest.mark.parametrize(("step", "kind", "sizes"), [(VOXELS, "voxels", 3), (MESH, "mesh", 4)])
def test_boxes_and_meshes_at_every_size(qtbot, tab, engine, step, kind, sizes):
    tab.go(step)
    scene = tab.stage.scene
    chooser = scene.voxel_sizes if step == VOXELS else scene.mesh_sizes
    assert len(chooser.buttons) == sizes
    counts = []
    for size, button in chooser.buttons.items():
        button.click()
        qtbot.waitUntil(lambda n=size: any(question[:2] == (kind, n) for question in engine.lessons[0].asked))
        settle(qtbot, tab)
        counts.append(len(scene.viewport.mesh.faces))
        squares, triangles = f"{counts[-1] // 2:,} little squares", f"{counts[-1]:,} triangles"
        assert scene.fact_label.text() == (squares if step == VOXELS else triangles)
    assert counts == sorted(set(counts))


def test_moving_the_code_moves_the_mesh(qtbot, tab, engine):
    tab.go(MOVE)
    settle(qtbot, tab)
    scene = tab.stage.scene
    size = lambda: float(np.abs(scene.viewport.mesh.vertices).max())  # noqa: E731
    before = size()
    scene.mover.buttons[2].click()
    scene.mover.slider.setValue(-25)
    qtbot.waitUntil(lambda: size() < before - 0.03)
    assert engine.lessons[0].asked[-1] == ("mesh", 32, Nudge(2, -0.5))
    scene.mover.back_button.click()
    qtbot.waitUntil(lambda: size() == before)
    scene.mover.slider.setValue(50)
    qtbot.waitUntil(lambda: scene.viewport.mesh is None)
    assert scene.fact_label.text() == NOTHING


def test_leaving_the_tab_frees_the_worker(qtbot, window, tab, engine):
    engine.hold.set()
    tab.go(MESH)
    qtbot.waitUntil(lambda: len(engine.lessons[0].asked) == 1)
    assert tab.busy_bar.isVisible()
    window.choose_tab(0)
    settle(qtbot, tab)
    engine.hold.clear()
    window.choose_tab(LESSON_TAB)
    settle(qtbot, tab)
    assert tab.step == MESH and tab.stage.scene.viewport.mesh is not None


def test_a_failure_is_shown(qtbot, window, engine, monkeypatch):
    def fail(*_):
        raise ModelError("The model is gone.", "Choose another.")

    monkeypatch.setattr(engine, "teach", fail)
    window.choose_tab(LESSON_TAB)
    qtbot.waitUntil(window.problems.isVisible)
    assert "The model is gone." in window.lesson_tab.notice.text()
    assert not window.lesson_tab.next_button.isEnabled()


def test_without_a_model_a_sentence_stands_there(qtbot, window, engine, monkeypatch):
    monkeypatch.setattr(type(window.reconstruct_tab.params), "model", None)
    window.choose_tab(LESSON_TAB)
    assert window.lesson_tab.notice.text() == NO_MODEL and engine.lessons == []


def test_presenting_is_big_and_bare_and_ends(qtbot, window, tab):
    window.choose_scheme(Scheme.LIGHT)  # an earlier test may have left no style sheet
    height = tab.words_label.fontMetrics().height()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.isFullScreen()
    assert not window.header.isVisible() and not window.menuBar().isVisible() and not tab.steps.isVisible()
    assert tab.words_label.fontMetrics().height() > 1.5 * height
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert tab.step == CODE
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.header.isVisible() and window.menuBar().isVisible() and not window.isFullScreen()
    assert tab.words_label.fontMetrics().height() == height


def test_presenting_can_begin_anywhere_and_end_by_its_button(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F5)
    tab = window.lesson_tab
    qtbot.waitUntil(lambda: tab.isVisible() and tab.reading is not None)
    assert tab.step == READ
    tab.present_button.click()
    assert not window.presentation.is_on and window.header.isVisible()
