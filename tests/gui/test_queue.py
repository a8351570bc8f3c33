"""Several pictures at once, through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.services.batch import MAX_ITEMS, State, free_path
from tests.gui.test_pictures import drop, files

VIEW = Viewpoint(30, 20, 10, 0.4, 1.5, 0.1, -0.1)


@pytest.fixture
def batch(window):
    return window.context.services.batch


@pytest.fixture
def strip(window):
    return window.reconstruct_tab.queue.strip


@pytest.fixture
def done(qtbot, window, batch, pictures):
    """All three dropped, and worked off."""
    drop(window, files(*pictures))
    qtbot.waitUntil(lambda: not batch.is_busy)
    return window.reconstruct_tab


def states(batch):
    return [item.state for item in batch.items]


def test_there_is_no_strip_without_a_queue(window, strip, picture):
    assert not strip.isVisible()
    drop(window, files(picture))
    assert not strip.isVisible()


def test_an_item_that_fails_does_not_stop_the_others(done, batch, strip):
    assert strip.isVisible()
    assert states(batch) == [State.DONE, State.FAILED, State.DONE]
    assert batch.items[1].sentence == "This is no picture. Choose a picture file."
    assert strip.status.text() == "2 of 3 done, 1 failed"
    assert [strip.list.item(row).text() for row in range(3)] == ["one\ndone", "two\nfailed", "three\ndone"]
    assert "This is no picture." in strip.list.item(1).toolTip()
    assert "This is no picture." in strip.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_one_at_a_time_in_the_worker(qtbot, window, batch, engine, pictures):
    engine.hold.set()
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    assert states(batch) == [State.AT_WORK, State.WAITING]
    assert {thread.name for thread in engine.threads} == {"imrecon-worker"}
    engine.hold.clear()
    qtbot.waitUntil(lambda: states(batch) == [State.DONE, State.DONE])
    assert len(engine.requests) == 2


def test_the_first_is_shown_as_soon_as_it_is_done(done, batch):
    assert done.result is batch.items[0].result
    assert done.view.viewport.mesh is done.result.mesh
    assert done.image.name == "one"
    assert done.view.export_bar.button.isEnabled()


def test_choosing_one_shows_its_picture_and_mesh(done, window, batch, strip):
    strip.list.setCurrentRow(2)
    assert done.image is batch.items[2].image and done.result is batch.items[2].result
    assert done.view.viewport.mesh is batch.items[2].result.mesh
    assert done.image_panel.cutout_view.image.pixelColor(20, 20).getRgb()[:3] == (0, 0, 255)
    strip.list.setCurrentRow(1)
    assert "two.png" in window.problems.message.text() and window.problems.isVisible()
    assert done.image.name == "three"


def test_another_picture_leaves_the_queue_alone(qtbot, done, window, strip, batch, picture):
    drop(window, files(picture))
    assert strip.selected == 0
    qtbot.waitUntil(lambda: done.image.name == "red chair")
    assert len(batch.items) == 3


def test_what_is_made_anew_of_an_item_is_kept(qtbot, done, batch, engine):
    first = batch.items[0].result
    done.start()
    qtbot.waitUntil(lambda: batch.items[0].result is done.result is not first)
    assert batch.items[0].colours is None
    engine.viewpoint = VIEW
    done.start()
    qtbot.waitUntil(lambda: batch.items[0].colours is not None)
    assert batch.items[0].result is done.result is not first
    assert batch.items[0].mesh.colours.shape == (6, 3)
    assert batch.items[2].colours is None


def test_all_are_exported_and_nothing_is_replaced(qtbot, done, window, dialogs, engine, strip, tmp_path):
    dialogs.folder = tmp_path / "meshes"
    dialogs.folder.mkdir()
    (dialogs.folder / "one.glb").write_text("mine")
    with qtbot.waitSignal(window.context.services.batch.exported):
        strip.export_button.click()
    assert sorted(path.name for path in dialogs.folder.iterdir()) == ["one-2.glb", "one.glb", "three.glb"]
    assert (dialogs.folder / "one.glb").read_text() == "mine"
    assert [size for _, _, size in engine.exports] == [100.0, 100.0]
    assert "2 meshes are saved." in window.problems.message.text()


def test_a_folder_not_chosen_exports_nothing(done, strip, engine):
    strip.export_button.click()
    assert not done.window().context.services.batch.exporter.is_busy and engine.exports == []


def test_cancel_and_go_on(qtbot, window, batch, engine, strip, pictures):
    engine.hold.set()
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    assert strip.stop_button.text() == "Cancel"
    strip.stop_button.click()
    qtbot.waitUntil(lambda: not batch.is_busy)
    assert states(batch) == [State.CANCELLED, State.CANCELLED]
    engine.hold.clear()
    assert strip.stop_button.text() == "Go on"
    strip.stop_button.click()
    qtbot.waitUntil(lambda: states(batch) == [State.DONE, State.DONE])


def test_one_taken_away_at_work_makes_room_for_the_next(qtbot, window, batch, engine, strip, pictures):
    engine.hold.set()
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    strip.remove_button.click()
    assert [item.path.stem for item in batch.items] == ["three"]
    engine.hold.clear()
    qtbot.waitUntil(lambda: states(batch) == [State.DONE])


def test_the_delete_key_takes_the_last_away_and_the_strip_goes(qtbot, done, batch, strip):
    strip.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(strip.list, Qt.Key.Key_Delete)
    assert batch.items == () and not strip.isVisible()


def test_a_failed_reconstruction_says_why(qtbot, window, batch, engine, pictures):
    engine.error = EmptyFieldError("Nothing is there.", "Mend the cut-out.")
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: not batch.is_busy)
    assert [item.sentence for item in batch.items] == ["Nothing is there. Mend the cut-out."] * 2
    assert "Nothing is there." in window.problems.message.text()


@pytest.mark.expects_log
def test_a_bug_in_one_leaves_the_others(qtbot, window, batch, engine, pictures):
    engine.error = ZeroDivisionError()
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: not batch.is_busy)
    assert states(batch) == [State.FAILED, State.FAILED] and "log" in batch.items[0].sentence


def test_the_queue_has_an_end(window, batch, engine, pictures):
    engine.hold.set()
    drop(window, files(*[pictures[0]] * (MAX_ITEMS + 2)))
    assert len(batch.items) == MAX_ITEMS
    assert "2 were left out" in window.problems.message.text()
    batch.cancel()


def test_several_opened_are_queued(qtbot, window, batch, dialogs, pictures):
    dialogs.pictures = tuple(pictures)
    window.reconstruct_tab.image_panel.open_button.click()
    qtbot.waitUntil(lambda: not batch.is_busy)
    assert len(batch.items) == 3


def test_closing_stops_the_queue(qtbot, window, batch, engine, pictures):
    engine.hold.set()
    drop(window, files(pictures[0], pictures[2]))
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    window.close()
    assert not window.context.services.worker._thread.is_alive()


def test_names_that_are_taken_are_counted_on(tmp_path):
    assert free_path(tmp_path, "a", ".stl") == tmp_path / "a.stl"
    for name in ("a", "a-2"):
        (tmp_path / f"{name}.stl").touch()
    assert free_path(tmp_path, "a", ".stl") == tmp_path / "a-3.stl"
