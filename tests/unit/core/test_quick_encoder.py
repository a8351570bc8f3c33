"""A quick encoder says what the encoder says, and leaves that one as it was."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from imrecon_gui.core import onednn
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.quick_encoder import QuickEncoder, answer_quickly

pytestmark = pytest.mark.skipif(not onednn.is_there(), reason="this torch has no oneDNN")

ARCHITECTURES = {
    "im-aligned": {"features": (6, 4), "refinements": 1, "finished": True, "placed": True},
    "im-svr": {},
    "im-net-2020": {"encoder_width": 8},
}


def network(arch: str) -> ReconModel:
    """A small network whose norms have seen something."""
    torch.manual_seed(0)
    model = ReconModel(ModelConfig.preset(arch, ("car", "mug"), z_dim=16, **ARCHITECTURES[arch])).eval()
    for part in model.modules():
        if isinstance(part, nn.BatchNorm2d):
            nn.init.normal_(part.running_mean, 0.0, 0.1)
            nn.init.uniform_(part.running_var, 0.5, 2.0)
            nn.init.uniform_(part.weight, 0.5, 1.5)
            nn.init.normal_(part.bias, 0.0, 0.1)
    return model


def pictures(model: ReconModel, n: int = 1) -> torch.Tensor:
    return torch.rand(n, model.config.channels, 128, 128)


def numbers(encoding: object) -> list[torch.Tensor]:
    """All tensors of an encoding."""
    if isinstance(encoding, torch.Tensor):
        return [encoding]
    return [] if encoding is None else [one for part in encoding for one in numbers(part)]


@pytest.mark.parametrize("arch", ARCHITECTURES)
@torch.no_grad()
def test_in_single_precision_it_says_the_same(arch):
    model = network(arch)
    quick = QuickEncoder(model.encoder, torch.float32)
    for n in (1, 2):
        asked = pictures(model, n)
        torch.testing.assert_close(numbers(quick(asked)), numbers(model.encode(asked)), rtol=1e-4, atol=1e-4)


@torch.no_grad()
def test_in_half_precision_it_says_nearly_the_same():
    model = network("im-aligned")
    asked = pictures(model)
    exact, rough = numbers(model.encode(asked)), numbers(QuickEncoder(model.encoder, torch.bfloat16)(asked))
    assert all(one.dtype == torch.float32 for one in rough)
    for one, other in zip(exact, rough, strict=True):
        assert (one - other).abs().max() < 0.03 * one.abs().max()


@torch.no_grad()
def test_the_encoder_is_left_as_it_was():
    model, asked = network("im-aligned"), torch.rand(1, 4, 128, 128)
    before = numbers(model.encode(asked))
    names = set(model.encoder.state_dict())
    quick = QuickEncoder(model.encoder, torch.float32)
    quick(asked)
    assert set(quick.exact.state_dict()) == names
    assert len(list(quick.parameters())) == len(list(model.encoder.parameters()))
    torch.testing.assert_close(numbers(quick.exact(asked)), before, rtol=0, atol=0)
    assert not any(isinstance(part, nn.Conv2d) for part in quick._twin().modules())


@torch.no_grad()
def test_an_empty_background_looks_as_it_did_when_the_network_learned():
    """To the last digit: what was learned of it holds for no other value."""
    model, nothing = network("im-aligned"), torch.zeros(1, 4, 128, 128)
    twin = QuickEncoder(model.encoder, torch.bfloat16)._twin()
    with torch.autocast("cpu", torch.bfloat16):
        learned = begun(model.encoder, nothing)
    assert torch.equal(begun(twin, nothing).to(learned.dtype), learned)


def begun(encoder: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """What comes out of an encoder's first two convolutions and their norms."""
    first = encoder.stages[0][0]
    return first.bn1(first.conv1(encoder.stem(images)))


@torch.no_grad()
def test_a_category_that_is_told_is_heard():
    model = network("im-aligned")
    asked, told = pictures(model), torch.tensor([1])
    quick = QuickEncoder(model.encoder, torch.float32)
    torch.testing.assert_close(quick(asked, told).z, model.encode(asked, told).z, rtol=1e-4, atol=1e-4)


def test_a_network_that_is_only_asked_gets_one(monkeypatch):
    model = network("im-svr")
    exact = model.encoder
    monkeypatch.setattr(onednn, "is_there", lambda: False)
    answer_quickly(model)
    assert model.encoder is exact
    monkeypatch.undo()
    answer_quickly(model)
    assert isinstance(model.encoder, QuickEncoder) and model.encoder.exact is exact


@torch.no_grad()
def test_on_a_card_the_encoder_itself_answers():
    model = network("im-svr").to("meta")
    asked = []
    model.encoder.register_forward_hook(lambda *_: asked.append(1))
    QuickEncoder(model.encoder, torch.float32)(pictures(model).to("meta"))
    assert asked == [1]


@pytest.mark.parametrize("slope", [0.01, 0.02])
@torch.no_grad()
def test_a_leaky_layer_is_a_layer_and_a_leaky_relu(slope):
    rows, weight, bias = torch.randn(50, 12), torch.randn(7, 12), torch.randn(7)
    expected = nn.functional.leaky_relu(nn.functional.linear(rows, weight, bias), slope)
    torch.testing.assert_close(onednn.LeakyLinear(weight, bias, slope)(rows), expected)
