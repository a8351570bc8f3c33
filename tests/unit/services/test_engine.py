"""The worker's engine, on a model file whose shape is known."""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.job import NULL_JOB
from imrecon_gui.core.types import PreparedImage, ReconRequest
from imrecon_gui.services.engine import CoreEngine
from tests.octahedron import save_octahedron

PIXELS = np.full((128, 128, 4), 255, np.uint8)
PICTURE = PreparedImage(PIXELS, PIXELS, had_alpha=True)


def test_coarse_meshes_come_with_the_normals_they_are_drawn_with(tmp_path):
    model = save_octahedron(tmp_path / "known.safetensors")
    coarse = []
    CoreEngine().reconstruct(ReconRequest(PICTURE, resolution=128), model, "cpu", NULL_JOB, coarse.append)
    assert coarse
    for mesh in coarse:
        outwards = np.einsum("ij,ij->i", mesh.normals, mesh.vertices)
        np.testing.assert_allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5)
        assert outwards.min() > 0
