"""Takes the picture of the real window for the documentation: `python -m tests.screenshot OUT [PICTURE]`.

Needs a screen (Xvfb will do) and an installed model; the window is driven as a person would.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from imrecon_gui import paths
from imrecon_gui.app import build_application, build_window
from imrecon_gui.ui.main_window import MainWindow
from imrecon_gui.ui.theme import Scheme
from imrecon_gui.view3d.scene import DrawStyle

PATIENCE_S = 180.0
SETTLE_S = 0.5


def wait(application: QApplication, ready: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Let the window work until it is ready; TimeoutError if it never is."""
    end = time.monotonic() + patience_s
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window was not ready in time")
        application.processEvents()
        time.sleep(0.01)


def settle(application: QApplication) -> None:
    """Give the window a moment to draw."""
    end = time.monotonic() + SETTLE_S
    wait(application, lambda: time.monotonic() > end)


def reconstruct(application: QApplication, window: MainWindow, picture: Path) -> None:
    """Take a picture and wait for its mesh."""
    tab = window.reconstruct_tab
    tab.take(picture)
    wait(application, lambda: tab.image is not None)
    settle(application)
    tab.start()
    wait(application, lambda: tab.result is not None)


def grab(window: MainWindow, path: Path) -> None:
    """Save what is on the screen where the window is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    place = window.geometry()
    shot = QGuiApplication.primaryScreen().grabWindow(0, place.x(), place.y(), place.width(), place.height())
    shot.save(str(path))


def main() -> int:
    """Open the window, reconstruct one picture, take the screenshot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("picture", type=Path, nargs="?")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scheme", choices=[scheme.value for scheme in Scheme], default="light")
    parser.add_argument("--photo", action="store_true", help="show the mesh in the photo's colours")
    parser.add_argument("--train", action="store_true", help="show the training tab instead")
    arguments = parser.parse_args()
    picture = arguments.picture or next(iter(paths.example_pictures()), None)
    application = build_application(sys.argv[:1])
    window = build_window(application)
    window.context.theme.choose(Scheme(arguments.scheme))
    window.move(0, 0)
    window.resize(*map(int, arguments.size.split("x")))
    window.show()
    wait(application, lambda: window.reconstruct_tab.view.viewport.plotter is not None)
    if arguments.train:
        window.choose_tab(1)
    elif picture is not None and window.context.services.models.models():
        reconstruct(application, window, picture)
        if arguments.photo:
            wait(application, lambda: window.reconstruct_tab.paint is not None)
            window.reconstruct_tab.view.set_style(DrawStyle.PHOTO)
    settle(application)
    grab(window, arguments.out)
    window.close()
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        import os

        models = str(paths.user_models_dir())
        os.environ.setdefault(paths.MODELS_VARIABLE, models)
        os.environ[paths.HOME_VARIABLE] = home
        sys.exit(main())
