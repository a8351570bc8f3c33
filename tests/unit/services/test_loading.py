"""What takes long is loaded off the GUI thread."""

from __future__ import annotations

import threading

import pytest

from imrecon_gui.services.loading import LoadingService


@pytest.fixture
def service(qapp):
    made = LoadingService()
    yield made
    assert made.close(timeout_s=60)


def test_it_is_loaded_in_a_worker(qtbot, service):
    threads = []
    with qtbot.waitSignal(service.loaded):
        service.start(lambda: threads.append(threading.current_thread()))
    assert threads != [threading.main_thread()] and len(threads) == 1


def test_what_cannot_be_loaded_is_told(qtbot, service):
    def load() -> None:
        raise ImportError("it is not there")

    with qtbot.waitSignal(service.failed) as told:
        service.start(load)
    assert "not there" in str(told.args[0])
