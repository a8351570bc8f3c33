"""Made at once, and made anew as the sliders move."""

from __future__ import annotations

import math

import pytest

from imrecon_gui.ui.fullness import LOGIT_STEP, STEPS, Fullness


@pytest.fixture
def tab(window):
    return window.reconstruct_tab


def prepared(qtbot, tab, picture):
    tab.take(picture)
    qtbot.waitUntil(tab.params.button.isEnabled)


def finished(qtbot, tab, engine, n):
    qtbot.waitUntil(lambda: len(engine.requests) == n and tab.params.button.text() == "Reconstruct")


def test_a_new_picture_is_reconstructed_at_once_if_wanted(qtbot, tab, engine, picture):
    tab.params.automatic_box.setChecked(True)
    tab.take(picture)
    finished(qtbot, tab, engine, 1)
    assert engine.requests[0][0].image is tab.image
    qtbot.waitUntil(lambda: tab.result is not None)


def test_else_it_waits_for_the_button(qtbot, tab, engine, picture):
    prepared(qtbot, tab, picture)
    qtbot.wait(100)
    assert engine.requests == []


def test_the_choice_is_remembered(qtbot, new_window, window):
    window.reconstruct_tab.params.automatic_box.setChecked(True)
    window.close()
    assert new_window().reconstruct_tab.params.is_automatic


@pytest.mark.parametrize("slider", ["resolution", "fullness"])
def test_a_slider_makes_the_mesh_anew_once_it_rests(qtbot, tab, engine, picture, slider):
    prepared(qtbot, tab, picture)
    tab.start()
    finished(qtbot, tab, engine, 1)
    moved = tab.params.resolution_slider if slider == "resolution" else tab.params.fullness.slider
    for step in (1, 2, 3):
        moved.setValue(step)
    finished(qtbot, tab, engine, 2)
    qtbot.wait(200)
    assert len(engine.requests) == 2
    request = engine.requests[1][0]
    expected = (96, 0.5) if slider == "resolution" else (128, 1 / (1 + math.exp(3 * LOGIT_STEP)))
    assert (request.resolution, request.threshold) == (expected[0], pytest.approx(expected[1]))


def test_sliders_start_nothing_before_the_first_mesh_or_for_another_picture(qtbot, tab, engine, picture):
    prepared(qtbot, tab, picture)
    tab.params.fullness.slider.setValue(2)
    qtbot.wait(250)
    assert engine.requests == []
    tab.start()
    finished(qtbot, tab, engine, 1)
    prepared(qtbot, tab, picture)
    tab.params.fullness.slider.setValue(0)
    qtbot.wait(250)
    assert len(engine.requests) == 1


def test_fuller_is_a_lower_threshold(qtbot):
    fullness = Fullness()
    qtbot.addWidget(fullness)
    assert (fullness.threshold, fullness.value.text()) == (0.5, "auto")
    fullness.slider.setValue(STEPS)
    assert 0.05 < fullness.threshold < 0.5 and fullness.value.text() == f"+{STEPS}"
    fullness.slider.setValue(-STEPS)
    assert 0.5 < fullness.threshold < 0.95 and fullness.value.text() == f"-{STEPS}"


def test_ripples_stay_if_wanted_and_the_choice_is_remembered(qtbot, tab, engine, picture, new_window, window):
    prepared(qtbot, tab, picture)
    tab.start()
    finished(qtbot, tab, engine, 1)
    tab.params.fairing_box.setChecked(False)
    finished(qtbot, tab, engine, 2)
    assert [request.fairing for request, *_ in engine.requests] == [True, False]
    window.close()
    assert not new_window().reconstruct_tab.params.fairing
