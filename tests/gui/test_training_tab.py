"""Training through the window, with a trainer that speaks the protocol and learns nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from imrecon_gui.ui.dialogs import Leaving


@pytest.fixture
def tab(qtbot, window):
    """The training tab, shown, its recipes there."""
    window.choose_tab(1)
    form = window.training_tab.form
    qtbot.waitUntil(lambda: form.recipe_box.count() == 2)
    return window.training_tab


def use_recipe(window, name):
    """Put a recipe in the form that the trainer does not list."""
    from imrecon_gui.services.training_events import Recipe

    window.training_tab.form.set_recipes((Recipe(name, name, ""),))


def wait_ended(qtbot, window):
    qtbot.waitUntil(lambda: not window.context.services.training.is_running)


def test_the_trainer_is_not_asked_before_the_tab_is_shown(window):
    assert window.training_tab.view is None
    assert window.training_tab.form.recipe_box.count() == 1


def test_recipes_are_described(tab):
    assert tab.form.recipe_box.itemText(0) == "Quick"
    assert tab.form.recipe_words.text() == "Small and soon done."


def test_a_run_draws_its_curves_and_its_model_can_be_chosen(qtbot, window, tab):
    tab.form.name_edit.setText("my lamp")
    tab.button.click()
    assert tab.button.text() == "Stop and keep"
    assert not tab.form.isEnabled()
    wait_ended(qtbot, window)
    assert [value for _, value in tab.view.loss_curve.values] == [1 / n for n in range(1, 21)] * 2
    assert [step for step, _ in tab.view.loss_curve.values] == list(range(1, 41))
    assert [value for _, value in tab.view.iou_curve.values] == [0.55, 0.6, 0.65, 0.7] * 2
    assert tab.stage_label.text() == "The run is finished."
    params = window.reconstruct_tab.params
    assert params.model.name == "my lamp"
    assert params.category_box.findData("lamp") > 0
    assert window.problems.message.text() == "The model “my lamp” is ready."
    qtbot.waitUntil(lambda: np.size(tab.view.loss_curve._line.getData()[0]) == 40)


def test_stop_keeps_what_there_is(qtbot, window, tab):
    use_recipe(window, "patient")
    tab.button.click()
    qtbot.waitUntil(lambda: len(tab.view.loss_curve.values) == 30)
    tab.button.click()
    assert tab.button.text() == "Stopping …"
    wait_ended(qtbot, window)
    assert tab.stage_label.text() == "The run was stopped."
    assert window.reconstruct_tab.params.model.name == tab.form.name
    assert tab.button.isEnabled()


def test_a_crash_is_a_sentence_and_the_next_run_works(qtbot, window, tab):
    use_recipe(window, "crash")
    tab.button.click()
    wait_ended(qtbot, window)
    assert window.problems.isVisible()
    assert "MemoryError: everything is full" in window.problems.hint.text()
    assert tab.stage_label.text() == "The run failed."
    use_recipe(window, "quick")
    tab.button.click()
    wait_ended(qtbot, window)
    assert tab.stage_label.text() == "The run is finished."


def test_without_a_category_or_a_name_nothing_starts(tab):
    assert tab.form.categories == ("chair",)
    assert tab.button.isEnabled()
    tab.form.categories_list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not tab.button.isEnabled()
    tab.form.categories_list.item(1).setCheckState(Qt.CheckState.Checked)
    assert tab.button.isEnabled()
    assert tab.form.name == "my lamp"


def test_a_name_is_a_file_name(qtbot, tab):
    tab.form.name_edit.clear()
    qtbot.keyClicks(tab.form.name_edit, "../my: chair*.")
    assert tab.form.name == "my chair"


def test_the_window_asks_before_it_closes_on_a_run(qtbot, window, tab, dialogs):
    use_recipe(window, "patient")
    tab.button.click()
    qtbot.waitUntil(lambda: len(tab.view.loss_curve.values) == 30)
    dialogs.leaving = Leaving.CANCEL
    window.close()
    assert window.isVisible()
    assert window.context.services.training.is_running
    dialogs.leaving = Leaving.STOP
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (window.context.places.models_dir / f"{tab.form.name}.model").is_file()


def test_reconstructing_goes_on_while_training(qtbot, window, tab, picture):
    use_recipe(window, "patient")
    tab.button.click()
    qtbot.waitUntil(lambda: tab.view.loss_curve.values != [])
    window.choose_tab(0)
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    window.reconstruct_tab.start()
    qtbot.waitUntil(lambda: window.reconstruct_tab.result is not None)
    assert window.context.services.training.is_running
    tab.stop()
    wait_ended(qtbot, window)


def test_a_folder_of_meshes_is_learnt(qtbot, window, tab, dialogs, tmp_path, monkeypatch):
    orders = []
    start = window.context.services.training.start
    monkeypatch.setattr(
        window.context.services.training, "start", lambda order: (orders.append(order), start(order))
    )
    form, dialogs.folder = tab.form, tmp_path / "teapots"
    form.source.kind_box.setCurrentIndex(1)
    assert not form.categories_list.isVisible() and not tab.button.isEnabled()
    form.source.folder_button.click()
    assert form.name == "my teapots" and str(tmp_path / "teapots") in form.source.folder_label.text()
    tab.button.click()
    wait_ended(qtbot, window)
    assert orders[0].arguments()[3:5] == ["--meshes", str(tmp_path / "teapots")]
    assert tab.stage_label.text() == "The run is finished."
    form.source.kind_box.setCurrentIndex(0)
    assert form.categories_list.isVisible() and form.source.folder is None and form.name == "my chair"
