"""The real window, around a fake engine."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from imrecon_gui import paths
from imrecon_gui.services.bundle import build_services
from imrecon_gui.settings import Settings
from imrecon_gui.ui.context import Context, Places
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.main_window import MainWindow
from imrecon_gui.ui.theme import Scheme, Theme
from imrecon_gui.view3d.opengl import has_opengl
from tests.gui.fakes import FakeDialogs, FakeEngine, FakeLibrary

TRAINER = (sys.executable, str(Path(__file__).with_name("fake_trainer.py")))


@pytest.fixture(scope="session", autouse=True)
def quick_drawing():
    """Software OpenGL is five times quicker without many samples."""
    import pyvista

    pyvista.global_theme.multi_samples = 1


@pytest.fixture(scope="session")
def theme(qapp):
    """One theme for all windows, as in the program."""
    return Theme(qapp, paths.style_path(), paths.icons_dir(), Scheme.LIGHT)


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def dialogs():
    return FakeDialogs()


@pytest.fixture
def picture(tmp_path) -> Path:
    """A file with a red square on white."""
    pixels = np.full((60, 80, 3), 255, np.uint8)
    pixels[20:40, 30:50] = (200, 30, 30)
    path = tmp_path / "red chair.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def session_path() -> Path | None:
    """Where a window keeps what it shows; nowhere, but in the tests of that."""
    return None


@pytest.fixture
def new_window(qtbot, tmp_path, engine, dialogs, theme, session_path):
    """Builds shown windows, and closes those that a test left open."""
    windows = []

    def build() -> MainWindow:
        models = paths.user_models_dir()
        models.mkdir(parents=True, exist_ok=True)
        services = build_services(engine, FakeLibrary(models), tmp_path, (models,), TRAINER)
        example = tmp_path / "sample_mug.png"
        Image.new("RGB", (32, 32), "blue").save(example)
        runs, log = paths.user_runs_dir(), paths.log_path()
        places = Places((example,), models, runs, log, ("chair", "lamp"), session_path)
        icons = Icons(paths.icons_dir())
        settings = Settings(paths.settings_path())
        settings.put("automatic", settings.flag("automatic", False))  # tests press the button themselves
        window = MainWindow(Context(services, settings, theme, icons, places, dialogs))
        windows.append(window)
        window.resize(1100, 720)
        window.show()
        qtbot.waitUntil(lambda: window.windowHandle().isExposed())
        window.first_id = int(window.winId())
        qtbot.waitUntil(lambda: activated(window))
        if has_opengl():
            qtbot.waitUntil(lambda: window.reconstruct_tab.view.viewport.plotter is not None)
        return window

    yield build
    engine.hold.clear()
    _close(windows)
    qtbot.wait(1)  # what closing leaves to the event loop: hiding, and paintings that were asked for
    _destroy(windows)


def _close(windows: list[MainWindow]) -> None:
    for window in windows:
        window.context.services.training.kill()
        window.context.services.training.close()
        window.close()


def _destroy(windows: list[MainWindow]) -> None:
    """Windows go here and now, not while the next test's events are handled or its workers run."""
    while windows:
        windows.pop().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def activated(window: MainWindow) -> bool:
    """Ask for the keyboard, and whether the window has it; nobody else hands it out without a manager."""
    window.activateWindow()
    return window.isActiveWindow()


@pytest.fixture
def window(new_window) -> MainWindow:
    return new_window()


@pytest.fixture
def tab(qtbot, window, picture):
    """The Reconstruct tab with a picture prepared."""
    window.reconstruct_tab.take(picture)
    qtbot.waitUntil(window.reconstruct_tab.params.button.isEnabled)
    return window.reconstruct_tab


@pytest.fixture
def needs_opengl(qapp):
    if not has_opengl():
        pytest.skip("no OpenGL here")


@pytest.fixture
def pictures(tmp_path):
    """Three pictures of three colours; the second is none."""
    made = [tmp_path / f"{name}.png" for name in ("one", "two", "three")]
    for path, colour in zip(made, ("red", "green", "blue"), strict=True):
        Image.new("RGB", (40, 40), colour).save(path)
    made[1].write_text("words")
    return made
