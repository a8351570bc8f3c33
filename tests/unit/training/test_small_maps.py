"""Convolutions of small maps as products: the same values and gradients as torch's own."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from training.small_maps import SmallConv2d, _Product, fit, hasten


def tensors(channels: int = 3, side: tuple[int, int] = (4, 6)) -> tuple[torch.Tensor, torch.Tensor]:
    chance = torch.Generator().manual_seed(0)
    maps = torch.randn(2, channels, *side, generator=chance, dtype=torch.float64, requires_grad=True)
    weight = torch.randn(5, channels, 3, 3, generator=chance, dtype=torch.float64, requires_grad=True)
    return maps, weight


@pytest.mark.parametrize("side", [(4, 6), (3, 5), (1, 1)])
@pytest.mark.parametrize("stride", [1, 2])
def test_values_and_gradients_are_torch_s(stride: int, side: tuple[int, int]) -> None:
    maps, weight = tensors(side=side)
    ours = _Product.apply(maps, weight, stride)
    theirs = F.conv2d(maps, weight, stride=stride, padding=1)
    torch.testing.assert_close(ours, theirs)
    given = torch.randn_like(theirs)
    for one, two in zip(
        torch.autograd.grad(ours, (maps, weight), given),
        torch.autograd.grad(theirs, (maps, weight), given),
        strict=True,
    ):
        torch.testing.assert_close(one, two)


def test_only_small_maps_that_learn_in_half_precision_take_the_product(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layer = nn.Conv2d(4, 4, 3, padding=1, bias=False)
    names = list(layer.state_dict())
    hasten(layer)
    assert type(layer) is SmallConv2d and list(layer.state_dict()) == names
    taken: list[int] = []
    apply = _Product.apply
    monkeypatch.setattr(_Product, "apply", lambda *given: taken.append(1) or apply(*given))
    small, large = torch.randn(1, 4, 4, 4), torch.randn(1, 4, 8, 8)
    with torch.autocast("cpu", torch.bfloat16):
        layer(large)
        layer.eval()(small)
        assert not taken
        assert layer.train()(small).dtype == torch.bfloat16
    assert layer(small).dtype == torch.float32
    assert len(taken) == 1


def test_others_are_left_alone() -> None:
    assert not fit(nn.Conv2d(4, 4, 3, padding=1))
    assert not fit(nn.Conv2d(4, 4, 1, bias=False))
    assert not fit(nn.Conv2d(4, 4, 3, padding=1, groups=2, bias=False))
    assert not fit(nn.Conv2d(4, 4, 3, bias=False))
