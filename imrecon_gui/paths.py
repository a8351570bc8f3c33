"""Where things are: what came with the program, and what belongs to the person using it.

This is the only module that builds such paths. In a checkout the program's resources lie in
`resources/` beside the package; in an installed wheel they lie inside it. The person's own folders
follow the system's habits (platformdirs) unless `IMRECON_HOME` names one folder for everything.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP_NAME = "imrecon"
HOME_VARIABLE = "IMRECON_HOME"
MODELS_VARIABLE = "IMRECON_MODELS"

_PACKAGE = Path(__file__).resolve().parent


def program_root() -> Path:
    """The folder from which `python -m training` finds its package."""
    return _PACKAGE.parent


def resources_dir() -> Path:
    """The folder of icons, style, examples and models that came with the program."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def icons_dir() -> Path:
    """The folder of the window's SVG icons."""
    return resources_dir() / "icons"


def style_path() -> Path:
    """The window's style sheet, with colours as `@name`."""
    return resources_dir() / "style" / "window.qss"


def translations_dir() -> Path:
    """The folder of the window's translations."""
    return resources_dir() / "translations"


def examples_dir() -> Path:
    """The folder of sample pictures; it may be absent."""
    return resources_dir() / "examples"


def example_pictures() -> tuple[Path, ...]:
    """The sample pictures, in order of their names."""
    return tuple(sorted(examples_dir().glob("*.png")))


def bundled_models_dir() -> Path:
    """The folder of models that came with the program; it may be absent."""
    return resources_dir() / "models"


def _home(system_folder: str) -> Path:
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen).expanduser() if chosen else Path(system_folder)


def user_data_dir() -> Path:
    """The person's own folder of models and runs."""
    return _home(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def user_models_dir() -> Path:
    """Where the person's own models are installed and training publishes."""
    return user_data_dir() / "models"


def user_runs_dir() -> Path:
    """Where training runs keep their folders."""
    return user_data_dir() / "runs"


def log_path() -> Path:
    """The file of the program's log."""
    return _home(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "imrecon.log"


def settings_path() -> Path:
    """The file of the window's remembered settings."""
    return _home(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "window.ini"


def handout_dir() -> Path:
    """The folder of files handed to other programs; those see it, unlike a temporary one, from a sandbox."""
    return _home(platformdirs.user_cache_dir(APP_NAME, appauthor=False)) / "handed-out"


def session_path() -> Path:
    """The file of what the window showed last."""
    return user_data_dir() / "session.npz"


def library_folders() -> tuple[Path, ...]:
    """The folders that are looked through for models, the person's own first.

    `IMRECON_MODELS` adds folders before all others, separated as in `PATH`.
    """
    extra = os.environ.get(MODELS_VARIABLE, "")
    added = tuple(Path(part).expanduser() for part in extra.split(os.pathsep) if part)
    return (*added, user_models_dir(), bundled_models_dir())
