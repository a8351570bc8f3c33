"""Depth maps of what a picture's rays meet."""

from __future__ import annotations

import pytest
import torch

from imrecon_gui.core.layers import LAYERS, N_GAPS, SHARPNESS, LayerHead, gaps


def test_layers_are_drawn_at_the_size_of_the_fine_map():
    head = LayerHead(6, 4)
    assert head(torch.rand(2, 6, 8, 8), torch.rand(2, 4, 16, 16)).shape == (2, LAYERS, 16, 16)


def test_both_maps_reach_the_layers():
    torch.manual_seed(0)
    head, coarse, fine = LayerHead(6, 4), torch.rand(1, 6, 8, 8), torch.rand(1, 4, 16, 16)
    drawn = head(coarse, fine)
    assert (head(coarse + 1, fine) != drawn).any() and (head(coarse, fine + 1) != drawn).any()


def test_gaps_are_signed_and_sharp_near_a_layer():
    depth, layers = torch.tensor([[0.3]]), torch.tensor([[0.3 - SHARPNESS, 0.3, 0.9]])
    found = gaps(depth, layers)
    assert found.shape == (1, N_GAPS)
    torch.testing.assert_close(found[0, :LAYERS], torch.tensor([SHARPNESS, 0.0, -0.6]))
    assert found[0, LAYERS:].tolist() == pytest.approx([0.7616, 0.0, -1.0], abs=1e-3)  # tanh(1), 0, tanh(-12)
