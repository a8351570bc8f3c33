"""Runs through the window: paused, left and found again, dead, compared, gone on with, published."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from imrecon_gui.core.card import METADATA_KEY, ModelCard
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.ui.card_dialog import CardDialog
from imrecon_gui.ui.dialogs import Leaving
from imrecon_gui.ui.training_view import LOG, RUNS, SHAPES
from imrecon_gui.ui.training_words import time_left
from tests.gui.test_training_tab import use_recipe, wait_ended


@pytest.fixture
def opened(qtbot, new_window):
    """A window with its training tab shown."""

    def build():
        window = new_window()
        window.choose_tab(1)
        qtbot.waitUntil(lambda: window.training_tab.form.recipe_box.count() == 2)
        return window

    return build


def start(qtbot, window, recipe="patient"):
    """Start a run and wait until it waits; its folder."""
    use_recipe(window, recipe)
    window.training_tab.button.click()
    curve = window.training_tab.view.loss_curve
    qtbot.waitUntil(lambda: len(curve.values) == 30)
    return window.context.services.training.run_dir


def write_run(folder: Path, name: str, loss: float, outcome: str = "stopped") -> Path:
    folder.mkdir(parents=True)
    config = {"name": name, "categories": ["chair"], "recipe": {"title": "Quick"}, "device": "cpu"}
    (folder / "config.json").write_text(json.dumps(config))
    step = {"event": "step", "stage": "image", "total": 20, "seconds": 1}
    events = [{**step, "step": n, "loss": loss / n} for n in range(1, 11)]
    events += [{"event": "validation", "stage": "image", "step": 10, "iou": 0.4}, {"event": outcome}]
    lines = [json.dumps({"time": 1e9 + n, **event}) for n, event in enumerate(events)]
    (folder / "events.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def runs_listed(qtbot, window, n):
    runs = window.training_tab.view.runs
    qtbot.waitUntil(lambda: runs.list.count() == n)
    return runs


def test_a_run_is_paused_resumed_and_stopped(qtbot, opened):
    window = opened()
    tab, service = window.training_tab, window.context.services.training
    start(qtbot, window)
    pause = tab.controls.pause_button
    assert pause.isVisible() and pause.text() == "Pause"
    pause.click()
    assert not pause.isEnabled()
    qtbot.waitUntil(lambda: service.is_paused)
    assert pause.text() == "Resume" and pause.isEnabled() and tab.stage_label.text() == "Paused"
    pause.click()
    qtbot.waitUntil(lambda: not service.is_paused)
    assert pause.text() == "Pause"
    pause.click()
    qtbot.waitUntil(lambda: service.is_paused)
    tab.button.click()
    wait_ended(qtbot, window)
    assert tab.stage_label.text() == "The run was stopped." and not pause.isVisible()


def test_a_run_is_left_and_found_again(qtbot, opened, dialogs):
    first = opened()
    start(qtbot, first)
    losses, ious = (list(curve.values) for curve in curves(first))
    dialogs.leaving = Leaving.LEAVE
    first.close()
    assert not first.isVisible()
    second = opened()
    tab = second.training_tab
    assert second.context.services.training.is_running and tab.button.text() == "Stop and keep"
    qtbot.waitUntil(lambda: len(tab.view.loss_curve.values) == 30)
    assert [list(curve.values) for curve in curves(second)] == [losses, ious]
    assert "Running in" in tab.view.log.text.toPlainText() and not second.problems.isVisible()
    tab.button.click()
    wait_ended(qtbot, second)
    assert tab.stage_label.text() == "The run was stopped."
    assert second.reconstruct_tab.params.model.name == "my chair"


def curves(window):
    return window.training_tab.view.loss_curve, window.training_tab.view.iou_curve


def test_one_that_nobody_looked_at_is_asked_for_when_the_window_closes(qtbot, opened, new_window, dialogs):
    first = opened()
    start(qtbot, first)
    first.close()
    second = new_window()
    assert not second.context.services.training.is_running
    dialogs.leaving = Leaving.CANCEL
    second.close()
    assert second.isVisible() and second.context.services.training.is_running
    dialogs.leaving = Leaving.STOP
    second.close()
    qtbot.waitUntil(lambda: not second.isVisible())
    assert not second.context.services.training.is_running


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_run_that_died_is_told_with_its_last_words(qtbot, opened):
    window = opened()
    folder = start(qtbot, window)
    os.kill(json.loads((folder / "process.json").read_text())["pid"], signal.SIGKILL)
    wait_ended(qtbot, window)
    assert window.training_tab.stage_label.text() == "The run failed."
    assert window.problems.message.text() == "The training run ended unexpectedly."
    assert "words that are no event" in window.problems.hint.text()
    assert window.training_tab.button.isEnabled()


def test_two_runs_are_compared(qtbot, window, opened):
    runs_dir = window.context.places.runs_dir
    write_run(runs_dir / "one", "first try", 1.0)
    write_run(runs_dir / "two", "second try", 2.0)
    (runs_dir / "broken").mkdir()
    window.choose_tab(1)
    view = window.training_tab.view
    runs = runs_listed(qtbot, window, 2)
    view.show_page(RUNS)
    assert not view.curves.isVisible()
    for i in range(2):
        runs.list.item(i).setCheckState(Qt.CheckState.Checked)
    assert view.curves.isVisible()
    for curve in curves(window):
        assert len({other.colour for other in curve.others}) == 2
    assert {other.points[0] for other in view.loss_curve.others} == {(1, 1.0), (1, 2.0)}
    assert "first" in view.curves.names.text() and view.curves.names.isVisible()
    assert "IoU 0.400" in runs.list.item(0).text() and "was stopped" in runs.list.item(0).text()
    runs.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert len(view.loss_curve.others) == 1


def test_a_stopped_run_goes_on(qtbot, window):
    folder = write_run(window.context.places.runs_dir / "one", "first try", 1.0)
    write_run(window.context.places.runs_dir / "two", "second try", 1.0, "finished")
    window.choose_tab(1)
    runs = runs_listed(qtbot, window, 2)
    rows = {runs.list.item(i).text().split("\n")[0]: i for i in range(2)}
    runs.list.setCurrentRow(rows["second try"])
    assert not runs.go_on_button.isEnabled()
    runs.list.setCurrentRow(rows["first try"])
    runs.go_on_button.click()
    assert window.context.services.training.run_dir == folder
    wait_ended(qtbot, window)
    assert window.training_tab.stage_label.text() == "The run is finished."
    assert (window.context.places.models_dir / "first try.model").is_file()
    assert len(window.training_tab.view.iou_curve.values) > 1


def test_the_log_and_the_time_left(qtbot, opened):
    window = opened()
    tab = window.training_tab
    start(qtbot, window)
    qtbot.waitUntil(lambda: "less than a minute left" in tab.stage_label.text())
    assert tab.view.curves.log_line.text().startswith("Step 10 of 20 · loss 0.1")
    tab.view.show_page(LOG)
    tab.stop()
    wait_ended(qtbot, window)
    tab.view.log.copy_button.click()
    log = QGuiApplication.clipboard().text()
    for words in ("Step 15: IoU 0.650", "words that are no event", "The run was stopped."):
        assert words in log
    assert tab.view.log.text.isReadOnly()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "less than a minute left"),
        (12 * 60, "about 12 min left"),
        (42 * 60, "about 40 min left"),
        (100 * 60, "about 1 h 40 min left"),
        (30 * 3600, "about 30 h left"),
    ],
)
def test_the_time_left_is_no_more_exact_than_it_is_known(seconds, words):
    assert time_left(seconds) == words


def test_previews_are_shown_the_newest_first(qtbot, opened):
    window = opened()
    results = window.training_tab.view.results
    window.training_tab.button.click()
    wait_ended(qtbot, window)
    assert results.isVisible() and [path.stem for path in results.paths][-1] == "20"
    assert not results.picture.image.isNull() and results.place.text() == "Step 20"
    results.slider.setValue(0)
    assert results.place.text() == "Step 5"
    assert results.picture.image.pixelColor(32, 24).blue() == 5


def test_the_shapes_of_the_category_gone_to_last_are_drawn(qtbot, opened, dialogs, tmp_path):
    window = opened()
    view, form = window.training_tab.view, window.training_tab.form
    picture = view.shapes.picture
    qtbot.waitUntil(lambda: colour(picture) == (len("chair"), 0, 0))
    form.categories_list.setCurrentRow(1)
    qtbot.waitUntil(lambda: colour(picture) == (len("lamp"), 0, 0))
    view.shapes.others_button.click()
    qtbot.waitUntil(lambda: colour(picture)[1] > 0)
    view.shapes.kind_buttons["look"].click()
    qtbot.waitUntil(lambda: colour(picture)[2] == 255)
    assert view.shapes.words.text().startswith("Pictures as the network is given them")
    dialogs.folder = tmp_path / "teapots"
    form.source.kind_box.setCurrentIndex(1)
    form.source.folder_button.click()
    qtbot.waitUntil(lambda: colour(picture)[0] > len("chair"))
    assert not view.shapes.kinds.isVisible()


def colour(picture):
    if picture.image.isNull():
        return (0, 0, 0)
    return picture.image.pixelColor(32, 24).getRgb()[:3]


def test_shapes_that_cannot_be_drawn_are_a_sentence(qtbot, opened):
    window = opened()
    shapes = window.training_tab.view.shapes
    qtbot.waitUntil(lambda: not shapes.picture.image.isNull())
    shapes._service._errand._command = (sys.executable, "-c", "raise SystemExit('no OpenGL here')")
    shapes.others_button.click()
    qtbot.waitUntil(lambda: "no OpenGL here" in shapes.words.text())
    assert shapes.picture.image.isNull()


def test_pages_are_chosen_by_their_buttons(opened):
    view = opened().training_tab.view
    for index, page in enumerate((view.shapes, view.results, view.runs, view.log)):
        view.page_buttons[index].click()
        assert view.pages.currentWidget() is page
    view.show_page(SHAPES)
    assert view.page_buttons[SHAPES].isChecked()


def test_the_card_of_a_published_model_is_read(qtbot, opened):
    window = opened()
    window.training_tab.button.click()
    wait_ended(qtbot, window)
    path = window.context.places.models_dir / "my chair.model"
    path.write_bytes(with_card(ModelCard("my chair", ModelConfig("im-compact", ("chair",)), licence="MIT")))
    assert window.problems.action_button.text() == "Model card"
    window.problems.action_button.click()
    dialog = window.findChild(CardDialog)
    assert dialog.isVisible() and ("Licence", "MIT") in dialog.rows
    dialog.copy_button.click()
    assert "Categories: chair" in QGuiApplication.clipboard().text()
    dialog.reject()
    path.write_text("weights")
    window.problems.action_button.click()
    assert window.problems.message.text().startswith("my chair.model is not a whole safetensors file")


def with_card(card):
    """A file of no weights with a card."""
    header = json.dumps({"__metadata__": {METADATA_KEY: card.to_json()}}).encode()
    return len(header).to_bytes(8, "little") + header
