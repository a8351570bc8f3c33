"""The rough twins, and that nobody can tell from the signs that they were asked."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core import onednn
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.field import sample_field
from imrecon_gui.core.grid import coordinates, corners_of, mixed_cells
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.overlap import Cut
from imrecon_gui.core.point_evaluator import PointEvaluator
from imrecon_gui.core.rough import RoughAligned, RoughDecoder
from imrecon_gui.core.types import FIELD_BOUND

pytestmark = pytest.mark.skipif(not onednn.is_there(), reason="this torch has no oneDNN")


def aligned(seed: int):
    """The field of a small aligned network, stretched so that its logits are as large as a trained one's."""
    torch.manual_seed(seed)
    config = ModelConfig.preset("im-aligned", ("car", "mug"), z_dim=16, widths=(64, 64, 64), features=(6, 4))
    model = ReconModel(config).eval()
    with torch.no_grad():
        model.decoder.last.weight *= 30
        return model.bind(model.encode(torch.rand(1, 4, 128, 128)))


def plain(arch: str, **changes):
    """The field of a small network that is given the latent code alone."""
    torch.manual_seed(1)
    return ReconModel(ModelConfig.preset(arch, z_dim=16, **changes)).decoder.bind(torch.randn(16))


FIELDS = {
    "im-aligned": lambda: aligned(0),
    "im-svr": lambda: plain("im-svr", widths=(128, 64, 32)),
    "im-net-2020": lambda: plain("im-net-2020", widths=(64, 64, 32)),
}


def twin_of(field):
    return RoughAligned(field) if hasattr(field, "from_maps") else RoughDecoder(field)


@pytest.mark.parametrize("arch", FIELDS)
def test_a_rough_twin_is_nearly_the_field(arch):
    field, points = FIELDS[arch](), torch.rand(2000, 3) - 0.5
    exact, nearly = field(points), twin_of(field)(points)
    assert nearly.dtype == torch.float32 and nearly.shape == exact.shape
    assert not torch.equal(exact, nearly)
    assert (exact - nearly).abs().max() < 0.05 * max(1.0, float(exact.abs().max()))


def test_narrow_last_layers_do_not_round(monkeypatch):
    """They cost next to nothing, and over few values roundings do not cancel."""
    field, points = plain("im-net-2020", widths=(256, 256, 256, 32, 16)), torch.rand(4000, 3) - 0.5
    exact = field(points)
    error = (RoughDecoder(field)(points) - exact).std()
    monkeypatch.setattr("imrecon_gui.core.rough.SMALL", 0.0)
    assert error < 0.9 * (RoughDecoder(field)(points) - exact).std()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("resolution", [24, 64])
def test_every_sign_is_the_exact_field_s(seed, resolution):
    """At every node that marching cubes reads; how far a field of noise is followed is another matter."""
    field = aligned(seed)
    middle = float(field(torch.rand(4000, 3) - 0.5).median())
    values = sample_field(field, resolution, level=middle, rough=twin_of(field)).values
    side = resolution + 1
    read = np.unique(corners_of(mixed_cells(values > middle), side))
    at = coordinates(read, side)
    at, read = (one[((at > 0) & (at < resolution)).all(1)] for one in (at, read))  # the rim is held outside
    exact = field(torch.from_numpy((at * (2 * FIELD_BOUND / resolution) - FIELD_BOUND).astype(np.float32)))
    assert len(read) > 1000
    assert np.array_equal(exact.numpy() > middle, values.reshape(-1)[read] > middle)


def test_the_exact_field_is_asked_only_where_in_doubt():
    asked = []

    def exact(points):
        asked.append(len(points))
        return points[:, 0] * 10

    points = (np.random.default_rng(0).random((20_000, 3), np.float32) - 0.5).astype(np.float32)
    ask = PointEvaluator(
        exact, 0.0, 4096, "cpu", rough=lambda p: p[:, 0] * 10 + 0.01 * torch.sin(900 * p[:, 1])
    )
    values = ask(points)
    assert np.array_equal(values > 0, points[:, 0] > 0)
    assert sum(asked) < 0.15 * len(points)
    assert ask.n_done == len(points)


def test_a_level_chosen_by_the_values_is_used_for_both():
    field = aligned(0)
    quick = sample_field(
        field, 24, level=lambda values, _: Cut(float(np.median(values)), None), rough=twin_of(field)
    )
    whole = sample_field(field, 24, level=quick.level)
    assert np.array_equal(whole.values > quick.level, quick.values > quick.level)


def test_a_twin_that_is_nearly_always_in_doubt_is_asked_no_more():
    asked = []

    def rough(points):
        asked.append(len(points))
        return 0.01 * torch.sin(900 * points[:, 1])

    ask = PointEvaluator(lambda points: points[:, 0] * 1e-3, 0.0, 4096, "cpu", rough=rough)
    points = (np.random.default_rng(0).random((5000, 3), np.float32) - 0.5).astype(np.float32)
    ask(points)
    before = sum(asked)
    assert np.array_equal(ask(points) > 0, points[:, 0] > 0)
    assert sum(asked) == before


def test_a_few_doubtful_points_do_not_end_it():
    asked = []

    def rough(points):
        asked.append(len(points))
        return points[:, 0] * 10 + 0.01 * torch.sin(900 * points[:, 1])

    ask = PointEvaluator(lambda points: points[:, 0] * 10, 0.0, 4096, "cpu", rough=rough)
    points = (np.random.default_rng(0).random((20_000, 3), np.float32) - 0.5).astype(np.float32)
    ask(points)
    ask(points[np.abs(points[:, 0]) < 0.003])  # followers of the surface: all of them in doubt
    before = sum(asked)
    ask(points)
    assert sum(asked) == before + len(points)


def test_what_is_far_from_the_surface_may_be_far_off():
    asked = []

    def exact(points):
        asked.append(len(points))
        return points[:, 0] * 10

    ask = PointEvaluator(exact, 0.0, 4096, "cpu", rough=lambda p: p[:, 0] * 10 + (p[:, 0] * 2) ** 3)
    points = (np.random.default_rng(0).random((20_000, 3), np.float32) - 0.5).astype(np.float32)
    assert np.array_equal(ask(points) > 0, points[:, 0] > 0)
    assert sum(asked) < 0.15 * len(points)
