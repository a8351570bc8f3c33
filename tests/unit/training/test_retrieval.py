"""Looking shapes up by their pictures' codes."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from imrecon_gui.core.errors import TrainingError
from training import retrieval
from training.cases import truth_points
from training.materials import Material
from training.render import Renderer
from training.retrieval import Retrieval, Shelf, outer_points
from training.shape import shape
from training.solids import box

RED, BLUE = Material((0.9, 0.0, 0.0), 0.0), Material((0.0, 0.0, 0.9), 0.0)


def test_the_nearest_code_names_the_shape():
    shelf = Shelf(torch.tensor([[0.0, 0.0], [1.0, 0.0], [5.0, 5.0]]), np.array([7, 7, 9]))
    assert shelf.nearest(torch.tensor([2.0, 1.0])) == 7
    assert shelf.nearest(torch.tensor([4.0, 4.0])) == 9


def test_outer_points_leave_out_what_other_parts_cover():
    cross = shape([(box((1, 0.2, 0.2)), RED), (box((0.2, 1, 0.2)), RED)])
    points = outer_points(cross, np.random.default_rng(0))
    assert len(points) == 10_000
    assert (
        not (np.abs(points[:, :2]).max(1) < 0.099).any()
        or np.isclose(np.abs(points[np.abs(points[:, :2]).max(1) < 0.099][:, 2]), 0.1).all()
    )
    ends = np.isclose(np.abs(points[:, :2]), 0.5).any(1)
    # Four ends of .2 x .2, four arms of .4 x .2 on four sides, and the middle's front and back, both parts'.
    assert ends.mean() == pytest.approx(0.16 / (0.16 + 16 * 0.08 + 4 * 0.04), abs=0.02)


@pytest.fixture
def family(monkeypatch):
    """Even shapes are red slabs, odd ones blue cubes; the encoder's code is the picture's mean colour."""
    try:
        Renderer(16).close()
    except TrainingError as error:
        pytest.skip(str(error))

    def make(_category, seed):
        return shape([(box((1, 1, 1)), BLUE) if seed % 2 else (box((1, 0.2, 1)), RED)])

    monkeypatch.setattr(retrieval, "make", make)
    monkeypatch.setattr("training.lights._UNPAINTED", 0.0)
    retrieval.geometry.cache_clear()
    yield
    retrieval.geometry.cache_clear()


def test_a_red_picture_finds_a_red_shape(family):
    def encode(images, told):
        assert told.tolist() == [1] * len(images)
        return SimpleNamespace(z=images.mean((2, 3)) - 0.5)

    config = SimpleNamespace(categories=("mug", "thing"), input_kind="rgb")
    found = Retrieval(SimpleNamespace(config=config, encode=encode), shapes=4).find(
        torch.tensor([0.4, 0.0, 0.0]), "thing"
    )
    assert found.inside.mean() == pytest.approx(0.2 / 1.1**3, abs=0.01)
    points = truth_points()[found.inside]
    assert np.abs(points[:, 1]).max() <= 0.1
