"""The true shapes of the sample pictures."""

import numpy as np
import pytest

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.mesh_ops import is_watertight
from imrecon_gui.core.metrics import eval_points, inside, iou
from training.categories import make
from training.example_truth import example_truth, union
from training.shards import FIRST_HELD_SEED


def test_the_union_of_the_parts_is_one_closed_surface():
    shape = make("mug", FIRST_HELD_SEED + 10)
    mesh = union(shape, resolution=96)
    points = eval_points()[:20_000]
    assert is_watertight(mesh)
    assert iou(inside(mesh, points), shape.inside(points)) > 0.9
    np.testing.assert_allclose(np.ptp(mesh.vertices, axis=0).max(), 1, atol=0.015)


def test_an_unknown_sample_is_refused():
    with pytest.raises(MeshFileError, match="mystery"):
        example_truth("mystery")
