"""Between two balls lie balls, each field taken from its own level."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core.blend import COARSE, Shape, mixed, settled
from imrecon_gui.core.device import choose
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.job import NULL_JOB
from imrecon_gui.core.overlap import Cut
from imrecon_gui.core.shape_edit import Blend, ShapeEdit, Symmetry
from imrecon_gui.core.types import PreparedImage
from tests.unit.core.solids_for_tests import sphere
from tests.unit.core.test_pipeline import SphereModel, ball, run


def picture(grey) -> PreparedImage:
    pixels = np.full((128, 128, 4), grey, np.uint8)
    pixels[..., 3] = 255
    return PreparedImage(pixels, pixels, had_alpha=True)


DARK, LIGHT = picture(0), picture(255)


class GreyModel(SphereModel):
    """Sees a ball of .2 in dark pictures and one of .4 in light ones."""

    def encode(self, images, category=None):
        return Encoding(torch.full((1, 1), 0.2 if images.mean() < 0.5 else 0.4), None)


@pytest.mark.parametrize(
    ("share", "radius"), [(0.0, 0.2), (0.25, 0.25), (0.5, 0.3), (0.75, 0.35), (1.0, 0.4)]
)
def test_the_ball_grows_from_one_pictures_to_the_others(share, radius):
    edit = ShapeEdit(blend=Blend(LIGHT, share))
    result = run(GreyModel(field=lambda r: sphere(r, scale=1.0)), image=DARK, edit=edit)
    assert result.volume == ball(radius) and result.watertight


def test_symmetry_goes_for_the_mixed_shape():
    model = GreyModel(field=lambda r: lambda p: sphere(r)(p - torch.tensor([r - 0.3, 0.0, 0.0])))
    edit = ShapeEdit(symmetry=Symmetry.BOTH, blend=Blend(LIGHT))
    mesh = run(model, image=DARK, resolution=48, edit=edit).mesh
    assert mesh.vertices[:, 0].min() == pytest.approx(-mesh.vertices[:, 0].max(), abs=1e-4)


def test_each_field_is_taken_from_its_own_level():
    """Ten logits a unit: the first ball ends at .3, the second at .4, whatever their logits there."""
    own, other = (Shape(sphere(r), sphere(r), level) for r, level in ((0.4, 1.0), (0.2, -2.0)))
    between = mixed(own, other, 0.5)
    points = torch.tensor([[0.34, 0.0, 0.0], [0.36, 0.0, 0.0]])
    for field in (between.exact, between.rough):
        assert (field(points) > between.level).tolist() == [True, False]


def test_without_both_rough_twins_there_is_none():
    shape = Shape(sphere(), sphere(), 0.0)
    assert mixed(shape, Shape(sphere(), None, 0.0), 0.5).rough is None


def test_a_level_is_found_on_the_coarse_grid():
    asked = []

    def rule(logits, spacing):
        asked.append(logits.shape)
        return Cut(0.75, None)

    shape = settled(Shape(sphere(), None, rule), choose("cpu"), 65536, NULL_JOB)
    assert shape.level == 0.75 and asked == [(COARSE // 2 + 1,) * 3]
    assert settled(shape, choose("cpu"), 65536, NULL_JOB) is shape


def test_a_blend_of_nothing_changes_nothing():
    assert ShapeEdit(blend=Blend(LIGHT, 0.0)).is_plain and not ShapeEdit(blend=Blend(LIGHT, 0.05)).is_plain
