"""VTK shows the mesh exactly where the network's pinhole puts it in the picture."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from vtkmodules.vtkRenderingCore import vtkCamera

from imrecon_gui.core.viewpoint import Viewpoint, project, seen
from imrecon_gui.view3d.photo_camera import photo_camera, picture_side

VIEWS = [
    Viewpoint(),
    Viewpoint(30, 20, 0, 0.4, 1.6),
    Viewpoint(-140, 35, 12, 0.55, 1.3, 0.15, -0.2),
    Viewpoint(75, -25, -40, 0.0, 1.5, -0.1, 0.3),
    Viewpoint(75, -25, -40, 0.002, 1.5, -0.1, 0.3),
]
POINTS = np.random.default_rng(0).uniform(-0.5, 0.5, (200, 3)).astype(np.float32)


def picture_pixels(viewpoint: Viewpoint, width: int, height: int) -> np.ndarray:
    """Where the points are in a picture laid in the middle of the viewport: (n, 2), rightwards and down."""
    view = torch.from_numpy(viewpoint.array())
    places = project(view, seen(view, torch.from_numpy(POINTS))).numpy()
    return np.array([width, height]) / 2 + places * picture_side(width, height) / 2 * (1, -1)


def screen_pixels(viewpoint: Viewpoint, width: int, height: int) -> np.ndarray:
    """Where VTK draws the points: (n, 2), rightwards and down."""
    camera = vtkCamera()
    photo_camera(viewpoint, width, height).apply(camera)
    camera.SetClippingRange(0.01, 2000)
    matrix = camera.GetCompositeProjectionTransformMatrix(width / height, -1, 1)
    rows = np.array([[matrix.GetElement(i, j) for j in range(4)] for i in range(4)])
    clip = np.c_[POINTS, np.ones(len(POINTS))] @ rows.T
    places = clip[:, :2] / clip[:, 3:]
    return np.array([width, height]) / 2 * (1 + places * (1, -1))


@pytest.mark.parametrize("viewpoint", VIEWS)
@pytest.mark.parametrize("size", [(800, 500), (300, 900), (512, 512)])
def test_mesh_and_photo_coincide_to_a_hundredth_of_a_pixel(viewpoint, size):
    np.testing.assert_allclose(screen_pixels(viewpoint, *size), picture_pixels(viewpoint, *size), atol=0.01)


def test_the_picture_fits_into_the_viewport():
    assert picture_side(900, 400) == picture_side(400, 900) <= 400
