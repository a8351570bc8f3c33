"""The network that looks where it asks: its camera, its feature maps, its decoder."""

import json
from dataclasses import replace

import pytest
import torch

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.sight import AZIMUTH_BINS, BIN_DEG, SPREAD, TYPICAL, Finish, Sight, sample
from imrecon_gui.core.viewpoint import Viewpoint

CONFIG = ModelConfig.preset("im-aligned", ("car", "mug"), z_dim=8, widths=(16, 16, 16), features=(6, 4))


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    return ReconModel(CONFIG).eval()


def sight_of(azimuth_bin, shift=0.0, pose=(0.0,) * 6, maps=()):
    odds = torch.zeros(1, AZIMUTH_BINS)
    odds[0, azimuth_bin] = 5.0
    return Sight(odds, torch.full((1, AZIMUTH_BINS), shift), torch.tensor([pose]), maps)


def test_the_likeliest_viewpoint_is_the_bin_and_its_shift():
    view = sight_of(3, shift=-4.0, pose=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)).viewpoint()[0]
    expected = [3 * BIN_DEG - 4, TYPICAL[0] + SPREAD[0], *TYPICAL[1:]]
    torch.testing.assert_close(view, torch.tensor(expected))


def test_the_azimuth_stays_within_a_turn():
    assert sight_of(0, shift=-3.0).viewpoint()[0, 0] == pytest.approx(357)


def test_features_are_sampled_where_the_picture_has_them():
    """A map that holds its own u and v gives them back, v running up."""
    u = (torch.arange(8) + 0.5) / 4 - 1
    ramp = torch.stack([u.expand(8, 8), -u[:, None].expand(8, 8)])[None]
    places = torch.tensor([[[0.5, 0.25], [-0.6, -0.1], [0.0, 0.0]]])
    torch.testing.assert_close(sample((ramp,), places), places)


def test_outside_the_picture_there_is_nothing():
    assert sample((torch.ones(1, 2, 8, 8),), torch.tensor([[[3.0, 0.0]]])).abs().sum() == 0


def test_shapes_of_everything(model):
    encoding = model.encode(torch.rand(2, 4, 128, 128))
    assert encoding.z.shape == (2, 8) and encoding.category_logits.shape == (2, 2)
    assert [tuple(m.shape[1:]) for m in encoding.sight.maps] == [
        (6, 32, 32),
        (4, 64, 64),
        (4, 128, 128),
        (3, 64, 64),
    ]
    assert encoding.sight.viewpoint().shape == (2, 7)
    assert model.logits(encoding, torch.rand(2, 5, 3) - 0.5).shape == (2, 5)


def test_a_bound_field_is_the_forward_pass(model):
    encoding = model.encode(torch.rand(1, 4, 128, 128), torch.tensor([1]))
    points = torch.rand(300, 3) - 0.5
    torch.testing.assert_close(model.bind(encoding)(points), model.logits(encoding, points[None])[0])


def test_a_given_viewpoint_is_used(model):
    encoding, points = model.encode(torch.rand(1, 4, 128, 128)), torch.rand(1, 50, 3) - 0.5
    own = encoding.sight.viewpoint()
    torch.testing.assert_close(model.logits(encoding, points, own), model.logits(encoding, points))
    other = torch.from_numpy(Viewpoint(77, 5, scale=1.4).array())[None]
    assert (model.logits(encoding, points, other) - model.logits(encoding, points)).abs().max() > 1e-3


def test_the_category_reaches_code_and_camera(model):
    images = torch.rand(1, 4, 128, 128)
    first, second = (model.encode(images, torch.tensor([k])) for k in (0, 1))
    assert (first.z != second.z).any() and (first.sight.pose != second.sight.pose).any()


@pytest.mark.parametrize("change", [{"features": (6,)}, {"widths": (16, 8)}, {"condition": False}])
def test_a_description_that_fits_no_aligned_network_is_refused(change):
    with pytest.raises(ModelError, match="aligned"):
        ModelConfig.preset("im-aligned", ("car",), **change)


@pytest.mark.parametrize("change", [{"blocks": (2, 2, 2)}, {"blocks": (2, 0, 2, 2)}, {"refinements": -1}])
def test_a_number_of_blocks_that_makes_no_encoder_is_refused(change):
    with pytest.raises(ModelError, match="blocks"):
        ModelConfig.preset("im-aligned", ("car",), **change)


def test_a_deeper_network_has_more_blocks_and_maps_of_the_same_size(model):
    deep = ReconModel(replace(CONFIG, blocks=(2, 3, 2, 2), refinements=1)).eval()
    more = set(deep.state_dict()) - set(model.state_dict())
    owners = {name.split(".conv")[0].split(".bn")[0] for name in more}
    assert owners == {"encoder.stages.1.2", "encoder.pyramid.refine.0"}
    encoding = deep.encode(torch.rand(1, 4, 128, 128))
    assert encoding.sight.maps[0].shape == (1, 6, 32, 32)


def test_a_finished_fine_map_knows_the_coarse_one():
    torch.manual_seed(5)
    finish = Finish(6, 4).eval()
    coarse, fine = torch.rand(1, 6, 8, 8), torch.rand(1, 4, 16, 16)
    one = finish(coarse, fine)
    coarse[..., 3, 5] += 10
    changed = (finish(coarse, fine) != one).any(1)[0].nonzero()
    assert one.shape == fine.shape and one.min() >= 0
    assert changed.min(0).values.tolist() == [6 - 1 - 2, 10 - 1 - 2]  # enlarged, then two convolutions
    assert changed.max(0).values.tolist() == [7 + 1 + 2, 11 + 1 + 2]


@pytest.mark.parametrize("placed", [True, False])
def test_a_placed_code_is_told_what_the_camera_s_head_sees(placed):
    torch.manual_seed(6)
    encoder = ReconModel(replace(CONFIG, placed=placed)).eval().encoder
    encoder(torch.rand(1, 4, 128, 128)).z.sum().backward()
    taught = encoder.camera_head.first.weight.grad
    assert bool(taught is not None and taught.abs().sum() > 0) == placed


def test_a_description_survives_json():
    deep = replace(CONFIG, blocks=(2, 4, 2, 2), refinements=2, finished=True, placed=True)
    assert ModelConfig.from_json(CONFIG.to_json()) == CONFIG
    assert ModelConfig.from_json(json.loads(json.dumps(deep.to_json()))) == deep


def test_a_description_from_before_networks_could_be_deeper_is_read():
    since = ("blocks", "refinements", "finished", "placed")
    values = {k: v for k, v in CONFIG.to_json().items() if k not in since}
    assert ModelConfig.from_json(values) == CONFIG
