"""Where things are."""

import os
from pathlib import Path

from imrecon_gui import paths


def test_one_folder_can_hold_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("IMRECON_HOME", str(tmp_path))
    assert paths.user_models_dir() == tmp_path / "models"
    assert paths.settings_path().parent == paths.log_path().parent == tmp_path


def test_own_models_come_before_the_bundled(monkeypatch, tmp_path):
    monkeypatch.setenv("IMRECON_MODELS", os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")]))
    folders = paths.library_folders()
    assert folders[:2] == (tmp_path / "a", tmp_path / "b")
    assert folders[2:] == (paths.user_models_dir(), paths.bundled_models_dir())


def test_a_wheels_resources_are_inside_the_package(monkeypatch, tmp_path):
    package = tmp_path / "imrecon_gui"
    (package / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.icons_dir() == package / "resources" / "icons"


def test_a_checkouts_resources_are_beside_it():
    assert paths.style_path().is_file()
    assert (paths.icons_dir() / "imrecon.svg").is_file()
    assert paths.program_root() == Path(paths.__file__).parents[1]
