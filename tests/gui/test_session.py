"""What the window shows when it opens: last time's picture, mask and mesh, or a sample."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from imrecon_gui.core.mender import Mender
from imrecon_gui.services.batch import State
from tests.gui.steps import reconstruct


@pytest.fixture
def session_path(tmp_path):
    return tmp_path / "session.npz"


@pytest.fixture
def reopened(qtbot, new_window, session_path):
    """Closes a window and opens another, which begins as the program does."""

    def again(window):
        window.close()
        made = new_window()
        made.keeper.begin()
        return made

    return again


def kept(window):
    """All that was to be written is written."""
    runner = window.context.services.session.runner
    return not runner.is_busy


def test_picture_mesh_and_fullness_are_back(qtbot, window, tab, reopened, picture):
    tab.params.show_fullness(3)
    reconstruct(qtbot, tab)
    made = reopened(window)
    found = made.reconstruct_tab
    qtbot.waitUntil(lambda: found.result is not None)
    np.testing.assert_array_equal(found.image.cutout, tab.image.cutout)
    np.testing.assert_array_equal(found.result.mesh.vertices, tab.result.mesh.vertices)
    assert found.view.viewport.mesh is found.result.mesh
    assert found.view.results.values["Category"].text() == "chair 90%, table 10%"
    assert found.source == picture and found.params.fullness.slider.value() == 3
    assert found.params.button.isEnabled() and found.view.export_bar.button.isEnabled()
    assert made.problems.message.text() == "Last time's picture is back."
    assert made.problems.action_button.isVisible()


def test_a_mended_mask_is_back_after_a_crash(qtbot, window, tab, new_window):
    mender = Mender(tab.image)
    mender.begin_stroke(40, 30, 9, adds=False)
    mender.end_stroke()
    window.context.services.preparation.prepared.emit(mender.result())
    qtbot.waitUntil(lambda: kept(window))
    made = new_window()  # beside the first, which never closed
    made.keeper.begin()
    qtbot.waitUntil(lambda: made.reconstruct_tab.image is not None)
    found = made.reconstruct_tab.image
    assert found.mending is not None and found.cutout[30, 40, 3] == 0
    assert made.reconstruct_tab.result is None


def test_what_was_chosen_of_the_queue_is_back(qtbot, window, reopened, picture, tmp_path):
    other = tmp_path / "other.png"
    Image.new("RGB", (40, 40), "green").save(other)
    window.reconstruct_tab.queue.add([picture, other])
    qtbot.waitUntil(lambda: window.context.services.batch.items[1].result is not None)
    window.reconstruct_tab.queue.strip.list.setCurrentRow(1)
    found = reopened(window).reconstruct_tab
    qtbot.waitUntil(lambda: found.result is not None)
    assert found.image.name == "other" and found.source == other


def test_it_can_be_dismissed(qtbot, window, tab, reopened, session_path):
    reconstruct(qtbot, tab)
    made = reopened(window)
    qtbot.waitUntil(lambda: made.reconstruct_tab.result is not None)
    made.problems.action_button.click()
    found = made.reconstruct_tab
    assert found.image is None and found.result is None and found.view.viewport.mesh is None
    assert not made.problems.isVisible() and not found.params.button.isEnabled()
    assert not found.view.export_bar.button.isEnabled()
    assert found.image_panel._stack.currentIndex() == 0
    qtbot.waitUntil(lambda: not session_path.exists())


def test_who_is_quicker_keeps_their_picture(qtbot, window, tab, new_window, tmp_path, picture):
    qtbot.waitUntil(lambda: kept(window))
    made = new_window()
    made.keeper.begin()
    made.reconstruct_tab.take(np.full((40, 40, 3), 9, np.uint8), "mine")
    with qtbot.waitSignal(made.context.services.session.loaded):
        pass
    qtbot.waitUntil(lambda: made.reconstruct_tab.image is not None)
    assert made.reconstruct_tab.image.name == "mine"


def test_a_broken_file_troubles_nobody(qtbot, window, session_path):
    session_path.write_bytes(b"words")
    window.keeper.begin()
    loader = window.context.services.session._loader
    qtbot.waitUntil(lambda: not loader.is_busy)
    assert window.reconstruct_tab.image is None and not window.problems.isVisible()


def test_the_first_time_a_sample_is_there_and_only_then(qtbot, window, session_path, new_window):
    window.keeper.begin()
    qtbot.waitUntil(lambda: window.reconstruct_tab.image is not None)
    assert window.reconstruct_tab.image.name == "sample_mug"
    assert "one of the samples" in window.problems.message.text()
    assert not window.problems.action_button.isVisible()
    window.keeper.forget()
    qtbot.waitUntil(lambda: kept(window) and not session_path.exists())
    made = new_window()
    made.keeper.begin()
    assert not made.reconstruct_tab.has_begun


def test_a_problem_takes_the_notices_button_away(window):
    done = []
    window.problems.show_notice("News.", action=("Do it", lambda: done.append(1)))
    window.problems.action_button.click()
    window.problems.show_notice("Other news.")
    assert done == [1] and not window.problems.action_button.isVisible()


def worked_off(qtbot, window, pictures):
    """Queue pictures, wait until all are done or failed, and until that is written."""
    window.reconstruct_tab.queue.add(pictures)
    services = window.context.services
    qtbot.waitUntil(lambda: not services.batch.is_busy and len(services.batch.items) == len(pictures))
    qtbot.waitUntil(lambda: not services.queue_keeping.runner.is_busy and kept(window))


def states(window):
    return [(item.path.stem, item.state) for item in window.context.services.batch.items]


def test_the_queue_is_back_after_a_crash(qtbot, window, new_window, pictures, engine):
    worked_off(qtbot, window, pictures)
    n_requests = len(engine.requests)
    made = new_window()  # beside the first, which never closed
    made.keeper.begin()
    strip = made.reconstruct_tab.queue.strip
    qtbot.waitUntil(lambda: strip.list.count() == 3)
    assert states(made) == [("one", State.DONE), ("two", State.FAILED), ("three", State.DONE)]
    assert strip.status.text() == "2 of 3 done, 1 failed" and strip.selected == 1
    assert made.problems.message.text() == "Last time's picture is back."
    strip.list.setCurrentRow(2)
    assert made.reconstruct_tab.image.name == "three"
    before = window.context.services.batch.items[2].mesh
    np.testing.assert_array_equal(made.reconstruct_tab.result.mesh.vertices, before.vertices)
    assert len(engine.requests) == n_requests  # nothing was made again


def test_what_was_not_done_waits_for_go_on_and_what_is_gone_is_said(
    qtbot, window, reopened, pictures, engine
):
    engine.hold.set()
    window.reconstruct_tab.queue.add([pictures[0], pictures[2], pictures[0]])
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    pictures[2].unlink()
    made = reopened(window)
    engine.hold.clear()
    strip = made.reconstruct_tab.queue.strip
    qtbot.waitUntil(lambda: strip.list.count() == 2)
    assert states(made) == [("one", State.CANCELLED)] * 2
    assert made.problems.message.text() == "three.png is gone, so it was left out of the queue."
    assert strip.stop_button.text() == "Go on"
    strip.stop_button.click()
    qtbot.waitUntil(lambda: states(made) == [("one", State.DONE)] * 2)


def test_starting_empty_forgets_the_queue(qtbot, window, reopened, pictures, session_path):
    worked_off(qtbot, window, [pictures[0], pictures[2]])
    made = reopened(window)
    strip = made.reconstruct_tab.queue.strip
    qtbot.waitUntil(lambda: strip.list.count() == 2)
    made.problems.action_button.click()
    assert strip.list.count() == 0 and not strip.isVisible()
    qtbot.waitUntil(lambda: not session_path.with_name("session-queue").exists())


def test_a_broken_list_troubles_nobody(qtbot, window, new_window, pictures, session_path):
    worked_off(qtbot, window, [pictures[0]])
    (session_path.with_name("session-queue") / "queue.json").write_text("words")
    made = new_window()
    made.keeper.begin()
    qtbot.waitUntil(lambda: made.reconstruct_tab.result is not None)
    loader = made.context.services.queue_keeping._loader
    qtbot.waitUntil(lambda: not loader.is_busy)
    assert made.context.services.batch.items == ()
