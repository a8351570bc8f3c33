"""Tables of pixels give what torch's sampling gives."""

import pytest
import torch

from imrecon_gui.core.sight import sample
from imrecon_gui.core.texels import Grid, Texels


@pytest.mark.parametrize("side", [8, 33, 128])
def test_a_table_gives_what_sampling_does(side):
    torch.manual_seed(side)
    features, places = torch.randn(5, side, side), torch.rand(4000, 2) * 2.6 - 1.3
    expected = sample((features[None],), places[None])[0]
    torch.testing.assert_close(Texels(features)(places), expected, atol=2e-5, rtol=0)
    torch.testing.assert_close(Grid(features)(places), expected)


def test_corners_edges_and_what_lies_beyond():
    features = torch.ones(1, 4, 4)
    places = torch.tensor([[-1.0, 1.0], [1.0, -1.0], [0.0, 1.0], [0.0, 0.0], [1.25, 0.0], [9.0, -9.0]])
    expected = torch.tensor([0.25, 0.25, 0.5, 1.0, 0.0, 0.0])[:, None]
    torch.testing.assert_close(Texels(features)(places), expected)


def test_halves_are_nearly_the_same():
    torch.manual_seed(0)
    features, places = torch.randn(5, 16, 16), torch.rand(500, 2) * 2 - 1
    found = Texels(features, torch.bfloat16)(places)
    assert found.dtype == torch.bfloat16
    torch.testing.assert_close(found.float(), Texels(features)(places), atol=0.05, rtol=0.02)
