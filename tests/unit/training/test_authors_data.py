"""HDF5 files as IM-SVR's authors made them: their axes, pictures and names, and a training on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from imrecon_gui.core.authors import FRAME
from imrecon_gui.core.errors import MeshFileError, TrainingError
from imrecon_gui.core.types import FIELD_BOUND
from training import __main__ as command_line
from training import shards as shards_module
from training.dataset import Shards
from training.meshes import authors
from training.recipe import load as load_recipe
from training.shards import QUANTUM

h5py = pytest.importorskip("h5py")
LOW, HIGH = np.array([10, 16, 20]), np.array([30, 52, 40])
"""Of a block among 64^3 cells, off the middle on every axis but the second."""


def write(path: Path, shapes: int = 2, side: int = 137, **changes: object) -> Path:
    """Every shape the same block; pictures of a grey square with a white patch in it."""
    voxels = np.zeros((shapes, 64, 64, 64, 1), np.uint8)
    voxels[:, LOW[0] : HIGH[0], LOW[1] : HIGH[1], LOW[2] : HIGH[2]] = 1
    points = np.random.default_rng(0).integers(0, 256, (shapes, 500, 3)).astype(np.uint8)
    inside = ((points // 4 >= LOW) & (points // 4 < HIGH)).all(-1)[..., None].astype(np.uint8)
    pixels = np.full((shapes, 3, side, side), 255, np.uint8)
    pixels[:, :, 30:90, 40:100], pixels[:, :, 55:65, 65:75] = 80, 255
    arrays = {"voxels": voxels, "points_64": points, "values_64": inside, "pixels": pixels, **changes}
    with h5py.File(path, "w") as file:
        for key, array in arrays.items():
            if array is not None:
                file[key] = array
    return path


def test_places_and_voxels_are_turned_to_our_axes_together(tmp_path: Path) -> None:
    model = authors.find_authors(write(tmp_path / "all.hdf5"))[0]
    arrays = authors.row(model, 3)
    grid = np.unpackbits(arrays["voxels64"]).reshape(64, 64, 64)
    points, labels = arrays["points"] * QUANTUM, np.unpackbits(arrays["labels"]).astype(bool)
    cells = np.floor((points + FIELD_BOUND) / (2 * FIELD_BOUND) * 64).astype(int)
    np.testing.assert_array_equal(grid[tuple(cells.T)] > 0, labels)
    assert 0 < labels.sum() < len(labels)
    middle = ((np.argwhere(grid).mean(0) + 0.5) / 64 * 2 - 1) * FIELD_BOUND
    np.testing.assert_allclose(np.array(FRAME) @ middle, (LOW + HIGH) / 2 / 64 - 0.5, atol=1e-6)
    assert np.isnan(arrays["viewpoints"]).all() and arrays["viewpoints"].shape == (3, 7)


@pytest.mark.parametrize("shape", [(2, 3, 137, 137), (2, 3, 128, 128), (2, 3, 128, 128, 1)])
def test_pictures_lose_their_ground_and_keep_white_patches(tmp_path: Path, shape: tuple[int, ...]) -> None:
    pixels = np.full(shape, 255, np.uint8)
    pixels[:, :, 30:90, 40:100], pixels[:, :, 55:65, 65:75] = 80, 255
    model = authors.find_authors(write(tmp_path / "all.hdf5", pixels=pixels))[0]
    picture = authors.row(model, 2)["pictures"][1]
    assert picture.shape == (128, 128, 4) and picture[2, 2, 3] == 0
    assert picture[64, 64].tolist() == [255] * 4 and picture[20, 64].tolist() == [80, 80, 80, 255]


def test_names_and_categories_come_from_the_list_beside(tmp_path: Path) -> None:
    path = write(tmp_path / "all_train.hdf5", 3)
    (tmp_path / "all_train.txt").write_text("03001627/a1\n03001627/b2\n02958343/c3\n")
    names = {(model.category, model.name) for model in authors.find_authors(path)}
    assert names == {("chair", "a1"), ("chair", "b2"), ("car", "c3")}
    assert {m.category for m in authors.find_authors(write(tmp_path / "mug.hdf5"))} == {"mug"}
    (tmp_path / "few.txt").write_text("03001627/a1\n")
    with pytest.raises(TrainingError, match="names 1 shapes"):
        authors.find_authors(write(tmp_path / "few.hdf5"))


def test_what_cannot_be_used_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TrainingError, match="has no pixels"):
        authors.find_authors(write(tmp_path / "a.hdf5", pixels=None))
    (tmp_path / "b.hdf5").write_bytes(b"garbage")
    with pytest.raises(TrainingError, match="cannot be read as HDF5"):
        authors.find_authors(tmp_path / "b.hdf5")
    path = write(tmp_path / "c.hdf5", voxels=np.zeros((2, 64, 64, 64, 1), np.uint8))
    with pytest.raises(MeshFileError, match="empty"):
        authors.row(authors.find_authors(path)[0], 2)
    with pytest.raises(MeshFileError, match="fewer than 9"):
        authors.row(authors.find_authors(write(tmp_path / "d.hdf5"))[0], 9)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(TrainingError, match="HDF5"):
        authors.find_authors(tmp_path / "e.hdf5")


def test_prepare_makes_shards_that_teach_im_svr_and_no_aligned_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.loaders import image_batches, shape_batches

    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 2)
    order = ["prepare", str(write(tmp_path / "chair.hdf5", 3)), str(tmp_path / "out")]
    result = CliRunner().invoke(command_line.app, [*order, "--views", "2", "--workers", "1"])
    assert result.exit_code == 0, result.output
    train = Shards(tmp_path / "out", ("chair",), held=False)
    paper = load_recipe("paper", {"image.batch": "2", "shape.batch": "2", "shape.points": "64"})
    batch = image_batches(paper, train, "gray")[0]
    assert batch.images.shape == (2, 1, 128, 128) and batch.images.min() < 0.5 < batch.images.max()
    for step in (0, paper.shape.steps - 1):
        assert set(shape_batches(paper, train)[step].labels.unique().tolist()) <= {0.0, 1.0}
    with pytest.raises(TrainingError, match="does not say where"):
        image_batches(load_recipe("bundled"), train, "rgba")
