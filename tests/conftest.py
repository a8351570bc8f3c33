"""What all tests share: folders of their own, no unexpected warnings in the log."""

from __future__ import annotations

import logging
import os
from functools import partial

import pytest

os.environ.setdefault("QT_API", "pyside6")
PATIENCE_MS = 60_000


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Settings, models and runs of the person running the tests stay untouched."""
    monkeypatch.setenv("IMRECON_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("IMRECON_MODELS", raising=False)


@pytest.fixture
def qtbot(qtbot):
    """A bot that waits longer before it gives up: a busy machine is no failure."""
    for name in ("waitUntil", "waitSignal", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request):
    """A warning that the program logs fails the test, unless `@pytest.mark.expects_log` says so."""
    collector = _Collector()
    logger = logging.getLogger("imrecon_gui")
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    if request.node.get_closest_marker("expects_log") is None:
        assert [record.getMessage() for record in collector.records] == []


def pytest_configure(config):
    config.addinivalue_line("markers", "expects_log: the test makes the program log a warning")
