import math

import pytest
import torch
from torch.nn import functional as F

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.decoder import Decoder
from tests.unit.core.networks import shaken


def decoder(**changes) -> Decoder:
    torch.manual_seed(0)
    config = ModelConfig("small", **{"z_dim": 5, "widths": (16, 12, 8), **changes})
    return shaken(Decoder(config))


def by_concatenation(net: Decoder, z, points):
    """The same network as the paper draws it: every layer reads [hidden, z, xyz]."""
    given = torch.cat([z[:, None].expand(-1, points.shape[1], -1), points], 2)
    hidden = None
    for layer in net.layers[:-1]:
        weights = [w for w in (layer.weight_hidden, layer.weight_z, layer.weight_xyz) if w is not None]
        parts = [hidden] if layer.weight_hidden is not None else []
        parts += [given] if layer.weight_z is not None else []
        hidden = F.leaky_relu(F.linear(torch.cat(parts, 2), torch.cat(weights, 1), layer.bias), 0.02)
    last = net.layers[-1]
    return F.linear(hidden, last.weight_hidden, last.bias)[..., 0]


@pytest.mark.parametrize("skip", [True, False])
def test_forward_equals_the_concatenated_network(skip):
    net = decoder(skip=skip)
    z, points = torch.randn(3, 5), torch.rand(3, 40, 3) - 0.5
    torch.testing.assert_close(net(z, points), by_concatenation(net, z, points), atol=1e-5, rtol=0)


@pytest.mark.parametrize("changes", [{}, {"skip": False}, {"output": "clamp"}])
def test_bind_equals_forward(changes):
    net = decoder(frame=((0.0, 0.0, 0.9), (0.0, 0.9, 0.0), (-0.9, 0.0, 0.0)), **changes)
    z, points = torch.randn(2, 5), torch.rand(2, 40, 3) - 0.5
    bound = net.bind(z[1])(points[1])
    assert bound.shape == (40,) and not bound.requires_grad
    torch.testing.assert_close(bound, net(z, points)[1], atol=1e-5, rtol=0)


def test_bind_works_in_inference_mode():
    net = decoder()
    with torch.inference_mode():
        z = torch.randn(5)
        assert net.bind(z)(torch.zeros(1, 3)).shape == (1,)


def test_a_frame_turns_the_field():
    """A half turn about y: the field at (x, y, z) is the plain network's at (-x, y, -z)."""
    plain, turned = decoder(), decoder(frame=((-1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, -1.0)))
    turned.load_state_dict(plain.state_dict())
    z, points = torch.randn(1, 5), torch.rand(1, 9, 3) - 0.5
    torch.testing.assert_close(turned(z, points), plain(z, points * torch.tensor([-1.0, 1.0, -1.0])))


def test_sigmoid_occupancy_and_level():
    net = decoder()
    assert net.occupancy(torch.tensor([0.0, math.log(3.0)])).tolist() == pytest.approx([0.5, 0.75])
    assert net.level(0.5) == 0
    assert net.level(0.75) == pytest.approx(math.log(3.0))


def test_clamp_occupancy_leaks_one_per_cent_outside_and_logits_do_not():
    net = decoder(output="clamp")
    values = torch.tensor([-2.0, 0.0, 0.3, 0.5, 1.0, 3.0])
    expected = [-0.02, 0.0, 0.3, 0.5, 1.0, 1.02]
    assert net.occupancy(values - 0.5).tolist() == pytest.approx(expected, abs=1e-6)
    assert net.level(0.5) == 0
    assert net.occupancy(torch.tensor(net.level(0.3))).item() == pytest.approx(0.3)
    assert net.logits_of(torch.tensor(3.0)).item() == pytest.approx(2.5)


def test_bfloat16_training_keeps_coordinates():
    """Under autocast a field along x resolves steps that bfloat16 coordinates could not.

    Near 0.4 neighbouring bfloat16 numbers are 2^-9 apart; the two points here are 2^-11 apart.
    """
    net = decoder(widths=(4,), z_dim=1, slope=1.0)
    for parameter in net.parameters():
        torch.nn.init.zeros_(parameter)
    net.layers[0].weight_xyz.data[0, 0] = 256.0
    net.layers[0].bias.data[0] = -256 * 0.4
    net.layers[1].weight_hidden.data[0, 0] = 1.0
    points = torch.tensor([[[0.4, 0, 0], [0.4 + 2**-11, 0, 0]]])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        near, far = net(torch.zeros(1, 1), points)[0].float().tolist()
    assert far - near == pytest.approx(256 * 2**-11, rel=0.2)


def test_all_weights_receive_gradients():
    net = decoder()
    net(torch.randn(2, 5), torch.rand(2, 7, 3)).square().sum().backward()
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in net.parameters())


def test_a_sphere_is_learnt_in_seconds():
    """A hundred steps fit a ball of radius 0.4: at least nineteen points in twenty are right."""
    net = decoder(z_dim=2, widths=(32, 32))
    optimiser = torch.optim.Adam(net.parameters(), 1e-2)
    for _ in range(100):
        points = torch.rand(1, 256, 3) - 0.5
        inside = (points.norm(dim=2) < 0.4).float()
        loss = F.binary_cross_entropy_with_logits(net(torch.ones(1, 2), points), inside)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    points = torch.rand(4096, 3) - 0.5
    right = (net.bind(torch.ones(2))(points) > 0) == (points.norm(dim=1) < 0.4)
    assert right.float().mean() > 0.95
