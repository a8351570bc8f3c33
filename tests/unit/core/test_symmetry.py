import pytest
import torch

from imrecon_gui.core.shape_edit import ShapeEdit, Symmetry
from imrecon_gui.core.symmetry import symmetrised

POINTS = torch.rand(50, 3, generator=torch.Generator().manual_seed(0)) - 0.5
TURNED = POINTS * torch.tensor([-1.0, 1.0, 1.0])


def ramp(points):
    return points[:, 0] + 2 * points[:, 1]


def test_a_field_left_alone_is_the_same_one():
    assert symmetrised(ramp, Symmetry.NONE) is ramp


@pytest.mark.parametrize("symmetry", [Symmetry.BOTH, Symmetry.LEFT, Symmetry.RIGHT])
def test_both_sides_are_alike(symmetry):
    field = symmetrised(ramp, symmetry)
    torch.testing.assert_close(field(POINTS), field(TURNED))


def test_what_the_sides_are_like():
    x, rest = POINTS[:, 0].abs(), 2 * POINTS[:, 1]
    torch.testing.assert_close(symmetrised(ramp, Symmetry.BOTH)(POINTS), rest)
    torch.testing.assert_close(symmetrised(ramp, Symmetry.LEFT)(POINTS), rest + x)
    torch.testing.assert_close(symmetrised(ramp, Symmetry.RIGHT)(POINTS), rest - x)


def test_an_edit_that_changes_nothing_says_so():
    assert ShapeEdit((0.0, 0.0), cut=1.0).is_plain
    assert not ShapeEdit((0.0, 0.5)).is_plain and not ShapeEdit(symmetry=Symmetry.LEFT).is_plain
