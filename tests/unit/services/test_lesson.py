"""The lesson of the real engine, on a model file whose shape is known."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.job import NULL_JOB
from imrecon_gui.core.lesson import Nudge
from imrecon_gui.core.mesh_ops import volume
from imrecon_gui.core.types import AUTO, PreparedImage
from imrecon_gui.services.engine import CoreEngine
from tests.octahedron import RADIUS, VOLUME, save_octahedron

PIXELS = np.full((128, 128, 4), 255, np.uint8)
PICTURE = PreparedImage(PIXELS, PIXELS, had_alpha=True)


def test_the_engine_teaches_with_the_model_of_a_file(tmp_path):
    model = save_octahedron(tmp_path / "known.safetensors")
    lesson = CoreEngine().teach(PICTURE, AUTO, model, "cpu", NULL_JOB)
    assert lesson.reading.z.shape == (4,) and lesson.reading.category == "chair"
    assert volume(lesson.mesh(64, Nudge(), NULL_JOB)) == pytest.approx(VOLUME, rel=0.03)
    n_inside = 27 * 367 / 3  # nodes (i, j, k) with |i| + |j| + |k| <= 13, for 13 cells lie within the radius
    assert volume(lesson.voxels(32, NULL_JOB)) == pytest.approx(n_inside * (1.1 / 32) ** 3, rel=1e-4)
    assert lesson.slice("x", 0.0, NULL_JOB).mean() == pytest.approx(2 * RADIUS**2 / 1.1**2, rel=0.05)


def test_a_missing_model_is_a_foreseen_failure(tmp_path):
    with pytest.raises(ModelError):
        CoreEngine().teach(PICTURE, AUTO, tmp_path / "absent.safetensors", "cpu", NULL_JOB)
