"""The real program's window, with the real core: a picture in, a measured mesh out, files on disk."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh
from PIL import Image, ImageDraw

from imrecon_gui import paths
from imrecon_gui.app import build_window
from imrecon_gui.services.reconstruction import EXPORT_SUFFIXES
from tests.gui.fakes import FakeDialogs
from tests.octahedron import RADIUS, VOLUME, save_octahedron


@pytest.fixture
def window(qtbot, qapp, monkeypatch):
    """The window as `app.run` builds it, with one known model installed and answers to its dialogs."""
    save_octahedron(paths.user_models_dir() / "known.safetensors", ("mug",))
    dialogs = FakeDialogs()
    monkeypatch.setattr(
        "imrecon_gui.ui.dialogs.Dialogs.mesh_to_save", lambda _self, *a: dialogs.mesh_to_save(*a)
    )
    made = build_window(qapp)
    made.fake_dialogs = dialogs
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_picture_becomes_a_mesh_and_files(qtbot, window, tmp_path):
    picture = tmp_path / "disc.png"
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((80, 30, 220, 170), fill=(180, 60, 40, 255))
    image.save(picture)
    tab = window.reconstruct_tab
    tab.params.choose_model("known")
    tab.take(picture)
    qtbot.waitUntil(tab.params.button.isEnabled)
    assert tab.image.had_alpha
    tab.params.resolution_slider.setValue(2)
    tab.params.button.click()
    qtbot.waitUntil(lambda: tab.result is not None)
    assert tab.result.watertight
    assert tab.result.volume == pytest.approx(VOLUME, rel=0.03)
    assert np.abs(tab.view.viewport.mesh.vertices).max() == pytest.approx(RADIUS, rel=0.05)
    assert tab.view.results.values["Watertight"].text() == "Yes"
    for suffix in EXPORT_SUFFIXES:
        path = window.fake_dialogs.mesh = tmp_path / f"disc{suffix}"
        tab.view.export_bar.size_box.setValue(50)
        tab.view.export_bar.export(suffix)
        with qtbot.waitSignal(window.context.services.export.exported):
            pass
        longest = float(np.ptp(trimesh.load(path, force="mesh").bounds, axis=0).max())
        assert longest == pytest.approx(50 if suffix in (".stl", ".3mf") else 2 * RADIUS, rel=0.05)


def test_the_trainable_categories_are_those_of_the_trainer(window):
    from training.categories import NAMES

    assert window.context.places.trainable == NAMES
