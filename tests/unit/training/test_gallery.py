from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from imrecon_gui.core.errors import TrainingError
from training import gallery, solids
from training.materials import Material
from training.render import Renderer
from training.shape import shape


@pytest.fixture(autouse=True)
def cubes(monkeypatch):
    """A category whose shape number n is a cube, red for even n and blue for odd."""
    try:
        Renderer(16).close()
    except TrainingError as error:
        pytest.skip(str(error))

    def make(_category, seed):
        colour = (0.0, 0.0, 0.8) if seed % 2 else (0.8, 0.0, 0.0)
        return shape([(solids.box((1, 1, 1)), Material(colour, 0.0))], "cube").normalised()

    monkeypatch.setattr(gallery, "make", make)
    monkeypatch.setattr("training.lights._UNPAINTED", 0.0)


def middles(path, rows, columns):
    sheet = np.asarray(Image.open(path).convert("RGB")).astype(int)
    side = sheet.shape[1] // columns
    assert sheet.shape == (rows * side, columns * side, 3)
    return sheet[side // 2 :: side, side // 2 :: side]


def test_one_shape_a_cell_from_the_first_number_on(tmp_path):
    gallery.gallery("cube", 2, 3, 5, tmp_path / "sheet.png")
    cells = middles(tmp_path / "sheet.png", 2, 3).reshape(6, 3)
    np.testing.assert_array_equal(cells[:, 2] > cells[:, 0], [True, False] * 3)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.png"]


def test_views_share_a_shape_and_the_last_one_may_be_cut_short(tmp_path):
    gallery.gallery("cube", 1, 3, 0, tmp_path / "sheet.png", views=2)
    cells = middles(tmp_path / "sheet.png", 1, 3)[0]
    np.testing.assert_array_equal(cells[:, 2] > cells[:, 0], [False, False, True])


def test_command_line_says_what_went_wrong(tmp_path):
    with pytest.raises(SystemExit, match="cannot be written"):
        gallery.main(["cube", str(tmp_path / "no such folder" / "a.png"), "--rows", "1", "--columns", "1"])
