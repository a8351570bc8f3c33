import pytest
import torch

from imrecon_gui.core.config import ARCHITECTURES, ModelConfig
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.model import ReconModel
from tests.unit.core.networks import shaken, small_model


def layer_sizes(model: ReconModel) -> list[tuple[int, int]]:
    return [(layer.in_features, layer.out_features) for layer in model.decoder.layers]


def n_parameters(module: torch.nn.Module) -> int:
    return sum(p.numel() for p in module.parameters())


def test_im_svr_is_the_papers_network():
    """Figure 2 of Chen & Zhang 2019, and ResNet-18's 11,176,512 weights below its last layer."""
    model = ReconModel(ModelConfig.preset("im-svr")).eval()
    sizes = [(131, 2048), (2179, 1024), (1155, 512), (643, 256), (387, 128), (128, 1)]
    assert layer_sizes(model) == sizes
    assert n_parameters(model.decoder) == sum(n_in * n_out + n_out for n_in, n_out in sizes)
    assert n_parameters(model.encoder) == 11_176_512 + 512 * 128 + 128
    with torch.inference_mode():
        encoding = model.encode(torch.rand(1, 3, 128, 128))
        assert encoding.z.shape == (1, 128) and encoding.category_logits is None
        assert encoding.z.min() > 0 and encoding.z.max() < 1
        assert model.logits(encoding, torch.zeros(1, 4, 3)).shape == (1, 4)


def test_im_net_2020_has_the_authors_sizes():
    with torch.device("meta"):
        model = ReconModel(ModelConfig.preset("im-net-2020"))
    widths = [1024, 1024, 1024, 512, 256, 128, 1]
    assert layer_sizes(model) == list(zip([259, *widths[:-1]], widths, strict=True))
    assert model.encoder.stem.weight.shape == (64, 1, 7, 7)
    assert [block.conv_1.weight.shape[0] for block in model.encoder.blocks] == [
        *(64, 64, 128, 128, 256, 256, 512, 512)
    ]
    assert model.encoder.to_z.weight.shape == (256, 512, 4, 4)


@pytest.fixture(scope="module")
def compact() -> ReconModel:
    torch.manual_seed(0)
    config = ModelConfig.preset("im-compact", ("car", "chair", "mug"), z_dim=8, widths=(16, 16))
    return shaken(ReconModel(config)).eval()


def test_compact_reads_four_channels_and_classifies(compact):
    assert compact.encoder.backbone.conv1.weight.shape == (64, 4, 7, 7)
    with torch.inference_mode():
        encoding = compact.encode(torch.rand(2, 4, 128, 128))
    assert encoding.z.shape == (2, 8) and encoding.category_logits.shape == (2, 3)


def test_no_category_means_the_likeliest(compact):
    images = torch.rand(2, 4, 128, 128)
    with torch.inference_mode():
        free = compact.encode(images)
        told = compact.encode(images, free.category_logits.argmax(1))
    torch.testing.assert_close(free.z, told.z)


def test_the_category_moves_z_by_its_column(compact):
    images = torch.rand(1, 4, 128, 128)
    with torch.inference_mode():
        first, last = (compact.encode(images, torch.tensor([k])).z[0] for k in (0, 2))
        columns = compact.encoder.to_z.weight[:, 512:]
        torch.testing.assert_close(last - first, columns[:, 2] - columns[:, 0], atol=1e-5, rtol=0)


def test_widths_of_a_variant():
    model = small_model(widths=(7, 9), z_dim=3)
    assert layer_sizes(model) == [(6, 7), (13, 9), (9, 1)]


def test_forward_is_encode_then_logits():
    model = small_model()
    images, points = torch.rand(2, 1, 128, 128), torch.rand(2, 6, 3) - 0.5
    logits, encoding = model(images, points)
    torch.testing.assert_close(logits, model.logits(model.encode(images), points))
    assert encoding.z.shape == (2, 5)


@pytest.mark.parametrize("arch", ARCHITECTURES)
def test_descriptions_survive_json(arch):
    import json

    config = ModelConfig.preset(arch, ("car", "chair"), biases=(0.5, -0.25))
    assert ModelConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"input_kind": "depth"}, "input kind"),
        ({"z_dim": 0}, "positive"),
        ({"widths": ()}, "positive"),
        ({"classify": True}, "needs categories"),
        ({"condition": True}, "needs a category head"),
        ({"categories": ("car", "car")}, "twice"),
        ({"classify": True, "categories": ("car",), "encoder": "im-net-2020"}, "only the resnet18"),
        ({"z_dim": "128"}, "type"),
    ],
)
def test_impossible_descriptions_are_refused(changes, words):
    with pytest.raises(ModelError, match=words):
        ModelConfig(**{"arch": "own", **changes})


def test_an_unknown_preset_names_those_there_are():
    with pytest.raises(ModelError, match="im-svr, im-net-2020, im-compact"):
        ModelConfig.preset("im-huge")


@pytest.mark.parametrize("values", [None, {}, {"arch": "x"}, {"arch": "x", "colour": 1}, [1]])
def test_damaged_descriptions_are_refused(values):
    with pytest.raises(ModelError):
        ModelConfig.from_json(values)
