"""Contact sheets: one row of four pictures for each case or photo."""

import numpy as np
import pytest
import torch
from PIL import Image

from imrecon_gui.core.checkpoint import ModelCard, save
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.model import ReconModel
from tests.octahedron import save_octahedron
from tests.unit.core.solids_for_tests import box_mesh
from tests.unit.training.case_folders import STEP, write_folder
from training.render import Renderer
from training.sheet import _CELL, sheet, two_sided


@pytest.fixture
def model(tmp_path):
    try:
        Renderer(16).close()
    except TrainingError as error:
        pytest.skip(str(error))
    return save_octahedron(tmp_path / "octahedron.safetensors")


def shown(path) -> np.ndarray:
    """Which cells are not empty: (rows, columns) bool, the captions' strip aside."""
    pixels = np.asarray(Image.open(path).convert("L"))
    rows, columns = pixels.shape[0] // _CELL, pixels.shape[1] // _CELL
    cells = pixels.reshape(rows, _CELL, columns, _CELL)[:, 20:-4, :, 4:-4]
    return cells.min((1, 3)) < 250


def photo_of_a_chair(folder):
    """A folder named chair with one picture; returns that folder."""
    folder = folder / "photos" / "chair"
    folder.mkdir(parents=True)
    picture = np.zeros((80, 80, 4), np.uint8)
    picture[20:60, 30:70] = 90, 60, 200, 255
    Image.fromarray(picture).save(folder / "a.png")
    return folder


def test_cases(model, tmp_path):
    objects = {("chair", "step"): STEP, ("lamp", "step"): STEP}
    folder = write_folder(tmp_path / "cases", objects, fronts=["step"])
    (folder / "meshes/lamp/step.glb").unlink()
    sheet(model, folder, tmp_path / "sheet.png", kind="view", resolution=16, device="cpu")
    assert shown(tmp_path / "sheet.png").tolist() == [[True] * 7 + [False] * 5]


def test_photos(model, tmp_path):
    folder = photo_of_a_chair(tmp_path)
    (folder / "broken.jpg").write_bytes(b"no picture")
    sheet(model, tmp_path / "photos", tmp_path / "sheet.png", resolution=16, device="cpu")
    assert shown(tmp_path / "sheet.png").tolist() == [[True] * 4 + [False] * 8]


def test_nothing_to_show(model, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(TrainingError, match="no picture"):
        sheet(model, tmp_path / "empty", tmp_path / "sheet.png")


def test_every_triangle_is_drawn_from_both_sides():
    soup = two_sided(box_mesh())
    a, b, c = soup.vertices.reshape(-1, 3, 3).transpose(1, 0, 2)
    assert len(a) == 24 and np.cross(b - a, c - a).sum(0) == pytest.approx(np.zeros(3))


@pytest.mark.parametrize(("believed", "right"), [("chair", 1), ("mug", 0)])
def test_how_many_categories_are_named_rightly(model, tmp_path, believed, right):
    config = ModelConfig.preset("im-aligned", ("chair", "mug"), z_dim=8, widths=(16, 16), features=(6, 4))
    network = ReconModel(config)
    with torch.no_grad():
        network.encoder.category_head.bias[config.categories.index(believed)] += 1000
    save(network, ModelCard("Random", config), tmp_path / "random.safetensors")
    photo_of_a_chair(tmp_path)
    counted = sheet(
        tmp_path / "random.safetensors", tmp_path / "photos", tmp_path / "s.png", resolution=16, device="cpu"
    )
    assert counted == (right, 1)
