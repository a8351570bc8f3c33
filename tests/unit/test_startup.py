"""What starting costs, measured in processes of their own."""

from __future__ import annotations

import os

import pytest

from benchmarks import window as window_module
from benchmarks.source import Source
from benchmarks.startup import Startup, start
from benchmarks.table import _startup
from benchmarks.window import window_seconds
from imrecon_gui.paths import HOME_VARIABLE


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_the_window_is_painted_and_nothing_of_the_persons_is_touched(no_screen, monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))

    assert 0 < window_seconds(None) < 60
    assert not list(tmp_path.iterdir())


def test_a_window_that_cannot_be_opened_has_no_time(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "no such platform")

    assert window_seconds(None) is None


def test_a_window_that_no_screen_shows_has_no_time(no_screen, monkeypatch):
    monkeypatch.setattr(window_module, "MOST_SECONDS", 0.01)

    assert window_seconds(None) is None


def test_where_there_is_no_screen_qt_is_told(monkeypatch):
    monkeypatch.setattr(window_module.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert window_module._screen() == {"QT_QPA_PLATFORM": "offscreen"}
    monkeypatch.setitem(os.environ, "DISPLAY", ":1")
    assert window_module._screen() == {}


def test_designs_without_a_file_leave_out_what_needs_one(no_screen):
    found = start(Source("im-svr", None), 64, "cpu", None)

    assert found.reconstruct_s is None and found.load_model_s is None
    assert 0 < found.python_s < found.import_torch_s and found.window_s is not None


def test_the_table_tells_what_was_measured():
    told = " ".join(_startup(Startup(0.1, 2.0, 0.3, 3.5, 64, 0.9)))
    assert told.startswith("Start-up: python 0.10 s, import torch 2.00 s, load model 0.30 s, ")
    assert told.endswith("imrecon reconstruct at 64, cold 3.50 s, window 0.90 s.")
    assert _startup(Startup(0.1, 2.0)) == ["Start-up: python 0.10 s, import torch 2.00 s."]
